"""evaluate: flags against errors that people marked."""

import json
from pathlib import Path

import pytest

_SEGMENTS = [{"source": "Es ist vorbei.", "target": "It is over over."}, {"source": "Ja.", "target": "Yes."}]


def _gold(tmp_path: Path, errors: list[dict[str, object]]) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(
        json.dumps({"id": "a", "lang_pair": "de-en", "segments": _SEGMENTS, "errors": errors}) + "\n"
    )
    return path


def test_the_checks_of_now_are_measured(call, tmp_path: Path) -> None:
    gold = _gold(tmp_path, [{"segment": 0, "text": "over over", "code": "repeated-word"}])
    result = json.loads(call("evaluate", gold, "--format", "json").stdout)
    assert result["checks"]["repeated-word"]["share"] == 1
    assert result["errors"]["repeated-word"]["share"] == 1
    assert "repeated-word" in call("evaluate", gold).stdout


def test_flags_of_a_file_are_measured(call, tmp_path: Path) -> None:
    gold = _gold(tmp_path, [{"segment": 0, "start": 6, "end": 15, "category": "style"}])
    call("check", gold, "--format", "jsonl", "--output", "flags.jsonl")
    result = json.loads(call("evaluate", gold, "flags.jsonl", "--format", "json").stdout)
    assert (result["recall"]["found"], result["recall"]["errors"]) == (1, 1)


def test_an_export_of_a_reviewed_article_is_gold(call, tmp_path: Path) -> None:
    call("import", _gold(tmp_path, []))
    call("export", 1, "--format", "jsonl", "--output", "reviewed.jsonl")
    assert json.loads(call("evaluate", "reviewed.jsonl", "--format", "json").stdout)["documents"] == 1


def test_a_folder_of_files_is_gold(call, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    _gold(tmp_path / "folder", [])
    assert json.loads(call("evaluate", "folder", "--format", "json").stdout)["documents"] == 1


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ({"segment": 7, "text": "x"}, "no segment 7"),
        ({"segment": 0, "text": "nowhere"}, "do not stand"),
        ({"segment": 0, "start": 5, "end": 99}, "outside"),
        ({"segment": 0}, "start"),
        ({"segment": "0", "text": "x"}, "whole number"),
        ({"segment": 0, "text": "over", "side": "left"}, "side"),
    ],
)
def test_a_label_that_fits_nowhere_is_refused_with_its_line(call, tmp_path: Path, error, said: str) -> None:
    message = call("evaluate", _gold(tmp_path, [error]), status=2).stderr
    assert "gold.jsonl, line 1" in message
    assert said in message
