"""What is not as it was, from one reading of the data to the next, as `acquis.reads` names it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace

from acquis.citation import Citation, Naming, Register
from acquis.link import Links
from acquis.model.activity import Activity, Area, Service
from acquis.model.address import address
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.model.institution import Actor, Topic
from acquis.reads import EVERY, ORDER, Key, Noted, unnoted

Record = Decision | Document
Placed = Actor | Topic | Area | Activity | Service

#: What a mapping lacks.
_NOTHING = object()


@dataclass(frozen=True, slots=True)
class Altered:
    """The keys of what changed, and of the records that changed or stand elsewhere in their files.

    Pages show what is there and not where it stands; findings tell where their own record stands.
    """

    changed: frozenset[Key]
    moved: frozenset[Key]


class Texts:
    """The keys of the texts of a corpus, which notes know by their objects only."""

    def __init__(self, corpus: Corpus) -> None:
        with unnoted():
            self._corpus = corpus
            self._keys: dict[Key, Key] = {
                ("text", id(version)): _text(record, language)
                for record in corpus.records()
                for language, version in record.versions.items()
            }

    def named(self, noted: set[Key]) -> frozenset[Key]:
        """The keys as they mean the same in another reading.

        Raises KeyError for a text that is none of the corpus.
        """
        return frozenset(self._keys[key] if key[0] == "text" else key for key in noted)


def _text(record: Record, language: str) -> Key:
    return "text", address(record), language


def same_institution(old: Corpus, new: Corpus) -> bool:
    """Whether all is as it was that is not looked up record by record."""
    return (
        old.languages == new.languages
        and old.conventions is new.conventions
        and old.meetings is new.meetings
        and not any(_moved("actors", old.actors, new.actors))
        and not any(_moved("topics", old.topics, new.topics))
        and old.published == new.published
    )


def _moved(name: str, old: Mapping[str, Placed], new: Mapping[str, Placed]) -> Iterator[Key]:
    """The records that are not as they were or stand elsewhere in their file."""
    for id_ in {**old, **new}:
        one, other = old.get(id_), new.get(id_)
        if (
            one is None
            or other is None
            or (one, one.at, one.spots) != (other, other.at, other.spots)
        ):
            yield name, id_


def altered(old: tuple[Corpus, Links], new: tuple[Corpus, Links]) -> Altered:
    """What a new reading has otherwise than the old one; for one institution."""
    with unnoted():
        changed: set[Key] = set()
        moved: set[Key] = set()
        corpora = old[0], new[0]
        for name in ("decisions", "documents"):
            _records(name, corpora, changed, moved)
        _rows(corpora, changed)
        for name in ("areas", "activities", "services"):
            one, other = getattr(corpora[0], name), getattr(corpora[1], name)
            changed.update(_mapping((name,), one, other))
            moved.update(_moved(name, one, other))
        for field in fields(Links):
            one, other = getattr(old[1], field.name), getattr(new[1], field.name)
            if isinstance(other, Noted):
                changed.update(_mapping(other.name, one, other))
        _citations(old[1].citations, new[1].citations, changed)
    return Altered(frozenset(changed), frozenset(moved))


def altered_days(old: Mapping[str, object], new: Mapping[str, object]) -> frozenset[Key]:
    """The files whose day of change is another."""
    with unnoted():
        return frozenset(_mapping(("day",), old, new))


def _mapping(name: Key, old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[Key]:
    found = False
    for key in {**old, **new}:
        one, other = old.get(key, _NOTHING), new.get(key, _NOTHING)
        if one is not other and one != other:
            found = True
            yield (*name, key)
    order = list(old) != list(new)
    if order:
        yield (*name, ORDER)
    if order or found:
        yield (*name, EVERY)


def _records(name: str, corpora: tuple[Corpus, Corpus], changed: set[Key], moved: set[Key]) -> None:
    old: Mapping[str, Record] = getattr(corpora[0], name)
    new: Mapping[str, Record] = getattr(corpora[1], name)
    briefly = False
    slugs: dict[str, None] = dict.fromkeys([*old, *new])
    for slug in slugs:
        one, other = old.get(slug), new.get(slug)
        if one is other:
            continue
        moved.add((name, slug))
        if one is None or other is None or _brief(one) != _brief(other):
            briefly = True
            changed.add((name, slug))
        for record in (one, other):
            for language in record.versions if record else ():
                before = one.versions.get(language) if one else None
                now = other.versions.get(language) if other else None
                if record and before is not now and before != now:
                    changed.add(_text(record, language))
    order = list(old) != list(new)
    if order:
        changed.add((name, ORDER))
    if order or briefly:
        changed.add((name, EVERY))


def _brief(record: Record) -> tuple[object, ...]:
    """A record but for the body of its texts; in which file each stands, too."""
    heads = {
        language: (one.title, one.subtitle, one.held, one.at.file)
        for language, one in record.versions.items()
    }
    return replace(record, versions={}), list(heads.items())


def _rows(corpora: tuple[Corpus, Corpus], changed: set[Key]) -> None:
    """The rows of meetings, and the names of records."""
    old, new = corpora
    for meeting in {**old.meetings, **new.meetings, "": None}:
        before = [one.slug for one in old.decisions_of(meeting)]
        now = [one.slug for one in new.decisions_of(meeting)]
        if before != now:
            changed.add(("row", meeting))
        if before != now or any(("decisions", slug) in changed for slug in now):
            changed.add(("meeting", meeting))
        if old.latest_adoption(meeting) != new.latest_adoption(meeting):
            changed.add(("adopted at", meeting))
        papers = [one.slug for one in old.documents_of(meeting)]
        papers_now = [one.slug for one in new.documents_of(meeting)]
        if papers != papers_now or any(("documents", slug) in changed for slug in papers_now):
            changed.add(("documents of meeting", meeting))
    changed.update(_mapping(("decision named",), _named(old), _named(new)))
    papers_named = [
        {name: one.slug for name, one in corpus.documents_by_name.items()} for corpus in corpora
    ]
    changed.update(_mapping(("document named",), *papers_named))


def _named(corpus: Corpus) -> dict[str, list[tuple[str, str]]]:
    return {
        name: [(one.slug, one.kind) for one in decisions]
        for name, decisions in corpus.decisions_by_name.items()
    }


def _citations(old: Register, new: Register, changed: set[Key]) -> None:
    for place in {**old.by_record, **new.by_record}:
        one, other = old.by_record.get(place, {}), new.by_record.get(place, {})
        if one is other:
            continue
        for language in {**one, **other}:
            before, now = one.get(language, ()), other.get(language, ())
            if [*map(_said, before)] != [*map(_said, now)]:
                changed.update((("citing", place, language), ("citing", place, EVERY)))
    for place in {**old.namings, **new.namings}:
        namings, namings_now = old.namings.get(place, ()), new.namings.get(place, ())
        if len(namings) == len(namings_now) and all(map(_is, namings, namings_now)):
            continue
        told = [(one.source, _said(one.citation)) for one in namings]
        if told != [(one.source, _said(one.citation)) for one in namings_now]:
            changed.add(("named", place))


def _is(one: Naming, other: Naming) -> bool:
    return one is other


def _said(one: Citation) -> tuple[object, ...]:
    """A citation wherever it stands in its file."""
    passage = one.passage
    marked = passage.marked and (passage.marked.anchor, passage.marked.words)
    return (*one[:2], passage.anchor, passage.words, passage.note, marked, *one[3:])
