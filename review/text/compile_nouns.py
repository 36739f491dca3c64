"""Make the English noun lists from WordNet: `python -m review.text.compile_nouns FOLDER`.

FOLDER holds WordNet's own files (`data.noun`, `index.noun`, `cntlist.rev`; on Debian the package
wordnet-base puts them into /usr/share/wordnet). What is made ships with the program, so this runs only
when WordNet or the rules below change. A word's kind is that of most of its occurrences in WordNet's
sense-tagged texts, or of its first sense where it occurs in none.
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path

from .wordnet import ANIMAL, GROUP, PERSON, PLACE, Nouns

KINDS = {ANIMAL: "animal", GROUP: "organisation", PLACE: "place"}
MOSTLY_PERSON = 0.45
# "The judge" is a person, though "to judge" is commoner than its nouns; "the import" is none.
PERSON_AT_ALL = 0.12
COUNTRY_SYNSETS = {"08168978", "08544813"}  # a state as an organisation, and as a territory
# A person's sex stands in the definition: "a female actor", "a man who ...".
FEMALE = re.compile(r"\b(female|woman|girl|lady|mother|wife|sister|daughter|aunt)\b")
MALE = re.compile(r"\b(male|man|boy|father|husband|brother|son|uncle)\b")
ABUSIVE = re.compile(r"\b(offensive|disparaging|derogatory|slur|obscene)\b")
TARGET = Path(__file__).resolve().parent / "data" / "en"
HEADER = "# From WordNet 3.0, see LICENSE-wordnet.txt; made by `python -m review.text.compile_nouns`.\n"


def person_sex(nouns: Nouns, word: str) -> str | None:
    """f, m, or - for a word that means a person of either sex; None for other words.

    A question mark follows where most uses are of another part of speech, as with "individual".
    """
    if not is_person(nouns, word):
        return None
    definition = next((nouns.definition[one] for one in nouns.common(word) if nouns.kind[one] == PERSON), "")
    female, male = FEMALE.search(definition), MALE.search(definition)
    if ABUSIVE.search(definition):
        return None
    doubt = "?" if 2 * nouns.counts[word][PERSON] < nouns.counts[word].total() else ""
    if bool(female) == bool(male):
        return "-" + doubt
    return ("f" if female else "m") + doubt


def is_person(nouns: Nouns, word: str) -> bool:
    senses, of_noun = nouns.common(word), nouns.noun_counts(word)
    if not of_noun:  # "have" is hardly ever one of the haves
        return not nouns.counts[word] and bool(senses) and nouns.kind[senses[0]] == PERSON
    of_person = of_noun[PERSON]
    return (
        of_person >= MOSTLY_PERSON * of_noun.total()
        and of_person >= PERSON_AT_ALL * nouns.counts[word].total()
    )


def thing_kind(nouns: Nouns, word: str) -> str | None:
    """The kind of a word that is mostly a noun for no person; None for rare words."""
    counts = nouns.noun_counts(word)
    if not counts or is_person(nouns, word) or not nouns.common(word):
        return None
    if counts.total() < 0.5 * nouns.counts[word].total():
        return None
    return KINDS.get(counts.most_common(1)[0][0], "thing")


def place_kind(nouns: Nouns, word: str) -> str | None:
    """country or place for a name whose first sense is one."""
    first = nouns.senses[word][0]
    if first not in nouns.named or nouns.kind[first] != PLACE:
        return None
    return "country" if COUNTRY_SYNSETS & nouns.ancestors(first) else "place"


def write(nouns: Nouns, name: str, meaning: str, know: Callable[[Nouns, str], str | None]) -> None:
    words = sorted(word for word in nouns.senses if word.isascii() and word.isalpha() and len(word) > 1)
    known = [(word, know(nouns, word)) for word in words]
    lines = [f"{word}\t{what}\n" for word, what in known if what]
    (TARGET / f"{name}.txt").write_text(f"{HEADER}# {meaning}\n{''.join(lines)}", encoding="utf-8")


def main(folder: str) -> None:
    nouns = Nouns(Path(folder))
    write(
        nouns,
        "person_nouns",
        "A noun for a person; f, m, - for either sex; ? if mostly no noun.",
        person_sex,
    )
    write(nouns, "thing_nouns", "A noun for no person, and its kind.", thing_kind)
    write(nouns, "places", "A place name in lower case; country or place.", place_kind)


if __name__ == "__main__":
    main(sys.argv[1])
