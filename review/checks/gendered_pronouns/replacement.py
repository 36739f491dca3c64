"""What to write instead of a wrong "she" or "he"."""

from collections.abc import Iterator, Sequence

from ...models import Suggestion
from ...text.lexicon import words as word_list
from .english import Pronoun, Role
from .reading import Word

_IT = {
    Role.SUBJECT: "it", Role.OBJECT: "it", Role.POSSESSIVE: "its", Role.REFLEXIVE: "itself",
    Role.ALONE: "its own",
}  # fmt: skip
_THEY = {
    Role.SUBJECT: "they", Role.OBJECT: "them", Role.POSSESSIVE: "their", Role.REFLEXIVE: "themselves",
    Role.ALONE: "theirs",
}  # fmt: skip
_PLURAL = {"is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "wasn't": "weren't",
           "hasn't": "haven't", "doesn't": "don't", "goes": "go"}  # fmt: skip
_ADVERBS = word_list("en", "mid_adverbs")
_NO_VERBS = word_list("en", "not_verbs")


def replacements(words: Sequence[Word], pronoun: Pronoun, plural: bool) -> tuple[Suggestion, ...]:
    """It and they in the form that stands there, the likelier first; "they" takes its verb along."""
    singular = _like(pronoun.word.text, _IT[pronoun.role])
    one = Suggestion(singular, pronoun.word.start, pronoun.word.end)
    many = _they(words, pronoun)
    return (many,) if plural else (one, many)


def _like(original: str, replacement: str) -> str:
    return replacement[0].upper() + replacement[1:] if original[0].isupper() else replacement


def _they(words: Sequence[Word], pronoun: Pronoun) -> Suggestion:
    text = _like(pronoun.word.text, _THEY[pronoun.role])
    if pronoun.role is Role.SUBJECT:
        for verb, plural in _verbs(words, pronoun):
            return _with_verb(words, pronoun, text, verb, plural)
    return Suggestion(text, pronoun.word.start, pronoun.word.end)


def _verbs(words: Sequence[Word], pronoun: Pronoun) -> Iterator[tuple[int, str]]:
    """The place of the finite verb and its plural form, where the two differ."""
    before = pronoun.at - 1
    if before >= 0 and _same_sentence(words[before], pronoun) and words[before].lower in _PLURAL:
        yield before, _PLURAL[words[before].lower]
        return
    for at in range(pronoun.at + 1, min(pronoun.at + 4, len(words))):
        word = words[at]
        if not _same_sentence(word, pronoun):
            return
        plural = _plural(words, at)
        if plural:
            yield at, plural
        if word.lower not in _ADVERBS and not word.lower.endswith("ly"):
            return


def _same_sentence(word: Word, pronoun: Pronoun) -> bool:
    return word.segment == pronoun.word.segment and word.sentence == pronoun.word.sentence


def _plural(words: Sequence[Word], at: int) -> str | None:
    verb = words[at].lower.replace("’", "'")
    if verb == "'s":
        following = words[at + 1].lower if at + 1 < len(words) else ""
        return words[at].text[0] + ("ve" if following.endswith(("ed", "been", "got")) else "re")
    if verb in _PLURAL:
        return _PLURAL[verb]
    if verb in _NO_VERBS or verb in _ADVERBS or not verb.endswith("s") or verb.endswith(("ss", "us")):
        return None
    if verb.endswith("ies") and len(verb) > 4:
        return verb[:-3] + "y"
    return verb[:-2] if verb.endswith(("sses", "shes", "ches", "xes", "oes", "zzes")) else verb[:-1]


def _with_verb(words: Sequence[Word], pronoun: Pronoun, text: str, verb: int, plural: str) -> Suggestion:
    start = min(words[verb].start, pronoun.word.start)
    end = max(words[verb].end, pronoun.word.end)
    parts: list[str] = []
    for at in range(min(verb, pronoun.at), max(verb, pronoun.at) + 1):
        glue = " " if parts and words[at].start > words[at - 1].end else ""
        changed = text if at == pronoun.at else plural if at == verb else words[at].text
        parts.append(glue + (_like(words[at].text, changed) if at == verb else changed))
    replacement = "".join(parts)
    return Suggestion(replacement, start, end, label=replacement)
