"""Plain values become canonical YAML: one form for every value, made to be read and compared.

Keys stay in the order given; two spaces a level, sequences indented below their key. A string is
plain where every reader of YAML 1.1 and 1.2 takes it for the same string, else double quoted; a
long one is folded (`>-`) where folding loses nothing. Reading the result gives the same values.

The rules are those of YAML 1.2.2: 6.9.1 and 7.3.3 (plain scalars), 8.1.3 (folding), 5.7 (escapes);
the words that YAML 1.1 takes for other things are in its type repository (yaml.org/type).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TypeAlias

Value: TypeAlias = "str | int | float | bool | date | Sequence[Value] | Mapping[str, Value] | None"

#: The longest string on a line of its own, and where longer ones are folded, in columns.
SHORT = 80
WIDTH = 90

#: What is printable in YAML and no break (5.1, 5.4), without tab and byte order mark.
_PRINTABLE = r" -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
_FOLDABLE = re.compile(f"[{_PRINTABLE}]+")
#: A plain scalar begins here with a letter, a digit or a sign that means nothing in YAML.
_PLAIN = re.compile(r"[^\W_]|[(/$+=;^~.“”«‘’‹《（…–—_\\<]")
#: Strings that YAML 1.1 or 1.2 takes for null, truth, a number, a date, base 60, or merging.
_TAKEN = re.compile(
    r"""
    ~ | null | true | false | yes | no | on | off | y | n | = | <<
  | [-+]? (?: \.inf | \.nan )
  | [-+.]? [0-9] [0-9_,.:eExXoObBa-fA-F+-]*          # numbers, base 60, clock times, ISO dates
  | \d{4}-\d{1,2}-\d{1,2} (?: [Tt] | [ \t]+ ) \d .*   # timestamps
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_SPACE = re.compile(r"(?<=[^ ]) (?=[^ ])")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_TO_ESCAPE = re.compile(rf'["\\]|[^{_PRINTABLE}]')


def write(document: Mapping[str, Value]) -> str:
    """The document as YAML text that ends in a line break.

    It holds strings, whole and real numbers, truth values, dates, None, and lists and mappings of
    them; anything else raises TypeError. A string with half of a surrogate pair raises ValueError.
    """
    lines = _mapping(document, 0)
    return "".join(f"{line}\n" for line in lines) if document else "{}\n"


def _mapping(mapping: Mapping[str, Value], indent: int) -> Iterator[str]:
    for key, value in mapping.items():
        if not isinstance(key, str):
            raise TypeError(f"a key is {type(key).__name__}, not a string")
        yield from _entry(f"{_key(key)}:", value, indent)


def _sequence(values: Sequence[Value], indent: int) -> Iterator[str]:
    margin = " " * indent
    for value in values:
        if value and isinstance(value, Mapping):
            inner = _mapping(value, indent + 2)
            yield f"{margin}- {next(inner)[indent + 2 :]}"
            yield from inner
        elif value and _is_sequence(value):
            inner = _sequence(value, indent + 2)  # type: ignore[arg-type]
            yield f"{margin}- {next(inner)[indent + 2 :]}"
            yield from inner
        else:
            yield from _entry("-", value, indent)


def _entry(head: str, value: Value, indent: int) -> Iterator[str]:
    margin = " " * indent
    if value and isinstance(value, Mapping):
        yield margin + head
        yield from _mapping(value, indent + 2)
    elif value and _is_sequence(value):
        yield margin + head
        yield from _sequence(value, indent + 2)  # type: ignore[arg-type]
    elif isinstance(value, str):
        first, *rest = _string(value, indent + 2)
        yield f"{margin}{head} {first}"
        yield from rest
    else:
        yield f"{margin}{head} {_scalar(value)}"


def _is_sequence(value: Value) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray)


def _scalar(value: Value) -> str:
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
    if isinstance(value, Mapping):
        return "{}"
    if _is_sequence(value):
        return "[]"
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


def _key(key: str) -> str:
    """A key: plain, or double quoted; a simple key may have no more than 1024 characters."""
    if len(key) > 1000:
        raise ValueError("a key has more than 1000 characters")
    return key if _is_plain(key) else _quoted(key)


def _string(value: str, indent: int) -> list[str]:
    """The lines of a string: the first goes on behind its key, the others have their margin."""
    if len(value) > SHORT and _folds(value):
        margin = " " * indent
        return [">-", *(margin + line for line in _wrapped(value, WIDTH - indent))]
    return [value if _is_plain(value) else _quoted(value)]


def _is_plain(value: str) -> bool:
    return (
        bool(_PLAIN.match(value))
        and bool(_FOLDABLE.fullmatch(value))
        and not value.endswith((" ", ":"))
        and ": " not in value
        and " #" not in value
        and not _TAKEN.fullmatch(value)
    )


def _folds(value: str) -> bool:
    return (
        bool(_FOLDABLE.fullmatch(value))
        and value[0] != " "
        and value[-1] != " "
        and bool(_SPACE.search(value))
    )


def _wrapped(value: str, width: int) -> Iterator[str]:
    """Lines broken at single spaces between other characters, as long as the width allows."""
    width = max(width, 40)
    line = ""
    for word in _SPACE.split(value):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _quoted(value: str) -> str:
    return f'"{_TO_ESCAPE.sub(_escape, value)}"'


def _escape(match: re.Match[str]) -> str:
    sign = match.group()
    known = _ESCAPES.get(sign)
    if known:
        return known
    code = ord(sign)
    if 0xD800 <= code < 0xE000:
        raise ValueError(f"a string holds half of a surrogate pair, U+{code:04X}")
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
