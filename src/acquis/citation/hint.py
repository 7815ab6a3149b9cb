"""Hints: plain pieces of words, one of which is in every citation that has no symbol."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from acquis.citation.sign import spaced


class Hints:
    """The hints of a language: a piece each, with what must then stand there ("" for no more).

    `anywhere` tell in any text, `noted` in footnotes only.
    """

    def __init__(self, anywhere: Mapping[str, str], noted: Mapping[str, str]) -> None:
        self.anywhere, self.noted = _ready(anywhere), _ready(noted)

    def places(self, text: str, notes: Iterable[tuple[int, int]]) -> Iterator[int]:
        """Where hints are; `notes` are the beginnings and ends of the footnotes in the text."""
        yield from _places(self.anywhere, text, 0, len(text))
        for start, end in notes:
            yield from _places(self.noted, text, start, end)


#: A letter that is rare in every language that has it: it alone is found several times as fast as a
#: piece of a word.
_RARE = "x"


class _Hint(NamedTuple):
    """A piece, what is looked for of it and how far from its beginning, and what must be there."""

    piece: str
    sought: str
    offset: int
    sure: re.Pattern[str] | None


def _ready(hints: Mapping[str, str]) -> Sequence[_Hint]:
    return [
        _Hint(
            piece,
            _RARE if _RARE in piece else piece,
            max(0, piece.find(_RARE)),
            spaced(sure) if sure else None,
        )
        for piece, sure in hints.items()
    ]


def _places(hints: Sequence[_Hint], text: str, start: int, end: int) -> Iterator[int]:
    for piece, sought, offset, sure in hints:
        place = text.find(sought, start, end)
        while place >= 0:
            first = place - offset
            there = sought is piece or text.startswith(piece, first)
            if there and (sure is None or sure.match(text, first)):
                yield first
            place = text.find(sought, place + len(sought), end)
