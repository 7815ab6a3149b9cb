"""Joining: what was read becomes a corpus, with defaults filled in and identities settled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from sys import intern
from typing import Any, TypeVar

from acquis.finding import Finding
from acquis.kept import Kept
from acquis.load import rules
from acquis.load.entry import Entry, Lists
from acquis.model.activity import Activity, Area, Service
from acquis.model.block import UNNUMBERED
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision, Version
from acquis.model.document import Document
from acquis.model.institution import Actor, Body, Convention, Meeting, Topic
from acquis.position import Position
from acquis.reads import Noted
from acquis.symbol import id_fault, normal, slug

Report = Callable[[Finding], None]
T = TypeVar("T")

_TEXTS = ("title", "subtitle", "preamble", "operative", "footnotes", "annexes", "parts")


def build(
    lists: Lists,
    languages: tuple[str, ...],
    published: tuple[str, ...] | None,
    report: Report,
    kept: Kept | None = None,
) -> Corpus:
    """Make a corpus of everything that was read; what does not fit together is reported.

    With `kept`, a record whose entries are the same objects as when the last corpus was made, in
    the same institution, is the same object again.
    """
    kept = kept or Kept()
    entries = lists.entries
    conventions, found = kept.of(
        _all_conventions, intern(languages[0]), *entries.get("conventions", ())
    )
    meetings, found_too = kept.of(_all_meetings, *entries.get("meetings", ()))
    for finding in (*found, *found_too):
        report(finding)
    institution = kept.of(_institution, conventions, meetings, *map(intern, languages))
    activities = _records(lists, "activities", _activity, report)
    services = _records(lists, "services", _service, report)
    return replace(
        institution,
        published=published,
        actors=_records(lists, "actors", Actor, report),
        topics=_records(lists, "topics", Topic, report),
        areas=Noted("areas", _records(lists, "areas", Area, report)),
        activities=Noted("activities", activities),
        services=Noted("services", services),
        decisions=Noted("decisions", _decisions(lists, institution, report, kept)),
        documents=Noted("documents", _documents(lists, institution, report, kept)),
    )


def _institution(
    conventions: Mapping[str, Convention], meetings: Mapping[str, Meeting], *languages: str
) -> Corpus:
    return Corpus(languages=languages, conventions=conventions, meetings=meetings)


def _all_conventions(language: str, *entries: Entry) -> tuple[dict[str, Convention], list[Finding]]:
    found: list[Finding] = []
    return _conventions(entries, language, found.append), found


def _all_meetings(*entries: Entry) -> tuple[dict[str, Meeting], list[Finding]]:
    found: list[Finding] = []
    lists = Lists({"meetings": list(entries)})
    return _records(lists, "meetings", Meeting, found.append), found


def texts(
    lists: Lists, institution: Corpus, report: Report
) -> tuple[dict[str, Decision], dict[str, Document]]:
    """The decisions and documents of lists, in an institution that is known already."""
    kept = Kept()
    decisions = _decisions(lists, institution, report, kept)
    return decisions, _documents(lists, institution, report, kept)


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


def _decisions(
    lists: Lists, institution: Corpus, report: Report, kept: Kept
) -> dict[str, Decision]:
    entries = lists.entries.get("decisions", ())
    drafted = [kept.of(_decision, entry, institution) for entry in entries]
    kinds: dict[str, set[str]] = {}
    for decision in drafted:
        if decision.symbol:
            kinds.setdefault(normal(decision.symbol), set()).add(decision.kind)
    named = []
    for decision in drafted:
        ending = decision.id or slug(decision.symbol)
        if not decision.id and len(kinds.get(normal(decision.symbol), ())) > 1:
            ending = f"{slug(decision.kind)}-{ending}"
        named.append(kept.of(_named, decision, intern(ending)))
    decisions = _identified(named, report)
    translations = _Originals(decisions, report).translations(lists.translations, "decisions")
    for slug_, entries in translations.items():
        decisions[slug_] = kept.of(_with_texts, decisions[slug_], institution, *entries)
    return dict(sorted(decisions.items(), key=lambda item: natural(item[0])))


def _named(decision: Decision, ending: str) -> Decision:
    return replace(decision, slug=ending)


def _with_texts(decision: Decision, institution: Corpus, *entries: Entry) -> Decision:
    """The decision with its texts in other languages."""
    versions = dict(decision.versions)
    for entry in entries:
        opening = entry.values.get("opening")
        if opening is None and decision.original.opening is not None:
            opening = _opening(decision.bodies, institution, entry.language)
        versions[entry.language] = _version(entry, entry.language, opening)
    return replace(decision, versions=versions)


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


def _documents(
    lists: Lists, institution: Corpus, report: Report, kept: Kept
) -> dict[str, Document]:
    named = [kept.of(_document, entry, institution) for entry in lists.entries.get("documents", ())]
    documents = _identified(named, report)
    translations = _Originals(documents, report).translations(lists.translations, "documents")
    for slug_, entries in translations.items():
        documents[slug_] = kept.of(_document_with_texts, documents[slug_], *entries)
    return dict(sorted(documents.items(), key=lambda item: natural(item[0])))


def _document(entry: Entry, institution: Corpus) -> Document:
    values = dict(entry.values)
    language = values.setdefault("language", institution.languages[0])
    meetings = dict.fromkeys((*values.pop("meeting", ()), *values.pop("meetings", ())))
    version = _version(_blocks_as_operative(entry, values), language, None)
    for key in (*_TEXTS, "blocks"):
        values.pop(key, None)
    return Document(
        slug=values.get("id") or slug(values.get("symbol", "")),
        versions={language: version},
        meetings=tuple(meetings),
        **values,
        at=entry.at,
        spots=entry.spots,
    )


def _document_with_texts(document: Document, *entries: Entry) -> Document:
    """The document with its texts in other languages."""
    versions = dict(document.versions)
    for entry in entries:
        texts = _blocks_as_operative(entry, entry.values)
        versions[entry.language] = _version(texts, entry.language, None)
    return replace(document, versions=versions)


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

    def __init__(self, records: Mapping[str, Decision | Document], report: Report) -> None:
        self.records = records
        self.report = report
        self.taken = {ending: set(record.versions) for ending, record in records.items()}
        self.by_name: dict[str, list[str]] = {}
        for ending, record in records.items():
            for name in {ending, record.id, normal(record.symbol)} - {""}:
                self.by_name.setdefault(name, []).append(ending)

    def translations(
        self, lists: Mapping[str, Sequence[Entry]], name: str
    ) -> dict[str, list[Entry]]:
        """The texts in other languages by the record that they belong to, the first of each."""
        found: dict[str, list[Entry]] = {}
        for entry in lists.get(name, ()):
            record = self._find(entry)
            if record is not None:
                self.taken[record.slug].add(entry.language)
                found.setdefault(record.slug, []).append(entry)
        return found

    def _find(self, entry: Entry) -> Decision | Document | None:
        """The original, or None where there is none or its text is held in this language."""
        kind = entry.values.get("kind", "")
        name = normal(entry.values.get("symbol", "")) or entry.values.get("id", "")
        found = [self.records[ending] for ending in self.by_name.get(name, ())]
        record = next((one for one in found if kind in ("", one.kind)), None)
        if record is None:
            place = entry.spots.get("symbol", entry.spots.get("id", entry.at))
            message = f'no record is "{name}"' if name else "the text names no record"
            self.report(rules.TRANSLATION_UNMATCHED.at(place, message))
        elif entry.language in self.taken[record.slug]:
            message = f'"{record.name}" has its text in "{entry.language}" already'
            self.report(rules.TRANSLATION_REPEATED.at(entry.at, message))
            return None
        return record
