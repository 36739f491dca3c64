"""What the project's glossary says: terms to use, wordings to avoid, names to keep."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from ..models import Document, Evidence, Segment, Severity, Side, Suggestion, Term
from ..text.tokens import words
from .base import Example, Finding, check
from .term_matching import Place
from .term_wording import (
    Demand,
    demands,
    forbidden_places,
    is_derived,
    is_kept,
    is_rendered,
    replacements,
    wordings_met,
    wrong_place,
)

_PUMP = Term("Wärmepumpe", ("heat pump",), ("heat engine", "thermal pump"))
_HOUSE = Term("Rathaus", ("town hall", "city hall"))
_WAGNER = Term("Söldnergruppe", ("mercenary group",))
_BRAND = Term("NordWind", ("NordWind",))
_WITHOUT_SOURCE = 0.7
_THRESHOLD = 0.7  # leaves out the first parts of compounds: "Verkehrsminister" is no minister of traffic


@check(
    code="term-not-used",
    name="Not the glossary’s term",
    category="terminology",
    severity=Severity.MAJOR,
    needs_source=True,
    threshold=_THRESHOLD,
    examples=[
        Example(
            "The town house has been closed for a week.",
            source="Das ⟦Rathaus⟧ ist seit einer Woche geschlossen.",
            terms=(_HOUSE,),
        ),
        Example(
            "Two ⟦mercenery groups⟧ are fighting there.",
            source="Zwei Söldnergruppen kämpfen dort.",
            fixed="Two mercenary groups are fighting there.",
            terms=(_WAGNER,),
        ),
        Example(
            "Every second house gets a ⟦Wärmepumpe⟧.",
            source="Jedes zweite Haus bekommt eine Wärmepumpe.",
            fixed="Every second house gets a heat pump.",
            terms=(_PUMP,),
        ),
        Example("The city halls were empty.", source="Die Rathäuser waren leer.", terms=(_HOUSE,)),
        Example(
            "A group of mercenaries is said to be there.",
            source="Eine Söldnergruppe soll dort sein.",
            terms=(_WAGNER,),
        ),
        Example("The house is empty.", source="Das Haus ist leer.", terms=(_HOUSE,)),
    ],
)
def term_not_used(document: Document) -> Iterator[Finding]:
    """The translation has none of the wordings that the project's glossary gives for a source term.

    Terms are found in all their German and English forms and in German compounds. Where the wrong wording
    can be told it is marked, else the term in the source.
    Why it matters: a client's terms are part of the order, and readers know things by one name.
    Does not see: a right term that stands in the sentence for something else; forms of irregular verbs of
    German; forms in languages other than German and English.
    """
    for number, segment, demanded in demands(document):
        for demand in demanded if segment.target.strip() else ():
            if not is_kept(demand.term) and not _is_answered(demand, segment, document.target_lang):
                yield _not_used(demand, number, document)


def _is_answered(demand: Demand, segment: Segment, language: str) -> bool:
    """Whether the term is there, or another check has more to say: a wording that is forbidden.

    For a part of a compound a derived word will do: "seasonal workers".
    """
    term, place = demand
    return (
        not term.targets
        or is_rendered(term, segment.target, language)
        or (place.sureness < 1 and is_derived(term, segment.target))
        or bool(forbidden_places(term, segment.target, language))
    )


def _not_used(demand: Demand, number: int, document: Document) -> Finding:
    term, place = demand
    segment = document.segments[number]
    seen = segment.source[place.start : place.end]
    message = f"The glossary has {_wordings(term)} for “{seen}”; the translation has not.{_note(term)}"
    is_whole = place.sureness == 1
    wrong = (
        wrong_place(term, segment.target, document.source_lang, document.target_lang) if is_whole else None
    )
    if wrong is None:
        return Finding(number, place.start, place.end, message, side=Side.SOURCE, confidence=place.sureness)
    lemma = term.source if segment.target[slice(*wrong)] == seen else term.targets[0]
    return Finding(
        number,
        *wrong,
        message,
        suggestions=replacements(term, segment.target, wrong, lemma, document.target_lang),
        evidence=(Evidence(number, Side.SOURCE, place.start, place.end),),
        confidence=place.sureness,
    )


@check(
    code="forbidden-term",
    name="A wording the glossary forbids",
    category="terminology",
    severity=Severity.MAJOR,
    threshold=_THRESHOLD,
    examples=[
        Example(
            "⟦Heat engines⟧ are getting cheaper.",
            source="Wärmepumpen werden billiger.",
            fixed="Heat pumps are getting cheaper.",
            terms=(_PUMP,),
        ),
        Example(
            "The federal chancellor and the ⟦chancellor⟧ of Austria met.",
            source="Die Bundeskanzler trafen sich.",
            terms=(Term("Bundeskanzler", ("federal chancellor",), ("chancellor",)),),
            fixed="The federal chancellor and the federal chancellor of Austria met.",
        ),
        Example("A steam engine is a heat engine.", source="Ein Dampfmotor.", terms=(_PUMP,)),
        Example("Heat pumps are getting cheaper.", source="Wärmepumpen werden billiger.", terms=(_PUMP,)),
    ],
)
def forbidden_term(document: Document) -> Iterator[Finding]:
    """The translation has a wording that the project's glossary forbids for a term of the source.

    Why it matters: somebody decided against this wording, often because it once did harm.
    Does not see: a forbidden wording where the source has not the term that it is forbidden for.
    """
    for number, term, sureness in _concerned(document):
        segment = document.segments[number]
        if segment.target:
            for place in forbidden_places(term, segment.target, document.target_lang):
                yield _forbidden(term, place, sureness, number, document)


def _concerned(document: Document) -> Iterator[tuple[int, Term, float]]:
    """(segment, term, sureness) where a forbidden wording would be wrong. Without source text any may be."""
    for number, segment, demanded in demands(document):
        if segment.source.strip():
            yield from ((number, one.term, one.place.sureness) for one in demanded if one.term.forbidden)
    for number, term in wordings_met(document):
        if not (term.source and document.segments[number].source.strip()):
            yield number, term, _WITHOUT_SOURCE if term.source else 1.0


def _forbidden(term: Term, place: Place, sureness: float, number: int, document: Document) -> Finding:
    text = document.segments[number].target
    span = place.start, place.end
    use = f" Use {_wordings(term)}." if term.targets else ""
    return Finding(
        number,
        *span,
        f"The glossary forbids “{text[slice(*span)]}”{_for(term)}.{use}{_note(term)}",
        suggestions=replacements(term, text, span, place.wording, document.target_lang),
        confidence=sureness,
    )


@check(
    code="translated-name",
    name="To be kept as it is",
    category="accuracy/do-not-translate",
    severity=Severity.MAJOR,
    needs_source=True,
    threshold=_THRESHOLD,
    examples=[
        Example(
            "The mill belongs to ⟦Nordwind⟧ AG.",
            source="Die Mühle gehört der NordWind AG.",
            fixed="The mill belongs to NordWind AG.",
            terms=(_BRAND,),
        ),
        Example(
            "North Wind’s mill is standing still.",
            source="Die Mühle von ⟦NordWind⟧ steht still.",
            terms=(_BRAND,),
        ),
        Example("NordWind’s mill.", source="Die Mühle von NordWind.", terms=(_BRAND,)),
        Example("The north wind is cold.", source="Der Nordwind ist kalt.", terms=(_BRAND,)),
    ],
)
def translated_name(document: Document) -> Iterator[Finding]:
    """A name or term that the project's glossary keeps as it is was translated, or is written differently.

    Such a term has itself as its only translation in the glossary.
    Why it matters: a brand, a product or a button is found by its exact name.
    Does not see: a name that stays in one place of the sentence and is translated in another.
    """
    for number, segment, demanded in demands(document):
        for term, place in demanded if segment.target.strip() else ():
            if is_kept(term) and not _has_exactly(term.source, segment.target):
                yield _changed(term, place, number, segment)


def _has_exactly(name: str, text: str) -> bool:
    before, after = (r"(?<![^\W_])", r"(?![^\W_])")
    plain = re.escape(name)
    return re.search(f"{before if name[0].isalnum() else ''}{plain}(?:s?{after})", text) is not None


def _changed(term: Term, place: Place, number: int, segment: Segment) -> Finding:
    message = f"The glossary keeps “{term.source}” as it is; the translation does not.{_note(term)}"
    tokens, length = words(segment.target), max(1, len(words(term.source)))
    for at in range(len(tokens) - length + 1):
        start, end = tokens[at].start, tokens[at + length - 1].end
        seen = re.sub(r"['’]s?$", "", segment.target[start:end])
        if len(term.source) > 3 and fuzz.ratio(seen.lower(), term.source.lower()) >= 85:
            end = start + len(seen)
            return Finding(number, start, end, message, (Suggestion(term.source, start, end),))
    return Finding(number, place.start, place.end, message, side=Side.SOURCE, confidence=place.sureness)


def _wordings(term: Term) -> str:
    return " or ".join(f"“{wording}”" for wording in term.targets)


def _for(term: Term) -> str:
    return f" for “{term.source}”" if term.source else ""


def _note(term: Term) -> str:
    return f" ({term.note})" if term.note else ""
