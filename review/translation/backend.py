"""deep-translator behind one call."""

import logging
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from .failure import Failure, Kind, scrubbed
from .languages import provider_codes
from .patience import Patience
from .provider import Provider
from .transport import Requests, Transport, current_transport, sending_through

# Environment variable to parameter of deep-translator's class.
_PARAMETERS = {
    "BAIDU_APPID": "appid",
    "BAIDU_APPKEY": "appkey",
    "DEEPL_API_KEY": "api_key",
    "LIBRETRANSLATE_URL": "custom_url",
    "LIBRE_API_KEY": "api_key",
    "MICROSOFT_API_KEY": "api_key",
    "MICROSOFT_REGION": "region",
    "MYMEMORY_EMAIL": "email",
    "OPEN_API_KEY": "api_key",
    "OPEN_API_MODEL": "model",
    "PAPAGO_CLIENT_ID": "client_id",
    "PAPAGO_CLIENT_SECRET": "secret_key",
    "QCRI_API_KEY": "api_key",
    "YANDEX_API_KEY": "api_key",
}
_NO_SECRET = {"LIBRETRANSLATE_URL", "MICROSOFT_REGION", "OPEN_API_MODEL"}


class Backend:
    """One provider, one language pair. Raises TranslationError for what goes wrong, without secrets."""

    def __init__(
        self, provider: Provider, settings: Mapping[str, str], languages: tuple[str, str], patience: Patience
    ) -> None:
        self._provider = provider
        secrets = tuple(value for name, value in settings.items() if name not in _NO_SECRET)
        self._transport = Transport(provider.name, secrets, patience)
        self._translator = self._guarded(self._made, settings)
        self.close()
        known = self._translator.get_supported_languages(as_dict=True)
        # Set afterwards: the constructors know fewer codes than the providers, and some the wrong ones.
        self._translator.source, self._translator.target = provider_codes(provider, *languages, known)

    def close(self) -> None:
        self._transport.close()

    def translate(self, text: str) -> str:
        """The translation of a text that fits into one request."""
        return str(self._guarded(self._translated, text))

    def _translated(self, text: str) -> str:
        options = {"domain": "general"} if self._provider.name == "qcri" else {}
        found = self._translator.translate(text, **options)
        if isinstance(found, list):  # Yandex
            found = "\n".join(found)
        if not isinstance(found, str) or not found.strip():
            raise Failure(Kind.ANSWER, "it was empty")
        return found.strip()

    def _guarded(self, call: Any, argument: Any) -> Any:
        try:
            with sending_through(self._transport):
                return call(argument)
        except Failure as failure:
            failed = failure
        except Exception as error:
            # deep-translator raises KeyError, AttributeError and a bare Exception over answers that it
            # cannot read, and errors of its own that quote the key.
            failed = Failure(Kind.ANSWER, type(error).__name__)
        # Outside the handler, so that no traceback leads back to an address or a key.
        raise failed.explained(self._provider, self._transport.secrets)

    def _made(self, settings: Mapping[str, str]) -> Any:
        import deep_translator  # loads BeautifulSoup: 0.2 s that only a translation should cost

        kind = getattr(deep_translator, self._provider.translator)
        _equip(kind)
        # "auto" passes every constructor, whatever its table of languages.
        translator = kind(source="auto", target="auto", **_arguments(self._provider.name, settings))
        if self._provider.name == "libre":
            translator.api_key = settings.get("LIBRE_API_KEY", "")
        return translator


def _arguments(provider: str, settings: Mapping[str, str]) -> dict[str, Any]:
    arguments: dict[str, Any] = {_PARAMETERS[name]: value for name, value in settings.items()}
    if provider == "deepl":
        arguments["use_free_api"] = arguments["api_key"].endswith(":fx")
    if provider == "libre":
        # The constructor insists on a key, though most servers want none.
        arguments = {"api_key": "none", "custom_url": _base(settings["LIBRETRANSLATE_URL"])}
    return arguments


def _base(url: str) -> str:
    return url.rstrip("/").removesuffix("/translate") + "/"


def _equip(kind: type) -> None:
    module: Any = sys.modules[kind.__module__]
    if hasattr(module, "requests"):
        module.requests = Requests()
    else:  # ChatGPT, through a package that asks for a session instead
        vars(import_module("openai"))["requestssession"] = Requests
    logging.getLogger("urllib3.connectionpool").addFilter(_hide_secrets)


def _hide_secrets(record: logging.LogRecord) -> bool:
    # With logging at DEBUG, urllib3 writes down whole addresses.
    transport = current_transport()
    if transport is not None:
        record.msg, record.args = scrubbed(record.getMessage(), transport.secrets), ()
    return True
