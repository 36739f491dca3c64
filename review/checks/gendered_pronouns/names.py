"""Which names of a document are persons', by evidence pooled over all places where a name stands."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ...text.lexicon import words as word_list
from ...text.people import (
    first_name_sex,
    is_organisation_word,
    is_word_too,
    person_sex,
    place_kind,
    thing_kind,
)
from .german_names import neighbour_signs, spelling_signs
from .reading import Word

PARTICLES = word_list("en", "name_particles")
_TITLES = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f", "dr": "-", "prof": "-", "sir": "m", "lady": "f"}
_NEVER = word_list("en", "never_names")
_SPEAKING = word_list("en", "person_signs")
_BEFORE_THINGS = frozenset(["the", "a", "an", "his", "her", "its", "their", "our", "my", "your"])
_PLACE_PREPOSITIONS = word_list("en", "place_prepositions")


@dataclass(frozen=True, slots=True)
class NameMention:
    """One place where a name stands: words[first:last], title words before it left out."""

    first: int
    last: int
    key: str
    sex: str


@dataclass(slots=True)
class _Votes:
    """What speaks for and against a person, over `places` where the name stands.

    A sign of 2 settles it where nothing speaks against it; 1 and less are hints.
    """

    places: int = 0
    pro: float = 0.0
    contra: float = 0.0
    sexes: dict[str, float] = field(default_factory=lambda: {"f": 0.0, "m": 0.0, "-": 0.0})

    def add(self, weight: float) -> None:
        if weight > 0:
            self.pro += weight
        else:
            self.contra += weight

    def person(self) -> float:
        """Signs against a person count by their share: "the Kern plan" makes Kern no thing."""
        return min(self.pro, 4.0) + self.contra / max(1.0, self.places / 3)

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
        score = self._votes[mention.key].person()
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
        """The name in a run of capitals, without the titles before it: "Bosch CEO Jana Kern"."""
        sex = "-"
        for at in range(first, last):
            title = _title_sex(self._words[at].lower)
            if title is not None and (at < last - 1 or self._words[at].lower in _TITLES):
                first, sex = at + 1, title
        if first == last:
            return
        if sex == "-" and last - first > 1:
            sex = first_name_sex(self._words[first].lower) or "-"
        yield NameMention(first, last, self._words[last - 1].lower, sex)

    def _weigh(self, mention: NameMention) -> None:
        votes = self._votes[mention.key]
        votes.places += 1
        for weight in (self._by_form(mention), *self._by_neighbours(mention)):
            votes.add(weight)
        votes.sexes[mention.sex] += 1
        if mention.last - mention.first == 1 and mention.sex == "-":
            votes.sexes[first_name_sex(mention.key) or "-"] += 0.5

    def _by_form(self, mention: NameMention) -> float:
        parts = self._words[mention.first : mention.last]
        if any(is_organisation_word(part.lower) for part in parts):
            for part in parts:
                self._votes[part.lower].add(-2.0)
            return -2.0
        if any(len(part.text) > 1 and part.text.isupper() for part in parts):
            return -2.0
        known = first_name_sex(parts[0].lower)
        if place_kind(parts[-1].lower):
            return -2.0
        if len(parts) > 1:
            return 2.0 if known else 0.3 - sum(thing_kind(part.lower) is not None for part in parts)
        return 1.0 if known else _single_word(parts[0])

    def _by_neighbours(self, mention: NameMention) -> Iterator[float]:
        words = self._words
        before = words[mention.first - 1] if mention.first else None
        if before and before.sentence == words[mention.first].sentence:
            yield self._by_word_before(before, mention)
        yield self._by_words_after(words[mention.last : mention.last + 4])

    def _by_word_before(self, before: Word, mention: NameMention) -> float:
        sex = _title_sex(before.lower)
        if sex is not None:
            self._votes[mention.key].sexes[sex] += 2
            return 2.0
        if before.lower in _BEFORE_THINGS:
            return -1.5
        if before.lower in _PLACE_PREPOSITIONS:
            return -0.7
        if before.text.islower() and (thing_kind(before.lower) or self._is_thing_of(mention)):
            return -1.2  # "hurricane Kern", "the city of Kern"
        return 0.7 if before.lower in _SPEAKING else 0.0

    def _is_thing_of(self, mention: NameMention) -> bool:
        before = self._words[max(0, mention.first - 2) : mention.first]
        return [word.lower for word in before[1:]] == ["of"] and thing_kind(before[0].lower) == "place"

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
            self._votes[common].add(-1.0)

    def _weigh_source(self, source: Sequence[Word]) -> None:
        for name, weight in spelling_signs(source, self._votes.keys()):
            self._votes[name].add(weight)
        for name, weight, sex in neighbour_signs(source, self._votes.keys()):
            self._votes[name].add(weight)
            self._votes[name].sexes[sex] += 2 if sex != "-" else 0


def _is_first_name(word: str) -> bool:
    return first_name_sex(word) is not None and not is_word_too(word)


def _single_word(word: Word) -> float:
    if len(word.text) == 1:
        return -2.0
    return -0.6 if thing_kind(word.lower) else 0.0


def _title_sex(word: str) -> str | None:
    return _TITLES.get(word) or person_sex(word)
