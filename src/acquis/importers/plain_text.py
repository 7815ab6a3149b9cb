"""The text of a decision or a document, from its pieces to the values of a record.

A decision has a title, an opening, a preamble, numbered paragraphs, annexes, and the lines of its
adoption; a document has headings and paragraphs, and annexes. Drafts that are reproduced in
either become records of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from acquis.importers import record
from acquis.importers.annexes import Division, divide
from acquis.importers.imported import Record, Settings
from acquis.importers.line import Kind, Line
from acquis.importers.outline import Outline, Part, outline
from acquis.importers.plain_head import Head, draft_of
from acquis.importers.plain_heading import is_annex
from acquis.importers.plain_lines import lines
from acquis.importers.plain_notes import Notes
from acquis.importers.plain_piece import Piece
from acquis.importers.plain_split import drafts
from acquis.importers.report import Remark, Report
from acquis.position import Position

_COMMAS = (",", "،", "，")
_CLOSING = " ]})”\"'»"


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft found in another text: its heading where it has one, its pieces, its record's id."""

    head: Head | None
    pieces: list[Piece]
    id: str


@dataclass(slots=True)
class Text:
    """What is known while one text of a file is read.

    `id` names the drafts in it: "note-draft", "note-draft-2". With `nested`, the text is a draft
    itself, in which no others are looked for.
    """

    file: str
    settings: Settings
    known: Notes
    language: str
    id: str
    nested: bool = False
    report: Report = field(default_factory=Report)
    drafts: list[Draft] = field(default_factory=list)

    def remark(self, piece: Piece, reason: str, words: str = "") -> Remark:
        """A piece as an entry of the report."""
        at = Position(self.file, piece.line)
        return Remark(at, f"line {piece.line}", words or piece.text, reason)

    def left(self, pieces: Sequence[Piece], reason: str) -> None:
        """Report pieces that found no place, as one entry."""
        if pieces:
            words = " ".join(piece.text for piece in pieces)
            self.report.leftover.append(self.remark(pieces[0], reason, words))

    def starts(self, pieces: Sequence[Piece]) -> list[bool]:
        """For each piece whether an annex begins there."""
        return [is_annex(piece, self.language) for piece in pieces]

    def decision(self, pieces: Sequence[Piece]) -> Record:
        """The preamble, the operative part and the annexes of what stands below an opening."""
        body, annexes = self._read(pieces)
        border = _border(body)
        preamble = self._outline(body[:border], "preamble")
        operative = self._outline(body[border:], "operative")
        return {
            "preamble": record.blocks([*preamble.blocks, *operative.preamble], self.language),
            "operative": record.blocks(operative.blocks, self.language),
            "annexes": annexes,
        }

    def document(self, pieces: Sequence[Piece]) -> Record:
        """The blocks and the annexes of a document.

        Where no paragraph has a number, Word has set them by itself: they are computed.
        """
        body, annexes = self._read(pieces)
        result = self._outline(body, "annex")
        blocks = record.blocks(result.blocks, self.language)
        if not any(line.label and line.counts for line in body):
            blocks = _counted(blocks)
        return {"blocks": blocks, "annexes": annexes}

    def _read(self, pieces: Sequence[Piece]) -> tuple[list[Line], list[Record]]:
        """The lines before the annexes, and the annexes."""
        reading = lines(self._without_drafts(pieces), self.known, self.language, self.file)
        self.report.leftover += reading.leftover
        self.report.notices += reading.notices
        found = reading.lines
        heads = {
            piece.line for piece, starts in zip(pieces, self.starts(pieces), strict=True) if starts
        }
        start = next(
            (
                place
                for place, line in enumerate(found)
                if line.kind is Kind.HEADING and line.position.line in heads
            ),
            len(found),
        )
        annexes = [self._annex(division) for division in divide(found[start:], self.language)]
        return found[:start], annexes

    def _annex(self, division: Division) -> Record:
        body = self._outline(division.lines, "annex")
        found: Record = {
            "label": division.label,
            "title": division.title,
            "note": division.note,
            "blocks": record.blocks(body.blocks, self.language),
            "annexes": [self._annex(inner) for inner in division.annexes],
        }
        return {key: value for key, value in found.items() if value}

    def _outline(self, found: Sequence[Line], part: Part) -> Outline:
        result = outline(found, part)
        self.report.notices += result.notices
        return result

    def _without_drafts(self, pieces: Sequence[Piece]) -> list[Piece | Line]:
        """The pieces with a line in place of each draft, which gets a record of its own."""
        kept: list[Piece | Line] = list(pieces)
        if self.nested:
            return kept
        found = drafts(pieces, self.settings, self.starts(pieces))
        for extent in reversed(found):
            inner = list(pieces[extent])
            head = draft_of(inner[0])
            number = found.index(extent) + 1
            id_ = f"{self.id}-draft" + (f"-{number}" if len(found) > 1 else "")
            self.drafts.insert(0, Draft(head, inner[1:] if head else inner, id_))
            at = Position(self.file, inner[0].line)
            kept[extent] = [Line(Kind.REPRODUCED, at, f"line {inner[0].line}", id_)]
        return kept


def _border(body: Sequence[Line]) -> int:
    """Where the preamble ends: before the first numbered paragraph and the headings over it.

    Where none is numbered, before the first paragraph that does not end in a comma.
    """
    first = next((place for place, line in enumerate(body) if line.counts), None)
    if first is None:
        ends = (place for place, line in enumerate(body) if not _preambular(line))
        return next(ends, len(body))
    while first and (body[first - 1].kind is Kind.HEADING or _leads(body[first - 1])):
        first -= 1
    heading = next((at for at in range(first) if body[at].kind is Kind.HEADING), first)
    # A section's preamble comes behind its heading, which the numbered paragraphs follow.
    return heading if heading and all(_preambular(line) for line in body[:heading]) else first


def _preambular(line: Line) -> bool:
    if line.kind is not Kind.TEXT:
        return False
    words = line.words.rstrip(_CLOSING)
    return words.endswith(_COMMAS) or (line.label is not None and not line.counts)


def _leads(line: Line) -> bool:
    """Whether a line without a number belongs to the operative part that begins below it."""
    return line.kind is Kind.TEXT and line.label is None and not _preambular(line)


def _counted(blocks: Sequence[object]) -> list[object]:
    """Blocks whose paragraphs have computed numbers in place of none."""
    return [_with_number(block) for block in blocks]


def _with_number(block: object) -> object:
    if not isinstance(block, dict):
        return block
    kept = {key: value for key, value in block.items() if (key, value) != ("number", "none")}
    if "blocks" in kept:
        kept["blocks"] = _counted(kept["blocks"])
    return kept["text"] if set(kept) == {"text"} else kept
