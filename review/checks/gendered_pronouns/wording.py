"""The finding that a reviewer reads: what is wrong, why, where to look, what to write."""

from collections.abc import Sequence

from ...models import Evidence as Place
from ...models import Severity, Side, Suggestion
from ..base import Finding
from .evidence import Evidence, Text
from .german_phrases import NounPhrase
from .reading import Word
from .replacement import replacements
from .things import Thing

_GENDERS = {"f": "feminine", "m": "masculine", "n": "neuter", "p": "plural"}


def finding(text: Text, evidence: Evidence) -> Finding:
    """The finding for a pronoun that was judged wrong."""
    pronoun = evidence.pronoun
    plural = _is_plural(evidence)
    suggestions = replacements(text.words, pronoun, plural)
    return Finding(
        pronoun.word.segment,
        pronoun.word.start,
        pronoun.word.end,
        _message(text, evidence, suggestions),
        suggestions=suggestions,
        evidence=tuple(_places(text, evidence)),
        severity=Severity.MINOR if _is_epicene(evidence) else None,
    )


def _is_plural(evidence: Evidence) -> bool:
    phrase = evidence.antecedent
    return phrase is not None and (phrase.gender == "p" or phrase.epicene)


def _is_epicene(evidence: Evidence) -> bool:
    """ "her" for "die Person" misleads less than "her" for a thing."""
    return evidence.antecedent is not None and evidence.antecedent.epicene


def _message(text: Text, evidence: Evidence, suggestions: Sequence[Suggestion]) -> str:
    use = f"use {_quoted(suggestions[0].text)}."
    word = _quoted(evidence.pronoun.word.text)
    if evidence.antecedent is not None:
        phrase = evidence.antecedent
        where = f"{_quoted(_source(text, phrase))} (segment {phrase.head.segment + 1})"
        return f"{word} stands for {where}: {_GENDERS[phrase.gender]} in German{_nature(phrase)}; {use}"
    if evidence.linked is not None:
        german = _quoted(evidence.linked.word.text)
        return f"{word} stands for German {german}, but no person is named near it; {use}"
    return (
        f"{word} has no person to stand for in the sentences before; {_nearest(text, evidence.english)}{use}"
    )


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
    return f"the nearest noun that fits is {_quoted(target[words[0].start : words[-1].end])} {where}; "


def _places(text: Text, evidence: Evidence) -> list[Place]:
    found = []
    if evidence.antecedent is not None:
        phrase = evidence.antecedent
        found.append(_place(text.source[phrase.first : phrase.last], Side.SOURCE))
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
