"""One request to an OpenAI-compatible address: https://platform.openai.com/docs/api-reference/chat."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import requests

from ...errors import UsageError
from ..failure import OriginError
from .prompt import Message
from .waits import Waits

URL, KEY, MODEL = "MT_REVIEW_LLM_URL", "MT_REVIEW_LLM_KEY", "MT_REVIEW_LLM_MODEL"
_LARGEST = 2_000_000  # bytes; an answer is far smaller
_PASSING = {408, 425, 429, 500, 502, 503, 504, 529}


@dataclass(frozen=True, slots=True)
class Reply:
    """What the model wrote, and how many tokens question and answer had, where the server says so."""

    text: str
    asked: int
    answered: int


class _Passing(Exception):
    """A failure after which the same request may succeed. `wait` is what the server asked for."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


class _NoTemperature(Exception):
    """The model does not let its temperature be set."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model is reached. The key is never shown, nor are answers of the server that quote it."""

    url: str
    model: str
    key: str = field(default="", repr=False)
    waits: Waits = field(default_factory=Waits)

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> "Endpoint":
        """The one that the environment names. Raises UsageError for what is missing or wrong in it."""
        missing = [name for name in (URL, MODEL) if not environ.get(name, "").strip()]
        if missing:
            raise UsageError(f"A language model needs {' and '.join(missing)} in the environment.")
        url = environ[URL].strip().rstrip("/").removesuffix("/chat/completions")
        if not _is_web_address(url):
            raise UsageError(f"{URL} is no web address. Write it like http://localhost:11434/v1")
        key = environ.get(KEY, "").strip()
        if not key.isascii() or not key.isprintable():
            raise UsageError(f"{KEY} has characters that no key has.")
        return cls(url, environ[MODEL].strip(), key)

    def ask(self, messages: Sequence[Message]) -> Reply:
        """The model's answer, after as many attempts as it takes and `waits` allows. Raises OriginError."""
        for attempt in range(2, self.waits.attempts + 1):
            try:
                return self._attempt(messages)
            except _Passing as failure:
                wait = failure.wait
            self.waits.sleep(self.waits.before(attempt, wait))
        try:
            return self._attempt(messages)
        except _Passing as failure:
            reason = str(failure)
        raise self._failed(f"{reason}, {self.waits.attempts} times. Try again later")

    def _attempt(self, messages: Sequence[Message]) -> Reply:
        try:
            return self._sent({"model": self.model, "messages": list(messages), "temperature": 0})
        except _NoTemperature:  # some models take none but their own
            return self._sent({"model": self.model, "messages": list(messages)})

    def _sent(self, body: dict[str, Any]) -> Reply:
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        try:
            with requests.post(
                f"{self.url}/chat/completions",
                json=body,
                headers=headers,
                timeout=self.waits.timeout,
                allow_redirects=False,  # the key is for this address alone
                stream=True,
            ) as response:
                status, wait = response.status_code, response.headers.get("Retry-After", "")
                content = self._content(response)
        except requests.RequestException as error:
            reason = "did not answer in time" if isinstance(error, requests.Timeout) else "cannot be reached"
        else:
            if status == 400 and "temperature" in body and b"temperature" in content:
                raise _NoTemperature
            self._check(status, wait, content)
            return self._reply(content)
        raise _Passing(reason)  # outside the handler: the errors of `requests` hold the address

    def _content(self, response: requests.Response) -> bytes:
        # The time-out of `requests` starts anew with every byte that trickles in.
        end, content = self.waits.clock() + self.waits.timeout, bytearray()
        for chunk in response.iter_content(65_536):
            content += chunk
            if self.waits.clock() > end:
                raise requests.Timeout
            if len(content) > _LARGEST:
                raise self._failed("sent more than an answer can be")
        return bytes(content)

    def _check(self, status: int, wait: str, content: bytes) -> None:
        if status in _PASSING:
            raise _Passing(f"answered {status}", float(wait) if wait.strip().isdecimal() else None)
        if status in (401, 403):
            raise self._failed(f"refused the key ({status}). Check {KEY}")
        if status != 200:
            raise self._failed(
                f"refused the request ({self._said(status, content)}). Check {URL} and {MODEL}"
            )

    def _said(self, status: int, content: bytes) -> str:
        try:
            said = json.loads(content)["error"]
            message = said["message"] if isinstance(said, dict) else said
        except (ValueError, LookupError, TypeError):
            return str(status)
        words = " ".join(str(message).split())
        return f"{status}: {words.replace(self.key, '…') if self.key else words}"[:200]

    def _reply(self, content: bytes) -> Reply:
        try:
            answer: Any = json.loads(content)
            text = answer["choices"][0]["message"]["content"]
            usage = answer.get("usage") or {}
            tokens = int(usage.get("prompt_tokens") or 0), int(usage.get("completion_tokens") or 0)
        except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError):
            text, tokens = None, (0, 0)
        if not isinstance(text, str):
            raise self._failed("sent no usable answer. Check that the address speaks OpenAI's protocol")
        return Reply(text, *tokens)

    def _failed(self, reason: str) -> OriginError:
        host = urlsplit(self.url).netloc.rpartition("@")[2]
        return OriginError(f"The language model at {host} {reason}.")


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
