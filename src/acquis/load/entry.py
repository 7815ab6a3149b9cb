"""Records as they were read: values by key, before they are joined into a corpus."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from acquis.finding import Finding
from acquis.position import Position


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as it was read: its values by key, its language if a translation, its places.

    Two are equal when they say the same, wherever it stands.
    """

    values: dict[str, Any]
    at: Position = field(compare=False)
    spots: dict[str, Position] = field(compare=False)
    language: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """What a file gave: its records, each with the list that it stands in; what was found in it."""

    entries: tuple[tuple[str, Entry], ...]
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class Lists:
    """All records of all files, by the list that they stand in."""

    entries: dict[str, list[Entry]] = field(default_factory=dict)
    translations: dict[str, list[Entry]] = field(default_factory=dict)
