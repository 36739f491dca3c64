"""The root of an XLIFF 1 file."""

from ...errors import FormatError
from ..safe_xml import Element, line_of, local_name, namespace
from ..safe_xml import parse as parse_xml

__all__ = ["Element", "line_of", "local_name", "namespace", "parse"]

_VERSIONS = ("1.0", "1.1", "1.2")


def parse(content: bytes, name: str) -> Element:
    """The root element. Raises FormatError with the line for all that is no XLIFF 1, or not safe."""
    root = parse_xml(content, name)
    _check_version(root, name)
    return root


def _check_version(root: Element, name: str) -> None:
    version = root.get("version", "")
    if local_name(root) != "xliff":
        raise FormatError(f"This is not XLIFF: its root element is <{local_name(root)}>.", name=name)
    if version.startswith("2") or ":document:2" in namespace(root):
        raise FormatError("XLIFF 2 is not read yet. Save it as XLIFF 1.2.", name=name, line=line_of(root))
    if version not in _VERSIONS and not namespace(root).endswith(":1.2"):
        message = f'The XLIFF version "{version}" is unknown. Versions: {", ".join(_VERSIONS)}.'
        raise FormatError(message, name=name, line=line_of(root))
