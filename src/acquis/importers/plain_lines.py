"""From pieces of text to lines: which of them are headings, paragraphs, tables, notes.

A text file says nothing of styles. A heading is short, does not end like a sentence, and stands
above something; "1.⇥Finance" is one, too, where the numbers of the paragraphs go on below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from acquis.importers import plain_caption as captions
from acquis.importers.label import Label, heading_ranks
from acquis.importers.line import Kind, Line
from acquis.importers.plain_adoption import day
from acquis.importers.plain_label import bare, label_of, part_of
from acquis.importers.plain_notes import Notes, marked
from acquis.importers.plain_piece import Piece
from acquis.importers.report import Remark
from acquis.model import numbering
from acquis.opening import vocabulary
from acquis.position import Position

#: The longest heading, and the longest title of an annex, in characters.
_LONGEST = 250
_LONGEST_TITLE = 600
_ENDS = (
    ".",
    ";",
    ":",
    ",",
    "!",
    "?",
    "…",
    "。",
    "；",
    "：",
    "，",
    "、",
    "،",
    "؛",
    ",]",
    ".]",
    ";]",
)
_COLONS = (":", "：")
_RULE = re.compile(r"(?:\*\s*){3,}|[_–—-]{3,}")
_FIELD = re.compile(r"[^\W\d_][\w /-]{1,50}:\s+\S")
#: A heading so long does not begin with the verb of a paragraph.
_LONG = 80
#: So many lines in a row that look like headings are none.
_RUN = 3


@dataclass(slots=True)
class Reading:
    """What pieces became: lines, pieces that found no place, and remarks on others."""

    lines: list[Line] = field(default_factory=list)
    leftover: list[Remark] = field(default_factory=list)
    notices: list[Remark] = field(default_factory=list)


def is_annex(piece: Piece, language: str) -> bool:
    """Whether a line is the label of an annex or an appendix, such as "Annex II"."""
    known = numbering.forms(language)
    words = piece.words.rstrip("*† ")
    head = words.split(" ")[0].casefold()
    if piece.rows or len(words) > 24 or head not in _words_of_annexes(known):
        return False
    return bool(re.fullmatch(r"\S+(?: (?:[IVXLC]+|\d{1,2}|[A-Z]))?|(?:附件|附录)\s?\S{0,3}", words))


def _words_of_annexes(known: numbering.Forms) -> tuple[str, ...]:
    return (known.annex.casefold(), known.appendix.casefold(), "enclosure")


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
        elif titled and _unfinished(words, _LONGEST_TITLE) and day(words) is None:
            self._line(piece, Kind.HEADING, words)
        elif captions.is_caption(words) or (caption and _unfinished(words, _LONGEST)):
            self._caption(piece, place)
        elif self._heads(words, place):
            part = part_of(words)
            self._line(piece, Kind.HEADING, part[1] if part else words, part[0] if part else None)
        else:
            self._line(piece, Kind.TEXT, words, item=self._inside_list(words, place))

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
        below = self._label_at(place + 1)
        introduces = below is not None and below.number is None and bool(below.readings)
        if number.number is not None and introduces:
            self._line(piece, Kind.TEXT, "", number)
            self.count = number.number
            return
        self.result.leftover.append(self._remark(piece, "a number without a text of its own"))

    def _labelled(self, piece: Piece, place: int, label: Label, rest: str) -> None:
        if self._heads_numbered(label, rest, place):
            self._line(piece, Kind.HEADING, rest, label)
            return
        self._line(piece, Kind.TEXT, rest, label)
        if label.number is not None and not label.inserted:
            self.count = label.number

    # What is a heading

    def _heads_numbered(self, label: Label, rest: str, place: int) -> bool:
        """Whether a line with a number is a heading."""
        if not rest or not _unfinished(rest, _LONGEST) or self._announced(place):
            return False
        if label.number is not None:
            return not label.inserted and self._heads_decimal(label.number, rest, place)
        if not label.sign[:1].isalpha() or not label.sign[:1].isupper():
            return self._heads_item(label, place)
        return label.form != "({})"

    def _heads_decimal(self, number: int, rest: str, place: int) -> bool:
        """Whether "1. Finance" is a heading: the paragraphs' own numbers go on below it."""
        due = number == self.count + 1
        opening = vocabulary(self.language).opening
        below = self._piece(place + 1)
        if below is None or is_annex(below, self.language):
            return False
        if due and opening is not None and opening.match(rest):
            return False
        if below.rows:
            return True
        next_label = self._label_at(place + 1)
        if next_label is None:
            return bool(below.words) and not bare(below.words)
        if next_label.number is not None:
            return not (due and next_label.number == number + 1)
        if next_label.sign[:1].isupper():
            return not due
        return self._heads_item(next_label, place + 1)

    def _heads_item(self, label: Label, place: int) -> bool:
        """Whether "(a) Finance" is a heading: a paragraph's number follows, not an item's."""
        below = self._label_at(place + 1)
        piece = self._piece(place)
        found = label_of(piece.words) if piece is not None else None
        return (
            below is not None
            and found is not None
            and below.number == self.count + 1
            and label.form in ("({})", "{})", "{}.")
            and label.value("alpha") is not None
            and _unfinished(found[1], _LONGEST)
            and not self._announced(place)
        )

    def _heads(self, words: str, place: int) -> bool:
        """Whether a line without a number is a heading."""
        below = self._piece(place + 1)
        if not _unfinished(words, _LONGEST) or below is None or day(words) is not None:
            return False
        if words[0] in "([{" or words[0].islower() or not re.search(r"[^\W\d_]", words):
            return False
        if heading_ranks(words):
            return True
        opening = vocabulary(self.language).opening
        if len(words) > _LONG and opening is not None and opening.match(words):
            return False  # a paragraph whose comma is missing
        if self._announced(place) or is_annex(below, self.language):
            return False
        if _FIELD.match(words) and part_of(words) is None:
            return False
        return self._run(place) < _RUN and not self._inside_list(words, place)

    def _inside_list(self, words: str, place: int) -> bool:
        """Whether a line stands between items that go on below it."""
        before, below = self._label_at(place - 1), self._label_at(place + 1)
        if before is None or below is None or before.number is not None:
            return False
        if before.form != below.form or not _unfinished(words, _LONGEST):
            return False
        return any(
            below.value(reading.style) == reading.value + 1
            for reading in before.readings
            if reading.style.islower()
        )

    def _announced(self, place: int) -> bool:
        """Whether the line before announces what follows."""
        before = self._piece(place - 1)
        return before is not None and not before.rows and before.words.endswith(_COLONS)

    def _run(self, place: int) -> int:
        """How many lines in a row look like headings without numbers."""
        count = 1
        for step in (-1, 1):
            other = place + step
            while count < _RUN and self._looks_alike(place, other):
                count += 1
                other += step
        return count

    def _looks_alike(self, place: int, other: int) -> bool:
        piece, own = self._piece(other), self._piece(place)
        return (
            piece is not None
            and own is not None
            and not piece.rows
            and piece.depth == own.depth
            and _unfinished(piece.words, _LONGEST)
            and label_of(piece.words) is None
            and not heading_ranks(piece.words)
            and not is_annex(piece, self.language)
        )

    def _piece(self, place: int) -> Piece | None:
        piece = self.pieces[place] if 0 <= place < len(self.pieces) else None
        return piece if isinstance(piece, Piece) else None

    def _label_at(self, place: int) -> Label | None:
        piece = self._piece(place)
        found = label_of(piece.words) if piece is not None and not piece.rows else None
        return found[0] if found else None


def _unfinished(words: str, longest: int) -> bool:
    """Whether a line is short and does not end like a sentence."""
    return len(words) <= longest and not words.endswith(_ENDS)
