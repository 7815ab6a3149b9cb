"""Ids that name another record: meetings, bodies, actors, conventions, topics, areas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from acquis.check.divided import Divided, Record, spot
from acquis.finding import Finding, Level, Rule, suggest
from acquis.model.activity import Activity, Service
from acquis.model.block import Paragraph
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.model.institution import Actor, Meeting
from acquis.position import Position

Named = Iterator[tuple[str, Position]]

MEETING_UNKNOWN = Rule(
    "meeting-unknown",
    Level.ERROR,
    "A meeting is named that the data do not have, so that the record would stand nowhere.",
    "correct the id, or add the meeting to data/meetings.yaml",
)
BODY_UNKNOWN = Rule(
    "body-unknown",
    Level.ERROR,
    "A body is named that no convention in the data has.",
    "correct the id, or add the body to its convention in data/conventions.yaml",
)
ACTOR_UNKNOWN = Rule(
    "actor-unknown",
    Level.ERROR,
    "An actor is named that the data do not have.",
    "correct the id, or add the actor to data/actors.yaml",
)
CONVENTION_UNKNOWN = Rule(
    "convention-unknown",
    Level.ERROR,
    "An actor belongs to something that is neither a convention nor an actor of the data.",
    "correct the id, or add the convention to data/conventions.yaml",
)
TOPIC_UNKNOWN = Rule(
    "topic-unknown",
    Level.ERROR,
    "A topic is named that the data do not have.",
    "correct the id, or add the topic to data/topics.yaml",
)
AREA_UNKNOWN = Rule(
    "area-unknown",
    Level.ERROR,
    "An activity stands in an area of cooperation that the data do not have.",
    "correct the id, or add the area to data/activities.yaml",
)


def meetings(record: Record, divided: Divided) -> Iterator[Finding]:
    """Meetings of decisions and documents, and those that a service is for."""
    named: list[tuple[str, Position]] = []
    if isinstance(record, Decision) and record.meeting:
        named = [(record.meeting, spot(record.spots, record.at, "meeting"))]
    elif isinstance(record, Document):
        named = list(meetings_of(record))
    elif isinstance(record, Service):
        named = list(_list(record, "for", record.for_))
    known = divided.corpus.meetings
    yield from _unknown(MEETING_UNKNOWN, "meeting", named, known, "data/meetings.yaml")


def bodies(record: Record, divided: Divided) -> Iterator[Finding]:
    """Bodies of meetings, and of decisions that name them."""
    if isinstance(record, Meeting) or (
        isinstance(record, Decision) and ("bodies.0" in record.spots)
    ):
        named = _list(record, "bodies", record.bodies)
        known = divided.corpus.bodies
        yield from _unknown(BODY_UNKNOWN, "body", named, known, "data/conventions.yaml")


def actors(record: Record, divided: Divided) -> Iterator[Finding]:
    """Actors that lead, take part, provide and receive, and whom paragraphs address."""
    named: list[tuple[str, Position]] = []
    if isinstance(record, Activity):
        named = [*_list(record, "lead", record.lead), *_list(record, "partners", record.partners)]
    elif isinstance(record, Service):
        for role in ("provider", "recipient"):
            named.append((getattr(record, role), spot(record.spots, record.at, role)))
    for text in divided.texts(record):
        for unit in text.units:
            if isinstance(unit.block, Paragraph) and unit.block.actors:
                named.extend(_list(unit.block, "actors", unit.block.actors))
    known = divided.corpus.actors
    yield from _unknown(ACTOR_UNKNOWN, "actor", named, known, "data/actors.yaml")


def conventions(record: Record, divided: Divided) -> Iterator[Finding]:
    """What actors belong to: conventions, or other actors."""
    if not isinstance(record, Actor):
        return
    corpus = divided.corpus
    for id_, at in _list(record, "of", record.of):
        if id_ not in corpus.conventions and id_ not in corpus.actors:
            message = f'"{id_}" is neither a convention nor an actor'
            near = suggest(id_, (*corpus.conventions, *corpus.actors))
            yield CONVENTION_UNKNOWN.at(at, message, near)


def topics(record: Record, divided: Divided) -> Iterator[Finding]:
    """Topics of decisions and documents."""
    if isinstance(record, Decision | Document):
        named = _list(record, "topics", record.topics)
        known = divided.corpus.topics
        yield from _unknown(TOPIC_UNKNOWN, "topic", named, known, "data/topics.yaml")


def areas(record: Record, divided: Divided) -> Iterator[Finding]:
    """Areas in which activities stand."""
    if isinstance(record, Activity):
        named = _list(record, "area", record.areas)
        known = divided.corpus.areas
        yield from _unknown(AREA_UNKNOWN, "area", named, known, "data/activities.yaml")


def meetings_of(document: Document) -> Named:
    """The meetings of a document with their places, be they under `meeting` or `meetings`."""
    places = [
        at
        for path, at in document.spots.items()
        if path == "meeting" or path.startswith(("meeting.", "meetings."))
    ]
    for place, id_ in enumerate(document.meetings):
        yield id_, places[place] if place < len(places) else document.at


def _list(record: Record | Paragraph, key: str, ids: Iterable[str]) -> Named:
    for place, id_ in enumerate(ids):
        yield id_, spot(record.spots, record.at, key, place)


def _unknown(
    rule: Rule,
    kind: str,
    named: Iterable[tuple[str, Position]],
    known: Mapping[str, object],
    where: str,
) -> Iterator[Finding]:
    for id_, at in named:
        if id_ not in known:
            yield rule.at(at, f'{kind} "{id_}" is not in {where}', suggest(id_, known))
