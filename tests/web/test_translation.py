"""Machine translation from the pages, with a server on this machine."""

import pytest
from flask.testing import FlaskClient
from libretranslate import Reply, Server

from review.store.documents import load_document
from review.store.engine import Store

_FORM = {
    "source": "Die Brücke\n\nSie ist zu. Der Fluss steigt.",
    "source_lang": "de",
    "target_lang": "en",
    "provider": "libre",
}


@pytest.fixture(autouse=True)
def address(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIBRETRANSLATE_URL", server.url)


def _texts(store: Store, document_id: int = 1) -> list[tuple[str, str, int]]:
    with store.reading() as connection:
        return [
            (one.machine, one.target, one.revision) for one in load_document(connection, document_id).segments
        ]


def test_a_source_alone_is_translated_and_then_reviewed(client: FlaskClient, lite: Store) -> None:
    progress = client.post("/import", data=_FORM)
    assert progress.location == "/documents/1/translation?provider=libre"
    assert "0 of 3 segments" in client.get(progress.location).text
    done = client.post("/documents/1/translation", data={"provider": "libre"})
    assert done.location == "/documents/1"
    assert _texts(lite) == [
        ("DIE BRÜCKE", "DIE BRÜCKE", 0),
        ("SIE IST ZU.", "SIE IST ZU.", 0),
        ("DER FLUSS STEIGT.", "DER FLUSS STEIGT.", 0),
    ]
    assert "libre" in client.get("/").text, "the system that made the translation is named"


def test_what_is_finished_is_kept_and_the_rest_can_be_fetched_later(
    client: FlaskClient, lite: Store, server: Server
) -> None:
    client.post("/import", data=_FORM)
    server.replies.extend(
        [Reply(body={"translatedText": "The bridge"}), Reply(status=403, body={"error": "no"})]
    )
    failed = client.post("/documents/1/translation", data={"provider": "libre"})
    assert failed.status_code == 502
    assert "1 of 3 segments are translated and kept" in failed.text
    assert [machine for machine, _, _ in _texts(lite)] == ["The bridge", "", ""]
    client.post("/documents/1/translation", data={"provider": "libre"})
    assert [machine for machine, _, _ in _texts(lite)] == ["The bridge", "SIE IST ZU.", "DER FLUSS STEIGT."]


def test_translate_again_is_a_revision_that_nobody_has_reviewed(
    client: FlaskClient, lite: Store, document_id: int
) -> None:
    client.post("/segments/1/translate", data={"provider": "libre", "base": 0})
    machine, target, revision = _texts(lite, document_id)[0]
    assert (machine, target, revision) == ("The bridge is closed.", "DIE BRÜCKE IST ZU.", 1)
    assert "had it translated again" in client.get("/segments/1/history").text
    with lite.reading() as connection:
        assert not load_document(connection, document_id).segments[0].reviewed


def test_a_missing_address_is_named_and_nothing_changes(
    client: FlaskClient, lite: Store, document_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LIBRETRANSLATE_URL")
    answer = client.post("/segments/1/translate", data={"provider": "libre", "base": 0})
    assert answer.status_code == 502
    assert "LIBRETRANSLATE_URL" in answer.text
    assert _texts(lite, document_id)[0][2] == 0


def test_a_provider_without_its_key_cannot_be_chosen(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DEEPL_API_KEY", raising=False)
    page = client.get("/import").text
    assert 'value="deepl" disabled' in page
    assert "DEEPL_API_KEY" in page
