"""Import of Word files (Office Open XML): a report with its decisions, or a note or report.

The file is read with lxml alone. Libraries for Word give less than is needed here: python-docx
knows no footnotes and no computed numbers, docx2python no places in the file, and neither bounds
what a file may unpack to, nor tells what it leaves out.

Nothing is dropped silently: each word of the document's body is in a record, or among what the
report calls left over, with its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import PurePath

from acquis.importers import word_file
from acquis.importers.imported import Import, Record, Settings
from acquis.importers.plain_adoption import day
from acquis.importers.plain_head import Head, head_of, opening_of, opens
from acquis.importers.plain_lines import is_annex
from acquis.importers.plain_piece import Piece
from acquis.importers.plain_split import Extent, divide
from acquis.importers.report import count
from acquis.importers.word_lines import Printed
from acquis.importers.word_masthead import Masthead, masthead
from acquis.importers.word_package import Package, open_package, recognise
from acquis.importers.word_record import Draft, Text, pieces, with_notes
from acquis.model.block import UNNUMBERED
from acquis.symbol import LONGEST_ID, id_fault, slug

__all__ = ["read", "recognise"]

_COMMAS = " ,،，"


def read(source: bytes, name: str, settings: Settings) -> list[Import]:
    """Read one file into the records of its decisions, or of a document and its drafts.

    `name` is the file's name, used in findings and noted as the source; only its last part is
    kept. Positions count the file's paragraphs. Raises UnreadableError where the file cannot be
    read at all.
    """
    file = re.split(r"[/\\]", name)[-1]
    return _Word(open_package(source, file), settings, sha256(source).hexdigest()).read()


class _Word:
    """The import of one file."""

    def __init__(self, package: Package, settings: Settings, digest: str) -> None:
        self.file = package.file
        self.settings = settings
        reading = word_file.read(package, self._alone)
        self.headers = reading.headers
        self.printed = reading.lines
        self.texts = reading.notes
        self.language = reading.language
        self.leftover = reading.leftover
        self.notices = reading.notices
        self._left(reading.contents, "a line of the table of contents")
        self.source = {"sha256": digest, "note": self.file}

    def read(self) -> list[Import]:
        """The records, in the order of the file; what belongs to none is told with the first."""
        division = divide(pieces(self.printed), self.settings)
        before = self.printed[: len(division.before)]
        head = masthead(self.headers, before, self.settings, self._begins)
        if head.date:
            self.source["note"] = f"{self.file}, {head.date}"
        if division.texts:
            found = self._report(division.texts, before, head)
            for again in division.again:
                reason = "looks like the heading of a decision, and was taken as a part of the text"
                self._notice(self.printed[again.piece.line], reason)
        elif head.decision and head.symbol:
            found = list(self._only_decision(head))
        else:
            found = self._document(self.printed, head)
        self._finish(found)
        return found

    # What tells lines apart

    def _alone(self, words: str) -> bool:
        """Whether words make a line of their own inside of a paragraph with breaks."""
        return self._begins(words) or day(words) is not None

    def _begins(self, words: str) -> bool:
        """Whether a text begins with these words: an opening, a heading, the label of an annex."""
        piece = Piece(0, 0, words)
        languages = {"en", *(code for b in self.settings.bodies for code in b.opening.by_language)}
        return (
            bool(opens(words, self.settings))
            or head_of(piece, self.settings) is not None
            or any(is_annex(piece, language) for language in languages)
        )

    # Decisions

    def _report(
        self, texts: Sequence[Extent], before: Sequence[Printed], head: Masthead
    ) -> list[Import]:
        """The decisions of a report; what stands before them is a document if it has numbers."""
        found: list[Import] = []
        if head.symbol and not head.decision:
            self.source = {"document": head.symbol, **self.source}
        if any(part.line.counts for part in before):
            source, self.source = self.source, {"sha256": self.source["sha256"], "note": self.file}
            found += self._document(before, head)
            self.source = source
        else:
            self._left(before, "stands before the first decision: masthead and contents")
        for extent in texts:
            inside = [self.printed[piece.line] for piece in extent.pieces]
            found += self._decision(extent.head, inside)
        return found

    def _only_decision(self, head: Masthead) -> Iterator[Import]:
        """The decision whose symbol stands on the masthead alone."""
        self.leftover += head.left
        inside = self.printed[head.length :]
        title = re.sub(r"^[\w/().-]*\d+\.\s+", "", head.title)
        yield from self._decision(
            Head(Piece(0, 0, ""), head.symbol, "", head.body, title), inside, head.subtitle
        )

    def _decision(
        self, head: Head, inside: Sequence[Printed], subtitle: str = ""
    ) -> Iterator[Import]:
        body = head.body
        assert body is not None
        kind = head.kind if head.kind and head.kind != body.kind else ""
        meeting = body.meeting_of(head.symbol) or ""
        facts: Record = {
            "symbol": head.symbol,
            "kind": kind,
            "language": self.language,
            "meeting": meeting,
            "source": dict(self.source),
        }
        titles = [words for words in (head.title, subtitle) if words]
        text = Text(self.settings, self.language, slug(f"{kind} {head.symbol}"))
        found = self._adopted(inside, titles, text, facts, body.opening.form(self.language))
        known = {"id": meeting, "name": "", "bodies": [body.id]} if meeting else None
        yield Import(found, known, text.report)
        for draft in text.drafts:
            yield self._draft(draft, str(found.get("title", "")), meeting, head.symbol)

    def _draft(self, draft: Draft, title: str, meeting: str, within: str) -> Import:
        """A draft's record; without a title of its own it has that of the text around it."""
        text = Text(self.settings, self.language, draft.id, nested=True)
        facts: Record = {
            "id": draft.id,
            "kind": draft.head.kind if draft.head else "",
            "language": self.language,
            "meeting": meeting,
            "status": "draft",
            "draft": {"symbol": draft.head.symbol} if draft.head and draft.head.symbol else {},
            "source": {"document": within, "note": self.file},
        }
        own = {body.opening.form(self.language) for body in self.settings.bodies} if meeting else {}
        titles = [draft.head.title] if draft.head and draft.head.title else []
        found = self._adopted(draft.lines, titles, text, facts, next(iter(own), ""))
        if not found.get("title") and title:
            found = _ordered({**found, "title": title})
            self._notice(draft.lines[0], "a draft without a title; that of the document was taken")
        return Import(found, None, text.report)

    def _adopted(
        self, inside: Sequence[Printed], titles: list[str], text: Text, facts: Record, default: str
    ) -> Record:
        """The record of a text with an opening and the lines of its adoption."""
        rest = text.adopted(inside, facts)
        opening = opening_of(pieces(rest), self.settings, self.language)
        above = rest[: opening or 0]
        below = rest[len(above) + (opening is not None) :]
        titles += [part.line.text for part in above]
        parts = text.decision(below)
        found = {**facts, **parts, "title": "".join(titles[:1]), "subtitle": " ".join(titles[1:])}
        if opening is None:
            found["opening"] = UNNUMBERED if default else ""
            for part in inside[:1]:
                reason = "the text has no opening formula"
                text.report.notices.append(part.line.remark(reason))
        else:
            found["opening"] = _opening(rest[opening].line.words, default, bool(parts["preamble"]))
        return _ordered(with_notes(found, self.texts))

    # Documents

    def _document(self, printed: Sequence[Printed], head: Masthead) -> list[Import]:
        self.leftover += head.left
        id_ = slug(head.symbol) or self._id()
        text = Text(self.settings, self.language, id_)
        facts: Record = {
            "symbol": head.symbol,
            "id": "" if head.symbol else id_,
            "kind": head.kind,
            "language": self.language,
            "title": head.title,
            "subtitle": head.subtitle,
            "meeting": head.meeting,
            "source": dict(self.source),
        }
        found = {**facts, **text.document(printed[head.length :])}
        found["proposes"] = [draft.id for draft in text.drafts]
        found = _ordered(with_notes(found, self.texts))
        title, name = str(found.get("title", "")), head.symbol or id_
        drafts = [self._draft(draft, title, head.meeting, name) for draft in text.drafts]
        return [Import(found, None, text.report, "documents"), *drafts]

    def _id(self) -> str:
        """An id from the file's name."""
        id_ = slug(PurePath(self.file).stem)[: LONGEST_ID - 12].strip("-")
        return f"document-{id_}".rstrip("-") if id_fault(id_) else id_

    # The report

    def _left(self, printed: Sequence[Printed], reason: str) -> None:
        text = Text(self.settings, "en", "")
        text.left(printed, reason)
        self.leftover += text.report.leftover

    def _notice(self, part: Printed, reason: str) -> None:
        self.notices.append(part.line.remark(reason))

    def _finish(self, found: list[Import]) -> None:
        """Put what concerns the whole file into the first report, and count the units."""
        report = found[0].report
        report.notices += self.notices
        report.leftover += self.leftover
        for one in found:
            one.report.counts = count(one.record)
            one.report.leftover.sort(key=lambda remark: remark.position)
            one.report.notices.sort(key=lambda remark: remark.position)


_ORDER = (
    *("symbol", "id", "kind", "title", "subtitle", "language", "meeting", "status", "adopted"),
    *("adopted_at", "draft", "proposes", "source", "opening", "preamble", "operative", "blocks"),
    *("footnotes", "annexes"),
)


def _ordered(found: Record) -> Record:
    return {key: found[key] for key in _ORDER if found.get(key) not in ("", [], {}, None)}


def _opening(words: str, default: str, preamble: bool) -> str:
    """The opening, where it is not what the body's own gives."""
    bare = words.rstrip(_COMMAS)
    opening = words if bare != words and not preamble else bare
    return "" if opening == default else opening
