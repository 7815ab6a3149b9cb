"""The exchange of services as a diagram: who provided what to whom, for which meeting.

Here it is laid out, in numbers; the template draws it. Each service is a row; boxes of the same
provider, or recipient, in rows that follow one another are one.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from acquis.model.activity import Service
from acquis.pages.view import View

# All in pixels of the drawing; letters are taken to be half as wide as they are high.
BOX = 210
MIDDLE = 440
LINE = 20
PADDING = 16
GAP = 14
WIDTH = 2 * BOX + MIDDLE


@dataclass(frozen=True, slots=True)
class Box:
    """An actor's box: where it stands, and its name in lines."""

    x: int
    y: int
    height: int
    lines: tuple[str, ...]

    @property
    def text_y(self) -> int:
        """The baseline of its first line."""
        return self.y + (self.height - LINE * len(self.lines)) // 2 + 15


@dataclass(frozen=True, slots=True)
class Arrow:
    """A service: the height of its arrow, and the words that stand on it and under it."""

    y: int
    above: tuple[str, ...]
    below: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """The whole drawing."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def exchange(services: Sequence[Service], view: View) -> Exchange:
    """Lay the services out, in their order."""
    arrows: list[Arrow] = []
    spans: list[tuple[int, int]] = []
    y = 0
    for service in services:
        above = _wrapped("; ".join(view.plain(what) for what in service.what))
        meetings = [view.meeting(id_) for id_ in service.for_]
        below = _wrapped("; ".join(view.plain(m.name) for m in meetings if m))
        height = LINE * (len(above) + len(below)) + 2 * PADDING + 8
        arrows.append(Arrow(y + PADDING + LINE * len(above), above, below))
        spans.append((y, height))
        y += height + GAP
    boxes = [
        *_boxes([service.provider for service in services], spans, 0, view),
        *_boxes([service.recipient for service in services], spans, BOX + MIDDLE, view),
    ]
    return Exchange(WIDTH, max(0, y - GAP), tuple(boxes), tuple(arrows))


def _boxes(
    actors: Sequence[str], spans: Sequence[tuple[int, int]], x: int, view: View
) -> list[Box]:
    boxes: list[Box] = []
    for place, id_ in enumerate(actors):
        y, height = spans[place]
        if place and actors[place - 1] == id_:
            last = boxes[-1]
            boxes[-1] = Box(x, last.y, y + height - last.y, last.lines)
            continue
        actor = view.corpus.actors.get(id_)
        name = view.plain(actor.name) if actor else id_
        boxes.append(Box(x, y, height, _wrapped(name, 24)))
    return boxes


def _wrapped(words: str, columns: int = 54) -> tuple[str, ...]:
    return tuple(textwrap.wrap(words, columns, break_long_words=False))
