"""Translations that are missing, or too short or too long for their source."""

from collections.abc import Iterator, Sequence

from ..models import Document, Evidence, Segment, Severity, Side
from ..text.translation_length import LengthModel, length_model
from ..text.vectors import available
from .base import Example, Finding, Scope, check
from .dropped_clauses import is_lost_quotation, lost_words, nothing_says
from .length_limits import TOO_LONG, TOO_SHORT, is_measurable
from .page_text import is_page_text


@check(
    code="empty-target",
    name="Translation missing",
    category="accuracy/omission",
    severity=Severity.CRITICAL,
    scope=Scope.DOCUMENT,
    needs_source=True,
    examples=[
        Example("The mill is old.\n", source="Die Mühle ist alt.\n⟦Sie steht am Bach.⟧"),
        Example("The mill is old.\nIt stands by the brook.", source="Die Mühle ist alt.\nSie steht am Bach."),
        Example("\n", source="Die Mühle ist alt.\nSie steht am Bach."),
    ],
)
def empty_target(document: Document) -> Iterator[Finding]:
    """A sentence of the source has no translation.

    Why it matters: readers cannot see that something is missing.
    Does not see: a document that is not translated at all yet.
    """
    if not any(segment.target.strip() for segment in document.segments):
        return
    for number, segment in enumerate(document.segments):
        if segment.source.strip() and not segment.target.strip():
            message = "This sentence of the source has no translation."
            yield Finding(number, 0, len(segment.source), message, side=Side.SOURCE)


@check(
    code="unpaired-target",
    name="No source",
    category="accuracy/addition",
    severity=Severity.MAJOR,
    scope=Scope.DOCUMENT,
    needs_source=True,
    examples=[
        Example("The mill is old.\n⟦It was sold last year.⟧", source="Die Mühle ist alt.\n"),
        Example("The mill is old.", source="Die Mühle ist alt."),
        Example("The mill is old."),
    ],
)
def unpaired_target(document: Document) -> Iterator[Finding]:
    """A sentence of the translation has nothing in the source that it could translate.

    Why it matters: what was never said is read as if it had been.
    Does not see: additions inside a translated sentence. Text of a web page has a flag of its own.
    """
    for number, segment in enumerate(document.segments):
        text = segment.target.strip()
        if text and not segment.source.strip() and not is_page_text(text):
            start = segment.target.index(text)
            yield Finding(number, start, start + len(text), "The source has no sentence for this one.")


@check(
    code="short-target",
    name="Too short",
    category="accuracy/omission",
    severity=Severity.MAJOR,
    needs_source=True,
    examples=[
        Example(
            "⟦The mill is old.⟧",
            source="Die Mühle ist sehr alt, und seit im Dorf niemand mehr Korn anbaut, steht sie leer.",
        ),
        Example(
            "The mill is very old and has stood empty since nobody in the village grows grain any more.",
            source="Die Mühle ist sehr alt, und seit im Dorf niemand mehr Korn anbaut, steht sie leer.",
        ),
        Example("Yes.", source="Ja, genau so ist es."),
    ],
)
def short_target(document: Document) -> Iterator[Finding]:
    """The translation is so short that a part of the source must be missing.

    Why it matters: a dropped sentence leaves no trace in the translation.
    Does not see: a lost word or a short clause; pairs of languages that were not measured.
    """
    model = length_model(document.source_lang, document.target_lang)
    if model is None:
        return
    deviations = _deviations(document, model)
    short = [n for n, deviation in deviations if deviation < TOO_SHORT and not is_lost_quotation(document, n)]
    for number, evidence in zip(short, _missing(document, short), strict=True):
        segment = document.segments[number]
        yield _whole(number, segment, "Something seems to be missing", model, evidence)


@check(
    code="long-target",
    name="Too long",
    category="accuracy/addition",
    severity=Severity.MAJOR,
    needs_source=True,
    examples=[
        Example(
            "⟦The mill in the village is old, and it has been standing empty for years, which is a pity.⟧",
            source="Die Mühle ist alt und steht leer.",
        ),
        Example("The mill is old and stands empty.", source="Die Mühle ist alt und steht leer."),
    ],
)
def long_target(document: Document) -> Iterator[Finding]:
    """The translation is so long that it must say more than the source.

    Why it matters: engines that lose the thread invent text, or say things twice.
    Does not see: an added word or short clause; pairs of languages that were not measured.
    """
    model = length_model(document.source_lang, document.target_lang)
    if model is None:
        return
    for number, deviation in _deviations(document, model):
        if deviation > TOO_LONG:
            segment = document.segments[number]
            evidence = _all_source(number, segment)
            yield _whole(number, segment, "Something seems to be added", model, evidence)


def _deviations(document: Document, model: LengthModel) -> Iterator[tuple[int, float]]:
    for number, segment in enumerate(document.segments):
        if is_measurable(segment):
            yield number, model.deviation(segment.source, segment.target)


def _missing(document: Document, numbers: Sequence[int]) -> list[Evidence]:
    """For each of these segments what the translation leaves out; without vectors of words all of it."""
    segments = [(number, document.segments[number]) for number in numbers]
    if not numbers or not available():
        return [_all_source(number, segment) for number, segment in segments]
    return [
        Evidence(number, Side.SOURCE, lost.start, lost.end) if lost else _all_source(number, segment)
        for (number, segment), lost in zip(segments, lost_words(document, numbers), strict=True)
    ]


def _all_source(number: int, segment: Segment) -> Evidence:
    return Evidence(number, Side.SOURCE, 0, len(segment.source))


def _whole(number: int, segment: Segment, what: str, model: LengthModel, evidence: Evidence) -> Finding:
    share = len(segment.target) / len(segment.source)
    message = f"{what}: {share:.0%} of the source's length, where {model.usual_share:.0%} is usual."
    if evidence != _all_source(number, segment):
        message += " " + nothing_says(segment.source, evidence.start, evidence.end)
    return Finding(number, 0, len(segment.target), message, evidence=(evidence,))
