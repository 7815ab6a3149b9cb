"""The text of a decision or a document, from its lines to the values of a record.

Where an annex begins, where a draft is reproduced and which lines tell the adoption is found as
in text files, from the words of the lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from acquis import text as marks
from acquis.importers import record
from acquis.importers.annexes import Division, divide
from acquis.importers.imported import Record, Settings
from acquis.importers.line import Kind, Line
from acquis.importers.outline import Outline, Part, outline
from acquis.importers.plain_adoption import adoption
from acquis.importers.plain_head import Head, draft_of
from acquis.importers.plain_lines import is_annex
from acquis.importers.plain_piece import Piece
from acquis.importers.plain_split import drafts
from acquis.importers.report import Remark, Report
from acquis.importers.word_caption import captioned
from acquis.importers.word_lines import Printed
from acquis.importers.word_notes import APART

_COMMAS = (",", "،", "，")
_TABLE_ROW = (("table",),)
_OWN = re.compile(rf"(?P<label>.+){APART}\d+")


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft found in another text: its heading where it has one, its lines, its record's id."""

    head: Head | None
    lines: list[Printed]
    id: str


@dataclass(slots=True)
class Text:
    """What is known while one text of a file is read.

    `id` names the drafts in it; with `nested`, the text is a draft itself and holds none.
    """

    settings: Settings
    language: str
    id: str
    nested: bool = False
    report: Report = field(default_factory=Report)
    drafts: list[Draft] = field(default_factory=list)

    def left(self, printed: Sequence[Printed], reason: str) -> None:
        """Report lines that found no place."""
        for part in printed:
            words = " ".join(words_of(part))
            line = part.line
            self.report.leftover.append(Remark(line.position, line.path, words, reason))

    def starts(self, printed: Sequence[Printed]) -> list[bool]:
        """For each line whether an annex begins there."""
        return [is_annex(piece, self.language) for piece in pieces(printed)]

    def adopted(self, printed: Sequence[Printed], facts: Record) -> list[Printed]:
        """The lines without those of the adoption, which go into the facts."""
        inside = list(printed)
        starts = self.starts(inside)
        found = adoption(pieces(inside), starts)
        if found is None:
            return inside
        facts |= {"adopted": found.on, "adopted_at": found.at}
        rest = inside[found.end :]
        if not any(starts[found.end :]):
            self.left(rest, "stands behind the adoption")
            rest = []
        return inside[: found.start] + rest

    def decision(self, printed: Sequence[Printed]) -> Record:
        """The preamble, the operative part and the annexes of what stands below an opening."""
        body, annexes = self._read(printed)
        border = _border(body)
        preamble = self._outline(body[:border], "preamble")
        operative = self._outline(body[border:], "operative")
        return {
            "preamble": record.blocks([*preamble.blocks, *operative.preamble], self.language),
            "operative": record.blocks(operative.blocks, self.language),
            "annexes": annexes,
        }

    def document(self, printed: Sequence[Printed]) -> Record:
        """The blocks and the annexes of a document."""
        body, annexes = self._read(printed)
        result = self._outline(body, "annex")
        return {"blocks": record.blocks(result.blocks, self.language), "annexes": annexes}

    def _read(self, printed: Sequence[Printed]) -> tuple[list[Line], list[Record]]:
        """The lines before the annexes, and the annexes."""
        inside = self._without_drafts(printed)
        starts = self.starts(inside)
        inside = [
            replace(part, line=_label_of_annex(part.line)) if annex else part
            for part, annex in zip(inside, starts, strict=True)
        ]
        start = starts.index(True) if True in starts else len(inside)
        body = captioned(inside[:start], starts[:start])
        behind = captioned(inside[start:], starts[start:])
        return body, [self._annex(division) for division in divide(behind, self.language)]

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

    def _without_drafts(self, printed: Sequence[Printed]) -> list[Printed]:
        """The lines with one in place of each draft, which gets a record of its own."""
        kept = list(printed)
        if self.nested:
            return kept
        extents = drafts(pieces(printed), self.settings, self.starts(printed))
        for number, extent in reversed(list(enumerate(extents, 1))):
            inner = kept[extent]
            head = draft_of(pieces(inner[:1])[0])
            id_ = f"{self.id}-draft" + (f"-{number}" if len(extents) > 1 else "")
            self.drafts.insert(0, Draft(head, inner[1:] if head else inner, id_))
            first = inner[0].line
            kept[extent] = [Printed(Line(Kind.REPRODUCED, first.position, first.path, id_))]
        return kept


