"""Long texts are cut and put together without loss."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.translation import find_provider
from review.translation.pieces import joined, pieces


def no_more_than(limit: int):
    return lambda text: len(text) <= limit


def sentences(text: str) -> list[str]:
    return [part.strip() + "." for part in text.split(".") if part.strip()]


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("One. Two. Three.", 99, ["One. Two. Three."]),
        ("One. Two. Three.", 11, ["One. Two. ", "Three."]),
        ("Left, right. Up.", 12, ["Left, right. ", "Up."]),
        ("One long, very long.", 12, ["One long,", " very long."]),
        ("three little words", 8, ["three ", "little ", "words"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("他来了，她走了", 4, ["他来了，", "她走了"]),
        ("aaae\u0301", 4, ["aaa", "e\u0301"]),
        ("", 5, []),
    ],
)
def test_a_text_is_cut_where_it_hurts_least(text, limit, expected):
    assert pieces(text, no_more_than(limit), sentences) == expected


@given(st.text(alphabet="ab c.,\n。é\u0301"), st.integers(1, 12))
def test_pieces_are_the_text_and_fit(text, limit):
    parts = pieces(text, no_more_than(limit), sentences)
    assert "".join(parts) == text
    assert all(len(part.strip()) <= limit or len(part.strip().rstrip("\u0301")) <= 1 for part in parts)


@given(st.text(), st.lists(st.text()))
def test_a_splitter_that_errs_loses_nothing(text, found):
    assert "".join(pieces(text, no_more_than(3), lambda whole: found)) == text


@pytest.mark.parametrize(
    ("parts", "language", "text"),
    [
        (["One. ", "Two."], "en", "One. Two."),
        (["One.", "Two."], "en", "One. Two."),
        (["One.\n", "Two."], "en", "One.\nTwo."),
        (["一。 ", "二。"], "zh-CN", "一。二。"),
        (["一。\n", "二。"], "ja", "一。\n二。"),
        (["ก ", "ข"], "th", "ก ข"),
        (["", "One."], "en", "One."),
        ([], "en", ""),
    ],
)
def test_translated_pieces_are_put_together_as_the_language_writes(parts, language, text):
    assert joined(parts, language) == text


@pytest.mark.parametrize(
    ("provider", "fitting", "too_long"),
    [
        ("mymemory", "ä" * 249, "ä" * 250),
        ("google", "x" * 4999, "x" * 5000),
        ("google", "学" * 1600, "学" * 1800),
        ("libre", "é" * 580, "é" * 590),
        ("microsoft", "学" * 50_000, "x" * 50_001),
    ],
)
def test_limits_count_what_the_provider_counts(provider, fitting, too_long):
    assert find_provider(provider).fits(fitting)
    assert not find_provider(provider).fits(too_long)
