"""Which numbers of two texts answer each other."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..text.lexicon import words
from ..text.numerals import Certainty, Figure, Month, Unit, Value, may_be_same

# One duration in another unit: two weeks are fourteen days, a year and a half eighteen months.
_UNIT_STEPS = frozenset(map(Decimal, (7, 12, 24, 30, 52, 60, 365)))
_TIMES = {"s", "min", "h", "d", "wk", "mo", "yr"}


_NEXT_WORD = re.compile(r"[\W_]{0,2}([^\W\d_]+)")
_MONTHS = frozenset(map(Decimal, range(1, 13)))


@dataclass(frozen=True, slots=True)
class Leftovers:
    """The numbers of each side that the other side does not have, and those that both have."""

    lost: list[Figure]
    added: list[Figure]


def leftovers(source: Sequence[Figure], target: Sequence[Figure]) -> Leftovers:
    """Compare as sets: a number said once may be repeated in the translation."""
    return Leftovers(list(_without(source, target)), list(_without(target, source)))


def _without(these: Iterable[Figure], others: Iterable[Figure]) -> Iterator[Figure]:
    pool = _pool(others)
    for figure in these:
        if figure.certainty is not Certainty.HINT and pool.isdisjoint(figure.values):
            yield from _uncovered(figure, pool)


def _uncovered(figure: Figure, pool: set[Value]) -> list[Figure]:
    """What of a figure is missing: of a score or date only the wrong part."""
    missing = [part for part in figure.parts if pool.isdisjoint(part.values)]
    return [figure] if len(missing) == len(figure.parts) else missing


def _pool(figures: Iterable[Figure]) -> set[Value]:
    pool: set[Value] = set()
    for figure in figures:
        pool |= figure.values | _as_other_kind(figure)
        for part in figure.parts:
            pool |= part.values | _as_other_kind(part)
    return pool


def _as_other_kind(figure: Figure) -> set[Value]:
    """July answers the 7 of a date in digits, and the reverse."""
    months: set[Value] = {Decimal(value.number) for value in figure.values if isinstance(value, Month)}
    names: set[Value] = {
        Month(int(value)) for value in figure.values if isinstance(value, Decimal) and value in _MONTHS
    }
    return months | names


def without_conversions(left: Leftovers, target: str, language: str) -> Leftovers:
    """Kilometres restated in miles: the number changes, and which one answers which is not told."""
    units = words(language, "converted_units")
    added = [figure for figure in left.added if _next_word(target, figure.end) not in units]
    return left if len(added) == len(left.added) else Leftovers([], added)


def _next_word(text: str, end: int) -> str:
    match = _NEXT_WORD.match(text, end)
    return match[1] if match else ""


def without_durations(left: Leftovers) -> Leftovers:
    """Without times that the other side gives in another unit: 24 months and two years."""
    pairs = [(lost, added) for lost in left.lost for added in left.added if same_duration(lost, added)]
    gone = {id(figure) for pair in pairs for figure in pair}
    kept = [[figure for figure in side if id(figure) not in gone] for side in (left.lost, left.added)]
    return Leftovers(*kept)


def same_duration(one: Figure, other: Figure) -> bool:
    """Whether two numbers may be one duration in two units."""
    codes = {figure.unit.code for figure in (one, other) if figure.unit}
    if len(codes) < 2 or not codes <= _TIMES:
        return False
    numbers = [[v for v in figure.values if isinstance(v, Decimal) and v] for figure in (one, other)]
    return any(a / b in _UNIT_STEPS or b / a in _UNIT_STEPS for a in numbers[0] for b in numbers[1])


def changed_units(source: Sequence[Figure], target: Sequence[Figure]) -> Iterator[tuple[Unit, Unit]]:
    """(source's, target's) unit of amounts that are equal but for it.

    A number of the source that counts something else may be the one that is meant.
    """
    for figure in target:
        same = [other for other in source if other.values & figure.values]
        units = [other.unit for other in same if other.unit]
        if not figure.unit or not units or len(units) < len(same):
            continue
        if not any(may_be_same(unit, figure.unit) for unit in units):
            yield units[0], figure.unit


def is_like_sized(one: Figure, other: Figure) -> bool:
    """Whether two numbers in digits have as many of them, and enough to be no chance."""
    counts = [sum(map(str.isdecimal, figure.text)) for figure in (one, other)]
    are_plain = all(figure.factor == 1 and figure.kind is Decimal for figure in (one, other))
    return are_plain and counts[0] == counts[1] >= 2
