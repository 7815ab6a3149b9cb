"""What MkDocs' server of the preview is made to do besides: a box on each page, no idle reload."""

from __future__ import annotations

import _thread
import re
import signal
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import jinja2
from mkdocs.livereload import LiveReloadServer

#: An application as the server calls it (WSGI, PEP 3333).
App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

T = TypeVar("T")

#: Seconds within which an interruption comes that was asked for.
_ON_ITS_WAY = 5
#: Behind one of these the box stands.
_BEFORE = (re.compile(rb'<a class="skip"[^>]*>[^<]*</a>'), re.compile(rb"<body[^>]*>"))


class Box:
    """The box that tells what is wrong with the data, or what an edit did."""

    def __init__(self, env: jinja2.Environment) -> None:
        """Its template is `partials/findings.html` of the site's own environment."""
        self._env = env

    def html(self, told: object, base: str) -> str:
        """The box for what is told; `base` is the address of the site's root."""
        template = self._env.get_template("partials/findings.html")
        made = template.render(findings=told, base_url=base)
        return f'<div class="announce md-typeset">{made}</div>'


def with_box(app: App, box: Callable[[], str]) -> App:
    """The same application, with a box on every page of HTML: the site itself holds none."""

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        begun: list[Any] = []

        def keep(status: str, headers: list[tuple[str, str]], *rest: Any) -> None:
            begun[:] = [status, headers, *rest]

        found = app(environ, keep)
        status, headers, *rest = begun
        shown = box() if _is_html(headers) else ""
        if not shown:
            start(status, headers, *rest)
            return found
        try:
            page = _put(shown.encode(), b"".join(found))
        finally:
            close = getattr(found, "close", None)
            if close is not None:
                close()
        others = [(name, value) for name, value in headers if name.lower() != "content-length"]
        start(status, [*others, ("Content-Length", str(len(page)))], *rest)
        return [page]

    return answer


def _is_html(headers: list[tuple[str, str]]) -> bool:
    return any(
        name.lower() == "content-type" and value.startswith("text/html") for name, value in headers
    )


def _put(box: bytes, page: bytes) -> bytes:
    for before in _BEFORE:
        found = before.search(page)
        if found:
            return page[: found.end()] + box + page[found.end() :]
    return page


class Idle:
    """Work for idle hours: it is given up as soon as there is something better to do."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._working = self._given_up = False

    def run(self, work: Callable[[], T]) -> T | None:
        """What the work gives; None where it was given up, wherever it was just then.

        To be called in the main thread. The work must change nothing that it cannot leave half
        done.
        """
        try:
            with self._lock:
                self._working, self._given_up = True, False
            found = work()
            with self._lock:
                self._working = False
            if self._given_up:  # the interruption is on its way
                time.sleep(_ON_ITS_WAY)
        except KeyboardInterrupt:
            if not self._given_up:
                raise
            return None
        finally:
            self._working = False
        return found

    def give_up(self) -> None:
        """Let the work end, from any thread; harmless where nobody works."""
        with self._lock:
            ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
            if self._working and not self._given_up and ours:
                self._given_up = True
                _thread.interrupt_main()


def settle(server: LiveReloadServer) -> None:
    """Tell the server that the site is as it was: no page is loaded again, and none has to wait."""
    with server._epoch_cond:
        server._wanted_epoch = server._visible_epoch
        server._epoch_cond.notify_all()


def unsettle(server: LiveReloadServer) -> None:
    """Tell the server that the site changes now: who asks for a page waits for the new one."""
    with server._epoch_cond:
        # The server's own way to number the versions of the site.
        server._wanted_epoch = max(server._visible_epoch + 1, round(time.monotonic() * 1000))


def ask_again(server: LiveReloadServer) -> None:
    """Let the server ask for a build once more, after the pages were loaded again."""
    with server._rebuild_cond:
        server._want_rebuild = True
        server._rebuild_cond.notify_all()
