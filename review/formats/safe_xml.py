"""XML that comes from outside: parsed without entities, network or unbounded trees."""

from typing import Any
from xml.parsers import expat

from lxml import etree

from ..errors import FormatError

Element = etree._Element
_UNSAFE = "The DOCTYPE declares entities or elements, which is not safe. Remove it."


def parse(content: bytes, name: str) -> Element:
    """The root element. Raises FormatError with the line for what is not well-formed, or not safe.

    A DOCTYPE that only names its system file is accepted, and that file is not read. CDATA stays CDATA.
    """
    _refuse_declarations(content, name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, strip_cdata=False
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise FormatError(
            f"This is not well-formed XML: {error.msg}", name=name, line=error.lineno
        ) from error
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and any(declared.iterentities()):
        raise FormatError(_UNSAFE, name=name)
    for entity in root.iter(etree.Entity):
        raise FormatError(f"The entity {entity.text} is not defined.", name=name, line=line_of(entity))
    return root


def line_of(element: Element) -> int | None:
    """The line of the file where an element begins."""
    return element.sourceline if isinstance(element.sourceline, int) else None


def local_name(element: Element) -> str:
    """The name of an element without its namespace; '' for comments and processing instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def namespace(element: Element) -> str:
    return etree.QName(element).namespace or ""


class _PrologRead(Exception):
    """The root element has come: nothing can be declared after it."""


def _refuse_declarations(content: bytes, name: str) -> None:
    parser = expat.ParserCreate()

    def doctype(_: str, _system: str | None, _public: str | None, has_internal_subset: int) -> None:
        if has_internal_subset:
            raise FormatError(_UNSAFE, name=name, line=parser.CurrentLineNumber)

    def start(_name: str, _attributes: dict[str, str]) -> None:
        raise _PrologRead

    parser.StartDoctypeDeclHandler, parser.StartElementHandler = doctype, start
    try:
        parser.Parse(content, True)
    except _PrologRead:
        return
    except expat.ExpatError:
        return  # The other parser will say what is wrong, or knows the encoding.
