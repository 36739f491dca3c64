"""A new XLIFF 1.2 file for a document that came in another format."""

from collections.abc import Sequence
from itertools import groupby

from lxml import etree

from ...models import BlockKind, Review, Segment
from .parsing import Element

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def new_file(review: Review) -> bytes:
    """The document as one <file>, with a group for each heading and paragraph."""
    document = review.document
    root = etree.fromstring(f'<xliff version="1.2" xmlns="{_NAMESPACE}"/>')
    file = _child(
        root,
        "file",
        {
            "original": document.id or document.title or "article",
            "datatype": "plaintext",
            "source-language": document.source_lang or "und",
        },
    )
    if document.target_lang:
        file.set("target-language", document.target_lang)
    body = _child(file, "body")
    identifiers = _unit_ids(document.segments)
    numbers = range(len(document.segments))
    for block, members in groupby(numbers, key=lambda number: document.segments[number].block):
        group = _child(body, "group", {"id": f"block-{block}"})
        for number in members:
            _add_unit(group, review, number, identifiers[number])
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _add_unit(group: Element, review: Review, number: int, identifier: str) -> None:
    segment = review.document.segments[number]
    text, reviewed = review.targets[number], review.reviewed[number]
    unit = _child(group, "trans-unit", {"id": identifier, _SPACE: "preserve"})
    if segment.kind is BlockKind.HEADING:
        unit.set("restype", "x-heading")
    if reviewed:
        unit.set("approved", "yes")
    _child(unit, "source", {}, segment.source)
    if text or segment.target:
        changed = "translated" if text != segment.target else "needs-review-translation"
        _child(unit, "target", {"state": "signed-off" if reviewed else changed}, text)
    if segment.target and text != segment.target:
        alternative = _child(unit, "alt-trans", {"alttranstype": "previous-version"})
        if review.document.system:
            alternative.set("origin", review.document.system)
        _child(alternative, "target", {}, segment.target)


def _unit_ids(segments: Sequence[Segment]) -> list[str]:
    """The keys of the segments if each names just one, or else their numbers."""
    keys = [segment.key for segment in segments]
    named = all(keys) and len(set(keys)) == len(keys)
    return keys if named else [str(number + 1) for number in range(len(keys))]


def _child(parent: Element, name: str, attributes: dict[str, str] | None = None, text: str = "") -> Element:
    child = etree.SubElement(parent, f"{{{_NAMESPACE}}}{name}", attributes or {})
    child.text = text or None
    return child
