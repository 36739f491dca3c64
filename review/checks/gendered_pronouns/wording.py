"""The finding that a reviewer reads: what is wrong, why, where to look, what to write."""

from collections.abc import Sequence
from dataclasses import replace

from ...models import Evidence as Place
from ...models import Severity, Side, Suggestion
from ..base import Finding
from .decision import is_wrong
from .evidence import Evidence, Text
from .german_phrases import NounPhrase
from .reading import Word
from .reasons import Precedent, blamed, precedent, reasons
from .replacement import replacements
from .things import Thing

_GENDERS = {"f": "feminine", "m": "masculine", "n": "neuter", "p": "plural"}


def finding(text: Text, evidence: Evidence, confidence: float) -> Finding:
    """The finding for a pronoun that was judged wrong."""
    pronoun = evidence.pronoun
    shown = replace(evidence, antecedent=blamed(text, evidence))
    before = precedent(text, shown)
    suggestions = replacements(text.words, pronoun, _is_plural(shown))
    return Finding(
        pronoun.word.segment,
        pronoun.word.start,
        pronoun.word.end,
        _message(text, shown, before, suggestions),
        suggestions=suggestions,
        evidence=tuple(_places(text, shown, before)),
        severity=Severity.MINOR if _is_epicene(shown) else None,
        confidence=round(confidence, 2),
    )


def _is_plural(evidence: Evidence) -> bool:
    phrase = evidence.antecedent
    return phrase is not None and (phrase.gender == "p" or phrase.epicene)


def _is_epicene(evidence: Evidence) -> bool:
    """ "her" for "die Person" misleads less than "her" for a thing."""
    return evidence.antecedent is not None and evidence.antecedent.epicene


def _message(
    text: Text, evidence: Evidence, before: Precedent | None, suggestions: Sequence[Suggestion]
) -> str:
    parts = [_claim(text, evidence), *reasons(text, evidence, before), f"use {_quoted(suggestions[0].text)}."]
    return "; ".join(parts)


def _claim(text: Text, evidence: Evidence) -> str:
    word, phrase = _quoted(evidence.pronoun.word.text), evidence.antecedent
    if phrase is not None:
        stands = "stands" if is_wrong(evidence) else "seems to stand"
        where = f"{_quoted(_source(text, phrase))} (segment {phrase.head.segment + 1})"
        return f"{word} {stands} for {where}: {_GENDERS[phrase.gender]} in German{_nature(phrase)}"
    if evidence.linked is not None:
        return f"{word} stands for German {_quoted(evidence.linked.word.text)}, but seems to mean no person"
    nearest = _nearest(text, evidence.english)
    return f"{word} seems to stand for no person{nearest}"


def _nature(phrase: NounPhrase) -> str:
    if phrase.epicene:
        return ", but the word does not tell the person’s sex"
    if phrase.gender == "p":
        return ""
    if phrase.country:
        return ", but a country"
    return ", but an organisation" if phrase.organisation else ", but a thing"


def _nearest(text: Text, thing: Thing | None) -> str:
    if thing is None:
        return ""
    words = text.words[thing.first : thing.last]
    target = text.document.segments[words[0].segment].target
    where = f"(segment {words[0].segment + 1})"
    return f"; the nearest noun that fits is {_quoted(target[words[0].start : words[-1].end])} {where}"


def _places(text: Text, evidence: Evidence, before: Precedent | None) -> list[Place]:
    found = []
    if evidence.antecedent is not None:
        phrase = evidence.antecedent
        found.append(_place(text.source[phrase.first : phrase.last], Side.SOURCE))
    if before is not None:
        found += [_place([before.german.word], Side.SOURCE), _place([before.english], Side.TARGET)]
    if evidence.linked is not None:
        found.append(_place([evidence.linked.word], Side.SOURCE))
    elif evidence.english is not None:
        found.append(_place(text.words[evidence.english.first : evidence.english.last], Side.TARGET))
    return found


def _place(words: Sequence[Word], side: Side) -> Place:
    return Place(words[0].segment, side, words[0].start, words[-1].end)


def _source(text: Text, phrase: NounPhrase) -> str:
    words = text.source[phrase.first : phrase.last]
    return text.document.segments[words[0].segment].source[words[0].start : words[-1].end]


def _quoted(text: str) -> str:
    return f"“{text}”"
