"""A pronoun of one sex where the German has one of the other: "er" that became "she"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...models import Document
from .english import Pronoun, Role
from .evidence import Evidence, Text, gather, support
from .german_pronouns import GermanPronoun
from .judging import SURE, judged
from .persons import Mention

# Shares of a text: how far apart in their segments two pronouns may stand that mean the same.
_FAR = 0.35
# Support of a person whose sex is told: surely of the other sex, and hardly of the pronoun's own.
_OF_THE_OTHER, _OF_ITS_OWN = 0.9, 0.2
# By what tells it: German pronoun and person, the person alone, the German pronoun alone.
_BOTH, _PERSON, _PRONOUN = 0.95, 0.8, 0.7
_TOLD = 0.4


@dataclass(frozen=True, slots=True)
class Swap:
    """A pronoun of the wrong sex; `german` is the pronoun of the other sex that stands in its place,
    `person` the mention of somebody of that sex; one of them may be missing.
    """

    pronoun: Pronoun
    german: GermanPronoun | None
    person: Mention | None
    confidence: float


def swaps(text: Text, document: Document) -> Iterator[Swap]:
    """What is judged to stand for a thing is left out: there neither sex is right."""
    if not text.is_german:
        return
    things = {evidence.pronoun.at for _, evidence, confidence in judged(document) if confidence >= SURE}
    for evidence in gather(text):
        if evidence.pronoun.at not in things and evidence.linked is None:
            swap = _swap(text, evidence)
            if swap is not None:
                yield swap


def _swap(text: Text, evidence: Evidence) -> Swap | None:
    other = replace(evidence.pronoun, sex="m" if evidence.pronoun.sex == "f" else "f")
    german = _in_its_place(text, other)
    told = support(text, other)[1]
    person = _somebody(text, other) if told >= _TOLD else None
    if german is not None:
        return Swap(evidence.pronoun, german, person, _PRONOUN if person is None else _BOTH)
    own = max(evidence.known, evidence.chain)
    if told >= _OF_THE_OTHER and own < _OF_ITS_OWN:
        return Swap(evidence.pronoun, None, person, _PERSON)
    return None


def _in_its_place(text: Text, wanted: Pronoun) -> GermanPronoun | None:
    """The German pronoun of the wanted sex alone that no English pronoun of the segment stands for."""
    segment = wanted.word.segment
    taken = {german.at for german in text.links.values()}
    pair = text.document.segments[segment]
    for german in text.german_pronouns[segment]:
        apart = abs(
            german.word.start / max(1, len(pair.source)) - wanted.word.start / max(1, len(pair.target))
        )
        if german.at not in taken and apart < _FAR and _suits(german, wanted):
            return german
    return None


def _suits(german: GermanPronoun, wanted: Pronoun) -> bool:
    alike = (german.role is Role.POSSESSIVE) == (wanted.role is Role.POSSESSIVE)
    return alike and wanted.sex in german.genders and german.genders in {"m", "f", "mn"}


def _somebody(text: Text, wanted: Pronoun) -> Mention | None:
    """The last mention before the pronoun of somebody whose sex is told and the wanted one."""
    found = None
    for mention in text.mentions:
        if mention.at >= wanted.at:
            break
        if mention.sex == wanted.sex and mention.weight >= _TOLD:
            found = mention
    return found
