"""Blocks: what the parts of a decision and of a document are made of.

Each class is one kind of block of the YAML format and has its keys. Texts hold marks (see
`acquis.text`). `at` is the place of the block's text, `spots` the places of its other values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from acquis.position import Position

NOWHERE = Position("")
#: `number: none`: the unit is printed without a number.
UNNUMBERED: Literal["none"] = "none"

STYLES = ("alpha", "roman", "decimal", "dash", "bullet", "none")
PROGRESS = ("not started", "in progress", "implemented", "overtaken")

Spots = Mapping[str, Position]
_NO_SPOTS: Spots = {}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a mandate is implemented, since when, and who says so."""

    status: str
    date: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or an item: its text, the items it introduces, and what follows them in it.

    `number` is None (computed), "none", or the number as the source prints it. `style` says how
    the items are numbered, None meaning as their depth asks for. `then` goes on with the same
    paragraph after its items: flush text, a quote, a table. `actors` (ids), `due`, `action` and
    `progress` follow the paragraph's mandate up.
    """

    text: str
    number: str | None = None
    items: tuple[Block, ...] = ()
    style: str | None = None
    then: tuple[Block, ...] = ()
    actors: tuple[str, ...] = ()
    due: date | None = None
    action: str = ""
    progress: Progress | None = None
    at: Position = field(default=NOWHERE, compare=False)
    spots: Spots = field(default_factory=lambda: _NO_SPOTS, compare=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, what stands under it (`blocks`, or whatever follows it), its own preamble.

    `restart` lets the numbers of paragraphs begin at 1 again; otherwise they run on.
    """

    text: str
    number: str | None = None
    restart: bool = False
    preamble: tuple[Block, ...] = ()
    blocks: tuple[Block, ...] = ()
    at: Position = field(default=NOWHERE, compare=False)
    spots: Spots = field(default_factory=lambda: _NO_SPOTS, compare=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted text; its numbers are those that it prints, and count nowhere."""

    blocks: tuple[Block, ...]
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its text, and over how many columns and rows it goes."""

    text: str
    cols: int = 1
    rows: int = 1
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the first `head` of its `rows` are its head; `notes` stand under it by label."""

    rows: tuple[tuple[Cell, ...], ...]
    label: str = ""
    title: str = ""
    head: int = 0
    notes: Mapping[str, str] = field(default_factory=dict)
    at: Position = field(default=NOWHERE, compare=False)
    spots: Spots = field(default_factory=lambda: _NO_SPOTS, compare=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: a file beside the data, and what it shows in words."""

    file: str
    alt: str
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of asterisks between parts of a text."""

    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Reproduced:
    """A draft decision that is reproduced here; its text lives once, in its own record."""

    decision: str
    at: Position = field(default=NOWHERE, compare=False)


Block = Paragraph | Heading | Quote | Table | Figure | Rule | Reproduced
