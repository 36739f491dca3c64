"""When a pronoun is flagged: a small function over its evidence."""

from dataclasses import replace

from .english import Role
from .evidence import Evidence

# Below these, no person is taken to fit: with a German source, and from the English alone.
_FITS, _FITS_ALONE = 0.5, 0.3
# So little support that no antecedent needs to be found, where there was room to name somebody.
_NOBODY, _ROOM = 0.1, 2
# Nouns after a preposition are seldom taken up, see NounPhrase.salience.
_SALIENT = 0.7


def is_wrong(evidence: Evidence) -> bool:
    """Whether no person fits the pronoun and something else does."""
    if evidence.own:
        return False
    return _by_source(evidence) if evidence.has_source else _by_english(evidence)


def as_companion(evidence: Evidence, wrong: Evidence | None) -> Evidence | None:
    """The evidence of a pronoun that can only stand for the same as a wrong one before it in its sentence.

    "In Uhlberg *he* overflowed *his* banks": German has no pronoun there, so nothing else links it.
    """
    if wrong is None or evidence.own or evidence.linked is not None:
        return None
    pronoun, first = evidence.pronoun, wrong.pronoun
    if (pronoun.word.sentence, pronoun.sex) != (
        first.word.sentence,
        first.sex,
    ) or evidence.support >= _FITS_ALONE:
        return None
    return replace(evidence, linked=wrong.linked, antecedent=wrong.antecedent, english=wrong.english)


def _by_source(evidence: Evidence) -> bool:
    linked, phrase = evidence.linked, evidence.antecedent
    if linked is None or linked.role is Role.REFLEXIVE or not _agrees(evidence.pronoun.sex, linked.genders):
        return False
    if phrase is None:
        return not evidence.german_person and _is_nobody_named(evidence)
    if phrase.epicene:
        return _is_sex_untold(evidence)
    if phrase.gender == "p" and linked.genders != "p":
        return False  # Only a verb tells that "sie" is plural.
    if phrase.person or phrase.salience < _SALIENT or (phrase.country and evidence.pronoun.sex == "f"):
        return False  # Countries may be "she".
    return evidence.support < _FITS and (phrase.organisation or not evidence.speaks)


def _agrees(sex: str, genders: str) -> bool:
    """Whether an English sex may come from a German gender; "sie" is plural too."""
    return sex in genders or (sex == "f" and "p" in genders)


def _is_sex_untold(evidence: Evidence) -> bool:
    """ "die Person … sie": the German gender belongs to the word, and nothing tells of a woman."""
    return evidence.pronoun.sex == "f" and max(evidence.known, evidence.chain) < _FITS


def _by_english(evidence: Evidence) -> bool:
    thing = evidence.english
    if thing is None:
        return _is_nobody_named(evidence)
    return evidence.support < _FITS_ALONE and (thing.organisation or not evidence.speaks)


def _is_nobody_named(evidence: Evidence) -> bool:
    return evidence.support < _NOBODY and evidence.sentences_before >= _ROOM and not evidence.speaks
