"""What a user is told when a provider does not deliver, and what is tried before."""

import logging
import socket
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import count

import pytest

from review.errors import TranslationError
from review.translation import Patience, translate

KEY = "secret/key+1"
PAIR = {"provider": "libre", "source_lang": "de", "target_lang": "en"}


@pytest.fixture
def ask(server, patience):
    """Translate one word and return it."""

    def call(**changes):
        environ = {**server.environ, "LIBRE_API_KEY": KEY}
        return next(translate(["Ja"], **PAIR, environ=environ, patience=replace(patience, **changes)))

    return call


def refusal(call, **changes) -> str:
    with pytest.raises(TranslationError) as caught:
        call(**changes)
    error = caught.value
    assert error.__cause__ is None and error.__context__ is None, "a log would show the address"
    assert KEY not in str(error) and "secret" not in str(error)
    return str(error)


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503])
def test_what_may_pass_is_tried_again_after_growing_pauses(server, ask, reply, pauses, status):
    server.replies.extend([reply(status)] * 3)
    assert ask() == "JA"
    assert pauses == [1, 2, 4]


def test_a_dropped_connection_is_tried_again(server, ask, reply, pauses):
    server.replies.extend(
        [reply(drop=True), reply(body="{", headers={"Content-Length": "9"}), reply(drop=True)]
    )
    server.replies[1].headers["Connection"] = "close"
    assert ask() == "JA"
    assert len(pauses) == 3


def test_the_server_says_how_long_to_wait(server, ask, reply, pauses):
    server.replies.append(reply(429, headers={"Retry-After": "7"}))
    assert ask() == "JA"
    assert pauses == [7.25]


def test_the_server_may_say_it_as_a_date(server, ask, reply, pauses):
    moment = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)
    server.replies.append(reply(503, headers={"Retry-After": moment}))
    assert ask() == "JA"
    assert 50 < pauses[0] < 61


def test_nobody_waits_an_hour(server, ask, reply, pauses):
    server.replies.append(reply(429, headers={"Retry-After": "3600"}))
    assert "LibreTranslate has had too many requests (429). Wait" in refusal(ask)
    assert pauses == []


def test_an_unreadable_wish_is_not_obeyed(server, ask, reply, pauses):
    server.replies.append(reply(429, headers={"Retry-After": "soon"}))
    assert ask() == "JA"
    assert pauses == [1]


def test_attempts_come_to_an_end(server, ask, reply):
    server.replies.extend([reply(503, {"error": "model is loading"})] * 9)
    message = refusal(ask)
    assert message == "LibreTranslate has trouble of its own (503: model is loading). Try again later."
    assert len(server.seen) == 4


def test_all_attempts_together_come_to_an_end(server, ask, reply):
    server.replies.extend([reply(500)] * 9)
    clock = count(step=20)
    refusal(ask, clock=lambda: next(clock), timeout=1000, attempts=100)
    assert len(server.seen) < 6


def test_a_silent_server_is_not_waited_for(server, ask, reply, pauses):
    server.replies.extend([reply(silent=True)] * 2)
    message = refusal(ask, timeout=0.2, attempts=2)
    assert message.startswith("LibreTranslate did not answer in time (127.0.0.1:")
    assert len(pauses) == 1


def test_an_answer_that_stops_in_the_middle_is_not_waited_for(server, ask, reply):
    server.replies.append(reply(body="{", headers={"Content-Length": "99"}))
    assert "did not answer in time" in refusal(ask, timeout=0.2, attempts=1)


def test_an_answer_that_trickles_in_is_cut_off(server, ask):
    clock = count(step=40)
    assert "did not answer in time" in refusal(ask, clock=lambda: next(clock), total=10_000)


def test_an_endless_answer_is_cut_off(server, ask, reply):
    server.replies.append(reply(body={"translatedText": "x" * 11_000_000}))
    assert "no usable answer" in refusal(ask)


@pytest.mark.parametrize("status", [401, 403])
def test_a_wrong_key_is_not_tried_again(server, ask, reply, pauses, status):
    server.replies.append(reply(status, {"error": f"Invalid key {KEY}"}))
    message = refusal(ask)
    assert message.startswith(f"LibreTranslate refused the key ({status}: Invalid key …).")
    assert message.endswith("Check LIBRETRANSLATE_URL and LIBRE_API_KEY.")
    assert pauses == []


@pytest.mark.parametrize(
    ("status", "text"),
    [(456, ""), (402, ""), (429, "Quota exceeded"), (403, "Out of call volume quota.")],
)
def test_a_used_up_quota_is_not_tried_again(server, ask, reply, pauses, status, text):
    server.replies.append(reply(status, {"error": {"message": text}}))
    assert "the quota is used up" in refusal(ask)
    assert pauses == []


def test_an_unsupported_pair_is_explained_by_the_server(server, ask, reply, pauses):
    server.replies.append(reply(400, {"error": "de is not supported"}))
    assert refusal(ask) == (
        "LibreTranslate refused the request (400: de is not supported). It may not know the language pair."
    )
    assert pauses == []


@pytest.mark.parametrize(
    "body",
    ["", "{", "<html>Welcome</html>", "[]", "{}", "null", '"text"', '{"translatedText": null}',
     '{"translatedText": " "}', '{"translatedText": 5}', '{"other": "x"}'],
)  # fmt: skip
def test_an_answer_without_a_translation_is_an_error(server, ask, reply, body):
    server.replies.append(reply(body=body))
    assert "LibreTranslate sent no usable answer" in refusal(ask)


def test_an_error_in_a_good_answer_is_no_translation(server, ask, reply):
    server.replies.append(reply(body={"error": "out of memory", "translatedText": "out of memory"}))
    assert "out of memory" in refusal(ask)


def test_a_redirection_in_circles_is_an_error(server, ask, reply):
    server.replies.extend([reply(307, headers={"Location": "/translate"})] * 40)
    assert "no usable answer" in refusal(ask)


def test_without_a_server_the_network_is_named(patience, pauses):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environ = {"LIBRETRANSLATE_URL": f"http://name:{'pass' * 2}@127.0.0.1:{port}/"}
    with pytest.raises(TranslationError) as caught:
        list(translate(["Ja"], **PAIR, environ=environ, patience=patience))
    message = f"LibreTranslate cannot be reached (127.0.0.1:{port}). Check the network and the address."
    assert str(caught.value) == message
    assert len(pauses) == 3


@pytest.mark.parametrize("address", ["localhost:5000", "http://", "ftp://x", "http://[::1", "nonsense"])
def test_a_wrong_address_is_not_tried_again(patience, pauses, address):
    environ = {"LIBRETRANSLATE_URL": address}
    with pytest.raises(TranslationError, match=r"the address is wrong.*Check LIBRETRANSLATE_URL"):
        list(translate(["Ja"], **PAIR, environ=environ, patience=patience))
    assert pauses == []


def test_the_key_is_not_logged_either(server, ask, caplog):
    with caplog.at_level(logging.DEBUG):
        ask()
    assert "/translate" in caplog.text
    assert "secret" not in caplog.text


def test_pauses_grow_to_a_bound_and_differ_by_chance():
    short = Patience(first_pause=1, longest_pause=10, jitter=lambda: 0.0)
    long = replace(short, jitter=lambda: 1.0)
    assert [short.pause(attempt, None) for attempt in range(1, 7)] == [0.5, 1, 2, 4, 5, 5]
    assert [long.pause(attempt, None) for attempt in range(1, 7)] == [1, 2, 4, 8, 10, 10]
