"""A provider's answer, and what it says when it is no translation."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from .failure import Failure, Kind

# What Baidu says in its own numbers, as HTTP would.
_BAIDU = {
    "52001": 504, "52002": 500, "52003": 401, "54001": 401, "54003": 429, "54004": 402, "54005": 429,
    "58002": 403, "90107": 401,
}  # fmt: skip
_KINDS = {
    401: Kind.KEY,
    403: Kind.KEY,
    402: Kind.QUOTA,
    456: Kind.QUOTA,
    429: Kind.TOO_MANY,
    408: Kind.TIMEOUT,
}
_QUOTA = re.compile(r"\bquota\b|used all available|insufficient (?:balance|credit|funds)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """What deep-translator reads of an answer, already fetched as a whole."""

    status_code: int
    content: bytes
    encoding: str = "utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return self.content.decode(self.encoding, errors="replace")

    def json(self) -> Any:
        return json.loads(self.content)

    def close(self) -> None:
        """Nothing is left open."""


def check_answer(answer: Answer) -> None:
    """Raises Failure where a server says no, in its status or in its text."""
    said = _payload(answer)
    status = answer.status_code if answer.status_code >= 300 else _status_in(said, answer.status_code)
    if not 200 <= status < 300:
        message = _message(said)
        detail = f"{status}: {message}" if message else str(status)
        raise Failure(_kind(status, message), detail, wait=_wait(answer.headers.get("Retry-After", "")))


def _payload(answer: Answer) -> dict[str, Any]:
    try:
        said = answer.json()
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _status_in(said: dict[str, Any], status: int) -> int:
    # MyMemory, Yandex and Baidu answer 200 and put the error into the text. Taken for a translation,
    # it would stand in the article.
    if "error_code" in said:
        return _BAIDU.get(str(said["error_code"]), 400)
    own = str(said.get("responseStatus") or said.get("code") or "")
    if own.isdecimal():
        return int(own)
    return 400 if said.get("error") else status


def _message(said: dict[str, Any]) -> str:
    error = said.get("error")
    if isinstance(error, dict):
        return str(error.get("message", ""))
    found = (error, said.get("message"), said.get("error_msg"), said.get("responseDetails"))
    return next((text for text in found if isinstance(text, str) and text), "")


def _kind(status: int, message: str) -> Kind:
    if _QUOTA.search(message):
        return Kind.QUOTA
    if status >= 500 and status not in {501, 505}:
        return Kind.SERVER
    return _KINDS.get(status, Kind.REQUEST)


def _wait(retry_after: str) -> float | None:
    # RFC 9110, section 10.2.3: seconds or a date.
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        moment = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
