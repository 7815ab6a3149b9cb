"""Tables: the columns that hold figures, so that these can stand under one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from acquis.model.block import Cell, Table
from acquis.text import plain

#: A row's cells, each with whether it belongs to a column of figures.
Row: TypeAlias = tuple[tuple[Cell, bool], ...]

#: An amount, a share, a year: "63 930 800", "(114,600)", "1.5", "12 %".
_FIGURES = re.compile(r"[(\[]?[-+\u2212\u2013]?\s?(?:[$€£]\s?)?\d[\d\s.,\u066b\u066c]*%?[)\]]?")
#: What stands where there is no figure.
_NONE = re.compile(r"[-\u2212\u2013\u2014.…]*")


def rows(table: Table) -> list[Row]:
    """The rows of a table, the head's first.

    A column holds figures if nothing else stands in it below the head; the first is the row's name.
    """
    placed = list(_placed(table.rows))
    found: dict[int, list[str]] = {}
    for row in placed[table.head :]:
        for cell, column in row:
            if _tells(cell):
                for one in range(column, column + cell.cols):
                    found.setdefault(one, []).append(_words(cell))
    figures = {column for column, words in found.items() if column and _are_figures(words)}
    return [
        tuple(
            (cell, _tells(cell) and figures.issuperset(range(column, column + cell.cols)))
            for cell, column in row
        )
        for row in placed
    ]


def _tells(cell: Cell) -> bool:
    """Whether a cell tells what its columns hold: words that go over several tell of none."""
    return cell.cols == 1 or _FIGURES.fullmatch(_words(cell)) is not None


def _words(cell: Cell) -> str:
    return plain(cell.text).strip()


def _are_figures(words: Sequence[str]) -> bool:
    """Whether the cells of a column hold figures and nothing else."""
    told = [one for one in words if not _NONE.fullmatch(one)]
    return bool(told) and all(_FIGURES.fullmatch(one) for one in told)


def _placed(table_rows: Sequence[Sequence[Cell]]) -> Iterator[list[tuple[Cell, int]]]:
    """The cells of each row with the column that each begins in, counted from 0."""
    taken: dict[int, int] = {}  # how many rows more a cell from above reaches into a column
    for row in table_rows:
        placed = []
        below = {column: left - 1 for column, left in taken.items() if left > 1}
        column = 0
        for cell in row:
            while column in taken:
                column += 1
            placed.append((cell, column))
            if cell.rows > 1:
                below |= dict.fromkeys(range(column, column + cell.cols), cell.rows - 1)
            column += cell.cols
        yield placed
        taken = below
