"""Versions: several texts side by side, as the conventions' versions of one decision are.

The first text is the reference. Each further one is laid beside what the texts before it have
together, so that what only some of them have in common stands in one line too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from acquis.align.comparison import apart, lay, wording
from acquis.align.provision import Provision, provisions
from acquis.align.words import Piece, differences
from acquis.model.unit import Division


@dataclass(frozen=True)
class Line:
    """What answers to one another in several texts.

    `cells` has for each text what it has of it, mostly one provision, () for nothing. `moved`
    are the texts, counted from 0, in which it stands in another place than in those before.
    """

    cells: tuple[tuple[Provision, ...], ...]
    moved: frozenset[int] = frozenset()

    @cached_property
    def base(self) -> int:
        """The text against which the others are held: the first that has anything of it."""
        return next(place for place, cell in enumerate(self.cells) if cell)

    @cached_property
    def same(self) -> bool:
        """Whether all texts have it, in the same words."""
        return all(self.cells) and len({wording(cell) for cell in self.cells}) == 1

    def differs(self, place: int) -> bool:
        """Whether a text has it in other words than the base; one that lacks it has none."""
        return bool(self.cells[place]) and wording(self.cells[place]) != wording(
            self.cells[self.base]
        )

    def pieces(self, place: int) -> tuple[Piece, ...]:
        """The words of a text against those of the base, word by word."""
        return differences(wording(self.cells[self.base]), wording(self.cells[place]))


def versions(texts: Sequence[Division]) -> tuple[Line, ...]:
    """Lay several texts side by side: the lines in the order of the first, footnotes last.

    What the first lacks stands behind what goes before it in the text that has it.
    """
    rows = [apart(provisions(text)) for text in texts]
    bodies = [body for body, _ in rows]
    notes = [note for _, note in rows]
    return (*_merged(bodies), *_merged(notes))


def _merged(texts: Sequence[Sequence[Provision]]) -> list[Line]:
    lines: list[Line] = []
    for column, text in enumerate(texts):
        lines = _joined(lines, text, column)
    wide = len(texts)
    return [Line((*line.cells, *((),) * (wide - len(line.cells))), line.moved) for line in lines]


def _joined(lines: Sequence[Line], text: Sequence[Provision], column: int) -> list[Line]:
    """The lines of `column` texts, with one more text beside them."""
    known = [line.cells[line.base][0] for line in lines]
    empty: tuple[tuple[Provision, ...], ...] = ((),) * column
    at: dict[int, list[Line]] = {}  # what stands at the place of a line, with it or behind it
    place = -1
    for lefts, rights, moved in lay(known, text):
        cell = tuple(text[right] for right in rights)
        if not lefts:
            at.setdefault(place, []).append(Line((*empty, cell)))
            continue
        joined = _one([lines[left] for left in lefts], column)
        here = joined.moved | {column} if moved and cell else joined.moved
        # The order of the lines stays: what moved is told where it stood.
        at.setdefault(lefts[0], []).insert(0, Line((*joined.cells, cell), here))
        place = place if moved else lefts[-1]
    return [line for here in sorted(at) for line in at[here]]


def _one(lines: Sequence[Line], column: int) -> Line:
    """Several lines as one: their texts follow one another in each cell."""
    if len(lines) == 1:
        cells = lines[0].cells
        return Line((*cells, *((),) * (column - len(cells))), lines[0].moved)
    width = range(column)
    cells = tuple(
        tuple(p for line in lines for p in (line.cells[k] if k < len(line.cells) else ()))
        for k in width
    )
    return Line(cells, frozenset().union(*(line.moved for line in lines)))
