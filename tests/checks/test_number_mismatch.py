"""Numbers: what is said differently in another language, and what is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.checks.number_mismatch import number_mismatch
from review.models import Document, Issue, Segment, Side


def _issues(source: str, target: str, source_lang: str = "de") -> list[Issue]:
    return list(number_mismatch.run(Document((Segment(source, target),), source_lang, "en")))


def _flagged(source: str, target: str) -> list[str]:
    return [(source if i.side is Side.SOURCE else target)[i.start : i.end] for i in _issues(source, target)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Er zahlt 100 Millionen Dollar.", "He pays $100 million."),
        ("Beginn ist um 18.30 Uhr.", "It begins at 6:30 pm."),
        ("Beginn ist um 18 Uhr.", "It begins at 6 p.m."),
        ("Sie gewannen 3:1.", "They won 3-1."),
        ("Am 25.07.2020 kam er an.", "He arrived on July 25, 2020."),
        ("In den 50ern des 19. Jahrhunderts", "In the 1850s, in the nineteenth century"),
        ("Die Mühle aus dem 19. Jahrhundert", "The mill from the 1800s"),
        ("In der Saison 2019/20", "In the 2019/2020 season"),
        ("Im Zweiten Weltkrieg", "In World War II"),
        ("Der 2. Weltkrieg", "World War II"),
        ("Es waren 7 Leute.", "There were seven people."),
        ("Die Hälfte stimmte zu.", "50 percent agreed."),
        ("Im Achtelfinale schieden sie aus.", "They went out in the round of 16."),
        ("Er blieb 14 Tage.", "He stayed two weeks."),
        ("Es dauerte eineinhalb Jahre.", "It took 18 months."),
        ("Der Tabellenvierte gewann.", "The 4th in the table won."),
        ("Sie wiegt fast 10.000 Gramm.", "It weighs almost 10 000 grams."),
        ("Der Park ist 220 Hektar groß.", "The park covers 550 acres."),
        ("Zwischen zwei und drei Millionen Euro", "Between two million and three million euros"),
        ("In der Nacht zum Sonntag", "On Saturday night"),
        ("In der Nacht zum Sonntag", "In the small hours of Sunday"),
        ("Am Sonnabend", "On Saturday"),
        ("Montags ist zu.", "It is closed on Mondays."),
        ("Im Mai 2020", "On a May day in 2020"),
        ("Ein Mann und eine Frau", "One man and one woman"),
        ("Um Mitternacht war Schluss.", "It was over at 12."),
        ("Der CO2-Ausstoß sank.", "Carbon emissions fell."),
        ("Rund 10 Prozent, also 10 Leute", "About 10 percent"),
    ],
)
def test_the_same_number_said_otherwise_is_right(source: str, target: str) -> None:
    assert _flagged(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "flagged"),
    [
        ("Sie gewannen 2:0.", "They won 3-0.", ["3"]),
        ("Rund 3,5 Milliarden Euro", "About 3.5 million euros", ["3.5 million"]),
        ("Gegen 3.40 Uhr klingelte es.", "At about 2:40 a.m. the bell rang.", ["2"]),
        ("Im Juli regnete es.", "In June it rained.", ["June"]),
        ("Am Donnerstag regnete es.", "On Tuesday it rained.", ["Tuesday"]),
        ("Der Donnerstagabend war kalt.", "Tuesday's evening was cold.", ["Tuesday's"]),
        ("Es kostet 20 Euro.", "It costs 20 dollars.", ["dollars"]),
        ("Es kostet 20 Euro.", "It costs $20.", ["$"]),
        ("Er ist 42 und sie 51.", "He is 42 and she is old.", ["51"]),
        ("Die Brücke ist alt.", "The bridge is 90 years old.", ["90"]),
        ("Zwölf Boote und 30 Leute", "Ten boats and 30 people", ["Ten"]),
    ],
)
def test_another_number_is_flagged_where_it_stands(source: str, target: str, flagged: list[str]) -> None:
    assert _flagged(source, target) == flagged


def test_a_wrong_number_shows_the_right_one_in_the_source() -> None:
    source = "Sie ist 4.892 Meter hoch."
    [issue] = _issues(source, "It is 4,829 metres high.")
    assert [source[place.start : place.end] for place in issue.evidence] == ["4.892"]
    assert [suggestion.text for suggestion in issue.suggestions] == ["4,892"]
    assert "4.892" in issue.message and "4,829" in issue.message


def test_a_number_word_that_is_only_lost_is_no_error() -> None:
    assert _flagged("Die zwei kamen.", "They came.") == []


def test_without_number_words_of_the_language_it_says_nothing() -> None:
    assert _issues("三十人", "50 people", source_lang="zh") == []


def test_an_empty_translation_is_left_to_another_check() -> None:
    assert _issues("Es waren 50.", "") == []


@given(st.integers(2, 9_999_999), st.integers(2, 9_999_999))
def test_only_equal_numbers_pass(one: int, other: int) -> None:
    german, english = f"Es sind {one:,} Stück.".replace(",", "."), f"There are {other:,} pieces."
    assert bool(_flagged(german, english)) == (one != other)
