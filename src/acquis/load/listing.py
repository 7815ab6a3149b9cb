"""A YAML file whose records are added or renewed one by one, while the rest keeps every byte.

Nothing is written anew but the lines of the record at hand: comments, order and style of all
others stay. What comes out is read again, and given only if it says what it should.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from acquis.finding import Finding
from acquis.load import tree
from acquis.load.format import canonical
from acquis.load.records import TRANSLATION_LISTS
from acquis.load.tree import Node, Scalar
from acquis.load.write import Value
from acquis.symbol import normal

_MARGIN = 2  # of the records in a list as it is written canonically
_EMPTY = re.compile(r"[ \t]*(?:#.*)?\r?")


class ListingError(Exception):
    """Why a file cannot take a record, as words that follow its name."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A record in the file: its lines from `start` up to `end`, and where its dash stands."""

    node: Node
    start: int
    end: int
    margin: int


class Listing:
    """A file with lists of records, as it stands. Raises ListingError where it cannot be read."""

    def __init__(self, source: bytes) -> None:
        found: list[Finding] = []
        self.source = source
        self._root = tree.read(source, "", found.append) if source.strip() else None
        fatal = [finding for finding in found if finding.rule != "file-empty"]
        if fatal:
            at = fatal[0].position
            raise ListingError(f"line {at.line}: {fatal[0].message}")
        if self._root is not None and not isinstance(self._root, tree.Mapping):
            raise ListingError("it is no mapping of lists")
        text = source.decode("utf-8-sig")
        self._mark = source.startswith(b"\xef\xbb\xbf")
        self._ending = "\r" if "\r\n" in text else ""
        self._lines = text.split("\n")

    def block(self, key: str, record: Mapping[str, Any]) -> str | None:
        """The lines of the record with the identity of this one, as in a canonical list.

        None where the file does not have it.
        """
        item = self._find(key, record)
        return None if item is None else self._text(item)

    def size(self) -> int:
        """How many records the file holds, in all its lists."""
        return sum(len(rows.items) for _, rows in self._pairs() if isinstance(rows, tree.Sequence))

    def says(self, key: str, record: Mapping[str, Any], block: str, but: str = "") -> bool:
        """Whether the record in the file means the same as a block, however it is written.

        `but` is a key that may say something else.
        """
        item = self._find(key, record)
        if item is None:
            return False
        one, other = meaning(item.node), meaning(_only(key, block))
        return one == other or (bool(but) and _without(one, but) == _without(other, but))

    def added(self, key: str, record: Mapping[str, Any], block: str) -> bytes:
        """The file with the block at the end of its list. Raises ListingError."""
        pairs = self._pairs()
        rows = next((rows for name, rows in pairs if name.value == key), None)
        lines = list(self._lines)
        if rows is None:
            if lines[-1].strip():
                lines.append("")
            at = len(lines) - 1
            lines[at:at] = [f"{key}:{self._ending}", *self._moved(block, _MARGIN)]
        elif isinstance(rows, Scalar) and rows.plain and not rows.value:
            name = next(name for name, _ in pairs if name.value == key)
            lines[name.line : name.line] = self._moved(block, _MARGIN)
        elif isinstance(rows, tree.Sequence) and rows.items and not self._flows(rows):
            last = list(self._items(key))[-1]
            lines[last.end : last.end] = self._moved(block, last.margin)
        else:
            raise ListingError(f'"{key}" is no list with one record a dash, so none can be added')
        return self._verified(lines, key, record, block)

    def renewed(self, key: str, record: Mapping[str, Any], block: str) -> bytes:
        """The file with the block in place of the record of this identity. Raises ListingError."""
        item = self._find(key, record)
        if item is None:
            raise ListingError("the record is not in it")
        lines = list(self._lines)
        lines[item.start : item.end] = self._moved(block, item.margin)
        return self._verified(lines, key, record, block)

    def _pairs(self) -> list[tuple[Scalar, Node]]:
        return self._root.pairs if isinstance(self._root, tree.Mapping) else []

    def _flows(self, rows: tree.Sequence) -> bool:
        """Whether a list is written in brackets."""
        return self._lines[rows.line - 1][rows.column - 1 : rows.column] == "["

    def _items(self, key: str) -> Iterator[_Item]:
        pairs = self._pairs()
        for place, (name, rows) in enumerate(pairs):
            if name.value != key or not isinstance(rows, tree.Sequence) or self._flows(rows):
                continue
            limit = pairs[place + 1][0].line - 1 if place + 1 < len(pairs) else len(self._lines)
            starts = [self._dash(node) for node in rows.items]
            for node, start, limit_of in zip(rows.items, starts, [*starts[1:], limit], strict=True):
                end = limit_of
                while end > start + 1 and self._is_between(self._lines[end - 1], rows.column):
                    end -= 1
                yield _Item(node, start, end, rows.column - 1)

    def _is_between(self, line: str, margin: int) -> bool:
        """Whether a line is empty or a comment that stands no deeper than the dashes of a list."""
        return bool(_EMPTY.fullmatch(line)) and len(line) - len(line.lstrip(" ")) < margin

    def _dash(self, node: Node) -> int:
        """The line with the dash before a record, from 0."""
        line = node.line - 1
        while line and not self._lines[line].lstrip().startswith("-"):
            line -= 1
        return line

    def _find(self, key: str, record: Mapping[str, Any]) -> _Item | None:
        wanted = _identity(record)
        return next((item for item in self._items(key) if _named(item.node) == wanted), None)

    def _text(self, item: _Item) -> str:
        lines = [line.removesuffix("\r") for line in self._lines[item.start : item.end]]
        return "".join(f"{line}\n" for line in _shifted(lines, _MARGIN - item.margin))

    def _moved(self, block: str, margin: int) -> list[str]:
        """A block's lines at the margin of a list, ended as the file's lines are."""
        return [line + self._ending for line in _shifted(block.splitlines(), margin - _MARGIN)]

    def _verified(self, lines: list[str], key: str, record: Mapping[str, Any], block: str) -> bytes:
        text = "\n".join(lines)
        made = (b"\xef\xbb\xbf" if self._mark else b"") + text.encode("utf-8")
        if len(made) > tree.LARGEST_FILE:
            raise ListingError(f"it would have more than {tree.LARGEST_FILE // 1_000_000} MB")
        new = Listing(made)
        if not new.says(key, record, block) or self._others(record) != new._others(record):
            raise ListingError("the record cannot be put in without changing others")
        return made

    def _others(self, record: Mapping[str, Any]) -> list[tuple[str, object]]:
        """What all other records and keys mean."""
        wanted = _identity(record)
        found: list[tuple[str, object]] = []
        for name, rows in self._pairs():
            if isinstance(rows, tree.Sequence):
                kept = [item for item in rows.items if _named(item) != wanted]
                found += [(name.value, meaning(item)) for item in kept]
            elif not isinstance(rows, Scalar) or rows.value:
                found.append((name.value, meaning(rows)))
        return found


