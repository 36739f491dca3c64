"""Changed units put into the bytes of the file that they came from: all the rest stays as it was."""

import io
from collections.abc import Collection
from xml.parsers import expat

from lxml import etree

from .parsing import Element, local_name

_UNIT = "trans-unit"


def with_changed_units(root: Element, changed: Collection[Element], original: bytes) -> bytes:
    """The original file with the changed trans-units of its tree in place of the old ones.

    Inside a changed unit the parser does not keep the kind of quotation marks around attributes, or whether
    a character was written as a reference. For a file in UTF-16 that holds for all of it.
    """
    ranges = _unit_ranges(original)
    elements = [element for element in root.iter(etree.Element) if local_name(element) == _UNIT]
    encoding = root.getroottree().docinfo.encoding or "UTF-8"
    if len(ranges) != len(elements) or encoding.upper().startswith(("UTF-16", "UTF-32", "UCS")):
        return _whole(root, encoding)
    line_end = b"\r\n" if b"\r\n" in original else b"\n"
    parts, place = [], 0
    for element, (start, end) in zip(elements, ranges, strict=True):
        if element in changed:
            parts += [original[place:start], _fragment(element, encoding, line_end)]
            place = end
    return b"".join([*parts, original[place:]])


def _unit_ranges(content: bytes) -> list[tuple[int, int]]:
    """Where in the file each trans-unit begins and ends, in bytes; none if its encoding is not known."""
    parser = expat.ParserCreate()
    starts: list[int] = []
    ends: list[int] = []

    def start(name: str, _attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == _UNIT:
            starts.append(parser.CurrentByteIndex)

    def end(name: str) -> None:
        if name.rpartition(":")[2] == _UNIT:
            ends.append(content.index(b">", parser.CurrentByteIndex) + 1)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(content, True)
    except expat.ExpatError:
        return []
    return list(zip(starts, ends, strict=True))


def _fragment(unit: Element, encoding: str, line_end: bytes) -> bytes:
    fragment = etree.tostring(unit, encoding=encoding, xml_declaration=False, with_tail=False)
    assert isinstance(fragment, bytes)
    parent = unit.getparent()
    for prefix, name in (parent.nsmap if parent is not None else {}).items():
        declared = f' xmlns:{prefix}="{name}"' if prefix else f' xmlns="{name}"'
        fragment = fragment.replace(declared.encode(encoding, "xmlcharrefreplace"), b"", 1)
    # The parser reads every line end as a line feed.
    return fragment.replace(b"\n", line_end)


def _whole(root: Element, encoding: str) -> bytes:
    output = io.BytesIO()
    root.getroottree().write(output, encoding=encoding, xml_declaration=True)
    return output.getvalue()
