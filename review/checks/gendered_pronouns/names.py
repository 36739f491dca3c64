"""Which names of a document are persons', by evidence pooled over all places where a name stands."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ...text.german_nouns import is_article, is_organisation, noun_gender, person_gender
from ...text.lexicon import words
from ...text.people import (
    first_name_sex,
    is_organisation_word,
    is_word_too,
    person_sex,
    place_kind,
    thing_kind,
)
from .reading import Word

PARTICLES = words("en", "name_particles")
_TITLES = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f", "dr": "-", "prof": "-", "sir": "m", "lady": "f"}
_NEVER = words("en", "never_names")
_SPEAKING = words("en", "person_signs")
_DETERMINERS = words("en", "determiners")
_GERMAN_PLACE_PREPOSITIONS = frozenset(["in", "nach", "aus"])
_PLACE_PREPOSITIONS = words("en", "place_prepositions")


@dataclass(frozen=True, slots=True)
class NameMention:
    """One place where a name stands: words[first:last], title words before it left out."""

    first: int
    last: int
    key: str
    sex: str


@dataclass(slots=True)
class _Votes:
    person: float = 0.0
    sexes: dict[str, float] = field(default_factory=lambda: {"f": 0.0, "m": 0.0, "-": 0.0})

    def sex(self) -> str:
        female, male = self.sexes["f"], self.sexes["m"]
        if female >= 3 * male and female:
            return "f"
        return "m" if male >= 3 * female and male else "-"


class Names:
    """The names of a document: `mentions`, and by key how sure it is that a person bears it."""

    def __init__(self, words: Sequence[Word], source: Sequence[Word] = ()) -> None:
        self._words = words
        self._votes: defaultdict[str, _Votes] = defaultdict(_Votes)
        self.mentions = list(self._find(words))
        for mention in self.mentions:
            self._weigh(mention)
        self._weigh_common_words(words)
        self._weigh_source(source)

    def person(self, mention: NameMention) -> float:
        """0 for surely no person, up to 1."""
        score = self._votes[mention.key].person
        if score >= 1.5:
            return 1.0
        if score > 0:
            return 0.8
        return 0.5 if score > -0.5 else 0.0

    def sex(self, mention: NameMention) -> str:
        """f, m or -: by the first name or title at this place, else by all places."""
        return mention.sex if mention.sex != "-" else self._votes[mention.key].sex()

    def _find(self, words: Sequence[Word]) -> Iterator[NameMention]:
        inside = {word.lower for word in words if word.is_word and word.is_capitalised and not word.opens}
        at = 0
        while at < len(words):
            end = self._end_of_run(at, inside)
            if end > at:
                yield from self._mention(at, end)
            at = max(end, at + 1)

    def _end_of_run(self, start: int, inside: set[str]) -> int:
        words = self._words
        at = start
        while at < len(words) and self._is_part(at, start, inside):
            at += 1
        while at > start and words[at - 1].lower in PARTICLES and not words[at - 1].is_capitalised:
            at -= 1
        return at

    def _is_part(self, at: int, start: int, inside: set[str]) -> bool:
        word = self._words[at]
        if at > start and (word.sentence != self._words[start].sentence or word.opens):
            return False
        if not word.is_capitalised:
            return at > start and word.lower in PARTICLES
        if word.lower in _NEVER:
            return at > start and word.lower in {"may", "april", "june", "august", "march"}
        if word.opens:
            return word.lower in inside or _is_first_name(word.lower) or self._leads_name(at)
        return True

    def _leads_name(self, at: int) -> bool:
        """Whether the first word of a sentence is followed by a capital, as in "Chancellor Kern"."""
        following = self._words[at + 1] if at + 1 < len(self._words) else None
        return bool(following and following.is_word and following.is_capitalised)

    def _mention(self, first: int, last: int) -> Iterator[NameMention]:
        sex = "-"
        while first < last - 1 or self._words[first].lower in _TITLES:
            title = _title_sex(self._words[first].lower)
            if title is None:
                break
            sex = title if title != "-" else sex
            first += 1
            if first == last:
                return
        if last - first > 1 and self._words[first].lower not in _TITLES and sex == "-":
            sex = first_name_sex(self._words[first].lower) or "-"
        key = self._words[last - 1].lower
        yield NameMention(first, last, key, sex)

    def _weigh(self, mention: NameMention) -> None:
        votes = self._votes[mention.key]
        votes.person += self._by_form(mention) + self._by_neighbours(mention)
        votes.sexes[mention.sex] += 1
        if mention.last - mention.first == 1 and mention.sex == "-":
            votes.sexes[first_name_sex(mention.key) or "-"] += 0.5

    def _by_form(self, mention: NameMention) -> float:
        parts = self._words[mention.first : mention.last]
        if any(is_organisation_word(part.lower) for part in parts):
            for part in parts:
                self._votes[part.lower].person -= 2
            return -2.0
        if any(len(part.text) > 1 and part.text.isupper() for part in parts):
            return -2.0
        known = first_name_sex(parts[0].lower)
        if place_kind(parts[-1].lower):
            return -2.0
        if len(parts) > 1:
            return 2.0 if known else 0.3 - sum(thing_kind(part.lower) is not None for part in parts)
        return 1.0 if known else _single_word(parts[0])

    def _by_neighbours(self, mention: NameMention) -> float:
        words, score = self._words, 0.0
        before = words[mention.first - 1] if mention.first else None
        if before and before.sentence == words[mention.first].sentence:
            score += self._by_word_before(before, mention)
        return score + self._by_words_after(words[mention.last : mention.last + 4])

    def _by_word_before(self, before: Word, mention: NameMention) -> float:
        sex = _title_sex(before.lower)
        if sex is not None:
            self._votes[mention.key].sexes[sex] += 2
            return 2.0
        if before.lower in _DETERMINERS:
            return -1.5
        if before.lower in _PLACE_PREPOSITIONS:
            return -0.7
        return 0.7 if before.lower in _SPEAKING else 0.0

    def _by_words_after(self, after: Sequence[Word]) -> float:
        if not after:
            return 0.0
        if after[0].lower in _SPEAKING:
            return 0.7
        if after[0].text in {",", "("} and len(after) > 2:
            return self._by_apposition(after)
        kinds = [thing_kind(word.lower) for word in after[:2] if word.is_word]
        return -1.5 if "organisation" in kinds[:1] or (kinds[1:] == ["organisation"] and kinds[0]) else 0.0

    def _by_apposition(self, after: Sequence[Word]) -> float:
        if after[1].text.isdigit() and len(after[1].text) == 2:
            return 2.0
        return 1.0 if any(_title_sex(word.lower) is not None for word in after[1:]) else 0.0

    def _weigh_common_words(self, words: Sequence[Word]) -> None:
        """A word that also stands in lower case, as the first of a headline does, is no name."""
        for common in {word.lower for word in words if word.text.islower()} & self._votes.keys():
            self._votes[common].person -= 1

    def _weigh_source(self, source: Sequence[Word]) -> None:
        """German before a name: "Ministerin Kern", "Gruppe Kern", "der Kern"; names stand in both texts."""
        spelled = {word.lower for word in source if _may_be_name(word)}
        for name in self._votes if source else ():
            self._votes[name].person += 0.5 if name in spelled else -0.6
        for before, word in pairwise(source):
            if word.lower not in self._votes or not word.is_capitalised:
                continue
            votes = self._votes[word.lower]
            gender = person_gender(before.text) if before.is_capitalised else None
            if gender:
                votes.person += 2
                if gender == "f" or before.lower == "herr":
                    votes.sexes[gender] += 2
            elif is_organisation(before.text):
                votes.person -= 2
            elif is_article(before.lower) or before.lower in _GERMAN_PLACE_PREPOSITIONS:
                votes.person -= 1


def _may_be_name(german: Word) -> bool:
    return german.is_capitalised and not german.text.isupper() and noun_gender(german.text) is None


def _is_first_name(word: str) -> bool:
    return first_name_sex(word) is not None and not is_word_too(word)


def _single_word(word: Word) -> float:
    if len(word.text) == 1:
        return -2.0
    return -0.6 if thing_kind(word.lower) else 0.0


def _title_sex(word: str) -> str | None:
    return _TITLES.get(word) or person_sex(word)
