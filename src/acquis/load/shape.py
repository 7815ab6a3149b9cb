"""Shapes: what a value may look like, how it is read from a node, and what is wrong with it.

A shape never raises for what an editor wrote: it reports, and gives the nearest harmless value,
so that one mistake hides no other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol, TypeAlias

from acquis.finding import Finding, Rule, suggest
from acquis.load import rules, tree
from acquis.load.tree import Node, Scalar, Sequence
from acquis.model.institution import Forms
from acquis.position import Position
from acquis.symbol import Pattern, PatternError

#: What YAML 1.1 or 1.2 reads as something else than words (yaml.org/type, yaml.org/spec/1.2.2).
_TRAPS = (
    ("null", re.compile(r"~|null|Null|NULL|")),
    ("a yes-or-no value", re.compile(r"(?i:y|n|yes|no|true|false|on|off)")),
    ("a number", re.compile(r"[-+]?(0b[01_]+|0x[0-9a-fA-F_]+|0o[0-7]+|[0-9][0-9_]*)")),
    (
        "a number",
        re.compile(r"[-+]?([0-9][0-9_]*)?\.[0-9_]*([eE][-+]?[0-9]+)?|[-+]?[0-9]+[eE][-+]?[0-9]+"),
    ),
    ("a number", re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")),
    ("a number of minutes or seconds", re.compile(r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?")),
    ("a date", re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?")),
)
_TRAP = re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in _TRAPS))
_LONGEST_TRAP = 40
_WHOLE = re.compile(r"0|[1-9][0-9]*")


@dataclass(slots=True)
class Reader:
    """What shapes need while they read one file: its name, where findings go, places to keep.

    `spots` collects the place of each value of the record at hand under its path, such as
    "relations.mirrors.0".
    """

    file: str
    report: Callable[[Finding], None]
    language: str
    spots: dict[str, Position] = field(default_factory=dict)

    def at(self, node: Node) -> Position:
        """The place of a node."""
        length = node.length if isinstance(node, Scalar) else 0
        return Position(self.file, node.line, node.column, length)

    def fault(self, rule: Rule, node: Node, message: str, fix: str = "") -> None:
        """Report a finding at a node."""
        self.report(rule.at(self.at(node), message, fix))

    def wrong(self, node: Node, path: str, wanted: str) -> None:
        """Report that something else was wanted here."""
        self.fault(rules.TYPE_WRONG, node, f'"{path}" should be {wanted}, not {_told(node)}')


class Shape(Protocol):
    """Reads a node into a value; None where it cannot be used."""

    def read(self, node: Node, reader: Reader, path: str) -> Any: ...


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a record: the shape of its value, what it says, whether it must be there.

    `example` is a value as YAML would give it. `names` tells whose ids or symbols the value
    gives: those of "meetings", "topics" …, or "mandates", which are citations of decisions.
    """

    shape: Shape
    about: str
    required: bool = False
    names: tuple[str, ...] = ()
    example: Any = None


#: The keys of a record, in the order in which the reference gives them.
Fields: TypeAlias = Mapping[str, Field]


def words(node: Node, reader: Reader, path: str, *, number: bool = False) -> str | None:
    """A scalar as the words that stand there, guarded against what YAML would make of them.

    With `number`, a whole number may stand without quotation marks, as a label naturally does.
    """
    if not isinstance(node, Scalar):
        reader.wrong(node, path, "a text")
        return None
    value = node.value
    if node.plain and len(value) <= _LONGEST_TRAP and _TRAP.fullmatch(value):
        return value if number and _WHOLE.fullmatch(value) else _trapped(node, reader, path)
    return value.rstrip("\n")


def _trapped(node: Scalar, reader: Reader, path: str) -> str | None:
    """The words of a plain scalar that YAML would not read as words, which is reported."""
    value = node.value
    if not value:
        reader.fault(rules.FIELD_MISSING, node, f'"{path}" has no value')
        return None
    meaning = next(meaning for meaning, pattern in _TRAPS if pattern.fullmatch(value))
    message = f'unquoted, YAML reads {value} as {meaning}, not as the words "{value}"'
    reader.fault(rules.YAML_TRAP, node, message, f'write "{value}"')
    return value


