"""The dictionary: forms, the groups in which they stand together, and where their postings lie.

A group is the forms of one word. Its postings lie in one place, each form's apart, so that a reader
knows which forms were found, and in which a word was written as it was asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from operator import eq

from acquis.search.posting import Postings
from acquis.search.shard import filled, number, packed, words

#: Positions of a form that take more bytes lie in a shard of their own.
APART = 2000
#: Bytes of a shard of forms before compression, which does better with them than with postings.
FORMS = 3000
_BASIC = 0xFFFF


@dataclass(frozen=True, slots=True)
class Group:
    """The forms of one word, in the order of the alphabet. `function` words say little alone."""

    stem: str
    forms: tuple[str, ...]
    function: bool


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The files of a dictionary, by their paths; `first` has for each shard of forms the shortest
    beginning of its first form that stands behind all of the shard before."""

    files: Mapping[str, bytes]
    first: Sequence[str]
    lengths: Sequence[int]


def order(form: str) -> bytes:
    """The key by which forms are sorted: as JavaScript compares strings."""
    return form.encode("utf-16-be")


def dictionary(groups: Sequence[Group], postings: Mapping[str, Postings]) -> Dictionary:
    """Write the postings of groups, and the forms that lead to them."""
    files: dict[str, bytes] = {}
    apart: list[bytes] = []
    blocks = [_block(group, postings, apart) for group in groups]
    files.update({f"q/{name}": packed(content) for name, content in enumerate(apart)})
    places: list[int] = []
    for shard, row in enumerate(filled([(block, len(block)) for block in blocks])):
        places += [shard] * len(row)
        files[f"p/{shard}"] = packed(b"".join(row))
    entries = sorted(
        (order(form), form, shard, postings[form].count, group.function)
        for group, shard in zip(groups, places, strict=True)
        for form in group.forms
    )
    first: list[str] = []
    sized = [(entry, len(entry[0]) // 2 + 5) for entry in entries]
    shards = filled(sized, FORMS)
    last = ""
    for shard, forms in enumerate(shards):
        begin = forms[0][1]
        first.append(begin[: _shared(last, begin) + 1])
        last = forms[-1][1]
        files[f"d/{shard}"] = packed(_entries(forms))
    by_length: dict[int, list[str]] = {}
    for _, form, _, count, _ in entries:
        by_length.setdefault(len(form), []).append(f"{form}\t{count}")
    for length, lines in by_length.items():
        files[f"w/{length}"] = packed("\n".join(lines).encode())
    return Dictionary(files, first, sorted(by_length))


Entry = tuple[bytes, str, int, int, bool]


def _shared(one: str, other: str) -> int:
    """How many letters two forms share at their beginnings."""
    return sum(takewhile(bool, map(eq, one, other)))


def _block(group: Group, postings: Mapping[str, Postings], apart: list[bytes]) -> bytes:
    made = bytearray()
    number(len(group.forms), made)
    for form in group.forms:
        one = postings[form]
        words(form, made)
        number(one.count, made)
        number(len(one.passages), made)
        made += one.passages
        if len(one.positions) > APART:
            number(len(apart) << 1 | 1, made)
            apart.append(bytes(one.positions))
        else:
            number(len(one.positions) << 1, made)
            made += one.positions
    return bytes(made)


def _entries(forms: Sequence[Entry]) -> bytes:
    """Forms one after the other, each as what it shares with the one before and its own rest;
    then its group's shard (its distance from the one before, positive and negative alternating),
    and in how many passages it stands, twice that, one more for a function word.
    """
    made = bytearray()
    last = ""
    last_shard = 0
    for _, form, shard, count, function in forms:
        shared = _shared(last, form)
        if any(ord(letter) > _BASIC for letter in last[:shared]):
            shared = 0  # JavaScript counts such letters twice
        number(shared, made)
        words(form[shared:], made)
        step = shard - last_shard
        number(step << 1 if step >= 0 else (-step << 1) - 1, made)
        number(count << 1 | function, made)
        last, last_shard = form, shard
    return bytes(made)
