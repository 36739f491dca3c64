"""The forms of a word: what a dictionary's word may look like in a text.

Forms are made from the dictionary's word, not words cut down to stems: so a rare compound, which no word
list has, is found in all its cases, and words that only begin alike are kept apart.
"""

from collections.abc import Callable
from functools import lru_cache

from . import english, german

_REMEMBERED = 50_000
_MAKERS: dict[str, Callable[[str, bool], set[str]]] = {"de": german.forms, "en": english.forms}


@lru_cache(_REMEMBERED)
def forms(word: str, language: str) -> frozenset[str]:
    """A word's forms in lower case, itself included. A language without rules has only the word itself.

    A capital tells that a German word is a noun.
    """
    plain = word.lower().replace("’", "'")
    maker = _MAKERS.get(language.split("-")[0].lower())
    made = maker(plain, word[:1].isupper()) if maker else set()
    return frozenset({plain} | made)


def has_forms(language: str) -> bool:
    """Whether the inflection of a language is known."""
    return language.split("-")[0].lower() in _MAKERS


def in_number_of(word: str, seen: str, lemma: str, language: str) -> str:
    """The word in the plural where `seen` is the English plural of `lemma`; else as it is."""
    is_english = language.split("-")[0].lower() == "en"
    if is_english and seen.lower() != lemma.lower() and seen.lower() in english.plurals(lemma.lower()):
        return english.plural(word)
    return word
