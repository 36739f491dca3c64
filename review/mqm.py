"""The MQM error typology (themqm.org): categories, severity weights, and their ITS 2.0 equivalents."""

from enum import StrEnum


class Severity(StrEnum):
    """How bad an error is, mildest first. Compare with `rank`."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for neutral up to 3 for critical."""
        return list(Severity).index(self)

    @property
    def weight(self) -> int:
        """Penalty points of one error: the multipliers 0-1-5-25 of the MQM scoring model."""
        return (0, 1, 5, 25)[self.rank]


# category: (name on the screen, ITS 2.0 localization quality issue type)
CATEGORIES: dict[str, tuple[str, str]] = {
    "accuracy/mistranslation": ("mistranslation", "mistranslation"),
    "accuracy/mistranslation/pronoun": ("pronoun", "mistranslation"),
    "accuracy/mistranslation/number": ("number", "numbers"),
    "accuracy/mistranslation/entity": ("name", "inconsistent-entities"),
    "accuracy/mistranslation/negation": ("negation", "mistranslation"),
    "accuracy/omission": ("omission", "omission"),
    "accuracy/addition": ("addition", "addition"),
    "accuracy/untranslated": ("untranslated", "untranslated"),
    "accuracy/do-not-translate": ("should not be translated", "mistranslation"),
    "terminology": ("terminology", "terminology"),
    "terminology/inconsistent-name": ("inconsistent name", "inconsistent-entities"),
    "terminology/inconsistent": ("inconsistent term", "inconsistency"),
    "linguistic-conventions/grammar": ("grammar", "grammar"),
    "linguistic-conventions/spelling": ("spelling", "misspelling"),
    "linguistic-conventions/capitalization": ("capitals", "misspelling"),
    "linguistic-conventions/repetition": ("repetition", "duplication"),
    "linguistic-conventions/punctuation": ("punctuation", "typographical"),
    "linguistic-conventions/spacing": ("spacing", "whitespace"),
    "locale-conventions/number-format": ("number format", "locale-violation"),
    "locale-conventions/date-format": ("date format", "locale-violation"),
    "style/awkward": ("awkward", "style"),
    "style/register": ("register", "register"),
    "design-and-markup": ("markup", "markup"),
    "other": ("other", "other"),
}


def category_name(category: str) -> str:
    """The name of a category on the screen; an unknown one is shown by its last part."""
    known = CATEGORIES.get(category)
    return known[0] if known else category.rsplit("/", 1)[-1].replace("-", " ")
