"""Tables in Word: rows of cells, merged cells, the rows of the head, and notes in the last row.

A cell that goes over several rows begins with `vMerge` "restart" and goes on in the rows below;
one over several columns has a `gridSpan` (ECMA-376, part 1, 17.4.84 and 17.4.17).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from lxml import etree

from acquis.importers.runs import marked, split, trimmed
from acquis.importers.word_label import raised_label
from acquis.importers.word_xml import children, first, local, number, on, value
from acquis.text import Run

#: The runs of each paragraph of a cell, read from the cell and its path.
CellReader: TypeAlias = Callable[[etree._Element, str], list[list[Run]]]
#: Over how many columns a cell goes at the most.
_WIDEST = 500


@dataclass(frozen=True, slots=True)
class Table:
    """A table's record; how many rows without a word were left out, rows deleted by editors."""

    record: dict[str, Any]
    wordless: int = 0
    deleted: int = 0


@dataclass(slots=True)
class _Cell:
    """A cell at a column; `merge` is "", "restart" or "continue"."""

    column: int
    cols: int
    merge: str
    paragraphs: list[list[Run]]
    rows: int = 1

    @property
    def text(self) -> str:
        runs: list[Run] = []
        for paragraph in self.paragraphs:
            words = trimmed(paragraph)
            runs += [Run(" "), *words] if runs and words else words
        return marked(runs)


@dataclass(slots=True)
class _Row:
    cells: list[_Cell]
    head: bool

    @property
    def wordless(self) -> bool:
        return not any(cell.text or cell.merge == "restart" for cell in self.cells)


def table(element: etree._Element, path: str, read: CellReader) -> Table:
    """Read a table. Rows without a word in the head and at the edges only draw lines: they go."""
    rows, deleted = _rows(element, path, read)
    wordless = 0
    for place in range(len(rows) - 1, -1, -1):
        at_edge = place in (0, len(rows) - 1) or rows[place].head
        if at_edge and rows[place].wordless:
            del rows[place]
            wordless += 1
    notes = _notes(rows)
    head = 0
    while head < len(rows) and rows[head].head:
        head += 1
    record: dict[str, Any] = {"head": head} if 0 < head < len(rows) else {}
    _merge(rows)
    record["rows"] = [[_cell(cell) for cell in row.cells if cell.merge != "gone"] for row in rows]
    if notes:
        record["notes"] = notes
    return Table(record, wordless, deleted)


def _rows(element: etree._Element, path: str, read: CellReader) -> tuple[list[_Row], int]:
    rows: list[_Row] = []
    deleted = 0
    open_merges: set[int] = set()
    for place, row in enumerate(_inner(element, "tr"), 1):
        properties = first(row, "trPr")
        if first(properties, "del") is not None:
            deleted += 1
            continue
        column = _span(first(properties, "gridBefore"), 0)
        cells = [_Cell(0, column, "", [])] if column else []
        merges: set[int] = set()
        for cell_place, cell in enumerate(_inner(row, "tc"), 1):
            cols = _span(first(cell, "tcPr", "gridSpan"), 1)
            merge = _merge_of(cell, column, open_merges)
            here = f"{path}/tr[{place}]/tc[{cell_place}]"
            words = [] if merge == "continue" else read(cell, here)
            cells.append(_Cell(column, cols, merge, words))
            if merge:
                merges.add(column)
            column += cols
        after = _span(first(properties, "gridAfter"), 0)
        if after and cells:
            cells.append(_Cell(column, after, "", []))
        open_merges = merges
        if cells:
            rows.append(_Row(cells, bool(on(first(properties, "tblHeader")))))
    return rows, deleted


def _inner(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows or cells right in an element, or wrapped in controls and insertions."""
    for child in element:
        kind = local(child)
        if kind == name:
            yield child
        elif kind in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _inner(child, name)


def _span(element: etree._Element | None, default: int) -> int:
    found = number(element)
    return default if found is None else min(max(found, default), _WIDEST)


def _merge_of(cell: etree._Element, column: int, open_merges: set[int]) -> str:
    merge = first(cell, "tcPr", "vMerge")
    if merge is None:
        return ""
    # Without a cell above to go on with, it begins one.
    return "continue" if value(merge) != "restart" and column in open_merges else "restart"


def _merge(rows: Sequence[_Row]) -> None:
    """Count the rows that each merged cell goes over, and let its continuations go."""
    owners: dict[int, _Cell] = {}
    for row in rows:
        current: dict[int, _Cell] = {}
        for cell in row.cells:
            owner = owners.get(cell.column)
            if cell.merge == "continue" and owner is not None:
                owner.rows += 1
                cell.merge = "gone"
                current[cell.column] = owner
            elif cell.merge:
                current[cell.column] = cell
        owners = current


def _cell(cell: _Cell) -> Any:
    text = cell.text
    spans = {"cols": cell.cols, "rows": cell.rows}
    spans = {name: span for name, span in spans.items() if span > 1}
    if not spans:
        return text
    return {"text": text, **spans} if text else spans


def _notes(rows: list[_Row]) -> dict[str, str]:
    """The notes of a table that fill its last row: paragraphs that begin with a raised letter."""
    if len(rows) < 2 or len(rows[-1].cells) != 1:
        return {}
    notes: dict[str, str] = {}
    for paragraph in rows[-1].cells[0].paragraphs:
        runs = trimmed(paragraph)
        if not runs:
            continue
        found = raised_label(runs)
        if found is None or found[0].sign in notes:
            return {}
        label, length = found
        notes[label.sign] = marked(split(runs, length))
    if notes:
        del rows[-1]
    return notes


def nested(cell: etree._Element) -> bool:
    """Whether a table stands in a cell."""
    return any(True for _ in children(cell, "tbl"))