@dataclass(frozen=True, slots=True)
class Line:
    """A text, not empty unless `empty` allows ""; `number` allows a bare whole number."""

    number: bool = False
    empty: bool = False

    def read(self, node: Node, reader: Reader, path: str) -> str | None:
        value = words(node, reader, path, number=self.number)
        if value is not None and not value.strip() and not self.empty:
            reader.fault(rules.FIELD_MISSING, node, f'"{path}" is empty')
            return None
        reader.spots[path] = reader.at(node)
        return value


@dataclass(frozen=True, slots=True)
class Id(Line):
    """A text that is to be part of an address; that it can be is seen when records are joined."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a fixed set of words."""

    values: tuple[str, ...]

    def read(self, node: Node, reader: Reader, path: str) -> str | None:
        value = words(node, reader, path)
        if value is None:
            return None
        if value not in self.values:
            allowed = ", ".join(self.values)
            fix = f"the allowed values are {allowed}"
            near = suggest(value, self.values)
            message = f'"{value}" is no value of "{path}"'
            reader.fault(rules.VALUE_UNKNOWN, node, message, f"{near} {fix}".strip())
            return None
        reader.spots[path] = reader.at(node)
        return value


@dataclass(frozen=True, slots=True)
class Day:
    """A date in the form 2025-11-07."""

    def read(self, node: Node, reader: Reader, path: str) -> date | None:
        if not isinstance(node, Scalar):
            reader.wrong(node, path, "a date such as 2025-11-07")
            return None
        try:
            if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", node.value):
                raise ValueError
            value = date.fromisoformat(node.value)
        except ValueError:
            reader.fault(rules.DATE_INVALID, node, f'"{node.value}" is no date')
            return None
        reader.spots[path] = reader.at(node)
        return value


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number from 0."""

    def read(self, node: Node, reader: Reader, path: str) -> int | None:
        if not isinstance(node, Scalar) or not node.plain or not _WHOLE.fullmatch(node.value):
            reader.wrong(node, path, "a whole number")
            return None
        reader.spots[path] = reader.at(node)
        return int(node.value)


@dataclass(frozen=True, slots=True)
class Truth:
    """true or false."""

    def read(self, node: Node, reader: Reader, path: str) -> bool | None:
        if not isinstance(node, Scalar) or not node.plain or node.value not in ("true", "false"):
            reader.wrong(node, path, "true or false")
            return None
        reader.spots[path] = reader.at(node)
        return node.value == "true"


@dataclass(frozen=True, slots=True)
class SymbolPattern:
    """A pattern of symbols, literal text with placeholders."""

    def read(self, node: Node, reader: Reader, path: str) -> Pattern | None:
        value = words(node, reader, path)
        if value is None:
            return None
        try:
            pattern = Pattern(value)
        except PatternError as error:
            reader.fault(rules.PATTERN_INVALID, node, f'the pattern "{value}" fails: {error}')
            return None
        reader.spots[path] = reader.at(node)
        return pattern


@dataclass(frozen=True, slots=True)
class Worded:
    """Words, or a mapping of language to words."""

    def read(self, node: Node, reader: Reader, path: str) -> Forms | None:
        if isinstance(node, tree.Mapping):
            forms = {}
            for key, value in node.pairs:
                text = Line().read(value, reader, f"{path}.{key.value}")
                if text is not None:
                    forms[key.value] = text
            if not node.pairs:
                reader.fault(rules.FIELD_MISSING, node, f'"{path}" is empty')
            # The site's own language stands first, since the first is what others fall back to.
            ordered = sorted(forms, key=lambda language: language != reader.language)
            return Forms({language: forms[language] for language in ordered}) if forms else None
        text = Line().read(node, reader, path)
        return None if text is None else Forms({reader.language: text})


@dataclass(frozen=True, slots=True)
class Many:
    """A list of values of one shape; `single` also allows one value that stands alone."""

    shape: Shape
    single: bool = False

    def read(self, node: Node, reader: Reader, path: str) -> tuple[Any, ...] | None:
        if not isinstance(node, Sequence):
            if not self.single:
                reader.wrong(node, path, "a list")
                return None
            value = self.shape.read(node, reader, path)
            return None if value is None else (value,)
        values = (
            self.shape.read(item, reader, f"{path}.{place}")
            for place, item in enumerate(node.items)
        )
        return tuple(value for value in values if value is not None)


@dataclass(frozen=True, slots=True)
class InLanguages:
    """A list of values of one shape in the site's own language, or a mapping of language to list.

    Read into a mapping of language to values.
    """

    shape: Shape

    def read(self, node: Node, reader: Reader, path: str) -> dict[str, tuple[Any, ...]] | None:
        listed = Many(self.shape)
        if isinstance(node, tree.Mapping):
            return {
                key.value: values
                for key, inner in node.pairs
                if (values := listed.read(inner, reader, f"{path}.{key.value}")) is not None
            }
        alone = listed.read(node, reader, path)
        return None if alone is None else {reader.language: alone}


@dataclass(frozen=True, slots=True)
class Keyed:
    """A mapping with keys from a fixed set, or any keys where `keys` is None."""

    shape: Shape
    keys: tuple[str, ...] | None = None

    def read(self, node: Node, reader: Reader, path: str) -> dict[str, Any] | None:
        if not isinstance(node, tree.Mapping):
            reader.wrong(node, path, "a mapping")
            return None
        values = {}
        for key, inner in node.pairs:
            if self.keys is not None and key.value not in self.keys:
                unknown_key(key, self.keys, reader, path)
                continue
            value = self.shape.read(inner, reader, f"{path}.{key.value}")
            if value is not None:
                values[key.value] = value
        return values


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys, made into an object by `make(**values)`.

    `renamed` gives the attribute for a key that Python keeps for itself (`for`, `from`).
    """

    fields: Mapping[str, Field]
    make: Callable[..., Any]

    def read(self, node: Node, reader: Reader, path: str) -> Any:
        values = keys(node, self.fields, reader, path)
        return None if values is None else self.make(**attributes(values))


