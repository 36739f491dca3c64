import pytest

from review.errors import UsageError
from review.text.languages import direction, joiner, language_name, normalise_language, parse_pair


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("de", "de"),
        ("de_DE", "de-DE"),
        (" EN-gb ", "en-GB"),
        ("zh-hant", "zh-Hant"),
        ("sr_latn_rs", "sr-Latn-RS"),
        ("es-419", "es-419"),
        ("de-1996", "de-1996"),
        ("iw", "he"),
        ("zh-yue", "yue"),
        ("de-x-leicht", "de-x-leicht"),
    ],
)
def test_codes_are_written_as_in_bcp_47(written: str, normal: str) -> None:
    assert normalise_language(written) == normal
    assert normalise_language(normal) == normal


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("german", '"de"'),
        ("ger", '"de"'),
        ("deu", '"de"'),
        ("German", '"de"'),
        ("jp", '"ja"'),
        ("en-UK", '"en-GB"'),
    ],
)
def test_the_error_names_the_code_that_was_meant(wrong: str, right: str) -> None:
    with pytest.raises(UsageError, match=right):
        normalise_language(wrong)


@pytest.mark.parametrize(
    "wrong", ["", "xq", "qaa", "e", "de--AT", "de-XX", "de-Abcd", "d€", "de-12345678x", "ſv"]
)
def test_what_is_no_code_is_refused_and_a_right_one_shown(wrong: str) -> None:
    with pytest.raises(UsageError, match='looks like "de"'):
        normalise_language(wrong)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("de", "German"),
        ("en-GB", "English (GB)"),
        ("zh-Hant", "Chinese (Traditional)"),
        ("el", "Greek"),
        ("yue", "Cantonese"),
    ],
)
def test_names(code: str, name: str) -> None:
    assert language_name(code) == name


@pytest.mark.parametrize("code", ["ar", "he", "fa-IR", "ur", "ckb", "dv", "az-Arab", "arz"])
def test_written_from_right_to_left(code: str) -> None:
    assert direction(code) == "rtl"


@pytest.mark.parametrize("code", ["de", "ja", "", "az", "uz-Latn", "ar-Latn"])
def test_written_from_left_to_right(code: str) -> None:
    assert direction(code) == "ltr"


@pytest.mark.parametrize(
    ("code", "between"),
    [("de", " "), ("ko", " "), ("", " "), ("zh", ""), ("zh-TW", ""), ("ja", ""), ("th", ""), ("yue", "")],
)
def test_what_stands_between_sentences(code: str, between: str) -> None:
    assert joiner(code) == between


@pytest.mark.parametrize(
    ("pair", "languages"),
    [
        ("de-en", ("de", "en")),
        ("de_DE-en_GB", ("de-DE", "en-GB")),
        ("zh-Hant-en", ("zh-Hant", "en")),
        ("pt-BR-de", ("pt-BR", "de")),
        ("pt-br:de", ("pt-BR", "de")),
        ("de → en", ("de", "en")),
    ],
)
def test_language_pairs(pair: str, languages: tuple[str, str]) -> None:
    assert parse_pair(pair) == languages


@pytest.mark.parametrize("pair", ["", "de", "pt-br-de", "de--en"])
def test_what_is_no_clear_pair_is_refused(pair: str) -> None:
    with pytest.raises(UsageError, match='like "de-en"'):
        parse_pair(pair)


def test_a_pair_of_names_is_refused_with_the_right_code() -> None:
    with pytest.raises(UsageError, match='write "de" for German'):
        parse_pair("german-english")
