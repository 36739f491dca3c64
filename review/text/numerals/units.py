"""What a number counts: a currency or a unit of measure."""

import re

from .languages import CODES, SIGNS, NumberLanguage
from .values import Unit

SIGN_BEFORE = re.compile(rf"({'|'.join(map(re.escape, SIGNS))}|\b(?:{'|'.join(CODES)})) ?$")


def unit_of(text: str, start: int, end: int, language: NumberLanguage) -> Unit | None:
    """The unit of the number at [start, end): its name after it, or a sign of money before it."""
    after = language.unit.match(text, end)
    if after:
        return Unit(_code(after[1], language), after.start(1), after.end(1))
    before = SIGN_BEFORE.search(text, max(0, start - 5), start)
    return Unit(_code(before[1], language), before.start(1), before.end(1)) if before else None


def _code(name: str, language: NumberLanguage) -> str:
    return SIGNS.get(name) or language.units.get(name) or name


def may_be_same(one: Unit, other: Unit) -> bool:
    """Whether two units are equal, or one tells less: "degrees" and "degrees Celsius"."""
    return f"{one.code} ".startswith(f"{other.code} ") or f"{other.code} ".startswith(f"{one.code} ")
