r"""A fast way into the tree of a file that is in canonical form, as `layout` writes it.

The form is read entry by entry: one pattern takes a line with its key and its value, a folded
text with all its lines, and a list of folded texts at once. Nothing is guessed: where something is
not of the form, or YAML could see more in it than stands here, the file is not read at all, and
the general reader of `tree` tells what it holds, or what is wrong with it.

What is read, and why it can only be read so (sections of YAML 1.2.2):

- Characters that are printable, and the line feed; no tab and no other break (5.1, 5.4).
- Block mappings and lists, each two columns deeper than the one that it stands in (8.2).
- Plain keys and values on one line, which no deeper line follows that would go on with them; they
  begin with a sign that means nothing in YAML, and hold neither ": " nor " #" (7.3.3).
- Double quoted ones on one line, with the escapes that are written (7.3.1).
- `>-`, with lines two columns deeper than their entry, and none that are deeper still (8.1.3).
- Plain and double quoted values in brackets, on one line; `[]` and `{}` (7.4).
- Comments behind an entry, and on a line of their own that no text can hold (6.6).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from acquis.finding import Finding
from acquis.load import tree
from acquis.load.scalars import PLAIN_SIGNS
from acquis.load.tree import Mapping, Node, Scalar, Sequence

#: Bytes that may stand anywhere: the line feed, printable ASCII, the parts of all other letters.
_USUAL = bytes((0x0A, *range(0x20, 0x7F), *range(0x80, 0x100)))
_C1 = re.compile(rb"\xc2[\x80-\x9f]")
_UNUSUAL = "\u2028\u2029\ufeff\ufffe\uffff"

_FIRST = rf"(?:[\w{PLAIN_SIGNS}]|-(?=[0-9.]))"
_ESCAPE = re.compile(r'\\(?:["\\nrt]|x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})')
_QUOTED = rf'"[^"\\\n]*(?:{_ESCAPE.pattern}[^"\\\n]*)*"'
_IN_CELL = r"[^\n,:?\[\]{}\#]*"
_CELL = rf"(?:{_QUOTED}|{_FIRST}{_IN_CELL}(?:(?<!\ )\#{_IN_CELL})*(?<!\ ))"
_CELLS = re.compile(_CELL)
_LINES = r"[^ \n].*(?:\n+\4[^ \n].*)*"
_ENTRY = re.compile(
    rf"""
    (\ *(?:-\ )*)  # its margin and dashes
    (?: ({_QUOTED} | (?!\.\.\.){_FIRST}[^\n:\#]{{0,900}}(?<!\ )) : (?:\ |(?=\n)) )?  # its key
    (  # its value; of a folded one, the margin, then the lines, with those of the items after it
        >-(?:\ +\#.*)?\n  (\ +)({_LINES}(?:\n\1>-\n\4{_LINES})*)
      | {_QUOTED}
      | {_FIRST}[^\n:\#]*(?:(?::(?![\ \n])|(?<!\ )\#)[^\n:\#]*)*
      | \[(?:{_CELL}(?:,\ {_CELL})*)?\]
      | \{{\}}
    )?
    (.*)\n  # what remains of the line
    """,
    re.VERBOSE,
)
_SIGNS = {'"': '"', "\\": "\\", "n": "\n", "r": "\r", "t": "\t"}
#: A key may have 1024 characters (7.4.2).
_LONGEST_KEY = 1000
#: Deeper than any record goes, and by far not as deep as is allowed.
_DEEPEST = tree.DEEPEST // 2


def read(source: bytes, file: str, found: Callable[[Finding], None]) -> Node | None:
    """The tree of a YAML file, as `tree.read` gives it, and sooner where the file is canonical."""
    return tree_of(source) or tree.read(source, file, found)


def tree_of(source: bytes) -> Mapping | None:
    """The tree of a file in canonical form; None where it is not, or nothing stands in it."""
    if (
        len(source) > tree.LARGEST_FILE
        or not source.endswith(b"\n")
        or source.translate(None, _USUAL)
        or _C1.search(source)
    ):
        return None
    try:
        text = source.decode()
        if any(sign in text for sign in _UNUSUAL):
            return None
        return _read(text)
    except (UnicodeDecodeError, _UncertainError):
        return None


class _UncertainError(Exception):
    """Something stands in the file that is not of the form, or may be something else."""


class _Place:
    """Where the next entry belongs: the innermost list or mapping, those around it.

    `column` is its margin, from 0, `entries` what it has so far, `key` one that waits for a list or
    mapping. `head` is how the next entry begins where it belongs to the same.
    """

    __slots__ = ("column", "entries", "head", "key", "keyed", "mappings", "stack")

    def __init__(self, root: Mapping) -> None:
        self.column = 0
        self.entries: list[Any] = root.pairs
        self.keyed = True
        self.key: Scalar | None = None
        self.head: str | None = None
        self.stack: list[tuple[int, list[Any], bool]] = []
        self.mappings = [root]

    def enter(self, head: str, key: str, line: int) -> None:
        """Go to where an entry belongs that begins with a margin, dashes and perhaps a key."""
        column = head.find("-") if "-" in head else len(head)
        dashes = (len(head) - column) // 2
        if not key and not dashes:
            raise _UncertainError
        self.head = head if dashes == (0 if key else 1) else None
        if self.key is not None and column == self.column + 2:
            self._open(column, line, keyed=not dashes)
        else:
            self.end(column)
            if column != self.column or self.keyed == bool(dashes):
                raise _UncertainError
        for _ in range(dashes - 1):
            self._open(self.column + 2, line, keyed=False)
        if dashes and key:
            self._open(self.column + 2, line, keyed=True)

    def end(self, column: int) -> None:
        """Leave what stands deeper than a column; a key that waits has no value."""
        if self.key is not None:
            key, self.key = self.key, None
            at = key.column + key.length + 1
            self.entries.append((key, Scalar("", key.line, at, 0, plain=True)))
        while column < self.column:
            self.column, self.entries, self.keyed = self.stack.pop()

    def _open(self, column: int, line: int, *, keyed: bool) -> None:
        node: Node
        inner: list[Any] = []
        if keyed:
            node = Mapping(inner, line, column + 1)
            self.mappings.append(node)
        else:
            node = Sequence(inner, line, column + 1)
        self.entries.append(node if self.key is None else (self.key, node))
        self.stack.append((self.column, self.entries, self.keyed))
        if len(self.stack) > _DEEPEST:
            raise _UncertainError
        self.column, self.entries, self.keyed, self.key = column, inner, keyed, None


def _read(text: str) -> Mapping | None:
    """The tree of a text of usual characters. Raises _UncertainError."""
    root = Mapping([], 1, 1)
    place = _Place(root)
    line = 1
    for head, key, value, margin, lines, rest in _ENTRY.findall(text):
        if rest and not _is_comment(rest, value):
            raise _UncertainError
        if not value and not key:
            _between(head, rest, place)
            line += 1
            continue
        if place.key is not None or head != place.head or place.keyed == (not key):
            place.enter(head, key, line)
        column = place.column + 1
        if margin:
            if len(margin) != column + 1:
                raise _UncertainError
            line = _folded(place, head, key, margin, lines, line)
        elif not key:
            place.entries.append(_value(value, line, column + 2))
            line += 1
        else:
            name = _name(key, line, column)
            if value:
                place.entries.append((name, _value(value, line, column + name.length + 2)))
            else:
                place.key = name
            line += 1
    place.end(0)
    if not root.pairs:
        return None
    root.line = root.pairs[0][0].line
    if any(len({key.value for key, _ in one.pairs}) < len(one.pairs) for one in place.mappings):
        raise _UncertainError
    return root


def _is_comment(rest: str, value: str) -> bool:
    """Whether the rest of a line is a comment, which has a space before it or begins the line."""
    return rest.lstrip(" ").startswith("#") and (not value or rest[0] == " " or value[-1] == " ")


def _between(head: str, rest: str, place: _Place) -> None:
    """See that a line without an entry is an empty one, or a comment that is no text."""
    if not rest and not head:
        return
    inner = place.column if place.key is None else place.column + 2
    if "-" in head or not rest or len(head) > inner:
        raise _UncertainError


def _folded(place: _Place, head: str, key: str, margin: str, lines: str, line: int) -> int:
    """Put folded texts in their place; gives the line after them."""
    again = f"\n{head}>-\n{margin}"
    name = _name(key, line, place.column + 1) if key else None
    if name and again in lines:
        raise _UncertainError
    joint = "\n" + margin
    for count, folded in enumerate(lines.split(again)):
        if count and place.head is None:
            place.enter(head, key, line)
        column = place.column + (name.length + 3 if name else 3)
        text = folded.replace(joint, " ")
        more = (len(folded) - len(text)) // len(margin)
        if "\n" in text:  # empty lines, of which the first has become a space
            more += text.count("\n")
            text = text.replace("\n ", "\n")
        node = Scalar(text, line, column, 0, False)
        place.entries.append((name, node) if name else node)
        line += 2 + more
    return line


def _name(key: str, line: int, column: int) -> Scalar:
    if key[0] != '"':
        return Scalar(key, line, column, len(key), True)
    if len(key) > _LONGEST_KEY:
        raise _UncertainError
    return Scalar(_unquoted(key), line, column, len(key), False)


def _value(value: str, line: int, column: int) -> Node:
    """What stands on one line, with or without quotation marks, or in brackets."""
    sign = value[0]
    if sign == '"':
        return Scalar(_unquoted(value), line, column, len(value), False)
    if sign == "[":
        return Sequence(list(_cells(value, line, column)), line, column)
    if sign == "{":
        return Mapping([], line, column)
    value = value.rstrip(" ")
    return Scalar(value, line, column, len(value), True)


def _cells(value: str, line: int, column: int) -> Iterator[Node]:
    for match in _CELLS.finditer(value):
        yield _value(match[0], line, column + match.start())


def _unquoted(value: str) -> str:
    return _ESCAPE.sub(_sign, value[1:-1]) if "\\" in value else value[1:-1]


def _sign(match: re.Match[str]) -> str:
    escape = match[0]
    if len(escape) == 2:
        return _SIGNS[escape[1]]
    code = int(escape[2:], 16)
    if code > 0x10FFFF or 0xD800 <= code < 0xE000:
        raise _UncertainError
    return chr(code)
