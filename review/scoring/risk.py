"""How likely a segment has a major error: which one to look at first."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..errors import UsageError
from ..models import Document, Issue, Segment
from ..mqm import Severity, category_name
from ..text.vectors import Coverage
from .risk_knots import COVERAGE, NEIGHBOURS, SURFACE
from .risk_signals import Signals, coverage_signals, least_covered, mean_rank, surface_signals

# The share of flags of a severity that stand where a person sees a major error.
_IS_MAJOR = {Severity.NEUTRAL: 0.0, Severity.MINOR: 0.1, Severity.MAJOR: 0.6, Severity.CRITICAL: 0.75}
# How much of the evidence each kind of signal makes, where there are vectors of words. One engine made all
# segments of an article, so the others tell about each.
_SEGMENT, _ARTICLE, _LETTERS = 0.52, 0.28, 0.2
# Logistic regressions of "has a major error" on the evidence, from 0 to 1, over 137 segments of three
# engines, of which one in seven has one.
_WITH_VECTORS = (-3.3, 3.6)
_WITHOUT = (-2.8, 2.2)
_HIGH = 0.8  # of all segments that were measured, the share that has less


@dataclass(frozen=True, slots=True)
class Risk:
    """A probability from 0 to 1, and what it comes from, the strongest reason first."""

    value: float
    reasons: tuple[str, ...] = ()


def segment_risks(
    document: Document, issues: Iterable[Issue], coverages: Sequence[Coverage] | None = None
) -> list[Risk]:
    """The risk of each segment: an estimate of the probability that it has a major or critical error.

    At 0.5 every second such segment has one. The scale is that of news by engines that make a major error
    in one segment of seven; for other texts, trust the order more than the number. `issues` are the flags
    that nobody dismissed; `coverages`, one per segment, come from `review.text.vectors` and make the
    order better. A segment without a target and without flags has no risk. Raises UsageError if there
    are not as many coverages as segments.
    """
    flags = defaultdict(list)
    for issue in issues:
        flags[issue.segment].append(issue)
    evidence = _evidence(document, coverages)
    return [_risk(flags[number], one) for number, one in enumerate(evidence)]


def document_risk(risks: Sequence[Risk]) -> Risk:
    """The expected share of segments with a major error: the mean. No segments have no risk."""
    if not risks:
        return Risk(0.0)
    likely = sum(risk.value >= 0.5 for risk in risks)
    reason = f"{likely} of {len(risks)} segments more likely than not with a major error"
    mean = sum(risk.value for risk in risks) / len(risks)
    return Risk(round(mean, 3), (reason,) if likely else ())


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What is known of a segment beside its flags; `around` is the rank of the article."""

    document: Document
    segment: Segment
    surface: Signals
    covered: Signals
    around: float | None
    coverage: Coverage | None

    @property
    def probability(self) -> float:
        if not self.segment.target.strip():
            return 0.0
        letters = mean_rank(self.surface, SURFACE) or 0.0
        own = mean_rank(self.covered, COVERAGE)
        if own is None or self.around is None:
            return _logistic(_WITHOUT, letters)
        return _logistic(_WITH_VECTORS, _SEGMENT * own + _ARTICLE * self.around + _LETTERS * letters)


def _evidence(document: Document, coverages: Sequence[Coverage] | None) -> Iterator[_Evidence]:
    found = coverages if coverages is not None else [None] * len(document.segments)
    if len(found) != len(document.segments):
        raise UsageError(f"{len(document.segments)} segments need as many coverages, not {len(found)}.")
    covered = [coverage_signals(one, document.source_lang) if one else {} for one in found]
    around = _article_rank(covered)
    for segment, signals, one in zip(document.segments, covered, found, strict=True):
        yield _Evidence(document, segment, surface_signals(document, segment), signals, around, one)


def _risk(flags: Sequence[Issue], evidence: _Evidence) -> Risk:
    """A segment is good only if no flag is right and nothing else is wrong: a product of what is left."""
    good = 1 - evidence.probability
    for flag in flags:
        good *= 1 - _IS_MAJOR[flag.severity] * flag.confidence
    return Risk(round(1 - good, 3), (*_flag_reasons(flags), *_other_reasons(evidence)))


def _flag_reasons(flags: Sequence[Issue]) -> tuple[str, ...]:
    worst_first = sorted(flags, key=lambda flag: -_IS_MAJOR[flag.severity] * flag.confidence)
    named = (f"{category_name(flag.category)} ({flag.severity})" for flag in worst_first)
    return tuple(dict.fromkeys(named))


def _other_reasons(evidence: _Evidence) -> Iterator[str]:
    def is_high(signals: Signals, name: str, knots: dict[str, tuple[float, ...]]) -> bool:
        return name in signals and (mean_rank({name: signals[name]}, knots) or 0) >= _HIGH

    if evidence.coverage and is_high(evidence.covered, "three least covered", COVERAGE):
        words = least_covered(evidence.coverage.source, evidence.document.source_lang)
        quoted = ", ".join(f"“{token.text}”" for token, _ in words)
        yield f"little in the translation says {quoted}"
    if is_high(evidence.surface, "shortness", SURFACE):
        yield "shorter than usual"
    if is_high(evidence.surface, "length", SURFACE):
        yield "long"


def _article_rank(covered: Sequence[Signals]) -> float | None:
    known = [one["three least covered"] for one in covered if one]
    return mean_rank({"mean": sum(known) / len(known)}, NEIGHBOURS) if known else None


def _logistic(weights: tuple[float, float], evidence: float) -> float:
    return 1 / (1 + math.exp(-weights[0] - weights[1] * evidence))
