"""Provisions: a text as a row of what can differ, in reading order.

A paragraph, an item, a heading, a row of a table, a footnote, a title: each with its anchor, the
number printed before it, and its words. Nothing of a text is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from acquis.model.block import NOWHERE, Block, Cell, Figure, Reproduced, Table
from acquis.model.decision import Version
from acquis.model.unit import Division, Unit
from acquis.position import Position

#: Provisions are only compared with those of their family.
Family: TypeAlias = Literal["title", "heading", "paragraph", "table", "note", "other"]


@dataclass(frozen=True, slots=True)
class Provision:
    """The smallest part of a text that is compared as one.

    `anchor` is the address on the text's page, "" for its title, subtitle and opening; a table's
    rows share theirs. `number` is printed before it ("4.", "(b)", "Annex II", a footnote's label).
    `words` hold marks. `kind` says more than the family: "preamble", "opening", "row". `form` is
    what else of it is seen: how cells of a table are joined. `at` is its place in the data.
    """

    family: Family
    kind: str
    anchor: str
    number: str
    words: str
    form: str = ""
    at: Position = NOWHERE


def provisions(division: Division) -> tuple[Provision, ...]:
    """All that a text consists of, in reading order; the footnotes come last."""
    body: list[Provision] = []
    notes: list[Provision] = []
    for inner in division.divisions():
        body += _head(inner)
        for unit in (*inner.preamble, *inner.operative):
            body += _unit(unit)
        for note in inner.footnotes:
            at = note.footnote.at
            notes.append(Provision("note", "note", note.anchor, note.label, note.text, at=at))
    return (*body, *notes)


def _head(division: Division) -> Iterator[Provision]:
    """The title and what stands with it; of a part and an annex its label too."""
    source = division.source

    def place(key: str) -> Position:
        return source.spots.get(key, source.at) if source is not None else NOWHERE

    if division.kind == "text":
        titles = {"title": division.title}
        if isinstance(source, Version):
            titles["subtitle"] = source.subtitle
        for kind, words in titles.items():
            if words:
                yield Provision("title", kind, "", "", words, at=place(kind))
    else:
        at = place("title")
        yield Provision(
            "heading", division.kind, division.anchor, division.label, division.title, at=at
        )
    if division.note:
        yield Provision("other", "note", division.anchor, "", division.note, at=place("note"))
    if division.opening:
        at = place("opening")
        yield Provision("other", "opening", division.anchor, "", division.opening, at=at)


def _unit(unit: Unit) -> Iterator[Provision]:
    """A unit and all within it."""
    block = unit.block
    if isinstance(block, Table):
        yield from _table(unit, block)
    elif unit.kind != "quote":
        words, form = _words(block, unit.text)
        family: Family = "other"
        kind: str = unit.kind
        if unit.kind == "heading":
            family = "heading"
        elif unit.kind == "paragraph":
            family = "paragraph"
            kind = "preamble" if unit.part == "preamble" and not unit.depth else kind
        yield Provision(family, kind, unit.anchor, unit.number, words, form, block.at)
    for inner in (*unit.preamble, *unit.items, *unit.then):
        yield from _unit(inner)


def _words(block: Block, text: str) -> tuple[str, str]:
    """The words of a unit without a table, and what else is seen of it."""
    if isinstance(block, Figure):
        return block.alt, block.file
    if isinstance(block, Reproduced):
        return "", block.decision
    return text, ""


def _table(unit: Unit, table: Table) -> Iterator[Provision]:
    """A table: its caption, its rows, cells parted by tabs, and its notes."""
    if table.label or table.title:
        at = table.spots.get("table.title", table.at)
        yield Provision("table", "caption", unit.anchor, table.label, table.title, at=at)
    for place, row in enumerate(table.rows):
        words = "\t".join(cell.text for cell in row)
        at = next((cell.at for cell in row), table.at)
        kind = "head" if place < table.head else "row"
        yield Provision("table", kind, unit.anchor, "", words, _joined(row), at)
    for label, note in table.notes.items():
        at = table.spots.get(f"table.notes.{label}", table.at)
        yield Provision("note", "table note", unit.anchor, label, note, at=at)


def _joined(row: tuple[Cell, ...]) -> str:
    """Which cells of a row go over several columns or rows: "2:3x1" is the second, over three."""
    return " ".join(
        f"{place}:{cell.cols}x{cell.rows}"
        for place, cell in enumerate(row, 1)
        if cell.cols > 1 or cell.rows > 1
    )
