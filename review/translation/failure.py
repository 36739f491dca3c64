"""What can go wrong between this program and a provider, and the words for it."""

import re
from collections.abc import Iterable
from enum import StrEnum
from urllib.parse import quote, quote_plus

from ..errors import TranslationError
from .provider import Provider


class Kind(StrEnum):
    """What went wrong, as text with the provider's `title` and a `detail`."""

    UNREACHABLE = "{title} cannot be reached{detail}. Check the network and the address."
    TIMEOUT = "{title} did not answer in time{detail}. Try again later."
    TOO_MANY = "{title} has had too many requests{detail}. Wait, then try again."
    SERVER = "{title} has trouble of its own{detail}. Try again later."
    KEY = "{title} refused the key{detail}. Check {keys}."
    QUOTA = "{title}: the quota is used up{detail}. Wait for the next period or take another provider."
    REQUEST = "{title} refused the request{detail}. It may not know the language pair."
    ADDRESS = "{title}: the address is wrong{detail}. Check {keys}."
    CERTIFICATE = "{title}: the connection is not safe{detail}. Its certificate is not trusted."
    ANSWER = "{title} sent no usable answer{detail}. Try another provider if that goes on."


PASSING = frozenset({Kind.UNREACHABLE, Kind.TIMEOUT, Kind.TOO_MANY, Kind.SERVER})


class Failure(Exception):
    """A request that failed. `wait` is what the server asked for, in seconds."""

    def __init__(self, kind: Kind, detail: str = "", *, wait: float | None = None) -> None:
        super().__init__(kind.name)
        self.kind = kind
        self.detail = detail
        self.wait = wait

    @property
    def passes(self) -> bool:
        """Whether the same request may succeed later."""
        return self.kind in PASSING

    def explained(self, provider: Provider, secrets: Iterable[str]) -> TranslationError:
        """The failure in words, without any secret."""
        detail = scrubbed(self.detail, secrets)
        keys = " and ".join((*provider.needs, *provider.optional)) or "the address"
        # Without a key there is none to refuse.
        kind = Kind.REQUEST if self.kind is Kind.KEY and not provider.needs else self.kind
        text = str(kind).format(title=provider.title, detail=f" ({detail})" if detail else "", keys=keys)
        return TranslationError(text)


def scrubbed(text: str, secrets: Iterable[str]) -> str:
    """The text on one short line, with … for every secret and for the query of every address."""
    for secret in secrets:
        for written in {secret, quote(secret, safe=""), quote_plus(secret)}:
            text = text.replace(written, "…")
    text = re.sub(r"(https?://[^\s?#]*)[?#]\S*", r"\1?…", text)
    text = " ".join(text.split())
    return text if len(text) <= 200 else text[:199] + "…"
