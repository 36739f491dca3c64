"""A second opinion from the pages, with a server on this machine."""

import pytest
from flask import Flask, render_template
from flask.testing import FlaskClient
from libretranslate import Reply, Server

from review.store.engine import Store
from review.translation import find_provider
from review.web import opinions as pages
from review.workflow.pages import open_document


@pytest.fixture(autouse=True)
def address(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIBRETRANSLATE_URL", server.url)
    texts = ("The crossing is closed.", "It will be repaired until May.", "That costs 15 euros.")
    server.replies.extend(Reply(body={"translatedText": text}) for text in texts)


def _flagged(store: Store, document_id: int) -> list[str]:
    rows = open_document(store, document_id).rows
    return [flag.issue.code for flag in rows[0].flags]


def test_an_article_that_is_only_looked_at_is_sent_to_nobody(
    client: FlaskClient, document_id: int, server: Server
) -> None:
    client.get(f"/documents/{document_id}")
    page = client.get(f"/documents/{document_id}/opinion?provider=libre").text
    assert "0 of 3 segments" in page
    assert "data-go-on" not in page, "it must not begin by itself"
    assert server.seen == []


def test_asked_for_it_flags_words_and_leads_back(client: FlaskClient, lite: Store, document_id: int) -> None:
    answer = client.post(f"/documents/{document_id}/opinion", data={"provider": "libre"})
    assert answer.status_code == 303
    assert answer.location == f"/documents/{document_id}?show=flagged"
    assert _flagged(lite, document_id) == ["unsupported-word"]
    page = client.get(answer.location).text
    assert "No other engine has “bridge”: libre has “crossing” there." in page


def test_what_takes_longer_goes_on_from_a_page_that_says_how_far_it_is(
    client: FlaskClient, document_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "_SECONDS_AT_A_TIME", -1)
    answer = client.post(f"/documents/{document_id}/opinion", data={"provider": "libre"})
    assert answer.location == f"/documents/{document_id}/opinion?provider=libre"
    page = client.get(answer.location).text
    assert "1 of 3 segments" in page
    assert "data-go-on" in page


def test_a_failure_is_a_page_that_says_what_is_kept(
    client: FlaskClient, document_id: int, server: Server
) -> None:
    server.replies.insert(1, Reply(status=403, body={"error": "no"}))
    failed = client.post(f"/documents/{document_id}/opinion", data={"provider": "libre"})
    assert failed.status_code == 502
    assert "1 of 3 segments are fetched and kept" in failed.text


@pytest.mark.parametrize(
    ("address", "status"), [("/documents/99/opinion", 404), ("/documents/1/opinion", 400)]
)
def test_unknown_articles_and_providers_are_pages_too(
    client: FlaskClient, document_id: int, address: str, status: int
) -> None:
    provider = "libre" if status == 404 else "nobody"
    assert client.post(address, data={"provider": provider}).status_code == status
    assert client.get(f"{address}?provider={provider}").status_code == status


def test_another_site_cannot_have_an_article_sent(
    client: FlaskClient, document_id: int, server: Server
) -> None:
    answer = client.post(
        f"/documents/{document_id}/opinion",
        data={"provider": "libre"},
        headers={"Origin": "https://elsewhere.example"},
    )
    assert answer.status_code == 403
    assert server.seen == []


def test_the_form_on_the_review_page_names_who_can_be_asked(
    app: Flask, lite: Store, document_id: int
) -> None:
    page, providers = open_document(lite, document_id), [find_provider("libre")]
    with app.test_request_context():
        form = render_template("reviewing/_opinion.html", page=page, providers=providers)
        nobody = render_template("reviewing/_opinion.html", page=page, providers=[])
    assert f'action="/documents/{document_id}/opinion"' in form
    assert 'value="libre"' in form
    assert "gets the source of the whole article" in form
    assert nobody.strip() == ""
