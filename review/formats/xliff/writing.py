"""From a corrected document to XLIFF: the file it came in with other targets, or a new one."""

import copy
import re
from typing import BinaryIO

from lxml import etree

from ...errors import FormatError
from ...models import Document, Review
from .new import new_file
from .parsing import Element, namespace, parse
from .reading import segments_of
from .serialising import with_changed_units
from .units import Unit, files, units

_NAME = "the original file"
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(review: Review, stream: BinaryIO) -> None:
    """The corrected document as XLIFF 1.2.

    If it came in an XLIFF file, that file is written, with its other parts untouched. A target that was
    corrected keeps the machine's text in an <alt-trans alttranstype="previous-version">. A reviewed unit
    is approved and its target signed off. References and titles have no place in XLIFF.
    Raises FormatError for a placeholder that stands for no tag, naming the segment.
    """
    _refuse_what_xml_cannot_hold(review)
    if review.original is not None and review.original_format == "xliff":
        root = parse(review.original, _NAME)
        found = _units_of(review.document, root)
        if found is not None:
            changed = {unit.element for number, unit in enumerate(found) if _update(unit, review, number)}
            stream.write(with_changed_units(root, changed, review.original))
            return
    stream.write(new_file(review))


def _refuse_what_xml_cannot_hold(review: Review) -> None:
    document = review.document
    texts = [("The title", document.id + document.title + document.system)]
    for number, (segment, target) in enumerate(zip(document.segments, review.targets, strict=True), 1):
        texts.append((f"Segment {number}", segment.key + segment.source + segment.target + target))
    for what, text in texts:
        match = _ILLEGAL.search(text)
        if match:
            character = f"U+{ord(match[0]):04X}"
            raise FormatError(f"{what} has the character {character}, which XML cannot hold. Remove it.")


def _units_of(document: Document, root: Element) -> list[Unit] | None:
    """The units that the document's segments came from; None if it did not come from this file."""
    for identifier, file in files(root):
        if identifier == document.id:
            found = list(units(file, _NAME))
            same = [(one.source, one.target) for one in segments_of(found)]
            if same == [(segment.source, segment.target) for segment in document.segments]:
                return found
    return None


def _update(unit: Unit, review: Review, number: int) -> bool:
    """Take over what the reviewers made of a unit. Tells whether that changes it."""
    text, machine = review.targets[number], review.document.segments[number].target
    changed, reviewed = text != machine, review.reviewed[number]
    if not changed and not reviewed:
        return False
    target = _target(unit)
    if changed:
        _keep_previous(unit, target, review.document.system)
        _fill(unit, target, text, number)
    target.set("state", "signed-off" if reviewed else "translated")
    if reviewed or unit.element.get("approved") == "yes":
        unit.element.set("approved", "yes" if reviewed else "no")
    return True


def _target(unit: Unit) -> Element:
    """The target of a unit; a new one after the source if it has none."""
    if unit.target is not None:
        return unit.target
    before = unit.source
    following = before.getnext()
    if following is not None and following.tag == _name(unit, "seg-source"):
        before = following
    return _added(unit, "target", before)


def _added(unit: Unit, name: str, before: Element) -> Element:
    """A new element after another one, indented like that."""
    element = unit.element.makeelement(_name(unit, name))
    previous = before.getprevious()
    indent = unit.element.text if previous is None else previous.tail
    unit.element.insert(unit.element.index(before) + 1, element)
    element.tail, before.tail = before.tail, indent
    return element


def _keep_previous(unit: Unit, target: Element, system: str) -> None:
    """Put the machine's text beside the target, unless it is kept already or there was none."""
    if unit.target is None or not unit.target_text:
        return
    kept = copy.deepcopy(target)
    kept.tail = None
    if "state" in kept.attrib:
        del kept.attrib["state"]
    if any(_content(other) == _content(kept) for other in _previous(unit)):
        return
    alternative = _added(unit, "alt-trans", target)
    alternative.set("alttranstype", "previous-version")
    if system:
        alternative.set("origin", system)
    alternative.append(kept)


def _previous(unit: Unit) -> list[Element]:
    return [
        target
        for alternative in unit.element.iterchildren(_name(unit, "alt-trans"))
        if alternative.get("alttranstype") == "previous-version"
        for target in alternative.iterchildren(_name(unit, "target"))
    ]


def _content(target: Element) -> bytes:
    bare = copy.deepcopy(target)
    bare.attrib.clear()
    bare.tail = None
    return etree.tostring(bare, method="c14n")


def _fill(unit: Unit, target: Element, text: str, number: int) -> None:
    try:
        unit.tags.fill(target, text)
    except FormatError as error:
        raise FormatError(f"Segment {number + 1}: {error}") from error


def _name(unit: Unit, name: str) -> str:
    return f"{{{namespace(unit.element)}}}{name}" if namespace(unit.element) else name