def block(key: str, record: Mapping[str, Value]) -> str:
    """A record's lines in a canonical list. Raises ValueError for text that YAML cannot hold."""
    return canonical({key: [record]}).partition("\n")[2]


def document(key: str, lines: str) -> bytes:
    """A file that holds nothing but one record, given as its lines."""
    return f"{key}:\n{lines}".encode()


def translated(key: str, lines: str) -> str:
    """What a translation repeats of a record in canonical form: its identity and its texts."""
    kept = TRANSLATION_LISTS[key]
    result: list[str] = []
    keeps = False
    for line in lines.splitlines():
        match = re.match(r"(?:    |  - )([a-z_]+):", line)
        if match:
            keeps = match[1] in kept
        if keeps:
            result.append(line)
    if result and not result[0].startswith("  - "):
        result[0] = f"  - {result[0][4:]}"
    return "".join(f"{line}\n" for line in result)


def _shifted(lines: list[str], by: int) -> list[str]:
    """Lines moved to the right or the left; empty ones stay empty."""
    if by >= 0:
        return [f"{' ' * by}{line}" if line else line for line in lines]
    return [line[-by:] if not line[:-by].strip() else line.lstrip() for line in lines]


def _only(key: str, lines: str) -> Node:
    root = tree.read(document(key, lines), "", lambda finding: None)
    assert isinstance(root, tree.Mapping)
    rows = root.pairs[0][1]
    assert isinstance(rows, tree.Sequence)
    return rows.items[0]


def _identity(record: Mapping[str, Any]) -> tuple[str, str, str]:
    values = [str(record.get(name) or "") for name in ("symbol", "id", "kind")]
    return normal(values[0]), values[1], values[2]


def _named(node: Node) -> tuple[str, str, str] | None:
    if not isinstance(node, tree.Mapping):
        return None
    return _identity(
        {name.value: value.value for name, value in node.pairs if isinstance(value, Scalar)}
    )


def _without(said: object, name: str) -> object:
    """What a record says, apart from one key."""
    return [pair for pair in said if pair[0] != name] if isinstance(said, list) else said


def meaning(node: Node) -> object:
    """What a node says, apart from its places and its style."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, tree.Sequence):
        return [meaning(item) for item in node.items]
    return [(name.value, meaning(value)) for name, value in node.pairs]
