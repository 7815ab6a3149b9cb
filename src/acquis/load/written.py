"""A YAML file as its author wrote it: a tree of entries with the comments that belong to them.

The parser's events give the values and their places; what stands between two values can only be
signs, space and comments, so that no comment is missed. A comment on the line of a value stays
behind it. One with a line of its own belongs to what follows, unless it stands deeper than that:
then it ends the list or mapping in whose margin it stands.

Only for files that `tree.read` reads without an error: no anchors, tags, or lists as keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from acquis.load.layout import Entry, Rows, Words

_EVENTS = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = re.compile(r"(?:^|(?<=[ \t\n]))#[^\n]*", re.MULTILINE)
_MARKED = re.compile(r"[-?]")  # what begins an entry, so that the comment is the next value's
_HEADER = re.compile(r"[|>][0-9+-]*[ \t]+(#[^\n]*)")


class _Comment(NamedTuple):
    """A comment with a line of its own, or "" for an empty line; `column` is its margin."""

    text: str
    column: int


@dataclass(slots=True)
class _Open:
    """A list or mapping that has not ended: the entry it is the value of, its margin."""

    rows: Rows
    holder: Entry
    column: int
    flow: bool
    key: Words | None = None


@dataclass(slots=True)
class Written:
    """The tree of a file. `text` has the lines of the source, each ending in a line feed."""

    text: str
    root: Rows
    comments: list[str] = field(default_factory=list)


def read(source: bytes) -> Written:
    """The tree of a file, with every comment in it; `comments` gives them in their order."""
    text = source.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    if not text.endswith("\n"):
        text += "\n"
    reading = _Reading(text)
    reading.run()
    return Written(text, reading.root, reading.found)


class _Reading:
    """Reads one text; `pending` are comments that wait for what they belong to."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.end = 0
        self.stack: list[_Open] = []
        self.pending: list[_Comment] = []
        self.found: list[str] = []
        self.root = Rows([], keyed=True)
        self.last: Entry | None = None  # what a comment on the same line belongs to

    def run(self) -> None:
        event: Any  # its attributes depend on its class
        for event in yaml.parse(self.text, _EVENTS):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._between(event.start_mark.index)
                self._words(event)
            elif kind is yaml.SequenceStartEvent or kind is yaml.MappingStartEvent:
                self._between(event.start_mark.index)
                self._open(event, keyed=kind is yaml.MappingStartEvent)
            elif kind is yaml.SequenceEndEvent or kind is yaml.MappingEndEvent:
                self._between(event.start_mark.index)
                self._close(event.end_mark.index)
            elif kind is yaml.StreamEndEvent:
                self._between(len(self.text))
                self.root.tail += [comment.text for comment in self.pending]
        tail = self.root.tail
        while tail and not tail[-1]:
            tail.pop()

    def _between(self, start: int) -> None:
        """Take in what stands before the next value."""
        gap = self.text[self.end : start]
        self.end = max(self.end, start)
        if "#" not in gap and gap.count("\n") < 2:
            return
        first, *lines = gap.split("\n")
        if lines:
            lines.pop()  # the margin of the next value
        comment = _in(first)
        if comment:
            self.found.append(comment)
            if self.last is None or _MARKED.search(first.partition("#")[0]):
                self.pending.append(_Comment(comment, 0))
            else:
                self._behind(comment)
        empty = False
        for line in lines:
            comment = _in(line)
            if comment:
                alone = line.lstrip(" \t").startswith("#")
                column = len(line) - len(line.lstrip(" \t")) if alone else 0
                if empty:
                    self.pending.append(_Comment("", column))
                self.pending.append(_Comment(comment, column))
                self.found.append(comment)
                empty = False
            elif not line.strip(" \t"):
                empty = True
        if empty:
            self.pending.append(_Comment("", -1))

    def _behind(self, comment: str) -> None:
        """A comment on the line of the last entry."""
        assert self.last is not None
        node = self.last.node
        if isinstance(node, Rows) and _has_comments(node):
            node.tail.append(comment)  # so that it stays behind those in the list
        else:
            self.last.take([], comment)

    def _words(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        block = event.style in ("|", ">")
        if block:  # what the parser gives ends with the empty lines after it
            end = start + len(self.text[start:end].rstrip(" \n\t"))
        literal = not event.style and not event.value
        words = Words(event.value, literal, start, end)
        self.end = max(self.end, end)
        entry = self._place(words)
        if entry is None:
            return
        if block:
            header = _HEADER.match(self.text, start)
            if header:
                self.found.append(header[1].rstrip())
                entry.take([], header[1].rstrip())

    def _place(self, words: Words) -> Entry | None:
        """Put a value where it belongs; None where it is a key that waits for its value."""
        inner = self.stack[-1] if self.stack else None
        if inner is None:
            return None
        if inner.rows.keyed and inner.key is None:
            inner.key = words
            self.last = Entry(Words("", literal=True), words, self._waiting())
            inner.rows.entries.append(self.last)
            return None
        if inner.rows.keyed:
            entry = inner.rows.entries[-1]
            entry.take(list(filter(None, self._waiting())))
            entry.node = words
            inner.key = None
        else:
            entry = Entry(words, None, self._waiting())
            inner.rows.entries.append(entry)
        self.last = entry
        return entry

    def _open(self, event: Any, *, keyed: bool) -> None:
        rows = Rows([], keyed)
        flow = bool(event.flow_style)
        self.end = max(self.end, event.end_mark.index) if flow else self.end
        if not self.stack:
            self.root = rows
            holder = Entry(rows)
        else:
            inner = self.stack[-1]
            if inner.rows.keyed:
                holder = inner.rows.entries[-1]
                if flow:
                    holder.take(list(filter(None, self._waiting())))
                holder.node = rows
                inner.key = None
            else:
                holder = Entry(rows, None, self._waiting())
                inner.rows.entries.append(holder)
        self.stack.append(_Open(rows, holder, event.start_mark.column, flow))
        if flow and holder.node is not self.root:
            self.last = holder

    def _close(self, end: int) -> None:
        ended = self.stack.pop()
        outer = self.stack[-1].column if self.stack else -1
        if ended.flow:
            self.end = max(self.end, end)
            ended.rows.tail += filter(None, self._waiting())
            self.last = ended.holder if self.stack else None
            return
        least = max(ended.column, outer + 1)
        taken = 0
        for place, comment in enumerate(self.pending):
            if comment.column < least:
                break
            taken = place + 1
        ended.rows.tail += [comment.text for comment in self.pending[:taken]]
        del self.pending[:taken]

    def _waiting(self) -> list[str]:
        """The comments for what comes now; empty lines count only outside of brackets."""
        if not self.pending:
            return []
        flow = bool(self.stack) and self.stack[-1].flow
        comments = [comment.text for comment in self.pending if comment.text or not flow]
        self.pending.clear()
        return comments


def _in(piece: str) -> str:
    """The comment in a piece of a line that holds no value, or ""."""
    match = _COMMENT.search(piece)
    return match[0].rstrip(" \t") if match else ""


def _has_comments(rows: Rows) -> bool:
    """Whether a comment stands in a list or mapping, at any depth."""
    return any(rows.tail) or any(
        any(entry.before)
        or bool(entry.behind)
        or (isinstance(entry.node, Rows) and _has_comments(entry.node))
        for entry in rows.entries
    )


def comments_of(rows: Rows) -> Iterator[str]:
    """Every comment of a tree, without the empty lines."""
    for entry in rows.entries:
        yield from filter(None, entry.before)
        if entry.behind:
            yield entry.behind
        if isinstance(entry.node, Rows):
            yield from comments_of(entry.node)
    yield from filter(None, rows.tail)
