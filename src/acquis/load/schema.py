"""JSON Schemas of the data files, made from the fields by which they are read.

They are of the draft 2020-12 (json-schema.org), and hold nothing that editors of draft 7 would
read otherwise. What a schema cannot say is for `acquis check`: repeated keys, nesting, what YAML
1.1 takes for something else, and whether names lead anywhere. Names that exist are offered, and
others allowed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from acquis.load import blocks
from acquis.load.records import LISTS, TRANSLATION_LISTS
from acquis.load.shape import (
    Choice,
    Day,
    Field,
    Fields,
    Id,
    InLanguages,
    Keyed,
    Line,
    Many,
    Number,
    Record,
    SymbolPattern,
    Truth,
    Worded,
)
from acquis.model.corpus import Corpus
from acquis.symbol import DEVICES, LONGEST_ID, RESERVED

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
#: The schema of any data file, and that of a file of translations.
DATA = "data"
TRANSLATIONS = "translations"

_TEXT: Schema = {"type": "string", "pattern": r"\S"}
_WHOLE: Schema = {"type": "integer", "minimum": 0}
_END = r"$(?!\n)"  # the end of the whole text, where `$` would also match before a line break
_LEAP = r"(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29"
_DAY: Schema = {
    "type": "string",
    "format": "date",
    "pattern": (
        r"^(?:(?!0000)[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
        r"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|"
        rf"{_LEAP}){_END}"
    ),
}
_ID: Schema = {
    "type": "string",
    "pattern": f"^[a-z0-9]+(?:-[a-z0-9]+)*{_END}",
    "maxLength": LONGEST_ID,
    "not": {"enum": sorted(DEVICES | RESERVED)},
}
_PLACEHOLDER = r"\{[a-z_]+(?::(?:year|roman|letter|word))?\}"
_SYMBOLS: Schema = {
    "type": "string",
    "pattern": rf"^[^{{}}]*(?:{_PLACEHOLDER}[^{{}}]+)*(?:{_PLACEHOLDER})?{_END}",
}


def schemas(corpus: Corpus | None = None, address: str = "") -> dict[str, Schema]:
    """The schemas by name: one for each list, "data" for any file, "translations" for those.

    `corpus` gives the names to complete. `address` is where they are published, for their `$id`.
    """
    names = _names(corpus) if corpus is not None else {}
    files = {name: (LISTS, [name]) for name in LISTS}
    files |= {DATA: (LISTS, list(LISTS)), TRANSLATIONS: (TRANSLATION_LISTS, [*TRANSLATION_LISTS])}
    return {
        name: _Writer(names).file(lists, kept, f"{address}{name}.schema.json" if address else "")
        for name, (lists, kept) in files.items()
    }


def _names(corpus: Corpus) -> dict[str, list[str]]:
    decisions = {one.symbol or one.id for one in corpus.decisions.values()}
    found: dict[str, Iterable[str]] = {
        "meetings": corpus.meetings,
        "bodies": corpus.bodies,
        "actors": corpus.actors,
        "topics": corpus.topics,
        "areas": corpus.areas,
        "conventions": corpus.conventions,
        "decisions": decisions,
        "mandates": decisions,
        "documents": {one.symbol or one.id for one in corpus.documents.values()},
    }
    return {kind: sorted(ids) for kind, ids in found.items() if ids}


class _Writer:
    """Writes one schema; what it uses more than once, or within itself, goes to `$defs`."""

    def __init__(self, names: Mapping[str, list[str]]) -> None:
        self.names = names
        self.definitions: dict[str, Schema] = {}

    def file(self, lists: Mapping[str, Fields], kept: Iterable[str], address: str) -> Schema:
        """The schema of a file with these lists."""
        properties = {
            name: {
                "type": ["array", "null"],
                "items": self._record(name, lists[name], identified="symbol" in lists[name]),
            }
            for name in kept
        }
        head = {"$schema": DIALECT, **({"$id": address} if address else {})}
        return {
            **head,
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
            "$defs": dict(sorted(self.definitions.items())),
        }

    def _record(self, name: str, fields: Fields, *, identified: bool) -> Schema:
        record = self._object(fields)
        if identified and fields is LISTS[name]:
            symbol = {"properties": {"symbol": {"pattern": "[A-Za-z0-9]"}}}
            record["anyOf"] = [{"required": ["id"]}, {"required": ["symbol"], **symbol}]
        return record

    def _object(self, fields: Fields) -> Schema:
        required = [key for key, field in fields.items() if field.required]
        return {
            "type": "object",
            "properties": {key: self._field(field) for key, field in fields.items()},
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    def _field(self, field: Field) -> Schema:
        made = self._shape(field.shape, field.names)
        told = {"description": f"{field.about[0].upper()}{field.about[1:]}."}
        return {**told, **made, "examples": [field.example]}

    def _shape(self, shape: Any, names: tuple[str, ...]) -> Schema:
        """What a shape takes; `names` are offered in the place of each text in it."""
        for kind, make in _MADE.items():
            if type(shape) is kind:
                return make(self, shape, names)
        raise TypeError(f"there is no schema for {type(shape).__name__}")

    def defined(self, name: str, make: Callable[[], Schema]) -> Schema:
        """A reference to a definition, which is made when it is first asked for."""
        if name not in self.definitions:
            self.definitions[name] = {}  # so that it can refer to itself
            self.definitions[name] = make()
        return {"$ref": f"#/$defs/{name}"}

    def _line(self, shape: Line, names: tuple[str, ...]) -> Schema:
        text = {"type": "string"} if shape.empty else _TEXT
        offered = [
            self.defined(f"{kind}-that-exist", lambda kind=kind: {"enum": self.names[kind]})  # type: ignore[misc]
            for kind in names
            if kind in self.names
        ]
        numbers = [_WHOLE] if shape.number else []
        return {"anyOf": [*offered, text, *numbers]} if offered or numbers else dict(text)

    def _many(self, shape: Many, names: tuple[str, ...]) -> Schema:
        inner = self._shape(shape.shape, names)
        listed = {"type": "array", "items": inner}
        return {"anyOf": [inner, listed]} if shape.single else listed

    def _in_languages(self, shape: InLanguages, names: tuple[str, ...]) -> Schema:
        listed = self._shape(Many(shape.shape), names)
        return {"anyOf": [listed, {"type": "object", "additionalProperties": listed}]}

    def _worded(self, shape: Worded, names: tuple[str, ...]) -> Schema:
        by_language = {"type": "object", "additionalProperties": _TEXT, "minProperties": 1}
        return {"anyOf": [dict(_TEXT), by_language]}

    def _keyed(self, shape: Keyed, names: tuple[str, ...]) -> Schema:
        inner = self._shape(shape.shape, names)
        if shape.keys is None:
            return {"type": "object", "additionalProperties": inner}
        properties = dict.fromkeys(shape.keys, inner)
        return {"type": "object", "properties": properties, "additionalProperties": False}

    def _blocks(self, shape: blocks.Blocks, names: tuple[str, ...]) -> Schema:
        return {"type": "array", "items": self.defined("block", self._block)}

    def _block(self) -> Schema:
        """A text, or a mapping of one of the kinds, told by the key that only it has."""
        kinds = {kind: self._object(fields) for kind, fields in blocks.FIELDS.items()}
        # A paragraph may be without words only where it has items.
        worded = {"properties": {"text": _TEXT}}
        itemed = {"required": ["items"], "properties": {"items": {"minItems": 1}}}
        kinds["text"]["anyOf"] = [worded, itemed]
        made = [self.defined(f"block-{kind}", lambda one=one: one) for kind, one in kinds.items()]  # type: ignore[misc]
        return {"anyOf": [dict(_TEXT), *made]}

    def _cell(self, shape: blocks.CellShape, names: tuple[str, ...]) -> Schema:
        plain = [{"type": ["string", "null"]}, _WHOLE]
        return self.defined("cell", lambda: {"anyOf": [*plain, self._object(blocks.CELL_FIELDS)]})


_Make: TypeAlias = Callable[[_Writer, Any, tuple[str, ...]], Schema]

_MADE: Mapping[type, _Make] = {
    Line: _Writer._line,
    Id: lambda writer, shape, names: dict(_ID),
    Choice: lambda writer, shape, names: {"enum": list(shape.values)},
    Day: lambda writer, shape, names: dict(_DAY),
    Number: lambda writer, shape, names: dict(_WHOLE),
    Truth: lambda writer, shape, names: {"type": "boolean"},
    SymbolPattern: lambda writer, shape, names: dict(_SYMBOLS),
    Worded: _Writer._worded,
    Many: _Writer._many,
    InLanguages: _Writer._in_languages,
    Keyed: _Writer._keyed,
    Record: lambda writer, shape, names: writer._object(shape.fields),
    blocks.Blocks: _Writer._blocks,
    blocks.CellShape: _Writer._cell,
    blocks.Footnotes: lambda writer, shape, names: {
        "type": "object",
        "additionalProperties": dict(_TEXT),
    },
    blocks.AnnexShape: lambda writer, shape, names: writer.defined(
        "annex", lambda: writer._object(blocks.ANNEX_FIELDS)
    ),
    blocks.PartShape: lambda writer, shape, names: writer.defined(
        "part", lambda: writer._object(blocks.PART_FIELDS)
    ),
}
