"""Which lines are headings: they are short, do not end like a sentence, and stand above something.

"1.⇥Finance" is one where the numbers of the paragraphs go on below it; "(a)⇥Finance" where no
further item, but a paragraph with the next number follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from acquis.importers.label import Label, heading_ranks
from acquis.importers.line import Line
from acquis.importers.plain_adoption import day
from acquis.importers.plain_label import bare, label_of, part_of
from acquis.importers.plain_piece import Piece
from acquis.model import numbering
from acquis.opening import vocabulary

#: The longest heading, in characters.
LONGEST = 250
#: A heading so long does not begin with the verb of a paragraph.
_LONG = 80
#: So many lines in a row that look like headings are none.
_RUN = 3
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
_FIELD = re.compile(r"[^\W\d_][\w /-]{1,50}:\s+\S")


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


def unfinished(words: str, longest: int) -> bool:
    """Whether a line is short and does not end like a sentence."""
    return len(words) <= longest and not words.endswith(_ENDS)


@dataclass(frozen=True, slots=True)
class Headings:
    """Tells headings among the pieces of a text; a Line among them stands for a draft.

    `count` is, in every question, the number of the last paragraph.
    """

    pieces: Sequence[Piece | Line]
    language: str

    def numbered(self, label: Label, rest: str, place: int, count: int) -> bool:
        """Whether a line with a number is a heading."""
        if not rest or not unfinished(rest, LONGEST) or self._announced(place):
            return False
        if label.number is not None:
            return not label.inserted and self._decimal(label.number, rest, place, count)
        if not label.sign[:1].isalpha() or not label.sign[:1].isupper():
            return self._item(label, place, count)
        return label.form != "({})"

    def _decimal(self, number: int, rest: str, place: int, count: int) -> bool:
        """Whether "1. Finance" is a heading: the paragraphs' own numbers go on below it."""
        due = number == count + 1
        below = self._piece(place + 1)
        if below is None or is_annex(below, self.language):
            return False
        if due and vocabulary(self.language).span(rest):
            return False
        if below.rows:
            return True
        next_label = self.label_at(place + 1)
        if next_label is None:
            return bool(below.words) and not bare(below.words)
        if next_label.number is not None:
            return not (due and next_label.number == number + 1)
        if next_label.sign[:1].isupper():
            return not due
        return self._item(next_label, place + 1, count)

    def _item(self, label: Label, place: int, count: int) -> bool:
        """Whether "(a) Finance" is a heading: a paragraph's number follows, not an item's."""
        below = self.label_at(place + 1)
        piece = self._piece(place)
        found = label_of(piece.words) if piece is not None else None
        return (
            below is not None
            and found is not None
            and below.number == count + 1
            and label.form in ("({})", "{})", "{}.")
            and label.value("alpha") is not None
            and unfinished(found[1], LONGEST)
            and not self._announced(place)
        )

    def plain(self, words: str, place: int) -> bool:
        """Whether a line without a number is a heading."""
        below = self._piece(place + 1)
        if not unfinished(words, LONGEST) or below is None or day(words) is not None:
            return False
        if words[0] in "([{" or words[0].islower() or not re.search(r"[^\W\d_]", words):
            return False
        if heading_ranks(words):
            return True
        if len(words) > _LONG and vocabulary(self.language).span(words):
            return False  # a paragraph whose comma is missing
        if self._announced(place) or is_annex(below, self.language):
            return False
        if _FIELD.match(words) and part_of(words) is None:
            return False
        return self._run(place) < _RUN and not self.inside_list(words, place)

    def inside_list(self, words: str, place: int) -> bool:
        """Whether a line stands between items that go on below it."""
        before, below = self.label_at(place - 1), self.label_at(place + 1)
        if before is None or below is None or before.number is not None:
            return False
        if before.form != below.form or not unfinished(words, LONGEST):
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
            and unfinished(piece.words, LONGEST)
            and label_of(piece.words) is None
            and not heading_ranks(piece.words)
            and not is_annex(piece, self.language)
        )

    def _piece(self, place: int) -> Piece | None:
        piece = self.pieces[place] if 0 <= place < len(self.pieces) else None
        return piece if isinstance(piece, Piece) else None

    def label_at(self, place: int) -> Label | None:
        piece = self._piece(place)
        found = label_of(piece.words) if piece is not None and not piece.rows else None
        return found[0] if found else None
