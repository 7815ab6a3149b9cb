"""YAML as a tree of nodes with positions, read from the parser's events.

The tree is made from events, in one pass and on a stack, for three reasons: the place of every
value is kept; what is refused (repeated keys, anchors, tags, depth) is found where it
stands; and a hostile file cannot overflow the C stack, as PyYAML's composer can.

Scalars stay the words that they are. What they mean is for the shape that reads them to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from acquis.finding import Finding
from acquis.load import rules
from acquis.position import Position

LARGEST_FILE = 8_000_000  # bytes
DEEPEST = 64  # levels

_BREAKS = "\u0085\u2028\u2029"
_EVENTS = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Scalar:
    """A value without parts; `plain` when it stands without quotation marks or block sign."""

    value: str
    line: int
    column: int
    length: int
    plain: bool


@dataclass(slots=True)
class Sequence:
    """A list."""

    items: list[Node]
    line: int
    column: int


@dataclass(slots=True)
class Mapping:
    """A mapping, as pairs in their order; no key stands twice."""

    pairs: list[tuple[Scalar, Node]]
    line: int
    column: int


Node = Scalar | Sequence | Mapping


def position(node: Node, file: str) -> Position:
    """Where a node stands, for a finding; lines and columns count from 1."""
    length = node.length if isinstance(node, Scalar) else 0
    return Position(file, node.line, node.column, length)


def decoded(source: bytes, file: str, found: Callable[[Finding], None]) -> str | None:
    """The text of a file, or None where it is not UTF-8, which goes to `found`."""
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = source[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
        message = f"byte 0x{source[error.start]:02x} is not UTF-8"
        found(rules.ENCODING_INVALID.at(Position(file, line, column), message))
        return None


def read(source: bytes, file: str, found: Callable[[Finding], None]) -> Node | None:
    """The tree of a YAML file, or None where it cannot be read; what is wrong goes to `found`."""
    start = Position(file)
    if len(source) > LARGEST_FILE:
        message = f"the file has more than {LARGEST_FILE // 1_000_000} MB"
        found(rules.FILE_TOO_BIG.at(start, message))
        return None
    text = decoded(source, file, found)
    if text is None:
        return None
    for match in _breaks(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        found(
            rules.YAML_LINE_BREAK.at(
                Position(file, line, column, 1), f"U+{ord(match[0]):04X} stands in the file"
            )
        )
    try:
        tree = _Tree(file, found)
        root = tree.build(text)
    except yaml.MarkedYAMLError as error:
        # What was left open is told where it begins, not at the end of the file.
        left_open = error.context in (
            "while scanning a quoted scalar",
            "while scanning a simple key",
        )
        marks = (error.context_mark, error.problem_mark)
        mark = next(filter(None, marks if left_open else reversed(marks)), None)
        place = Position(file, mark.line + 1, mark.column + 1) if mark else start
        reason = " ".join(filter(None, (error.problem, error.context)))
        found(rules.YAML_INVALID.at(place, f"this is not YAML: {reason}"))
        return None
    except yaml.YAMLError as error:
        place = start
        offset = getattr(error, "position", None)
        if isinstance(offset, int):
            line = text.count("\n", 0, offset) + 1
            place = Position(file, line, offset - text.rfind("\n", 0, offset))
        reason = getattr(error, "reason", None) or str(error)
        found(rules.YAML_INVALID.at(place, f"this is not YAML: {reason}"))
        return None
    if root is None and not tree.stopped:
        found(rules.FILE_EMPTY.at(start, "the file is empty"))
    return root


def _breaks(text: str) -> Iterator[re.Match[str]]:
    """The signs in a text that YAML takes for line breaks, which a file should not have."""
    if any(sign in text for sign in _BREAKS):  # many times sooner than by the pattern
        yield from re.finditer(f"[{_BREAKS}]", text)


class _Tree:
    """Builds the tree of one file; stops where it is too deep."""

    def __init__(self, file: str, found: Callable[[Finding], None]) -> None:
        self.file = file
        self.found = found
        self.stack: list[Sequence | _Pairs] = []  # what is open, the innermost last
        self.documents = 0
        self.stopped = False
        self.ended = False

    def build(self, text: str) -> Node | None:
        """The root, or None where the file is empty or too deep."""
        root: Node | None = None
        stack = self.stack
        get_event = _EVENTS(text).get_event  # yaml.parse does the same, with three calls an event
        while not self.ended:
            event: Any = get_event()  # its attributes depend on its class
            kind = type(event)
            node: Node
            if kind is ScalarEvent:
                if event.anchor is not None or event.tag is not None:
                    self._marked(event)
                start, end = event.start_mark, event.end_mark
                line, column = start.line, start.column
                length = end.column - column if end.line == line else 0
                plain = not event.style and event.implicit[0]
                node = Scalar(event.value, line + 1, column + 1, length, plain)
            elif kind is SequenceEndEvent or kind is MappingEndEvent:
                ended = stack.pop()
                node = ended if isinstance(ended, Sequence) else ended.mapping
            else:
                self._turn(event, kind)
                continue
            if not stack:
                root = node
            elif isinstance(inner := stack[-1], Sequence):
                inner.items.append(node)
            else:
                self._pair(inner, node)
        empty = isinstance(root, Scalar) and root.plain and not root.value
        return None if empty and self.documents < 2 else root

    def _turn(self, event: Any, kind: type) -> None:
        """Take in an event that is no value: a beginning or an end."""
        if kind is SequenceStartEvent or kind is MappingStartEvent:
            self._open(event, kind)
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                message = "a second document (---) begins here"
                fix = "keep one document in a file"
                self.found(rules.YAML_INVALID.at(self._place(event), message, fix))
                self.ended = True
        elif kind is yaml.StreamEndEvent:
            self.ended = True

    def _open(self, event: Any, kind: type) -> None:
        """Begin a list or a mapping, unless it is too deep."""
        if event.anchor is not None or event.tag is not None:
            self._marked(event)
        if len(self.stack) == DEEPEST:
            message = f"lists and mappings are nested deeper than {DEEPEST} levels"
            self.found(rules.NESTING_TOO_DEEP.at(self._place(event), message))
            self.stopped = self.ended = True
            return
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        keyed = kind is MappingStartEvent
        self.stack.append(
            _Pairs(Mapping([], line, column)) if keyed else Sequence([], line, column)
        )

    def _pair(self, pairs: _Pairs, node: Node) -> None:
        if not pairs.waiting:
            pairs.waiting = True
            if isinstance(node, Scalar):
                pairs.key = node
                return
            pairs.key = None
            place = position(node, self.file)
            message = "a list or mapping stands as a key"
            self.found(rules.TYPE_WRONG.at(place, message, "use a plain word as key"))
            return
        pairs.waiting = False
        key = pairs.key
        if key is None:
            return
        if key.value in pairs.seen:
            message = f'the key "{key.value}" stands twice, first in line {pairs.seen[key.value]}'
            self.found(rules.KEY_REPEATED.at(position(key, self.file), message))
            return
        pairs.seen[key.value] = key.line
        pairs.mapping.pairs.append((key, node))

    def _alias(self, event: Any) -> None:
        """Report an alias; it goes from a list, and is an empty text in a mapping."""
        place = self._place(event)
        self.found(rules.YAML_ANCHOR.at(place, f'the alias "*{event.anchor}" stands here'))
        inner = self.stack[-1] if self.stack else None
        if inner is None:
            self.stopped = True
        elif not isinstance(inner, Sequence):
            self._pair(inner, Scalar("", place.line, place.column, 0, plain=False))

    def _marked(self, event: Any) -> None:
        """Report the anchor and the tag of a value."""
        if event.anchor is not None:
            message = f'the anchor "&{event.anchor}" stands here'
            self.found(rules.YAML_ANCHOR.at(self._place(event), message))
        if event.tag is not None:
            message = f'the tag "{event.tag}" stands here'
            self.found(rules.YAML_TAG.at(self._place(event), message))

    def _place(self, event: Any) -> Position:
        return Position(self.file, event.start_mark.line + 1, event.start_mark.column + 1)


@dataclass(slots=True)
class _Pairs:
    """A mapping in the making: the key that waits for its value, and the keys seen."""

    mapping: Mapping
    seen: dict[str, int] = field(default_factory=dict)
    key: Scalar | None = None
    waiting: bool = False
