"""Passages: what can be found. A title, a paragraph, an item, a heading, a table, a footnote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from acquis.model.block import Paragraph, Reproduced, Table
from acquis.model.decision import Decision, Version
from acquis.model.divide import divide
from acquis.model.document import Document
from acquis.model.unit import Division, Unit
from acquis.opening_family import openings
from acquis.text import plain

Part = Literal["title", "preamble", "operative", "annex", "footnote", "description"]
#: In the order of their numbers in the index.
PARTS: tuple[Part, ...] = ("title", "preamble", "operative", "annex", "footnote", "description")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a text, to be found and shown.

    `anchor` is "" for the title, which leads to the page. `number` is what is printed on the way
    to it: "4 (b)", "Annex I, 3". `openings` are its opening words as printed, `actors` the ids of
    those whom the data say that it addresses.
    """

    part: Part
    text: str
    anchor: str = ""
    number: str = ""
    heading: bool = False
    openings: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()

    @property
    def narrowed(self) -> bool:
        """Whether it is of those that are chosen by opening words and addressees."""
        return self.part in ("preamble", "operative") and not self.heading


def passages(record: Decision | Document, language: str) -> Iterator[Passage]:
    """The passages of a text in a language, or in its own where it is not held in that."""
    version = record.version(language)
    title = " ".join(filter(None, (record.symbol, plain(version.title), plain(version.subtitle))))
    yield Passage("title", title or record.name)
    if record.description:
        yield Passage("description", plain(record.description))
    if version.held:
        yield from _passages(version, decision=isinstance(record, Decision))


def _passages(version: Version, *, decision: bool) -> Iterator[Passage]:
    text = divide(version, decision=decision)
    language = version.language if decision else ""
    for division in text.divisions():
        label = _label(division, text)
        if division.title or division.note:
            words = " ".join(filter(None, (plain(division.title), plain(division.note))))
            if division is not text:
                part: Part = "annex" if division.kind == "annex" else "operative"
                yield Passage(part, words, division.anchor, label, heading=True)
        for unit in (*division.preamble, *division.operative):
            yield from _units(unit, label, language)
    for division in text.divisions():
        label = _label(division, text)
        for note in division.footnotes:
            number = _joined(label, note.label)
            yield Passage("footnote", plain(note.text), note.anchor, number)


def _label(division: Division, text: Division) -> str:
    return "" if division is text else division.label


def _units(unit: Unit, above: str, language: str) -> Iterator[Passage]:
    """A unit and those within it; `above` is the number on the way to it."""
    number = _number(unit, above)
    words = _words(unit)
    if words:
        opening = language if unit.part != "annex" and not unit.depth else ""
        yield Passage(
            unit.part,
            words,
            unit.anchor,
            number,
            heading=unit.kind == "heading",
            openings=openings(unit.text, opening) if opening and unit.kind == "paragraph" else (),
            actors=unit.block.actors if isinstance(unit.block, Paragraph) else (),
        )
    # Paragraphs under a heading count on: its number is not on the way to theirs.
    inner = above if unit.kind == "heading" else number
    for below in (*unit.preamble, *unit.items, *unit.then):
        yield from _units(below, inner, language)


def _number(unit: Unit, above: str) -> str:
    printed = unit.number.strip().rstrip(".").removesuffix("-").removesuffix("–").strip()
    if unit.depth and above:
        return f"{above} {printed}".strip()
    return _joined(above, printed)


def _joined(above: str, printed: str) -> str:
    return ", ".join(filter(None, (above, printed)))


def _words(unit: Unit) -> str:
    if isinstance(unit.block, Table):
        return " · ".join(filter(None, _cells(unit.block, unit.text)))
    if isinstance(unit.block, Reproduced):
        return ""  # it is found in its own record
    return plain(unit.text)


def _cells(table: Table, name: str) -> Iterator[str]:
    yield plain(name)
    for row in table.rows:
        yield from (plain(cell.text) for cell in row)
    yield from (plain(note) for note in table.notes.values())
