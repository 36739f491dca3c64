"""Words that no other engine has: which are flagged, where, and what the flag says."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.errors import UsageError
from review.models import Document, Segment, Side
from review.origins.second_opinion import unsupported_words


def _document(target: str, source: str = "Der Wirt zapft ein Bier.", target_lang: str = "en") -> Document:
    return Document((Segment(source, target),), "de", target_lang)


def _flagged(target: str, *others: str, source: str = "Der Wirt zapft ein Bier.") -> list[str]:
    document = _document(target, source)
    opinions = {f"engine {number}": [other] for number, other in enumerate(others)}
    return [target[one.start : one.end] for one in unsupported_words(document, opinions)]


def test_a_word_that_the_other_engine_does_not_have_is_flagged_exactly() -> None:
    assert _flagged("The landlord taps a bear.", "The landlord taps a beer.") == ["bear"]


@pytest.mark.parametrize(
    ("target", "other"),
    [
        ("The brewers stopped brewing.", "A brewer stops the brew."),
        ("She carried it.", "She carries it."),
        ("They planned it.", "They plan it."),
        ("The owner’s dogs", "The dog of its owners"),
    ],
)
def test_another_form_of_the_same_word_supports_it(target: str, other: str) -> None:
    assert _flagged(target, other) == []


def test_a_word_of_the_source_needs_no_support() -> None:
    assert _flagged("Schuster taps it.", "He taps it.", source="Schuster zapft es.") == []


def test_words_of_grammar_and_short_words_are_never_flagged() -> None:
    assert _flagged("Because those which were with him are so.", "Nothing alike.") == []


def test_a_word_that_any_of_several_engines_has_is_fine() -> None:
    assert _flagged("The keeper taps a beer.", "The landlord taps a beer.") == ["keeper"]
    assert _flagged("The keeper taps a beer.", "The landlord taps a beer.", "A keeper taps beer.") == []


def test_more_engines_make_the_flag_surer() -> None:
    document = _document("The landlord taps a bear.")
    one = unsupported_words(document, {"a": ["The landlord taps a beer."]})
    two = unsupported_words(
        document, {"a": ["The landlord taps a beer."], "b": ["The landlord taps an ale."]}
    )
    assert 0 < one[0].confidence < two[0].confidence < 1


def test_the_flag_shows_who_says_what_there_and_offers_it() -> None:
    document = _document("The landlord taps a bear.")
    (issue,) = unsupported_words(
        document, {"ale": ["The landlord taps a beer."], "bock": ["The landlord taps a brew."]}
    )
    assert issue.code == "unsupported-word"
    assert issue.category == "accuracy/mistranslation"
    assert issue.origin == "second-opinion:ale+bock"
    assert "ale has “beer”" in issue.message
    assert "bock has “brew”" in issue.message
    assert [one.text for one in issue.suggestions] == ["beer", "brew"]


def test_taking_an_offer_leaves_one_flag_less() -> None:
    text, other = "The landlord carves a bear.", "The landlord pours a fresh beer."
    found = unsupported_words(_document(text), {"ale": [other]})
    assert len(found) == 2
    for issue in found:
        (offer,) = issue.suggestions
        assert len(_flagged(text[: offer.start] + offer.text + text[offer.end :], other)) == 1


def test_words_side_by_side_make_one_flag() -> None:
    assert _flagged("The angry bear sleeps.", "The calm dog sleeps.") == ["angry bear"]


def test_a_segment_without_another_translation_is_left_alone() -> None:
    document = Document((Segment("Bier", "Bear"), Segment("Wein", "Line")), "de", "en")
    found = unsupported_words(document, {"ale": ["", "Wine"]})
    assert [issue.segment for issue in found] == [1]


def test_without_opinions_there_are_no_flags() -> None:
    assert unsupported_words(_document("The bear"), {}) == []


def test_languages_without_spaces_between_words_are_left_alone() -> None:
    document = _document("房东倒了一只熊在这里的杯子。", target_lang="zh")
    assert unsupported_words(document, {"ale": ["完全不同的句子。"]}) == []


def test_opinions_of_another_length_are_refused() -> None:
    with pytest.raises(UsageError, match="2 translations for 1 segments"):
        unsupported_words(_document("The bear"), {"ale": ["one", "two"]})


_TEXTS = st.text(string.ascii_letters + " .,'’-äß🎉", max_size=60)


@given(_TEXTS, _TEXTS, st.lists(_TEXTS, max_size=3))
def test_flags_and_offers_stand_inside_any_text(source: str, target: str, others: list[str]) -> None:
    opinions = {f"e{number}": [other] for number, other in enumerate(others)}
    for issue in unsupported_words(_document(target, source), opinions):
        assert issue.side is Side.TARGET
        assert 0 <= issue.start < issue.end <= len(target)
        for offer in issue.suggestions:
            assert 0 <= offer.start <= issue.start < issue.end <= offer.end <= len(target)


@given(_TEXTS, _TEXTS)
def test_an_engine_that_says_the_same_finds_nothing(source: str, target: str) -> None:
    assert unsupported_words(_document(target, source), {"same": [target]}) == []
