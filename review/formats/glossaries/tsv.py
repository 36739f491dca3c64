"""TSV glossaries: source, target, forbidden, note; several wordings in a cell are separated by |."""

from collections.abc import Iterator, Sequence

from ...errors import FormatError, UsageError
from ...models import Term
from ...text.languages import normalise_language
from ..decoding import decode
from .languages import serves

_COLUMNS = ("source", "target", "forbidden", "note")
_ALIASES = {
    "source": "source", "sourceterm": "source", "sourceword": "source", "term": "source",
    "target": "target", "targets": "target", "targetterm": "target", "translation": "target",
    "preferred": "target", "approved": "target",
    "forbidden": "forbidden", "forbiddenterm": "forbidden", "deprecated": "forbidden",
    "donotuse": "forbidden",
    "note": "note", "notes": "note", "comment": "note", "remark": "note", "description": "note",
}  # fmt: skip


def read_terms(content: bytes, name: str, source_lang: str, target_lang: str) -> Iterator[Term]:
    """The terms of a table.

    A first line that names the columns may leave out and reorder all but source; two language codes may
    stand for source and target, and then only that pair has the terms. Lines that begin with # are notes.
    """
    lines = decode(content, name).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    rows = [(number, line.split("\t")) for number, line in enumerate(lines, 1) if _is_row(line)]
    if not rows:
        raise FormatError("There is no term in it.", name=name)
    columns, pair = _header(rows[0][1], name, rows[0][0])
    if pair and not (serves(pair[0], source_lang) and serves(pair[1], target_lang)):
        return
    for number, cells in rows[1:] if columns else rows:
        yield _term(columns or list(_COLUMNS), cells, name, number)


def _is_row(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


def _header(cells: Sequence[str], name: str, line: int) -> tuple[list[str], tuple[str, str] | None]:
    """(the columns' names, their languages); no names where the first line is a term already."""
    plain = [cell.strip().lower() for cell in cells]
    if (pair := _pair(plain)) is not None:
        return ["source", "target", *(_column(cell) for cell in plain[2:])], pair
    columns = [_column(cell) for cell in plain]
    if "source" not in columns or len([one for one in columns if one]) < min(2, len(cells)):
        return [], None
    if len(set(filter(None, columns))) < len([one for one in columns if one]):
        raise FormatError("Two columns have the same name: rename one.", name=name, line=line)
    return columns, None


def _column(cell: str) -> str:
    return _ALIASES.get(cell.replace(" ", "").replace("_", "").replace("-", ""), "")


def _pair(cells: Sequence[str]) -> tuple[str, str] | None:
    """Two language codes; a file of two words that are codes too ("die", "an") is no such header."""
    known = {"de", "en", "fr", "es", "it", "nl", "pl", "pt", "ru", "uk", "cs", "zh", "ja", "ko", "tr", "ar"}
    if len(cells) < 2 or not any(cell[:2] in known and cell[2:3] in ("", "-", "_") for cell in cells[:2]):
        return None
    try:
        return normalise_language(cells[0]), normalise_language(cells[1])
    except UsageError:
        return None


def _term(columns: Sequence[str], cells: Sequence[str], name: str, line: int) -> Term:
    if len(cells) > len(columns):
        message = f"This row has {len(cells)} columns instead of {len(columns)} or fewer."
        raise FormatError(message, name=name, line=line)
    found = {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if column}
    targets, forbidden = _wordings(found.get("target", "")), _wordings(found.get("forbidden", ""))
    if not targets and not forbidden:
        message = "This row has neither a translation nor a forbidden one. Separate columns by tabs."
        raise FormatError(message, name=name, line=line)
    if twice := next((one for one in targets if one in forbidden), ""):
        raise FormatError(f"“{twice}” is both wanted and forbidden.", name=name, line=line)
    return Term(found.get("source", ""), targets, forbidden, found.get("note", ""))


def _wordings(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in cell.split("|") if part.strip()))
