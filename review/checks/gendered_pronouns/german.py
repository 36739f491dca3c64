"""Pronouns and noun phrases of a German source."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...text.german_nouns import (
    agent_gender,
    agrees,
    gender_by_articles,
    is_article,
    is_country,
    is_epicene,
    is_organisation,
    is_preposition,
    is_time_or_measure,
    noun_gender,
    person_gender,
)
from ...text.lexicon import words
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
_SINGULAR_VERBS = words("de", "singular_verbs")
_PLURAL_VERBS = words("de", "plural_verbs")
# Articles that a subject of each gender may have, and hardly an object.
_NOMINATIVES = {
    "m": frozenset(["der", "ein", "dieser", "kein", "mein", "sein", "ihr", "unser"]),
    "f": frozenset(["die", "eine", "diese", "keine", "meine", "seine", "ihre", "unsere"]),
    "n": frozenset(["das", "ein", "dieses", "kein", "mein", "sein", "ihr", "unser"]),
    "p": frozenset(["die", "diese", "keine", "meine", "seine", "ihre", "unsere"]),
}
_NO_NOUNS = frozenset(["Sie", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihnen", "Ich", "Wir", "Er", "Es"])


@dataclass(frozen=True, slots=True)
class GermanPronoun:
    """A pronoun of the third person: `genders` it may refer to; a verb beside it may settle the number."""

    at: int
    word: Word
    genders: str
    role: Role


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """words[first:last] with its head; `person` tells whether it means one.

    `epicene` is a word like "die Person", whose gender tells no sex.
    `salience` is about 1: more for what looks like a subject, less for what follows a preposition.
    """

    first: int
    last: int
    head: Word
    gender: str
    person: bool
    epicene: bool
    organisation: bool
    country: bool
    salience: float


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
            return following.text not in _NO_NOUNS
        if not following.lower.endswith(("e", "en", "er", "es", "em")) or following.lower in _PLURAL_VERBS:
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


class NounPhrases:
    """The noun phrases of the whole source; genders from lists, and from the articles all over it."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self._persons: dict[int, str] = {}
        self._heads = Counter(word.text for word in words)
        self._articles: defaultdict[str, list[str]] = defaultdict(list)
        for at in range(len(words)):
            article = self._article(at)
            if article is not None:
                self._articles[words[at].text].append(words[article].lower)

    def persons(self, segment: int) -> str:
        """The genders of the nouns for persons in a segment; - for one that may have either."""
        if segment not in self._persons:
            first = bisect_left(self._words, segment, key=lambda word: word.segment)
            last = bisect_left(self._words, segment + 1, key=lambda word: word.segment)
            genders = (self._person_gender(at) for at in range(first, last))
            self._persons[segment] = "".join(sorted({gender for gender in genders if gender}))
        return self._persons[segment]

    def _person_gender(self, at: int) -> str | None:
        word = self._words[at]
        if not _is_noun(word) or is_epicene(word.text):
            return None
        gender = person_gender(word.text)
        if gender != "-":
            return gender or agent_gender(word.text)
        article = self._article(at)
        shown = gender_by_articles([self._words[article].lower]) if article is not None else None
        return shown or gender

    def between(self, start: int, end: int) -> Iterator[NounPhrase]:
        """The phrases whose head is among words[start:end], last one first."""
        for at in range(end - 1, start - 1, -1):
            phrase = self._phrase(at)
            if phrase:
                yield phrase

    def _article(self, at: int) -> int | None:
        """Place of the article of a noun at `at`: at most two adjectives stand between."""
        if not _is_noun(self._words[at]):
            return None
        for before in range(at - 1, max(-1, at - 4), -1):
            word = self._words[before]
            if is_article(word.lower) and word.segment == self._words[at].segment:
                return before
            if not _is_adjective(word):
                return None
        return None

    def _phrase(self, at: int) -> NounPhrase | None:
        head = self._words[at]
        article = self._article(at)
        unmarked = head.opens and article is None and not is_country(head.text)
        if not _is_noun(head) or unmarked or is_time_or_measure(head.text):
            return None
        gender = self._gender(head.text, self._words[article].lower if article is not None else None)
        if gender is None:
            return None
        first = at if article is None else article
        organisation = is_organisation(head.text)
        last = self._end_of_name(at) if organisation else at + 1
        person, epicene = self._person_gender(at) is not None, is_epicene(head.text)
        salience = self._salience(first, at, gender)
        return NounPhrase(
            first, last, head, gender, person, epicene, organisation, is_country(head.text), salience
        )

    def _salience(self, first: int, at: int, gender: str) -> float:
        opening = self._words[first].lower
        before = self._words[first - 1].lower if first else ""
        salience = 0.6 if is_preposition(opening) or is_preposition(before) else 1.0
        if opening in _NOMINATIVES[gender] and salience == 1.0:
            salience = 1.3
        if self._words[first].opens:
            salience += 0.2
        return salience + 0.1 * min(3, self._heads[self._words[at].text] - 1)

    def _end_of_name(self, at: int) -> int:
        last = at + 1
        while last < len(self._words) and self._words[last].is_capitalised and not self._words[last].opens:
            last += 1
        return last

    def _gender(self, noun: str, article: str | None) -> str | None:
        gender = noun_gender(noun)
        if gender is None:
            return gender_by_articles(self._articles.get(noun, ()))
        if article is not None and not agrees(article, gender):
            return "p" if agrees(article, "p") else gender_by_articles([article])
        return gender


def _is_noun(word: Word) -> bool:
    return word.is_capitalised and word.is_word and len(word.text) > 1 and word.text not in _NO_NOUNS


def _is_adjective(word: Word) -> bool:
    return word.text.islower() and word.lower.endswith(("e", "en", "er", "es", "em")) and len(word.text) > 3
