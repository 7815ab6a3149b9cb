"""A site under a sub-path, served as GitHub Pages serves it, and what was asked of the server.

Text goes out in gzip; an address without its last slash is redirected; an address that leads
nowhere gets 404.html with that status; nothing is rewritten. Browsers may keep files for ten
minutes. (https://docs.github.com/en/pages; the headers are those that a page there is sent with.)
"""

import gzip
import sys
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from time import sleep
from typing import Any
from urllib.parse import unquote, urlsplit

BELOW = "/acquis/"
"""The sub-path, as of a repository's project page."""

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "application/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
PRESSED = {".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"}
"""What is sent in gzip; fonts are pressed already."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that was sent: its path below the sub-path, the status, the bytes of the body."""

    path: str
    status: int
    size: int


class Host:
    """Serves the folder of a site on this machine, from `with` on until its end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sent: list[Sent] = []
        self.late: dict[str, float] = {}
        """How many seconds files with an ending (".woff2") are held back."""
        self.pause = 0.0
        """How many seconds each answer is held back."""
        self.rate = 0
        """How many bytes a second the link carries in all; 0 for any number."""
        self.link = Lock()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.host = self
        self.origin = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})

    def __enter__(self) -> "Host":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def url(self, address: str) -> str:
        """Where an address of the site ("decisions/") is served."""
        return f"{self.origin}{BELOW}{address}"

    def find(self, path: str) -> tuple[HTTPStatus, Path | str]:
        """The answer to a path: its status with the file to send, or with where to look."""
        if path + "/" == BELOW:
            return HTTPStatus.MOVED_PERMANENTLY, BELOW
        if path.startswith(BELOW):
            found = self.folder / path.removeprefix(BELOW)
            if found.is_dir() and (found / "index.html").is_file():
                if not path.endswith("/"):
                    return HTTPStatus.MOVED_PERMANENTLY, f"{path}/"
                return HTTPStatus.OK, found / "index.html"
            if found.is_file() and not path.endswith("/"):
                return HTTPStatus.OK, found
        return HTTPStatus.NOT_FOUND, self.folder / "404.html"


class _Server(ThreadingHTTPServer):
    host: Host

    def handle_error(self, request: Any, client_address: Any) -> None:
        # A browser that closes a tab leaves its connections as they are.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    timeout = 20

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        status, answer = self.server.host.find(path)
        self.send_response(status)
        body = b""
        if isinstance(answer, str):
            self.send_header("Location", answer)
        else:
            body = answer.read_bytes()
            sleep(self.server.host.late.get(answer.suffix, 0))
            self.send_header("Content-Type", TYPES.get(answer.suffix, "application/octet-stream"))
            if answer.suffix in PRESSED:
                body = gzip.compress(body, 6)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Cache-Control", "max-age=600")
        sleep(self.server.host.pause)
        if self.server.host.rate:
            with self.server.host.link:
                sleep(len(body) / self.server.host.rate)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.server.host.sent.append(Sent(path.removeprefix(BELOW), int(status), len(body)))

    def log_message(self, format: str, *args: object) -> None:
        pass
