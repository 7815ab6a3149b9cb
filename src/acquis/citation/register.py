"""The register of citations: all that the texts of a corpus cite, found once for whoever asks.

What stands in it are places, from where to where in which passage; the words stay in the corpus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import tee
from typing import NamedTuple, Protocol, TypeVar

from acquis.citation.citations import Citation, Resolution
from acquis.citation.recognition import Recognition
from acquis.collector import without_collector
from acquis.kept import Kept
from acquis.model.address import address
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.model.institution import Convention, Meeting
from acquis.reads import EVERY, Noted, note, unnoted

ByLanguage = Mapping[str, tuple[Citation, ...]]
_NOTHING: ByLanguage = {}


T = TypeVar("T")


class InShares(Protocol):
    """Has jobs done in as many shares as they are worth, here or in other processes."""

    def __call__(self, work: Callable[[Iterable[int]], T], jobs: int, /) -> list[T]:
        """What `work(numbers)` gives for each share, the numbers of its jobs from 0 on.

        Each number comes once, in one of the shares.
        """


def in_one(work: Callable[[Iterable[int]], T], jobs: int, /) -> list[T]:
    """All work as one share, done here."""
    return [work(range(jobs))]


class Naming(NamedTuple):
    """A citation seen from what it cites: the address of the text in which it stands, itself."""

    source: str
    citation: Citation

    @property
    def anchor(self) -> str:
        """The part that is cited, "" for the whole text."""
        return self.citation.target.partition("#")[2]


Told = Mapping[str, tuple[Naming, ...]]


@dataclass(frozen=True)
class Register:
    """The citations of each text, by the address of the record that cites and by language.

    What is asked of it is noted (`acquis.reads`): `("citing", address, language)` for what a text
    cites, `("named", address)` for where a record is cited.
    """

    by_record: Mapping[str, ByLanguage] = field(default_factory=dict)
    #: For each text what it cites, by the address of that; made when it is first asked for.
    told: dict[str, Told] = field(default_factory=dict, compare=False, repr=False)

    def of(self, record: Decision | Document) -> ByLanguage:
        """What the texts of a record cite, by language, in reading order."""
        place = address(record)
        found = self.by_record.get(place)
        if found is None:
            note("citing", place, EVERY)
            return _NOTHING
        return found

    def naming(self, record: Decision | Document) -> tuple[Naming, ...]:
        """Where a record or a part of it is cited, in its own text too, in the corpus' order.

        Of several citations of one part in one passage, the first stands for all.
        """
        place = address(record)
        note("named", place)
        return self.namings.get(place, ())

    @cached_property
    def namings(self) -> Mapping[str, tuple[Naming, ...]]:
        """Where each record is cited, by its address."""
        found: dict[str, list[Naming]] = {}
        with unnoted():
            for source, by_language in self.by_record.items():
                told = self.told.get(source)
                if told is None:
                    told = self.told[source] = _told(source, by_language)
                for to, namings in told.items():
                    found.setdefault(to, []).extend(namings)
        return {to: tuple(namings) for to, namings in found.items()}


def _told(source: str, by_language: ByLanguage) -> Told:
    """What one text cites."""
    found: dict[str, dict[tuple[str, str, str], Naming]] = {}
    for language, citations in by_language.items():
        for one in citations:
            if not (one.cited and one.target):
                continue
            to, _, anchor = one.target.partition("#")
            if to == source and not anchor:
                continue  # "the present decision"
            key = (language, one.anchor, anchor)
            found.setdefault(to, {}).setdefault(key, Naming(source, one))
    return {to: tuple(namings.values()) for to, namings in found.items()}


@without_collector()
def register(
    corpus: Corpus,
    before: tuple[Corpus, Register] | None = None,
    kept: Kept | None = None,
    in_shares: InShares = in_one,
) -> Register:
    """Find all citations of a corpus.

    With a corpus from `before` and its register, only those texts are read again that changed, and
    only those citations looked up that are in them, or lead to what changed; unless anything is
    named otherwise, or new. `kept` keeps what is made of the conventions. `in_shares` has the texts
    read in shares, which may be done in other processes.
    """
    recognition = (kept or Kept()).of(_recognition, corpus.conventions, corpus.meetings)
    if before is not None:
        return _again(corpus, *before, recognition, in_shares)
    read = _read(list(corpus.records()), corpus, recognition, in_shares)
    return Register({place: by_language for place, by_language in read.items() if by_language})


def _read(
    records: Sequence[Decision | Document],
    corpus: Corpus,
    recognition: Recognition,
    in_shares: InShares,
) -> dict[str, ByLanguage]:
    """The citations of records, by their addresses, in their order."""

    def share(numbers: Iterable[int]) -> dict[int, ByLanguage]:
        resolution = Resolution(corpus)
        mine, again = tee(numbers)
        recognised = recognition.of(records[number] for number in mine)
        return {
            number: resolution.of(record, cited)
            for (record, cited), number in zip(recognised, again, strict=True)
        }

    recognition.prepare(records)
    found: dict[int, ByLanguage] = {}
    for some in in_shares(share, len(records)):
        found |= some
    return {address(one): _noted(one, found[number]) for number, one in enumerate(records)}


def _recognition(
    conventions: Mapping[str, Convention], meetings: Mapping[str, Meeting]
) -> Recognition:
    return Recognition(conventions.values(), meetings)


def _again(
    corpus: Corpus,
    old: Corpus,
    register: Register,
    recognition: Recognition,
    in_shares: InShares,
) -> Register:
    known: Mapping[str, ByLanguage] = {}
    told: dict[str, Told] = {}
    if _named(old) == _named(corpus):
        known = _unchanged(corpus, old, register)
        told = {place: one for place, one in register.told.items() if place in known}
    again = [record for record in corpus.records() if address(record) not in known]
    read = _read(again, corpus, recognition, in_shares)
    found = {}
    for record in corpus.records():
        place = address(record)
        by_language = known[place] if place in known else read[place]
        if by_language:
            found[place] = by_language
    return Register(found, told)


def _noted(record: Decision | Document, by_language: ByLanguage) -> ByLanguage:
    return Noted(("citing", address(record)), by_language) if by_language else _NOTHING


def _named(corpus: Corpus) -> tuple[object, ...]:
    """All that decides what a citation means, but for the parts that a text has."""
    decisions = [
        (one.slug, one.symbol, one.id, one.kind, one.bodies, one.original.held)
        for one in corpus.decisions.values()
    ]
    documents = [
        (one.slug, one.symbol, one.id, one.meetings, one.original.held)
        for one in corpus.documents.values()
    ]
    meetings = [(one.id, one.bodies) for one in corpus.meetings.values()]
    return corpus.languages, corpus.conventions, meetings, decisions, documents


def _unchanged(corpus: Corpus, old: Corpus, register: Register) -> Mapping[str, ByLanguage]:
    """The citations of the texts that did not change and cite nothing that did."""
    before = {address(record): record for record in old.records()}
    new = {slug for record in corpus.records() if record is not before[slug := address(record)]}
    _ = register.namings  # so that it is known of each text what it cites
    return {
        place: register.by_record.get(place, _NOTHING)
        for place in before
        if place not in new and new.isdisjoint(register.told.get(place, ()))
    }
