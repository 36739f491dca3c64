"""`demo` and `serve`: the pages, on this machine."""

import ipaddress
import logging
import os
import signal
import socket
import sys
import tempfile
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from .. import paths
from ..errors import UsageError
from ..store.engine import Store
from ..workflow.importing import Labels, read_input, store_documents
from .common import config_option, database_option, glossary_option, opened

_LOOPBACK_NAMES = ["localhost", "127.0.0.1", "[::1]"]


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), help="Default: 8000, or a free one if that is taken.")
@click.option("--no-browser", is_flag=True, help="Only print the address.")
def demo(port: int | None, no_browser: bool) -> None:
    """Review sample articles in the browser, in a throw-away database.

    \b
    Examples:
      mt-review demo
      mt-review demo --port 8080 --no-browser
    """
    with (
        _listening("127.0.0.1", 8000 if port is None else port, fallback=port is None) as listening,
        tempfile.TemporaryDirectory(prefix="mt-review-demo-", ignore_cleanup_errors=True) as folder,
        _demo_store(Path(folder)) as store,
    ):
        click.echo("These sample articles are thrown away at the end. Ctrl+C ends.")
        _run(store, listening, browser=not no_browser)


@contextmanager
def _demo_store(folder: Path) -> Iterator[Store]:
    names = (paths.corpus() / "demo.txt").read_text(encoding="utf-8").split()
    # The last one stored is listed first.
    articles = [paths.corpus() / f"{name}.json" for name in reversed(names)]
    with opened(f"sqlite:///{folder / 'demo.db'}") as store:
        store_documents(store, read_input(articles, None, None, Labels()))
        yield store


@click.command()
@database_option
@config_option
@glossary_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option(
    "--behind-proxy",
    is_flag=True,
    help="A proxy in front sees to who may come in, and sends X-Forwarded-For, -Proto and -Host.",
)
def serve(
    database: str,
    config: Path | None,
    glossaries: tuple[Path, ...],
    host: str,
    port: int,
    behind_proxy: bool,
) -> None:
    """Serve the pages on your articles.

    There are no accounts yet: whoever reaches the address can read and change everything. So it listens
    on this machine only, unless a proxy that checks people stands in front.

    \b
    Examples:
      mt-review serve
      mt-review serve --database postgresql://review@db/review --port 9000
    """
    if not behind_proxy and not is_loopback(host):
        raise UsageError(
            f"{host} can be reached from other machines, and there are no accounts: anybody could read and "
            "change your articles. Put a proxy that checks people in front and add --behind-proxy."
        )
    with _listening(host, port) as listening, opened(database, config, glossaries) as store:
        _run(store, listening, behind_proxy=behind_proxy)


def is_loopback(host: str) -> bool:
    """Whether an address can be reached from this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _listening(host: str, port: int, *, fallback: bool = False) -> socket.socket:
    """A socket on this address, or, with `fallback`, on a free port if that one is taken."""
    bare = host.strip("[]")
    family = socket.AF_INET6 if ":" in bare else socket.AF_INET
    try:
        return socket.create_server((bare, port), family=family, backlog=128)
    except OSError as error:
        if fallback and port:
            return _listening(host, 0)
        reason = error.strerror or str(error)
        raise UsageError(f"Cannot listen on {host}:{port} ({reason}). Choose another --port.") from error


def _run(
    store: Store, listening: socket.socket, *, behind_proxy: bool = False, browser: bool = False
) -> None:
    import waitress

    from ..web import create_app  # only here: the other commands do without Flask

    host, port = listening.getsockname()[:2]
    host = f"[{host}]" if ":" in host else host
    hosts = None if behind_proxy else [*_LOOPBACK_NAMES, host]
    app = create_app(store, behind_proxy=behind_proxy, hosts=hosts)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a short queue is no news
    server = waitress.create_server(app, sockets=[listening], threads=16, ident="mt-review")
    address = f"http://{host}:{port}/"
    click.echo(f"MT Review is at {address}")
    sys.stdout.flush()
    if browser and _has_screen():
        webbrowser.open(address)
    signal.signal(signal.SIGTERM, _interrupt)  # so that what is thrown away at the end is thrown away
    try:
        server.run()
    except KeyboardInterrupt:
        click.echo("Ended.")
    finally:
        server.close()


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _has_screen() -> bool:
    """Without one, `webbrowser` starts a text browser over the terminal."""
    return sys.platform in ("darwin", "win32") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
