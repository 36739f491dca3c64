"""A second opinion on an article, fetched when a reviewer asks for it."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for

from ..translation import find_provider
from ..workflow import opinions
from .partial import the_store

pages = Blueprint("opinions", __name__)

# One answer fetches for so long; the page then shows how far it is and asks for more.
_SECONDS_AT_A_TIME = 4


@pages.get("/documents/<int:document_id>/opinion")
def progress(document_id: int) -> str:
    """How far a provider is, and a form that goes on with it."""
    provider = find_provider(request.args.get("provider", ""))
    return render_template(
        "reviewing/opinion.html",
        document_id=document_id,
        provider=provider,
        progress=opinions.opinion_progress(the_store(), document_id, provider.name),
    )


@pages.post("/documents/<int:document_id>/opinion")
def fetch(document_id: int) -> Any:
    provider = request.form.get("provider", "")
    done = opinions.second_opinion(the_store(), document_id, provider, seconds=_SECONDS_AT_A_TIME)
    if done.complete:
        return redirect(url_for("reviewing.review", document_id=document_id, show="flagged"), 303)
    return redirect(url_for("opinions.progress", document_id=document_id, provider=provider), 303)
