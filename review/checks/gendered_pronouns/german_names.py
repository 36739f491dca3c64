"""What the German source tells of names: whose they are, by how they are spelled and what stands before."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from ...text.german_nouns import is_article, is_organisation, noun_gender, person_gender
from .reading import Word

_PLACE_PREPOSITIONS = frozenset(["in", "nach", "aus"])
_AS_NAME, _AS_NOUN, _NOT_THERE = 0.5, -0.7, -0.6


def spelling_signs(source: Sequence[Word], names: Collection[str]) -> Iterator[tuple[str, float]]:
    """For each name in lower case: a name is spelled alike in both languages, another noun is not.

    Weights above 0 speak for a person, below 0 against one.
    """
    spelled = {word.lower: word.text for word in source if word.is_capitalised}
    for name in names if source else ():
        if name not in spelled:
            yield name, _NOT_THERE
        elif noun_gender(spelled[name]) is not None:
            yield name, _AS_NOUN
        elif not spelled[name].isupper():
            yield name, _AS_NAME


def neighbour_signs(source: Sequence[Word], names: Collection[str]) -> Iterator[tuple[str, float, str]]:
    """(name, weight, sex) for what stands before a name: "Ministerin Kern", "Gruppe Kern", "der Kern"."""
    for before, word in pairwise(source):
        if word.lower in names and word.is_capitalised:
            yield word.lower, *_by_word_before(before)


def _by_word_before(before: Word) -> tuple[float, str]:
    if before.is_capitalised and before.is_word:
        gender = person_gender(before.text)
        if gender is not None:
            return 2.0, gender if gender == "f" or before.lower == "herr" else "-"
        if is_organisation(before.text):
            return -2.0, "-"
        return (-1.5 if noun_gender(before.text) and not before.opens else 0.0), "-"
    if is_article(before.lower) or before.lower in _PLACE_PREPOSITIONS:
        return -1.0, "-"
    return 0.0, "-"
