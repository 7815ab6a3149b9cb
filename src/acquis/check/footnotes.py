"""Footnotes: every mark has its note, every note a mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from acquis.check.divided import Divided, Passage, Record, Text
from acquis.finding import Finding, Level, Rule
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.model.unit import Note
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
    if not isinstance(record, Decision | Document):
        return
    for _, marks in divided.of_record(record, _marked):
        for mark in marks:
            if mark.note is None:
                words = mark.passage.words
                place = mark.passage.at.inside(words, mark.offset, len(mark.label) + 3)
                yield FOOTNOTE_MISSING.at(place, f'there is no footnote "{mark.label}"')


def unused(record: Record, divided: Divided) -> Iterator[Finding]:
    """Footnotes without a mark."""
    if not isinstance(record, Decision | Document):
        return
    for text, marks in divided.of_record(record, _marked):
        notes = [note for inner in text.division.divisions() for note in inner.footnotes]
        if not notes:
            continue
        used = {mark.note.anchor for mark in marks if isinstance(mark.note, Note)}
        for note in notes:
            if note.anchor not in used:
                message = f'nothing refers to the footnote "{note.label}"'
                yield FOOTNOTE_UNUSED.at(note.footnote.at, message)


class _Mark(NamedTuple):
    """A mark: its passage and place there, and what it leads to, which are a table's words."""

    label: str
    passage: Passage
    offset: int
    note: Note | str | None


def _marked(divided: Divided, record: Record) -> Sequence[tuple[Text, Sequence[_Mark]]]:
    """The texts of a record, with the marks of each."""
    return [(text, list(_marks(text))) for text in divided.texts(record)]


def _marks(text: Text) -> Iterator[_Mark]:
    around: dict[str, dict[str, Note]] = {}
    for passage in text.passages:
        if "[^" not in passage.words:
            continue
        for offset, label in note_marks(passage.words):
            if passage.scope not in around:
                around[passage.scope] = text.division.notes_in(passage.scope)
            notes = around[passage.scope]
            yield _Mark(label, passage, offset, passage.notes.get(label) or notes.get(label))
