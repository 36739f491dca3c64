"""Recognise text that belongs to a web page and not to the article on it."""

import re
from collections.abc import Iterable
from functools import cache

from ..text.lexicon import words

LANGUAGES = (
    "de",
    "en",
    "es",
    "fr",
    "pl",
    "ru",
)  # a page may keep its buttons in any language that it was made in
_SENTENCE_END = re.compile(r"(?<=[.!?…”\"’)])\s+")
_FRAME = r"[\s\W]*"
_OPEN_END = "…"


def is_page_text(text: str) -> bool:
    """Whether the whole text is such a phrase."""
    return bool(_phrases().fullmatch(text))


def page_text(text: str) -> tuple[int, int] | None:
    """Where such text stands: the whole text, or what follows the end of a sentence in it."""
    starts = [0, *(gap.end() for gap in _SENTENCE_END.finditer(text))]
    start = next((start for start in starts if _phrases().fullmatch(text, start)), None)
    if start is None:
        return None
    rest = text[start:]
    return len(text) - len(rest.lstrip()), len(text.rstrip())


@cache
def _phrases() -> re.Pattern[str]:
    phrases = [phrase for language in LANGUAGES for phrase in words(language, "page_furniture")]
    closed = _alternatives(phrase for phrase in phrases if not phrase.endswith(_OPEN_END))
    opening = _alternatives(phrase[:-1] for phrase in phrases if phrase.endswith(_OPEN_END))
    return re.compile(rf"{_FRAME}(?:(?:{closed}){_FRAME}|(?:{opening})(?!\w)[^\n]{{0,120}})", re.IGNORECASE)


def _alternatives(phrases: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(phrases)))
