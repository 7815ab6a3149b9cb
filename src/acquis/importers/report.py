"""What an import found, what it set right, and which pieces found no place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from acquis.position import Position


@dataclass(slots=True)
class Counts:
    """How many units of each kind a record holds."""

    preambular: int = 0
    operative: int = 0
    items: int = 0
    headings: int = 0
    footnotes: int = 0
    annexes: int = 0
    tables: int = 0
    parts: int = 0

    def __iter__(self) -> Iterator[tuple[str, int]]:
        for entry in fields(self):
            yield entry.name, getattr(self, entry.name)


@dataclass(frozen=True, slots=True)
class Remark:
    """A piece of the source: where it stands (`path` is its element), its words, and what of it."""

    position: Position
    path: str
    text: str
    reason: str


@dataclass(slots=True)
class Report:
    """The outcome of an import.

    `leftover` has every piece of the text that is not in the record; `notices` what was moved,
    joined or read otherwise than it was tagged, so that an editor can look at it.
    """

    counts: Counts = field(default_factory=Counts)
    leftover: list[Remark] = field(default_factory=list)
    notices: list[Remark] = field(default_factory=list)


def count(record: Mapping[str, Any]) -> Counts:
    """Count the units of a decision's or a document's record in the YAML format's shape."""
    counts = Counts(footnotes=len(record.get("footnotes", {})))
    for text in (record, *record.get("parts", ())):
        _count(text.get("preamble", ()), counts, "preambular")
        _count(text.get("operative", ()), counts, "operative")
        _count(text.get("blocks", ()), counts, "operative")  # a document's paragraphs
        _count_annexes(text.get("annexes", ()), counts)
    counts.parts = len(record.get("parts", ()))
    return counts


def _count_annexes(annexes: Sequence[Mapping[str, Any]], counts: Counts) -> None:
    for annex in annexes:
        counts.annexes += 1
        counts.footnotes += len(annex.get("footnotes", {}))
        _count(annex.get("blocks", ()), counts, "")
        _count_annexes(annex.get("annexes", ()), counts)


def _count(blocks: Sequence[Any], counts: Counts, kind: str) -> None:
    """Count blocks; `kind` is what their paragraphs count as ("" for those of annexes)."""
    for block in blocks:
        if isinstance(block, str) or "text" in block:
            if kind:
                setattr(counts, kind, getattr(counts, kind) + 1)
            if not isinstance(block, str):
                _count(block.get("items", ()), counts, "items")
                _count(block.get("then", ()), counts, "")
        elif "heading" in block:
            counts.headings += 1
            _count(block.get("preamble", ()), counts, "preambular" if kind else "")
            _count(block.get("blocks", ()), counts, kind)
        elif "table" in block:
            counts.tables += 1
        elif "quote" in block:
            _count(block["quote"], counts, "")
