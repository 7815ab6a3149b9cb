"""Joining: what was read becomes a corpus, with defaults filled in and identities settled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from acquis.finding import Finding
from acquis.load import rules
from acquis.load.entry import Entry, Lists
from acquis.model.activity import Activity, Area, Service
from acquis.model.block import UNNUMBERED
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision, Version
from acquis.model.document import Document
from acquis.model.institution import Actor, Body, Convention, Meeting, Topic
from acquis.position import Position
from acquis.symbol import id_fault, normal, slug

Report = Callable[[Finding], None]
T = TypeVar("T")

_TEXTS = ("title", "subtitle", "preamble", "operative", "footnotes", "annexes", "parts")


def build(
    lists: Lists, languages: tuple[str, ...], published: tuple[str, ...] | None, report: Report
) -> Corpus:
    """Make a corpus of everything that was read; what does not fit together is reported."""
    conventions = _conventions(lists.entries.get("conventions", ()), languages[0], report)
    institution = Corpus(
        languages=languages,
        conventions=conventions,
        meetings=_records(lists, "meetings", Meeting, report),
        published=published,
    )
    activities = _records(lists, "activities", _activity, report)
    services = _records(lists, "services", _service, report)
    return replace(
        institution,
        actors=_records(lists, "actors", Actor, report),
        topics=_records(lists, "topics", Topic, report),
        areas=_records(lists, "areas", Area, report),
        activities=activities,
        services=services,
        decisions=_decisions(lists, institution, report),
        documents=_documents(lists, institution, report),
    )


def texts(
    lists: Lists, institution: Corpus, report: Report
) -> tuple[dict[str, Decision], dict[str, Document]]:
    """The decisions and documents of lists, in an institution that is known already."""
    return _decisions(lists, institution, report), _documents(lists, institution, report)


def natural(name: str) -> tuple[tuple[int, str | int], ...]:
    """A key that sorts numbers in names by their value: mc-5-2 before mc-5-19."""
    return tuple(
        (0, int(piece)) if piece.isdecimal() else (1, piece)
        for piece in re.split(r"(\d+)", name)
        if piece
    )


def _records(lists: Lists, name: str, make: Callable[..., T], report: Report) -> dict[str, T]:
    found: dict[str, T] = {}
    first: dict[str, Position] = {}
    for entry in lists.entries.get(name, ()):
        values = entry.values
        if _usable(values["id"], entry, first, report):
            found[values["id"]] = make(**values, at=entry.at, spots=entry.spots)
    return found


def _usable(id_: str, entry: Entry, first: dict[str, Position], report: Report) -> bool:
    place = entry.spots.get("id", entry.at)
    fault = id_fault(id_)
    if fault:
        report(rules.ID_UNUSABLE.at(place, f'the id "{id_}" {fault}'))
        return False
    if id_ in first:
        report(rules.ID_REPEATED.at(place, f'the id "{id_}" stands already in {_told(first[id_])}'))
        return False
    first[id_] = place
    return True


def _told(position: Position) -> str:
    return f"{position.file}:{position.line}"


def _conventions(entries: Iterable[Entry], language: str, report: Report) -> dict[str, Convention]:
    conventions: dict[str, Convention] = {}
    first: dict[str, Position] = {}
    first_body: dict[str, Position] = {}
    for entry in entries:
        values = entry.values
        if not _usable(values["id"], entry, first, report):
            continue
        bodies = []
        for place, body in enumerate(values.get("bodies", ())):
            prefix = f"bodies.{place}."
            spots = {
                path.removeprefix(prefix): at
                for path, at in entry.spots.items()
                if path.startswith(prefix)
            }
            inner = Entry(body, spots.get("id", entry.at), spots)
            if _usable(body["id"], inner, first_body, report):
                cited = body.get("cited_as", {})
                default = cited.get(language) or next(iter(cited.values()), ())
                known = {**body, "cited_as": default, "cited_in": cited}
                bodies.append(Body(**known, convention=values["id"], at=inner.at, spots=spots))
        conventions[values["id"]] = Convention(
            **{**values, "bodies": tuple(bodies)}, at=entry.at, spots=entry.spots
        )
    return conventions


def _activity(**values: Any) -> Activity:
    return Activity(areas=values.pop("area", ()), **values)


def _service(**values: Any) -> Service:
    return Service(for_=values.pop("for", ()), **values)


def _decisions(lists: Lists, institution: Corpus, report: Report) -> dict[str, Decision]:
    drafted = [_decision(entry, institution) for entry in lists.entries.get("decisions", ())]
    kinds: dict[str, set[str]] = {}
    for decision in drafted:
        if decision.symbol:
            kinds.setdefault(normal(decision.symbol), set()).add(decision.kind)
    named = []
    for decision in drafted:
        ending = decision.id or slug(decision.symbol)
        if not decision.id and len(kinds.get(normal(decision.symbol), ())) > 1:
            ending = f"{slug(decision.kind)}-{ending}"
        named.append(replace(decision, slug=ending))
    decisions = _identified(named, report)
    originals = _Originals(decisions, report)
    for entry in lists.translations.get("decisions", ()):
        original = originals.find(entry, decisions)
        if original is not None:
            opening = entry.values.get("opening")
            if opening is None and original.original.opening is not None:
                opening = _opening(original.bodies, institution, entry.language)
            version = _version(entry, entry.language, opening)
            decisions[original.slug] = replace(
                original, versions={**original.versions, entry.language: version}
            )
    return dict(sorted(decisions.items(), key=lambda item: natural(item[0])))


def _decision(entry: Entry, institution: Corpus) -> Decision:
    values = dict(entry.values)
    texts = {key: values.pop(key) for key in _TEXTS if key in values}
    opening = values.pop("opening", None)
    language = values.setdefault("language", institution.languages[0])
    meeting = institution.meetings.get(values.get("meeting", ""))
    if "bodies" not in values:
        values["bodies"] = meeting.bodies if meeting else _bodies_of(values, institution)
    bodies = [institution.bodies[id_] for id_ in values["bodies"] if id_ in institution.bodies]
    values.setdefault("kind", bodies[0].kind if bodies else "decision")
    values["agenda_items"] = values.pop("agenda_item", ())
    if opening is None:
        opening = _opening(values["bodies"], institution, language)
    version = _version(replace(entry, values=texts), language, opening)
    return Decision(slug="", versions={language: version}, **values, at=entry.at, spots=entry.spots)


def _bodies_of(values: Mapping[str, Any], institution: Corpus) -> tuple[str, ...]:
    symbol = values.get("symbol", "")
    return tuple(id_ for id_, body in institution.bodies.items() if symbol and body.parse(symbol))


def _opening(bodies: Iterable[str], institution: Corpus, language: str) -> str | None:
    openings = (
        institution.bodies[id_].opening.by_language.get(language)
        for id_ in bodies
        if id_ in institution.bodies
    )
    return next(filter(None, openings), None)


def _version(entry: Entry, language: str, opening: str | None) -> Version:
    texts = {key: entry.values[key] for key in _TEXTS if key in entry.values}
    return Version(
        language=language,
        opening=None if opening == UNNUMBERED else opening,
        **texts,
        at=entry.at,
        spots=entry.spots,
    )


def _documents(lists: Lists, institution: Corpus, report: Report) -> dict[str, Document]:
    named = []
    for entry in lists.entries.get("documents", ()):
        values = dict(entry.values)
        language = values.setdefault("language", institution.languages[0])
        meetings = dict.fromkeys((*values.pop("meeting", ()), *values.pop("meetings", ())))
        version = _version(_blocks_as_operative(entry, values), language, None)
        for key in (*_TEXTS, "blocks"):
            values.pop(key, None)
        named.append(
            Document(
                slug=values.get("id") or slug(values.get("symbol", "")),
                versions={language: version},
                meetings=tuple(meetings),
                **values,
                at=entry.at,
                spots=entry.spots,
            )
        )
    documents = _identified(named, report)
    originals = _Originals(documents, report)
    for entry in lists.translations.get("documents", ()):
        original = originals.find(entry, documents)
        if original is not None:
            version = _version(_blocks_as_operative(entry, entry.values), entry.language, None)
            documents[original.slug] = replace(
                original, versions={**original.versions, entry.language: version}
            )
    return dict(sorted(documents.items(), key=lambda item: natural(item[0])))


def _blocks_as_operative(entry: Entry, values: Mapping[str, Any]) -> Entry:
    texts = {key: value for key, value in values.items() if key in _TEXTS}
    return replace(entry, values={**texts, "operative": values.get("blocks", ())})


Text = TypeVar("Text", Decision, Document)


def _identified(records: Sequence[Text], report: Report) -> dict[str, Text]:
    """The records by slug; one without a usable identity, or with another's, is left out."""
    found: dict[str, Text] = {}
    symbols: dict[tuple[str, str], Position] = {}
    ids: dict[str, Position] = {}
    for record in records:
        place = record.spots.get("symbol", record.spots.get("id", record.at))
        if not record.symbol and not record.id:
            message = 'the record has neither "symbol" nor "id"'
            report(rules.FIELD_MISSING.at(record.at, message, "give it one of them"))
            continue
        if record.id and record.id in ids:
            at = record.spots["id"]
            message = f'the id "{record.id}" stands already in {_told(ids[record.id])}'
            report(rules.ID_REPEATED.at(at, message))
            continue
        identity = (normal(record.symbol), record.kind)
        if record.symbol and identity in symbols:
            message = (
                f'{record.kind} "{record.symbol}" stands already in {_told(symbols[identity])}'
            )
            report(rules.SYMBOL_REPEATED.at(place, message))
            continue
        fault = id_fault(record.slug)
        if fault:
            named = "id" if record.id else "symbol"
            at = record.spots.get(named, record.at)
            message = f'"{record.slug}", the address that the {named} makes, {fault}'
            report(rules.ID_UNUSABLE.at(at, message, "" if record.id else "give it an id"))
            continue
        if record.slug in found:
            other = found[record.slug]
            message = (
                f'"{record.name}" and "{other.name}" in {_told(other.at)} would both have the '
                f'address "{record.slug}"'
            )
            report(rules.SLUG_COLLISION.at(place, message))
            continue
        symbols[identity] = place
        if record.id:
            ids[record.id] = record.spots.get("id", record.at)
        found[record.slug] = record
    return found


class _Originals:
    """Finds the record that a translation belongs to."""

    def __init__(self, records: Mapping[str, Text], report: Report) -> None:
        self.report = report
        self.by_name: dict[str, list[str]] = {}
        for ending, record in records.items():
            for name in {ending, record.id, normal(record.symbol)} - {""}:
                self.by_name.setdefault(name, []).append(ending)

    def find(self, entry: Entry, records: Mapping[str, Text]) -> Text | None:
        """The original, or None where there is none or its text is held in this language."""
        kind = entry.values.get("kind", "")
        name = normal(entry.values.get("symbol", "")) or entry.values.get("id", "")
        found = [records[ending] for ending in self.by_name.get(name, ())]
        record = next((one for one in found if kind in ("", one.kind)), None)
        if record is None:
            place = entry.spots.get("symbol", entry.spots.get("id", entry.at))
            message = f'no record is "{name}"' if name else "the text names no record"
            self.report(rules.TRANSLATION_UNMATCHED.at(place, message))
        elif entry.language in record.versions:
            message = f'"{record.name}" has its text in "{entry.language}" already'
            self.report(rules.TRANSLATION_REPEATED.at(entry.at, message))
            return None
        return record
