"""When a pronoun is flagged: a small function over its evidence."""

from .english import Role
from .evidence import Evidence

# Below these, no person is taken to fit: with a German source, and from the English alone.
_FITS, _FITS_ALONE = 0.4, 0.25
# So little support that no antecedent needs to be found.
_NOBODY = 0.1


def is_wrong(evidence: Evidence) -> bool:
    """Whether no person fits the pronoun and something else does."""
    if evidence.own:
        return False
    if not evidence.has_source:
        return evidence.support < _FITS_ALONE and evidence.english is not None
    linked = evidence.linked
    if linked is None or evidence.pronoun.sex not in linked.genders or linked.role is Role.REFLEXIVE:
        return False
    if evidence.antecedent is None:
        return evidence.support < _NOBODY
    if evidence.antecedent.country and evidence.pronoun.sex == "f":
        return False  # Countries may be "she".
    if evidence.antecedent.epicene:
        return _is_sex_untold(evidence)
    return not evidence.antecedent.person and evidence.support < _FITS


def _is_sex_untold(evidence: Evidence) -> bool:
    """ "die Person … sie": the German gender belongs to the word, and nothing tells of a woman."""
    return evidence.pronoun.sex == "f" and max(evidence.known, evidence.chain) < _FITS
