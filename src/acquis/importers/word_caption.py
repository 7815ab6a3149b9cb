"""What stands over and under a table: its label, title and unit, and its notes.

A heading without a number right above a table is its title; a line in brackets between the two,
such as "(Thousands of dollars)", belongs to the title. Notes under a table are often styled as
footnotes, and are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from acquis.importers.line import Kind, Line
from acquis.importers.plain_caption import is_label, titled
from acquis.importers.runs import marked, split
from acquis.importers.word_label import raised_label
from acquis.importers.word_lines import Printed

_LONGEST_UNIT = 150
_NOTE_STYLES = ("footnote text", "endnote text")


def captioned(printed: Sequence[Printed], is_annex: Sequence[bool]) -> list[Line]:
    """The lines with titles and notes put to their tables. `is_annex` tells labels of annexes."""
    result: list[Line] = []
    firm = 0  # lines before this place are no captions
    for part, annex in zip(printed, is_annex, strict=True):
        line = part.line
        last = result[-1] if result else None
        if line.kind is Kind.TABLE:
            caption = _caption(result, firm)
            result.append(line.but(table={**caption, **(line.table or {})}))
        elif last is not None and last.kind in (Kind.TABLE, Kind.NOTE) and (note := _note(part)):
            result.append(note)
        else:
            result.append(line)
            if annex:
                firm = len(result) + 1  # the title of an annex stays with it
    return result


def _caption(above: list[Line], firm: int) -> dict[str, Any]:
    """Take the caption of a table from the lines above it."""
    place = len(above)
    unit = ""
    if place > firm and _is_unit(above[place - 1]):
        place -= 1
        unit = above[place].text
    title = label = ""
    if place > firm and _is_title(above[place - 1]):
        place -= 1
        title = above[place].text
        if is_label(above[place].words):
            label, title = title, ""
        elif place > firm and _is_title(above[place - 1]) and is_label(above[place - 1].words):
            place -= 1
            label = above[place].words
        elif found := titled(title):
            label, title = found
    del above[place:]
    whole = " ".join(filter(None, (title, unit)))
    return {key: value for key, value in (("label", label), ("title", whole)) if value}


def _is_unit(line: Line) -> bool:
    words = line.words
    bracketed = words.startswith("(") and words.endswith(")") and len(words) <= _LONGEST_UNIT
    return line.kind in (Kind.TEXT, Kind.HEADING) and line.label is None and bracketed


def _is_title(line: Line) -> bool:
    return line.label is None and (line.kind is Kind.HEADING or is_label(line.words))


def _note(part: Printed) -> Line | None:
    """The note that a line under a table is, or None."""
    line = part.line
    if line.kind is not Kind.TEXT or line.label is not None:
        return None
    found = raised_label(part.runs)
    if found is not None:
        label, length = found
        return line.but(kind=Kind.NOTE, label=label, text=marked(split(list(part.runs), length)))
    return line.but(kind=Kind.NOTE) if set(part.styles) & set(_NOTE_STYLES) else None
