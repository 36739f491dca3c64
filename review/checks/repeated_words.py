"""Words that stand twice in a row."""

import re
from collections.abc import Iterator

from ..models import Document, Severity, Suggestion
from .base import Example, Finding, check

# Good English doubles some words: "the report that that man wrote", "what he had had was a cold".
_MAY_DOUBLE = {"that", "had", "her", "is", "so", "very", "no", "ha", "bye", "blah"}
_DOUBLED = re.compile(r"\b([^\W\d_]+)(\s+)\1\b", re.IGNORECASE)


@check(
    code="repeated-word",
    name="Word repeated",
    category="linguistic-conventions/repetition",
    severity=Severity.MINOR,
    examples=[
        Example("The bridge over ⟦the the⟧ river is closed.", fixed="The bridge over the river is closed."),
        Example("She had had enough."),
        Example("Bora Bora is an island.", source="Bora Bora ist eine Insel."),
    ],
)
def repeated_word(document: Document) -> Iterator[Finding]:
    """The same word stands twice in a row.

    Why it matters: it looks careless, and often a word that should stand there is lost.
    Does not see: repetition across a punctuation mark, or one that the source has too.
    """
    for number, segment in enumerate(document.segments):
        in_source = {match[1].lower() for match in _DOUBLED.finditer(segment.source)}
        for match in _DOUBLED.finditer(segment.target):
            word = match[1]
            if word.lower() in _MAY_DOUBLE | in_source:
                continue
            yield Finding(
                number,
                match.start(),
                match.end(),
                f"“{word}” stands twice.",
                suggestions=(Suggestion(word, match.start(), match.end()),),
            )
