"""Flags of others in files: what is read, and what is refused with its place."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.errors import FormatError
from review.models import Document, Segment, Severity, Side
from review.origins.annotations import read_annotations, readers

_DOCUMENT = Document((Segment("Ein Bier.", "A 🎉 bear."),), "de", "en", id="a")


def _flag(**changes: Any) -> dict[str, Any]:
    flag = {"segment": 0, "start": 4, "end": 8, "category": "accuracy/mistranslation", "severity": "major"}
    return flag | changes


def _content(*documents: tuple[str, list[Any]]) -> bytes:
    lines = [json.dumps({"id": name, "flags": flags}) for name, flags in documents]
    return "\n".join(lines).encode()


def test_a_flag_is_read_with_its_origin() -> None:
    fix = {"start": 4, "end": 8, "text": "beer"}
    content = _content(
        ("a", [_flag(text="bear", message="Bier", confidence=0.5, code="wrong-word", fixes=[fix])])
    )
    (issue,) = read_annotations(content, "marks.jsonl").issues(_DOCUMENT)
    assert _DOCUMENT.segments[0].target[issue.start : issue.end] == "bear"
    assert (issue.origin, issue.code, issue.confidence) == ("file:marks.jsonl", "wrong-word", 0.5)
    assert (issue.severity, issue.side, issue.message) == (Severity.MAJOR, Side.TARGET, "Bier")
    assert [(one.text, one.start, one.end) for one in issue.suggestions] == [("beer", 4, 8)]


def test_what_a_flag_does_not_say_has_a_default() -> None:
    content = _content(("a", [{"segment": 0, "start": 0, "end": 1}]))
    (issue,) = read_annotations(content, "marks.jsonl").issues(_DOCUMENT)
    assert (issue.category, issue.code, issue.severity) == ("other", "other", Severity.MINOR)
    assert issue.message


def test_documents_are_found_by_id_and_those_of_one_id_in_order() -> None:
    content = _content(("b", [_flag()]), ("a", [_flag(start=0, end=1)]), ("a", []))
    notes = read_annotations(content, "marks.jsonl")
    assert [one.start for one in notes.issues(_DOCUMENT)] == [0]
    assert notes.issues(_DOCUMENT) == []
    assert notes.issues(_DOCUMENT) == []
    assert notes.unused == 1, "b was not asked for"


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"end": 11}, r"marks.jsonl, line 2: flag 2 points at 4–11 in the target of segment 0, which has 9"),
        ({"start": 9, "end": 8}, "9–8"),
        ({"segment": 1}, "segment 1, but there are 1"),
        ({"text": "bea"}, "“bea”, but “bear” stands there"),
        ({"fixes": [{"start": 4, "end": 40, "text": ""}]}, "4–40"),
        ({"side": "source", "fixes": [{"start": 4, "end": 8, "text": ""}]}, "correction of the source"),
    ],
)
def test_a_flag_outside_its_text_is_refused_with_line_and_place(changes: dict[str, Any], place: str) -> None:
    content = b"\n" + _content(("a", [_flag(), _flag(**changes)]))
    notes = read_annotations(content, "marks.jsonl")
    with pytest.raises(FormatError, match=place):
        notes.issues(_DOCUMENT)


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"segment": "0"}, '"segment" must be a whole number'),
        ({"start": -1}, '"start" must be a whole number'),
        ({"end": True}, '"end" must be a whole number'),
        ({"side": "both"}, '"side" must be one of source, target'),
        ({"severity": "fatal"}, '"severity" must be one of neutral, minor'),
        ({"category": 3}, '"category" must be a text'),
        ({"message": "a\x00b"}, '"message" has a control character'),
        ({"code": "x" * 101}, '"code" is longer than 100'),
        ({"confidence": 2}, '"confidence" must be a number from 0 to 1'),
        ({"fixes": {}}, '"fixes" must be a list'),
        ({"fixes": ["beer"]}, '"fixes" must hold objects'),
    ],
)
def test_a_flag_of_another_shape_is_refused_with_its_line(changes: dict[str, Any], what: str) -> None:
    with pytest.raises(FormatError, match=f"marks.jsonl, line 2: flag 1.*{what}"):
        read_annotations(_content(("b", []), ("a", [_flag(**changes)])), "marks.jsonl")


@pytest.mark.parametrize(
    "line", [b"{", b"[]", b'{"id": "a"}', b'{"flags": [3]}', b'{"id": 3, "flags": []}', b'{"id": "\xff"}']
)
def test_a_line_that_holds_no_flags_is_refused(line: bytes) -> None:
    with pytest.raises(FormatError, match="line 2"):
        read_annotations(_content(("a", [])) + b"\n" + line, "marks.jsonl")


@pytest.mark.parametrize("content", [b"", b"a\tb\n", b'{"segments": []}', b"\x89PNG"])
def test_a_file_of_another_kind_names_those_that_can_be_read(content: bytes) -> None:
    with pytest.raises(FormatError, match=r"marks\.bin|no annotations") as failure:
        read_annotations(content, "marks.bin")
    assert all(reader.title in str(failure.value) for reader in readers())


@given(st.binary(max_size=200))
def test_any_content_is_read_or_refused(content: bytes) -> None:
    try:
        read_annotations(b'{"flags": []}\n' + content, "marks.jsonl")
    except FormatError as refused:
        assert "marks.jsonl" in str(refused)
