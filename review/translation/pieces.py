"""Texts longer than a provider takes: cut where it hurts least, and put together again."""

import re
from collections.abc import Callable, Iterator, Sequence
from unicodedata import category

from ..text.languages import joiner, script

Cut = Callable[[str], Sequence[str]]
_HAN_SCRIPTS = {"Hani", "Hans", "Hant", "Jpan"}


def pieces(text: str, fits: Callable[[str], bool], sentences: Cut) -> list[str]:
    """The text in pieces that fit, each as long as possible; together they are the text.

    The white space around a piece is not sent and counts nothing.
    `sentences` cuts a text into sentences. One that is too long is cut after commas and the like, then
    between words, and at last anywhere but inside a letter with its accents.
    """
    levels: list[Cut] = [lambda part: _located(part, sentences(part)), _clauses, _words, _letters]
    packed = [""]
    for unit in _units(text, lambda part: fits(part.strip()), levels):
        if fits((packed[-1] + unit).strip()):
            packed[-1] += unit
        else:
            packed.append(unit)
    return [piece for piece in packed if piece]


def joined(parts: Sequence[str], language: str) -> str:
    """The translations of pieces as one text in that language."""
    text = ""
    for part in parts:
        text = text + part if not text or not part else _seam(text, part, language)
    return text


def _seam(left: str, right: str, language: str) -> str:
    gap = left[len(left.rstrip()) :] + right[: len(right) - len(right.lstrip())]
    if not gap:
        gap = joiner(language)
    elif script(language) in _HAN_SCRIPTS and not gap.strip(" "):
        gap = ""
    return left.rstrip() + gap + right.lstrip()


def _units(text: str, fits: Callable[[str], bool], levels: Sequence[Cut]) -> Iterator[str]:
    if not levels or fits(text):
        yield text
        return
    for part in levels[0](text):
        yield from _units(part, fits, levels[1:])


def _located(text: str, sentences: Sequence[str]) -> list[str]:
    # A splitter may drop the spaces between sentences: what it names is looked up in the text.
    cuts = [0]
    for sentence in sentences:
        start = text.find(sentence.strip(), cuts[-1])
        if start > cuts[-1]:
            cuts.append(start)
    return [text[start:end] for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]


def _clauses(text: str) -> list[str]:
    return re.split(r"(?<=[,;:–—])(?=\s)|(?<=[、，；：،؛।])", text)


def _words(text: str) -> list[str]:
    return re.split(r"(?<=\s)(?=\S)", text)


def _letters(text: str) -> list[str]:
    letters: list[str] = []
    for character in text:
        if letters and category(character).startswith("M"):
            letters[-1] += character
        else:
            letters.append(character)
    return letters
