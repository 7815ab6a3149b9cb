"""Import of plain text that was extracted from Word: a report with its decisions, or a document.

Each decision and resolution of a file becomes a record. A file without any becomes a document,
and a draft decision in it a record of its own. Nothing is dropped silently: each word is in a
record, or among what a report calls left over, with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256

from acquis import text as marks
from acquis.importers.imported import Import, Record, Settings
from acquis.importers.plain_adoption import adoption, day
from acquis.importers.plain_caption import raised
from acquis.importers.plain_document import masthead, named
from acquis.importers.plain_head import Head, head_of, opening_of, opens
from acquis.importers.plain_heading import is_annex
from acquis.importers.plain_notes import Notes, marked, notes
from acquis.importers.plain_piece import Piece, pieces
from acquis.importers.plain_record import opening, ordered, tables, words
from acquis.importers.plain_source import decode, recognise
from acquis.importers.plain_split import Extent, divide
from acquis.importers.plain_text import Draft, Text
from acquis.importers.report import Remark, count
from acquis.model.block import UNNUMBERED
from acquis.position import Position
from acquis.symbol import slug

__all__ = ["read", "recognise"]

_COMMAS = " ,،，"
#: A heading that looks like that of a decision, whatever its symbol.
_HEADING = re.compile(r"[A-ZÉ][^\W\d_]{4,16} [^\s/]*\d[^\s/]*/\S+")


def read(source: bytes, name: str, settings: Settings) -> list[Import]:
    """Read one file into the records of its decisions, or of a document and its drafts.

    `name` is the file's name, used in findings and noted as the source; only its last part is
    kept. Raises UnreadableError where the file cannot be read at all.
    """
    file = re.split(r"[/\\]", name)[-1]
    text, encoding = decode(source, file)
    found = _File(text, file, settings, sha256(source).hexdigest()).read()
    if encoding:
        remark = Remark(
            Position(file), "line 1", encoding, "the encoding that the file was read in"
        )
        found[0].report.notices.insert(0, remark)
    return found


class _File:
    """The import of one file."""

    def __init__(self, text: str, file: str, settings: Settings, digest: str) -> None:
        self.file = file
        self.settings = settings
        self.known: Notes = notes(text)
        self.pieces = pieces(text, self.known, self._alone)
        self.language = self._language()
        self.source = {"sha256": digest, "note": file}
        symbol = masthead(self.pieces, settings)
        if symbol:
            self.source = {"document": symbol, **self.source}

    def read(self) -> list[Import]:
        """The records, in the order of the file; what belongs to none is told with the first."""
        division = divide(self.pieces, self.settings)
        if not division.texts:
            found = self._document()
        else:
            found = [one for extent in division.texts for one in self._decision(extent)]
            rest = self._text("")
            rest.left(division.before, "stands before the first decision: masthead and contents")
            for head in division.again:
                reason = (
                    "looks like the heading of a decision, and was taken as a part of this text"
                )
                rest.report.notices.append(rest.remark(head.piece, reason))
            found[0].report.leftover[:0] = rest.report.leftover
            found[0].report.notices += rest.report.notices
        self._notes_left(found)
        for one in found:
            one.report.counts = count(one.record)
            one.report.leftover.sort(key=lambda remark: remark.position)
            one.report.notices.sort(key=lambda remark: remark.position)
        return found

    def _alone(self, words: str) -> bool:
        piece = Piece(1, 0, words)
        languages = {"en", *self._openings()}
        return (
            head_of(piece, self.settings) is not None
            or any(is_annex(piece, language) for language in languages)
            or day(words) is not None
        )

    def _openings(self) -> Iterator[str]:
        for body in self.settings.bodies:
            yield from body.opening.by_language

    def _language(self) -> str:
        """The language of the first opening that is met; English where there is none."""
        found = (opens(piece.words, self.settings) for piece in self.pieces)
        return next(filter(None, found), "en")

    def _text(self, id_: str, *, nested: bool = False) -> Text:
        return Text(self.file, self.settings, self.known, self.language, id_, nested)

    # Decisions

    def _decision(self, extent: Extent) -> Iterator[Import]:
        head, body = extent.head, extent.head.body
        assert body is not None
        kind = head.kind if head.kind and head.kind != body.kind else ""
        text = self._text(slug(f"{kind} {head.symbol}"))
        meeting = body.meeting_of(head.symbol) or ""
        facts: Record = {
            "symbol": head.symbol,
            "kind": kind,
            "meeting": meeting,
            "source": dict(self.source),
        }
        found = self._adopted(extent.pieces, head, text, facts, body.opening.form(self.language))
        known = {"id": meeting, "name": "", "bodies": [body.id]} if meeting else None
        yield Import(found, known, text.report)
        for draft in text.drafts:
            yield self._draft(draft, str(found.get("title", "")), meeting)

    def _draft(self, draft: Draft, title: str, meeting: str) -> Import:
        """A draft's record; without a title of its own it has that of the text around it."""
        text = self._text(draft.id, nested=True)
        facts: Record = {"id": draft.id, "status": "draft", "source": dict(self.source)}
        default, own = "", None
        place = opening_of(draft.pieces, self.settings, self.language)
        if draft.head is not None:
            facts |= {"kind": draft.head.kind, "draft": {"symbol": draft.head.symbol}}
            if not draft.head.symbol:
                del facts["draft"]
            own = self._body_of_draft(draft.head.symbol)
        if own is not None:
            facts["meeting"], default = own
        else:
            facts["meeting"] = meeting
            if place is not None:
                form = draft.pieces[place].words.rstrip(_COMMAS)
                default = form if self._is_own(form, meeting) else ""
        head = draft.head or Head(draft.pieces[0], "", draft=True)
        found = self._adopted(draft.pieces, head, text, facts, default)
        if not found.get("title") and title:
            found = ordered({**found, "title": title})
            reason = "it has no title of its own; that of the text around it was taken"
            text.report.notices.append(text.remark(draft.pieces[0], reason, marks.plain(title)))
        return Import(found, None, text.report)

    def _is_own(self, form: str, meeting: str) -> bool:
        """Whether an opening is that of a body whose meeting it is, or of all bodies alike."""
        forms = {body.opening.form(self.language) for body in self.settings.bodies}
        return bool(meeting) and form in forms

    def _body_of_draft(self, symbol: str) -> tuple[str, str] | None:
        """The meeting and the opening that a draft's symbol with a gap ("-/CP.4") tells."""
        for filled in {re.sub(r"[-–_]+|\[[-–_ ]*\]", "1", symbol, count=1), symbol}:
            body = self.settings.body_of(filled)
            if body is not None:
                return body.meeting_of(filled) or "", body.opening.form(self.language)
        return None

    def _adopted(
        self, inside: Sequence[Piece], head: Head, text: Text, facts: Record, default: str
    ) -> Record:
        """The record of a text with an opening and the lines of its adoption."""
        rest = self._adoption(list(inside), text, facts)
        place = opening_of(rest, self.settings, self.language)
        above = rest[: place if place is not None else self._titles(rest)]
        below = rest[len(above) + (place is not None) :]
        titles = [head.title] if head.title else []
        for piece in above:
            if piece.rows:
                text.left([piece], "a table above the opening")
            elif titles and piece.words[0].islower():  # the title goes on
                titles[-1] += " " + marked(piece.words, self.known)
            else:
                titles.append(marked(piece.words, self.known))
        parts = text.decision(below)
        found = {**facts, **parts}
        found["title"], found["subtitle"] = titles[0] if titles else "", " ".join(titles[1:])
        if place is None:
            text.report.notices.append(text.remark(head.piece, "the text has no opening formula"))
            found["opening"] = UNNUMBERED if default else ""
        else:
            found["opening"] = opening(
                marked(rest[place].words, self.known), default, preamble=bool(parts["preamble"])
            )
        return self._finished(found)

    def _adoption(self, inside: list[Piece], text: Text, facts: Record) -> list[Piece]:
        """The pieces without the lines of the adoption, which go into the facts."""
        found = adoption(inside, text.starts(inside))
        if found is None:
            return inside
        facts |= {"adopted": found.on, "adopted_at": found.at}
        if found.stray:
            reason = "a number before the date of the adoption"
            text.report.leftover.append(text.remark(inside[found.end - 1], reason, found.stray))
        rest = inside[found.end :]
        if not any(text.starts(rest)):
            text.left(rest, "stands behind the adoption")
            rest = []
        return inside[: found.start] + rest

    def _titles(self, rest: Sequence[Piece]) -> int:
        """How many lines of title a text without an opening has."""
        head = rest[0].words if rest and not rest[0].rows else ""
        return int(bool(head) and not head.endswith((".", ";", ",", ":")) and "\t" not in head)

    # Documents

    def _document(self) -> list[Import]:
        known = named(self.pieces, self.file, self.settings, self.known)
        text = self._text(known.id)
        text.left(known.masthead, "stands above the title: the masthead")
        facts = {**known.facts, "source": {k: v for k, v in self.source.items() if k != "document"}}
        found = {**facts, **text.document(known.body)}
        for piece in self.pieces:
            if not piece.rows and _HEADING.fullmatch(piece.words):
                reason = "looks like the heading of a decision, but no body writes its symbols so"
                text.report.notices.append(text.remark(piece, reason))
        found["proposes"] = [draft.id for draft in text.drafts]
        title, meeting = str(known.facts.get("title", "")), str(known.facts.get("meeting", ""))
        drafts = [self._draft(draft, title, meeting) for draft in text.drafts]
        for one in drafts:
            name = str(known.facts.get("symbol") or known.id)
            one.record["source"] = {"document": name, "note": self.file}
        return [Import(self._finished(found), None, text.report, "documents"), *drafts]

    # Footnotes and order

    def _finished(self, found: Record) -> Record:
        """The record with its footnotes, in the order of its keys, without what is empty."""
        labels = dict.fromkeys(label for text in words(found) for label in marks.notes(text))
        known = self.known.texts
        found["footnotes"] = {label: self._note(label) for label in labels if label in known}
        found["language"] = self.language
        for table in tables(found):
            raised(table)
        return ordered(found)

    def _note(self, label: str) -> str:
        return marked(self.known.texts[label][0], Notes())

    def _notes_left(self, found: Sequence[Import]) -> None:
        """Notes to which no record refers, and second notes with a label, are left over."""
        used = {label for one in found for label in one.record.get("footnotes", {})}
        left = [
            (text, line, "a footnote to which nothing refers")
            for label, (text, line) in self.known.texts.items()
            if label not in used
        ]
        left += [
            (text, line, "a second note with this label") for text, line in self.known.repeated
        ]
        for text, line, reason in left:
            remark = Remark(Position(self.file, line), f"line {line}", text, reason)
            found[0].report.leftover.append(remark)
