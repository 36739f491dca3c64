"""What a machine translation provider is, and the table of those there are."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from urllib.parse import quote_plus

from ..errors import TranslationError, UsageError


@dataclass(frozen=True, slots=True)
class Provider:
    """A service that translates sentences, reached through the class `translator` of deep-translator.

    `needs` and `optional` name environment variables. `limit` is the longest text of one request in
    characters; `byte_limit` counts UTF-8, `url_limit` the text as it stands in an address (0: no such
    limit). `link` leads to the service or to its keys, `hint` says what a user must know beforehand.
    """

    name: str
    title: str
    translator: str
    limit: int
    needs: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    byte_limit: int = 0
    url_limit: int = 0
    detects_source: bool = False
    link: str = ""
    hint: str = ""

    @property
    def available(self) -> bool:
        """Whether everything it needs is set in the environment now; asks no server."""
        return not self.missing(os.environ) and not self.missing_package

    @property
    def missing_package(self) -> str:
        """What must be installed first; '' if nothing."""
        return "" if self.name != "chatgpt" or _has_old_openai() else "openai<1"

    def missing(self, environ: Mapping[str, str]) -> tuple[str, ...]:
        """The needed variables that are not set."""
        return tuple(name for name in self.needs if not environ.get(name, "").strip())

    def settings(self, environ: Mapping[str, str]) -> dict[str, str]:
        """The values of its variables, without those not set.

        Raises TranslationError that names what is missing.
        """
        missing = self.missing(environ)
        if missing:
            raise TranslationError(
                f"{self.title} needs {' and '.join(missing)} in the environment.{self._where}"
            )
        if self.missing_package:
            raise TranslationError(f'{self.title} needs a package: pip install "{self.missing_package}".')
        values = {name: environ.get(name, "").strip() for name in (*self.needs, *self.optional)}
        return {name: value for name, value in values.items() if value}

    def fits(self, text: str) -> bool:
        """Whether one request can hold the text."""
        return (
            len(text) <= self.limit
            and (not self.byte_limit or len(text.encode()) <= self.byte_limit)
            and (not self.url_limit or len(quote_plus(text)) <= self.url_limit)
        )

    @property
    def _where(self) -> str:
        return f" See {self.link}" if self.link else ""


def providers() -> tuple[Provider, ...]:
    """All providers, those that need no key first.

    Two services of deep-translator are left out: Linguee and Pons are dictionaries, which answer single
    words and fail on sentences.
    """
    return _PROVIDERS


def find_provider(name: str) -> Provider:
    """The provider of that name. Raises UsageError with the names there are."""
    for provider in _PROVIDERS:
        if provider.name == name.strip().lower():
            return provider
    names = ", ".join(provider.name for provider in _PROVIDERS)
    raise UsageError(f'There is no translation provider "{name}". Choose one of {names}.')


def _has_old_openai() -> bool:
    try:
        return version("openai").startswith("0.")
    except PackageNotFoundError:
        return False


# Where the text travels in the address, servers refuse long ones: Google's from 16,000 bytes on, many
# others from 4,096. That is 1,800 or 450 Chinese characters, far below the limits in characters.
_PROVIDERS = (
    Provider(
        name="google",
        title="Google Translate",
        translator="GoogleTranslator",
        limit=4999,
        url_limit=15_000,
        detects_source=True,
        link="https://translate.google.com",
        hint="Without a key: meant for small amounts.",
    ),
    Provider(
        name="mymemory",
        title="MyMemory",
        translator="MyMemoryTranslator",
        optional=("MYMEMORY_EMAIL",),
        limit=499,
        byte_limit=499,
        link="https://mymemory.translated.net/doc/usagelimits.php",
        hint="Without a key: 5,000 characters a day, 50,000 with your address in MYMEMORY_EMAIL.",
    ),
    Provider(
        name="libre",
        title="LibreTranslate",
        translator="LibreTranslator",
        needs=("LIBRETRANSLATE_URL",),
        optional=("LIBRE_API_KEY",),
        limit=2000,
        url_limit=3500,
        detects_source=True,
        link="https://docs.libretranslate.com",
        hint="Your own server, for example http://localhost:5000, or https://libretranslate.com with a key.",
    ),
    Provider(
        name="deepl",
        title="DeepL",
        translator="DeeplTranslator",
        needs=("DEEPL_API_KEY",),
        limit=30_000,
        detects_source=True,
        link="https://www.deepl.com/your-account/keys",
        hint="A key that ends in :fx is taken to the free service, any other to DeepL Pro.",
    ),
    Provider(
        name="microsoft",
        title="Microsoft Translator",
        translator="MicrosoftTranslator",
        needs=("MICROSOFT_API_KEY",),
        optional=("MICROSOFT_REGION",),
        limit=50_000,
        link="https://learn.microsoft.com/azure/ai-services/translator",
        hint="A regional resource also needs its region in MICROSOFT_REGION.",
    ),
    Provider(
        name="chatgpt",
        title="ChatGPT",
        translator="ChatGptTranslator",
        needs=("OPEN_API_KEY",),
        optional=("OPEN_API_MODEL",),
        limit=4000,
        detects_source=True,
        link="https://platform.openai.com/api-keys",
        hint="deep-translator speaks to it through openai before 1.0, which must be installed.",
    ),
    Provider(
        name="baidu",
        title="Baidu Translate",
        translator="BaiduTranslator",
        needs=("BAIDU_APPID", "BAIDU_APPKEY"),
        limit=2000,
        url_limit=3500,
        detects_source=True,
        link="https://fanyi-api.baidu.com",
    ),
    Provider(
        name="qcri",
        title="QCRI",
        translator="QcriTranslator",
        needs=("QCRI_API_KEY",),
        limit=2000,
        url_limit=3500,
        link="https://mt.qcri.org/api/v1/ref",
        hint="Arabic, English and Spanish only.",
    ),
    Provider(
        name="papago",
        title="Papago",
        translator="PapagoTranslator",
        needs=("PAPAGO_CLIENT_ID", "PAPAGO_CLIENT_SECRET"),
        limit=5000,
        link="https://developers.naver.com",
        hint="Naver closed this interface in February 2024; deep-translator has no other yet.",
    ),
    Provider(
        name="yandex",
        title="Yandex Translate",
        translator="YandexTranslator",
        needs=("YANDEX_API_KEY",),
        limit=10_000,
        detects_source=True,
        link="https://translate.yandex.com/developers",
        hint="Yandex closed this interface; deep-translator has no other yet.",
    ),
)
