"""The plainest shape: what can be said in a simpler way, and means the same, is said so.

A paragraph of which nothing but the words is given is a text, as is a cell; a list of one, where
one value may stand alone, is that value; a label is in quotation marks, a date is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from acquis.load import blocks
from acquis.load.layout import Entry, Rows, Words
from acquis.load.shape import (
    Day,
    Field,
    Fields,
    InLanguages,
    Keyed,
    Line,
    Many,
    Number,
    Record,
    Truth,
)


def parts(node: Any, shape: Any) -> Iterator[tuple[Entry, Any, Field | None]]:
    """The entries directly below a value, each with its shape, and its field where it has a key.

    The value is one that the shape reads without a finding.
    """
    if not isinstance(node, Rows):
        return
    if node.keyed:
        fields = fields_of(node, shape)
        for entry in node.entries:
            name = entry.key.value if entry.key else ""
            if fields is not None:
                if name in fields:
                    yield entry, fields[name].shape, fields[name]
            elif isinstance(shape, InLanguages):
                yield entry, Many(shape.shape), None
            elif isinstance(shape, Keyed):
                yield entry, shape.shape, None
            elif isinstance(shape, Many):
                yield from parts(node, shape.shape)
                return
            else:  # words by language, footnotes
                yield entry, Line(), None
    else:
        inner = shape.shape if isinstance(shape, Many | InLanguages) else shape
        for entry in node.entries:
            yield entry, inner, None


def fields_of(node: Rows, shape: Any) -> Fields | None:
    """The fields of a mapping that has a fixed set of keys; None for any other."""
    if isinstance(shape, Record):
        return shape.fields
    if isinstance(shape, blocks.CellShape):
        return blocks.CELL_FIELDS
    if isinstance(shape, blocks.AnnexShape):
        return blocks.ANNEX_FIELDS
    if isinstance(shape, blocks.PartShape):
        return blocks.PART_FIELDS
    if isinstance(shape, blocks.Blocks):
        names = {entry.key.value for entry in node.entries if entry.key}
        return next(fields for kind, fields in blocks.FIELDS.items() if kind in names)
    return None


def simplify(root: Rows, lists: Mapping[str, Fields]) -> None:
    """Bring a file's tree into the plainest shape. The file is one that is read without finding."""
    for listed in root.entries:
        fields = lists.get(listed.key.value if listed.key else "")
        if fields is not None and isinstance(listed.node, Rows):
            for record in listed.node.entries:
                _simplify(record, Record(fields, dict))


def _simplify(entry: Entry, shape: Any) -> None:
    for inner, its, _ in parts(entry.node, shape):
        _simplify(inner, its)
    node = entry.node
    if isinstance(node, Words):
        if isinstance(shape, Many | InLanguages):
            shape = shape.shape
        node.literal = isinstance(shape, Day | Number | Truth)
        node.value = node.value.rstrip("\n")
    elif isinstance(shape, blocks.Blocks | blocks.CellShape) and node.keyed:
        _without_key(entry, node)
    elif isinstance(shape, Many) and shape.single and not node.keyed:
        _alone(entry, node)
    elif entry.key is None and node.entries:
        _hoist(entry, node.entries[0])


def _hoist(entry: Entry, first: Entry) -> None:
    """What stands before the first value on the line of a dash stands before the dash."""
    comments = first.before
    while comments and not comments[0]:
        del comments[0]
    entry.take(comments)
    first.before = []


def _without_key(entry: Entry, node: Rows) -> None:
    """A mapping with nothing but the words becomes the words, unless they are empty."""
    sole = node.entries[0] if len(node.entries) == 1 else None
    if sole is None or sole.key is None or sole.key.value != "text":
        return
    if isinstance(sole.node, Words) and sole.node.value.strip():
        _put(entry, sole, node)


def _alone(entry: Entry, node: Rows) -> None:
    """A list of one value becomes the value."""
    if len(node.entries) == 1 and isinstance(node.entries[0].node, Words):
        _put(entry, node.entries[0], node)


def _put(entry: Entry, sole: Entry, rows: Rows) -> None:
    """Let an entry have the value of the sole entry below it, and all comments."""
    behind, entry.behind = entry.behind, ""
    comments = [*([behind] if behind else []), *sole.before]
    tail = [sole.behind, *rows.tail] if any(rows.tail) else []
    entry.take(list(filter(None, [*comments, *tail])), "" if tail else sole.behind)
    entry.node = sole.node
