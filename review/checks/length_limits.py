"""From where on the length of a translation tells that something is missing or added."""

from ..models import Segment

# Standard deviations from the usual length.
TOO_SHORT = -2.9
TOO_LONG = 3.6
_SHORTEST = 30  # characters of the source: below, a heading may be put in any number of words


def is_measurable(segment: Segment) -> bool:
    """Whether the source is long enough for its translation to have a usual length."""
    return len(segment.source) >= _SHORTEST and bool(segment.target.strip())
