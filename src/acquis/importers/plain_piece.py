"""The pieces of a text file: its lines, those that belong together joined, and rows of tables.

Word's text has a line for each paragraph, indented by tabs. A line break inside of a paragraph
leaves the rest of it on a line without indentation; a row of a table stands between vertical
bars, or its cells are set off by tabs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from acquis.importers.plain_label import bare, label_of
from acquis.importers.plain_notes import Notes

#: How many lines a row of a table has at the most.
_LONGEST_ROW = 60
#: A line that goes on below is at least so long, unless what follows begins in lower case.
_WRAPPED = 50
_ENDS = tuple('.;:,!?…。；：，、)]”"')
_BREAK = re.compile(r"\r\n?|\n")
_TABLE_NOTE = re.compile(r"(?:[a-z]|\*{1,3}|\d{1,2})\s{2,}\S")


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of text without its indentation, or the rows of a table.

    `line` counts from 1; `after_gap` says that a line without words stands before it.
    """

    line: int
    depth: int
    words: str
    rows: tuple[tuple[str, ...], ...] = ()
    after_gap: bool = False
    open: bool = False  # a space stands at its end: the line goes on below

    @property
    def text(self) -> str:
        """All its words, those of the cells included."""
        return " ".join(cell for row in self.rows for cell in row if cell) or self.words


def pieces(text: str, known: Notes, alone: Callable[[str], bool]) -> list[Piece]:
    """The pieces of a text.

    `alone` tells lines that are never joined with another: headings of decisions and annexes.
    The footnotes in the lines are taken out and kept in `known`.
    """
    lines = list(_lines(text, known))
    return list(_joined(_tabbed(_rows(lines)), alone))


def _lines(text: str, known: Notes) -> Iterator[Piece]:
    gap = False
    for number, raw in enumerate(_BREAK.split(text), 1):
        body = raw.replace("\v", " ").replace("\f", " ").lstrip(" \t")
        depth = raw[: len(raw) - len(body)].count("\t")
        words = known.without(body, number)
        if words.strip():
            ended = words.rstrip()
            yield Piece(number, depth, words.strip(), (), gap, open=words != ended)
        gap = not words.strip()


def _rows(lines: list[Piece]) -> Iterator[Piece]:
    """Rows between vertical bars, which may take several lines, become one piece for each table."""
    place = 0
    table: Piece | None = None
    while place < len(lines):
        piece = lines[place]
        end = _row_end(lines, place)
        if end is None:
            if table is not None:
                yield table
                table = None
            yield piece
            place += 1
            continue
        row = " ".join(line.words for line in lines[place : end + 1])
        cells = tuple(cell.strip() for cell in row[1:-1].split("|"))
        if table is None or piece.after_gap:
            if table is not None:
                yield table
            table = replace(piece, words="", rows=(cells,))
        else:
            table = replace(table, rows=(*table.rows, cells))
        place = end + 1
    if table is not None:
        yield table


def _row_end(lines: list[Piece], start: int) -> int | None:
    """The line with which the row ends that begins here; None where none does."""
    if not lines[start].words.startswith("|"):
        return None
    for place in range(start, min(start + _LONGEST_ROW, len(lines))):
        words = lines[place].words
        if place > start and (words.startswith("|") or lines[place].after_gap):
            return None
        if words.endswith("|") and len(words) + place - start > 1:
            return place
    return None


def _tabbed(found: Iterator[Piece]) -> Iterator[Piece]:
    """Two lines or more of which each has several cells set off by tabs are a table."""
    waiting: list[Piece] = []
    for piece in found:
        if not piece.rows and "\t" in piece.words and label_of(piece.words) is None:
            if waiting and piece.after_gap:
                yield from _table(waiting)
                waiting = []
            waiting.append(piece)
            continue
        yield from _table(waiting)
        waiting = []
        yield piece
    yield from _table(waiting)


def _table(lines: list[Piece]) -> Iterator[Piece]:
    if len(lines) < 2:
        yield from lines
        return
    rows = tuple(tuple(cell.strip() for cell in line.words.split("\t")) for line in lines)
    yield replace(lines[0], words="", rows=rows)


def _joined(found: Iterator[Piece], alone: Callable[[str], bool]) -> Iterator[Piece]:
    """Lines that go on with the one before are joined to it."""
    last: Piece | None = None
    parts: list[str] = []
    length = 0
    for piece in found:
        if last is not None and _goes_on(last, piece, length, alone):
            parts.append(piece.words)
            length += len(piece.words)
            last = replace(last, words=piece.words, open=piece.open)
            continue
        if last is not None:
            yield replace(last, words=" ".join(parts))
        last, parts, length = piece, [piece.words], len(piece.words)
    if last is not None:
        yield replace(last, words=" ".join(parts))


def _goes_on(last: Piece, piece: Piece, length: int, alone: Callable[[str], bool]) -> bool:
    """Whether a line goes on with the one before, whose paragraph has so many characters."""
    if last.rows or piece.rows or piece.after_gap or alone(last.words) or alone(piece.words):
        return False
    if label_of(piece.words) or bare(piece.words) or _TABLE_NOTE.match(piece.words):
        return False
    if bare(last.words):
        return piece.words[0] not in "*_"  # a number on a line of its own
    if piece.depth or last.words.endswith(_ENDS):
        return False
    begins = piece.words[0].islower() or piece.words[0] == "("
    return last.open or begins or (last.depth > 0 and length >= _WRAPPED)
