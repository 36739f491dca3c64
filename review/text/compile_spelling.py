"""Make the English spelling list: `python -m review.text.compile_spelling DICTIONARY FREQUENCIES`.

DICTIONARY is the folder of a Hunspell dictionary made from SCOWL (`index.aff`, `index.dic`, as in the npm
package dictionary-en): American spelling. FREQUENCIES is a file with a word and its count on each line, as
in the PyPI package symspellpy: British spelling. The list ships with the program, frequent words first, so
this runs only when the sources or the rules below change.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from .affixes import Affix, read_affixes

# Words that only one dictionary has come after the common ones.
_UNCOUNTED = 1_500_000
_WORD = re.compile(r"[a-z]{2,}")
# Neither is a slip of another word: their counts come from names and codes.
_SHORTEST_COUNTED = 3
_TARGET = Path(__file__).resolve().parent / "data" / "en" / "spelling.txt"
_HEADER = (
    "# From SCOWL and SymSpell, see LICENSE-spelling.txt; made by `python -m review.text.compile_spelling`.\n"
    "# English words in lower case without apostrophes, frequent ones first.\n"
)


def expanded(folder: Path) -> Iterator[str]:
    """Every form of every word of a Hunspell dictionary, with its capitals."""
    affixes = read_affixes((folder / "index.aff").read_text(encoding="utf-8"))
    for line in (folder / "index.dic").read_text(encoding="utf-8").splitlines()[1:]:
        word, _, flags = line.partition("/")
        yield from _forms(word, [one for flag in flags for one in affixes.get(flag, [])])


def _forms(word: str, affixes: list[Affix]) -> Iterator[str]:
    suffixed = [word, *(form for one in affixes if not one.is_prefix for form in one.on(word))]
    yield from suffixed
    for prefix in (one for one in affixes if one.is_prefix):
        for form in suffixed:
            yield from prefix.on(form)


def spelling(folder: Path, frequencies: Path) -> list[str]:
    """All words in lower case, most frequent first, without those that always have a capital."""
    counts: dict[str, int] = {}
    for line in frequencies.read_text(encoding="utf-8-sig").splitlines():
        word, count = line.split()
        counts[word] = int(count)
    known: defaultdict[str, bool] = defaultdict(bool)
    for form in expanded(folder):
        known[form.lower()] |= form.islower()
    small = {word for word, is_small in known.items() if is_small}
    counted = {word for word in counts if known.get(word, True) and len(word) >= _SHORTEST_COUNTED}
    every = (word for word in small | counted if _WORD.fullmatch(word))
    return sorted(every, key=lambda word: (-counts.get(word, _UNCOUNTED), word))


def main(folder: str, frequencies: str) -> None:
    lines = spelling(Path(folder), Path(frequencies))
    _TARGET.write_text(_HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
