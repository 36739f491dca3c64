"""A model's answer, read strictly: what is not exactly as asked for is refused, with the reason."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from ...models import Issue, Severity, Side, Suggestion
from ...mqm import CATEGORIES
from ..characters import is_fit
from ..failure import OriginError
from .passages import Passage

_FENCE = re.compile(r"\s*```(?:json)?\s*\n(.*?)\n?\s*```\s*", re.DOTALL)
_LONGEST = 500  # characters of an explanation


class Refused(Exception):
    """An entry of the answer that cannot be a flag; the text says why."""


class Unreadable(OriginError):
    """An answer that is not the JSON that was asked for."""


def read_answer(text: str) -> list[Any]:
    """The entries of an answer. Raises Unreadable."""
    fenced = _FENCE.fullmatch(text)
    try:
        answer = json.loads(fenced[1] if fenced else text)
    except (ValueError, RecursionError) as error:
        raise Unreadable("The model's answer is not JSON. Try again, or take another model.") from error
    errors = answer.get("errors") if isinstance(answer, dict) else None
    if not isinstance(errors, list):
        raise Unreadable('The model\'s answer has no list "errors". Try again, or take another model.')
    return errors


def issue_of(entry: Any, passages: Mapping[int, Passage], origin: str) -> Issue:
    """The flag that an entry describes. Raises Refused."""
    if not isinstance(entry, dict):
        raise Refused("not an object")
    passage = passages.get(_number(entry, "segment"))
    if passage is None:
        raise Refused("no such segment")
    side = Side(_one_of(entry, "side", list(Side), Side.TARGET))
    category = _one_of(entry, "category", list(CATEGORIES))
    start, end = _located(entry, passage.source if side is Side.SOURCE else passage.target)
    return Issue(
        segment=passage.number - 1,
        start=start,
        end=end,
        side=side,
        code=category.rsplit("/", 1)[-1],
        category=category,
        severity=Severity(_one_of(entry, "severity", list(Severity))),
        message=_text(entry, "explanation")[:_LONGEST] or f"{origin} marks an error here.",
        suggestions=_suggestions(entry, side, start, end),
        origin=origin,
    )


def _located(entry: Mapping[str, Any], text: str) -> tuple[int, int]:
    """Where the quoted words stand: at their nth occurrence, whole words before parts of words."""
    quoted = _text(entry, "text")
    if not quoted.strip():
        raise Refused("quotes nothing")
    places = [match.start() for match in re.finditer(f"(?={re.escape(quoted)})", text)]
    whole = [start for start in places if _is_whole(text, start, start + len(quoted))]
    nth = _number(entry, "nth", 1)
    if not 1 <= nth <= len(whole or places):
        raise Refused("quotes what is not there")
    start = (whole or places)[nth - 1]
    return start, start + len(quoted)


def _is_whole(text: str, start: int, end: int) -> bool:
    return not any(
        0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum() for at in (start, end)
    )


def _suggestions(entry: Mapping[str, Any], side: Side, start: int, end: int) -> tuple[Suggestion, ...]:
    correction = _text(entry, "correction")
    if side is Side.SOURCE or not correction or correction == _text(entry, "text"):
        return ()
    return (Suggestion(correction, start, end),)


def _number(entry: Mapping[str, Any], name: str, default: int | None = None) -> int:
    value = entry.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int):
        raise Refused(f"{name} is no whole number")
    return value


def _text(entry: Mapping[str, Any], name: str) -> str:
    value = entry.get(name) or ""
    if not isinstance(value, str):
        raise Refused(f"{name} is no text")
    if not is_fit(value):
        raise Refused(f"{name} has a control character")
    return value


def _one_of(entry: Mapping[str, Any], name: str, known: Sequence[str], default: str | None = None) -> str:
    value = entry.get(name, default)
    if not isinstance(value, str) or value not in known:
        raise Refused(f"unknown {name}")
    return str(value)
