"""Recognition: what a text cites, as far as its own words and the conventions tell.

It depends on nothing else that the data hold, so that what was recognised in a text stays true
while other records change. Where citations of other texts lead is looked up afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from acquis import text as marks
from acquis.citation.locate import Places
from acquis.citation.passage import Passage, passages
from acquis.citation.reader import Reader, Spoken
from acquis.citation.series import Series
from acquis.citation.span import RANKS, Span
from acquis.model.address import address
from acquis.model.decision import Decision, Version
from acquis.model.divide import divide
from acquis.model.document import Document
from acquis.model.institution import Convention, Meeting
from acquis.model.unit import Division

#: What may follow "Ibid." where it names no part.
_ENDS = (".", ";", "。", "；", "؛")

#: So many records are read together, which is quicker than each by itself.
_TOGETHER = 16
#: Citations of the text itself or of its parts.
_OWN = ("here", "within", "annex", "bare")


class Led(NamedTuple):
    """Where a citation leads, in the words of `Citation`."""

    symbol: str
    part: str
    target: str
    cited: str = ""
    missing: str = ""


class Cited(NamedTuple):
    """A citation that was recognised: `span` stands in the plain words of `passage`.

    `own` is where it leads in its own text; None for what cites another text, or a convention.
    """

    passage: Passage
    span: Span
    own: Led | None = None


#: What the texts of a record cite, by language, in reading order; no language without any.
Recognised = Mapping[str, Sequence[Cited]]


class _Text(NamedTuple):
    """One text of a record, divided, with the plain words of its passages."""

    record: Decision | Document
    version: Version
    division: Division
    passages: Sequence[Passage]
    words: Sequence[str]


class Recognition:
    """Recognises the citations of one record after the other.

    `conventions` have the bodies whose symbols are known, `meetings` tell whose a document is.
    """

    def __init__(self, conventions: Iterable[Convention], meetings: Mapping[str, Meeting]) -> None:
        self.conventions = tuple(conventions)
        self.meetings = meetings
        self.bodies = {body.id: body for one in self.conventions for body in one.bodies}
        self.readers: dict[str, Reader] = {}
        self.series: dict[str, Series] = {}

    def prepare(self, records: Iterable[Decision | Document]) -> None:
        """Make the readers of all languages of the records, before processes share the work."""
        texts = [version for record in records for version in record.versions.values()]
        for language in sorted({version.language for version in texts if version.held}):
            self._reader(language)

    def of(
        self, records: Iterable[Decision | Document]
    ) -> Iterator[tuple[Decision | Document, Recognised]]:
        """What each record cites in all its languages."""
        left = iter(records)
        while some := list(islice(left, _TOGETHER)):
            texts = [
                (record, version, divide(version, decision=isinstance(record, Decision)))
                for record in some
                for version in record.versions.values()
                if version.held
            ]
            found: dict[int, dict[str, Sequence[Cited]]] = {id(record): {} for record in some}
            for (record, version, _), cited in zip(texts, self.of_texts(texts), strict=True):
                if cited:
                    found[id(record)][version.language] = cited
            yield from ((record, found[id(record)]) for record in some)

    def of_texts(
        self, texts: Sequence[tuple[Decision | Document, Version, Division]]
    ) -> list[list[Cited]]:
        """What each of some texts cites, which are divided already."""
        spoken: dict[str, list[tuple[int, _Text]]] = {}
        for place, (record, version, division) in enumerate(texts):
            all_passages = list(passages(division))
            words = [marks.plain(passage.words) for passage in all_passages]
            text = _Text(record, version, division, all_passages, words)
            spoken.setdefault(version.language, []).append((place, text))
        found: list[list[Cited]] = [[] for _ in texts]
        for language, some in spoken.items():
            read = self._reader(language).read_all([self._spoken(text) for _, text in some])
            for (place, text), spans in zip(some, read, strict=True):
                found[place] = list(self._cited(text, spans))
        return found

    def _reader(self, language: str) -> Reader:
        reader = self.readers.get(language)
        if reader is None:
            reader = Reader(self.conventions, language)
            self.readers[language] = reader
            self.series[language] = Series(reader.words, self.bodies)
        return reader

    def _spoken(self, text: _Text) -> Spoken:
        notes = sum(not passage.note for passage in text.passages)
        return Spoken(text.words, self._bodies(text.record), notes)

    def _cited(self, text: _Text, read: Mapping[int, Sequence[Span]]) -> Iterator[Cited]:
        """What a text cites, from what was read in its passages."""
        own = _Own(text.record, text.division)
        series = self.series[text.version.language]
        before, noted = None, -1  # what the note before cited last, and its place
        for place, spans in read.items():
            passage = text.passages[place]
            if noted != place - 1:
                before = None
            last: Span | None = None
            for found in series.complete(spans, text.words[place]):
                span, kind = found, found.kind
                if kind == "ibid":
                    ibid = _ibid(span, last or before, text.words[place]) if passage.note else None
                    if ibid is None:
                        continue
                    span, kind = ibid, ibid.kind
                elif kind == "same":
                    continue
                if kind in _OWN:
                    led = own.led(span, passage)
                    if led is not None:
                        yield Cited(passage, span, led)
                else:
                    if kind != "article":
                        last = span
                    yield Cited(passage, span)
            before, noted = last if passage.note else None, place

    def _bodies(self, record: Decision | Document) -> Sequence[str]:
        if isinstance(record, Decision):
            return record.bodies
        meetings = (self.meetings.get(id_) for id_ in record.meetings)
        bodies = [body for meeting in meetings if meeting for body in meeting.bodies]
        if not bodies and record.symbol:
            bodies = [
                body.id
                for body in self.bodies.values()
                if any(pattern.parse(record.symbol) for pattern in body.document_symbols)
            ]
        return bodies


class _Own:
    """A text that cites its own parts."""

    def __init__(self, record: Decision | Document, division: Division) -> None:
        self.record = record
        self.division = division
        self.home = address(record)
        self.places: Places | None = None

    def led(self, span: Span, passage: Passage) -> Led | None:
        """Where a citation of the text itself leads; None where it is not one after all."""
        symbol, slug = self.record.symbol, self.record.slug
        if span.kind == "bare" and (passage.note or "preamble-" in passage.anchor):
            return None  # of what the footnote cites, or of a text that is recalled
        if not span.path and span.kind == "here":
            return Led(symbol, "", self.home, slug)
        if self.places is None:
            self.places = Places(self.division)
        if span.kind in ("within", "bare"):
            anchor = self.places.near(span.path, passage.anchor)
        else:
            anchor = self.places.find(span.path)
        if anchor is None:
            # A part that is named alone may be another text's, and those that quoted words speak
            # of are the parts of the text that they amend.
            if span.kind in ("annex", "bare") or "-quote-" in passage.anchor:
                return None
            return Led(symbol, span.part, "", slug, "part")
        return Led(symbol, anchor if span.path else "", part_address(self.home, anchor), slug)


def part_address(place: str, anchor: str) -> str:
    """The address of a part of a page, of the whole where there is no anchor."""
    return f"{place}#{anchor}" if anchor else place


def _ibid(span: Span, before: Span | None, words: str) -> Span | None:
    """What "Ibid." stands for: what was cited before, in the part that is named, if any."""
    if before is None:
        return None
    if not span.path:
        rest = words[span.end :].lstrip()
        if rest and not rest.startswith(_ENDS):
            return None
        return before._replace(start=span.start, end=span.end)
    rank = RANKS[span.path[0].unit]
    around = tuple(step for step in before.path if RANKS[step.unit] < rank)
    return before._replace(
        start=span.start, end=span.end, path=(*around, *span.path), last=span.last
    )
