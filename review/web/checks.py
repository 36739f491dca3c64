"""A page for each check, made from what stands beside its code."""

from flask import Blueprint, abort, render_template

from ..checks import all_checks
from ..checks.base import unmarked
from ..checks.measured import measurement
from ..text.diff import word_diff
from ..workflow.pages import checks_by_code, decided_by_code
from .partial import the_store

pages = Blueprint("checks", __name__)


@pages.get("/checks")
def index() -> str:
    return render_template("checks/index.html", checks=all_checks())


@pages.get("/checks/<code>")
def show(code: str) -> str:
    one = checks_by_code().get(code)
    if one is None:
        abort(404)
    return render_template(
        "checks/show.html",
        check=one,
        diff=word_diff,
        unmarked=unmarked,
        measurement=measurement(),
        decided=decided_by_code(the_store()).get(code, (0, 0)),
    )
