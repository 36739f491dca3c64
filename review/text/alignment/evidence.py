"""Which sentences of two languages share words: numbers, names, cognates and telling punctuation.

A feature is a number, a name, a group of letters or a mark that may stand in a sentence and in its
translation alike. Only features that both texts have count; a rare one counts for more.
"""

import math
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

_NUMBER = re.compile(r"\d+(?:[.,'’\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?")
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = {"?": "?？؟", '"': '"“”„«»「」', "(": "(（", "!": "!！", ":": ":：", "%": "%％"}
_GRAM = 4
_NUMBER_WEIGHT = 1.5
_MARK_WEIGHT = 0.7
_WHOLE_WORD = 0.9
# Of a sentence's features. The longer the texts the more of them both have: without a limit, long
# sentences that share little would weigh more in a book than in an article.
_MEAN_WEIGHT = 12.0
# Sounds that related languages spell differently.
_SPELLINGS = str.maketrans({"k": "c", "z": "c", "j": "y", "w": "v", "ß": "s"})

Weights = dict[str, float]


def features(text: str) -> Weights:
    """The features of a sentence, each with its share of a word: the parts of one word sum to 1."""
    found: Weights = defaultdict(float)
    for number in _NUMBER.findall(text):
        found["#" + re.sub(r"\D", "", number)] = _NUMBER_WEIGHT
    for word in _WORD.findall(unicodedata.normalize("NFKC", text)):
        grams = _grams(word)
        for gram in grams:
            found[gram] = max(found[gram], 1 / len(grams))
    for mark, forms in _MARKS.items():
        if any(form in text for form in forms):
            found[mark] = _MARK_WEIGHT
    return dict(found)


def _grams(word: str) -> list[str]:
    folded = unicodedata.normalize("NFD", word.lower().translate(_SPELLINGS))
    letters = "".join(letter for letter in folded if not unicodedata.combining(letter))
    if len(letters) < _GRAM:
        # Short names and acronyms count, short words hardly ever.
        return [letters] if word[0].isupper() and len(letters) > 1 else []
    return [letters[start : start + _GRAM] for start in range(len(letters) - _GRAM + 1)]


class Evidence:
    """The weight of what neighbouring source sentences share with neighbouring target sentences."""

    def __init__(self, sources: Sequence[str], targets: Sequence[str], longest: int) -> None:
        source_features = [features(text) for text in sources]
        target_features = [features(text) for text in targets]
        self._rarity = rarity = _rarity(source_features, target_features)
        self.sources = _groups([_weighted(one, rarity) for one in source_features], longest)
        self.targets = _groups([_weighted(one, rarity) for one in target_features], longest)
        self._places = [_places(group) for group in self.targets]

    def shared(self, size: int, start: int, target_size: int, low: int, high: int) -> list[float]:
        """What `size` source sentences from `start` share with `target_size` target sentences.

        The targets begin at `low` up to, but not including, `high`; one weight for each.
        """
        weights = [0.0] * (high - low)
        places = self._places[target_size - 1]
        for feature, weight in self.sources[size - 1][start].items():
            numbers = places.get(feature, ())
            for number in numbers[bisect_left(numbers, low) : bisect_right(numbers, high - 1)]:
                weights[number - low] += weight
        return weights

    def anchors(self) -> list[tuple[int, int]]:
        """Pairs of sentences that share at least one whole word that each text has only once."""
        shares: dict[tuple[int, int], float] = defaultdict(float)
        source_places, target_places = _places(self.sources[0]), self._places[0]
        for feature, numbers in source_places.items():
            others = target_places.get(feature, [])
            if len(numbers) == len(others) == 1:
                weight = self.sources[0][numbers[0]][feature]
                shares[numbers[0], others[0]] += weight / self._rarity[feature]
        return sorted(pair for pair, share in shares.items() if share >= _WHOLE_WORD)


def _rarity(sources: list[Weights], targets: list[Weights]) -> Weights:
    in_sources = Counter(feature for one in sources for feature in one)
    in_targets = Counter(feature for one in targets for feature in one)
    count = len(sources) + len(targets)
    rarity = {
        feature: math.log((count + 1) / (in_sources[feature] + in_targets[feature]))
        for feature in in_sources.keys() & in_targets.keys()
    }
    total = sum(sum(_weighted(sentence, rarity).values()) for sentence in sources + targets)
    scale = min(1.0, _MEAN_WEIGHT * count / total) if total else 1.0
    return {feature: value * scale for feature, value in rarity.items()}


def _weighted(sentence: Weights, rarity: Weights) -> Weights:
    return {feature: share * rarity[feature] for feature, share in sentence.items() if feature in rarity}


def _groups(sentences: list[Weights], longest: int) -> list[list[Weights]]:
    """For each size from 1: what that many neighbouring sentences have together, by the first one."""
    groups = [sentences]
    for size in range(2, longest + 1):
        pairs = zip(groups[-1], sentences[size - 1 :], strict=False)
        groups.append([earlier | last for earlier, last in pairs])
    return groups


def _places(group: list[Weights]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(group):
        for feature in sentence:
            places[feature].append(number)
    return places
