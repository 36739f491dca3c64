"""A BCP 47 code becomes what the provider calls that language."""

import pytest

from review.errors import TranslationError, UsageError
from review.translation import find_provider, providers
from review.translation.languages import provider_codes

TABLES = {
    "baidu": "BAIDU_LANGUAGE_TO_CODE",
    "google": "GOOGLE_LANGUAGES_TO_CODES",
    "mymemory": "MY_MEMORY_LANGUAGES_TO_CODES",
    "papago": "PAPAGO_LANGUAGE_TO_CODE",
    "qcri": "QCRI_LANGUAGE_TO_CODE",
}
MICROSOFT = {"chinese traditional": "zh-hant", "serbian latin": "sr-latn", "norwegian": "nb", "spanish": "es"}


def table(provider: str) -> dict[str, str]:
    from deep_translator import constants

    return MICROSOFT if provider == "microsoft" else getattr(constants, TABLES.get(provider, ""), {})


def codes(provider: str, source: str, target: str) -> tuple[str, str]:
    return provider_codes(find_provider(provider), source, target, table(provider))


@pytest.mark.parametrize(
    ("provider", "language", "code"),
    [
        ("google", "en-US", "en"),
        ("google", "zh", "zh-CN"),
        ("google", "zh-Hant-HK", "zh-TW"),
        ("google", "he", "iw"),
        ("google", "nb-NO", "no"),
        ("mymemory", "de", "de-DE"),
        ("mymemory", "de-AT", "de-AT"),
        ("mymemory", "de-LI", "de-DE"),
        ("mymemory", "pt", "pt-PT"),
        ("mymemory", "en-US", "en-US"),
        ("mymemory", "sr-Cyrl", "sr-Cyrl-RS"),
        ("mymemory", "zh-Hant", "zh-TW"),
        ("deepl", "en-US", "EN-US"),
        ("deepl", "en-AU", "en"),
        ("deepl", "pt-BR", "PT-BR"),
        ("deepl", "zh-TW", "ZH-HANT"),
        ("deepl", "uk", "uk"),
        ("microsoft", "zh-TW", "zh-hant"),
        ("microsoft", "sr-Latn-RS", "sr-latn"),
        ("microsoft", "no", "nb"),
        ("libre", "cs-CZ", "cs"),
        ("libre", "zh-Hans", "zh"),
        ("baidu", "ja", "jp"),
        ("baidu", "zh-HK", "cht"),
        ("papago", "zh_TW", "zh-TW"),
        ("qcri", "en-GB", "en"),
        ("chatgpt", "pt-BR", "Portuguese (BR)"),
    ],
)
def test_a_target_language_gets_its_code(provider, language, code):
    assert codes(provider, "es", language)[1] == code


def test_deepl_reads_no_variants():
    assert codes("deepl", "zh-Hant", "pt-BR") == ("zh", "PT-BR")
    assert codes("deepl", "en-US", "de") == ("en", "de")


def test_the_codes_of_an_alias_are_codes_that_deep_translator_knows():
    for language in ("ar", "es", "fr", "ja", "ko", "sv", "zh-Hant", "he", "fil", "jv", "ak"):
        for provider in ("baidu", "google", "mymemory"):
            try:
                code = codes(provider, "en", language)[1]
            except TranslationError:
                continue
            assert code in table(provider).values()


@pytest.mark.parametrize(
    "provider", [one for one in providers() if one.name in TABLES], ids=lambda one: one.name
)
def test_a_language_that_a_provider_lacks_is_named_with_it(provider):
    with pytest.raises(TranslationError, match=rf"{provider.title} does not translate Klingon \(tlh\)"):
        provider_codes(provider, "en", "tlh", table(provider.name))


def test_a_pair_that_a_provider_does_not_tell_apart_is_refused():
    with pytest.raises(TranslationError, match=r"Google Translate has one code, \"en\", .*US.*GB"):
        codes("google", "en-US", "en-GB")
    assert codes("mymemory", "en-US", "en-GB") == ("en-US", "en-GB")


def test_what_is_no_language_is_refused_by_all():
    for provider in providers():
        with pytest.raises(UsageError):
            provider_codes(provider, "english", "de", table(provider.name))


def test_an_unknown_source_is_for_those_who_find_it_out():
    for provider in providers():
        if provider.detects_source:
            assert codes(provider.name, "", "en")[0] == "auto"
        else:
            with pytest.raises(TranslationError, match=f"{provider.title} must be told the source"):
                codes(provider.name, "", "en")
