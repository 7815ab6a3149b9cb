"""The JSON export: every text in every language, flat enough for a script of ten lines to use.

The form is fixed by `docs/reference/corpus.schema.json`; a new key may come at any time, a key
that changes its meaning makes a new version of the schema. Words are given as a reader sees them,
without marks, and otherwise untouched. What is not known is null.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import orjson

from acquis import text
from acquis.exporters.citations import citations_json, cited_by_json, related_json
from acquis.exporters.institution import (
    activity_json,
    actor_json,
    area_json,
    convention_json,
    meeting_json,
    service_json,
    topic_json,
)
from acquis.exporters.paragraphs import footnotes_json, paragraphs_json
from acquis.exporters.values import Object, day, known, origin
from acquis.link import Links, link
from acquis.model.address import address, prefix
from acquis.model.corpus import Corpus
from acquis.model.decision import Correction, Decision, Draft, Step, Verified, Version, Vote
from acquis.model.divide import divide
from acquis.model.document import Document
from acquis.model.unit import Division

#: The `$id` of the schema that the export follows; its last part is the version.
SCHEMA = "urn:acquis:corpus:1"


def corpus_json(corpus: Corpus, links: Links | None = None) -> Object:
    """The whole corpus: each list in the corpus' order, one object a text and language.

    `links` are those of the corpus, for a caller that has them.
    """
    links = links or link(corpus)
    return {
        "schema": SCHEMA,
        "languages": list(corpus.languages),
        "decisions": [
            value
            for record in corpus.decisions.values()
            for value in decision_json(record, corpus, links)
        ],
        "documents": [
            value
            for record in corpus.documents.values()
            for value in document_json(record, corpus, links)
        ],
        "conventions": [convention_json(record) for record in corpus.conventions.values()],
        "meetings": [meeting_json(record) for record in corpus.meetings.values()],
        "actors": [actor_json(record) for record in corpus.actors.values()],
        "topics": [topic_json(record) for record in corpus.topics.values()],
        "areas": [area_json(record) for record in corpus.areas.values()],
        "activities": [activity_json(record) for record in corpus.activities.values()],
        "services": [service_json(record) for record in corpus.services.values()],
    }


def record_json(record: Decision | Document, corpus: Corpus, links: Links | None = None) -> Object:
    """One decision or document in all its languages: what stands in the file beside its page."""
    links = links or link(corpus)
    if isinstance(record, Decision):
        name, values = "decisions", list(decision_json(record, corpus, links))
    else:
        name, values = "documents", list(document_json(record, corpus, links))
    return {"schema": SCHEMA, "languages": list(corpus.languages), name: values}


def record_path(record: Decision | Document) -> str:
    """The path of that file from the site's root: `decisions/mc-5-19/mc-5-19.json`."""
    return f"{address(record)}{record.slug}.json"


def encode(value: Object) -> bytes:
    """The bytes of an export: UTF-8, indented, with a newline at the end."""
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()


def compact(value: Object) -> bytes:
    """The same value in fewer bytes, on one line: for files that are fetched."""
    return orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE)


def decision_json(record: Decision, corpus: Corpus, links: Links) -> Iterator[Object]:
    """A decision, once for each language in which it is held, the original first."""
    for version in record.versions.values():
        division = divide(version)
        yield {
            **_identity(record, version, corpus),
            "bodies": list(record.bodies),
            "meeting": known(record.meeting),
            "adopted": day(record.adopted),
            "adopted_at": known(record.adopted_at),
            "agenda_items": list(record.agenda_items),
            "draft": _draft(record.draft),
            "steps": [_step(step) for step in record.steps],
            "vote": _vote(record.vote),
            "verified": _verified(record.verified),
            "corrections": [_correction(correction) for correction in record.corrections],
            "relations": {kind: list(names) for kind, names in record.relations.items()},
            "related": related_json(record, corpus, links),
            **_words(record, division),
            **_cited(record, version, links),
        }


def document_json(record: Document, corpus: Corpus, links: Links) -> Iterator[Object]:
    """A document, once for each language in which it is held, the original first."""
    for version in record.versions.values():
        division = divide(version, decision=False)
        yield {
            **_identity(record, version, corpus),
            "meetings": list(record.meetings),
            "proposes": list(record.proposes),
            **_words(record, division),
            **_cited(record, version, links),
        }


def _identity(record: Decision | Document, version: Version, corpus: Corpus) -> Object:
    # A text in a language that the site does not speak is shown on the default language's page.
    spoken = version.language in corpus.languages
    before = prefix(version.language, corpus.languages) if spoken else ""
    return {
        "symbol": known(record.symbol),
        "id": known(record.id),
        "slug": record.slug,
        "kind": record.kind,
        "url": f"{before}{address(record)}",
        "formerly": list(record.formerly),
        "language": version.language,
        "original": version.language == record.language,
        "title": known(text.plain(version.title)),
        "subtitle": known(text.plain(version.subtitle)),
        "status": record.status,
    }


def _words(record: Decision | Document, division: Division) -> Object:
    return {
        "topics": list(record.topics),
        "source": origin(record.source),
        "description": known(text.plain(record.description)),
        "opening": known(text.plain(opening(division))),
        "paragraphs": paragraphs_json(division),
        "footnotes": footnotes_json(division),
    }


def _cited(record: Decision | Document, version: Version, links: Links) -> Object:
    return {
        "citations": citations_json(record, version.language, links),
        "cited_by": cited_by_json(record, version.language, links),
    }


def opening(division: Division) -> str:
    """The opening of the main text, "" where no text is held.

    Of a text in parts each part has its own instead.
    """
    held = division.preamble or division.operative or (division.annexes and not division.parts)
    return division.opening if held else ""


def _draft(draft: Draft | None) -> Object | None:
    if draft is None:
        return None
    return {"symbol": known(draft.symbol), "submitted_by": known(draft.submitted_by)}


def _step(step: Step) -> Object:
    return {
        "outcome": step.outcome,
        "date": day(step.date),
        "document": known(step.document),
        "by": known(step.by),
    }


def _vote(vote: Vote | None) -> Object | None:
    if vote is None:
        return None
    return {"for": vote.for_, "against": vote.against, "abstaining": vote.abstaining}


def _verified(verified: Verified | None) -> Object | None:
    if verified is None:
        return None
    return {
        "by": verified.by,
        "on": day(verified.on),
        "against": verified.against,
        "sha256": known(verified.sha256),
    }


def _correction(correction: Correction) -> Object:
    return {
        "date": day(correction.date),
        "source": known(correction.source),
        "note": correction.note,
    }
