"""Why a pronoun is taken to be wrong, in words: only what is true of the text as it was read."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from .evidence import Evidence, Text, phrases_before, prominence
from .german_phrases import NounPhrase
from .german_pronouns import GermanPronoun
from .reading import Word

_SENTENCES = 8
_SOMEBODY = 0.3  # weight of a mention that may be a person
_CHAIN = 2  # sentences


@dataclass(frozen=True, slots=True)
class Precedent:
    """A German pronoun before, of the same gender, and the English one that it became."""

    german: GermanPronoun
    english: Word


def blamed(text: Text, evidence: Evidence) -> NounPhrase | None:
    """The noun phrase that the pronoun seems to stand for: the likeliest one that is no person."""
    first, linked = evidence.antecedent, evidence.linked
    if first is None or linked is None or _may_be_blamed(first, linked):
        return first
    fitting = [phrase for phrase in phrases_before(text, linked) if phrase.gender in linked.genders]
    things = [phrase for phrase in fitting if _may_be_blamed(phrase, linked)]
    return max(things, key=lambda phrase: prominence(phrase, linked), default=None)


def _may_be_blamed(phrase: NounPhrase, linked: GermanPronoun) -> bool:
    if phrase.gender == "p":
        return linked.genders == "p"
    return phrase.epicene or not phrase.person


def precedent(text: Text, evidence: Evidence) -> Precedent | None:
    """ "Sie → it" in a sentence before, where this one is "sie → she"."""
    linked = evidence.linked
    if linked is None:
        return None
    for german, english in reversed(text.partners):
        if german.at < linked.at and set(german.genders) & set(linked.genders):
            near = linked.word.sentence - german.word.sentence <= _CHAIN
            return Precedent(german, english) if near and english.lower.startswith("it") else None
    return None


def reasons(text: Text, evidence: Evidence, before: Precedent | None) -> Iterator[str]:
    """Clauses for the message, the most telling first."""
    if before is not None:
        where = f"(segment {before.german.word.segment + 1})"
        yield f"“{before.german.word.text}” before it became “{before.english.text}” {where}"
    count = min(_SENTENCES, evidence.sentences_before)
    if count and not _is_somebody_near(text, evidence):
        who = "woman" if evidence.pronoun.sex == "f" else "man"
        where = "sentence" if count == 1 else f"{count} sentences"
        yield f"no {who} was found in the {where} before"


def _is_somebody_near(text: Text, evidence: Evidence) -> bool:
    """Whether a person whom the pronoun may mean stands in its sentence or in those before."""
    pronoun = evidence.pronoun
    first = bisect_left(text.mentions, pronoun.word.sentence - _SENTENCES, key=lambda one: one.sentence)
    last = bisect_left(text.mentions, pronoun.word.sentence + 1, key=lambda one: one.sentence)
    near = text.mentions[first:last]
    return any(one.weight >= _SOMEBODY and one.sex in (pronoun.sex, "-") for one in near)
