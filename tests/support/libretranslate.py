"""A server on this machine that speaks LibreTranslate's protocol, and misbehaves when told to."""

import json
import threading
from collections import deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Reply:
    """What the server does next: answer, or drop the connection, or never answer."""

    status: int = 200
    body: object = ""
    headers: dict[str, str] = field(default_factory=dict)
    drop: bool = False
    silent: bool = False


@dataclass(frozen=True)
class Seen:
    """A request as the server saw it."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: str


class Server(ThreadingHTTPServer):
    """`replies` are used up one by one; after them, every text is translated to capitals."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.replies: deque[Reply] = deque()
        self.seen: list[Seen] = []
        self.closing = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def environ(self) -> dict[str, str]:
        return {"LIBRETRANSLATE_URL": self.url}

    def texts(self) -> list[str]:
        return [seen.query["q"] for seen in self.seen]

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is no news."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
        body = self.rfile.read(length).decode()
        self.server.seen.append(Seen(self.command, parts.path, query, dict(self.headers), body))
        replies = self.server.replies
        self.reply(replies.popleft() if replies else Reply(body=self.translation(query)))

    def do_GET(self) -> None:
        self.do_POST()

    def translation(self, query: dict[str, str]) -> dict[str, str]:
        return {"translatedText": query.get("q", "").upper()}

    def reply(self, reply: Reply) -> None:
        if reply.silent:
            self.server.closing.wait(30)
        if reply.drop or reply.silent:
            self.close_connection = True
            return
        body = reply.body if isinstance(reply.body, str) else json.dumps(reply.body)
        data = body.encode()
        self.send_response(reply.status)
        for name, value in {"Content-Length": str(len(data)), **reply.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *arguments: object) -> None:
        """The tests look at `seen`."""
