"""The records around the texts in the JSON export: conventions, meetings, actors, activities.

`url` is the address of the record's page in the site's default language; words that the data may
give in several languages are objects by language.
"""

from __future__ import annotations

from acquis.exporters.values import Object, day, known, origin, worded
from acquis.model.activity import Activity, Area, Service
from acquis.model.address import address
from acquis.model.institution import Actor, Body, Convention, Meeting, Topic


def convention_json(record: Convention) -> Object:
    """A convention with its bodies; `website` is its official site."""
    return {
        "id": record.id,
        "url": address(record),
        "name": worded(record.name),
        "short": worded(record.short),
        "description": worded(record.description),
        "website": known(record.url),
        "bodies": [_body(body) for body in record.bodies],
        "source": origin(record.source),
    }


def _body(body: Body) -> Object:
    return {
        "id": body.id,
        "name": worded(body.name),
        "short": worded(body.short),
        "opening": worded(body.opening),
        "kind": body.kind,
        "titles": body.titles,
        "symbols": [pattern.source for pattern in body.symbols],
        "cited_as": [pattern.source for pattern in body.cited_as],
        "document_symbols": [pattern.source for pattern in body.document_symbols],
        "meeting_id": body.meeting_id.source if body.meeting_id else None,
        "address": known(body.address),
    }


def meeting_json(record: Meeting) -> Object:
    """A meeting; `complete` says whether all its decisions are in the export."""
    return {
        "id": record.id,
        "url": address(record),
        "name": worded(record.name),
        "bodies": list(record.bodies),
        "sessions": [
            {"from": day(session.from_), "to": day(session.to), "place": known(session.place)}
            for session in record.sessions
        ],
        "complete": record.complete,
        "report": known(record.report),
        "description": worded(record.description),
        "source": origin(record.source),
    }


def actor_json(record: Actor) -> Object:
    """Someone whom texts address or who acts."""
    return {
        "id": record.id,
        "url": address(record),
        "name": worded(record.name),
        "kind": known(record.kind),
        "of": list(record.of),
        "description": worded(record.description),
        "source": origin(record.source),
    }


def topic_json(record: Topic) -> Object:
    """What texts are about."""
    return {
        "id": record.id,
        "url": address(record),
        "name": worded(record.name),
        "description": worded(record.description),
    }


def area_json(record: Area) -> Object:
    """An area of cooperation."""
    return {
        "id": record.id,
        "title": worded(record.title),
        "description": worded(record.description),
        "source": origin(record.source),
    }


def activity_json(record: Activity) -> Object:
    """An activity and what asks for it."""
    return {
        "id": record.id,
        "url": address(record),
        "title": worded(record.title),
        "areas": list(record.areas),
        "period": known(record.period),
        "status": known(record.status),
        "lead": list(record.lead),
        "partners": list(record.partners),
        "mandates": list(record.mandates),
        "description": worded(record.description),
        "outputs": [worded(output) for output in record.outputs],
        "source": origin(record.source),
    }


def service_json(record: Service) -> Object:
    """A service that one actor provides to another."""
    return {
        "id": record.id,
        "provider": record.provider,
        "recipient": record.recipient,
        "what": [worded(words) for words in record.what],
        "period": known(record.period),
        "status": known(record.status),
        "cost_recovery": record.cost_recovery,
        "for": list(record.for_),
        "mandates": list(record.mandates),
        "description": worded(record.description),
        "source": origin(record.source),
    }
