"""What every request and answer must satisfy, whatever page it is for."""

from flask import Flask, Response, abort, request
from werkzeug.middleware.proxy_fix import ProxyFix

_SAFE = {"GET", "HEAD", "OPTIONS"}
# Everything comes from this server, and no text of a user can become a script.
_POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'"


def protect(app: Flask) -> None:
    """Refuse requests that another site makes a browser send, and send the headers that keep pages apart."""
    app.before_request(_refuse_other_sites)
    app.after_request(_headers)


def trust_proxy(app: Flask) -> None:
    """Take scheme, host and client address from the headers of the one proxy in front."""
    app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=1, x_prefix=1)  # type: ignore[method-assign]


def _refuse_other_sites() -> None:
    """A form on another site must not act in a reviewer's name.

    Browsers say where a request comes from; what sends neither header is no browser, and has no cookie
    that could be misused.
    """
    if request.method in _SAFE:
        return
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    foreign = (
        site not in ("same-origin", "none") if site else origin not in (None, request.host_url.rstrip("/"))
    )
    if foreign:
        abort(403, "This form was sent from another site. Open the page here and try again.")


def _headers(response: Response) -> Response:
    response.headers.setdefault("Content-Security-Policy", _POLICY)
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "same-origin")
    if response.mimetype == "text/html":
        response.headers.setdefault("Cache-Control", "no-store")
    return response
