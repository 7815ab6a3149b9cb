"""The corpus as rules look at it: each text divided once, and all its marked words with places."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar, cast

from acquis.citation import Citation
from acquis.link import Links, link
from acquis.model.activity import Activity, Area, Service
from acquis.model.block import Spots, Table
from acquis.model.corpus import Corpus
from acquis.model.decision import Annex, Decision, Version
from acquis.model.divide import divide
from acquis.model.document import Document
from acquis.model.institution import Actor, Body, Convention, Meeting, Topic
from acquis.model.unit import Division, Unit
from acquis.position import Position
from acquis.reads import EVERY, Key, Noted, note, note_text, reading, unnoted

Record = (
    Decision | Document | Convention | Body | Meeting | Actor | Topic | Area | Activity | Service
)

T = TypeVar("T")
#: Numbers and anchors a text, as `divide(version, decision=…)` of the model does.
Divide = Callable[[Version, bool], Division]
#: Looks at all records together, and tells of some of them, by slug.
Once = Callable[["Divided"], Mapping[str, Any]]


_NO_NOTES: Mapping[str, str] = {}


class Passage(NamedTuple):
    """Words with marks: where they stand, and which footnotes their marks can mean.

    `scope` is the anchor of the annex around them, "" in the main text. `notes` are the notes
    of the table around them. `unit` is the unit whose text they are, None for titles and notes.
    """

    words: str
    at: Position
    scope: str
    unit: Unit | None = None
    notes: Mapping[str, str] = _NO_NOTES


#: Makes a passage of all of its fields, which takes a third of the time.
_made = tuple.__new__


@dataclass(frozen=True, slots=True)
class Text:
    """A version of a decision or document, divided: all its units and passages in reading order."""

    version: Version
    division: Division
    units: tuple[Unit, ...]
    passages: tuple[Passage, ...]


class Divided:
    """A corpus whose texts are divided when a rule first asks for them.

    Only the texts of the record at hand are kept, so that a large corpus does not stand in
    memory a second time.
    """

    def __init__(
        self,
        corpus: Corpus,
        divided: Divide | None = None,
        links: Links | None = None,
        kept: Mapping[Once, Mapping[str, object]] | None = None,
    ) -> None:
        """`kept` is what `once` found before, as far as it holds still."""
        self.corpus = corpus
        self._links = links
        self._divide = divided or _divide
        self._record: Record | None = None
        self._texts: tuple[Text, ...] = ()
        self._anchors: dict[str, frozenset[str]] = {}
        #: What was found once, and what was read for it; nothing of what was kept from before.
        self.found: dict[Once, tuple[Mapping[str, Any], set[Key]]] = {
            find: (value, set()) for find, value in (kept or {}).items()
        }
        self._of_record: dict[Callable[..., object], object] = {}
        self._meetings: dict[tuple[str, str], str] = {}  # their ids
        self._former: dict[type, Mapping[str, Decision | Document]] = {}

    @property
    def links(self) -> Links:
        """What the records say of one another; found when a rule first asks, if not given."""
        if self._links is None:
            self._links = link(self.corpus)
        return self._links

    def once(self, find: Callable[[Divided], Mapping[str, T]]) -> Mapping[str, T]:
        """What a rule finds by looking at all records together, by slug; looked for once.

        Who asks notes the slugs that he asks for (`acquis.reads`), under the function's name.
        """
        if find not in self.found:
            with unnoted(), reading() as keys:
                value = find(self)
            self.found[find] = Noted(find.__name__, value), keys
        return self.found[find][0]

    def of_record(self, record: Decision | Document, find: Callable[[Divided, Record], T]) -> T:
        """What several rules need of the texts of a record, looked for once while it is at hand."""
        self.texts(record)
        if find not in self._of_record:
            self._of_record[find] = find(self, record)
        return cast(T, self._of_record[find])

    def texts(self, record: Record) -> tuple[Text, ...]:
        """The texts of a record in all languages; none of one that has no text."""
        if not isinstance(record, Decision | Document):
            return ()
        if record is not self._record:
            self._record = record
            self._of_record = {}
            self._texts = tuple(self._text(version, record) for version in record.versions.values())
        for text in self._texts:
            note_text(text.version)
        return self._texts

    def anchors(self, decision: Decision) -> frozenset[str]:
        """The anchors of a decision's original text, for rules on what refers to it."""
        note_text(decision.original)
        if decision.slug not in self._anchors:
            division = self._divide(decision.original, True)
            self._anchors[decision.slug] = frozenset(anchors(division))
        return self._anchors[decision.slug]

    def citations(self, record: Decision | Document) -> Iterator[Citation]:
        """What the texts of a record cite, in all languages."""
        for found in self.links.citations.of(record).values():
            yield from found

    def meeting(self, body: str, symbol: str) -> Meeting | None:
        """The meeting to which the symbol of a body belongs, None where it is not known."""
        key = body, symbol
        if key not in self._meetings:
            self._meetings[key] = self.corpus.bodies[body].meeting_of(symbol) or ""
        return self.corpus.meetings.get(self._meetings[key])

    def slugs(self, record: Decision | Document) -> Mapping[str, Decision | Document]:
        """The records of the same kind as this one, by the last part of their address."""
        return self.corpus.decisions if isinstance(record, Decision) else self.corpus.documents

    def former(self, record: Decision | Document) -> Mapping[str, Decision | Document]:
        """The records of the same kind, by their former ids; the first that names one has it."""
        kind = type(record)
        note("decisions" if kind is Decision else "documents", EVERY)
        if kind not in self._former:
            found: dict[str, Decision | Document] = {}
            for other in self.slugs(record).values():
                for id_ in other.formerly:
                    found.setdefault(id_, other)
            self._former[kind] = found
        return self._former[kind]

    def _text(self, version: Version, record: Decision | Document) -> Text:
        division = self._divide(version, isinstance(record, Decision))
        units: list[Unit] = []
        passages = tuple(_passages(division, version, units))
        return Text(version, division, tuple(units), passages)


