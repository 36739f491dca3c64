"""TBX (ISO 30042): TBX-Basic, -Min and -Core of 2019, in both styles, and the older `martif` files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...errors import FormatError
from ...models import Term
from ..safe_xml import Element, line_of, local_name, parse
from .languages import serves

_ROOTS = {"tbx", "martif"}
_CONCEPTS = {"conceptEntry", "termEntry"}
_LANGUAGES = {"langSec", "langSet"}
_TERMS = {"termSec", "tig", "ntig"}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Of the data category administrativeStatus; what one should not write is still met in source texts.
_FORBIDDEN = ("deprecatedterm", "supersededterm", "deprecated", "superseded", "forbidden", "obsolete")
_PREFERRED = ("preferredterm", "preferred")


@dataclass(frozen=True, slots=True)
class _Wording:
    """A term of a concept, in one language. `rank` is 0 for a preferred one."""

    text: str
    rank: int
    is_forbidden: bool


def read_terms(content: bytes, name: str, source_lang: str, target_lang: str) -> Iterator[Term]:
    """The terms of a language pair: each source term of a concept with the concept's target terms.

    Deprecated and superseded target terms are forbidden ones; preferred ones come first. A concept that
    lacks one of the two languages has nothing to say.
    """
    root = parse(content, name)
    if local_name(root) not in _ROOTS:
        message = f"This is neither TBX nor TSV: its root element is <{local_name(root)}>."
        raise FormatError(message, name=name, line=line_of(root))
    concepts = [one for one in root.iter() if local_name(one) in _CONCEPTS]
    if not concepts:
        raise FormatError("There is no concept (conceptEntry, termEntry) in it.", name=name)
    for concept in concepts:
        yield from _terms(concept, name, source_lang, target_lang)


def _terms(concept: Element, name: str, source_lang: str, target_lang: str) -> Iterator[Term]:
    sources: list[_Wording] = []
    targets: list[_Wording] = []
    for section in _children(concept, _LANGUAGES):
        language = section.get(_LANGUAGE) or section.get("lang") or ""
        if not language:
            message = f"<{local_name(section)}> has no xml:lang."
            raise FormatError(message, name=name, line=line_of(section))
        if serves(language, source_lang):
            sources += _wordings(section, name)
        elif serves(language, target_lang):
            targets += _wordings(section, name)
    allowed = sorted((one for one in targets if not one.is_forbidden), key=lambda one: one.rank)
    forbidden = tuple(one.text for one in targets if one.is_forbidden)
    if targets:
        for source in sources:
            yield Term(source.text, tuple(one.text for one in allowed), forbidden, _note(concept))


def _wordings(section: Element, name: str) -> Iterator[_Wording]:
    for group in _children(section, _TERMS):
        term = next((one for one in group.iter() if local_name(one) == "term"), None)
        text = " ".join("".join(map(str, term.itertext())).split()) if term is not None else ""
        if not text:
            message = f"<{local_name(group)}> has no term in it."
            raise FormatError(message, name=name, line=line_of(group))
        status = _status(group)
        yield _Wording(text, int(not status.startswith(_PREFERRED)), status.startswith(_FORBIDDEN))


def _status(group: Element) -> str:
    """The administrative status: a termNote of that type, or an element of that name."""
    for one in group.iter():
        if local_name(one) == "administrativeStatus" or one.get("type") in (
            "administrativeStatus",
            "normativeAuthorization",
        ):
            return (one.text or "").strip().lower()
    return ""


def _note(concept: Element) -> str:
    """The concept's own note, for people."""
    notes: Iterable[Element] = (one for one in concept if local_name(one) == "note")
    return next((" ".join((one.text or "").split()) for one in notes), "")


def _children(parent: Element, names: set[str]) -> Iterator[Element]:
    return (child for child in parent if local_name(child) in names)
