"""The requests of deep-translator, with an end to them.

deep-translator calls `requests.get` and `requests.post` without a time-out, so that a silent server
holds its caller for ever, and tells neither a lost network from a wrong key nor a long pause from a
short one. It offers no place for a session. Therefore the name `requests` in its modules is given to
`Requests` below, once: it sends what a `Transport` of this context asks for through that, and anything
else, such as another package that uses deep-translator, through the library as before. Nothing is
switched back and forth, so threads cannot meet in between.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from http.cookiejar import DefaultCookiePolicy
from typing import Any
from urllib.parse import urlsplit

import requests
from requests import exceptions
from urllib3.exceptions import ReadTimeoutError

from .adaptation import Request, adapted
from .answer import Answer, check_answer
from .failure import Failure, Kind
from .patience import Patience

_LARGEST = 10_000_000  # bytes; a translation is far smaller


class Transport:
    """Sends the requests of one provider; used by one thread."""

    def __init__(self, provider: str, secrets: tuple[str, ...], patience: Patience) -> None:
        self.secrets = secrets
        self._provider = provider
        self._patience = patience
        self._session = requests.Session()
        # Every request shall be like the first one.
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))

    def close(self) -> None:
        """Let the connections go; a later request opens new ones."""
        self._session.close()

    def get(self, url: str, **options: Any) -> Answer:
        return self.request("GET", url, **options)

    def post(self, url: str, **options: Any) -> Answer:
        return self.request("POST", url, **options)

    def request(self, method: str, url: str, **options: Any) -> Answer:
        """The answer, after as many attempts as it takes and patience allows. Raises Failure."""
        request = adapted(self._provider, Request(method, url, options))
        end = self._patience.clock() + self._patience.total
        for attempt in range(1, self._patience.attempts):
            try:
                return self._attempt(request)
            except Failure as failure:
                self._wait(failure, attempt, end)
        return self._attempt(request)

    def _wait(self, failure: Failure, attempt: int, end: float) -> None:
        pause = self._patience.pause(attempt, failure.wait)
        if not failure.passes or self._patience.clock() + pause > end:
            raise failure
        self._patience.sleep(pause)

    def _attempt(self, request: Request) -> Answer:
        # The errors of `requests` hold the address, and that may hold the key: none is passed on.
        try:
            answer = self._fetch(request)
        except exceptions.RequestException as error:
            failure = Failure(_kind(error), _host(request.url))
        else:
            check_answer(answer)
            return answer
        raise failure

    def _fetch(self, request: Request) -> Answer:
        options = {**request.options, "timeout": self._patience.timeout, "stream": True}
        end = self._patience.clock() + self._patience.timeout
        with self._session.request(request.method, request.url, **options) as response:
            content = self._content(response, end)
            encoding = response.encoding or "utf-8"
            return Answer(response.status_code, content, encoding, response.headers)

    def _content(self, response: requests.Response, end: float) -> bytes:
        # The time-out of `requests` starts anew with every byte that trickles in.
        content = bytearray()
        for chunk in response.iter_content(65_536):
            content += chunk
            if self._patience.clock() > end:
                raise exceptions.ReadTimeout
            if len(content) > _LARGEST:
                raise exceptions.ContentDecodingError
        return bytes(content)


class Requests:
    """Stands for the library `requests` inside deep-translator, and for a session of it."""

    proxies: None = None

    def get(self, url: str, **options: Any) -> Any:
        return (_current.get() or requests).get(url, **options)

    def post(self, url: str, **options: Any) -> Any:
        return (_current.get() or requests).post(url, **options)

    def request(self, method: str, url: str, **options: Any) -> Any:
        return (_current.get() or requests).request(method, url, **options)

    def close(self) -> None:
        """The transport is closed by its owner."""

    def __getattr__(self, name: str) -> Any:
        return getattr(requests, name)


_current: ContextVar[Transport | None] = ContextVar("transport", default=None)


@contextmanager
def sending_through(transport: Transport) -> Iterator[None]:
    """What deep-translator requests in this block goes through the transport."""
    token = _current.set(transport)
    try:
        yield
    finally:
        _current.reset(token)


def current_transport() -> Transport | None:
    """The transport of the present block."""
    return _current.get()


# The first that fits: requests' connection errors derive from each other.
_KINDS: tuple[tuple[type[Exception], Kind], ...] = (
    (exceptions.Timeout, Kind.TIMEOUT),
    (exceptions.SSLError, Kind.CERTIFICATE),
    (exceptions.ConnectionError, Kind.UNREACHABLE),
    (exceptions.ChunkedEncodingError, Kind.UNREACHABLE),
    (exceptions.ContentDecodingError, Kind.ANSWER),
    (exceptions.TooManyRedirects, Kind.ANSWER),
)


def _kind(error: Exception) -> Kind:
    if any(isinstance(cause, ReadTimeoutError) for cause in error.args):
        return Kind.TIMEOUT  # in the middle of an answer, requests takes it for a lost connection
    # Whatever else requests raises before it sends is about the address.
    return next((kind for family, kind in _KINDS if isinstance(error, family)), Kind.ADDRESS)


def _host(url: str) -> str:
    try:
        parts = urlsplit(url)
        return parts.netloc.rpartition("@")[2]
    except ValueError:
        return ""
