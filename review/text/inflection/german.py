"""German nouns, adjectives and weak verbs in all their forms."""

_NOUN_ENDINGS = ("s", "es", "e", "en", "n", "er", "ern", "ens", "ns")
_UMLAUT_ENDINGS = ("", "e", "en", "n", "er", "ern")
_ADJECTIVE_ENDINGS = ("", "e", "er", "es", "en", "em")
_VERB_ENDINGS = ("e", "st", "est", "t", "et", "en", "te", "ten", "test", "tet", "ete", "eten", "end")
_FOREIGN = ("um", "us", "on", "a", "is")  # Museum, Virus, Lexikon, Firma, Basis: all with a plural in -en
_UMLAUTS = {"au": "äu", "a": "ä", "o": "ö", "u": "ü"}
_SHORTEST = 3


def forms(word: str) -> set[str]:
    """Every form that a word in lower case may have whatever its class, and so some that it has not."""
    if len(word) < _SHORTEST:
        return set()
    made = {word + ending for ending in _NOUN_ENDINGS} | _of_ending(word)
    umlauted = _umlauted(word)
    if umlauted:
        made |= {umlauted + ending for ending in _UMLAUT_ENDINGS}
    return made | {one.replace("ss", "ß") for one in made} | {one.replace("ß", "ss") for one in made}


def _of_ending(word: str) -> set[str]:
    made: set[str] = set()
    if word.endswith("nis"):
        made |= {word + ending for ending in ("se", "sen", "ses")}
    if word.endswith("in"):
        made.add(word + "nen")
    if word.endswith("e"):
        made |= {word[:-1] + ending for ending in _ADJECTIVE_ENDINGS if ending}
    if word.endswith("en") and len(word) > len("ehen"):
        made |= _verb(word[:-2])
    for ending in _FOREIGN:
        if word.endswith(ending) and len(word) > _SHORTEST + len(ending):
            made.add(word.removesuffix(ending) + "en")
    return made | {word + ending for ending in _ADJECTIVE_ENDINGS}


def _verb(stem: str) -> set[str]:
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
