"""What German nouns tell: gender, whether they mean a person, and the articles that show both."""

from collections.abc import Iterable
from functools import cache, lru_cache
from math import log

from .lexicon import table, words

_ENDINGS = (
    ("f", ("ung", "heit", "keit", "schaft", "ion", "tät", "ik", "ei", "enz", "anz", "ie", "ur", "itis")),
    ("m", ("ling", "ismus", "ant", "ent", "ist", "or", "ich", "ig")),
    ("n", ("chen", "lein", "ment", "tum", "um", "ium", "ma", "ing")),
)  # fmt: skip
_NOT_BY_ENDING = words("de", "misleading_endings")
_AGENTS = ("er", "ler", "ner", "eur", "ör", "ant", "ent", "ist", "or", "oge", "at")
_NO_WOMAN = words("de", "not_women")
_TIMES = words("de", "never_taken_up")
_PREPOSITIONS = words("de", "prepositions")
_EPICENES = words("de", "epicenes")
_RARE = 0.004  # Tags are wrong and genders change, so no share is 0.
_GENDERS = "mfnp"


@cache
def _articles() -> dict[str, tuple[float, ...]]:
    shares = table("de", "articles").items()
    return {article: tuple(max(_RARE, float(share)) for share in row.split()) for article, row in shares}


def is_article(word: str) -> bool:
    """Whether a word may stand before a noun and tell its gender.

    In lower case, but for "Der" as the first word of a sentence, which is hardly ever feminine.
    """
    return word in _articles()


def gender_by_articles(articles: Iterable[str]) -> str | None:
    """m, f, n or p (plural) of a noun that was seen after these articles; None where they leave it open."""
    scores = [0.0] * 4
    for article in articles:
        for at, share in enumerate(_articles()[article]):
            scores[at] += log(share)
    best = max(range(4), key=scores.__getitem__)
    second = max(score for at, score in enumerate(scores) if at != best)
    return _GENDERS[best] if scores[best] - second > 1.0 else None


def agrees(article: str, gender: str) -> bool:
    """Whether a noun of this gender (m, f, n or p) may stand after the article."""
    return _articles()[article][_GENDERS.index(gender)] > _RARE


@lru_cache(maxsize=20_000)
def noun_gender(noun: str) -> str | None:
    """f, m or n of a noun as written: by list, by the last part of a compound, by ending."""
    return _listed_gender(noun) or _by_ending(noun)


def _listed_gender(noun: str) -> str | None:
    person = person_gender(noun)
    return person if person and person != "-" else _thing_gender(noun)


def _thing_gender(noun: str) -> str | None:
    genders = table("de", "noun_genders")
    for form in _forms(noun):
        found = genders.get(form) or _by_last_part(form, genders)
        if found:
            return found
    return None


def _forms(noun: str) -> tuple[str, ...]:
    """The noun, and what it may be a genitive of."""
    if noun.endswith("es"):
        return noun, noun[:-2], noun[:-1]
    return (noun, noun[:-1]) if noun.endswith("s") else (noun,)


def _by_last_part(noun: str, known: dict[str, str]) -> str | None:
    """The entry of the longest known word of four letters or more that the compound ends with."""
    for cut in range(2, len(noun) - 3):
        found = known.get(noun[cut:].lstrip("-").capitalize())
        if found:
            return found
    return None


def has_known_last_part(noun: str) -> bool:
    """Whether the noun is a compound that ends with a known noun for a thing."""
    return any(_by_last_part(form, table("de", "noun_genders")) for form in _forms(noun))


def _by_ending(noun: str) -> str | None:
    if len(noun) < 5 or noun in _NOT_BY_ENDING:
        return None
    if noun.endswith("e"):
        return None if _may_be_plural(noun) else "f"
    return next((gender for gender, endings in _ENDINGS if noun.endswith(endings)), None)


@lru_cache(maxsize=20_000)
def is_plural(noun: str) -> bool:
    """Whether a noun of unknown gender is a known one with an ending of the plural: "Pferde"."""
    stems = [noun.removesuffix(ending) for ending in ("e", "n", "s", "en", "er") if noun.endswith(ending)]
    return any(len(stem) > 2 and (_thing_gender(stem) or _by_ending(stem)) for stem in stems)


def _may_be_plural(noun: str) -> bool:
    """Whether a noun in -e may be the plural of another: "Türme", "Tische"; most others are feminine."""
    stem = noun[:-1]
    return any(letter in stem.lower() for letter in "äöü") or bool(_listed_gender(stem) or _by_ending(stem))


@lru_cache(maxsize=20_000)
def person_gender(noun: str) -> str | None:
    """The grammatical gender (f, m, n, or - for open) of a noun that means a person; None for other words."""
    persons = table("de", "person_nouns")
    for form in (noun, *_weak_forms(noun)):
        found = persons.get(form) or _by_last_part(form, persons)
        if found:
            return None if found == "x" else found
    return "f" if _is_female_form(noun) else None


def agent_gender(noun: str) -> str | None:
    """m where the ending makes a person likely and no list knows a thing: "Ausrufer"; else None."""
    if _thing_gender(noun) or is_organisation(noun) or noun.lower() in words("de", "common_words"):
        return None
    return "m" if noun.removesuffix("s").removesuffix("en").endswith(_AGENTS) else None


def is_epicene(noun: str) -> bool:
    """Whether the noun's gender says nothing about the person's sex: "die Person", "das Opfer"."""
    return noun.removesuffix("en") in _EPICENES or noun in _EPICENES


def is_time_or_measure(noun: str) -> bool:
    """Whether the noun mostly stands in phrases that no pronoun takes up: "im August", "aus diesem Grund"."""
    return noun in _TIMES or noun.removesuffix("s") in _TIMES or noun.removesuffix("en") in _TIMES


def is_preposition(word: str) -> bool:
    return word in _PREPOSITIONS


def _weak_forms(noun: str) -> tuple[str, ...]:
    """What an oblique form may come from: "Präsidenten", "Sprechers", "Mannes"."""
    cuts = [noun[: -len(ending)] for ending in ("en", "es", "n", "s", "e") if noun.endswith(ending)]
    return tuple(cut for cut in cuts if len(cut) > 2)


def _is_female_form(noun: str) -> bool:
    return len(noun) > 5 and noun.endswith("in") and noun not in _NO_WOMAN and noun[-3] in "rtknsldghzb"


@cache
def _organisations() -> dict[str, str]:
    return dict.fromkeys(words("de", "organisations"), "organisation")


def is_country(noun: str) -> bool:
    return noun in words("de", "countries")


@lru_cache(maxsize=20_000)
def is_organisation(noun: str) -> bool:
    """Whether a noun means a group that acts: a company, body, party, club or team."""
    organisations = _organisations()
    return any(form in organisations or _by_last_part(form, organisations) for form in _forms(noun))