def keys(
    node: Node, fields: Mapping[str, Field], reader: Reader, path: str
) -> dict[str, Any] | None:
    """The values of a mapping by key; None where it is no mapping or lacks what it needs."""
    if not isinstance(node, tree.Mapping):
        reader.wrong(node, path or "the record", "a mapping")
        return None
    values: dict[str, Any] = {}
    present = set()
    for key, inner in node.pairs:
        known = fields.get(key.value)
        if known is None:
            unknown_key(key, fields, reader, path)
            continue
        present.add(key.value)
        value = known.shape.read(inner, reader, f"{path}.{key.value}" if path else key.value)
        if value is not None:
            values[key.value] = value
    lacking = [key for key, known in fields.items() if known.required and key not in values]
    for name in lacking:
        if name not in present:
            place = f' of "{path}"' if path else ""
            reader.fault(rules.FIELD_MISSING, node, f'the value "{name}"{place} is missing')
    return None if lacking else values


def attributes(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values under the names of Python: `for` and `from` become `for_` and `from_`."""
    return {f"{key}_" if key in ("for", "from") else key: value for key, value in values.items()}


def unknown_key(key: Scalar, known: Iterable[str], reader: Reader, path: str) -> None:
    """Report a key that means nothing, with the near miss."""
    place = f' in "{path}"' if path else ""
    fix = suggest(key.value, known) or f"the keys here are {', '.join(known)}"
    reader.fault(rules.KEY_UNKNOWN, key, f'the key "{key.value}" is not known{place}', fix)


def _told(node: Node) -> str:
    if isinstance(node, Scalar):
        return f'"{node.value[:60]}"'
    return "a list" if isinstance(node, Sequence) else "a mapping"
