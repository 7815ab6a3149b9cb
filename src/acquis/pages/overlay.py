"""Spans laid over running text: the runs are split where a span begins and ends, nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from acquis.text import Run

T = TypeVar("T")


class Span(NamedTuple, Generic[T]):
    """What lies over the plain words of a text from `start` to before `end`."""

    start: int
    end: int
    what: T


class Stretch(NamedTuple, Generic[T]):
    """Runs that follow one another, all under one span (`what`) or under none (None)."""

    runs: tuple[Run, ...]
    what: T | None


def laid(runs: Sequence[Run], spans: Iterable[Span[T]]) -> Iterator[Stretch[T]]:
    """The runs in order, in stretches.

    `spans` are in order and apart. One that touches a link of the text's own is left out, since no
    link holds another; a footnote mark is under none, and stands between two stretches of a span.
    """
    free = list(_free(spans, runs)) if any(run[2] for run in runs) else list(spans)
    stretch: list[Run] = []
    over: Span[T] | None = None
    for run, span in _split(runs, free):
        if span is not over and stretch:
            yield Stretch(tuple(stretch), over and over.what)
            stretch = []
        over = span
        stretch.append(run)
    if stretch:
        yield Stretch(tuple(stretch), over and over.what)


def _free(spans: Iterable[Span[T]], runs: Sequence[Run]) -> Iterator[Span[T]]:
    """The spans that touch no link; linear in both."""
    links: list[tuple[int, int]] = []
    at = 0
    for run in runs:
        if run.url:
            links.append((at, at + len(run.text)))
        at += len(run.text)
    place = 0
    for span in spans:
        while place < len(links) and links[place][1] <= span.start:
            place += 1
        if place == len(links) or links[place][0] >= span.end:
            yield span


def _split(runs: Sequence[Run], spans: Sequence[Span[T]]) -> Iterator[tuple[Run, Span[T] | None]]:
    """Each run, cut at the edges of spans, with the span over it."""
    at = place = 0
    for run in runs:
        words, style, url, note = run
        if note is not None:
            yield run, None
            continue
        begin, end = at, at + len(words)
        while begin < end:
            while place < len(spans) and spans[place].end <= begin:
                place += 1
            span = spans[place] if place < len(spans) else None
            if span is not None and span.start <= begin:
                stop, over = min(span.end, end), span
            else:
                stop, over = min(span.start, end) if span else end, None
            whole = begin == at and stop == end
            yield (run if whole else Run(words[begin - at : stop - at], style, url)), over
            begin = stop
        at = end
