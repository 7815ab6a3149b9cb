"""The record of a text: its keys in their order, its opening, its words and tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from acquis.importers.imported import Record

_COMMAS = " ,،，"
_ORDER = (
    "symbol",
    "id",
    "kind",
    "title",
    "subtitle",
    "language",
    "meeting",
    "status",
    "adopted",
    "adopted_at",
    "draft",
    "source",
    "proposes",
    "opening",
    "preamble",
    "operative",
    "blocks",
    "footnotes",
    "annexes",
)


def ordered(found: Record) -> Record:
    """A record's values in the order of the format, without those that are empty."""
    return {key: found[key] for key in _ORDER if found.get(key) not in ("", [], {}, None)}


def opening(printed: str, default: str, *, preamble: bool) -> str:
    """What a record says of an opening: "" where it is the default, as it is then printed.

    The comma is set where a preamble follows; without one it is a part of what is printed.
    """
    bare = printed.rstrip(_COMMAS)
    found = printed.rstrip() if not preamble else bare
    return "" if found == default else found


def words(value: Any) -> Iterator[str]:
    """All texts in a value, in order, with their marks."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from words(inner)


def tables(value: Any) -> Iterator[dict[str, Any]]:
    """The tables in a value."""
    if isinstance(value, dict):
        if isinstance(value.get("table"), dict):
            yield value["table"]
        for inner in value.values():
            yield from tables(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from tables(inner)
