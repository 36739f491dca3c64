"""A client of the pages on a store with one article."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from review.models import Document
from review.store.documents import add_document
from review.store.engine import Store
from review.web import create_app


@pytest.fixture
def app(lite: Store) -> Flask:
    app = create_app(lite, hosts=["localhost"])
    app.testing = True
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser whose reviewer has given the name Ada."""
    client = app.test_client()
    client.post("/name", data={"reviewer": "Ada"})
    return client


@pytest.fixture
def document_id(lite: Store, article: Document) -> int:
    with lite.writing() as connection:
        return add_document(connection, article, now=lite.now())
