"""When two words count as the same word in different forms."""

from collections.abc import Iterable, Iterator

from ..text.tokens import words

_STEM = 5  # letters
_ENDINGS = ("ingly", "edly", "iest", "ing", "ied", "ies", "ier", "est", "ed", "es", "er", "ly", "s", "e", "y")


def roots(word: str) -> frozenset[str]:
    """What a word has in common with its other forms: what is left without its ending, and five letters.

    Endings are those of English; in a language with others the first letters decide.
    """
    plain = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    return frozenset({f"{_without_ending(plain)}·"} | ({plain[:_STEM]} if len(plain) >= _STEM else set()))


def _without_ending(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            core = word[: -len(ending)]
            doubled = len(core) > 3 and core[-1] == core[-2] and core[-1] not in "aeiouls"
            return core[:-1] if doubled else core
    return word


def all_roots(texts: Iterable[str]) -> frozenset[str]:
    """The roots of all words of some texts."""
    return frozenset(root for word in _words(texts) for root in roots(word))


def _words(texts: Iterable[str]) -> Iterator[str]:
    return (token.text for text in texts for token in words(text))
