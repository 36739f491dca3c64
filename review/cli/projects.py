"""The option of `check` that compares articles with each other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from ..models import Document, Issue
from ..settings import Settings
from ..store.documents import list_documents, load_document
from ..workflow.glossaries import project_inconsistencies
from .common import opened

project_option = click.option(
    "--project",
    is_flag=True,
    help="Compare the articles too: one name or term in two wordings. Without a FILE: all stored ones.",
)


@dataclass(frozen=True, slots=True)
class Project:
    """Articles that belong together, and for each what the others render differently."""

    documents: Sequence[Document]
    across: Sequence[Sequence[Issue]]


def stored_documents(database: str, config: Path | None) -> Iterator[Document]:
    """All articles of the database as they are now."""
    with opened(database, config) as store, store.reading() as connection:
        for head in list_documents(connection):
            yield load_document(connection, head.id).as_document()


def compared(texts: Iterable[Document], settings: Settings) -> Project:
    """Articles compared with each other; all of them are read first."""
    documents = list(texts)
    return Project(documents, project_inconsistencies(documents, settings))
