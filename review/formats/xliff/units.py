"""The files of an XLIFF tree and the units in them that may be translated."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ...errors import FormatError
from ...models import BlockKind
from .inline import Tags
from .parsing import Element, line_of, local_name, namespace

_HEADINGS = {"heading", "header", "title", "x-heading", "x-title", *(f"x-h{level}" for level in range(1, 7))}


@dataclass(frozen=True)
class Unit:
    """A trans-unit with its source and, if it has one, its target."""

    element: Element
    source: Element
    target: Element | None

    @cached_property
    def tags(self) -> Tags:
        return Tags(self.source, self.target)

    @property
    def source_text(self) -> str:
        return self.tags.text(self.source)

    @property
    def target_text(self) -> str:
        return "" if self.target is None else self.tags.text(self.target)

    @property
    def group(self) -> Element | None:
        """The innermost group that the unit stands in."""
        parent = self.element.getparent()
        return parent if parent is not None and local_name(parent) == "group" else None

    @property
    def kind(self) -> BlockKind:
        restype = self.element.get("restype") or (self.group.get("restype") if self.group is not None else "")
        return BlockKind.HEADING if restype in _HEADINGS else BlockKind.PARAGRAPH


def files(root: Element) -> Iterator[tuple[str, Element]]:
    """The <file> elements, each with the id of its document: `original`, with a number if repeated."""
    seen: Counter[str] = Counter()
    for element in root.iterchildren(f"{{{namespace(root)}}}file" if namespace(root) else "file"):
        original = element.get("original") or "file"
        seen[original] += 1
        yield f"{original} {seen[original]}" if seen[original] > 1 else original, element


def units(file: Element, name: str) -> Iterator[Unit]:
    """The units of a file in order, without those that must not be translated."""
    prefix = f"{{{namespace(file)}}}" if namespace(file) else ""
    for element in file.iter(f"{prefix}trans-unit"):
        if _may_be_translated(element):
            source = element.find(f"{prefix}source")
            if source is None:
                message = f'The trans-unit "{element.get("id", "")}" has no <source>.'
                raise FormatError(message, name=name, line=line_of(element))
            yield Unit(element, source, element.find(f"{prefix}target"))


def _may_be_translated(element: Element) -> bool:
    place: Element | None = element
    while place is not None and local_name(place) in ("trans-unit", "group"):
        if place.get("translate"):
            return place.get("translate") != "no"
        place = place.getparent()
    return True
