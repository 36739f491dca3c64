"""Clauses of the source that the translation leaves out."""

import math
from collections.abc import Iterator, Sequence

from ..models import Document, Segment, Severity, Side
from ..text.languages import joiner
from ..text.tokens import Token, words_and_numbers
from ..text.translation_length import LengthModel, length_model
from ..text.vectors import Words, available, coverages
from .base import Example, Finding, check
from .length_limits import TOO_SHORT, is_measurable
from .lost_names import Lost, lost_names, to_clause
from .quotation_missing import quotation_missing

# Found on news of five systems, where 40 of 41 lost clauses reach the score .75 and 1 of 743 good segments
# does; on good human translations it is 2 flags in 12,000 words.
_SIMILAR = 0.55  # cosine with the best word of the translation, below which a word counts as lost
_SIMILAR_UNMEASURED = 0.5  # the same where the usual length is not known and cannot speak for or against
_SIMILAR_UNSPACED = 0.35  # the same for languages whose words are pieces, which match worse
_SURELY_LOST = 0.45  # the same for the words that are shown
_PER_DEVIATION = 0.1
_LONGEST_DEVIATION = 6.0
_SHORTER = -0.5  # standard deviations: who leaves out a clause writes less than usual
_FEWEST_WORDS = 6
_SURE = 0.88  # the confidence of a score of .75

_LONGEST_QUOTE = 90

_Cosines = Sequence[tuple[Token, float]]


@check(
    code="dropped-clause",
    name="Something was left out",
    category="accuracy/omission",
    severity=Severity.MAJOR,
    needs_source=True,
    threshold=_SURE,
    examples=[
        Example(
            "The new ferry will sail from April, the shipping company announced on Monday.",
            source="Die neue Fähre fährt ab April, teilte die Reederei am Montag mit, "
            "⟦wie Annika Brodersen der Zeitung Wattbote bestätigte⟧.",
        ),
        Example(
            "The new ferry will sail from April on, as the shipping company announced on Monday.",
            source="Die neue Fähre fährt ab April, wie die Reederei am Montag mitteilte.",
        ),
    ],
)
def dropped_clause(document: Document) -> Iterator[Finding]:
    """A clause of the source is left out of the translation.

    Why it matters: the sentence reads well, and nothing shows that a part is missing.
    Does not see: a lost word or short phrase; without the extra `semantic` only clauses with several
    names. A translation whose length alone shows the loss has a flag of its own.
    """
    model = length_model(document.source_lang, document.target_lang)
    chosen = [number for number, one in enumerate(document.segments) if _may_lack(one, model, document)]
    find = lost_words if available() else lost_names
    for number, lost in zip(chosen, find(document, chosen), strict=True):
        if lost and not is_lost_quotation(document, number):
            yield _finding(number, document.segments[number].source, lost)


def _finding(number: int, source: str, lost: Lost) -> Finding:
    message = nothing_says(source, lost.start, lost.end)
    return Finding(number, lost.start, lost.end, message, side=Side.SOURCE, confidence=lost.confidence)


def nothing_says(source: str, start: int, end: int) -> str:
    """The message about a range of the source that is left out."""
    return f"Nothing in the translation says “{_shortened(source[start:end])}”."


def lost_words(document: Document, numbers: Sequence[int]) -> list[Lost | None]:
    """For each of these segments the words of the source that are most likely left out.

    Raises SemanticError without the vectors.
    """
    model = length_model(document.source_lang, document.target_lang)
    segments = [document.segments[number] for number in numbers]
    pairs = [(segment.source, segment.target) for segment in segments]
    covered = coverages(pairs, document.source_lang, document.target_lang)
    least = _least_letters(document.source_lang)
    similar = _similar(document)
    return [
        _lost(segment, _lacking(one.source, least), similar, model)
        for segment, one in zip(segments, covered, strict=True)
    ]


def is_lost_quotation(document: Document, number: int) -> bool:
    """Whether what is missing is a quotation, which has a flag of its own."""
    return any(quotation_missing.function(document.only(number)))


def _may_lack(segment: Segment, model: LengthModel | None, document: Document) -> bool:
    """Only such segments are looked at: the vectors take 25 ms a segment."""
    if not is_measurable(segment):
        return False
    if model and not TOO_SHORT <= model.deviation(segment.source, segment.target) < _SHORTER:
        return False
    least = _least_letters(document.source_lang)
    unspaced = not joiner(document.source_lang or "en")
    return unspaced or sum(len(w.text) >= least for w in words_and_numbers(segment.source)) >= _FEWEST_WORDS


def _least_letters(language: str) -> int:
    """Shorter words come and go in good translations."""
    return 4 if joiner(language or "en") else 1


def _similar(document: Document) -> float:
    if not joiner(document.source_lang or "en"):
        return _SIMILAR_UNSPACED
    return _SIMILAR if length_model(document.source_lang, document.target_lang) else _SIMILAR_UNMEASURED


def _lacking(words: Words, least: int) -> _Cosines:
    both = zip(words.words, words.best, strict=True)
    return [(word, cosine) for word, cosine in both if len(word.text) >= least]


def _lost(segment: Segment, words: _Cosines, similar: float, model: LengthModel | None) -> Lost | None:
    run, score = _worst_run(words, similar)
    if not run:
        return None
    shown = _worst_run(run, min(similar, _SURELY_LOST))[0] or run
    shortness = -model.deviation(segment.source, segment.target) if model else 0.0
    score += _PER_DEVIATION * min(max(shortness, 0.0), _LONGEST_DEVIATION)
    return Lost(*to_clause(segment.source, shown[0][0].start, shown[-1][0].end), _confidence(score))


def _worst_run(words: _Cosines, similar: float) -> tuple[_Cosines, float]:
    """The run of words that lacks most, and how much: the maximal sum of what each word's cosine is short
    of `similar` (Kadane's algorithm). A word that has a counterpart may stand in it.
    """
    best, most = slice(0, 0), 0.0
    start, total = 0, 0.0
    for number, (_, cosine) in enumerate(words):
        if total <= 0:
            start, total = number, 0.0
        total += similar - cosine
        if total > most:
            best, most = slice(start, number + 1), total
    return words[best], most


def _confidence(score: float) -> float:
    """From 0 to 1; rounded, for the last digits depend on which texts are computed together."""
    return round(1 / (1 + math.exp(4 - 8 * score)), 2)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
