"""How sure it is that each pronoun of a document is wrong."""

from collections.abc import Iterator
from functools import lru_cache

from ...models import Document
from .decision import as_companion, is_wrong
from .evidence import FULLY_SUPPORTED, Evidence, Text, gather
from .features import features
from .model import model

# From here on a flag is shown; below POSSIBLE nothing is worth a look. Both by documents left out.
SURE, POSSIBLE = 0.4, 0.2
# "die Person … sie" is too rare in labelled texts to be learned.
_SEX_UNTOLD = 0.6


@lru_cache(maxsize=1)
def text_of(document: Document) -> Text:
    """The document as these checks read it. They run one after the other, so the last one is kept."""
    return Text(document)


@lru_cache(maxsize=1)
def judged(document: Document) -> tuple[tuple[Text, Evidence, float], ...]:
    """The pronouns that may be wrong, each with its evidence and a confidence of POSSIBLE or more."""
    return tuple(_judged(text_of(document)))


def _judged(text: Text) -> Iterator[tuple[Text, Evidence, float]]:
    wrong: Evidence | None = None
    sure = 0.0
    for evidence in gather(text):
        companion = as_companion(evidence, wrong)
        confidence = sure if companion else _confidence(text, evidence)
        if confidence < POSSIBLE:
            continue
        yield text, companion or evidence, confidence
        if confidence >= SURE:
            wrong, sure = companion or evidence, confidence


def _confidence(text: Text, evidence: Evidence) -> float:
    if evidence.own or _speaks_alone(evidence):
        return 0.0
    if evidence.antecedent is not None and evidence.antecedent.epicene and is_wrong(evidence):
        return _SEX_UNTOLD
    if evidence.support >= FULLY_SUPPORTED:
        return 0.0
    confidence = model(evidence.has_source).confidence(features(text, evidence))
    # The strict rules are right nearly always; where they agree, what is possible is sure enough.
    return max(confidence, SURE) if confidence >= POSSIBLE and is_wrong(evidence) else confidence


def _speaks_alone(evidence: Evidence) -> bool:
    """Reported speech inserts "she said" for somebody who need not be named; only bodies speak as "she"."""
    bodies = (evidence.antecedent, evidence.english)
    return evidence.speaks and not any(body is not None and body.organisation for body in bodies)
