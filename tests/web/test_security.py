"""What the server refuses, whatever the page."""

from flask import Flask
from flask.testing import FlaskClient

from review.store.engine import Store
from review.web import create_app


def test_a_form_on_another_site_does_nothing(client: FlaskClient, document_id: int) -> None:
    for headers in (
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
    ):
        assert client.post("/segments/1/accept", headers=headers).status_code == 403
    for headers in ({"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://localhost"}):
        assert client.post("/segments/1/accept", headers=headers).status_code == 303


def test_another_host_name_is_refused(app: Flask) -> None:
    # A page elsewhere can have its own name resolve to this machine.
    assert app.test_client().get("/", headers={"Host": "elsewhere.example"}).status_code == 400


def test_pages_allow_no_foreign_script(client: FlaskClient) -> None:
    headers = client.get("/").headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_session_outlives_the_server(lite: Store, app: Flask) -> None:
    client = app.test_client()
    client.post("/name", data={"reviewer": "Ada"})
    cookie = client.get_cookie("mt_review")
    assert cookie
    again = create_app(lite, hosts=["localhost"]).test_client()
    again.set_cookie("mt_review", cookie.value)
    assert "Ada" in again.get("/").text
