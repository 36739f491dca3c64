"""The words of a text with their places."""

import re
from typing import NamedTuple

# An apostrophe or a combining accent inside a word belongs to it; a hyphen separates.
_WORD = re.compile(r"[^\W\d_][\u0300-\u036f]*(?:['’]?[^\W\d_][\u0300-\u036f]*)*")


class Token(NamedTuple):
    """A word and its range in the text."""

    text: str
    start: int
    end: int

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()


def words(text: str) -> list[Token]:
    """The words of a text in order: runs of letters, without digits and punctuation."""
    return [Token(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
