"""BCP 47 codes and what the providers call those languages."""

from collections.abc import Collection, Iterator, Mapping

from ..errors import TranslationError
from ..text.languages import language_name, normalise_language
from .provider import Provider

# Providers that say themselves which languages they know: their list is longer than deep-translator's.
_OPEN = {"deepl", "libre", "yandex"}
_TRADITIONAL = {"Hant", "TW", "HK", "MO"}

# Keys in lower case; "zh-hant" stands for all that is written so, whatever the region.
_ALIASES: Mapping[str, Mapping[str, str]] = {
    "google": {
        "zh": "zh-CN", "zh-hant": "zh-TW", "he": "iw", "jv": "jw", "nb": "no", "nn": "no", "fil": "tl",
        "tw": "ak", "kok": "gom", "mni": "mni-Mtei",
    },
    "mymemory": {
        "zh": "zh-CN", "zh-hant": "zh-TW", "zh-hk": "zh-HK", "no": "nb-NO", "sr": "sr-Latn-RS",
        "sr-cyrl": "sr-Cyrl-RS", "bs": "bs-BA", "bs-cyrl": "bs-Cyrl-BA", "ta": "ta-IN",
    },
    "libre": {"zh-hant": "zt", "no": "nb"},
    "deepl": {
        "en-us": "EN-US", "en-gb": "EN-GB", "pt-br": "PT-BR", "pt-pt": "PT-PT", "zh-hans": "ZH-HANS",
        "zh-hant": "ZH-HANT", "no": "nb",
    },
    "microsoft": {
        "zh": "zh-hans", "zh-hant": "zh-hant", "no": "nb", "sr": "sr-cyrl", "tl": "fil", "mn": "mn-cyrl",
        "pt-br": "pt",
    },
    "baidu": {
        "zh-hant": "cht", "lzh": "wyw", "ja": "jp", "ko": "kor", "fr": "fra", "es": "spa", "ar": "ara",
        "bg": "bul", "et": "est", "da": "dan", "fi": "fin", "sl": "slo", "sv": "swe", "vi": "vie",
    },
    "papago": {"zh": "zh-CN", "zh-hant": "zh-TW"},
    "yandex": {"nb": "no"},
}  # fmt: skip


def provider_codes(
    provider: Provider, source_lang: str, target_lang: str, known: Mapping[str, str]
) -> tuple[str, str]:
    """(source, target) as the provider writes them; an unknown source ('') is "auto".

    `known` is deep-translator's table of the provider: names to codes. Raises TranslationError for a
    language that the provider does not know, or a pair that it does not tell apart, and UsageError for
    what is no language code at all.
    """
    source = _source(provider, source_lang, known)
    target = _code(provider, target_lang, known)
    if source == target:
        raise TranslationError(
            f'{provider.title} has one code, "{target}", for both {language_name(source_lang)}'
            f" and {language_name(target_lang)}. Choose two languages."
        )
    return source, target


def _source(provider: Provider, language: str, known: Mapping[str, str]) -> str:
    if language:
        # DeepL tells variants apart in what it writes, not in what it reads.
        plain = language.replace("_", "-").split("-")[0] if provider.name == "deepl" else language
        return _code(provider, plain, known)
    if not provider.detects_source:
        raise TranslationError(f"{provider.title} must be told the source language.")
    return "auto"


def _code(provider: Provider, language: str, known: Mapping[str, str]) -> str:
    code = normalise_language(language)
    if provider.name == "chatgpt":  # its prompt asks for a language by name
        return language_name(code)
    aliases = _ALIASES.get(provider.name, {})
    table = {one.lower(): one for one in _codes(provider, known)}
    for wanted in _from_exact_to_plain(code):
        if wanted in aliases:
            return aliases[wanted]
        if wanted in table:
            return table[wanted]
    return _any_region(provider, code, known)


def _any_region(provider: Provider, code: str, known: Mapping[str, str]) -> str:
    plain = code.split("-")[0]
    if provider.name in _OPEN:
        return plain
    # MyMemory knows "de-DE" and "de-AT", but no "de": the plain language has the shortest name.
    regions = [(len(name), one) for name, one in known.items() if one.startswith(f"{plain}-")]
    if regions and provider.name == "mymemory":
        return min(regions)[1]
    raise TranslationError(f"{provider.title} does not translate {language_name(code)} ({code}).")


def _codes(provider: Provider, known: Mapping[str, str]) -> Collection[str]:
    if provider.name in _OPEN:
        return ()
    # Papago's table is the other way round.
    return known.keys() if provider.name == "papago" else known.values()


def _from_exact_to_plain(code: str) -> Iterator[str]:
    language, *others = code.split("-")
    yield code.lower()
    yield from (f"{language}-{subtag}".lower() for subtag in others)
    if language == "zh" and "Hans" not in others and _TRADITIONAL.intersection(others):
        yield "zh-hant"
    yield language
