"""A Word file as it is read: its lines, footnotes, the words of its header, what was not read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from acquis.importers import word_language
from acquis.importers.imported import UnreadableError
from acquis.importers.report import Remark
from acquis.importers.runs import marked, trimmed
from acquis.importers.word_lines import Body, Printed, unbroken
from acquis.importers.word_notes import Mark, Notes, comments, elements
from acquis.importers.word_numbering import Numbering
from acquis.importers.word_package import Package
from acquis.importers.word_styles import Styles
from acquis.importers.word_text import WORDS, Reader
from acquis.importers.word_xml import children, descendants, first, local, relation, value
from acquis.position import Position
from acquis.text import Run


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds.

    `lines` are those of the body, `contents` those of tables of contents. `notes` has the texts
    of the footnotes and endnotes by label, `headers` the words of the paragraphs in the header of
    the first page. `leftover` is what found no place so far, `notices` what else is to be told.
    """

    lines: list[Printed]
    contents: list[Printed]
    notes: dict[str, str]
    headers: list[str]
    language: str
    leftover: list[Remark]
    notices: list[Remark]


def read(package: Package, alone: Callable[[str], bool]) -> Reading:
    """Read an opened file; `alone` tells words that make a line of their own.

    Raises UnreadableError where it has no text.
    """
    return _File(package).read(alone)


class _File:
    """The reading of one file."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.file = package.file
        self.root = package.document
        styles = Styles(package.related("styles"))
        self.notes = Notes(
            package.related("settings"),
            list(descendants(self.root, "sectPr")),
            elements(package.related("footnotes"), package.related("endnotes")),
        )
        told = comments(package.related("comments"))
        self.reader = Reader(self.file, styles, self.notes, told)
        self.leftover: list[Remark] = []

    def read(self, alone: Callable[[str], bool]) -> Reading:
        """Read the body, then the notes that it refers to, then look what was not read."""
        numbering = Numbering(self.package.related("numbering"))
        body = Body(self.reader, numbering, alone, self.leftover)
        element = first(self.root, "body")
        lines = [] if element is None else list(body.lines(element, "body"))
        printed = [part for part in lines if not part.contents]
        if not printed:
            raise UnreadableError(Position(self.file), "the document has no text", "give another")
        notes = self._note_texts()
        self.leftover += self._unread()
        dropped = [
            Remark(Position(self.file), self.file, "", reason) for reason in self.package.dropped
        ]
        return Reading(
            printed,
            [part for part in lines if part.contents],
            notes,
            self._headers(),
            word_language.of(printed, self.reader.languages),
            self.leftover,
            dropped + self.reader.notices,
        )

    def _headers(self) -> list[str]:
        """The words of the paragraphs in the header of the first page."""
        section = next(descendants(self.root, "sectPr"), None)
        references = {value(e, "type"): e for e in children(section, "headerReference")}
        found = references.get("first", references.get("default"))
        header = None if found is None else self.package.target(relation(found))
        return [
            "".join(text.text or "" for text in descendants(paragraph, "t"))
            for paragraph in (descendants(header, "p") if header is not None else ())
        ]

    def _note_texts(self) -> dict[str, str]:
        """The notes' texts by label; reading one may meet the mark of another."""
        texts: dict[str, str] = {}
        for mark in self.notes.marks:
            texts[mark.label] = self._note(mark)
        for kind, id_, element in self.notes.unread():
            words = " ".join("".join(t.text or "" for t in descendants(element, "t")).split())
            if words:
                path = f"{kind}s/{kind}[{id_}]"
                reason = f"a {kind} to which nothing refers"
                self.leftover.append(Remark(Position(self.file), path, words, reason))
        return texts

    def _note(self, mark: Mark) -> str:
        path = f"{mark.kind}s/{mark.kind}[{value(mark.element, 'id')}]"
        runs: list[Run] = []
        paragraphs = 0
        for paragraph in descendants(mark.element, "p"):
            part = trimmed(unbroken(self.reader.text(paragraph, path).runs))
            if not paragraphs and mark.custom and part and part[0].text.startswith(mark.printed):
                rest = part[0].text[len(mark.printed) :]
                part = trimmed([part[0]._replace(text=rest), *part[1:]])
            if part:
                runs += [Run(" "), *part] if runs else part
                paragraphs += 1
        if paragraphs > 1:
            self.reader.notice(mark.printed, "the paragraphs of this note were joined", path)
        if mark.label != mark.printed:
            reason = f"another note has this mark; it is called {mark.label} outside of an annex"
            self.reader.notice(mark.printed, reason, path)
        return marked(runs) or "–"

    def _unread(self) -> Iterator[Remark]:
        """The words of the body that nothing has read, those of a paragraph together."""
        left: dict[etree._Element, tuple[str, str]] = {}
        number, place = 0, 0
        places: dict[etree._Element, int] = {}
        for element in self.root.iter():
            name = local(element)
            number += name == "p"
            if name not in WORDS or element in self.reader.read or not (element.text or "").strip():
                continue
            holder = next((a for a in element.iterancestors() if local(a) == "p"), element)
            words, reason = left.get(holder, ("", ""))
            reason = reason or self.reader.fates.get(element, "no place was found for it")
            left[holder] = (words + (element.text or ""), reason)
            places.setdefault(holder, number)
        for holder, (words, reason) in left.items():
            place = max(places[holder], 1)
            yield Remark(Position(self.file, place), f"p[{place}]", words, reason)
