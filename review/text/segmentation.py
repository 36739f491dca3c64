"""Sentences: where one ends and the next begins.

A sentence ends at a terminator such as . ! ? or 。 with the closing quotes and brackets after it, where
something follows that can open a sentence. The text is only cut, never changed: all characters but white
space at the cuts are in the sentences.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from .abbreviations import DOTTED_ORDINALS, NEVER_LAST, OPENERS, SOMETIMES_LAST

_WIDE_ENDS = "。！？｡"  # No space follows these.
_ENDS = ".!?…‼⁇⁈⁉؟۔।॥።။។։"
_CLOSERS = r"""(?:["'”“’‘»«›‹)\]}」』）】》]|[\u00a0\u202f]»)*"""
_END = re.compile(
    rf"(?<![{_WIDE_ENDS}])[{_WIDE_ENDS}]+{_CLOSERS}\s*|[!?](?=[\u3040-\u9fff])"
    rf"|(?<![{_ENDS}])(?P<stop>[{_ENDS}]+)(?P<closers>{_CLOSERS})\s+|\n[^\S\n]*\n\s*"
)
_LONGEST_ABBREVIATION = 20
# A longer quotation is cut at its inner sentences.
_LONGEST_QUOTATION = 300
_QUOTATION = re.compile(
    r"""„[^„“”\n]*[“”] | “[^“”\n]*” | «[^«»\n]*» | »[^«»\n]*« | 「[^「」\n]*」 | 『[^『』\n]*』
    | (?<![^\s(\[])"(?=\S)[^"\n]*(?<!\s)" """,
    re.VERBOSE,
)
_NEXT = re.compile(r"""[\s"'“”„‚‘’«»‹›(\[{¿¡*•「『（【《]*(?P<word>\d+|[^\W\d_]+)?""")
_LAST = re.compile(r"(?:(?<!\w)[^\W\d_]{1,4}\.[ \u00a0\u202f]?)*(?P<word>[\w'’-]*)$")
_DASHES = ("-", "–", "—")  # "AUGUSTA, Ga. -- Police said"
_ROMAN = re.compile(r"[IVX]+")


@dataclass(frozen=True, slots=True)
class _Rules:
    never_last: frozenset[str]
    sometimes_last: frozenset[str]
    openers: frozenset[str]
    dotted_ordinals: bool


def split_sentences(text: str, language: str = "") -> list[str]:
    """The sentences of a text, without the white space around them.

    `language` is a BCP 47 code; for a language without rules of its own the general ones hold.
    """
    cuts = [0, *_cuts(text, _rules(language)), len(text)]
    sentences = (text[start:end].strip() for start, end in pairwise(cuts))
    return [sentence for sentence in sentences if sentence]


def _rules(language: str) -> _Rules:
    code = re.split("[-_]", language)[0].lower()
    return _Rules(
        never_last=NEVER_LAST[""] | NEVER_LAST.get(code, frozenset()),
        sometimes_last=SOMETIMES_LAST[""] | SOMETIMES_LAST.get(code, frozenset()),
        openers=OPENERS.get(code, frozenset()),
        dotted_ordinals=code in DOTTED_ORDINALS,
    )


def _cuts(text: str, rules: _Rules) -> Iterator[int]:
    quotations = _quotations(text)
    start = 0
    for match in _END.finditer(text):
        quoted = any(first < match.start() and match.end() <= last for first, last in quotations)
        if not quoted and _ends_sentence(text, start, match, rules):
            start = match.end()
            yield start


def _quotations(text: str) -> list[tuple[int, int]]:
    spans = (match.span() for match in _QUOTATION.finditer(text))
    return [(start, end) for start, end in spans if end - start <= _LONGEST_QUOTATION]


def _ends_sentence(text: str, start: int, match: re.Match[str], rules: _Rules) -> bool:
    if match["stop"] is None:
        return True
    following = _NEXT.match(text, match.end())
    word = (following and following["word"]) or ""
    if word[:1].islower() or text.startswith(_DASHES, match.end()):
        return False
    if match["stop"] == "…" or match["stop"].startswith(".."):
        return not rules.openers or word in rules.openers
    if match["stop"] == "." and not match["closers"]:
        return _full_stop(text, start, match.start(), word, rules)
    return True


def _full_stop(text: str, start: int, stop: int, word: str, rules: _Rules) -> bool:
    """Whether the full stop at `stop` ends the sentence from `start`, or belongs to an abbreviation."""
    match = _LAST.search(text[max(start, stop - _LONGEST_ABBREVIATION) : stop])
    last = re.sub(r"[.\s]", "", match[0]) if match else ""
    if (last.isdigit() or len(last) == 1) and text[start:stop].strip() == last:
        return False  # "1. Introduction"
    if last in rules.never_last or (len(last) == 1 and last.islower()):
        return False
    if _may_go_on(last, bool(match and "." in match[0]), rules):
        return word in rules.openers
    return True


def _may_go_on(last: str, dotted: bool, rules: _Rules) -> bool:
    if last in rules.sometimes_last or (len(last) == 1 and last.isalpha()):
        return True
    if dotted and len(last) <= 4:
        return True  # "U.S."
    return rules.dotted_ordinals and _is_ordinal(last)


def _is_ordinal(last: str) -> bool:
    return (last.isdigit() and len(last) <= 3) or _ROMAN.fullmatch(last) is not None
