"""Import of resolutions and decisions in Akoma Ntoso 3.0 as the United Nations uses it (AKN4UN).

Nothing is dropped silently: each word of the preface, the preamble, the body, the conclusions and
the attachments is in the record, or among what the report calls left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from lxml import etree

from acquis import text as marks
from acquis.importers import akn_meta, record
from acquis.importers.akn_headings import with_headings
from acquis.importers.akn_lines import lines
from acquis.importers.akn_text import Note, Reader, marked, unbold
from acquis.importers.akn_xml import children, descendants, first, local, parse, words
from acquis.importers.annexes import Division, divide
from acquis.importers.imported import Import, Record, Settings, UnreadableError
from acquis.importers.line import Kind, Line
from acquis.importers.outline import Outline, outline
from acquis.importers.report import Remark, Report, count
from acquis.model import numbering
from acquis.model.block import UNNUMBERED
from acquis.position import Position

#: Marks of direction.
_UNSEEN = re.compile("[\u200e\u200f]")
_COMMAS = (",", "،", "，")
_REGIONS = ("preface", "preamble", "mainBody", "conclusions", "attachments")


def recognise(source: bytes) -> bool:
    """Whether a file looks like Akoma Ntoso, judged by its first characters."""
    return b"akomaNtoso" in source[:4000]


def read(source: bytes, name: str, settings: Settings) -> Import:
    """Read one file into a decision's record.

    `name` is the file's name, used in findings and noted as the source; only its last part is
    kept. Raises UnreadableError where the file cannot be read at all.
    """
    file = re.split(r"[/\\]", name)[-1]
    root = parse(source, file)
    return _Akn(root, file, settings).read(sha256(source).hexdigest())


class _Akn:
    """The import of one file."""

    def __init__(self, root: etree._Element, file: str, settings: Settings) -> None:
        self.root = root
        self.report = Report()
        self.symbol = akn_meta.symbol(root)
        self.language = akn_meta.language(root) or "en"
        self.reader = Reader(file, self.language)
        self.body = settings.body_of(self.symbol)

    def read(self, digest: str) -> Import:
        """Make the record: what is known of the text, then the text."""
        texts = self._texts()
        collection = first(self.root, "documentCollection")
        if not texts:
            raise UnreadableError(
                Position(self.reader.file),
                "no text stands in the file",
                "give one with a statement",
            )
        whole = texts[0] if collection is None else collection
        found: Record = {"symbol": self.symbol, "title": self._title(whole)}
        found |= self._facts(digest)
        if whole in texts:
            found |= self._text(whole)
        else:
            found["parts"] = [self._part(text) for text in texts]
        found = self._adoption(texts) | found
        self._with_notes(found)
        ordered = {key: found[key] for key in _ORDER if found.get(key) not in ("", [], {}, None)}
        self._finish(texts, whole)
        self.report.counts = count(ordered)
        return Import(ordered, self._meeting(ordered), self.report, official=True)

    def _texts(self) -> list[etree._Element]:
        return [
            text
            for text in self.root.iter()
            if first(text, "mainBody") is not None and local(text) != "doc"
        ]

    # What is known of the text

    def _facts(self, digest: str) -> Record:
        root = self.root
        items = akn_meta.agenda_items(root)
        kind = akn_meta.kind(root)
        facts: dict[str, Any] = {
            "kind": kind if self.body is None or kind != self.body.kind else "",
            "language": self.language,
            "meeting": (self.body.meeting_of(self.symbol) if self.body else "") or "",
            "adopted": akn_meta.adopted(root),
            "agenda_item": items[0] if len(items) == 1 else items,
            "draft": akn_meta.draft(root),
            "steps": akn_meta.steps(root),
            "vote": akn_meta.vote(root),
            "source": {"sha256": digest, "note": self.reader.file},
        }
        if not facts["meeting"]:
            reason = "no body's pattern of symbols fits; the meeting is left out"
            self._remark(root, self.symbol, reason)
        return facts

    def _meeting(self, found: Record) -> Record | None:
        if not found.get("meeting") or self.body is None:
            return None
        name = akn_meta.session(self.root)
        return {"id": found["meeting"], "name": name, "bodies": [self.body.id]}

    def _adoption(self, texts: Sequence[etree._Element]) -> Record:
        """The adoption lines; those of all parts say the same, or the rest is left over."""
        known: Record = {}
        for text in texts:
            for event, meeting, date in akn_meta.adoption(text):
                said: Record = {"adopted_at": meeting, "adopted": date}
                known = known or said
                if said == known:
                    self.reader.read.update((event, *event.iter()))
        return known

    # The text

    def _title(self, text: etree._Element) -> str:
        preface = first(text, "preface")
        titles = [] if preface is None else list(descendants(preface, "docTitle"))
        self._check_number(text)
        if not titles:
            return ""
        runs = self.reader.runs(titles[0])
        return marked(unbold(runs) or runs)

    def _check_number(self, text: etree._Element) -> None:
        """The number before the title is the end of the symbol, or it is left over."""
        preface = first(text, "preface")
        for number in descendants(preface, "docNumber") if preface is not None else ():
            printed = _UNSEEN.sub("", words(number)).rstrip(".")
            is_part = printed.isalpha() and len(printed) == 1
            symbol = self.symbol.replace("\u2011", "-")
            if not printed.isascii() and symbol[-1:].isalpha():  # the letter in other writing
                printed, symbol = printed.split(" ")[0], symbol.rstrip("-ABCDEFGHIJ ")
            if is_part or re.search(rf"(?:^|[/ -]){re.escape(printed)}(?: [A-Z]-[A-Z])?$", symbol):
                self.reader.read.add(number)

    def _part(self, text: etree._Element) -> Record:
        preface = first(text, "preface")
        number = words(next(descendants(preface, "docNumber"), None)) if preface is not None else ""
        part = {"number": number, "title": self._title(text), **self._text(text)}
        return {key: value for key, value in part.items() if value}

    def _text(self, text: etree._Element) -> Record:
        before, behind = self._lines(text)
        preamble = self._outline(before, "preamble")
        body = self._outline(behind, "operative")
        preambular = record.blocks([*preamble.blocks, *body.preamble], self.language)
        operative = record.blocks(body.blocks, self.language)
        found: Record = {
            "opening": self._opening(text, preamble=bool(preambular)),
            "preamble": preambular,
            "operative": operative,
            "annexes": self._annexes(text),
        }
        return {key: value for key, value in found.items() if value}

    def _lines(self, text: etree._Element) -> tuple[list[Line], list[Line]]:
        """The lines of the preamble and of the operative part.

        An opening without a comma opens no preamble: what the file tags as one is operative.
        """
        before = with_headings(_inside(self.reader, first(text, "preamble")), numbered=False)
        behind = with_headings(_inside(self.reader, first(text, "mainBody")), numbered=True)
        formula = first(text, "preamble", "formula")
        closed = formula is not None and not words(formula).endswith(_COMMAS)
        if before and closed and not any(line.words.endswith(_COMMAS) for line in before):
            reason = "taken as operative, since the opening has no comma"
            self.report.notices += [line.remark(reason) for line in before]
            freed = [line.but(item=False) if line.label else line for line in before]
            return [], [*freed, *behind]
        return before, behind

    def _outline(self, found: Iterable[Line], part: Any) -> Outline:
        result = outline(self._once(list(found)), part)
        self.report.notices += result.notices
        return result

    def _once(self, found: list[Line]) -> list[Line]:
        """Without headings that stand once more where they belong, above a table."""
        above = {
            (line.label.printed if line.label else "", line.words): place
            for place, line in enumerate(found[:-1])
            if line.unbold and found[place + 1].kind is Kind.TABLE
        }
        kept = []
        for place, line in enumerate(found):
            key = (line.label.printed if line.label else "", line.words)
            if line.kind is Kind.HEADING and above.get(key, -1) > place:
                reason = "a heading that stands once more further down, above its table"
                self.report.leftover.append(line.remark(reason))
            else:
                kept.append(line)
        return kept

    def _opening(self, text: etree._Element, *, preamble: bool) -> str:
        """The opening, where it is not what the body's own gives."""
        formula = first(text, "preamble", "formula")
        openings = self.body.opening.by_language if self.body else {}
        default = openings.get(self.language, "")
        if formula is None:
            self._remark(text, "", "the text has no opening formula")
            return UNNUMBERED if default else ""
        printed = " ".join(marks.plain(self.reader.text(p)) for p in children(formula))
        self.reader.read.add(formula)
        bare = printed.rstrip(" ,،，")
        comma = numbering.forms(self.language).comma
        if preamble and bare == printed:
            self._remark(formula, printed, "the comma of the opening is missing")
        elif preamble and printed != bare + comma:
            self._remark(formula, printed, f'printed as "{bare}{comma}"')
        for language, words_there in openings.items():
            if bare == words_there and language != self.language and bare != default:
                reason = f'the file says "{self.language}", but the opening is in "{language}"'
                self._remark(formula, printed, reason)
        opening = printed if bare != printed and not preamble else bare
        return "" if opening == default else opening

    def _annexes(self, text: etree._Element) -> list[Record]:
        found: list[Line] = []
        for attachment in children(text, "attachments"):
            found += lines(attachment, self.reader)
        return [self._annex(division) for division in divide(found, self.language)]

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

    def _with_notes(self, found: Record) -> None:
        """Footnotes by label, in the order of their marks, those of parts and annexes included."""
        notes: dict[str, str] = {}
        for note in self.reader.notes:
            if note.label not in notes:
                notes[note.label] = note.text
            else:
                self.report.leftover.append(_remark_of(note, "a second note with this label"))
        found["footnotes"] = notes
        numbers = [int(label) for label in notes if label.isdecimal()]
        if numbers != list(range(1, len(numbers) + 1)):
            labels = ", ".join(notes)
            self._remark(self.root, labels, "the numbers of the footnotes do not run from 1")

    # The report

    def _finish(self, texts: Sequence[etree._Element], whole: etree._Element) -> None:
        self.report.notices += self.reader.notices
        self.report.leftover += self.reader.lost
        for text in dict.fromkeys((whole, *texts)):
            for region in children(text, *_REGIONS):
                self.report.leftover += self._unread(region)
        self.report.leftover.sort(key=lambda remark: remark.position)
        self.report.notices.sort(key=lambda remark: remark.position)

    def _unread(self, region: etree._Element) -> Iterable[Remark]:
        """The pieces of text that nothing has read."""
        for element in region.iter():
            if not local(element) or element in self.reader.read:
                continue
            pieces = [element.text, *(child.tail for child in element)]
            words_left = " ".join(" ".join(piece.split()) for piece in pieces if piece).strip()
            if words_left:
                position = self.reader.position(element)
                yield Remark(
                    position, self.reader.path(element), words_left, "no place was found for it"
                )

    def _remark(self, element: etree._Element, text: str, reason: str) -> None:
        self.reader.notice(element, text, reason)


_ORDER = (
    "symbol",
    "kind",
    "title",
    "language",
    "meeting",
    "adopted",
    "adopted_at",
    "agenda_item",
    "draft",
    "steps",
    "vote",
    "source",
    "opening",
    "preamble",
    "operative",
    "footnotes",
    "annexes",
    "parts",
)


def _inside(reader: Reader, element: etree._Element | None) -> list[Line]:
    return [] if element is None else lines(element, reader)


def _remark_of(note: Note, reason: str) -> Remark:
    return Remark(note.position, note.path, f"{note.label} {marks.plain(note.text)}", reason)
