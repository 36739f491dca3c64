"""English nouns and verbs in all their forms."""

from functools import cache

from ..lexicon import table

_VOWELS = "aeiou"
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_SHORTEST = 2


def forms(word: str, _is_capitalised: bool) -> set[str]:
    """Plurals, possessives and verb forms of a word in lower case, whatever its class."""
    if len(word) < _SHORTEST:
        return set()
    nouns = {word} | plurals(word)
    return (
        nouns | {f"{one}'s" for one in nouns} | {f"{one}'" for one in nouns} | _verb(word) | _irregular(word)
    )


def plurals(word: str) -> set[str]:
    """What the plural of a noun may be."""
    made = {plural(word)} | _irregular(word)
    if word.endswith("f"):
        made.add(word[:-1] + "ves")
    if word.endswith("fe"):
        made.add(word[:-2] + "ves")
    if word.endswith("is"):
        made.add(word[:-2] + "es")
    if word.endswith("um"):
        made.add(word[:-2] + "a")
    if word.endswith("o"):
        made |= {word + "s", word + "es"}
    return made


def plural(word: str) -> str:
    """The regular plural of a noun; the irregular one where the list has it."""
    first = next(iter(_table().get(word.lower(), "").split()), "")
    if first and word.lower() in table("en", "irregular_plurals"):
        return first
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_SIBILANTS) else "s")


def _verb(word: str) -> set[str]:
    if word.endswith("e"):
        return {word + "d", word[:-1] + "ing"}
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return {word[:-1] + "ied", word + "ing"}
    made = {word + "ed", word + "ing"}
    if (
        len(word) > _SHORTEST
        and word[-1] not in _VOWELS + "wxy"
        and word[-2] in _VOWELS
        and word[-3] not in _VOWELS
    ):
        made |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return made


def _irregular(word: str) -> set[str]:
    return set(_table().get(word, "").split())


@cache
def _table() -> dict[str, str]:
    """Words and their irregular forms, those of nouns and of verbs together."""
    made = dict(table("en", "irregular_plurals"))
    for word, found in table("en", "irregular_verbs").items():
        made[word] = f"{made.get(word, '')} {found}".strip()
    return made
