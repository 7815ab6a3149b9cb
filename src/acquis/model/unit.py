"""Units: the text of a decision or document, numbered and anchored, to be shown or sent on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from acquis.model.block import Block
from acquis.model.decision import Annex, Footnote, Part, Version

Kind = Literal["paragraph", "heading", "table", "quote", "rule", "figure", "decision"]
Place = Literal["preamble", "operative", "annex"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A block with its anchor and its printed number ("" where it has none).

    `text` holds marks. `depth` is 0 for a paragraph, 1 for its items. `items` are the items of a
    paragraph, the blocks under a heading, or what is quoted; `preamble` is that of a heading;
    `then` goes on with the same paragraph. `parent` is the anchor of the unit around it.
    """

    kind: Kind
    anchor: str
    part: Place
    text: str
    block: Block
    number: str = ""
    depth: int = 0
    parent: str = ""
    preamble: tuple[Unit, ...] = ()
    items: tuple[Unit, ...] = ()
    then: tuple[Unit, ...] = ()

    def walk(self) -> Iterator[Unit]:
        """This unit and all within it, in reading order."""
        yield self
        if self.items or self.then or self.preamble:
            for unit in (*self.preamble, *self.items, *self.then):
                yield from unit.walk()


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote with its anchor, the place of its first mark, and how often it is referred to."""

    label: str
    anchor: str
    text: str
    part: Place | None
    references: int
    footnote: Footnote


@dataclass(frozen=True, slots=True)
class Division:
    """The main text, one of its parts A, B …, or an annex.

    `anchor` is "" for the main text. `label` is the printed "A" or "Annex II". `opening` is
    printed as it stands, comma included, "" where there is none.
    """

    kind: Literal["text", "part", "annex"]
    anchor: str
    label: str = ""
    title: str = ""
    note: str = ""
    opening: str = ""
    preamble: tuple[Unit, ...] = ()
    operative: tuple[Unit, ...] = ()
    parts: tuple[Division, ...] = ()
    annexes: tuple[Division, ...] = ()
    footnotes: tuple[Note, ...] = ()
    source: Version | Part | Annex | None = field(default=None, compare=False)

    def walk(self) -> Iterator[Unit]:
        """All units of this division and of those within it, in reading order."""
        for division in self.divisions():
            for unit in (*division.preamble, *division.operative):
                yield from unit.walk()

    def divisions(self) -> Iterator[Division]:
        """This division and all within it, in reading order."""
        yield self
        for division in (*self.parts, *self.annexes):
            yield from division.divisions()

    def notes_in(self, anchor: str) -> dict[str, Note]:
        """The footnotes that marks in the division with this anchor refer to, by label.

        An annex's own notes stand before those of the annex around it and of the main text.
        """
        visible: dict[str, Note] = {}
        divisions = {division.anchor: division for division in self.divisions()}
        for around in reversed(enclosing(anchor)):
            if around in divisions:
                visible.update({note.label: note for note in divisions[around].footnotes})
        return visible


def enclosing(anchor: str) -> tuple[str, ...]:
    """The anchors of a division and of those around it, innermost first, "" for the main text."""
    result = [anchor]
    while "-annex-" in result[-1]:
        result.append(result[-1].rpartition("-annex-")[0])
    return (*result, "") if anchor else ("",)
