"""What a number in a text is."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import IntEnum
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: minutes on a dial of twelve hours, since 18.30 may come back as 6:30 pm."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month, 1 to 12."""

    number: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 1 for Monday to 7."""

    number: int

    @property
    def before(self) -> "Weekday":
        return Weekday(self.number - 1 or 7)


Value = Decimal | Clock | Month | Weekday


class Certainty(IntEnum):
    """How sure it is that the words mean a number that a translation must keep."""

    HINT = 0  # "both", "midnight", the 2 in "CO2": may answer a number, need not be answered
    WORD = 1  # "twelve", "May": a number, but one that is often said otherwise
    DIGITS = 2


class Unit(NamedTuple):
    """What is counted: the ISO 4217 code of a currency or a code of the unit lists; range of its name."""

    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text.

    It may mean any of `values`: "18.30" is a time or a decimal. `parts` are the numbers that it is made
    of, where these may stand alone in the translation ("2:0" and "2-0"). `factor` is the magnitude word
    that is part of it, `mantissa_end` where the number before that word ends.
    """

    text: str
    start: int
    end: int
    values: frozenset[Value]
    certainty: Certainty
    parts: tuple["Figure", ...] = ()
    factor: Decimal = Decimal(1)
    mantissa_end: int = -1
    unit: Unit | None = None

    @property
    def kind(self) -> type[Value]:
        """Month, Weekday or, for everything else, Decimal."""
        return next((type(value) for value in self.values if isinstance(value, Month | Weekday)), Decimal)

    def times(self, factor: Decimal) -> frozenset[Value]:
        """The values multiplied."""
        return frozenset(value * factor for value in self.values if isinstance(value, Decimal))

    def also(self, *values: Value) -> "Figure":
        """The same figure with further readings."""
        return replace(self, values=self.values | set(values))
