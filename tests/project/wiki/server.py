"""A web server on 127.0.0.1 that answers as a test wants it to, well or badly."""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Reply:
    """What is sent: `body` as a whole, or piece by piece for as long as someone reads."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | Callable[[], Iterator[bytes]] = b""

    @classmethod
    def json(cls, data: Any, status: int = 200, **headers: str) -> Reply:
        """An answer of an API."""
        kind = {"Content-Type": "application/json; charset=utf-8"}
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return cls(status, kind | named, json.dumps(data, ensure_ascii=False).encode())


@dataclass(frozen=True)
class Asked:
    """A request that came in."""

    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]


class Server:
    """Answers each path with its replies, one after the other; the last one stays."""

    def __init__(self) -> None:
        self.replies: dict[str, list[Reply]] = {}
        self.asked: list[Asked] = []
        self.site = ""

    def on(self, path: str, *replies: Reply) -> None:
        """Answer a path so. What no reply is set for is not found."""
        self.replies[path] = list(replies)

    def reply(self, asked: Asked) -> Reply:
        """The next reply."""
        self.asked.append(asked)
        replies = self.replies.get(asked.path, [Reply(404, body=b"nothing here")])
        return replies.pop(0) if len(replies) > 1 else replies[0]

    @property
    def paths(self) -> Sequence[str]:
        """What was asked for, in order."""
        return [asked.path for asked in self.asked]


@contextmanager
def serving(server: Server | None = None, certificate: Path | None = None) -> Iterator[Server]:
    """A server on a free port, over TLS if there is a certificate (with its key) for it."""
    answers = server or Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = dict(parse_qsl(parts.query, keep_blank_values=True))
            reply = answers.reply(Asked(parts.path, query, dict(self.headers)))
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            whole = isinstance(reply.body, bytes)
            if isinstance(reply.body, bytes) and "Content-Length" not in reply.headers:
                self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            pieces = iter([reply.body]) if isinstance(reply.body, bytes) else reply.body()
            try:
                for piece in pieces:
                    self.wfile.write(piece)
                    self.wfile.flush()
            except OSError:
                pass  # the reader has had enough
            self.close_connection = not whole

        def log_message(self, *args: object) -> None:
            pass

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.handle_error = lambda *_: None  # type: ignore[method-assign]  # a refused handshake
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        httpd.socket = context.wrap_socket(httpd.socket, server_side=True)
    answers.site = f"http{'s' if certificate else ''}://127.0.0.1:{httpd.server_port}"
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield answers
    finally:
        httpd.shutdown()
        thread.join()
        httpd.server_close()
