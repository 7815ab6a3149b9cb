"""Passages: all the words of a text that can cite, each with the anchor at which it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from acquis import text as marks
from acquis.model.block import Table
from acquis.model.decision import Version
from acquis.model.unit import Division, Note
from acquis.position import Position


class Passage(NamedTuple):
    """Marked words, the anchor of their unit, division or note, and their place in the data.

    `note` is whether they are a footnote's; `marked` is then the passage with its first mark,
    where there is one.
    """

    anchor: str
    words: str
    at: Position
    note: bool = False
    marked: Passage | None = None


def passages(division: Division) -> Iterator[Passage]:
    """The passages of a text in reading order; footnotes come last.

    A text's own title has no anchor.
    """
    marked: dict[str, Passage] = {}
    for inner in division.divisions():
        notes: dict[str, Note] | None = None
        for passage in _of_division(inner):
            if "[^" in passage.words:
                notes = division.notes_in(inner.anchor) if notes is None else notes
                for label in marks.notes(passage.words):
                    if label in notes:
                        marked.setdefault(notes[label].anchor, passage)
            yield passage
    for inner in division.divisions():
        for note in inner.footnotes:
            place = marked.get(note.anchor)
            yield Passage(note.anchor, note.text, note.footnote.at, note=True, marked=place)


def _of_division(inner: Division) -> Iterator[Passage]:
    source = inner.source
    if inner.kind == "text" and isinstance(source, Version) and source.title:
        yield Passage("", source.title, source.spots.get("title", source.at))
    elif inner.kind != "text" and source is not None:
        for key in ("title", "note"):
            words = getattr(inner, key)
            if words:
                yield Passage(inner.anchor, words, source.spots.get(key, source.at))
    for top in (*inner.preamble, *inner.operative):
        for unit in top.walk():
            block = unit.block
            if isinstance(block, Table):
                yield from _of_table(unit.anchor, block)
            elif unit.text:
                yield Passage(unit.anchor, unit.text, block.at)


def _of_table(anchor: str, table: Table) -> Iterator[Passage]:
    for words in (table.label, table.title):
        if words:
            yield Passage(anchor, words, table.at)
    for row in table.rows:
        for cell in row:
            if cell.text:
                yield Passage(anchor, cell.text, cell.at)
    for words in table.notes.values():
        yield Passage(anchor, words, table.at)
