"""What MkDocs' server is made to do besides."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from acquis.site.serving import App, Idle, with_box


def page(content: bytes, kind: str = "text/html") -> App:
    """An application that answers with this."""

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        start("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content)))])
        return [content]

    return answer


def asked(app: App) -> tuple[dict[str, str], bytes]:
    """The headers and the content that an application answers with."""
    headers: dict[str, str] = {}
    content = b"".join(app({}, lambda status, given, *rest: headers.update(given)))
    return headers, content


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            b'<body><a class="skip" href="#c">Skip</a><p>',
            b'<body><a class="skip" href="#c">Skip</a>',
        ),
        (b'<body class="x"><p>', b'<body class="x">'),
    ],
)
def test_the_box_stands_at_the_top_of_each_page(content: bytes, expected: bytes) -> None:
    headers, found = asked(with_box(page(content), lambda: "<b>bé</b>"))
    assert found == expected + "<b>bé</b>".encode() + b"<p>"
    assert headers["Content-Length"] == str(len(found))


def test_what_is_no_page_stays_as_it_is() -> None:
    for content, kind in ((b"<body>", "text/plain"), (b"{}", "application/json")):
        headers, found = asked(with_box(page(content, kind), lambda: "<b>"))
        assert found == content
        assert headers["Content-Length"] == str(len(content))
    assert asked(with_box(page(b"<body>"), lambda: ""))[1] == b"<body>"


def test_idle_work_is_done_where_nobody_comes() -> None:
    idle = Idle()
    assert idle.run(lambda: 7) == 7
    idle.give_up()
    time.sleep(0.01)  # nothing is interrupted now


def test_idle_work_is_given_up() -> None:
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    idle = Idle()
    begun = threading.Event()
    ended = []

    def work() -> int:
        begun.set()
        while True:
            time.sleep(0.001)

    def come() -> None:
        begun.wait(10)
        idle.give_up()
        idle.give_up()
        ended.append(time.monotonic())

    other = threading.Thread(target=come)
    other.start()
    assert idle.run(work) is None
    other.join()
    assert time.monotonic() - ended[0] < 5
    assert idle.run(lambda: "again") == "again"


def test_whoever_interrupts_the_preview_is_heard() -> None:
    def work() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Idle().run(work)
