"""MQM penalty points: what the errors of a text weigh."""

from collections.abc import Iterable
from typing import NamedTuple

from ..models import ErrorSpan


class Penalty(NamedTuple):
    """Penalty points per 1,000 words of the machine's text (`before`) and of the present text (`after`)."""

    before: float
    after: float


def penalty_per_thousand(errors: Iterable[ErrorSpan], words: int) -> Penalty:
    """MQM penalty points per 1,000 words; 0 for a text without words.

    Points are the severity weights of the MQM scoring model (neutral 0, minor 1, major 5, critical 25),
    https://themqm.org. `errors` are those that a person confirmed or marked; `before` counts all of them,
    `after` those that the present text still has.
    """
    found = list(errors)
    return Penalty(_rate(found, words), _rate([error for error in found if not error.corrected], words))


def _rate(errors: Iterable[ErrorSpan], words: int) -> float:
    if words <= 0:
        return 0.0
    return 1000 * sum(error.severity.weight for error in errors) / words
