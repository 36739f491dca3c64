"""serve: whom it lets in."""

import socket

import pytest

from review.cli.serving import is_loopback


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "review.example.org"])
def test_an_address_that_others_reach_is_refused_with_the_reason(call, host: str) -> None:
    said = call("serve", "--host", host, "--port", 0, status=2).stderr
    assert "no accounts" in said
    assert "--behind-proxy" in said


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "localhost", "::1", "[::1]"])
def test_this_machine_may_always_come_in(host: str) -> None:
    assert is_loopback(host)


def test_a_port_that_is_taken_is_a_clear_error(call) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        said = call("serve", "--port", taken.getsockname()[1], status=2).stderr
    assert "Choose another --port" in said
