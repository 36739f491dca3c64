"""Whether a translation leaves out much of its source."""

from ..models import Segment
from ..text.tokens import words
from .quotation_marks import has_marks, quotations

_LEAST_WORDS = 10  # of the source: short sentences vary more
_SHARE = 0.65


def is_shortened(segment: Segment) -> bool:
    """Whether so many words are missing that a lost name, number or denial is only a part of what is lost.

    Other checks flag the lost clause; one cause needs one flag.
    """
    count = len(words(segment.source))
    return count >= _LEAST_WORDS and len(words(segment.target)) < _SHARE * count


def is_in_lost_speech(segment: Segment, start: int, end: int) -> bool:
    """Whether a place of the source stands in a quotation, and the translation quotes nothing at all."""
    if has_marks(segment.target):
        return False
    return any(one.start <= start and end <= one.end for one in quotations(segment.source))
