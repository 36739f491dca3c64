"""check and checks."""

import gzip
import json
from pathlib import Path

import pytest


def _document(name: str, target: str) -> str:
    return (
        json.dumps({"id": name, "lang_pair": "de-en", "segments": [{"source": "Ja.", "target": target}]})
        + "\n"
    )


def test_jsonl_has_a_line_for_each_document_with_exact_spans(call, tmp_path: Path) -> None:
    with gzip.open(tmp_path / "in.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.write(_document("a", "🎉 It is over over there."))
        stream.write(_document("b", "Yes."))
    lines = [
        json.loads(line) for line in call("check", "in.jsonl.gz", "--format", "jsonl").stdout.splitlines()
    ]
    assert [line["id"] for line in lines] == ["a", "b"]
    flag = next(flag for flag in lines[0]["flags"] if flag["code"] == "repeated-word")
    assert set(flag) == {
        "segment", "start", "end", "side", "code", "category", "severity", "message", "suggestions",
        "fixes", "origin", "confidence",
    }  # fmt: skip
    assert "🎉 It is over over there."[flag["start"] : flag["end"]] == "over over"
    assert (flag["segment"], flag["side"], flag["suggestions"]) == (0, "target", ["over"])


def test_a_pair_is_checked_and_nothing_is_stored(call, pair) -> None:
    said = call("check", "--source", pair[0], "--target", pair[1]).stdout
    assert "repeated-word" in said
    assert "until until" in said
    assert json.loads(call("list", "--format", "json").stdout) == []


def test_a_stored_article_is_checked_as_it_is_now(call, pair) -> None:
    call("import", "--source", pair[0], "--target", pair[1])
    line = json.loads(call("check", "--document", 1, "--format", "jsonl").stdout)
    assert "repeated-word" in [flag["code"] for flag in line["flags"]]


@pytest.mark.parametrize(("level", "status"), [("minor", 1), ("major", 0), ("critical", 0)])
def test_fail_on_sets_the_exit_status(call, tmp_path: Path, level: str, status: int) -> None:
    (tmp_path / "t.txt").write_text("It is over over there.")
    call("check", "--target", "t.txt", "--fail-on", level, status=status)


def test_output_goes_to_a_file(call, pair, tmp_path: Path) -> None:
    result = call("check", "--target", pair[1], "--format", "jsonl", "--output", "flags.jsonl")
    assert result.stdout == ""
    assert json.loads((tmp_path / "flags.jsonl").read_text(encoding="utf-8"))["flags"]


def test_no_progress_bar_in_a_pipe(call, pair) -> None:
    assert call("check", "--target", pair[1], "--format", "jsonl").stderr == ""


def test_checks_are_listed_and_explained(call) -> None:
    assert "repeated-word" in call("checks").stdout
    explained = call("checks", "repeated-word").stdout
    assert "Why it matters" in explained
    assert "⟦" in explained
    assert "no-such" in call("checks", "no-such", status=2).stderr


def test_a_document_and_files_exclude_each_other(call, pair) -> None:
    assert "not both" in call("check", "--document", 1, pair[0], status=2).stderr


def test_risk_is_added_for_the_article_and_each_segment(call, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(
        json.dumps(
            {
                "id": "a",
                "lang_pair": "de-en",
                "segments": [
                    {"source": "Es kostet 15 Euro.", "target": "It costs 50 euros."},
                    {"source": "Die Brücke ist zu.", "target": "The bridge is closed."},
                ],
            }
        )
    )
    line = json.loads(call("check", "in.jsonl", "--format", "jsonl", "--risk").stdout)
    first, second = line["segment_risks"]
    assert 1 >= first["risk"] > 0.5 > second["risk"] >= 0
    assert any("number" in reason for reason in first["reasons"])
    assert 0 < line["risk"] < 1
    assert "jsonl" in call("check", "in.jsonl", "--risk", status=2).stderr


def test_an_origin_that_is_not_installed_is_named(call, pair) -> None:
    assert (
        "no plug-in origin 'nobody'"
        in call("check", "--target", pair[1], "--origin", "nobody", status=2).stderr
    )
