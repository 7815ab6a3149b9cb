"""Values: what is known of a record beside its texts, compared value by value.

The values of any record are rows of words under names such as "adopted" or "source: url"; what is
not given has no name among them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from acquis.model.corpus import Corpus
from acquis.model.institution import Forms
from acquis.symbol import Pattern

#: Where a value stands is none of what it says; texts are compared as texts, and the address
#: follows from the identity.
_LEFT_OUT = frozenset({"at", "spots", "versions", "slug"})


@dataclass(frozen=True, slots=True)
class ValueChange:
    """One value that is another now; lists have several words, what is not given has none."""

    name: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def gone(self) -> tuple[str, ...]:
        """Of a list, what is in it no longer."""
        return tuple(word for word in self.before if word not in self.after)

    @property
    def new(self) -> tuple[str, ...]:
        """Of a list, what was not in it before."""
        return tuple(word for word in self.after if word not in self.before)


#: Values that are ids of other records, and which of a corpus's records those are.
_REFERRING = {
    "topics": "topics",
    "meeting": "meetings",
    "meetings": "meetings",
    "for": "meetings",
    "bodies": "bodies",
    "areas": "areas",
    "actors": "actors",
    "lead": "actors",
    "partners": "actors",
    "provider": "actors",
    "recipient": "actors",
}


def called(change: ValueChange, *corpora: Corpus) -> ValueChange:
    """The change with the names of what its ids mean, for readers who know no ids."""
    kind = _REFERRING.get(change.name)
    if kind is None:
        return change
    names: dict[str, str] = {}
    for corpus in corpora:
        for id_, record in getattr(corpus, kind).items():
            names[id_] = str(getattr(record, "name", "") or getattr(record, "title", "")) or id_
    before, after = (
        tuple(names.get(word, word) for word in words) for words in (change.before, change.after)
    )
    return replace(change, before=before, after=after)


def value_changes(before: object, after: object, prefix: str = "") -> tuple[ValueChange, ...]:
    """How the values of two records of one kind differ, in the order of the model's fields."""
    old = dict(_of(before)) if before is not None else {}
    new = dict(_of(after)) if after is not None else {}
    return tuple(
        ValueChange(prefix + name, old.get(name, ()), new.get(name, ()))
        for name in dict.fromkeys([*new, *old])
        if old.get(name, ()) != new.get(name, ())
    )


def _of(record: object) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The values of a record under their names."""
    assert dataclasses.is_dataclass(record)
    for entry in dataclasses.fields(record):
        if entry.compare and entry.name not in _LEFT_OUT:
            yield from _named(_spelled(entry.name), getattr(record, entry.name))


def _spelled(name: str) -> str:
    return name.rstrip("_").replace("_", " ")


def _named(name: str, value: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(value, Forms):
        value = value.by_language if len(value.by_language) > 1 else str(value)
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _named(f"{name}: {key}", inner)
    elif isinstance(value, tuple):
        if value:
            yield name, tuple(map(_words, value))
    elif dataclasses.is_dataclass(value) and not isinstance(value, Pattern):
        for key, words in _of(value):
            yield f"{name}: {key}", words
    elif value is not None and value != "":
        yield name, (_words(value),)


def _words(value: Any) -> str:
    """One value as words; one with parts as "name: words" for each."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Pattern):
        return value.source
    if isinstance(value, Forms):
        return " / ".join(value.by_language.values())
    if dataclasses.is_dataclass(value):
        return "; ".join(f"{name}: {', '.join(words)}" for name, words in _of(value))
    return str(value)
