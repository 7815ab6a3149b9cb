"""Tables of a text file: what stands over them, their cells, and the notes below them."""

from __future__ import annotations

import re
from typing import Any

from acquis.importers import label as labels
from acquis.importers.label import Label
from acquis.importers.plain_notes import Notes, marked
from acquis.importers.plain_piece import Piece

_NUMBER = r"(?:\d{1,3}|[IVX]{1,5}|[A-Z])(?:\s?\([a-z]\)|[a-z])?"
_LABEL = re.compile(rf"[^\W\d_]{{1,12}}\s+{_NUMBER}")
_TITLED = re.compile(rf"(?P<label>[^\W\d_]{{1,12}}\s+{_NUMBER})[.:]\s+(?P<title>\S.*)")
#: A figure's caption, or that of a table, in the six languages of the United Nations.
_CAPTION = re.compile(
    r"(?:Figure|Figura|Gráfico|Рисунок|Рис\.|الشكل|图|Table|Tableau|Cuadro|Таблица|الجدول|表)"
    rf"\s*{_NUMBER}(?:\b|$)"
)
_NOTE = re.compile(r"(?P<sign>[a-z]|\*{1,3}|\d{1,2})(?P<space>\s+)(?P<text>\S.*)", re.DOTALL)
_REMARK = re.compile(r"[^\W\d_]{3,20}\s?:\s+\S")
#: A letter that stuck to the word or figure before it: "(ABC)a", "0.006a".
_STUCK = re.compile(r"(?<=[)\d%”])(?P<signs>[a-z](?:,\s?[a-z])*)$")


def is_caption(words: str) -> bool:
    """Whether a line is, or begins with, the label of a figure or a table."""
    return bool(_CAPTION.match(words))


def is_label(words: str) -> bool:
    """Whether a line is nothing but the label of a table: "Table 7(a)"."""
    return bool(_LABEL.fullmatch(words))


def titled(words: str) -> tuple[str, str] | None:
    """The label and the title of a table that stand on one line."""
    match = _TITLED.fullmatch(words)
    return (match["label"], match["title"]) if match else None


def table(piece: Piece, known: Notes) -> dict[str, Any]:
    """A table's record. All cells stay, those of ragged rows and repeated ones included.

    A first row of words over several columns is taken as the head.
    """
    rows = [[marked(cell, known) for cell in row] for row in piece.rows]
    first = piece.rows[0]
    words = [cell for cell in first if cell]
    head = len(rows) > 1 and len(words) > 1 and all(re.search(r"[^\W\d_]", cell) for cell in words)
    return {"head": 1, "rows": rows} if head else {"rows": rows}


def note_of(words: str, last: Label | None) -> tuple[Label | None, str] | None:
    """The letter and the text of a note below a table; a remark ("Source: …") has no letter.

    `last` is the letter of the note before. None for a line that is no note.
    """
    match = _NOTE.fullmatch(words)
    if match is not None:
        label = labels.read(match["sign"]) or Label(match["sign"], match["sign"], "{}", ())
        if len(match["space"]) > 1 or _follows(label, last):
            return label, match["text"]
    return (None, words) if _REMARK.match(words) else None


def _follows(label: Label, last: Label | None) -> bool:
    """Whether a letter that only one space sets off continues the letters of the notes."""
    value = label.value("alpha")
    before = last.value("alpha") if last else 0
    return value is not None and before is not None and value == before + 1


def raised(record: dict[str, Any]) -> None:
    """Raise letters that stuck to the ends of cells, where a note of the table has that letter."""
    notes = record.get("notes", {})
    for row in record["rows"] if notes else ():
        for place, cell in enumerate(row):
            match = _STUCK.search(cell)
            if match and all(sign.strip() in notes for sign in match["signs"].split(",")):
                row[place] = f"{cell[: match.start()]}^{match['signs']}^"
