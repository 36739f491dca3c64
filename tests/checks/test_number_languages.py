"""Numbers in languages other than German."""

from collections.abc import Callable

import pytest

from review.checks.number_mismatch import number_mismatch
from review.text.numerals import figures

Flag = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "quatre-vingt-dix-sept", 97),
        ("fr", "soixante et onze", 71),
        ("fr", "soixante-quinze mille", 75_000),
        ("fr", "deux cent quatre-vingts", 280),
        ("fr", "2,5 milliards", 2_500_000_000),
        ("es", "treinta y cinco", 35),
        ("es", "mil novecientos noventa y ocho", 1998),
        ("es", "4 mil millones", 4_000_000_000),
        ("es", "tres mil millones", 3_000_000_000),
        ("ru", "сто двадцать три", 123),
        ("ru", "двадцатью пятью", 25),
        ("ru", "12 тыс.", 12_000),
        ("ru", "3 млрд", 3_000_000_000),
        ("pl", "trzydzieści cztery", 34),
        ("pl", "pięćset tysięcy", 500_000),
        ("pl", "6 mln", 6_000_000),
    ],
)
def test_number_words_are_read_in_each_language(language: str, text: str, value: int) -> None:
    assert any(value in figure.values for figure in figures(text, language))


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("fr", "Le train part à 18h30.", "The train leaves at 6:30 pm."),
        ("fr", "Au XIXe siècle, vers 20 h", "In the 19th century, towards 8 pm"),
        ("fr", "Dans les années 70", "In the 1970s"),
        ("fr", "Une vingtaine de bateaux", "About twenty boats"),
        ("es", "El viernes, a las 21 horas", "On Friday, at 9 p.m."),
        ("es", "Cuesta 1.250,50 euros.", "It costs 1,250.50 euros."),
        ("es", "El siglo XIX", "The 19th century"),
        ("ru", "В среду приехали 10 тысяч человек.", "Ten thousand people came on Wednesday."),
        ("ru", "35-летний водитель", "A driver of 35"),
        ("ru", "пятилетняя девочка и 3 мая", "a girl of five and 3 May"),
        ("pl", "W piątek, 3 maja, o 18", "On Friday, May 3, at 6 pm"),
        ("pl", "Połowa, czyli 12 500 osób", "Half of them, or 12,500 people"),
    ],
)
def test_the_same_number_passes_in_each_language(
    flagged_by: Flag, language: str, source: str, target: str
) -> None:
    assert flagged_by(number_mismatch, [target], [source], source_lang=language) == []


@pytest.mark.parametrize(
    ("language", "source", "target", "flagged"),
    [
        ("fr", "Il a attendu quinze jours.", "He waited fifty days.", "fifty"),
        ("fr", "La réunion est lundi.", "The meeting is on Tuesday.", "Tuesday"),
        ("fr", "Le pont mesure 80 mètres.", "The bridge is 80 miles long.", "miles"),
        ("es", "Llegaron en marzo.", "They came in May.", "May"),
        ("es", "Debe 3.500 millones.", "It owes 3.5 million.", "3.5 million"),
        ("ru", "Погибли трое рыбаков.", "Seven fishermen died.", "Seven"),
        ("ru", "Цены выросли на 5 процентных пунктов.", "Prices rose by 5 percent.", "percent"),
        ("pl", "Zapłacił sto złotych i 20 euro.", "He paid a hundred zlotys and 20 dollars.", "dollars"),
        ("pl", "W październiku padało.", "It rained in November.", "November"),
        ("it", "Nel 1987 il mulino chiuse.", "In 1978 the mill closed.", "1978"),
    ],
)
def test_another_number_is_flagged_in_each_language(
    flagged_by: Flag, language: str, source: str, target: str, flagged: str
) -> None:
    assert flagged_by(number_mismatch, [target], [source], source_lang=language) == [flagged]


def test_english_into_german_is_compared_too(flagged_by: Flag) -> None:
    pair = {"source_lang": "en", "target_lang": "de"}
    assert flagged_by(number_mismatch, ["Es kostet 2,4 Milliarden."], ["It costs 2.4 billion."], **pair) == []
    wrong = flagged_by(number_mismatch, ["Er kam am Dienstag."], ["He came on Thursday."], **pair)
    assert wrong == ["Dienstag"]


def test_a_number_of_an_unknown_language_may_be_said_otherwise(flagged_by: Flag) -> None:
    assert flagged_by(number_mismatch, ["The 7 of us"], ["Sette di noi, 12 no"], source_lang="it") == []


@pytest.mark.parametrize(
    ("source", "target", "flagged"),
    [
        ("Der Turm ist 60 Meter hoch.", "The tower is 60 feet high.", ["feet"]),
        ("Um 2 Prozentpunkte gestiegen", "Up by 2 percent", ["percent"]),
        ("Das Eis bleibt drei Wochen.", "The ice stays three months.", ["months"]),
        ("Bei 30 Grad Celsius", "At 30 degrees Fahrenheit", ["degrees Fahrenheit"]),
        ("Bei 30 Grad", "At 30 degrees Celsius", []),
        ("Der 20-Jährige wartete 20 Minuten.", "The man of 20 years waited 20 minutes.", []),
        ("Das Becken ist 50 Meter lang.", "The pool is 164 feet long.", []),
        ("Er blieb vier Wochen.", "He stayed for weeks.", ["vier"]),
        ("Sie sprachen unter vier Augen, in vier Wänden.", "They spoke alone, at home.", []),
    ],
)
def test_a_number_keeps_what_it_counts(
    flagged_by: Flag, source: str, target: str, flagged: list[str]
) -> None:
    assert flagged_by(number_mismatch, [target], [source]) == flagged


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Es dauert anderthalb Stunden.", "It takes an hour and a half."),
        ("Sie wog viereinhalb Kilo.", "She weighed four and a half kilos."),
        ("Rund 2,5 Millionen", "Around two and a half million"),
        ("Um halb fünf klingelte es.", "The bell rang at half past four."),
        ("Geöffnet von 17 bis 20 Uhr", "Open from 5 to 8 pm"),
        ("Sie gilt 24 Monate, sonst ein halbes Jahr.", "It is valid for two years, else six months."),
        ("Seine Elf verlor.", "His team lost."),
    ],
)
def test_halves_hours_and_spans_of_time_are_said_in_many_ways(
    flagged_by: Flag, source: str, target: str
) -> None:
    assert flagged_by(number_mismatch, [target], [source]) == []


def test_numbers_within_a_lost_clause_are_left_to_another_check(flagged_by: Flag) -> None:
    source = "Das Museum am Markt hat geöffnet, und zwar dienstags bis sonntags von 10 bis 18 Uhr im Sommer."
    assert flagged_by(number_mismatch, ["The museum is open."], [source]) == []
