"""XML that comes from outside: parsed without entities, network or unbounded trees."""

from typing import Any
from xml.parsers import expat

from lxml import etree

from ...errors import FormatError

Element = etree._Element
_UNSAFE = "The DOCTYPE declares entities or elements, which is not safe. Remove it."
_VERSIONS = ("1.0", "1.1", "1.2")


def parse(content: bytes, name: str) -> Element:
    """The root of an XLIFF 1 file. Raises FormatError with the line for all that is none, or not safe.

    A DOCTYPE that only names its system file is accepted and that file not read.
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
    _check_version(root, name)
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


def _check_version(root: Element, name: str) -> None:
    version = root.get("version", "")
    if local_name(root) != "xliff":
        raise FormatError(f"This is not XLIFF: its root element is <{local_name(root)}>.", name=name)
    if version.startswith("2") or ":document:2" in namespace(root):
        raise FormatError("XLIFF 2 is not read yet. Save it as XLIFF 1.2.", name=name, line=line_of(root))
    if version not in _VERSIONS and not namespace(root).endswith(":1.2"):
        message = f'The XLIFF version "{version}" is unknown. Versions: {", ".join(_VERSIONS)}.'
        raise FormatError(message, name=name, line=line_of(root))
