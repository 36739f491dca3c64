"""What another translation says at the same place."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ..models import Suggestion
from ..text.diff import word_diff

_LONGEST = 60  # characters of another's wording in a message
_EXCHANGED = 4  # words; with more, the other sentence is built otherwise, and its part does not fit in


@dataclass(frozen=True, slots=True)
class Wording:
    """The other's words for [start, end) of a text: the stretch around a place where the two differ."""

    start: int
    end: int
    old: str
    new: str

    @property
    def shown(self) -> str:
        text = " ".join(self.new.split())
        return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"

    @property
    def suggestion(self) -> Suggestion | None:
        """The exchange, where it is one of a few words for a few."""
        if not self.new.strip() or max(len(self.old.split()), len(self.new.split())) > _EXCHANGED:
            return None
        return Suggestion(self.new, self.start, self.end)


def wording_at(text: str, other: str, start: int, end: int) -> Wording:
    """How `other` words what text[start:end] says, by comparing the two word by word."""
    touched = [one for one in _changes(text, other) if one.old_start < end and start < one.old_end]
    if not touched:
        return Wording(start, end, text[start:end], "")
    low, high = min(start, touched[0].old_start), max(end, touched[-1].old_end)
    return Wording(low, high, text[low:high], other[touched[0].new_start : touched[-1].new_end])


class _Change(NamedTuple):
    old_start: int
    old_end: int
    new_start: int
    new_end: int


def _changes(text: str, other: str) -> Iterator[_Change]:
    """The stretches of `text` that `other` has not, and what it has instead."""
    old = new = 0
    parts = [*word_diff(text, other), ("equal", "")]
    for (operation, part), (following, inserted) in pairwise(parts):
        if operation == "delete":
            yield _Change(old, old + len(part), new, new + len(inserted) * (following == "insert"))
        old += len(part) * (operation != "insert")
        new += len(part) * (operation != "delete")
