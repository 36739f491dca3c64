"""A server that is killed while people save loses no save that it acknowledged."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from review.models import Document, Segment
from review.store.documents import add_document, load_document
from review.store.engine import open_store

_PEOPLE = 8


class _Server:
    """`mt-review serve` as a process of its own."""

    def __init__(self, database: str) -> None:
        command = [sys.executable, "-m", "review", "serve", "--database", database, "--port", "0"]
        environment = os.environ | {"PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
        )
        assert self.process.stdout
        found = re.search(r"http://\S+", self.process.stdout.readline())
        assert found, "the server does not say where it is"
        self.address = found[0].rstrip("/")

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        assert self.process.stdout
        self.process.stdout.close()


@pytest.fixture
def document_id(database: str) -> int:
    store = open_store(database)
    segments = tuple(Segment(f"Satz {n}.", f"Sentence {n}.") for n in range(_PEOPLE))
    with store.writing() as connection:
        number = add_document(connection, Document(segments, "de", "en", title="t"), now=store.now())
    store.close()
    return number


@pytest.fixture
def servers() -> Iterator[list[_Server]]:
    started: list[_Server] = []
    yield started
    for server in started:
        if server.process.poll() is None:
            server.kill()


def _save_until_killed(address: str, segment: int, saved: dict[int, str], enough: threading.Barrier) -> None:
    with requests.Session() as session:
        session.post(f"{address}/name", data={"reviewer": f"R{segment}"}, timeout=10)
        for revision in range(10_000):
            text = f"segment {segment}, revision {revision + 1}"
            form = {"target": text, "base": revision}
            try:
                answer = session.post(
                    f"{address}/segments/{segment}/target",
                    data=form,
                    headers={"X-Partial": "1"},
                    timeout=10,
                )
            except requests.RequestException:
                return
            assert answer.ok, answer.text
            saved[segment] = text
            if revision == 2:
                enough.wait(timeout=60)


def test_no_acknowledged_save_is_lost_and_it_starts_again(
    database: str, document_id: int, servers: list[_Server], tmp_path: Path
) -> None:
    servers.append(_Server(database))
    saved: dict[int, str] = {}
    enough = threading.Barrier(_PEOPLE + 1)
    people = [
        threading.Thread(target=_save_until_killed, args=(servers[0].address, number + 1, saved, enough))
        for number in range(_PEOPLE)
    ]
    for one in people:
        one.start()
    enough.wait(timeout=60)  # everybody has saved three times and goes on saving
    servers[0].kill()
    for one in people:
        one.join()
    store = open_store(database)
    with store.reading() as connection:
        kept = {one.id: one for one in load_document(connection, document_id).segments}
    store.close()
    for number, text in saved.items():
        acknowledged = int(text.rsplit(" ", 1)[1])
        # A save whose answer was cut off may be there; one that was answered must be.
        assert kept[number].revision in (acknowledged, acknowledged + 1)
    servers.append(_Server(database))
    assert requests.get(f"{servers[1].address}/documents/{document_id}", timeout=10).ok
