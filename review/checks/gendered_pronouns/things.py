"""The English noun phrases for things and bodies that a pronoun may stand for."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...text.lexicon import words as word_list
from ...text.people import is_organisation_word, person_sex, singular, thing_kind
from .english import Pronoun
from .reading import Word

_DETERMINERS = word_list("en", "determiners")
_PREPOSITIONS = word_list("en", "prepositions")
_NEVER_TAKEN_UP = word_list("en", "never_taken_up")
_LONGEST = 5  # words after the determiner
_RECENCY = (1.0, 0.7, 0.5)  # by sentences between


@dataclass(frozen=True, slots=True)
class Thing:
    """words[first:last], a determiner up to the head; `organisation` tells a body from other things."""

    first: int
    last: int
    organisation: bool


def likeliest_thing(words: Sequence[Word], pronoun: Pronoun) -> Thing | None:
    """The noun phrase of an earlier sentence that the pronoun most likely stands for; None without one."""
    sentence = pronoun.word.sentence
    start = bisect_left(words, sentence - len(_RECENCY), key=lambda word: word.sentence)
    end = bisect_left(words, sentence, key=lambda word: word.sentence)
    found = list(_things(words, start, end))
    return max(found, key=lambda thing: _prominence(words, thing, pronoun), default=None)


def _things(words: Sequence[Word], start: int, end: int) -> Iterator[Thing]:
    for first in range(start, end):
        if words[first].lower in _DETERMINERS:
            head = _head(words, first, end)
            if head is not None:
                noun = words[head].lower
                organisation = thing_kind(noun) == "organisation" or is_organisation_word(noun)
                yield Thing(first, head + 1, organisation)


def _head(words: Sequence[Word], first: int, end: int) -> int | None:
    """The last noun of the phrase; None where it is no known thing, or a person."""
    head = None
    for at in range(first + 1, min(first + 1 + _LONGEST, end)):
        word = words[at]
        if word.segment != words[first].segment:
            break
        if not word.is_word or word.lower in _PREPOSITIONS or word.lower in _DETERMINERS:
            break
        if thing_kind(word.lower) or is_organisation_word(word.lower):
            head = None if word.lower in _NEVER_TAKEN_UP or singular(word.lower) != word.lower else at
        elif person_sex(word.lower):
            head = None
        elif head is not None:
            break
    return head


def _prominence(words: Sequence[Word], thing: Thing, pronoun: Pronoun) -> float:
    weight = _RECENCY[pronoun.word.sentence - words[thing.first].sentence - 1]
    before = words[thing.first - 1].lower if thing.first else ""
    if words[thing.first].opens:
        weight *= 1.4
    elif before in _PREPOSITIONS:
        weight *= 0.6
    return weight * (1.3 if thing.organisation else 1.0)