def anchors(division: Division) -> Iterator[str]:
    """Every anchor of a text: of parts and annexes, units, footnotes."""
    for inner in division.divisions():
        if inner.anchor:
            yield inner.anchor
        yield from (note.anchor for note in inner.footnotes)
    yield from (unit.anchor for unit in division.walk())


def _divide(version: Version, decision: bool) -> Division:
    return divide(version, decision=decision)


def _passages(division: Division, version: Version, units: list[Unit]) -> Iterator[Passage]:
    """All marked words of a text; its units, which are gone through for that, go to `units`."""
    for inner in division.divisions():
        source = inner.source
        scope = inner.anchor if inner.kind == "annex" else ""
        if source is not None:
            for key in ("title", "subtitle", "note", "opening"):
                words = getattr(source, key, "")
                if words:
                    yield Passage(words, source.spots.get(key, source.at), scope)
        for top in (*inner.preamble, *inner.operative):
            for unit in top.walk():
                units.append(unit)
                if isinstance(unit.block, Table):
                    yield from _of_table(unit, unit.block, scope)
                elif unit.text:
                    yield _made(Passage, (unit.text, unit.block.at, scope, unit, _NO_NOTES))
        if isinstance(source, Annex):
            yield from (Passage(note.text, note.at, scope) for note in source.footnotes)
    yield from (Passage(note.text, note.at, "") for note in version.footnotes)


def _of_table(unit: Unit, block: Table, scope: str) -> Iterator[Passage]:
    for key, words in (("label", block.label), ("title", block.title)):
        if words:
            at = block.spots.get(f"table.{key}", block.at)
            yield Passage(words, at, scope, unit, block.notes)
    for row in block.rows:
        for cell in row:
            if cell.text:
                yield Passage(cell.text, cell.at, scope, unit, block.notes)
    for label, words in block.notes.items():
        at = block.spots.get(f"table.notes.{label}", block.at)
        yield Passage(words, at, scope, unit, block.notes)


def spot(spots: Spots, default: Position, path: str, place: int = 0) -> Position:
    """The place of a value, or of the `place`-th where it stands in a list; else the record's."""
    return spots.get(f"{path}.{place}", spots.get(path, default))
