"""Reading numbers in digits and words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.text.numerals import Certainty, Clock, Month, figures, knows, written_like


def _values(text: str, language: str) -> list[set[object]]:
    return [set(figure.values) for figure in figures(text, language)]


def _first(text: str, language: str) -> set[object]:
    return _values(text, language)[0]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("1.250,5", "de", "1250.5"),
        ("1,250.5", "en", "1250.5"),
        ("12.000", "de", "12000"),
        ("12 000", "en", "12000"),
        ("2,06,737", "en", "206737"),
        ("3,5 Milliarden", "de", "3500000000"),
        ("3,5 Mrd. Euro", "de", "3500000000"),
        ("$3.5bn", "en", "3500000000"),
        ("£100m", "en", "100000000"),
        ("100-million-dollar", "en", "100000000"),
        ("zweiundzwanzig", "de", "22"),
        ("dreitausendfünfhundert", "de", "3500"),
        ("hundertfünfzig", "de", "150"),
        ("Einundzwanzigjährige", "de", "21"),
        ("zwanzigsten", "de", "20"),
        ("twenty-two", "en", "22"),
        ("two hundred and five", "en", "205"),
        ("three thousand five hundred", "en", "3500"),
        ("twenty-first", "en", "21"),
        ("21st", "en", "21"),
        ("3½", "de", "3.5"),
        ("zwei Jahrzehnte", "de", "20"),
    ],
)
def test_a_number_is_read_as_what_it_says(text: str, language: str, value: str) -> None:
    assert Decimal(value) in _first(text, language)


def test_metres_are_no_millions() -> None:
    assert _values("100m", "en") == [{Decimal(100)}]


def test_a_time_is_the_same_on_both_clocks() -> None:
    assert Clock(390) in _first("18.30 Uhr", "de") & _first("6:30 pm", "en")


def test_a_range_shares_its_magnitude_word() -> None:
    low, high = _values("zwei bis drei Millionen", "de")
    assert Decimal(2_000_000) in low and high == {Decimal(3_000_000)}


def test_two_numbers_side_by_side_stay_two() -> None:
    assert _values("two, three", "en") == [{Decimal(2)}, {Decimal(3)}]


def test_half_a_million_is_half_a_million() -> None:
    assert Decimal(500_000) in _values("half a million", "en")[-1]


def test_months_are_read_by_name() -> None:
    assert _first("März", "de") == _first("March", "en") == {Month(3)}


@pytest.mark.parametrize("text", ["CO2", "B58", "5G"])
def test_a_number_inside_a_name_need_not_be_answered(text: str) -> None:
    assert [figure.certainty for figure in figures(text, "de")] == [Certainty.HINT]


def test_words_that_only_look_like_numbers_are_none() -> None:
    assert not [
        f for f in figures("Der Achtzylinder verdreifacht alles.", "de") if f.certainty > Certainty.HINT
    ]


def test_languages_without_number_words_are_not_known() -> None:
    assert knows("de-AT") and knows("en") and not knows("xx") and not knows("")


@given(st.integers(0, 10**12))
def test_digits_are_read_in_the_grouping_of_the_language(number: int) -> None:
    english = f"{number:,}"
    assert Decimal(number) in _first(english, "en")
    assert Decimal(number) in _first(english.replace(",", "."), "de")


@given(st.decimals(0, 99_999, places=2))
def test_decimals_are_read_with_the_sign_of_the_language(number: Decimal) -> None:
    assert number in _first(f"{number:,f}", "en")
    assert number in _first(f"{number:,f}".translate(str.maketrans(",.", ".,")), "de")


@given(st.text(st.sampled_from("0123456789.,:’' -½²٣ azIVX$€m"), max_size=30))
def test_every_figure_is_where_it_says(text: str) -> None:
    for figure in figures(text, "en"):
        assert text[figure.start : figure.end] == figure.text
        assert all(text[part.start : part.end] == part.text for part in figure.parts)


@pytest.mark.parametrize(
    ("right", "wrong", "written"),
    [
        ("1.250 Gäste", "1,520 guests", "1,250"),
        ("drei Tage", "four days", "three"),
        ("Drei Tage", "Four days", "Three"),
        ("am 1. Mai", "on 10th May", "1st"),
        ("am 12. Mai", "on 10th May", "12th"),
        ("7,1 Grad", "5.1 degrees", "7.1"),
        ("503 Millionen", "501 million", "503 million"),
        ("3 Milliarden", "3 million", "3 billion"),
        ("Juli", "June", "July"),
        ("Donnerstag", "Tuesday", "Thursday"),
        ("Montags", "Tuesdays", "Mondays"),
        ("1998", "1989", "1998"),
        ("um 18.30 Uhr", "at 7:30", ""),
    ],
)
def test_a_number_is_written_the_way_of_the_target(right: str, wrong: str, written: str) -> None:
    source, target = figures(right, "de")[0], figures(wrong, "en")[0]
    assert written_like(source, target, "de", "en") == written
