"""What a format is: a name, file endings, and functions that read and write it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from ..models import Article, Document, Review


@dataclass(frozen=True, slots=True)
class ReadContext:
    """What the user said about a file; a reader uses it where the file itself does not tell."""

    name: str = ""
    source_lang: str = ""
    target_lang: str = ""
    system: str = ""
    title: str = ""


ReadArticle = Callable[[BinaryIO, ReadContext], Article]
ReadDocuments = Callable[[BinaryIO, ReadContext], Iterator[Document]]
Write = Callable[[Review, BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Format:
    """One file format.

    `read_article` reads a text in one language (two of them make a document); `read_documents` reads
    bilingual files and may yield many documents. Both raise FormatError with the place. `write` puts a
    corrected document into a binary stream.
    """

    name: str
    title: str
    extensions: tuple[str, ...]
    media_type: str
    read_article: ReadArticle | None = None
    read_documents: ReadDocuments | None = None
    write: Write | None = None
