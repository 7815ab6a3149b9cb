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


#: Letters that are rare in every language that has them: each is found several times as fast as a
#: piece of a word, and at once for all pieces with it.
_RARE = "xá"


class _Hint(NamedTuple):
    """A piece, how far from its beginning what is looked for stands, and what must be there."""

    piece: str
    offset: int
    sure: re.Pattern[str] | None


def _ready(hints: Mapping[str, str]) -> Mapping[str, Sequence[_Hint]]:
    """The hints by what is looked for."""
    found: dict[str, list[_Hint]] = {}
    for piece, sure in hints.items():
        sought = next((letter for letter in _RARE if letter in piece), piece)
        hint = _Hint(piece, piece.index(sought), spaced(sure) if sure else None)
        found.setdefault(sought, []).append(hint)
    return found


def _places(hints: Mapping[str, Sequence[_Hint]], text: str, start: int, end: int) -> Iterator[int]:
    find, startswith = text.find, text.startswith
    for sought, pieces in hints.items():
        # What is looked for with the rest of each piece: most places are told from it at once.
        tails = tuple(piece[offset:] for piece, offset, _ in pieces)
        length = len(sought)
        place = find(sought, start, end)
        while place >= 0:
            if startswith(tails, place):
                for piece, offset, sure in pieces:
                    first = place - offset
                    if startswith(piece, first) and (sure is None or sure.match(text, first)):
                        yield first
            place = find(sought, place + length, end)
