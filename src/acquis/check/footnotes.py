"""Footnotes: every mark has its note, every note a mark."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.check.divided import Divided, Record, Text
from acquis.finding import Finding, Level, Rule
from acquis.model.unit import Note
from acquis.position import Position
from acquis.text import note_marks

FOOTNOTE_MISSING = Rule(
    "footnote-missing",
    Level.ERROR,
    "A text refers to a footnote that is not there. In an annex, its own footnotes count, then "
    "those of the text; in a table, its notes count first.",
    "add the footnote, or correct the label; a backslash before the bracket makes it plain text",
)
FOOTNOTE_UNUSED = Rule(
    "footnote-unused",
    Level.WARNING,
    "A footnote stands under the text, but nothing in the text refers to it.",
    "set its mark, such as [^3], where the original has it",
)


def missing(record: Record, divided: Divided) -> Iterator[Finding]:
    """Marks without a footnote."""
    for text in divided.texts(record):
        for label, place, note in _marks(text):
            if note is None:
                yield FOOTNOTE_MISSING.at(place, f'there is no footnote "{label}"')


def unused(record: Record, divided: Divided) -> Iterator[Finding]:
    """Footnotes without a mark."""
    for text in divided.texts(record):
        notes = [note for inner in text.division.divisions() for note in inner.footnotes]
        if not notes:
            continue
        used = {note.anchor for _, _, note in _marks(text) if isinstance(note, Note)}
        for note in notes:
            if note.anchor not in used:
                message = f'nothing refers to the footnote "{note.label}"'
                yield FOOTNOTE_UNUSED.at(note.footnote.at, message)


def _marks(text: Text) -> Iterator[tuple[str, Position, Note | str | None]]:
    """Each mark: its label, its place, what it leads to (a table's note being words)."""
    around: dict[str, dict[str, Note]] = {}
    for passage in text.passages:
        for offset, label in note_marks(passage.words):
            if passage.scope not in around:
                around[passage.scope] = text.division.notes_in(passage.scope)
            notes = around[passage.scope]
            found = passage.notes.get(label) or notes.get(label)
            place = passage.at.inside(passage.words, offset, len(label) + 3)
            yield label, place, found
