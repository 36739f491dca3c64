"""Where a space is wrong: one pattern per fault, and which languages it holds for."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

_SPACE = r"[^\S\r\n]"  # any space but a line break
_LETTER = r"[^\W\d_]"
_FRENCH = frozenset({"fr"})


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A place with a wrong space, and what should stand there."""

    start: int
    end: int
    better: str
    message: str
    is_gap: bool = False

    @property
    def label(self) -> str:
        """What the button says, since nobody sees a space."""
        return "Add a space" if len(self.better) > self.end - self.start else "Delete the space"


@dataclass(frozen=True, slots=True)
class _Rule:
    message: str
    pattern: re.Pattern[str]
    better: Callable[[re.Match[str]], str]
    but: frozenset[str] = frozenset()  # languages that write so
    only: frozenset[str] = frozenset()  # languages that do not; empty means all
    is_gap: bool = False

    def holds_for(self, language: str) -> bool:
        return language not in self.but and (not self.only or language in self.only)


def _closed(match: re.Match[str]) -> str:
    return match[0].lstrip()


def _opened(match: re.Match[str]) -> str:
    return match[0] + " "


def _comma(match: re.Match[str]) -> str:
    return ", " if match.string[match.end() : match.end() + 1].isalpha() else ","


def _nothing(_: re.Match[str]) -> str:
    return ""


def _one_space(_: re.Match[str]) -> str:
    return " "


_RULES = (
    _Rule(
        "There is more than one space.",
        re.compile(rf"(?<=[^\s.!?]){_SPACE}{{2,}}(?=\w)"),
        _one_space,
        is_gap=True,
    ),
    _Rule(
        "There is a space before the comma.",
        re.compile(rf"(?<=[\w)\]”’'\"»%€$]){_SPACE}+,(?=\s|$|{_LETTER})"),
        _comma,
    ),
    _Rule(
        "There is a space before the stop.",
        re.compile(rf"(?<=[\w)\]”’'\"»%€$]){_SPACE}+\.(?=\s*[”’\"')]*\s*$|\s+[“\"']?[A-ZÀ-Þ])"),
        _closed,
    ),
    _Rule(
        "There is a space before the mark.",
        re.compile(rf"(?<=[\w)\]”’'\"%]){_SPACE}+[;:!?]+(?=\s|$|[”’\")])"),
        _closed,
        but=_FRENCH,
    ),
    _Rule(
        "There is no space after the comma.",
        re.compile(rf"(?<={_LETTER}{_LETTER}),(?={_LETTER})|(?<=\w[”\"’»)]),(?={_LETTER}{_LETTER})"),
        _opened,
    ),
    _Rule(
        # Not "Node.js", "example.com", "z.B.", "U.S.": a capital and a small letter follow.
        "There is no space after the mark.",
        re.compile(r"(?<=[a-zà-ÿ]{2})[.!?…](?=[A-ZÀ-Þ][a-zà-ÿ])(?!\w+[@.]\w)|(?<=\w\w)[!?;](?=[a-zà-ÿ]{2})"),
        _opened,
    ),
    _Rule(
        "There is no space after the colon.",
        re.compile(rf"(?<={_LETTER}{_LETTER}{_LETTER}):(?=[A-ZÀ-Þ“„«\"])"),
        _opened,
    ),
    _Rule(
        "There is no space after the dash.",
        re.compile(
            rf"(?<=[\w,”\"]){_SPACE}[–—](?={_LETTER})|(?<={_LETTER}{_LETTER}){_SPACE}-(?={_LETTER}{_LETTER})"
        ),
        _opened,
    ),
    _Rule(
        "There is no space before the dash.",
        re.compile(rf"(?<={_LETTER})[–—]{_SPACE}(?={_LETTER})"),
        lambda match: " " + match[0],
    ),
    _Rule(
        "There is a space after the opening mark.",
        re.compile(rf"(?<=[(\[¿¡]){_SPACE}+(?=\w)|(?:(?<=\s[“„])|(?<=^[“„])){_SPACE}+(?=\w)"),
        _nothing,
    ),
    _Rule(
        "There is a space before the closing mark.",
        re.compile(rf"(?<=[\w.,!?]){_SPACE}+(?=[)\]”])"),
        _nothing,
    ),
    _Rule(
        # Not "person(s)", "f(x)": a figure or several words stand in it.
        "There is no space before the bracket.",
        re.compile(rf"(?<={_LETTER}{_LETTER})(?=\((?:\d{{2,}}\)|{_LETTER}{{2,}} [^()]*\)))"),
        _one_space,
    ),
    _Rule(
        # Not "(s)he", "(un)able".
        "There is no space after the bracket.",
        re.compile(rf"(?:(?<=\s)|^)\((?:\d{{2,}}|{_LETTER}+ [^()]*)\)(?={_LETTER}{_LETTER})"),
        _opened,
    ),
    _Rule(
        "There is a space before the apostrophe.",
        re.compile(rf"(?<={_LETTER}){_SPACE}(?:['’](?:s|re|ve|ll|m|d)|n['’]t)(?=[\s.,;:!?]|$)"),
        _closed,
        only=frozenset({"en"}),
    ),
    _Rule(
        "French has a space before this mark.",
        re.compile(r"(?<=[^\W\d_])[;:!?]+(?=\s|$|»)"),
        lambda match: "\u202f" + match[0],
        only=_FRENCH,
    ),
    _Rule(
        "French has a space inside « ».",
        re.compile(r"(?<=«)(?=\w)|(?<=[\w.!?…])(?=»)"),
        lambda _: "\u00a0",
        only=_FRENCH,
    ),
)


def misplaced(text: str, language: str) -> Iterator[Misplaced]:
    """Every wrong space of a text in this language, in the order of the rules."""
    for rule in _rules(language.split("-")[0].lower()):
        for match in rule.pattern.finditer(text):
            better = rule.better(match)
            yield Misplaced(match.start(), match.end(), better, rule.message, rule.is_gap)


@cache
def _rules(language: str) -> tuple[_Rule, ...]:
    return tuple(rule for rule in _RULES if rule.holds_for(language))
