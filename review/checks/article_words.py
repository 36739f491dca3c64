"""The words of an article by their stems: where each stands, and what stands beside it in the translation."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache

from rapidfuzz import fuzz

from ..models import Document
from ..text.inflection.stems import english_stem, folded, german_stem
from ..text.lexicon import table
from ..text.lexicon import words as listed
from ..text.tokens import Token, words

Stems = dict[str, dict[int, list[int]]]  # stem: segment: which of its words
_SHORTEST = 4
_ALIKE = 70.0  # of 100


@cache
def small_words() -> frozenset[str]:
    """English words that name nothing."""
    lists = ("common_words", "determiners", "auxiliaries", "prepositions", "numbers", "ordinals")
    tables = {word for name in lists for line in listed("en", name) for word in line.split("\t")[:1]}
    return frozenset(tables)


class Words:
    """The words of a German article and of its English translation."""

    def __init__(self, document: Document) -> None:
        self.segments = document.segments
        self.sources = [words(segment.source) for segment in document.segments]
        self.targets = [words(segment.target) for segment in document.segments]
        self.source_keys = [[german_stem(t.text) for t in one] for one in self.sources]
        self.source_stems = _stems(self.source_keys)
        self.target_keys = [[english_stem(t.text) for t in one] for one in self.targets]
        self.target_stems = _stems(self.target_keys)
        self._folded = [folded(segment.source) for segment in document.segments]

    def target_stems_of(self, segments: Iterable[int]) -> list[str]:
        """The stems that stand in two or more of these segments of the translation, in order."""
        counts = Counter(key for number in segments for key in dict.fromkeys(self.target_keys[number]))
        return [key for key, count in counts.items() if count > 1]

    def source_stems_of(self, segments: Iterable[int]) -> set[str]:
        """The stems of these segments of the source."""
        return {key for number in segments for key in self.source_keys[number]}

    def holding(self, stem: str) -> set[int]:
        """The segments whose source has the stem, if only in a compound."""
        return {number for number, text in enumerate(self._folded) if stem in text}

    def nouns(self, segment: int) -> list[int]:
        """Which words of a source segment are German nouns."""
        common = listed("de", "common_words")
        return [
            at
            for at, token in enumerate(self.sources[segment])
            if token.is_capitalised and len(token.text) > 2 and (at or token.text.lower() not in common)
        ]

    def distance(self, segment: int, source: int, target: int) -> float:
        """How far apart two words stand, as shares of their sentences: 0 to 1."""
        return abs(
            source / max(1, len(self.sources[segment]) - 1) - target / max(1, len(self.targets[segment]) - 1)
        )

    def is_nearest(self, segment: int, source: int, target: int) -> bool:
        """Whether no other noun of the source stands nearer to this word of the target."""
        nouns = self.nouns(segment)
        return bool(nouns) and source == min(nouns, key=lambda at: self.distance(segment, at, target))

    def is_head(self, segment: int, target: int) -> bool:
        """Whether a word of the target is the noun that a noun phrase is about, as far as can be seen."""
        tokens = self.targets[segment]
        word, after = tokens[target].text, self.follows(segment, target)
        before = [token.text.lower() for token in tokens[max(0, target - 2) : target]]
        if after is not None and (after.text == "of" or not _may_follow_noun(after.text)):
            return False
        opened = not before or not _openers().isdisjoint(before) or before[-1].endswith(("'s", "’s", "s’"))
        is_plain = bool(before) and before[-1] in listed("en", "determiners") | {"the"}
        return is_plain or (opened and before[-1:] != ["to"] and is_noun(word))

    def has_name(self, segment: int, source: int) -> bool:
        """Whether a name stands right after a noun of the source."""
        tokens, text = self.sources[segment], self.segments[segment].source
        if source + 1 == len(tokens):
            return False
        noun, after = tokens[source], tokens[source + 1]
        return after.is_capitalised and text[noun.end : after.start] == " "

    def follows(self, segment: int, target: int) -> Token | None:
        """The next word of the target if only a space is between."""
        tokens, text = self.targets[segment], self.segments[segment].target
        if target + 1 == len(tokens) or text[tokens[target].end : tokens[target + 1].start] != " ":
            return None
        return tokens[target + 1]


def _stems(keys: list[list[str]]) -> Stems:
    found: Stems = defaultdict(lambda: defaultdict(list))
    for number, segment in enumerate(keys):
        for at, key in enumerate(segment):
            found[key][number].append(at)
    return found


@cache
def _openers() -> frozenset[str]:
    """Words after which a noun phrase begins."""
    return listed("en", "determiners") | listed("en", "prepositions") | {"the", "and", "or"}


def _may_follow_noun(word: str) -> bool:
    """Whether a word is small or looks like a verb or adverb: no noun that the one before it describes."""
    is_small = word.lower() in small_words()
    return is_small or (word.endswith(("s", "ed", "ly")) and not is_noun(word))


def is_noun(word: str) -> bool:
    """Whether an English word is a known noun, in the singular or plural."""
    plain = word.lower().removesuffix("’s").removesuffix("'s")
    singulars = {plain, plain.removesuffix("s"), plain.removesuffix("es"), plain.removesuffix("ies") + "y"}
    things, persons = table("en", "thing_nouns"), table("en", "person_nouns")
    return any(one in things or persons.get(one, "-") != "-" for one in singulars)


def is_cognate(source: str, target: str) -> bool:
    """Whether a German and an English word are spelled so much alike that one is likely to be the other."""
    one, other = folded(source), target.lower()
    if len(one) < _SHORTEST or len(other) < _SHORTEST:
        return False
    return one[:5] == other[:5] or fuzz.ratio(one, other) >= _ALIKE
