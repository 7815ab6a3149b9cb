"""Hints: plain pieces of words, one of which is in every citation that has no symbol."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

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


_Ready = Sequence[tuple[str, re.Pattern[str] | None]]


def _ready(hints: Mapping[str, str]) -> _Ready:
    return [(hint, spaced(sure) if sure else None) for hint, sure in hints.items()]


def _places(hints: _Ready, text: str, start: int, end: int) -> Iterator[int]:
    for hint, sure in hints:
        place = text.find(hint, start, end)
        while place >= 0:
            if sure is None or sure.match(text, place):
                yield place
            place = text.find(hint, place + len(hint), end)
