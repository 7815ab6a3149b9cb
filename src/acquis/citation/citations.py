"""Citations of a corpus: each with where it stands, what it names and where that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from sys import intern
from typing import NamedTuple
from urllib.parse import quote

from acquis import text as marks
from acquis.citation.locate import Places
from acquis.citation.passage import Passage, passages
from acquis.citation.reader import Reader, Spoken
from acquis.citation.series import Series
from acquis.citation.span import RANKS, Span, Step
from acquis.model.address import address
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision, Version
from acquis.model.divide import divide
from acquis.model.document import Document
from acquis.model.unit import Division
from acquis.symbol import Pattern, PatternError, normal

#: What may follow "Ibid." where it names no part.
_ENDS = (".", ";", "。", "；", "؛")

#: So many records are read together, which is quicker than each by itself.
_TOGETHER = 16
#: Citations of the text itself or of its parts.
_OWN = ("here", "within", "annex", "bare")


class Citation(NamedTuple):
    """A citation: `start` to `end` of the plain words of `passage`.

    `source` is the slug of the text that cites. `symbol` is the full symbol of what is cited, ""
    where it has none; `part` its part as an anchor has it, `last` the sign that ends a range.
    `target` is an address of this site (with the part's anchor where it is held) or an official
    one, "" where neither is known. `cited` is the slug of a decision or document that is held or
    listed here. `missing` says what could not be found: "text", "part" or nothing.
    """

    source: str
    language: str
    passage: Passage
    start: int
    end: int
    kind: str
    symbol: str = ""
    part: str = ""
    last: str = ""
    target: str = ""
    cited: str = ""
    body: str = ""
    missing: str = ""

    @property
    def anchor(self) -> str:
        """Where it stands in the text that cites."""
        return self.passage.anchor

    @property
    def text(self) -> str:
        """Its words, as printed."""
        return marks.plain(self.passage.words)[self.start : self.end]


def citations(corpus: Corpus) -> Iterator[Citation]:
    """All citations of a corpus, by record, language and place."""
    for _, found in Finder(corpus).of(corpus.records()):
        yield from found


class _Text(NamedTuple):
    """One text of a record, divided, with the plain words of its passages."""

    record: Decision | Document
    version: Version
    division: Division
    passages: Sequence[Passage]
    words: Sequence[str]


class Finder:
    """Finds the citations of one text after the other."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.readers: dict[str, Reader] = {}
        self.series: dict[str, Series] = {}
        self.places: dict[str, Places] = {}
        self.joint = _joint(corpus)
        self.grouped = _grouped(corpus)
        self.grouping = {body for body, _ in self.grouped}
        self.known: dict[str, dict[tuple[object, ...], _Led]] = {}

    def of(
        self, records: Iterable[Decision | Document]
    ) -> Iterator[tuple[Decision | Document, list[Citation]]]:
        """The citations of each record in all its languages."""
        left = iter(records)
        while some := list(islice(left, _TOGETHER)):
            texts = [
                (record, version, divide(version, decision=isinstance(record, Decision)))
                for record in some
                for version in record.versions.values()
                if version.held
            ]
            found: dict[int, list[Citation]] = {id(record): [] for record in some}
            for (record, _, _), citations in zip(texts, self.of_texts(texts), strict=True):
                found[id(record)] += citations
            yield from ((record, found[id(record)]) for record in some)

    def of_texts(
        self, texts: Sequence[tuple[Decision | Document, Version, Division]]
    ) -> list[list[Citation]]:
        """The citations of each of some texts, which are divided already."""
        spoken: dict[str, list[tuple[int, _Text]]] = {}
        for place, (record, version, division) in enumerate(texts):
            all_passages = list(passages(division))
            words = [marks.plain(passage.words) for passage in all_passages]
            text = _Text(record, version, division, all_passages, words)
            spoken.setdefault(version.language, []).append((place, text))
        found: list[list[Citation]] = [[] for _ in texts]
        for language, some in spoken.items():
            read = self._reader(language).read_all([self._spoken(text) for _, text in some])
            for (place, text), spans in zip(some, read, strict=True):
                found[place] = list(self._cited(text, spans))
        return found

    def _reader(self, language: str) -> Reader:
        reader = self.readers.get(language)
        if reader is None:
            reader = Reader(self.corpus.conventions.values(), language)
            self.readers[language] = reader
            self.series[language] = Series(reader.words, self.corpus.bodies)
        return reader

    def _spoken(self, text: _Text) -> Spoken:
        notes = sum(not passage.note for passage in text.passages)
        return Spoken(text.words, self._bodies(text.record), notes)

    def _cited(self, text: _Text, read: Mapping[int, Sequence[Span]]) -> Iterator[Citation]:
        """What a text cites, from what was read in its passages."""
        record, language = text.record, text.version.language
        own = _Own(record, text.division)
        known = self.known.setdefault(language, {})
        before, noted = None, -1  # what the note before cited last, and its place
        for place, spans in read.items():
            passage = text.passages[place]
            if noted != place - 1:
                before = None
            last: Span | None = None
            for found in self.series[language].complete(spans, text.words[place]):
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
                else:
                    key = span[2:7]
                    led = known.get(key) or known.setdefault(key, self._led(span, language))
                    if kind != "article":
                        last = span
                if led is not None:
                    symbol, part, target, cited, missing = led
                    at = (record.slug, language, passage, span.start, span.end, kind)
                    yield Citation(
                        *at, symbol, part, intern(span.last), target, cited, span.body, missing
                    )
            before, noted = last if passage.note else None, place

    def _bodies(self, record: Decision | Document) -> Sequence[str]:
        if isinstance(record, Decision):
            return record.bodies
        meetings = (self.corpus.meetings.get(id_) for id_ in record.meetings)
        bodies = [body for meeting in meetings if meeting for body in meeting.bodies]
        if not bodies and record.symbol:
            bodies = [
                body.id
                for body in self.corpus.bodies.values()
                if any(pattern.parse(record.symbol) for pattern in body.document_symbols)
            ]
        return bodies

    def _led(self, span: Span, language: str) -> _Led:
        """Where a citation of another text or of a convention's article leads."""
        if span.kind == "article":
            convention = self.corpus.conventions[span.symbol]
            return _Led("", span.part, address(convention))
        cited, path = self._held(span)
        if cited is None:
            return _Led(span.symbol, span.part, self._official(span, language), "", "text")
        part = "-".join(map(str, path))
        home = address(cited)
        if not path or not cited.original.held:
            return _Led(span.symbol, part, home, cited.slug)
        places = self.places.get(home)
        if places is None:
            places = Places(divide(cited.original, decision=isinstance(cited, Decision)))
            self.places[home] = places
        anchor = places.find(path)
        missing = "" if anchor is not None else "part"
        return _Led(span.symbol, part, _to(home, anchor or ""), cited.slug, missing)

    def _held(self, span: Span) -> tuple[Decision | Document | None, tuple[Step, ...]]:
        """The record that is cited, and the path in it."""
        if span.kind == "document":
            held = self.corpus.document(span.symbol) or self.joint.get(normal(span.symbol))
            return held, span.path
        found = self.corpus.decision(span.symbol, span.noun)
        if found is None and span.noun:
            found = self.corpus.decision(span.symbol)
        if found is not None:
            return found, span.path
        if span.body not in self.grouping:
            return None, span.path
        group, letter = _group(span.symbol, span.body, self.corpus)
        for first, last, decision in self.grouped.get(group, ()):
            if not letter or first <= letter <= last:
                part = (Step("part", letter.lower()),) if letter else ()
                return decision, (*part, *span.path)
        return None, span.path

    def _official(self, span: Span, language: str) -> str:
        """The official address of a text that is not held, as its body's data make it."""
        body = self.corpus.bodies.get(span.body)
        if body is None:
            return ""
        source = body.document_address if span.kind == "document" else body.address
        pattern, names = _pattern(source)
        if pattern is None:
            return ""
        values = {"symbol": quote(span.symbol, safe="/()"), "language": language}
        if span.kind != "document" and not values.keys() >= names:
            values |= body.parse(span.symbol) or {}
        return pattern.format(values) or ""


class _Led(NamedTuple):
    """Where a citation leads, in the words of `Citation`."""

    symbol: str
    part: str
    target: str
    cited: str = ""
    missing: str = ""


class _Own:
    """A text that cites its own parts."""

    def __init__(self, record: Decision | Document, division: Division) -> None:
        self.record = record
        self.division = division
        self.home = address(record)
        self.places: Places | None = None

    def led(self, span: Span, passage: Passage) -> _Led | None:
        """Where a citation of the text itself leads; None where it is not one after all."""
        symbol, slug = self.record.symbol, self.record.slug
        if span.kind == "bare" and (passage.note or "preamble-" in passage.anchor):
            return None  # of what the footnote cites, or of a text that is recalled
        if not span.path and span.kind == "here":
            return _Led(symbol, "", self.home, slug)
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
            return _Led(symbol, span.part, "", slug, "part")
        return _Led(symbol, anchor if span.path else "", _to(self.home, anchor), slug)


@lru_cache(maxsize=64)
def _pattern(source: str) -> tuple[Pattern | None, frozenset[str]]:
    """The pattern of official addresses and its placeholders; None where there is none."""
    try:
        pattern = Pattern(source) if source else None
    except PatternError:
        pattern = None
    return pattern, frozenset(pattern.names if pattern else ())


def _to(place: str, anchor: str) -> str:
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


def _joint(corpus: Corpus) -> dict[str, Document]:
    """Documents with joint symbols, by each of them."""
    found: dict[str, Document] = {}
    for document in corpus.documents.values():
        symbols = normal(document.symbol).replace("\u2013", "-").split("-")
        if len(symbols) > 1 and all("/" in symbol for symbol in symbols):
            for symbol in symbols:
                found.setdefault(symbol.strip(), document)
    return found


def grouped_parts(corpus: Corpus) -> Iterator[tuple[str, Decision, str]]:
    """The single symbols of texts that stand under one number, with the part that each means.

    "A/RES/78/254 A-C" gives its number alone, which means the whole, and that with A, B and C.
    """
    for (id_, values), members in _grouped(corpus).items():
        known = dict(values)
        for first, last, decision in members:
            for pattern in corpus.bodies[id_].symbols:
                names = set(pattern.names)
                if names == known.keys():
                    yield pattern.format(known) or "", decision, ""
                elif names == known.keys() | {"part"}:
                    for letter in map(chr, range(ord(first), ord(last) + 1)):
                        symbol = pattern.format({**known, "part": letter}) or ""
                        yield symbol, decision, f"part-{letter.lower()}"


Group = tuple[str, frozenset[tuple[str, str]]]


def _grouped(corpus: Corpus) -> dict[Group, list[tuple[str, str, Decision]]]:
    """Texts that stand under one number as parts A to C, by that number."""
    found: dict[Group, list[tuple[str, str, Decision]]] = {}
    for decision in corpus.decisions.values():
        for id_ in decision.bodies:
            body = corpus.bodies.get(id_)
            values = body.parse(decision.symbol) if body and decision.symbol else None
            if values and "part" in values and "last" in values:
                group, first = _group(decision.symbol, id_, corpus)
                found.setdefault(group, []).append((first, values["last"], decision))
    return found


def _group(symbol: str, body_id: str, corpus: Corpus) -> tuple[Group, str]:
    """The number that a symbol has beside its letter, and the letter."""
    body = corpus.bodies.get(body_id)
    values = (body.parse(symbol) if body else None) or {}
    rest = frozenset(item for item in values.items() if item[0] not in ("part", "last"))
    return (body_id, rest), values.get("part", "")
