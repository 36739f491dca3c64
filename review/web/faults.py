"""Errors as pages: what happened, that nothing is lost, and what to do."""

from flask import Flask, Response, render_template, request
from werkzeug.exceptions import HTTPException, SecurityError

from ..errors import ReviewError, StaleRevision
from .partial import is_partial
from .reviewing import stale_page

_TITLES = {
    400: "That did not work",
    403: "Refused",
    404: "Not found",
    405: "Not possible here",
    409: "Somebody was faster",
    413: "Too large",
    502: "The translation provider did not deliver",
}


def register(app: Flask) -> None:
    app.register_error_handler(StaleRevision, stale_page)
    app.register_error_handler(ReviewError, _review_error)
    app.register_error_handler(SecurityError, _wrong_host)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(500, _server_error)


def _review_error(error: ReviewError) -> tuple[str, int]:
    return _page(str(error), error.status)


def _wrong_host(_error: SecurityError) -> tuple[str, int, dict[str, str]]:
    # A page would need addresses of its own, and the host they would name is the one refused.
    message = f"This server does not answer to the name {request.headers.get('Host', '')!r}.\n"
    return message, 400, {"Content-Type": "text/plain; charset=utf-8"}


def _http_error(error: HTTPException) -> tuple[str, int] | Response:
    code = error.code or 500
    if code < 400:
        return error.get_response()  # type: ignore[return-value]
    texts = {
        404: f"There is no page {request.path}.",
        413: "The upload is larger than 64 MB. Import it from the command line: mt-review import FILE",
    }
    return _page(texts.get(code, error.description or ""), code)


def _server_error(_error: Exception) -> tuple[str, int]:
    return _page("The program met an error of its own. What was saved is safe; reload the page.", 500)


def _page(message: str, status: int) -> tuple[str, int]:
    template = "_said.html" if is_partial() else "fault.html"
    title = _TITLES.get(status, "That did not work")
    return render_template(template, title=title, message=message, failed=True), status
