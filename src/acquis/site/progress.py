"""How far a build is: a bar in a terminal, and where the time went for those who ask."""

from __future__ import annotations

import mmap
import struct
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Any

import click

_TWO = struct.Struct("=qq")


class Progress:
    """A bar that counts the jobs done and the pages made, in all processes; none without terminal.

    Each process counts in a place of its own, in memory that all see; the first draws.
    """

    def __init__(self, jobs: int, shares: int, *, shown: bool | None = None) -> None:
        """For so many jobs in so many shares; `shown` is whether there is a bar."""
        self._shares = shares
        self._counts = mmap.mmap(-1, _TWO.size * shares)
        self._bar: Any = None  # click's own class has no public name
        if sys.stderr.isatty() if shown is None else shown:
            self._bar = click.progressbar(
                length=jobs,
                label="Making pages",
                file=sys.stderr,
                show_eta=True,
                item_show_func=lambda pages: None if pages is None else f"{pages} pages",
            )

    def __enter__(self) -> Progress:
        if self._bar is not None:
            self._bar.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._draw()
        if self._bar is not None:
            self._bar.__exit__(kind, error, trace)

    def done(self, share: int, pages: int) -> None:
        """One more job of a share is done, which has made so many pages."""
        if self._bar is None:
            return
        jobs, before = _TWO.unpack_from(self._counts, share * _TWO.size)
        _TWO.pack_into(self._counts, share * _TWO.size, jobs + 1, before + pages)
        if share == 0:
            self._draw()

    def counted(self) -> tuple[int, int]:
        """The jobs done and the pages made by all."""
        found = [_TWO.unpack_from(self._counts, one * _TWO.size) for one in range(self._shares)]
        return sum(jobs for jobs, _ in found), sum(pages for _, pages in found)

    def _draw(self) -> None:
        if self._bar is not None:
            jobs, pages = self.counted()
            self._bar.update(jobs - self._bar.pos, pages)


class Timings:
    """Seconds by the name of what took them; those of several processes are summed."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def of(self, name: str) -> Iterator[None]:
        """Count what happens meanwhile."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.add({name: time.perf_counter() - start})

    def add(self, seconds: Mapping[str, float]) -> None:
        """Count what was counted elsewhere."""
        for name, passed in seconds.items():
            self.seconds[name] = self.seconds.get(name, 0.0) + passed

    def lines(self) -> Iterator[str]:
        """What took how long, in the order in which it came first."""
        width = max(map(len, self.seconds), default=0)
        for name, passed in self.seconds.items():
            yield f"{name:{width}}  {passed:8.3f} s"
