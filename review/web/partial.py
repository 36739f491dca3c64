"""Answers to the page's own script: only the parts that changed, as HTML with the same ids."""

from flask import current_app, request

from ..store.engine import Store


def is_partial() -> bool:
    """Whether the page's script asks, and puts the parts in place itself."""
    return request.headers.get("X-Partial") == "1"


def the_store() -> Store:
    """The store that this application was made with."""
    store = current_app.extensions["store"]
    assert isinstance(store, Store)
    return store
