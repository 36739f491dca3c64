"""The list of articles, the import form, and the download."""

import io
import re
from dataclasses import replace

from flask.testing import FlaskClient

from review.models import Document
from review.store.documents import add_document, load_document, set_risks
from review.store.engine import Store


def test_an_empty_list_says_how_to_begin(client: FlaskClient) -> None:
    assert "There is no article yet" in client.get("/").text


def test_pasted_texts_become_an_article_to_review(client: FlaskClient, lite: Store) -> None:
    form = {
        "source": "Die Brücke\r\n\r\nSie ist zu. Der Fluss steigt.",
        "target": "The bridge\r\n\r\nShe is closed. The river rises.",
        "source_lang": "de",
        "target_lang": "en",
    }
    answer = client.post("/import", data=form)
    assert answer.location == "/documents/1"
    with lite.reading() as connection:
        pairs = [(one.source, one.target) for one in load_document(connection, 1).segments]
    assert pairs == [
        ("Die Brücke", "The bridge"),
        ("Sie ist zu.", "She is closed."),
        ("Der Fluss steigt.", "The river rises."),
    ]


def test_a_wrong_language_keeps_what_was_pasted(client: FlaskClient) -> None:
    form = {"source": "Ein Text.", "target": "A text.", "source_lang": "german", "target_lang": "en"}
    answer = client.post("/import", data=form)
    assert answer.status_code == 400
    assert "Ein Text." in answer.text
    assert "Nothing was stored" in answer.text
    assert "There is no article yet" in client.get("/").text


def test_nothing_pasted_is_a_clear_error(client: FlaskClient) -> None:
    answer = client.post(
        "/import", data={"source": " ", "target": "", "source_lang": "de", "target_lang": "en"}
    )
    assert answer.status_code == 400
    assert "There is no text" in answer.text


def test_an_uploaded_file_with_two_documents_leads_to_the_list(client: FlaskClient) -> None:
    line = '{"id": "%s", "lang_pair": "de-en", "segments": [{"source": "Ja.", "target": "Yes."}]}\n'
    upload = (io.BytesIO((line % "a" + line % "b").encode()), "two.jsonl")
    answer = client.post("/import", data={"files": upload}, content_type="multipart/form-data")
    assert answer.location == "/"
    assert client.get("/").text.count("<li>") >= 2


def test_a_file_that_cannot_be_read_stores_nothing(client: FlaskClient) -> None:
    good = (
        io.BytesIO(b'{"id": "a", "lang_pair": "de-en", "segments": [{"source": "Ja.", "target": "Yes."}]}'),
        "a.jsonl",
    )
    bad = (io.BytesIO(b"{broken"), "b.jsonl")
    answer = client.post("/import", data={"files": [good, bad]}, content_type="multipart/form-data")
    assert answer.status_code == 400
    assert "b.jsonl" in answer.text
    assert "There is no article yet" in client.get("/").text


def test_the_download_holds_the_corrected_text(client: FlaskClient, document_id: int) -> None:
    client.post("/segments/1/target", data={"target": "The bridge is shut.", "base": 0})
    answer = client.get(f"/documents/{document_id}/export?format=text")
    assert "The bridge is shut." in answer.text
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=article-")


def test_an_unknown_download_format_is_a_clear_error(client: FlaskClient, document_id: int) -> None:
    answer = client.get(f"/documents/{document_id}/export?format=docx9")
    assert answer.status_code == 400
    assert "docx9" in answer.text


def test_search_finds_titles_and_language_pairs(client: FlaskClient, document_id: int) -> None:
    assert "The bridge is closed" in client.get("/?q=BRIDGE").text
    assert "The bridge is closed" in client.get("/?q=de-en").text
    assert "No article fits" in client.get("/?q=submarine").text


def test_the_riskiest_articles_come_first_or_the_newest(
    client: FlaskClient, lite: Store, article: Document
) -> None:
    with lite.writing() as connection:
        first = add_document(connection, replace(article, title="Old and risky"), now=lite.now())
        add_document(connection, replace(article, title="New and safe"), now=lite.now())
        set_risks(connection, first, 0.8, {})
    assert re.findall(r"(Old|New) and", client.get("/").text)[0] == "Old"
    assert re.findall(r"(Old|New) and", client.get("/?order=new").text)[0] == "New"


def test_each_check_has_its_page(client: FlaskClient) -> None:
    index = client.get("/checks").text
    assert "repeated-word" in index
    page = client.get("/checks/repeated-word").text
    assert "Why it matters" in page
    assert client.get("/checks/no-such-check").status_code == 404
