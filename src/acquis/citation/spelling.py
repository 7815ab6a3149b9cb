"""Spellings: declarations of words as one expression, in which the first letter tells most.

Most words of a text cite nothing. Where all that is looked for stands in one expression by its
first letter, they are passed over by that letter, which is quick.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Spelling(NamedTuple):
    """One way in which a word is written: its first letter, and an expression for the rest.

    `prefix` is an expression for what may be written together with it, before it.
    """

    first: str
    rest: str
    prefix: str = ""


def spellings(source: str) -> Iterator[Spelling]:
    """The spellings that the expression of a declaration allows.

    It is for declarations that begin with letters, one of several letters in brackets, or a group
    of such; what may be missing at their beginning is a prefix.
    """
    for alternative in _split(source):
        if alternative.startswith("(?:"):
            end = _closing(alternative)
            inner, rest = alternative[3:end], alternative[end + 1 :]
            if rest.startswith("?"):
                for one in spellings(rest[1:]):
                    yield one._replace(prefix=f"{alternative[: end + 2]}{one.prefix}")
            else:
                for one in spellings(inner):
                    yield one._replace(rest=one.rest + rest)
        elif alternative.startswith("["):
            end = alternative.index("]")
            for letter in alternative[1:end]:
                yield Spelling(letter, alternative[end + 1 :])
        else:
            yield Spelling(alternative[0], alternative[1:])


def by_letter(marks: Iterable[tuple[str, str, T | None]]) -> tuple[str, list[T]]:
    """One expression for first letters with what follows each, those of a letter together.

    What a spelling tells, if anything, stands in the list at the place of the expression's last
    group, which counts from 1. Of spellings that begin alike the first given is found. A first
    letter that may be one of several is asked last.
    """
    letters: dict[str, dict[tuple[str, T | None], None]] = {}
    for first, rest, told in marks:
        letters.setdefault(first, {})[rest, told] = None
    order: list[T] = []
    branches = []
    for first in sorted(letters, key=len):
        order += [told for _, told in letters[first] if told is not None]
        following = [rest if told is None else f"{rest}()" for rest, told in letters[first]]
        letter = f"[{re.escape(first)}]" if len(first) > 1 else re.escape(first)
        branches.append(f"{letter}(?:{'|'.join(following)})")
    return "|".join(branches), order


def _split(source: str) -> Iterator[str]:
    """The alternatives of an expression."""
    depth = start = 0
    inside = False
    for place, character in enumerate(source):
        if character in "[]":
            inside = character == "["
        elif inside:
            continue
        elif character in "()":
            depth += 1 if character == "(" else -1
        elif character == "|" and not depth:
            yield source[start:place]
            start = place + 1
    yield source[start:]


def _closing(source: str) -> int:
    """Where the group ends that an expression begins with."""
    depth = 0
    for place, character in enumerate(source):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if not depth:
            return place
    return len(source)
