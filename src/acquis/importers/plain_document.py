"""What stands over a document: its symbol on the masthead, its title, "Note by the secretariat"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from acquis.importers.imported import Record, Settings
from acquis.importers.plain_label import bare, label_of
from acquis.importers.plain_notes import Notes, marked
from acquis.importers.plain_piece import Piece
from acquis.model.institution import Body
from acquis.symbol import DEVICES, LONGEST_ID, RESERVED, normal, slug

#: In how many lines the masthead is looked for.
_TOP = 40
_KINDS = (
    ("note", re.compile(r"(?:Note|Nota|Записка|مذكرة)\b|.*(?:的说明|秘书处的?说明)$")),
    ("report", re.compile(r"(?:Report|Rapport|Informe|Доклад|تقرير)\b|.*的?报告$")),
    (
        "information document",
        re.compile(r"(?:Information (?:document|note)|Document d.information)"),
    ),
)
_ENDS = (".", ";", ":", ",", "。", "；", "：", "，", "،")


@dataclass(frozen=True, slots=True)
class Named:
    """A document's id and facts, and its pieces: the masthead, and what stands below the title."""

    id: str
    facts: Record
    masthead: list[Piece]
    body: list[Piece]


def masthead(pieces: Sequence[Piece], settings: Settings) -> str:
    """The document's symbol among the first lines and cells; "" where no body writes it so."""
    return next((symbol for symbol, _, _ in _symbols(pieces, settings)), "")


def named(pieces: list[Piece], file: str, settings: Settings, known: Notes) -> Named:
    """Read the lines over a document. Its id is the symbol's, or is made from the file's name."""
    symbol, place, meeting = next(_symbols(pieces, settings), ("", -1, ""))
    lead = _lead(pieces, place + 1)
    titles = pieces[lead]
    kinds = [kind for piece in titles for kind, form in _KINDS if form.match(piece.words)]
    last = next((at for at, piece in enumerate(titles) if _is_kind(piece)), 0)
    if not last and len(titles) > 1 and place < 0:
        last = 1
    subtitle = titles[last].words if last else ""
    title = titles[max(last - 1, 0)].words if titles else ""
    start = lead.start + (last + 1 if titles else 0)
    facts: Record = {
        "symbol": symbol,
        "kind": kinds[0] if kinds else "document",
        "title": marked(title, known),
        "subtitle": marked(subtitle, known),
        "meeting": meeting,
    }
    if not symbol:
        facts["id"] = _id(file, facts["title"])
    above = pieces[: lead.start + max(last - 1, 0)]
    return Named(slug(symbol) or facts["id"], facts, above, pieces[start:])


def _symbols(pieces: Sequence[Piece], settings: Settings) -> Iterator[tuple[str, int, str]]:
    """Documents' symbols in the first lines: the symbol, its place, the meeting that it tells."""
    for place, piece in enumerate(pieces[:_TOP]):
        cells = [cell for row in piece.rows for cell in row] or [piece.words]
        for cell in cells:
            if 0 < len(cell) <= 80:
                for body in settings.bodies:
                    meeting = _meeting(cell, body)
                    if meeting is not None:
                        yield normal(cell), place, meeting


def _meeting(symbol: str, body: Body) -> str | None:
    """The meeting that a document's symbol tells ("" where it tells none); None if not its own."""
    for pattern in body.document_symbols:
        values = pattern.parse(symbol)
        if values is not None:
            return (body.meeting_id.format(values) if body.meeting_id else "") or ""
    return None


def _lead(pieces: Sequence[Piece], start: int) -> slice:
    """The lines of a title: short ones without a number, up to one that tells the kind."""
    place = start
    while place < len(pieces) and (pieces[place].rows or ":" in pieces[place].words[:20]) and start:
        place += 1
    first = place
    while place < len(pieces) and place < first + 10:
        piece = pieces[place]
        if piece.rows or label_of(piece.words) or bare(piece.words) or len(piece.words) > 400:
            break
        if piece.words.endswith(_ENDS):
            break
        place += 1
        if _is_kind(piece) and place > first + 1:
            break
    return slice(first, place)


def _is_kind(piece: Piece) -> bool:
    return len(piece.words) < 80 and any(form.match(piece.words) for _, form in _KINDS)


def _id(file: str, title: str) -> str:
    """An id from the file's name, or from the title where the name has no Latin letter."""
    for source in (PurePath(file).stem, title, "document"):
        found = slug(source)[:LONGEST_ID].strip("-")
        if found in DEVICES or found in RESERVED:
            found = f"document-{found}"
        if found:
            return found[: LONGEST_ID - len("-draft-99")].strip("-")
    return "document"
