"""Citations of a corpus: each with where it stands, what it names and where that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from sys import intern
from typing import NamedTuple
from urllib.parse import quote

from acquis import text as marks
from acquis.citation.locate import Places
from acquis.citation.passage import Passage
from acquis.citation.recognition import Cited, Led, Recognised, Recognition, part_address
from acquis.citation.span import Span, Step
from acquis.model.address import address
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.divide import divide
from acquis.model.document import Document
from acquis.symbol import Pattern, PatternError, normal


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


class Finder:
    """Finds the citations of one record after the other: recognises them, and looks them up."""

    def __init__(self, corpus: Corpus) -> None:
        self.recognition = Recognition(corpus.conventions.values(), corpus.meetings)
        self.resolution = Resolution(corpus)

    def of(
        self, records: Iterable[Decision | Document]
    ) -> Iterator[tuple[Decision | Document, list[Citation]]]:
        """The citations of each record in all its languages."""
        for record, recognised in self.recognition.of(records):
            found = self.resolution.of(record, recognised)
            yield record, [one for row in found.values() for one in row]


class Resolution:
    """Looks up in a corpus where citations lead that were recognised."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.places: dict[str, Places] = {}
        self.joint = _joint(corpus)
        self.grouped = _grouped(corpus)
        self.grouping = {body for body, _ in self.grouped}
        self.known: dict[str, dict[tuple[object, ...], Led]] = {}

    def of(
        self, record: Decision | Document, recognised: Recognised
    ) -> dict[str, tuple[Citation, ...]]:
        """The citations of a record by language, from what was recognised in its texts."""
        return {
            language: tuple(self._of_text(record, language, cited))
            for language, cited in recognised.items()
        }

    def _of_text(
        self, record: Decision | Document, language: str, cited: Sequence[Cited]
    ) -> Iterator[Citation]:
        known = self.known.setdefault(language, {})
        for passage, span, own in cited:
            led = own
            if led is None:
                key = span[2:7]
                led = known.get(key) or known.setdefault(key, self._led(span, language))
            symbol, part, target, slug, missing = led
            at = (record.slug, language, passage, span.start, span.end, span.kind)
            yield Citation(*at, symbol, part, intern(span.last), target, slug, span.body, missing)

    def _led(self, span: Span, language: str) -> Led:
        """Where a citation of another text or of a convention's article leads."""
        if span.kind == "article":
            convention = self.corpus.conventions[span.symbol]
            return Led("", span.part, address(convention))
        cited, path = self._held(span)
        if cited is None:
            return Led(span.symbol, span.part, self._official(span, language), "", "text")
        part = "-".join(map(str, path))
        home = address(cited)
        if not path or not cited.original.held:
            return Led(span.symbol, part, home, cited.slug)
        places = self.places.get(home)
        if places is None:
            places = Places(divide(cited.original, decision=isinstance(cited, Decision)))
            self.places[home] = places
        anchor = places.find(path)
        missing = "" if anchor is not None else "part"
        return Led(span.symbol, part, part_address(home, anchor or ""), cited.slug, missing)

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


@lru_cache(maxsize=64)
def _pattern(source: str) -> tuple[Pattern | None, frozenset[str]]:
    """The pattern of official addresses and its placeholders; None where there is none."""
    try:
        pattern = Pattern(source) if source else None
    except PatternError:
        pattern = None
    return pattern, frozenset(pattern.names if pattern else ())


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
