"""Pronouns with a label and their features, from labelled documents and from correct ones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ....models import Document, Segment
from ..evidence import Text, gather
from ..features import features
from .changes import alone, changed, changes

# Errors in which "she" or "he" is the wrong word; other pronoun errors are left out, being of other kinds.
_WRONG = ("gendered", "wrong_gender")
Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One pronoun: `wrong` or right, where it comes from, its features with the source and without.

    `real` tells a system's own error or right pronoun from one in a human text; `weight` is how much it
    counts before equal sentences share their weight. `text` and `source` are those of its segment, `record`
    is the id of the translation.
    """

    record: str
    document: str
    domain: str
    source: str
    text: str
    wrong: bool
    real: bool
    weight: float
    with_source: Mapping[str, float]
    without_source: Mapping[str, float]


def from_labelled(record: Mapping[str, Any]) -> Iterator[Labelled]:
    """Examples of a document with `gold` and `verified_correct` spans."""
    document = _document(record)
    labels = {_place(span): False for span in record.get("verified_correct", ())}
    for span in record.get("gold", ()):
        wrong = any(kind in str(span.get("subtype", "")) for kind in _WRONG)
        labels |= {_place(span): True} if wrong else {}
        if not wrong:
            labels.pop(_place(span), None)
    yield from _examples(record, document, labels, real=True, weight=1.0)


def from_correct(record: Mapping[str, Any]) -> Iterator[Labelled]:
    """Examples of a correct document: its own pronouns are right, and those changed in it are wrong."""
    document = _document(record)
    yield from _examples(record, document, None, real=False, weight=1.0)
    made = changes(document)
    for sets, weight in (([[one] for one in made], 1.0), ([made] if len(made) > 1 else [], 0.5)):
        for some in sets:
            bad, places = changed(document, some)
            yield from _examples(record, bad, dict.fromkeys(places, True), real=False, weight=weight)


def references(record: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The document with each of its references as target."""
    count = min(len(segment.get("references", ())) for segment in record["segments"])
    for number in range(count):
        segments = [
            {"source": one["source"], "target": one["references"][number]} for one in record["segments"]
        ]
        yield {**record, "segments": segments}


def _document(record: Mapping[str, Any]) -> Document:
    segments = tuple(Segment(one["source"], one["target"]) for one in record["segments"])
    return Document(segments, "de", "en", domain=record.get("domain", ""))


def _place(span: Mapping[str, Any]) -> Place:
    return span["segment"], span["start"], span["end"]


def _examples(
    record: Mapping[str, Any],
    document: Document,
    labels: Mapping[Place, bool] | None,
    real: bool,
    weight: float,
) -> Iterator[Labelled]:
    with_source, without_source = _features(document), _features(alone(document))
    for place in with_source if labels is None else labels:
        if place in with_source:
            segment = document.segments[place[0]]
            yield Labelled(
                record["id"],
                record.get("doc_id") or record["id"],
                document.domain,
                segment.source,
                segment.target,
                labels is not None and labels[place],
                real,
                weight,
                with_source[place],
                without_source[place],
            )


def _features(document: Document) -> dict[Place, dict[str, float]]:
    text = Text(document)
    words = ((evidence.pronoun.word, features(text, evidence)) for evidence in gather(text))
    return {(word.segment, word.start, word.end): found for word, found in words}
