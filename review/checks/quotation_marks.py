"""Quotations in a text, whatever marks it uses."""

import re
from dataclasses import dataclass

from ..text.tokens import words

# Single marks are left out: apostrophes and quotations inside quotations look like them.
_QUOTED = re.compile(
    r"„([^„“”\"]+)[“”\"]|“([^“”„]+)”|\"([^\"]+)\"|«([^«»]+)»|»([^«»]+)«|[「『]([^「」『』]+)[」』]|”([^“”„]+)”"
)
MARKS = frozenset('"„“”«»「」『』')
# An inch is no quotation mark: 27" monitor.
_INCH = re.compile(r"(?<=\d)\"(?=\s|$|[,.;)-])")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: its range with the marks, its text without them, and whether a colon announces it."""

    start: int
    end: int
    text: str
    is_announced: bool

    @property
    def word_count(self) -> int:
        return len(words(self.text))


def quotations(text: str) -> list[Quotation]:
    """The balanced quotations of a text, in order."""
    return [
        Quotation(
            match.start(),
            match.end(),
            match[match.lastindex or 0],
            text[: match.start()].rstrip().endswith((":", "：")),
        )
        for match in _QUOTED.finditer(text)
    ]


def marks(text: str) -> list[int]:
    """Where the quotation marks of a text stand."""
    inches = {match.start() for match in _INCH.finditer(text)} if text.count('"') % 2 else set()
    return [at for at, char in enumerate(text) if char in MARKS and at not in inches]


def is_balanced(text: str) -> bool:
    """Whether every quotation that opens also closes."""
    return len(marks(text)) % 2 == 0


def has_marks(text: str) -> bool:
    return not MARKS.isdisjoint(text)
