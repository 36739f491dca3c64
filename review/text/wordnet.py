"""Reads the nouns of a WordNet 3.0 database (wordnet.princeton.edu/documentation/wndb5wn)."""

from collections import Counter, defaultdict
from pathlib import Path

# Numbers of WordNet's lexicographer files: wordnet.princeton.edu/documentation/lexnames5wn
ANIMAL, GROUP, PLACE, PERSON = 5, 14, 15, 18
NOUN_KINDS = range(3, 29)


class Nouns:
    """`kind`: a synset's lexicographer file; `counts`: a word's uses in tagged texts, by such file."""

    def __init__(self, folder: Path) -> None:
        self.kind: dict[str, int] = {}
        self.definition: dict[str, str] = {}
        self.parents: dict[str, list[str]] = {}
        self.named: set[str] = set()
        self.senses: dict[str, list[str]] = {}
        self.counts: defaultdict[str, Counter[int]] = defaultdict(Counter)
        for line in _records(folder / "data.noun"):
            self._add_synset(*line.split("|"))
        for fields in map(str.split, _records(folder / "index.noun")):
            self.senses[fields[0]] = fields[-int(fields[2]) :]
        for line in _records(folder / "cntlist.rev"):
            self._add_count(line)

    def _add_synset(self, record: str, definition: str) -> None:
        fields = record.split()
        synset = fields[0]
        self.definition[synset] = definition.split(";")[0]
        self.kind[synset] = int(fields[1])
        self.parents[synset] = [fields[n + 1] for n, mark in enumerate(fields) if mark in {"@", "@i"}]
        if "@i" in fields:
            self.named.add(synset)

    def _add_count(self, line: str) -> None:
        key, _, count = line.split()
        word, sense = key.split("%")
        self.counts[word][int(sense.split(":")[1])] += int(count)

    def ancestors(self, synset: str) -> set[str]:
        above = set(self.parents[synset])
        return above.union(*(self.ancestors(parent) for parent in self.parents[synset]))

    def common(self, word: str) -> list[str]:
        """The senses of a word that are no proper name, commonest first."""
        return [synset for synset in self.senses[word] if synset not in self.named]

    def noun_counts(self, word: str) -> Counter[int]:
        return Counter({kind: count for kind, count in self.counts[word].items() if kind in NOUN_KINDS})


def _records(path: Path) -> list[str]:
    lines = path.read_text(encoding="latin-1").splitlines()
    return [line for line in lines if not line.startswith(" ")]
