"""German nouns, adjectives and weak verbs in all their forms."""

from ..german_nouns import noun_gender

_NOUN_ENDINGS = ("s", "es", "e", "en", "n", "er", "ern", "ens", "ns")
_FEMININE_ENDINGS = ("", "e", "en", "n", "s")  # "Wahl" has no form "Wähler"
_UMLAUT_ENDINGS = ("", "e", "en", "n", "er", "ern")
_ADJECTIVE_ENDINGS = ("", "e", "er", "es", "en", "em")
_VERB_ENDINGS = ("e", "st", "est", "t", "et", "en", "te", "ten", "test", "tet", "ete", "eten", "end")
_FOREIGN = ("um", "us", "on", "a", "is")  # Museum, Virus, Lexikon, Firma, Basis: all with a plural in -en
_LIKE_ADJECTIVES = ("te", "che", "ige", "nke")  # Abgeordnete, Deutsche, Freiwillige, Kranke
_UMLAUTS = {"au": "äu", "a": "ä", "o": "ö", "u": "ü"}
_SHORTEST = 3


def forms(word: str, is_noun: bool) -> set[str]:
    """Every form that a word in lower case may have, and so some that it has not."""
    if len(word) < _SHORTEST:
        return set()
    made = _noun(word) if is_noun else _noun(word) | _adjective(word) | _verb(word)
    made.add(word)
    return made | {one.replace("ss", "ß") for one in made} | {one.replace("ß", "ss") for one in made}


def _noun(word: str) -> set[str]:
    if word.endswith("e"):
        # "Schule" has no form "Schuler", which is a name; "Angestellte" has "Angestellter".
        return {word + "n", word + "s"} | (_adjective(word) if word.endswith(_LIKE_ADJECTIVES) else set())
    is_feminine = noun_gender(word.capitalize()) == "f"
    made = {word + ending for ending in (_FEMININE_ENDINGS if is_feminine else _NOUN_ENDINGS)}
    if word.endswith("nis"):
        made |= {word + ending for ending in ("se", "sen", "ses")}
    if word.endswith("in"):
        made.add(word + "nen")
    for ending in _FOREIGN:
        if word.endswith(ending) and len(word) > _SHORTEST + len(ending):
            made.add(word.removesuffix(ending) + "en")
    umlauted = _umlauted(word)
    endings = _FEMININE_ENDINGS if is_feminine else _UMLAUT_ENDINGS
    return made | {umlauted + ending for ending in endings if umlauted}


def _adjective(word: str) -> set[str]:
    return {word.removesuffix("e") + ending for ending in _ADJECTIVE_ENDINGS}


def _verb(word: str) -> set[str]:
    if not word.endswith("en") or len(word) <= len("ehen"):
        return set()
    stem = word[:-2]
    finite = {stem + ending for ending in _VERB_ENDINGS}
    return finite | {f"ge{stem}t", f"ge{stem}et", f"ge{stem}en"}


def _umlauted(word: str) -> str:
    """The word with its last a, o, u or au changed: "haus" becomes "häus"; '' without any."""
    body = word[:-2] if word.endswith(("er", "el", "en")) else word
    for at in range(len(body) - 1, -1, -1):
        if body[at] == "u" and at and body[at - 1] == "a":
            return word[: at - 1] + _UMLAUTS["au"] + word[at + 1 :]
        if body[at] in "aou":
            return word[:at] + _UMLAUTS[body[at]] + word[at + 1 :]
    return ""
