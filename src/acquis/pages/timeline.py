"""The line of decisions as a drawing: laid out here, in numbers; the template draws it.

One row for each decision, the oldest on top; a column for each convention; a curve for each
relation, from the later decision up to the earlier.
"""

from __future__ import annotations

from dataclasses import dataclass

from acquis.pages.mandate import Line, day
from acquis.pages.metadata import hue
from acquis.pages.view import View
from acquis.text import plain

# All in pixels of the drawing, which is narrow enough for a phone.
ROW = 34
YEARS = 46
CURVES = 44
LANE = 16
GAP = 14
LETTER = 9
LONGEST = 22  # letters of a name

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """A decision's row: its dot, its name, and the year where it is another than above."""

    x: int
    y: int
    name_x: int
    name: str
    href: str
    year: str
    hue: int
    own: bool


@dataclass(frozen=True, slots=True)
class Curve:
    """A relation: a path in SVG's own words, and whether it is only inferred."""

    path: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole drawing. From right to left it is the mirror image."""

    width: int
    height: int
    year_x: int
    anchor: str
    marks: tuple[Mark, ...]
    curves: tuple[Curve, ...]


def timeline(line: Line, view: View) -> Timeline:
    """Lay a line out for a page."""
    mirrored = view.direction(view.language) == "rtl"
    hues = [hue(one, view.corpus) for one in line.decisions]
    lanes = {number: place for place, number in enumerate(dict.fromkeys(hues))}

    names = YEARS + CURVES + LANE * len(lanes) + GAP
    width = names + LETTER * min(LONGEST, max(len(plain(one.name)) for one in line.decisions))

    def across(x: int) -> int:
        return width - x if mirrored else x

    marks: list[Mark] = []
    places: dict[str, Place] = {}
    last = ""
    for row, (one, number) in enumerate(zip(line.decisions, hues, strict=True)):
        x, y = across(YEARS + CURVES + LANE * lanes[number]), ROW * row + ROW // 2
        when = day(one, view.corpus)
        year = str(when.year) if when else ""
        places[one.slug] = x, y
        shown = year if year != last else ""
        last = year
        own = one is line.own
        words = plain(one.name)
        name = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
        marks.append(Mark(x, y, across(names), name, view.link(one), shown, number, own))
    curves = tuple(
        Curve(_path(places[edge.source], places[edge.target], mirrored), edge.inferred)
        for edge in line.drawn
    )
    return Timeline(
        width,
        ROW * len(marks),
        across(0),
        "end" if mirrored else "start",
        tuple(marks),
        curves,
    )


def _path(start: Place, end: Place, mirrored: bool) -> str:
    """A curve from a dot up to an earlier one; the longer the way, the farther out it swings."""
    rows = abs(start[1] - end[1]) // ROW
    out = min(CURVES - 4, 6 + 6 * rows)
    x = max(start[0], end[0]) + out if mirrored else min(start[0], end[0]) - out
    return f"M{start[0]} {start[1]}C{x} {start[1]} {x} {end[1]} {end[0]} {end[1]}"
