"""A and an."""

import re
from collections.abc import Iterator
from functools import cache

from ..models import Document, Severity, Suggestion
from ..text.lexicon import words
from ..text.spelling import is_listed
from .base import Example, Finding, check

_ARTICLE = re.compile(r"(?<![\w'’.-])(?P<article>[Aa]n?) (?P<next>[a-z]{3,})(?![\w@])")
# "uninteresting", "unimportant" sound as they are written, unlike "unit".
_UN = re.compile(r"uni(?:n|m(?!o)|dentif|deal|r(?=r)|s(?=s))")


@check(
    code="article-form",
    name="A or an",
    category="linguistic-conventions/grammar",
    severity=Severity.MINOR,
    target_langs=("en",),
    examples=[
        Example("It was ⟦a⟧ old mill.", fixed="It was an old mill."),
        Example("It was ⟦an⟧ mill.", fixed="It was a mill."),
        Example("⟦An⟧ useful mill burned for ⟦a⟧ hour.", fixed="A useful mill burned for an hour."),
        Example("An honest miller, a European, a one-off, an unimportant unit and an hour"),
        Example("Vitamin A is in it, and an NGO knows a UFO from an X-ray."),
    ],
)
def article_form(document: Document) -> Iterator[Finding]:
    """The article is "a" before a vowel, or "an" before a consonant.

    Why it matters: readers hear it; often the next word was exchanged and the article forgotten.
    Does not see: words with a capital, abbreviations and figures; before "h" both may be right.
    """
    for number, segment in enumerate(document.segments):
        for match in _ARTICLE.finditer(segment.target):
            article, following = match["article"], match["next"]
            right = _right_form(following)
            if right and article.lower() != right and is_listed(following, "en"):
                start, end = match.span("article")
                better = right.capitalize() if article[0] == "A" else right
                message = f"Before “{following}” it is “{right}”."
                yield Finding(number, start, end, message, suggestions=(Suggestion(better, start, end),))


def _right_form(word: str) -> str:
    """a or an; empty where both are in use."""
    if word.startswith(_beginnings("an_words")):
        return "an" if not word.startswith("herb") else ""
    if word.startswith(_beginnings("a_words")) and not _UN.match(word):
        return "a"
    if word[0] in "aeiou":
        return "an"
    return "a" if word[0] != "h" or word.startswith(("ha", "he", "ho", "hu")) else ""


@cache
def _beginnings(name: str) -> tuple[str, ...]:
    return tuple(words("en", name))
