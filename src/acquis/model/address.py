"""The permanent addresses of records, from the site's root, without the language's prefix."""

from __future__ import annotations

from collections.abc import Sequence

from acquis.model.activity import Activity
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.model.institution import Actor, Convention, Meeting, Topic

Record = Decision | Document | Meeting | Convention | Activity | Topic | Actor

_FOLDERS: dict[type, str] = {
    Decision: "decisions",
    Document: "documents",
    Meeting: "meetings",
    Convention: "conventions",
    Activity: "activities",
    Topic: "topics",
    Actor: "actors",
}


def address(record: Record) -> str:
    """Where a record's page stands: `decisions/mc-5-19/`."""
    ending = record.slug if isinstance(record, Decision | Document) else record.id
    return f"{_FOLDERS[type(record)]}/{ending}/"


def former(record: Decision | Document) -> tuple[str, ...]:
    """The addresses that a record had before, which lead to it."""
    return tuple(f"{_FOLDERS[type(record)]}/{ending}/" for ending in record.formerly)


def prefix(language: str, languages: Sequence[str]) -> str:
    """What stands before an address: nothing for the site's default language, else `fr/`."""
    return "" if language == languages[0] else f"{language}/"
