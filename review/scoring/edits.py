"""How much of a machine translation a reviewer changed."""

from collections.abc import Sequence

from .. import __version__
from ..models import Score
from ..text.languages import joiner
from ..text.words import tokens
from .inputs import check_pairs


def edit_rate(machine: Sequence[str], corrected: Sequence[str], language: str = "") -> float:
    """Edits per word of the corrected text, from 0 (nothing changed) upwards; above 1 if much was deleted.

    Edits are the words inserted, deleted and replaced (Levenshtein distance), summed over all segments
    and divided by the sum of words. That is TER (Snover et al. 2006) without its shifts: a phrase that
    moved counts as deleted and inserted. Case and punctuation count. Chinese, Japanese, Thai and their
    like are counted by character. Nothing left of a text counts as 1, as in TER.
    Raises UsageError for sequences of different lengths.
    """
    check_pairs(machine, corrected)
    from rapidfuzz.distance import Levenshtein

    edits = words = 0
    for before, after in zip(machine, corrected, strict=True):
        wanted = tokens(after, language)
        edits += Levenshtein.distance(tokens(before, language), wanted)
        words += len(wanted)
    return edits / words if words else float(edits > 0)


def edit_rate_score(machine: Sequence[str], corrected: Sequence[str], language: str = "") -> Score:
    """`edit_rate` with a signature that says how it was counted."""
    unit = "space" if language and joiner(language) else "space+char"
    signature = f"case:mixed|tok:{unit}|shifts:no|version:mt-review-{__version__}"
    return Score("edit rate", edit_rate(machine, corrected, language), signature)
