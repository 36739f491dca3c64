"""`check` and `import` with flags of others."""

import json
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from libretranslate import Reply, Server

from review.store.engine import open_store
from review.workflow.pages import open_document


@pytest.fixture
def libre(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """A provider that answers each source of the first article with a translation of its own."""
    monkeypatch.setenv("LIBRETRANSLATE_URL", server.url)
    for text in ("The landlord taps a beer.", "It is over.", "The dog sleeps."):
        server.replies.append(Reply(body={"translatedText": text}))
    return server


def _flags(output: str) -> list[tuple[str, str, str]]:
    lines = [json.loads(line) for line in output.splitlines()]
    return [(line["id"], flag["code"], flag["origin"]) for line in lines for flag in line["flags"]]


def test_a_second_opinion_adds_its_flags_and_says_how_many(call, corpus: Path, libre: Server) -> None:
    result = call("check", corpus, "--second-opinion", "libre", "--format", "jsonl")
    assert _flags(result.stdout) == [
        ("a", "unsupported-word", "second-opinion:libre"),
        ("a", "repeated-word", "check"),
    ]
    assert "flags by origin: check 1, second-opinion:libre 1" in result.stderr


def test_kept_opinions_are_not_fetched_again(call, corpus: Path, libre: Server, tmp_path: Path) -> None:
    words = ("check", corpus, "--second-opinion", "libre", "--opinions", "kept.jsonl", "--format", "jsonl")
    first = call(*words).stdout
    assert len(libre.seen) == 3
    assert call(*words).stdout == first
    assert len(libre.seen) == 3
    assert len((tmp_path / "kept.jsonl").read_text(encoding="utf-8").splitlines()) == 3


def test_what_was_fetched_before_a_failure_is_kept(call, corpus: Path, libre: Server) -> None:
    libre.replies.insert(1, Reply(status=403, body={"error": "no"}))
    words = ("check", corpus, "--second-opinion", "libre", "--opinions", "kept.jsonl")
    assert "refused" in call(*words, status=2).stderr
    call(*words)
    assert libre.texts().count("Der Wirt zapft ein Bier.") == 1


def test_a_damaged_file_of_opinions_is_refused_with_its_line(call, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "kept.jsonl").write_text('\n{"provider": "libre"}\n')
    result = call("check", corpus, "--second-opinion", "libre", "--opinions", "kept.jsonl", status=2)
    assert "kept.jsonl, line 2" in result.stderr


def test_opinions_without_a_provider_are_refused(call, corpus: Path) -> None:
    assert "--second-opinion" in call("check", corpus, "--opinions", "kept.jsonl", status=2).stderr


def test_an_origin_that_is_off_is_neither_asked_nor_shown(call, corpus: Path, libre: Server) -> None:
    result = call(
        "check", corpus, "--second-opinion", "libre", "--origin-off", "second-opinion", "--format", "jsonl"
    )
    assert libre.seen == []
    assert {origin for _, _, origin in _flags(result.stdout)} == {"check"}
    off = call("check", corpus, "--origin-off", "check")
    assert off.stdout == ""
    assert "flags by origin: none" in off.stderr


def test_the_settings_switch_an_origin_off_for_a_project(
    call, corpus: Path, libre: Server, tmp_path: Path
) -> None:
    (tmp_path / "mt-review.toml").write_text('[checks]\norigins_off = ["second-opinion"]\n')
    call("check", corpus, "--second-opinion", "libre")
    assert libre.seen == []


def test_an_unknown_origin_is_refused(call, corpus: Path) -> None:
    assert "no origin 'chekc'" in call("check", corpus, "--origin-off", "chekc", status=2).stderr


def test_a_language_model_is_asked_and_its_cost_told(
    call, corpus: Path, server: Server, said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MT_REVIEW_LLM_URL", f"{server.url}/v1")
    monkeypatch.setenv("MT_REVIEW_LLM_MODEL", "small")
    monkeypatch.setenv("MT_REVIEW_LLM_KEY", "sk-very-secret")
    error = {"segment": 1, "text": "bear", "category": "accuracy/mistranslation", "severity": "major"}
    server.replies.extend([said([error, error | {"text": "wolf"}], tokens=(90, 12)), said(tokens=(50, 3))])
    result = call("check", corpus, "--llm", "--format", "jsonl")
    assert ("a", "mistranslation", "llm:small") in _flags(result.stdout)
    assert "llm:small: 3 segments, 2 requests, 140 tokens asked, 15 answered" in result.stderr
    assert "refused: 1 quotes what is not there" in result.stderr
    assert "secret" not in result.output


def test_what_a_language_model_cost_is_told_even_where_it_fails(
    call, corpus: Path, server: Server, said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MT_REVIEW_LLM_URL", f"{server.url}/v1")
    monkeypatch.setenv("MT_REVIEW_LLM_MODEL", "small")
    server.replies.extend([said(tokens=(90, 12)), Reply(status=403)])
    result = call("check", corpus, "--llm", status=2)
    assert "1 requests, 90 tokens asked, 12 answered" in result.stderr
    assert "refused the key" in result.stderr


def test_a_language_model_needs_its_address(call, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MT_REVIEW_LLM_URL", raising=False)
    assert "MT_REVIEW_LLM_URL" in call("check", corpus, "--llm", status=2).stderr


def test_comet_adds_spans_and_risks(call, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def predict(samples: list[dict[str, str]], **_: object) -> SimpleNamespace:
        spans = [[{"start": 20, "end": 24, "severity": "major", "confidence": 0.7}]] + [[]] * 5
        found = spans if samples[0]["mt"].startswith("The landlord") else [[]]
        return SimpleNamespace(
            scores=[0.5] * len(samples), metadata=SimpleNamespace(error_spans=found[: len(samples)])
        )

    module = ModuleType("comet")
    module.download_model = lambda name: name  # type: ignore[attr-defined]
    module.load_from_checkpoint = lambda path: SimpleNamespace(predict=predict)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "comet", module)
    shown = call("check", corpus, "--comet", "Unbabel/XCOMET-XL")
    assert "a:1  major  comet-span (comet:XCOMET-XL)  target “bear”" in shown.stdout
    assert "comet:XCOMET-XL: mean risk 0.500 of 3 segments" in shown.stderr
    result = call("check", corpus, "--comet", "Unbabel/XCOMET-XL", "--format", "jsonl")
    assert ("a", "comet-span", "comet:XCOMET-XL") in _flags(result.stdout)
    assert [json.loads(line)["risks"] for line in result.stdout.splitlines()] == [
        {"comet:XCOMET-XL": [0.5, 0.5]},
        {"comet:XCOMET-XL": [0.5]},
    ]


def test_flags_that_were_written_are_read_back(call, corpus: Path) -> None:
    written = call("check", corpus, "--format", "jsonl", "--output", "flags.jsonl")
    assert written.stdout == ""
    back = call("check", corpus, "--annotations", "flags.jsonl", "--origin-off", "check", "--format", "jsonl")
    own = [json.loads(line) for line in Path("flags.jsonl").read_text(encoding="utf-8").splitlines()]
    theirs = [json.loads(line) for line in back.stdout.splitlines()]
    for line in theirs:
        assert {flag.pop("origin") for flag in line["flags"]} <= {"file:flags.jsonl"}
    for line in own:
        assert {flag.pop("origin") for flag in line["flags"]} <= {"check"}
    assert theirs == own
    assert own[0]["flags"]


def _annotate(path: Path, start: int, end: int) -> None:
    flag = {"segment": 0, "start": start, "end": end, "message": "Marked by Ben.", "severity": "critical"}
    path.write_text(json.dumps({"id": "a", "flags": [flag]}) + "\n", encoding="utf-8")


def test_annotations_are_imported_with_their_article(call, corpus: Path, tmp_path: Path) -> None:
    _annotate(tmp_path / "ben.jsonl", 20, 24)
    call("import", corpus, "--annotations", "ben.jsonl")
    store = open_store(f"sqlite:///{tmp_path / 'cli.db'}")
    found = {flag.issue.origin: flag for flag in open_document(store, 1).rows[0].flags}
    store.close()
    assert found["file:ben.jsonl"].issue.message == "Marked by Ben."


def test_an_annotation_outside_its_text_stores_nothing(call, corpus: Path, tmp_path: Path) -> None:
    _annotate(tmp_path / "ben.jsonl", 20, 99)
    refused = call("import", corpus, "--annotations", "ben.jsonl", status=2)
    assert "ben.jsonl, line 1: flag 1 points at 20–99" in refused.stderr
    assert json.loads(call("list", "--format", "json").stdout) == []


def test_annotations_of_other_texts_are_mentioned(call, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "ben.jsonl").write_text('{"id": "elsewhere", "flags": []}\n')
    assert "no text for 1 of its documents" in call("check", corpus, "--annotations", "ben.jsonl").stderr
    assert "no text for 1 of its documents" in call("import", corpus, "--annotations", "ben.jsonl").stderr


def test_two_files_of_one_name_are_refused(call, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "ben").mkdir()
    for folder in (tmp_path, tmp_path / "ben"):
        (folder / "marks.jsonl").write_text('{"id": "a", "flags": []}\n')
    words = ("check", corpus, "--annotations", "marks.jsonl", "--annotations", "ben/marks.jsonl")
    assert "named marks.jsonl" in call(*words, status=2).stderr


def test_flags_can_be_kept_with_a_stored_article(call, corpus: Path, libre: Server, tmp_path: Path) -> None:
    call("import", corpus)
    _annotate(tmp_path / "ben.jsonl", 4, 12)
    words = (
        "check", "--document", 1, "--second-opinion", "libre", "--annotations", "ben.jsonl",
        "--opinions", "kept.jsonl",
    )  # fmt: skip
    store = open_store(f"sqlite:///{tmp_path / 'cli.db'}")

    def origins() -> list[str]:
        return [flag.issue.origin for flag in open_document(store, 1).rows[0].flags]

    call(*words)
    assert origins() == [], "nothing is stored unless asked for"
    call(*words, "--keep")
    assert origins() == ["file:ben.jsonl", "second-opinion:libre"]
    call("check", "--document", 1, "--annotations", "ben.jsonl", "--keep")
    assert origins() == ["file:ben.jsonl", "second-opinion:libre"], "those not asked again stay"
    call("check", "--document", 1, "--second-opinion", "libre")
    assert len(libre.seen) == 2, "what the article keeps is not fetched again"
    store.close()


def test_flags_of_files_cannot_be_kept(call, corpus: Path) -> None:
    assert "--document" in call("check", corpus, "--keep", status=2).stderr


def test_an_unknown_origin_in_the_settings_is_refused(call, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "mt-review.toml").write_text('[checks]\norigins_off = ["opinion"]\n')
    assert "no origin 'opinion'" in call("check", corpus, status=2).stderr
