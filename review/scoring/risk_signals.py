"""What tells, without knowing the right translation, that a segment may be wrong. Higher means riskier."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from ..models import Document, Segment
from ..text.languages import joiner
from ..text.tokens import Token
from ..text.translation_length import length_model
from ..text.vectors import Coverage, Words

Signals = Mapping[str, float]

_LEAST_COVERED = 3


def surface_signals(document: Document, segment: Segment) -> Signals:
    """What the letters alone tell: how long the translation is, and how much shorter than usual."""
    model = length_model(document.source_lang, document.target_lang)
    signals = {"length": float(len(segment.target))}
    if model and segment.source and segment.target:
        signals["shortness"] = -model.deviation(segment.source, segment.target)
    return signals


def coverage_signals(one: Coverage, source_lang: str) -> Signals:
    """What the vectors of words tell: {} where a side has no words."""
    if not one.source.words or not one.target.words:
        return {}
    least = [cosine for _, cosine in least_covered(one.source, source_lang)]
    return {
        "three least covered": 1 - sum(least) / len(least),
        "least covered": 1 - least[0],
        "cosine": 1 - one.cosine,
        "mutual": 1 - one.mutual,
    }


def least_covered(words: Words, language: str) -> list[tuple[Token, float]]:
    """The three words with the least similar counterparts, worst first; short words only if all are."""
    least = 4 if joiner(language or "en") else 2
    both = list(zip(words.words, words.best, strict=True))
    content = [one for one in both if len(one[0].text) >= least] or both
    return sorted(content, key=lambda one: one[1])[:_LEAST_COVERED]


def mean_rank(signals: Signals, knots: Mapping[str, Sequence[float]]) -> float | None:
    """How high the signals are among those that the knots (deciles) describe: 0 lowest, 1 highest."""
    ranks = [_rank(value, knots[name]) for name, value in signals.items() if name in knots]
    return sum(ranks) / len(ranks) if ranks else None


def _rank(value: float, knots: Sequence[float]) -> float:
    above = bisect_right(knots, value)
    if above == 0:
        return 0.0
    if above == len(knots):
        return 1.0
    low, high = knots[above - 1], knots[above]
    return (above - 1 + (value - low) / (high - low)) / (len(knots) - 1)
