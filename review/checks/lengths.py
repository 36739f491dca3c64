"""Translations that are missing, or too short or too long for their source."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from ..models import Document, Evidence, Segment, Severity, Side
from .base import Example, Finding, Scope, check
from .page_text import is_page_text


@dataclass(frozen=True, slots=True)
class LengthModel:
    """How long translations of a language pair are.

    The logarithm of (characters of the target / characters of the source) is about normal with this
    mean; its variance falls with the length of the source: `floor` + `per_character` / length.
    """

    mean: float
    floor: float = 0.055**2
    per_character: float = 1.5

    def deviation(self, segment: Segment) -> float:
        """How many standard deviations the target is longer (or, negative, shorter) than usual."""
        length = len(segment.source)
        spread = math.sqrt(self.floor + self.per_character / length)
        return (math.log(len(segment.target) / length) - self.mean) / spread


# English is 0.84 times as long as the German that translates it (7,598 pairs of news, talk, posts and
# reviews), and 0.95 times as long as German that it translates: between the two, to serve both directions.
MODELS = {("de", "en"): LengthModel(math.log(0.88)), ("en", "de"): LengthModel(-math.log(0.88))}
_TOO_SHORT = -2.9
_TOO_LONG = 3.6
_SHORTEST = 30  # characters of the source: below, a heading may be put in any number of words


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
    model = _model(document)
    for number, segment in _measurable(document):
        if model and model.deviation(segment) < _TOO_SHORT:
            yield _whole(number, segment, "Something seems to be missing", model)


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
    model = _model(document)
    for number, segment in _measurable(document):
        if model and model.deviation(segment) > _TOO_LONG:
            yield _whole(number, segment, "Something seems to be added", model)


def _model(document: Document) -> LengthModel | None:
    return MODELS.get((_primary(document.source_lang), _primary(document.target_lang)))


def _measurable(document: Document) -> Iterator[tuple[int, Segment]]:
    for number, segment in enumerate(document.segments):
        if len(segment.source) >= _SHORTEST and segment.target.strip():
            yield number, segment


def _primary(language: str) -> str:
    return language.split("-")[0].lower()


def _whole(number: int, segment: Segment, what: str, model: LengthModel) -> Finding:
    share = len(segment.target) / len(segment.source)
    return Finding(
        number,
        0,
        len(segment.target),
        f"{what}: {share:.0%} of the source's length, where {math.exp(model.mean):.0%} is usual.",
        evidence=(Evidence(number, Side.SOURCE, 0, len(segment.source)),),
    )
