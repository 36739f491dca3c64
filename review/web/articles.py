"""The list of articles, and each one's way out."""

import io
from collections.abc import Callable

from flask import Blueprint, Response, render_template, request, send_file

from ..formats import format_by_name
from ..store import documents
from ..store.records import DocumentHead
from ..workflow import exporting
from .partial import the_store

pages = Blueprint("articles", __name__)

_VIEWS: dict[str, tuple[str, Callable[[DocumentHead], bool]]] = {
    "open": ("To review", lambda head: head.finished_at is None),
    "finished": ("Finished", lambda head: head.finished_at is not None),
    "all": ("All", lambda head: True),
}


@pages.get("/")
def inbox() -> str:
    with the_store().reading() as connection:
        heads = documents.list_documents(connection)
    which = request.args.get("show", "open")
    which = which if which in _VIEWS else "open"
    wanted = request.args.get("q", "").strip()
    shown = [head for head in heads if _VIEWS[which][1](head) and _matches(head, wanted)]
    order = "new" if request.args.get("order") == "new" else "risk"
    if order == "risk":
        shown.sort(key=lambda head: -head.risk)
    counts = {name: (title, sum(map(test, heads))) for name, (title, test) in _VIEWS.items()}
    return render_template(
        "articles/inbox.html",
        heads=shown,
        views=counts,
        which=which,
        order=order,
        wanted=wanted,
        total=len(heads),
    )


def _matches(head: DocumentHead, wanted: str) -> bool:
    text = f"{head.title} {head.system} {head.source_lang}-{head.target_lang}".casefold()
    return all(word in text for word in wanted.casefold().split())


@pages.get("/documents/<int:document_id>/export")
def export(document_id: int) -> Response:
    name = request.args.get("format", "text")
    form = format_by_name(name)
    stream = io.BytesIO()
    exporting.export(the_store(), document_id, name, stream)
    stream.seek(0)
    file_name = f"article-{document_id}{form.extensions[0]}"
    return send_file(stream, mimetype=form.media_type, as_attachment=True, download_name=file_name)
