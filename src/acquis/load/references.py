"""The values of a file that name a record: its own identity, and references to others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from acquis.load.layout import Entry, Rows, Words
from acquis.load.plainest import parts
from acquis.load.records import LISTS, TRANSLATION_LISTS
from acquis.load.shape import Record
from acquis.load.written import Written


@dataclass(frozen=True, slots=True)
class Reference:
    """A value that names a record of one of the kinds `names`; `key` is what it stands under."""

    words: Words
    names: tuple[str, ...]
    key: str


@dataclass(frozen=True, slots=True)
class Identity:
    """The identity of a record: its list, the line of its first key, its `symbol` and `id`."""

    list: str
    line: int
    entries: dict[str, Entry]


def references(file: Written, *, translated: bool) -> Iterator[Reference]:
    """Every reference of a file, in its order. The file is one that is read without a finding."""
    lists = TRANSLATION_LISTS if translated else LISTS
    for listed in file.root.entries:
        fields = lists[listed.key.value if listed.key else ""]
        if isinstance(listed.node, Rows):
            for record in listed.node.entries:
                yield from _below(record.node, Record(fields, dict), (), "")


def _below(node: Any, shape: Any, names: tuple[str, ...], key: str) -> Iterator[Reference]:
    if isinstance(node, Words):
        if names:
            yield Reference(node, names, key)
        return
    for entry, its, field in parts(node, shape):
        inner = field.names if field is not None else names
        yield from _below(entry.node, its, inner, entry.key.value if entry.key else key)


def identities(file: Written) -> Iterator[Identity]:
    """The identity of every record of a file."""
    for listed in file.root.entries:
        if isinstance(listed.node, Rows):
            for record in listed.node.entries:
                if isinstance(record.node, Rows) and record.node.entries:
                    entries = {
                        entry.key.value: entry
                        for entry in record.node.entries
                        if entry.key and entry.key.value in ("symbol", "id")
                    }
                    first = record.node.entries[0].key
                    line = file.text.count("\n", 0, first.start if first else 0) + 1
                    yield Identity(listed.key.value if listed.key else "", line, entries)
