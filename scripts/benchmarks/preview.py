"""Editing while a preview runs: from saving a text until its page is there, and is read.

A preview is begun in the folder of one that takes part. Then texts are changed one after the other,
each while Chromium shows its page. What is told is when the preview has noticed the change, when
the last new file of the site was written, and when Chromium has loaded the page anew.
"""

import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from _chromium import find_chromium
from benchmarks.browser import chromium
from benchmarks.contestants import ACQUIS, HUGO, Contestant
from benchmarks.edit import Edit
from benchmarks.measure import Figure

EDITS = 20
"""So many texts are changed."""
ENOUGH = 60.0
"""Where changes take long together, in seconds, those that were made are enough."""
WAITING = 600.0
"""So many seconds a preview may take to begin, and to show a change."""

ON_DISK = "preview: from the noticed change to the last new file"
IN_BROWSER = "preview: from saving to the page in Chromium"
AT_MOST = {ON_DISK: ("ms", 150.0), IN_BROWSER: ("ms", 700.0)}
"""What is asked for of Acquis."""


@dataclass(frozen=True, slots=True)
class Server:
    """How a tool is asked for a preview, and what it prints: ready, a change noticed, it is done.

    `site` is where the pages are written, as a pattern in the folder. One that does not tell at
    once that it has noticed a change says how long it took when it is `done`.
    """

    command: Sequence[str]
    ready: re.Pattern[str]
    noticed: re.Pattern[str] | None
    done: re.Pattern[str]
    site: str


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line that was waited for, and when it came."""

    at: float
    match: re.Match[str]


def measure(every: Sequence[Contestant], changes: Sequence[Edit], texts: int) -> Iterator[Figure]:
    """The figures of each that has a preview by which single texts are made anew.

    Where there is no browser, there are none, and this is said.
    """
    if find_chromium() is None:
        print("  there is no Chromium here: previews are not measured", flush=True)
        return
    for one in every:
        if changes and one.name in (ACQUIS, HUGO):
            found = _changed(one, changes)
            for name, (unit, limit) in AT_MOST.items():
                asked = limit if one.name == ACQUIS else None
                yield Figure(name, unit, found[name], limit=asked, tool=one.name, texts=texts)


def _changed(one: Contestant, changes: Sequence[Edit]) -> dict[str, tuple[float, ...]]:
    """Milliseconds of each change, by what was measured."""
    port = _free_port()
    server = _server(one, port)
    found: dict[str, list[float]] = {name: [] for name in AT_MOST}
    with Printed.of(server, one.folder) as printed, chromium() as browser:
        printed.wait(server.ready, 0)
        page = browser.new_page()
        site = next(one.folder.glob(server.site))
        begun = time.perf_counter()
        for change in changes:
            path = one.texts.format(language="en", prefix="", slug=change.slug)
            page.goto(f"http://127.0.0.1:{port}/texts/{path.removesuffix('index.html')}")
            time.sleep(0.3)  # until it asks to be told of changes
            saved = _save(one, change, page, printed)
            done = printed.wait(server.done, saved.line)
            if change.other not in (site / path).read_text(encoding="utf-8"):
                raise SystemExit(f"{one.name}: the preview has no {change.other!r} in {path}")
            if server.noticed:
                noticed = printed.wait(server.noticed, saved.line)
                found[ON_DISK].append(1000 * (last_written(site, saved.at) - noticed.at))
            else:
                found[ON_DISK].append(float(done.match[1]))
            found[IN_BROWSER].append(1000 * (saved.seen - saved.at))
            if time.perf_counter() - begun > ENOUGH and len(found[ON_DISK]) >= 3:
                break
    return {name: tuple(values) for name, values in found.items()}


@dataclass(frozen=True, slots=True)
class _Saved:
    """When a file was saved and the change seen in the browser, and how much was printed before."""

    at: float
    seen: float
    line: int


def _save(one: Contestant, change: Edit, page: Page, printed: "Printed") -> _Saved:
    line = len(printed.lines)
    at = time.time()
    one.change(change)
    page.wait_for_function(
        "word => document.readyState === 'complete' && document.body.innerText.includes(word)",
        arg=change.other,
        timeout=1000 * WAITING,
    )
    return _Saved(at, time.time(), line)


def last_written(site: Path, since: float) -> float:
    """When the newest of the files that are newer than a moment was written."""
    times = (path.stat().st_mtime for path in site.rglob("*") if path.is_file())
    return max((one for one in times if one >= since), default=since)


def _server(one: Contestant, port: int) -> Server:
    if one.name == HUGO:
        program = next(iter(one.commands))[0]
        return Server(
            [
                *(program, "server", "--bind", "127.0.0.1", "--port", str(port)),
                *("--cacheDir", str(one.folder / "cache")),
            ],
            re.compile("Press Ctrl"),
            None,
            re.compile(r"^Total in (\d+) ms"),
            one.site,
        )
    return Server(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        re.compile("Serving on"),
        re.compile("Detected file changes"),
        re.compile("files are new or changed"),
        "temporary/mkdocs_*",
    )


class Printed:
    """What a running command has printed: each line with the moment at which it came."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self.lines: list[tuple[float, str]] = []
        self._more = threading.Condition()
        threading.Thread(target=self._read, daemon=True).start()

    @classmethod
    @contextmanager
    def of(cls, server: Server, folder: Path) -> Iterator["Printed"]:
        """A server's lines while it runs in a folder; it is ended after that."""
        temporary = folder / "temporary"
        temporary.mkdir(exist_ok=True)
        variables = {"TMPDIR": str(temporary), "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
        with subprocess.Popen(
            server.command,
            cwd=folder,
            env={**os.environ, **_plain(variables)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        ) as process:
            try:
                yield cls(process)
            finally:
                process.terminate()
                try:
                    process.wait(20)
                except subprocess.TimeoutExpired:
                    process.kill()

    def wait(self, pattern: re.Pattern[str], start: int) -> Line:
        """The first line from `start` on that fits; waits for it. Raises SystemExit."""
        until = time.monotonic() + WAITING
        with self._more:
            while True:
                late = self.process.poll() is not None or time.monotonic() > until
                for at, line in self.lines[start:]:
                    match = pattern.search(line)
                    if match:
                        return Line(at, match)
                if late:
                    told = "\n".join(line for _, line in self.lines[-20:])
                    raise SystemExit(f"the preview printed no {pattern.pattern!r}:\n{told}")
                self._more.wait(1)

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with self._more:
                self.lines.append((time.time(), line.rstrip()))
                self._more.notify_all()


def _plain(variables: Mapping[str, str]) -> dict[str, str]:
    """With no colours in what is printed."""
    return {**variables, "NO_COLOR": "1", "TERM": "dumb"}


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
