"""From XLIFF to documents."""

from collections.abc import Iterator
from typing import BinaryIO

from ...errors import FormatError, UsageError
from ...models import Document, Segment
from ...text.languages import normalise_language
from ..base import ReadContext
from .parsing import Element, line_of, parse
from .units import Unit, files, units


def read_documents(stream: BinaryIO, context: ReadContext) -> Iterator[Document]:
    """One document for each <file>, its id being the file's `original`.

    A trans-unit makes a segment whose key is its id, and a group of them a block. Inline tags become
    placeholders, see `inline`. Units with translate="no" are left out. Raises FormatError with the line.
    """
    root = parse(stream.read(), context.name)
    for identifier, element in files(root):
        segments = tuple(segments_of(list(units(element, context.name))))
        if segments:
            yield Document(
                segments=segments,
                source_lang=_language(element, "source-language", context) or context.source_lang,
                target_lang=_language(element, "target-language", context) or context.target_lang,
                id=identifier,
                title=context.title,
                system=context.system,
            )


def segments_of(found: list[Unit]) -> Iterator[Segment]:
    """The segments of a file's units."""
    block = -1
    for number, unit in enumerate(found):
        if not number or unit.group is None or unit.group is not found[number - 1].group:
            block += 1
        yield Segment(
            source=unit.source_text,
            target=unit.target_text,
            block=block,
            kind=unit.kind,
            key=unit.element.get("id", ""),
        )


def _language(file: Element, attribute: str, context: ReadContext) -> str:
    try:
        return normalise_language(file.get(attribute, "")) if file.get(attribute) else ""
    except UsageError as error:
        raise FormatError(f"{attribute}: {error}", name=context.name, line=line_of(file)) from error
