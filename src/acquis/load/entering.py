"""One value of a record is entered into its file, while the rest keeps every byte."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.finding import Finding
from acquis.load import tree
from acquis.load.listing import ListingError, meaning
from acquis.load.records import LISTS
from acquis.load.tree import Node
from acquis.load.write import Value, write
from acquis.position import Position


def entered(source: bytes, key: str, at: Position, name: str, value: Value) -> bytes:
    """The file with `name: value` in the record of the list `key` that stands `at` a place.

    A value of that name is replaced; a new one comes after those that the format lists before it.
    What comes out is read again, and given only if nothing else means something else. Raises
    ListingError.
    """
    root = _read(source)
    record = _record(root, key, at)
    text = source.decode("utf-8-sig")
    ending = "\r" if "\r\n" in text else ""
    lines = text.split("\n")
    if not record.pairs or lines[record.line - 1][record.column - 1] == "{":
        raise ListingError("the record stands in braces: put each of its keys on a line")
    start, end = _span(record, lines, list(LISTS[key]), name)
    margin = " " * (record.column - 1)
    lines[start:end] = [margin + line + ending for line in write({name: value}).splitlines()]
    mark = b"\xef\xbb\xbf" if source.startswith(b"\xef\xbb\xbf") else b""
    made = mark + "\n".join(lines).encode()
    new = _read(made)
    only = _read(write({name: value}).encode())
    wanted = [(name, meaning(only.pairs[0][1]))]
    others = _others(root, record, name) == _others(new, _record(new, key, at), name)
    if not others or _values(_record(new, key, at), name) != wanted:
        raise ListingError(f'"{name}" cannot be put in without changing something else')
    return made


def _read(source: bytes) -> tree.Mapping:
    found: list[Finding] = []
    root = tree.read(source, "", found.append)
    if found or not isinstance(root, tree.Mapping):
        raise ListingError(found[0].message if found else "it is no mapping of lists")
    return root


def _record(root: tree.Mapping, key: str, at: Position) -> tree.Mapping:
    for name, rows in root.pairs:
        if name.value == key and isinstance(rows, tree.Sequence):
            for row in rows.items:
                if isinstance(row, tree.Mapping) and (row.line, row.column) == at[1:3]:
                    return row
    raise ListingError(f"there is no record in line {at.line}")


def _span(record: tree.Mapping, lines: list[str], order: list[str], name: str) -> tuple[int, int]:
    """The lines that the value takes: those of the old one, or the place of a new one."""
    names = [key.value for key, _ in record.pairs]
    if name in names:
        place = names.index(name)
        if place == 0:
            raise ListingError(f'"{name}" stands first in the record: put its symbol or id there')
        return record.pairs[place][0].line - 1, _end(record, place, lines)
    rank = {key: place for place, key in enumerate(order)}
    before = [place for place, key in enumerate(names) if rank.get(key, 0) < rank[name]]
    end = _end(record, max(before, default=0), lines)
    return end, end


def _end(record: tree.Mapping, place: int, lines: list[str]) -> int:
    """The line after the value in this place, without the comments that belong to the next."""
    margin = record.column - 1
    start = record.pairs[place][0].line
    if place + 1 < len(record.pairs):
        end = record.pairs[place + 1][0].line - 1
    else:
        end = start
        while end < len(lines) and _within(lines[end], margin):
            end += 1
    while end > start and not _words(lines[end - 1], margin):
        end -= 1
    return end


def _within(line: str, margin: int) -> bool:
    """Whether a line below a key may belong to its value: a list's dashes stand at its margin."""
    indent = len(line) - len(line.lstrip())
    return not line.strip() or indent > margin or (indent == margin and line[indent] == "-")


def _words(line: str, margin: int) -> bool:
    """Whether a line is neither empty nor a comment that stands no deeper than the key."""
    indent = len(line) - len(line.lstrip())
    return bool(line.strip()) and not (line[indent] == "#" and indent <= margin)


def _others(root: tree.Mapping, record: tree.Mapping, name: str) -> list[object]:
    """What everything but the value means."""
    found: list[object] = []
    for key, rows in root.pairs:
        items: list[Node] = rows.items if isinstance(rows, tree.Sequence) else [rows]
        found.append(key.value)
        found += [
            list(_pairs(row, name))
            if isinstance(row, tree.Mapping) and row is record
            else meaning(row)
            for row in items
        ]
    return found


def _pairs(record: tree.Mapping, name: str) -> Iterator[tuple[str, object]]:
    return ((key.value, meaning(value)) for key, value in record.pairs if key.value != name)


def _values(record: tree.Mapping, name: str) -> list[tuple[str, object]]:
    return [(key.value, meaning(value)) for key, value in record.pairs if key.value == name]
