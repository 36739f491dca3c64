"""The pronouns of a German source that may stand behind an English "she" or "he"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...text.german_nouns import is_article
from ...text.lexicon import words as word_list
from .english import Role
from .reading import Word

# Form: genders that it may refer to (p = plural), and its role.
_PERSONAL = {
    "er": ("m", Role.SUBJECT), "ihn": ("m", Role.OBJECT), "ihm": ("mn", Role.OBJECT),
    "sie": ("fp", Role.SUBJECT), "ihr": ("f", Role.OBJECT), "es": ("n", Role.SUBJECT),
    "ihnen": ("p", Role.OBJECT), "sich": ("mfnp", Role.REFLEXIVE),
}  # fmt: skip
_DEMONSTRATIVES = {
    "dieser": "m", "diese": "fp", "dieses": "n", "diesen": "m", "jener": "m", "jene": "fp",
    "letzterer": "m", "letztere": "fp",
}  # fmt: skip
_SINGULAR_VERBS = word_list("de", "singular_verbs")
_PLURAL_VERBS = word_list("de", "plural_verbs")
# Forms of address and pronouns that look like nouns.
NO_NOUNS = frozenset(["Sie", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihnen", "Ich", "Wir", "Er", "Es"])


@dataclass(frozen=True, slots=True)
class GermanPronoun:
    """A pronoun of the third person: `genders` it may refer to; a verb beside it may settle the number."""

    at: int
    word: Word
    genders: str
    role: Role


def pronouns(words: Sequence[Word]) -> Iterator[GermanPronoun]:
    """The pronouns in order; formal address ("Sie" inside a sentence) is none of the third person."""
    for at, word in enumerate(words):
        found = _pronoun(words, at)
        if found:
            yield GermanPronoun(at, word, *found)


def _pronoun(words: Sequence[Word], at: int) -> tuple[str, Role] | None:
    word = words[at]
    if word.is_capitalised and not word.opens and not _after_colon(words, at):
        return None
    form = word.lower
    if form.startswith(("ihr", "sein")) and form != "ihnen" and _precedes_noun(words, at):
        if form in {"ihr", "ihre", "ihren", "ihrem", "ihrer", "ihres"}:
            return "fp", Role.POSSESSIVE
        if form in {"sein", "seine", "seinen", "seinem", "seiner", "seines"}:
            return "mn", Role.POSSESSIVE
    if form == "sie":
        return _number_of_sie(words, at), Role.SUBJECT
    if form in _PERSONAL:
        return _PERSONAL[form]
    if form in _DEMONSTRATIVES and not _precedes_noun(words, at):
        return _DEMONSTRATIVES[form], Role.SUBJECT
    return None


def _after_colon(words: Sequence[Word], at: int) -> bool:
    return at > 0 and words[at - 1].text in set('„"“»«:-–•')


def _precedes_noun(words: Sequence[Word], at: int) -> bool:
    for following in words[at + 1 : at + 4]:
        if not following.is_word:
            return following.text in '„"“»'
        if following.is_capitalised:
            return following.text not in NO_NOUNS
        if is_article(following.lower) or following.lower in _PLURAL_VERBS:
            return False  # "ihr einen Korb"
        if not following.lower.endswith(("e", "en", "er", "es", "em")):
            return False
    return False


def _number_of_sie(words: Sequence[Word], at: int) -> str:
    """f or p where the verb beside "sie" shows it, else both."""
    for neighbour in (*words[at + 1 : at + 2], *words[max(0, at - 1) : at]):
        if neighbour.lower in _SINGULAR_VERBS:
            return "f"
        if neighbour.lower in _PLURAL_VERBS:
            return "p"
    return "fp"
