"""MQM penalty points: what the errors of a text weigh."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..models import ErrorSpan, Severity


class Penalty(NamedTuple):
    """Penalty points per 1,000 words of the machine's text (`before`) and of the present text (`after`)."""

    before: float
    after: float


def penalty_per_thousand(
    errors: Iterable[ErrorSpan], words: int, weight: Callable[[Severity], float] | None = None
) -> Penalty:
    """MQM penalty points per 1,000 words; 0 for a text without words.

    Points are the severity weights of the MQM scoring model (neutral 0, minor 1, major 5, critical 25),
    https://themqm.org. `errors` are those that a person confirmed or marked; `before` counts all of them,
    `after` those that the present text still has. `weight` gives other points than the usual ones.
    """
    found = list(errors)
    points = weight or (lambda severity: severity.weight)
    uncorrected = [error for error in found if not error.corrected]
    return Penalty(_rate(found, words, points), _rate(uncorrected, words, points))


def _rate(errors: Iterable[ErrorSpan], words: int, points: Callable[[Severity], float]) -> float:
    if words <= 0:
        return 0.0
    return 1000 * sum(points(error.severity) for error in errors) / words
