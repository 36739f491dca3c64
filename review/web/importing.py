"""Starting a review: paste two texts, choose files, or have a source translated."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.datastructures import FileStorage

from ..errors import ReviewError, UsageError
from ..workflow import translating as machine
from ..workflow.importing import (
    DEFAULT_SOURCE,
    DEFAULT_TARGET,
    Imported,
    Incoming,
    Labels,
    pair_files,
    pair_texts,
    parse_bilingual,
    store_documents,
)
from .partial import the_store

pages = Blueprint("importing", __name__)


@pages.get("/import")
def form() -> str:
    return _form({})


@pages.post("/import")
def start() -> Any:
    try:
        stored = store_documents(the_store(), _incoming())
    except ReviewError as error:
        return _form(request.form, message=str(error)), error.status
    for one in stored:
        for warning in one.warnings:
            flash(f"{one.title}: {warning}" if len(stored) > 1 else warning)
    return redirect(_first_page(stored), 303)


def _form(values: Any, message: str = "") -> str:
    return render_template(
        "importing/form.html",
        values=values,
        message=message,
        providers=machine.providers(),
        defaults=(DEFAULT_SOURCE, DEFAULT_TARGET),
    )


def _first_page(stored: list[Imported]) -> str:
    provider = request.form.get("provider", "")
    if len(stored) == 1 and provider and not machine.progress_of(the_store(), stored[0].id).complete:
        return url_for("importing.translation", document_id=stored[0].id, provider=provider)
    if len(stored) == 1:
        return url_for("reviewing.review", document_id=stored[0].id)
    return url_for("articles.inbox")


def _labels() -> Labels:
    def said(name: str) -> str:
        return request.form.get(name, "").strip()

    return Labels(said("source_lang"), said("target_lang"), said("system"), said("title"))


def _incoming() -> list[Incoming]:
    labels = _labels()
    source, target = _text("source"), _text("target")
    files = [one for one in request.files.getlist("files") if one.filename]
    chosen_pair = _upload("source_file"), _upload("target_file")
    if files:
        return [one for file in files for one in parse_bilingual(file.read(), _name(file), labels)]
    incoming = pair_files(*chosen_pair, labels) if any(chosen_pair) else pair_texts(source, target, labels)
    return [incoming]


def _text(name: str) -> str:
    return request.form.get(name, "").replace("\r\n", "\n")


def _upload(name: str) -> tuple[str, bytes] | None:
    file = request.files.get(name)
    return (_name(file), file.read()) if file and file.filename else None


def _name(file: FileStorage) -> str:
    if not file.filename:
        raise UsageError("The upload has no file name.")
    return file.filename


# One answer translates for so long; the page then shows how far it is and asks for more.
_SECONDS_AT_A_TIME = 4


@pages.get("/documents/<int:document_id>/translation")
def translation(document_id: int) -> str:
    """How far the translation of a document is, and a form that goes on with it."""
    return render_template(
        "importing/translation.html",
        document_id=document_id,
        progress=machine.progress_of(the_store(), document_id),
        provider=request.args.get("provider", ""),
        providers=machine.providers(),
    )


@pages.post("/documents/<int:document_id>/translation")
def translate(document_id: int) -> Any:
    provider = request.form.get("provider", "")
    progress = machine.translate_document(the_store(), document_id, provider, seconds=_SECONDS_AT_A_TIME)
    if progress.complete:
        return redirect(url_for("reviewing.review", document_id=document_id), 303)
    return redirect(url_for("importing.translation", document_id=document_id, provider=provider), 303)
