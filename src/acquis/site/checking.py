"""Checking from one reading of the data to the next: only what may have other findings now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from acquis.check import LEDGER, check_record, records
from acquis.check.divided import Divided, Once, Record
from acquis.check.ledger import dropped
from acquis.check.mirrors import proposed
from acquis.finding import Finding
from acquis.link import Links
from acquis.model.activity import Activity, Area, Service
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.reads import Key, reading
from acquis.site.altered import Altered, Texts
from acquis.site.workers import in_shares, processes


def checked(
    corpus: Corpus, links: Links, wanted: int, ledger_file: str = LEDGER
) -> Iterator[Finding]:
    """What is wrong with the corpus, looked for in so many processes as are wanted.

    `ledger_file` is the name of the ledger in findings.
    """

    among = list(records(corpus))

    def share(numbers: Iterable[int]) -> tuple[list[Finding], list[str]]:
        made: list[str] = []
        divided = Divided(corpus, links=links)
        found = (check_record(among[number], divided, made) for number in numbers)
        return list(chain.from_iterable(found)), made

    made: list[str] = []
    texts = sum(len(record.versions) for record in corpus.records())
    for findings, addresses in in_shares(share, len(among), processes(wanted, texts)):
        yield from findings
        made += addresses
    yield from dropped(corpus, made, ledger_file)


class Checked(NamedTuple):
    """A record's findings and addresses, and what was read for them."""

    findings: tuple[Finding, ...]
    made: tuple[str, ...]
    reads: frozenset[Key]


#: What rules look for among all records, by the names of the functions.
_ONCE: Mapping[str, Once] = {find.__name__: find for find in (proposed,)}


class Checks:
    """The findings on each record, with what was read for them."""

    def __init__(self) -> None:
        self._known: dict[Key, Checked] = {}
        self._once: dict[Once, tuple[Mapping[str, object], frozenset[Key]]] = {}

    @property
    def known(self) -> Mapping[Key, Checked]:
        """What was found when it was last looked for."""
        return self._known

    @property
    def once(self) -> Mapping[str, frozenset[Key]]:
        """What was read for what rules look for among all records."""
        return {find.__name__: keys for find, (_, keys) in self._once.items()}

    def recall(
        self,
        corpus: Corpus,
        links: Links,
        known: Mapping[Key, Checked],
        once: Mapping[str, frozenset[Key]],
    ) -> bool:
        """Know what was found in this corpus, as an earlier run told of it; whether that can be.

        It cannot where that run looked for something that nobody looks for any more.
        """
        if once.keys() - _ONCE.keys():
            return False
        divided = Divided(corpus, links=links)
        self._known = dict(known)
        self._once = {_ONCE[name]: (divided.once(_ONCE[name]), once[name]) for name in once}
        return True

    def findings(
        self, corpus: Corpus, links: Links, altered: Altered | None, wanted: int
    ) -> Iterator[Finding]:
        """What is wrong with the corpus; `altered` is what changed since the last call.

        None means that anything may have changed.
        """
        texts = Texts(corpus)
        changed = set(altered.changed) if altered else set()
        if altered is None:
            self._known, self._once = {}, {}
        divided = Divided(corpus, links=links, kept=self._holding(changed))
        for find in [find for find in self._once if find not in divided.found]:
            changed |= _other(find.__name__, self._once[find][0], divided.once(find))
        again: list[tuple[Key, Record]] = []
        order: list[Key] = []
        for record in records(corpus):
            key = _key(record)
            order.append(key)
            known = self._known.get(key)
            moved = altered is None or key in altered.moved
            if known is None or moved or not known.reads.isdisjoint(changed):
                again.append((key, record))

        def share(numbers: Iterable[int]) -> dict[Key, Checked]:
            mine = (again[number] for number in numbers)
            return {key: _check(one, divided, texts) for key, one in mine}

        known_now: dict[Key, Checked] = {}
        for some in in_shares(share, len(again), processes(wanted, len(again))):
            known_now |= some
        self._known = {key: known_now.get(key) or self._known[key] for key in order}
        for find, (value, noted) in divided.found.items():
            if noted or find not in self._once:
                self._once[find] = value, texts.named(noted)
        for one in self._known.values():
            yield from one.findings
        yield from dropped(corpus, [at for one in self._known.values() for at in one.made], LEDGER)

    def _holding(self, changed: set[Key]) -> dict[Once, Mapping[str, object]]:
        """What was found once and holds still."""
        kept = self._once.items()
        return {find: value for find, (value, reads) in kept if reads.isdisjoint(changed)}


def _check(record: Record, divided: Divided, texts: Texts) -> Checked:
    made: list[str] = []
    with reading() as noted:
        findings = tuple(check_record(record, divided, made))
    return Checked(findings, tuple(made), texts.named(noted))


def _other(name: str, old: Mapping[str, object], new: Mapping[str, object]) -> set[Key]:
    return {(name, slug) for slug in {**old, **new} if old.get(slug) != new.get(slug)}


def _key(record: Record) -> Key:
    """What a record is called; of those that change one by one, as they are noted."""
    match record:
        case Decision():
            return "decisions", record.slug
        case Document():
            return "documents", record.slug
        case Area():
            return "areas", record.id
        case Activity():
            return "activities", record.id
        case Service():
            return "services", record.id
        case _:
            return type(record).__name__, record.id
