"""The nouns of evaluation: places that people marked, and flags as they are measured."""

from collections.abc import Sequence
from dataclasses import dataclass

from .models import Side


@dataclass(frozen=True, slots=True)
class Label:
    """A place that people marked: an error, or words that they found right.

    `kind` is its code or category. An error `anywhere` in its segment, such as a word left out, has no
    place of its own. A label in the source stands for its whole segment.
    """

    segment: int
    start: int
    end: int
    side: Side = Side.TARGET
    kind: str = ""
    anywhere: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag as it is measured; `code` is its check, `category` its MQM category."""

    segment: int
    start: int
    end: int
    side: Side
    code: str
    category: str = ""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document that people judged.

    `correct` are words that must not be flagged, `ignore` places that do not count. Flags outside `errors`
    are wrong only where the document is `complete`; `labelled` names the kinds of errors that were looked
    for (none: all). `clean` documents count for flags per 1,000 words.
    """

    id: str
    words: int
    errors: Sequence[Label]
    correct: Sequence[Label] = ()
    ignore: Sequence[Label] = ()
    labelled: Sequence[str] = ()
    complete: bool = True
    clean: bool = False
