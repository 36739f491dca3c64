"""The words of a text with their vectors."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..tokens import Token

if TYPE_CHECKING:
    from .weights import Floats


@dataclass(frozen=True, slots=True, eq=False)
class WordVectors:
    """The words of a text in order, and a row of length 1 for each of them.

    In a language without spaces between words, what counts as a word is a piece that the network knows.
    """

    words: tuple[Token, ...]
    vectors: "Floats"
