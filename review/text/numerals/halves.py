"""Halves: "two and a half", "an hour and a half", "halb fünf"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from .languages import NumberLanguage
from .values import Certainty, Clock, Figure, Value

_HALF = Decimal("0.5")
_NEAR = 12  # characters: "two hours and a half"
_ROOM_BEFORE = 6


def with_halves(text: str, found: Sequence[Figure], language: NumberLanguage) -> Iterator[Figure]:
    """The figures with what "and a half" adds to them, in order.

    Where it adds to no number ("an hour and a half"), it is one itself: 1.5.
    """
    halves = list(language.and_half.finditer(text))
    for figure in found:
        while halves and halves[0].start() < figure.start:
            yield _alone(text, halves.pop(0).span())
        if halves and figure.end <= halves[0].start() <= figure.end + _NEAR:
            end = halves.pop(0).end()
            yield _with_half(text, figure, end, language)
        elif language.half_hour.search(text, max(0, figure.start - _ROOM_BEFORE), figure.start):
            yield replace(figure, values=figure.values | set(_half_before(figure)))
        else:
            yield figure
    for match in halves:
        yield _alone(text, match.span())


def _alone(text: str, span: tuple[int, int]) -> Figure:
    return Figure(text[slice(*span)], *span, frozenset({1 + _HALF}), Certainty.HINT)


def _with_half(text: str, figure: Figure, end: int, language: NumberLanguage) -> Figure:
    """With the magnitude word that may follow: "two and a half million"."""
    more = {value + _HALF * figure.factor for value in figure.values if isinstance(value, Decimal)}
    magnitude = language.magnitude.match(text, end)
    if magnitude:
        more |= {value * language.magnitudes[magnitude[1]] for value in more}
    return replace(figure, values=figure.values | more)


def _half_before(figure: Figure) -> Iterator[Value]:
    for value in figure.values:
        if isinstance(value, Decimal) and value == int(value) and 1 <= value <= 24:
            yield value - 1
            yield Clock((int(value) * 60 - 30) % 720)
