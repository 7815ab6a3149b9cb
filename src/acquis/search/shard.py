"""Shards: small compressed files, and how numbers and rows are written in them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

#: Bytes of a shard before compression. Large shards cost a reader more than they save: a query
#: needs one or two for each of its words.
SHARD = 4000

T = TypeVar("T")


def number(value: int, to: bytearray) -> None:
    """Append a number: seven bits a byte, the lowest first, the eighth bit on all but the last."""
    while value > 0x7F:
        to.append(value & 0x7F | 0x80)
        value >>= 7
    to.append(value)


def numbers(values: Iterable[int]) -> bytearray:
    """Numbers one after the other."""
    made = bytearray()
    for value in values:
        number(value, made)
    return made


def gaps(values: Iterable[int]) -> Iterator[int]:
    """The distance of each of some rising numbers from the one before, the first from 0."""
    last = 0
    for value in values:
        yield value - last
        last = value


def words(text: str, to: bytearray) -> None:
    """Append a text in UTF-8 after the number of its bytes."""
    encoded = text.encode()
    number(len(encoded), to)
    to += encoded


def packed(content: bytes) -> bytes:
    """A file as it is served: gzip without a date or a name, so that it depends on nothing else."""
    return gzip.compress(content, 9, mtime=0)


def rows(values: object) -> bytes:
    """Values as JSON, in as few bytes as it takes."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def filled(pieces: Sequence[tuple[T, int]], most: int = SHARD) -> Iterator[list[T]]:
    """Pieces, each with its size, in groups of at most so many bytes; a large one is alone."""
    group: list[T] = []
    size = 0
    for piece, length in pieces:
        if group and size + length > most:
            yield group
            group, size = [], 0
        group.append(piece)
        size += length
    if group:
        yield group
