"""Flags as JSONL, one document a line: what `mt-review check --format jsonl` writes."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ...errors import FormatError
from ...models import Issue, Severity, Side, Suggestion
from ..characters import is_fit
from .records import DocumentNotes, Note

_LONGEST = {"code": 100, "category": 100, "message": 2000}  # what the store keeps, and a page shows
_Object = Mapping[str, Any]


def looks_like_flags(content: bytes) -> bool:
    """Whether the first line is a JSON object with a list of flags."""
    first = content.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
    return first.startswith(b"{") and b'"flags"' in first


def read_flags(content: bytes, name: str, origin: str) -> Iterator[DocumentNotes]:
    """The documents of a file of flags. Raises FormatError with the line."""
    for line, text in enumerate(content.split(b"\n"), 1):
        if text.strip():
            try:
                yield _document(_parsed(text), line, origin)
            except _Wrong as wrong:
                raise FormatError(str(wrong), name=name, line=line) from wrong


class _Wrong(Exception):
    """What is wrong in a line."""


def _parsed(text: bytes) -> Any:
    try:
        return json.loads(text.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _Wrong(f"byte {error.start} is not UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise _Wrong(f"this is not JSON ({error}).") from error


def _document(entry: Any, line: int, origin: str) -> DocumentNotes:
    flags = entry.get("flags") if isinstance(entry, dict) else None
    if not isinstance(flags, list):
        raise _Wrong('a line must be an object with "id" and a list "flags".')
    name = _text(entry, "id", "the document")
    notes = [_note(flag, f"flag {number}", line, origin) for number, flag in enumerate(flags, 1)]
    return DocumentNotes(name, tuple(notes))


def _note(flag: Any, place: str, line: int, origin: str) -> Note:
    issue = _issue(flag, place, origin)
    return Note(issue, line, _text(flag, "text", place) if "text" in flag else None)


def _issue(flag: Any, place: str, origin: str) -> Issue:
    if not isinstance(flag, dict):
        raise _Wrong(f"{place} is not an object.")
    category = _text(flag, "category", place) or "other"
    return Issue(
        segment=_number(flag, "segment", place),
        start=_number(flag, "start", place),
        end=_number(flag, "end", place),
        side=Side(_one_of(flag, "side", list(Side), Side.TARGET, place)),
        code=_text(flag, "code", place) or category.rsplit("/", 1)[-1],
        category=category,
        severity=Severity(_one_of(flag, "severity", list(Severity), Severity.MINOR, place)),
        message=_text(flag, "message", place) or "Marked as an error.",
        suggestions=tuple(_suggestion(fix, place) for fix in _list(flag, "fixes", place)),
        origin=origin,
        confidence=_confidence(flag, place),
    )


def _suggestion(fix: Any, place: str) -> Suggestion:
    if not isinstance(fix, dict):
        raise _Wrong(f'{place}: "fixes" must hold objects with start, end and text.')
    return Suggestion(_text(fix, "text", place), _number(fix, "start", place), _number(fix, "end", place))


def _number(entry: _Object, name: str, place: str) -> int:
    value = entry.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise _Wrong(f'{place}: "{name}" must be a whole number from 0.')
    return value


def _confidence(entry: _Object, place: str) -> float:
    value = entry.get("confidence", 1.0)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise _Wrong(f'{place}: "confidence" must be a number from 0 to 1.')
    return float(value)


def _text(entry: _Object, name: str, place: str) -> str:
    value = entry.get(name, "")
    if not isinstance(value, str):
        raise _Wrong(f'{place}: "{name}" must be a text.')
    if not is_fit(value):
        raise _Wrong(f'{place}: "{name}" has a control character.')
    if len(value) > _LONGEST.get(name, len(value)):
        raise _Wrong(f'{place}: "{name}" is longer than {_LONGEST[name]} characters.')
    return value


def _list(entry: _Object, name: str, place: str) -> list[Any]:
    value = entry.get(name, [])
    if not isinstance(value, list):
        raise _Wrong(f'{place}: "{name}" must be a list.')
    return value


def _one_of(entry: _Object, name: str, known: list[str], default: str, place: str) -> str:
    value = entry.get(name, default)
    if not isinstance(value, str) or value not in known:
        raise _Wrong(f'{place}: "{name}" must be one of {", ".join(known)}.')
    return value
