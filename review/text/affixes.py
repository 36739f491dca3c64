"""Prefixes and suffixes of a Hunspell dictionary (man 5 hunspell)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

_FIELDS = 5  # PFX flag stripped added condition


@dataclass(frozen=True, slots=True)
class Affix:
    """What is stripped and added at one end of a word that fulfils the condition."""

    is_prefix: bool
    stripped: str
    added: str
    condition: re.Pattern[str]

    def on(self, word: str) -> Iterator[str]:
        """The word with this affix, if it takes it."""
        if not self.condition.search(word):
            return
        if self.is_prefix:
            yield self.added + word.removeprefix(self.stripped)
        else:
            yield word.removesuffix(self.stripped) + self.added


def read_affixes(text: str) -> dict[str, list[Affix]]:
    """The affixes of an .aff file by their flag."""
    found: defaultdict[str, list[Affix]] = defaultdict(list)
    for fields in map(str.split, text.splitlines()):
        if len(fields) >= _FIELDS and fields[0] in {"PFX", "SFX"}:
            found[fields[1]].append(_affix(*fields[:_FIELDS]))
    return found


def _affix(kind: str, _: str, stripped: str, added: str, condition: str) -> Affix:
    is_prefix = kind == "PFX"
    pattern = f"^{condition}" if is_prefix else f"{condition}$"
    return Affix(is_prefix, stripped.strip("0"), added.partition("/")[0].strip("0"), re.compile(pattern))
