"""Tables drawn plainly: columns of words, a line of dashes under the head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from acquis.cli.typesetting import Typesetter, width
from acquis.model.block import Cell, Table
from acquis.text import Style, plain

#: What stands between two columns, and the narrowest column that can still be read.
_GAP = 2
_NARROWEST = 6

#: A cell and the column in which it begins.
_Placed = tuple[int, Cell]


def grid(table: Table, typesetter: Typesetter, margin: str) -> Iterator[str]:
    """The rows and notes of a table, in lines; its caption is not drawn.

    A table that has more columns than the width allows is told row by row.
    """
    room = typesetter.columns - len(margin)
    rows = list(_placed(table.rows))
    columns = max((place + cell.cols for row in rows for place, cell in row), default=0)
    if columns * (_NARROWEST + _GAP) > room:
        for cells in table.rows:
            words = " | ".join(cell.text for cell in cells)
            yield from typesetter.paragraph(words, margin, f"{margin}    ")
    else:
        widths = _widths(rows, columns, room)
        for number, row in enumerate(rows, 1):
            style = Style.STRONG if number <= table.head else Style.PLAIN
            yield from _row(row, widths, typesetter, margin, style)
            if number == table.head:
                yield margin + (" " * _GAP).join("-" * columns for columns in widths)
    for label, words in table.notes.items():
        yield from typesetter.paragraph(words, f"{margin}{label}  ", f"{margin}   ")


def _placed(rows: Sequence[Sequence[Cell]]) -> Iterator[list[_Placed]]:
    """The rows with the column of each cell; what a cell above goes over is left free."""
    taken: dict[int, int] = {}  # by column: in how many rows from here it is still taken
    for cells in rows:
        placed = []
        column = 0
        below: dict[int, int] = {}
        for cell in cells:
            while taken.get(column):
                column += 1
            placed.append((column, cell))
            if cell.rows > 1:
                # Beyond the widest table that is drawn it makes no difference.
                below |= dict.fromkeys(range(column, column + min(cell.cols, 99)), cell.rows)
            column += max(cell.cols, 1)
        taken = {place: left - 1 for place, left in (taken | below).items() if left > 1}
        yield placed


def _widths(rows: Sequence[Sequence[_Placed]], columns: int, room: int) -> list[int]:
    """What each column gets: what it needs, or an equal share of what the narrow ones leave."""
    needed = [_NARROWEST] * columns
    for row in rows:
        for place, cell in row:
            if cell.cols == 1:
                needed[place] = max(needed[place], width(plain(cell.text)))
    room -= _GAP * (columns - 1)
    widths = [0] * columns
    for left, place in enumerate(sorted(range(columns), key=needed.__getitem__)):
        widths[place] = min(needed[place], room // (columns - left))
        room -= widths[place]
    return widths


def _row(
    row: Sequence[_Placed], widths: Sequence[int], typesetter: Typesetter, margin: str, style: int
) -> Iterator[str]:
    cells = []
    for place, cell in row:
        spanned = widths[place : place + cell.cols]
        columns = sum(spanned) + _GAP * (len(spanned) - 1)
        inner = replace(typesetter, columns=columns)
        cells.append((place, inner.paragraph(cell.text, style=style), inner.measured(cell.text)))
    height = max((len(lines) for _, lines, _ in cells), default=0)
    for number in range(height):
        line, used = margin, 0
        for place, lines, measured in cells:
            start = sum(widths[:place]) + _GAP * place
            if number < len(lines) and lines[number]:
                line += " " * max(start - used, 1 if used else 0) + lines[number]
                used = max(start, used + 1 if used else 0) + measured[number]
        yield line.rstrip(" ")
