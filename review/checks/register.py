"""Formal and familiar address in one text."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..models import Document, Evidence, Severity, Side
from ..text.lexicon import words
from ..text.tokens import Token
from ..text.tokens import words as tokens
from .base import Example, Finding, Scope, check
from .quotation_marks import quotations

_SENTENCE_END = (".", "!", "?", ":", "…")


@dataclass(frozen=True, slots=True)
class _Address:
    segment: int
    token: Token
    is_formal: bool


@check(
    code="register",
    name="Formal and familiar address mixed",
    category="style/register",
    severity=Severity.MINOR,
    scope=Scope.DOCUMENT,
    is_hint=True,
    target_langs=("de", "fr", "es"),
    examples=[
        Example(
            "Hier können Sie zahlen, wenn Sie wollen.\nDann nimmst ⟦du⟧ das Brot.",
            source="You can pay here if you like.\nThen you take the bread.",
            source_lang="en",
            target_lang="de",
        ),
        Example(
            "Hier können Sie zahlen.\nDann nehmen Sie das Brot.",
            source="You can pay here.\nThen you take the bread.",
            source_lang="en",
            target_lang="de",
        ),
        Example("Hier können Sie zahlen.\n„Hast du Brot?“, fragt das Kind.", target_lang="de"),
        Example("Die Kinder waren da. Sie aßen dein Brot.", target_lang="de"),
    ],
)
def register(document: Document) -> Iterator[Finding]:
    """The reader is addressed formally in one place and familiarly in another (Sie and du).

    Why it matters: English "you" is both, so a machine decides anew in each sentence.
    Does not see: verbs alone ("Nimm das Brot"). Quotations do not count: others speak there.
    """
    found = list(_addresses(document))
    formal = [one for one in found if one.is_formal]
    familiar = [one for one in found if not one.is_formal]
    if formal and familiar:
        usual, rare = (familiar, formal) if len(formal) < len(familiar) else (formal, familiar)
        for one in rare:
            yield _finding(one, usual[0])


def _addresses(document: Document) -> Iterator[_Address]:
    language = document.target_lang
    formal, familiar = words(language, "formal_address"), words(language, "familiar_address")
    for number, segment in enumerate(document.segments):
        quoted = [(one.start, one.end) for one in quotations(segment.target)]
        for token in tokens(segment.target):
            is_formal = token.text in formal
            if not (is_formal or token.text in familiar):
                continue
            if any(start < token.start < end for start, end in quoted):
                continue
            # "Sie" at the beginning may be "they".
            if not (is_formal and token.is_capitalised and _opens(segment.target, token)):
                yield _Address(number, token, is_formal)


def _opens(text: str, token: Token) -> bool:
    before = text[: token.start].rstrip(" „“”\"'»«(–-")
    return not before or before.endswith(_SENTENCE_END)


def _finding(one: _Address, usual: _Address) -> Finding:
    kind = "formal" if one.is_formal else "familiar"
    return Finding(
        one.segment,
        one.token.start,
        one.token.end,
        f"“{one.token.text}” is {kind} address; elsewhere the reader is “{usual.token.text}”.",
        evidence=(Evidence(usual.segment, Side.TARGET, usual.token.start, usual.token.end),),
        confidence=0.6,
    )
