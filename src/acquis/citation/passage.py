"""Passages: all the words of a text that can cite, each with the anchor at which it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from acquis import text as marks
from acquis.model.block import Table
from acquis.model.unit import Division, Note, Unit
from acquis.position import Position


@dataclass(frozen=True, slots=True)
class Passage:
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
    """The passages of a text in reading order, its own title excepted; footnotes come last."""
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
    if inner.kind != "text" and source is not None:
        for key in ("title", "note"):
            words = getattr(inner, key)
            if words:
                yield Passage(inner.anchor, words, source.spots.get(key, source.at))
    for top in (*inner.preamble, *inner.operative):
        for unit in top.walk():
            yield from _of_unit(unit)


def _of_unit(unit: Unit) -> Iterator[Passage]:
    block = unit.block
    if not isinstance(block, Table):
        if unit.text:
            yield Passage(unit.anchor, unit.text, block.at)
        return
    for words in (block.label, block.title):
        if words:
            yield Passage(unit.anchor, words, block.at)
    for row in block.rows:
        for cell in row:
            if cell.text:
                yield Passage(unit.anchor, cell.text, cell.at)
    for words in block.notes.values():
        yield Passage(unit.anchor, words, block.at)
