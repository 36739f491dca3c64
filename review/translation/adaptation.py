"""Where a provider has moved on and deep-translator has not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Request:
    """A request as deep-translator makes it: `options` are the keywords of `requests.request`."""

    method: str
    url: str
    options: Mapping[str, Any]


def adapted(provider: str, request: Request) -> Request:
    """The request as the provider takes it today."""
    adapt = _ADAPTATIONS.get(provider)
    return adapt(request) if adapt else request


def _deepl(request: Request) -> Request:
    # Since January 2026 DeepL takes neither GET nor a key in the address:
    # https://developers.deepl.com/docs/resources/breaking-changes-change-notices
    asked = request.options["params"]
    body = {"text": [asked["text"]], "target_lang": asked["target_lang"]}
    if asked["source_lang"] != "auto":
        body["source_lang"] = asked["source_lang"]
    headers = {"Authorization": f"DeepL-Auth-Key {asked['auth_key']}"}
    return Request("POST", request.url, {"json": body, "headers": headers})


def _mymemory(request: Request) -> Request:
    # deep-translator sends the article in the clear, though the service has a certificate.
    safe = request.url.replace("http://api.mymemory.", "https://api.mymemory.", 1)
    return Request(request.method, safe, request.options)


_ADAPTATIONS: Mapping[str, Callable[[Request], Request]] = {"deepl": _deepl, "mymemory": _mymemory}
