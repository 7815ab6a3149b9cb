"""The canonical layout: a tree of entries with their comments becomes lines of YAML.

Two spaces a level, lists indented below their key. A list of single words (ids, symbols), and the
row of a table, stand in brackets where they fit on the line; all else has a line of its own.
Comments stand before their entry, or behind it where they did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from acquis.load.scalars import WIDTH, inline, key_text, string_lines

#: What stands in brackets: an id, a symbol, also with the hyphens that symbols are printed with.
_WORD = re.compile(r"[!-~\u2010\u2011]+")
_LONGEST_CELL = 40


@dataclass(slots=True)
class Words:
    """A value without parts. `literal` is written as it is: a number, a date, true, null.

    `start` and `end` are its place in the text that it was read from, in characters.
    """

    value: str
    literal: bool = False
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Rows:
    """A list, or a mapping where `keyed`; `tail` are the comments after its last entry."""

    entries: list[Entry]
    keyed: bool
    tail: list[str] = field(default_factory=list)


Node: TypeAlias = Words | Rows


@dataclass(slots=True)
class Entry:
    """A value of a list, or of a mapping with its key, and the comments that belong to it.

    `before` are whole lines, "" an empty one; `behind` is the comment on the entry's own line.
    """

    node: Node
    key: Words | None = None
    before: list[str] = field(default_factory=list)
    behind: str = ""

    def take(self, comments: list[str], behind: str = "") -> None:
        """Add comments that come later; the one behind the entry then goes before it."""
        if self.behind and (comments or behind):
            self.before.append(self.behind)
            self.behind = ""
        self.before += comments
        self.behind = behind or self.behind


def text(root: Rows) -> str:
    """The YAML of a tree, ending in a line break."""
    return "".join(f"{line}\n" for line in _rows(root, 0)) if root.entries else "{}\n"


def _rows(rows: Rows, indent: int) -> Iterator[str]:
    """A list or mapping that has entries, at its margin."""
    for place, entry in enumerate(rows.entries):
        comments = entry.before if place else _without_first_blank(entry.before)
        yield from _comments(comments, indent)
        if entry.key is None:
            yield from _item(entry, indent)
        else:
            yield from _entry(f"{key_text(entry.key.value)}:", entry, indent)
    yield from _comments(rows.tail, indent)


def _item(entry: Entry, indent: int) -> Iterator[str]:
    """An entry of a list; the comments of what begins on the line of its dash go before it."""
    node = entry.node
    if isinstance(node, Words) or not node.entries or _bracketed(node, indent + 2, row=True):
        yield from _entry("-", entry, indent, row=True)
        return
    margin = " " * indent
    yield from _comments([entry.behind] if entry.behind else [], indent)
    lines = _rows(node, indent + 2)
    for line in lines:
        if line and not line.lstrip(" ").startswith("#"):
            yield f"{margin}- {line[indent + 2 :]}"
            break
        yield margin + line.lstrip(" ") if line else ""
    yield from lines


def _entry(head: str, entry: Entry, indent: int, *, row: bool = False) -> Iterator[str]:
    margin = " " * indent
    node = entry.node
    behind = f"  {entry.behind}" if entry.behind else ""
    if isinstance(node, Words):
        first, *rest = [node.value] if node.literal else string_lines(node.value, indent + 2)
        yield f"{margin}{head} {first}".rstrip(" ") + behind
        yield from rest
        return
    brackets = _bracketed(node, indent + len(head) + 1, row=row)
    if any(node.tail) and not node.entries:
        yield from _comments([*([entry.behind] if entry.behind else []), *node.tail], indent)
        behind = ""
    if brackets:
        yield f"{margin}{head} {brackets}{behind}"
        return
    yield f"{margin}{head}{behind}"
    yield from _rows(node, indent + 2)


def _bracketed(rows: Rows, column: int, *, row: bool) -> str:
    """A list on one line, or "" where it is to have several; `row` where it stands in a list."""
    if not rows.entries:
        return "{}" if rows.keyed else "[]"
    if rows.keyed or any(rows.tail):
        return ""
    pieces = []
    for entry in rows.entries:
        node = entry.node
        if not isinstance(node, Words) or any(entry.before) or entry.behind:
            return ""
        short = len(node.value) <= _LONGEST_CELL and "\n" not in node.value
        if not (short if row else _WORD.fullmatch(node.value)):
            return ""
        pieces.append(node.value if node.literal else inline(node.value))
    made = f"[{', '.join(pieces)}]"
    return made if column + len(made) <= WIDTH else ""


def _comments(comments: list[str], indent: int) -> Iterator[str]:
    """Comments at their margin; several empty lines become one."""
    margin = " " * indent
    last = None
    for line in comments:
        if line or last != "":
            yield f"{margin}{line}" if line else ""
        last = line


def _without_first_blank(comments: list[str]) -> list[str]:
    first = next((place for place, line in enumerate(comments) if line), len(comments))
    return comments[first:]
