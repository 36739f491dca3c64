"""Words, counted as the language writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.text.words import count_words, tokens


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Es regnet, seit 3,5 Tagen!", "de", 5),
        ("Mal sehen – vielleicht …", "de", 3),
        ("geht's E-Mail 14:30", "de", 3),
        ("", "de", 0),
        (" \n\u00a0", "en", 0),
        ("— !", "en", 0),
        ("我昨天在 Bonn 看书。", "zh", 7),
        ("犬が３匹いる。", "ja", 6),
        ("비가 옵니다.", "ko", 2),
        ("Das Zeichen 北京 heißt so", "de", 5),
        ("北京 Berlin", "", 3),
    ],
)
def test_words_are_counted_as_the_language_writes_them(text, language, words):
    assert count_words(text, language) == words


def test_a_thai_vowel_sign_belongs_to_its_letter():
    assert count_words("ดี", "th") == 1


@given(st.text(), st.sampled_from(["de", "zh", "th", ""]))
def test_no_letter_is_lost(text, language):
    assert "".join(tokens(text, language)) == "".join(text.split())
