"""The permanent addresses of records, from the site's root, without the language's prefix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from urllib.parse import quote

from acquis.model.activity import Activity
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.model.institution import Actor, Convention, Meeting, Topic
from acquis.symbol import Pattern, PatternError, normal

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

#: The index of mirror groups, and what the address of each begins with.
MIRRORS = "mirrors/"


def address(record: Record) -> str:
    """Where a record's page stands: `decisions/mc-5-19/`."""
    ending = record.slug if isinstance(record, Decision | Document) else record.id
    return f"{_FOLDERS[type(record)]}/{ending}/"


def mirrors_address(slug: str) -> str:
    """Where a decision's mirror group stands: on this page, or on another to which it leads."""
    return f"{MIRRORS}{slug}/"


def former(record: Decision | Document) -> tuple[str, ...]:
    """The addresses that a record had before, which lead to it."""
    return tuple(f"{_FOLDERS[type(record)]}/{ending}/" for ending in record.formerly)


def prefix(language: str, languages: Sequence[str]) -> str:
    """What stands before an address: nothing for the site's default language, else `fr/`."""
    return "" if language == languages[0] else f"{language}/"


def official(record: Decision | Document, corpus: Corpus) -> Iterator[str]:
    """Where the official text of a decision is, as the data of its bodies make addresses."""
    if isinstance(record, Document) or not record.symbol:
        return
    for body in filter(None, map(corpus.bodies.get, record.bodies)):
        symbol = normal(record.symbol)
        values = {"symbol": quote(symbol, safe="/()"), **(body.parse(symbol) or {})}
        try:
            address = _pattern(body.address).format(values)
        except PatternError:
            continue
        if address:
            yield address


@cache
def _pattern(source: str) -> Pattern:
    return Pattern(source)
