"""Plain values become canonical YAML: one form for every value, made to be read and compared.

Keys stay in the order given. Reading the result gives the same values.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TypeAlias

from acquis.load.layout import Entry, Node, Rows, Words, text

Value: TypeAlias = "str | int | float | bool | date | Sequence[Value] | Mapping[str, Value] | None"


def write(document: Mapping[str, Value]) -> str:
    """The document as YAML text that ends in a line break.

    It holds strings, whole and real numbers, truth values, dates, None, and lists and mappings of
    them; anything else raises TypeError. A string with half of a surrogate pair raises ValueError.
    """
    return text(rows(document))


def rows(mapping: Mapping[str, Value]) -> Rows:
    """A mapping as a tree, to be laid out. Raises TypeError."""
    wrong = next((key for key in mapping if not isinstance(key, str)), None)
    if wrong is not None:
        raise TypeError(f"a key is {type(wrong).__name__}, not a string")
    return Rows([Entry(_node(value), Words(key)) for key, value in mapping.items()], keyed=True)


def _node(value: Value) -> Node:
    if isinstance(value, str):
        return Words(value)
    if isinstance(value, Mapping):
        return rows(value)
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return Rows([Entry(_node(item)) for item in value], keyed=False)
    return Words(_literal(value), literal=True)


def _literal(value: Value) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _real(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no plain value")


def _real(value: float) -> str:
    """A real number with a full stop and a signed exponent, as YAML 1.1 wants it."""
    if value != value:
        return ".nan"
    if value in (float("inf"), float("-inf")):
        return ".inf" if value > 0 else "-.inf"
    mantissa, exponent, power = repr(value).partition("e")
    if not exponent:
        return mantissa
    point = "" if "." in mantissa else ".0"
    return f"{mantissa}{point}e{power if power[0] in '+-' else '+' + power}"
