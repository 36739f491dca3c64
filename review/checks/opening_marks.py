"""The marks that open a Spanish question or exclamation."""

import re
from collections.abc import Iterator

from ..models import Document, Severity, Suggestion
from .base import Example, Finding, check

_OPENS = {"?": "¿", "!": "¡"}
_CLOSING = re.compile(r"(?<=[\w»”\"')])[?!](?![?!])")
_BEFORE = re.compile(r"(?:^|[.!?…:;]|[«“\"(—–])\s*(?=[\w¿¡])")


@check(
    code="missing-opening-mark",
    name="Opening mark missing",
    category="linguistic-conventions/punctuation",
    severity=Severity.MINOR,
    target_langs=("es", "gl"),
    examples=[
        Example(
            "El molino es viejo. Quién lo quiere⟦?⟧",
            target_lang="es",
            fixed="El molino es viejo. ¿Quién lo quiere?",
        ),
        Example("Fuego⟦!⟧", target_lang="es", fixed="¡Fuego!"),
        Example("¿Quién lo quiere? ¡Nadie! Pero, ¿por qué?", target_lang="es"),
        Example("Compre en Yahoo! hoy.", source="Kaufen Sie heute bei Yahoo!", target_lang="es"),
    ],
)
def missing_opening_mark(document: Document) -> Iterator[Finding]:
    """A Spanish question or exclamation closes and does not open.

    Why it matters: Spanish readers expect to see at its beginning that a question comes.
    Does not see: a mark at the wrong place, and names that end in "!".
    """
    for number, segment in enumerate(document.segments):
        for match in _CLOSING.finditer(segment.target):
            opening = _OPENS[match[0]]
            start = _beginning(segment.target, match.start())
            if opening in segment.target[start : match.start()] or _is_of_name(segment.target, match.end()):
                continue
            suggestion = Suggestion(opening, start, start, label=f"Add “{opening}”")
            message = f"“{match[0]}” closes what no “{opening}” opens."
            yield Finding(number, match.start(), match.end(), message, suggestions=(suggestion,))


def _beginning(text: str, end: int) -> int:
    """Where the sentence begins that ends there."""
    return max((match.end() for match in _BEFORE.finditer(text, 0, end)), default=0)


def _is_of_name(text: str, end: int) -> bool:
    """Whether the sentence goes on: "Yahoo! hoy"."""
    return text[end : end + 2].strip()[:1].islower() and text[end : end + 1].isspace()
