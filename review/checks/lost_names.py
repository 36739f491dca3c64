"""Clauses that are left out, as far as the names in them tell."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from ..models import Document, Segment
from ..text.german_nouns import noun_gender
from ..text.tokens import Token, words
from ..text.translation_length import length_model

_SHORTER = -1.5  # standard deviations from the usual length
_ALIKE = 60.0  # percent: names change in translation (Kiew, Kyiv)
_LETTERS = 4
_CONFIDENCE = 0.9

_SENTENCE_START = re.compile(r"(?:^|[.!?:…])[\s\"'„“”»«‚‘’(]*$")
_LOOK_BACK = 8  # characters between the end of a sentence and its next word
_EDGES = ",.;:!?…–—()"
_FEW_WORDS = 2


class Lost(NamedTuple):
    """A range of the source that the translation does not seem to say, and how sure that is (0 to 1)."""

    start: int
    end: int
    confidence: float


def lost_names(document: Document, numbers: Sequence[int]) -> list[Lost | None]:
    """For each of these segments the clause whose names are not in the translation."""
    model = length_model(document.source_lang, document.target_lang)
    language = document.source_lang.split("-")[0].lower()
    found: list[Lost | None] = []
    for number in numbers:
        one = document.segments[number]
        is_short = model and model.deviation(one.source, one.target) < _SHORTER
        names = list(_missing_names(one, language)) if is_short else []
        pairs = (_clause_of(one.source, *pair) for pair in pairwise(names) if _adjacent(one.source, *pair))
        found.append(next(pairs, None))
    return found


def _adjacent(text: str, one: Token, other: Token) -> bool:
    """Single words may be adjectives or nouns that the lists lack; two in a row are a full name."""
    return text[one.end : other.start] == " "


def _missing_names(segment: Segment, language: str) -> Iterator[Token]:
    target = [word.text.lower() for word in words(segment.target)]
    for token in words(segment.source):
        name = token.text.lower()
        if _is_name(segment.source, token, language) and not any(_alike(name, word) for word in target):
            yield token


def _is_name(text: str, token: Token, language: str) -> bool:
    if not token.is_capitalised or len(token.text) < _LETTERS:
        return False
    before = text[max(0, token.start - _LOOK_BACK) : token.start]
    if _SENTENCE_START.search(before):
        return False
    return language != "de" or noun_gender(token.text) is None


def _alike(name: str, word: str) -> bool:
    return name[:_LETTERS] == word[:_LETTERS] or fuzz.ratio(name, word) >= _ALIKE


def _clause_of(text: str, first: Token, last: Token) -> Lost:
    start = max(text.rfind(edge, 0, first.start) for edge in _EDGES) + 1
    ends = [at for edge in _EDGES if (at := text.find(edge, last.end)) >= 0]
    clause = text[start : min(ends, default=len(text))]
    start += len(clause) - len(clause.lstrip())
    return Lost(start, start + len(clause.strip()), _CONFIDENCE)


def to_clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The range with the one or two words that still belong to its first and last clause."""
    before = re.split(f"[{_EDGES}]", text[:start])[-1]
    after = re.split(f"[{_EDGES}]", text[end:])[0]
    if len(before.split()) <= _FEW_WORDS:
        start -= len(before.lstrip())
    if len(after.split()) <= _FEW_WORDS:
        end += len(after.rstrip())
    return start, end
