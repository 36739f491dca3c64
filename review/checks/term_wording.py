"""What stands in a translation where a glossary's wording should, and that wording fitted to its place."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from ..models import Document, Segment, Suggestion, Term
from ..text.inflection import forms, in_number_of
from ..text.lexicon import words as listed
from ..text.tokens import Token, words
from .term_matching import Place, finder, is_used, places_of

_ALIKE = 82.0  # of 100: "mercenery group"


class Demand(NamedTuple):
    """A term of the glossary and where the source has it."""

    term: Term
    place: Place


def demands(document: Document) -> Iterator[tuple[int, Segment, list[Demand]]]:
    """Each segment with its number and the terms that its source has, each term once."""
    by_source = {term.source: term for term in document.terms if term.source}
    if not by_source:
        return
    found = finder(tuple(by_source), document.source_lang)
    for number, segment in enumerate(document.segments):
        best: dict[str, Place] = {}
        for place in found.find(segment.source):
            kept = best.setdefault(place.wording, place)
            if place.sureness > kept.sureness:
                best[place.wording] = place
        yield number, segment, [Demand(by_source[wording], place) for wording, place in best.items()]


def wordings_met(document: Document) -> Iterator[tuple[int, Term]]:
    """(segment, term) for each term that has a forbidden wording in the translation, whatever the source."""
    by_wording: dict[str, list[Term]] = defaultdict(list)
    for term in document.terms:
        for wording in term.forbidden:
            by_wording[wording].append(term)
    if not by_wording:
        return
    found = finder(tuple(by_wording), document.target_lang)
    for number, segment in enumerate(document.segments):
        met = dict.fromkeys(place.wording for place in found.find(segment.target))
        terms = dict.fromkeys(term for wording in met for term in by_wording[wording])
        yield from ((number, term) for term in terms)


def is_kept(term: Term) -> bool:
    """Whether the term must stay as it is."""
    return term.targets == (term.source,)


def forbidden_places(term: Term, text: str, language: str) -> list[Place]:
    """Forbidden wordings in a translation, but for those inside an allowed one: "(federal) chancellor"."""
    allowed = [place for wording in term.targets for place in places_of(wording, text, language)]
    return [
        place
        for wording in term.forbidden
        for place in places_of(wording, text, language)
        if not any(one.start <= place.start and place.end <= one.end for one in allowed)
    ]


def is_rendered(term: Term, text: str, language: str) -> bool:
    """Whether a translation has any wording that the glossary allows."""
    return any(is_used(wording, text, language) for wording in term.targets)


def is_derived(term: Term, text: str) -> bool:
    """Whether a translation has a word that begins like a wording of a single word: "season", "seasonal"."""
    stems = [wording.lower() for wording in term.targets if " " not in wording and len(wording) > 4]
    return any(token.text.lower().startswith(stem) for token in words(text) for stem in stems)


def wrong_place(term: Term, text: str, source_lang: str, target_lang: str) -> tuple[int, int] | None:
    """The range of what stands there instead, where it can be told: the source's word, or a near miss."""
    for place in places_of(term.source, text, source_lang):
        return place.start, place.end
    for wording in term.targets:
        if found := _misspelt(wording, text) or _other_modifier(wording, text, target_lang):
            return found
    return None


def _misspelt(wording: str, text: str) -> tuple[int, int] | None:
    tokens, length = words(text), len(words(wording))
    for at in range(len(tokens) - length + 1) if length else ():
        start, end = tokens[at].start, tokens[at + length - 1].end
        if len(wording) > 4 and fuzz.ratio(wording.lower(), text[start:end].lower()) >= _ALIKE:
            return start, end
    return None


def _other_modifier(wording: str, text: str, language: str) -> tuple[int, int] | None:
    """For a wording of two words, its second word with another one before it: "thermal pump"."""
    parts = words(wording)
    if len(parts) != 2:
        return None
    for before, head in pairwise(words(text)):
        adjacent = text[before.end : head.start] in (" ", "-")
        if adjacent and head.text.lower() in forms(parts[1].text, language) and _is_content(before, language):
            return before.start, head.end
    return None


def _is_content(token: Token, language: str) -> bool:
    """Whether it may be a part of a term: neither a small word nor a name."""
    common = listed(language, "common_words") | listed(language, "determiners")
    return len(token.text) > 3 and not token.is_capitalised and token.text not in common


def replacements(
    term: Term, text: str, span: tuple[int, int], lemma: str, language: str
) -> tuple[Suggestion, ...]:
    """The allowed wordings for a range, with its capital and, where it is one, its plural.

    `lemma` is what stands there as a dictionary has it; '' if that is not known.
    """
    start, end = span
    fitted = (_fitted(wording, text, span, lemma, language) for wording in term.targets)
    return tuple(Suggestion(one, start, end) for one in dict.fromkeys(fitted) if one != text[start:end])


def _fitted(wording: str, text: str, span: tuple[int, int], lemma: str, language: str) -> str:
    seen = text[slice(*span)]
    before, _, last = wording.rpartition(" ")
    seen_last, lemma_last = seen.rpartition(" ")[2], lemma.rpartition(" ")[2]
    if lemma_last:
        last = in_number_of(last, seen_last, lemma_last, language)
    whole = f"{before} {last}".strip()
    begins = not text[: span[0]].strip(" \"'“„‘«([")
    is_raised = seen[:1].isupper() and (begins or seen[:1] != lemma[:1]) and bool(lemma or begins)
    return whole[:1].upper() + whole[1:] if is_raised else whole
