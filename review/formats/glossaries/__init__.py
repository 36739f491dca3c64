"""Glossaries: what a source term is to be called in the translation, read from TSV or TBX."""

from ...errors import FormatError
from ...models import Term
from . import tbx, tsv
from .merging import merged

__all__ = ["read_glossary"]


def read_glossary(content: bytes, name: str, source_lang: str, target_lang: str) -> tuple[Term, ...]:
    """The terms for a language pair in a glossary file, one for each source term.

    A TSV file without language codes in its header holds for any pair. Raises FormatError with file and
    line for what is neither TSV nor TBX.
    """
    if not content.strip():
        raise FormatError("There is no term in it.", name=name)
    read = tbx.read_terms if _is_xml(content) else tsv.read_terms
    return merged(read(content, name, source_lang, target_lang))


def _is_xml(content: bytes) -> bool:
    head = content[:200].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head.startswith(b"<") and not head.startswith((b"<\t", b"<1>", b"<2>"))
