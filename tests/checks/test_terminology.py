"""What the project's glossary demands."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from review.checks import apply_suggestion, run_checks
from review.checks.term_matching import Finder, places_of
from review.checks.terminology import forbidden_term, term_not_used, translated_name
from review.models import Document, Issue, Segment, Side, Term
from review.settings import Settings

_CHECKS = (forbidden_term, term_not_used, translated_name)


def _issues(source: str, target: str, *terms: Term, pair: str = "de en", **settings: float) -> list[Issue]:
    document = Document((Segment(source, target),), *pair.split(), terms=terms)
    thresholds = {("", code.replace("_", "-")): least for code, least in settings.items()}
    return run_checks(document, _CHECKS, Settings(thresholds=thresholds))


def _codes(source: str, target: str, *terms: Term, pair: str = "de en") -> list[str]:
    return [issue.code for issue in _issues(source, target, *terms, pair=pair)]


_VACCINE = Term("Impfstoff", ("vaccine",), ("jab",))
_AI = Term("künstliche Intelligenz", ("artificial intelligence", "AI"))


@pytest.mark.parametrize(
    ("wording", "text", "found"),
    [
        ("Haus", "Die Häuser und des Hauses, der Hausarzt", "Häuser Hauses"),
        ("Haus", "hausen", ""),
        ("künstliche Intelligenz", "mit künstlicher Intelligenz", "künstlicher Intelligenz"),
        ("Impfstoff", "Corona-Impfstoffe", "Impfstoffe"),
        ("Impfstoff", "Grippeimpfstoffen und Impfstoffmangel", "Grippeimpfstoffen Impfstoffmangel"),
        ("EU", "Eu oder EU-Staaten", "EU"),
        ("5G", "Ein 5G-Netz, 15G", "5G"),
    ],
)
def test_german_terms_are_found_in_all_their_forms(wording: str, text: str, found: str) -> None:
    assert " ".join(text[place.start : place.end] for place in places_of(wording, text, "de")) == found


@pytest.mark.parametrize(
    ("wording", "text", "found"),
    [
        ("heat pump", "Heat-pumps’ prices", "Heat-pumps"),
        ("levy", "levies are levied", "levies levied"),
        ("Polish", "polish", ""),
        ("C++", "in C++ code", "C++"),
    ],
)
def test_english_terms_are_found_in_all_their_forms(wording: str, text: str, found: str) -> None:
    assert " ".join(text[place.start : place.end] for place in places_of(wording, text, "en")) == found


def test_of_terms_that_overlap_the_longer_counts() -> None:
    finder = Finder(["Intelligenz", "künstliche Intelligenz"], "de")
    assert [place.wording for place in finder.find("Die künstliche Intelligenz")] == [
        "künstliche Intelligenz"
    ]


def test_a_language_without_spaces_is_searched_for_the_characters() -> None:
    assert _codes("新しいワクチン", "a new serum", Term("ワクチン", ("vaccine",)), pair="ja en") == [
        "term-not-used"
    ]
    assert (
        _codes("der neue Impfstoff", "新しいワクチン", Term("Impfstoff", ("ワクチン",)), pair="de ja") == []
    )


@pytest.mark.parametrize("target", ["The vaccines are here.", "VACCINES!", "The vaccine’s price."])
def test_any_form_of_a_wanted_wording_will_do(target: str) -> None:
    assert _codes("Die Impfstoffe sind da.", target, _VACCINE) == []


def test_any_of_several_wordings_will_do() -> None:
    assert _codes("Künstliche Intelligenz hilft.", "AI helps.", _AI) == []
    assert _codes("Künstliche Intelligenz hilft.", "Clever software helps.", _AI) == ["term-not-used"]


def test_where_nothing_stands_for_the_term_the_source_is_marked() -> None:
    (issue,) = _issues("Der Impfstoff ist da.", "The serum is here.", _VACCINE)
    assert (issue.side, issue.start, issue.end, issue.suggestions) == (Side.SOURCE, 4, 13, ())


def test_a_forbidden_wording_is_flagged_once_and_replaced_in_its_number() -> None:
    (issue,) = _issues("Die Impfstoffe sind da.", "Jabs are here.", _VACCINE)
    assert (issue.code, issue.suggestions[0].text) == ("forbidden-term", "Vaccines")


def test_a_forbidden_wording_may_stand_for_something_else() -> None:
    assert _codes("Ein Stich ins Herz", "A jab to the heart", _VACCINE) == []


def test_a_wording_forbidden_everywhere_needs_no_source_term() -> None:
    rule = Term("", ("staff",), ("manpower",))
    assert _codes("Es fehlen Leute.", "There is no manpower.", rule) == ["forbidden-term"]
    document = Document((Segment("", "There is no manpower."),), "", "en", terms=(rule,))
    assert [issue.code for issue in run_checks(document, _CHECKS)] == ["forbidden-term"]


def test_parts_of_compounds_count_less_and_can_be_left_out() -> None:
    shortage = "Es herrscht Impfstoffmangel.", "There are too few doses."
    assert _issues(*shortage, _VACCINE) == []
    assert [issue.confidence for issue in _issues(*shortage, _VACCINE, term_not_used=0.5)] == [0.6]
    assert [issue.confidence for issue in _issues("Grippeimpfstoff", "flu shot", _VACCINE)] == [0.8]


def test_a_short_word_heads_compounds_that_mean_something_else() -> None:
    assert _codes("Die Hauptstadt feiert.", "The capital is celebrating.", Term("Stadt", ("city",))) == []


def test_a_name_that_only_looks_inflected_is_no_term() -> None:
    assert _codes("Frau Schuler kommt.", "Ms Schuler is coming.", Term("Schule", ("school",))) == []


def test_a_wording_written_in_two_words_will_do() -> None:
    assert _codes("Das Coronavirus", "The corona virus", Term("Coronavirus", ("coronavirus",))) == []


def test_a_translation_that_is_missing_is_not_a_matter_of_terms() -> None:
    assert _codes("Der Impfstoff ist da.", "", _VACCINE) == []


def test_the_note_of_a_term_is_shown() -> None:
    (issue,) = _issues("Der Impfstoff.", "The serum.", replace(_VACCINE, note="health desk, 2024"))
    assert "(health desk, 2024)" in issue.message


def test_a_name_to_be_kept_may_have_a_genitive_on_either_side() -> None:
    brand = Term("Nordlicht", ("Nordlicht",))
    assert _codes("Nordlichts neue Lampe", "Nordlicht’s new lamp", brand) == []
    assert _codes("Nordlichts neue Lampe", "The new lamp by Northern Light", brand) == ["translated-name"]


_WORDS = st.sampled_from(
    ["Impfstoff", "Impfstoffe", "Grippeimpfstoff", "jab", "Jabs", "vaccine", "the", "EU", "Intelligenz", "AI"]
)
_TEXTS = st.lists(_WORDS | st.text(max_size=4), max_size=8).map(" ".join)
_TERMS = st.lists(
    st.builds(
        Term,
        _WORDS | st.just("") | st.text(max_size=3),
        st.lists(_WORDS | st.text(min_size=1, max_size=3), max_size=2).map(tuple),
        st.lists(_WORDS | st.text(min_size=1, max_size=3), max_size=2).map(tuple),
    ),
    max_size=4,
)


@given(_TEXTS, _TEXTS, _TERMS, st.sampled_from(["de en", "en de", "ja en", "de fr"]))
@hypothesis_settings(deadline=None)
def test_any_glossary_yields_places_inside_the_text(
    source: str, target: str, terms: list[Term], pair: str
) -> None:
    for issue in _issues(source, target, *terms, pair=pair):
        text = source if issue.side is Side.SOURCE else target
        assert 0 <= issue.start < issue.end <= len(text)
        for suggestion in issue.suggestions:
            assert apply_suggestion(text, suggestion) != text
