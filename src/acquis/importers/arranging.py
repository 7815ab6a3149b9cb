"""Lines that belong together are brought together before their structure is looked for.

A title in bold goes with the table below it, a note with the table above it, and the number of a
heading that stands on a line of its own with its title.
"""

from __future__ import annotations

from collections.abc import Sequence

from acquis.importers.label import Label, is_bare_number
from acquis.importers.line import Kind, Line
from acquis.importers.report import Remark


def arranged(lines: Sequence[Line], notices: list[Remark]) -> list[Line]:
    """The lines with tables, titles and headings joined; `notices` gets what was moved."""
    return _joined(_with_notes(_captioned(lines), notices))


def _captioned(lines: Sequence[Line]) -> list[Line]:
    """A line in bold right above a table is its title; another one, if no item, is a heading."""
    result: list[Line] = []
    for line in lines:
        last = result[-1] if result else None
        if line.kind is Kind.TABLE and last is not None and last.unbold:
            caption = {"label": last.label.printed} if last.label else {}
            result[-1] = line.but(table={**caption, "title": last.unbold, **(line.table or {})})
            continue
        if last is not None and last.unbold and not last.item:
            result[-1] = last.but(kind=Kind.HEADING, text=last.unbold, unbold="")
        result.append(line)
    if result and result[-1].unbold and not result[-1].item:
        result[-1] = result[-1].but(kind=Kind.HEADING, text=result[-1].unbold, unbold="")
    return result


def _with_notes(lines: Sequence[Line], notices: list[Remark]) -> list[Line]:
    """A note that stands before the tables of its section goes behind the last of them."""
    result: list[Line] = []
    waiting: list[Line] = []
    place: int | None = None  # behind the last table of the section

    def settle() -> None:
        if place is not None:
            notices.extend(line.remark("moved below the table it belongs to") for line in waiting)
        where = len(result) if place is None else place
        result[where:where] = waiting
        waiting.clear()

    for line in lines:
        if line.kind is Kind.HEADING:
            settle()
            place = None
        if line.kind is Kind.NOTE and place is None:
            waiting.append(line)
            continue
        result.append(line)
        if line.kind in (Kind.TABLE, Kind.NOTE):
            place = len(result)
    settle()
    return result


def _joined(lines: Sequence[Line]) -> list[Line]:
    """A heading that is only a number ("II", "Rule 5") becomes the number of the title below it."""
    result: list[Line] = []
    for line in lines:
        last = result[-1] if result else None
        if (
            last is not None
            and last.kind is line.kind is Kind.HEADING
            and last.label is line.label is None
            and is_bare_number(last.words)
            and not is_bare_number(line.words)
        ):
            number = Label(last.words, last.words, "{}", ())
            result[-1] = line.but(label=number, position=last.position, path=last.path)
        else:
            result.append(line)
    return result
