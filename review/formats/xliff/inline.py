"""Inline tags as placeholders: `<1>bold</1>`, `<2/>`, and back to the very same elements.

Tags with translatable content (g, mrk) are pairs; all others stand alone, whatever native code they hold.
"""

import copy
import re
from collections.abc import Iterator
from itertools import count

from ...errors import FormatError
from .parsing import Element, local_name

_PAIRED = {"g", "mrk"}
_PLACEHOLDER = re.compile(r"<(?P<close>/?)(?P<number>[1-9][0-9]*)(?P<alone>/?)>")

_Open = tuple[str, Element]  # The number of a pair that is not closed yet, and its new element.


class Tags:
    """The inline tags of a unit, numbered in the order of the source, then of the target.

    A tag of the target has the number of the source tag of the same name and id. Numbers that the text
    itself has as `<1>` are left out.
    """

    def __init__(self, source: Element, target: Element | None) -> None:
        self._literal = {number for one in (source, target) if one is not None for number in _literals(one)}
        self._elements: dict[str, Element] = {}
        self._numbers: dict[Element, str] = {}
        self._free = (str(number) for number in count(1) if str(number) not in self._literal)
        for element in _inline(source):
            self._add(element, next(self._free))
        open_numbers = dict(self._elements)
        for element in _inline(target) if target is not None else ():
            self._add(element, _like(element, open_numbers) or next(self._free))

    def text(self, element: Element) -> str:
        """The content of a source or target with placeholders."""
        return "".join(self._parts(element))

    def fill(self, element: Element, text: str) -> None:
        """Replace an element's content by text whose placeholders become tags again.

        Raises FormatError for a placeholder without its tag, a pair that is not closed, or one used twice.
        """
        del element[:]
        element.text = None
        open_pairs, unused, place = [("", element)], dict(self._elements), 0
        for match in self._placeholders(text):
            _append(open_pairs[-1][1], text[place : match.start()])
            place = match.end()
            if match["close"]:
                self._close(match, open_pairs)
            else:
                self._open(match, open_pairs, unused)
        if len(open_pairs) > 1:
            raise self._senseless(f"<{open_pairs[-1][0]}>")
        _append(element, text[place:])

    def _placeholders(self, text: str) -> Iterator[re.Match[str]]:
        return (match for match in _PLACEHOLDER.finditer(text) if match["number"] not in self._literal)

    def _open(self, match: re.Match[str], open_pairs: list[_Open], unused: dict[str, Element]) -> None:
        original = unused.pop(match["number"], None)
        if original is None or _is_pair(original) == bool(match["alone"]):
            raise self._senseless(match[0])
        child = _without_content(original) if _is_pair(original) else copy.deepcopy(original)
        child.tail = None
        open_pairs[-1][1].append(child)
        if _is_pair(original):
            open_pairs.append((match["number"], child))

    def _close(self, match: re.Match[str], open_pairs: list[_Open]) -> None:
        if match["alone"] or open_pairs.pop()[0] != match["number"]:
            raise self._senseless(match[0])

    def _add(self, element: Element, number: str) -> None:
        self._elements[number] = element
        self._numbers[element] = number

    def _parts(self, element: Element) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            number = self._numbers.get(child)
            if number and _is_pair(child):
                yield f"<{number}>{self.text(child)}</{number}>"
            elif number:
                yield f"<{number}/>"
            yield child.tail or ""

    def _senseless(self, placeholder: str) -> FormatError:
        known = ", ".join(
            f"<{number}>…</{number}>" if _is_pair(element) else f"<{number}/>"
            for number, element in self._elements.items()
        )
        has = f"{known}, each once, and pairs are closed" if known else "none"
        return FormatError(
            f"{placeholder} does not go with the tags of this segment: {has}. Correct the text."
        )


def _is_pair(element: Element) -> bool:
    return local_name(element) in _PAIRED


def _without_content(element: Element) -> Element:
    """A copy with attributes, but no children and no text."""
    bare = copy.deepcopy(element)
    del bare[:]
    bare.text = None
    return bare


def _inline(element: Element) -> Iterator[Element]:
    """The tags inside an element in reading order, without what is inside tags that stand alone."""
    for child in element:
        if local_name(child):
            yield child
            if _is_pair(child):
                yield from _inline(child)


def _literals(element: Element) -> Iterator[str]:
    """The numbers that stand in the text like placeholders."""
    run = element.text or ""
    for child in element:
        if local_name(child):
            yield from (match["number"] for match in _PLACEHOLDER.finditer(run))
            run = ""
            if _is_pair(child):
                yield from _literals(child)
        run += child.tail or ""
    yield from (match["number"] for match in _PLACEHOLDER.finditer(run))


def _like(element: Element, candidates: dict[str, Element]) -> str:
    """The number of the first candidate with the element's name and id, which is then taken."""
    identity = _identity(element)
    number = next((number for number, other in candidates.items() if _identity(other) == identity), "")
    candidates.pop(number, None)
    return number


def _identity(element: Element) -> tuple[str, str | None]:
    return str(element.tag), element.get("id") or element.get("mid")


def _append(element: Element, text: str) -> None:
    """Put text at the end of an element's content."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
