"""From pieces of text to lines: which of them are headings, paragraphs, tables, notes.

A text file says nothing of styles: what a line is, its number, its end and its neighbours tell
(see `plain_heading`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from acquis.importers import plain_caption as captions
from acquis.importers.label import Label
from acquis.importers.line import Kind, Line
from acquis.importers.plain_adoption import day
from acquis.importers.plain_heading import LONGEST, Headings, is_annex, unfinished
from acquis.importers.plain_label import bare, label_of, part_of
from acquis.importers.plain_notes import Notes, marked
from acquis.importers.plain_piece import Piece
from acquis.importers.report import Remark
from acquis.position import Position

__all__ = ["Reading", "is_annex", "lines"]

#: The longest title of an annex, in characters.
_LONGEST_TITLE = 600
_RULE = re.compile(r"(?:\*\s*){3,}|[_–—-]{3,}")


@dataclass(slots=True)
class Reading:
    """What pieces became: lines, pieces that found no place, and remarks on others."""

    lines: list[Line] = field(default_factory=list)
    leftover: list[Remark] = field(default_factory=list)
    notices: list[Remark] = field(default_factory=list)


def lines(pieces: Sequence[Piece | Line], known: Notes, language: str, file: str) -> Reading:
    """Read pieces as lines; a Line among them, which stands for a draft, stays as it is."""
    return _Reader(pieces, known, language, file).read()


class _Reader:
    """Goes through the pieces. `count` is the number of the last paragraph."""

    def __init__(
        self, pieces: Sequence[Piece | Line], known: Notes, language: str, file: str
    ) -> None:
        self.pieces = pieces
        self.known = known
        self.language = language
        self.file = file
        self.count = 0
        self.titled = False  # the label of an annex stands just above
        self.caption = False  # the label of a figure stands just above
        self.headings = Headings(pieces, language)
        self.result = Reading()

    def read(self) -> Reading:
        for place, piece in enumerate(self.pieces):
            if isinstance(piece, Line):
                self.result.lines.append(piece)
            elif piece.rows:
                self._table(piece)
            elif not self._note(piece):
                self._text(piece, place)
        return self.result

    def _line(
        self,
        piece: Piece,
        kind: Kind,
        words: str,
        label: Label | None = None,
        *,
        item: bool = False,
    ) -> None:
        at = Position(self.file, piece.line)
        text = marked(words, self.known)
        self.result.lines.append(Line(kind, at, f"line {piece.line}", text, label, item=item))

    def _remark(self, piece: Piece, reason: str) -> Remark:
        return Remark(Position(self.file, piece.line), f"line {piece.line}", piece.text, reason)

    # Tables

    def _table(self, piece: Piece) -> None:
        record = captions.table(piece, self.known)
        above = self.result.lines
        heads = [line for line in above[-2:] if line.label is None and line.kind is Kind.HEADING]
        words = [line.words for line in heads]
        if len(heads) == 2 and captions.is_label(words[0]) and not self._of_annex(heads[0]):
            record = {"label": words[0], "title": heads[1].text, **record}
            del above[-2:]
        elif heads and heads[-1] is above[-1] and captions.is_label(words[-1]):
            if not self._of_annex(heads[-1]):
                record = {"label": words[-1], **record}
                del above[-1:]
        elif heads and heads[-1] is above[-1] and (found := captions.titled(heads[-1].text)):
            record = {"label": found[0], "title": found[1], **record}
            del above[-1:]
        at = Position(self.file, piece.line)
        above.append(Line(Kind.TABLE, at, f"line {piece.line}", table=record))
        self.titled = self.caption = False

    def _of_annex(self, line: Line) -> bool:
        return is_annex(Piece(line.position.line, 0, line.words), self.language)

    def _note(self, piece: Piece) -> bool:
        last = self.result.lines[-1] if self.result.lines else None
        if last is None or last.kind not in (Kind.TABLE, Kind.NOTE):
            return False
        found = captions.note_of(piece.words, last.label)
        if found is None:
            return False
        self._line(piece, Kind.NOTE, found[1], found[0])
        return True

    # Texts

    def _text(self, piece: Piece, place: int) -> None:
        words = piece.words
        titled, self.titled = self.titled, False
        caption, self.caption = self.caption, False
        if is_annex(piece, self.language):
            self._line(piece, Kind.HEADING, words)
            self.count, self.titled = 0, True
        elif _RULE.fullmatch(words):
            self._line(piece, Kind.RULE, words)
        elif found := label_of(words):
            self._labelled(piece, place, *found)
        elif (number := bare(words)) is not None:
            self._bare(piece, place, number)
        elif words.startswith("[") and words.endswith("]") and titled:
            self._line(piece, Kind.TEXT, words)
            self.titled = True
        elif titled and unfinished(words, _LONGEST_TITLE) and day(words) is None:
            self._line(piece, Kind.HEADING, words)
        elif captions.is_caption(words) or (caption and unfinished(words, LONGEST)):
            self._caption(piece, place)
        elif self.headings.plain(words, place):
            part = part_of(words)
            self._line(piece, Kind.HEADING, part[1] if part else words, part[0] if part else None)
        else:
            self._line(piece, Kind.TEXT, words, item=self.headings.inside_list(words, place))

    def _caption(self, piece: Piece, place: int) -> None:
        """Over a table it is its title; a figure's, whose picture is missing, is a text."""
        below = self.pieces[place + 1 : place + 3]
        if any(isinstance(other, Piece) and other.rows for other in below):
            self._line(piece, Kind.HEADING, piece.words)
            return
        self._line(piece, Kind.TEXT, piece.words)
        self.caption = True
        if captions.is_caption(piece.words):
            reason = "what it is the caption of is not in the file"
            self.result.notices.append(self._remark(piece, reason))

    def _bare(self, piece: Piece, place: int, number: Label) -> None:
        """A number without a text introduces items, or it is left over."""
        below = self.headings.label_at(place + 1)
        introduces = below is not None and below.number is None and bool(below.readings)
        if number.number is not None and introduces:
            self._line(piece, Kind.TEXT, "", number)
            self.count = number.number
            return
        self.result.leftover.append(self._remark(piece, "a number without a text of its own"))

    def _labelled(self, piece: Piece, place: int, label: Label, rest: str) -> None:
        if self.headings.numbered(label, rest, place, self.count):
            self._line(piece, Kind.HEADING, rest, label)
            return
        self._line(piece, Kind.TEXT, rest, label)
        if label.number is not None and not label.inserted:
            self.count = label.number