def pieces(printed: Sequence[Printed]) -> list[Piece]:
    """The lines as pieces of a text file; `line` of each is its place among them, from 0."""
    return [
        Piece(place, 0, "", _TABLE_ROW)
        if part.line.kind in (Kind.TABLE, Kind.REPRODUCED)
        else Piece(place, 0, part.words)
        for place, part in enumerate(printed)
    ]


def words_of(part: Printed) -> Iterator[str]:
    """The words of a line, or of the cells of a table and its notes."""
    table = part.line.table
    if table is None:
        yield part.words.replace("\t", " ")
        return
    for row in table["rows"]:
        for cell in row:
            words = cell if isinstance(cell, str) else cell.get("text", "")
            if words:
                yield marks.plain(words)
    for label, note in table.get("notes", {}).items():
        yield f"{label} {marks.plain(note)}"


def with_notes(found: Record, texts: Mapping[str, str]) -> Record:
    """The record with the footnotes that it refers to, in the order of their marks.

    A label that stands for a second note (see `word_notes`) gets its printed form again where
    its mark is in an annex in which no other note has that label: then the annex has the note.
    """
    annexes = [_own_notes(annex, texts) for annex in found.get("annexes", ())]
    found = {**found, "annexes": annexes} if annexes else found
    labels = _labels([value for key, value in found.items() if key != "annexes"])
    for annex in annexes:
        labels += [label for label in _labels(annex) if label not in annex.get("footnotes", {})]
    notes = {label: texts[label] for label in labels if label in texts}
    return {**found, "footnotes": notes} if notes else found


def _own_notes(annex: Record, texts: Mapping[str, str]) -> Record:
    used = _labels(annex)
    own: dict[str, str] = {}
    for label in used:
        match = _OWN.fullmatch(label)
        printed = match["label"] if match and label in texts else ""
        if printed and printed not in used and printed not in own:
            own[printed] = texts[label]
            annex = _renamed(annex, f"[^{label}]", f"[^{printed}]")
    return {**annex, "footnotes": own} if own else annex


def _renamed(value: Record, old: str, new: str) -> Record:
    def inside(part: object) -> object:
        if isinstance(part, str):
            return part.replace(old, new)
        if isinstance(part, list):
            return [inside(item) for item in part]
        if isinstance(part, dict):
            return {key: inside(item) for key, item in part.items()}
        return part

    return {key: inside(part) for key, part in value.items()}


def _labels(value: object) -> list[str]:
    """The labels of the footnotes that the texts in a record refer to, each once, in order."""
    found: dict[str, None] = {}

    def look(part: object) -> None:
        if isinstance(part, str):
            found.update(dict.fromkeys(marks.notes(part)))
        elif isinstance(part, dict):
            for item in part.values():
                look(item)
        elif isinstance(part, list):
            for item in part:
                look(item)

    look(value)
    return list(found)


def _label_of_annex(line: Line) -> Line:
    return line.but(kind=Kind.HEADING, label=None)


def _border(body: Sequence[Line]) -> int:
    """Where the preamble ends: before the first numbered paragraph and the headings over it.

    Where none is numbered, it ends before the first paragraph that does not end in a comma.
    """
    first = next((place for place, line in enumerate(body) if line.counts), None)
    if first is None:
        ends = (place for place, line in enumerate(body) if not _preambular(line))
        return next(ends, len(body))
    heading = next((at for at in range(first) if body[at].kind is Kind.HEADING), first)
    while first and not _preambular(body[first - 1]):
        first -= 1
    # The preamble of a section stands behind its heading.
    return heading if all(_preambular(line) for line in body[:heading]) and heading else first


def _preambular(line: Line) -> bool:
    if line.kind is not Kind.TEXT:
        return False
    ends = line.words.rstrip(" ]})”\"'»").endswith(_COMMAS)
    return ends or (line.label is not None and not line.counts)
