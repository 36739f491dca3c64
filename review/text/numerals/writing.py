"""A number of the source, written the way the target writes its own."""

import re
from decimal import Decimal

from .languages import CODES, SIGNS, NumberLanguage, number_language
from .values import Clock, Figure

_FRACTION = re.compile(r"[.,](\d{1,2})$")
_DIGIT_GROUPS = Decimal(10_000)  # below it a group sign is a matter of taste, and years have none


def written_like(right: Figure, wrong: Figure, source_code: str, target_code: str) -> str:
    """How `right`, read in the source, would stand in the target in the place of `wrong`.

    "12 Millionen" for "13 million" gives "12 million", "drei" for "four" gives "three". Empty if it
    cannot be told.
    """
    source, target = number_language(source_code), number_language(target_code)
    if right.kind is not Decimal or wrong.kind is not Decimal:
        return _day_or_month(right, wrong, target)
    number = _plain_value(right)
    if number is None or any(isinstance(value, Clock) for value in wrong.values | right.values):
        return ""
    written = _amount(right, number, wrong, source, target)
    return written + _ending(number, wrong, target) if written else ""


def _day_or_month(right: Figure, wrong: Figure, target: NumberLanguage) -> str:
    if right.kind is not wrong.kind or len(right.values) > 1:
        return ""
    is_plural = wrong.text.endswith("s")
    names = [word for word, value in target.calendar.items() if value in right.values]
    return next((name for name in names if name.endswith("s") == is_plural), "")


def _plain_value(figure: Figure) -> Decimal | None:
    values = [value for value in figure.values if isinstance(value, Decimal)]
    return values[0] if len(values) == 1 else None


def _amount(
    right: Figure, number: Decimal, wrong: Figure, source: NumberLanguage, target: NumberLanguage
) -> str:
    if not wrong.text[0].isdigit():
        return _word(number, wrong, target)
    grouped = source.group in right.text or (target.group in wrong.text and right.factor == 1)
    if right.factor == 1:
        return _digits(number, right.text, grouped, target)
    magnitude = next((w for w, value in target.magnitudes.items() if value == right.factor), "")
    mantissa = right.text[: right.mantissa_end - right.start]
    return f"{_digits(number / right.factor, mantissa, False, target)} {magnitude}" if magnitude else ""


def _word(number: Decimal, wrong: Figure, target: NumberLanguage) -> str:
    """A number word for a number word, an ordinal for an ordinal."""
    is_ordinal = wrong.text.lower() in target.ordinals
    names = target.ordinals if is_ordinal else target.cardinals
    word = next((name for name, value in names.items() if value == number), "")
    if not word and not is_ordinal:
        word = _digits(number, "", False, target)
    return word.capitalize() if wrong.text[0].isupper() else word


def _digits(number: Decimal, model: str, grouped: bool, target: NumberLanguage) -> str:
    fraction = _FRACTION.search(model)
    places = len(fraction[1]) if fraction and number % 1 else 0
    written = f"{number:,.{places}f}" if grouped or number >= _DIGIT_GROUPS else f"{number:.{places}f}"
    if number % 1 and not places:
        return ""
    return "".join({",": target.group, ".": target.decimal}.get(sign, sign) for sign in written)


def _ending(number: Decimal, wrong: Figure, target: NumberLanguage) -> str:
    """1st, 2nd, 3rd, 4th: the ending of an ordinal in digits, where the wrong one had it."""
    if not target.ordinal_suffix.search(wrong.text) or not wrong.text[0].isdigit():
        return ""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(int(number % 10), "th")


def unit_like(code: str, wrong: str, target_code: str) -> str:
    """The unit `code` written like another: a sign for a sign, a plural for a plural."""
    if wrong in SIGNS:
        return next((sign for sign, known in SIGNS.items() if known == code), "")
    if wrong in CODES:
        return code
    units = number_language(target_code).units
    names = [name for name, known in units.items() if known == code]
    alike = [name for name in names if name[-1] == wrong[-1]]
    return (alike or names or [""])[0]
