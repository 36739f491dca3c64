"""Where the wordings of a glossary stand in a text, inflected as texts have them."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..text.inflection import forms
from ..text.languages import joiner
from ..text.tokens import Token, words

_GAP = re.compile(r"[\s\u00ad-]*")  # "heat pump", "heat-pump"
_WHOLE, _LAST, _FIRST = 1.0, 0.8, 0.6
# A short word heads compounds that mean something else: "Stadt" in "Hauptstadt".
_SHORTEST_LAST, _SHORTEST_FIRST, _SHORTEST_REST = 8, 8, 3
_SHORTEST_JOINED = 8
_LINKS = ("s", "es", "n", "en", "")
_COMPOUNDING = {"de"}  # languages that write compounds as one word
_NEAR = 6  # words between which a wording in another order still counts: "group of mercenaries"


class Place(NamedTuple):
    """A wording and its range in a text. `sureness` is less than 1 for a part of a compound."""

    wording: str
    start: int
    end: int
    sureness: float


class Finder:
    """Finds many wordings in texts of one language at once; of two that overlap, the longer."""

    def __init__(self, wordings: Iterable[str], language: str) -> None:
        self._language = language
        self._is_spaced = joiner(language) == " "
        self._is_compounding = language.split("-")[0].lower() in _COMPOUNDING
        self._by_form: dict[str, list[tuple[str, tuple[Token, ...]]]] = defaultdict(list)
        self._plain: list[str] = []
        for wording in wordings:
            self._add(wording)

    def _add(self, wording: str) -> None:
        parts = words(wording)
        if not parts or not self._is_spaced or _has_more_than_words(wording):
            self._plain.append(wording)
            return
        for form in forms(parts[0].text, self._language):
            self._by_form[form].append((wording, parts))

    def find(self, text: str) -> list[Place]:
        """The wordings in reading order."""
        tokens = words(text)
        found = [place for at in range(len(tokens)) for place in self._at(at, tokens, text)]
        found += [place for one in self._plain if one in text for place in _literal(one, text)]
        return _longest(found)

    def _at(self, at: int, tokens: tuple[Token, ...], text: str) -> Iterable[Place]:
        for wording, parts in self._by_form.get(_plain(tokens[at].text), ()):
            those = tokens[at : at + len(parts)]
            if self._matches(parts, those, text):
                yield Place(wording, those[0].start, _end(those[-1]), _WHOLE)
        if self._is_compounding and len(tokens[at].text) >= _SHORTEST_LAST + _SHORTEST_REST:
            yield from self._in_compound(tokens[at])

    def _matches(self, parts: tuple[Token, ...], those: tuple[Token, ...], text: str) -> bool:
        return (
            len(parts) == len(those)
            and all(
                is_form(token.text, part.text, self._language)
                for token, part in zip(those, parts, strict=True)
            )
            and all(_GAP.fullmatch(text, one.end, other.start) for one, other in pairwise(those))
        )

    def _in_compound(self, token: Token) -> Iterable[Place]:
        plain = _plain(token.text)
        for cut in range(_SHORTEST_REST, len(plain) - _SHORTEST_LAST + 1):
            for wording, parts in self._by_form.get(plain[cut:], ()):
                if _is_compounded(parts, token, _SHORTEST_LAST):
                    yield Place(wording, token.start, token.end, _LAST)
        for cut in range(_SHORTEST_FIRST, len(plain) - _SHORTEST_REST + 1):
            for wording, parts in self._by_form.get(plain[:cut], ()):
                linked = {parts[0].text.lower() + link for link in _LINKS}
                if plain[:cut] in linked and _is_compounded(parts, token, _SHORTEST_FIRST):
                    yield Place(wording, token.start, token.end, _FIRST)


@lru_cache(64)
def finder(wordings: tuple[str, ...], language: str) -> Finder:
    """A finder, made once for the same wordings."""
    return Finder(wordings, language)


@lru_cache(20_000)
def _one(wording: str, language: str) -> Finder:
    return Finder((wording,), language)


def places_of(wording: str, text: str, language: str) -> list[Place]:
    """Where one wording stands in a text."""
    return _one(wording, language).find(text)


def is_used(wording: str, text: str, language: str) -> bool:
    """Whether a translation has the wording, in whatever capitals, and its words in whatever order."""
    if places_of(wording.lower(), text.lower(), language):
        return True
    joined = _GAP.sub("", wording.lower())
    if len(joined) >= _SHORTEST_JOINED and joined in _GAP.sub("", text.lower()):
        return True  # "corona virus" for "coronavirus"
    parts, tokens = words(wording), words(text)
    if len(parts) < 2:
        return False
    at = [
        [n for n, token in enumerate(tokens) if _plain(token.text) in forms(part.text, language)]
        for part in parts
    ]
    return all(at) and any(
        all(any(abs(first - other) <= _NEAR for other in others) for others in at) for first in at[0]
    )


def is_form(word: str, of: str, language: str) -> bool:
    """Whether a word is a form of another. What has capitals keeps them: a German noun, "EU", "iPhone"."""
    if len(of) > 1 and not of[1:].islower():
        return re.fullmatch(rf"{re.escape(of)}(?:['’]?s)?", word) is not None
    if of[0].isupper() and not word[0].isupper():
        return False
    return _plain(word) in forms(of, language)


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _end(token: Token) -> int:
    """Where a word ends without the sign of the possessive, which is no part of the term."""
    possessive = re.search(r"['’]s?$", token.text)
    return token.end - len(possessive[0]) if possessive else token.end


def _is_compounded(parts: tuple[Token, ...], token: Token, shortest: int) -> bool:
    (part, *more) = parts
    is_noun = part.text[0].isupper() and not part.text.isupper()
    return not more and is_noun and token.is_capitalised and len(part.text) >= shortest


def _has_more_than_words(wording: str) -> bool:
    """Whether something else than spaces and hyphens is in it: "C++", "5G", "p. a."."""
    return bool(re.search(r"[^\w\s'’-]|[\d_]", wording)) or not wording[0].isalpha()


def _literal(wording: str, text: str) -> Iterable[Place]:
    before = r"(?<!\w)" if wording[0].isascii() and wording[0].isalnum() else ""
    after = r"(?!\w)" if wording[-1].isascii() and wording[-1].isalnum() else ""
    for match in re.finditer(f"{before}{re.escape(wording)}{after}", text):
        yield Place(wording, match.start(), match.end(), _WHOLE)


def _longest(found: list[Place]) -> list[Place]:
    kept: list[Place] = []
    for place in sorted(found, key=lambda one: (one.start - one.end, -one.sureness, one.start, one.wording)):
        if not any(_hides(other, place) for other in kept):
            kept.append(place)
    return sorted(kept, key=lambda one: (one.start, one.end, one.wording))


def _hides(other: Place, place: Place) -> bool:
    overlap = other.start < place.end and place.start < other.end
    # Two wordings of the same length at the same place, such as two entries, both count.
    return overlap and (
        (other.start, other.end) != (place.start, place.end) or other.sureness > place.sureness
    )
