"""Twins: texts of which much stands in another one, found among many.

Comparing all pairs would take time that grows with the square of their number. Of the runs of
three words in a text, a fixed part is looked at (those whose number is a multiple of ten, as
Manber did in 1994); only texts that share enough of these are held against each other in full.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import NamedTuple, TypeVar
from zlib import crc32

T = TypeVar("T")
#: A word, or an ideograph.
_WORD = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]|[^\W\u3400-\u4dbf\u4e00-\u9fff]+")
_LARGE = 0xFFFFFFFFFFFF
#: One run of words in so many is looked at, to find which texts to hold against each other.
_SAMPLED = 10
#: A run that stands in more texts than this is a form of words, and tells nothing.
_OFTEN = 40
#: So much of the smaller sample two texts must share to be held against each other.
_CANDIDATE = 0.15


class Twins(NamedTuple):
    """Two texts by their places, and which share of the shorter one's words stands in the other.

    The share goes from 0 to 1, and is counted in runs of three words.
    """

    one: int
    other: int
    share: float


def twins(
    texts: Sequence[T],
    passages: Callable[[T], Iterable[str]],
    may: Callable[[T, T], bool],
    *,
    least: float,
    shortest: int,
) -> list[Twins]:
    """The twins among texts, whose words `passages` gives.

    `may` says of two texts whether they are to be looked at. `least` is the share from which they
    are twins; a text with fewer than `shortest` runs of words is nobody's.
    """
    runs = _Runs()
    sizes: list[int] = []  # of the samples
    first: dict[int, int] = {}  # where a run stands first; most stand nowhere else
    further: dict[int, list[int]] = {}
    for place, text in enumerate(texts):
        found = runs.of(passages(text))
        sample = [run for run in found if not run % _SAMPLED] if len(found) >= shortest else []
        sizes.append(len(sample))
        for run in sample:
            if first.setdefault(run, place) != place:
                further.setdefault(run, []).append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for run, places in further.items():
        if len(places) < _OFTEN:
            shared.update(combinations((first[run], *places), 2))
    whole: dict[int, frozenset[int]] = {}
    result = []
    for pair, count in sorted(shared.items()):
        if count < _CANDIDATE * min(sizes[place] for place in pair):
            continue
        if not may(texts[pair[0]], texts[pair[1]]):
            continue
        for place in pair:
            if place not in whole:
                whole[place] = frozenset(runs.of(passages(texts[place])))
        one, other = (whole[place] for place in pair)
        share = len(one & other) / min(len(one), len(other))
        if share >= least:
            result.append(Twins(*pair, share))
    return result


class _Runs:
    """Gives each run of three words a number, the same whenever and wherever it is computed."""

    def __init__(self) -> None:
        self._numbers = _Numbers()

    def of(self, passages: Iterable[str]) -> set[int]:
        """The runs of words of a text, none of which goes beyond a passage."""
        found: set[int] = set()
        number = self._numbers.__getitem__
        for passage in passages:
            row = list(map(number, _WORD.findall(passage.lower())))
            found.update(
                [
                    (one * 0x9E3779B1 + two * 0x85EBCA77 + three * 0xC2B2AE3D) & _LARGE
                    for one, two, three in zip(row, row[1:], row[2:], strict=False)
                ]
            )
        return found


class _Numbers(dict[str, int]):
    """The number of each word, found when it is first asked for."""

    def __missing__(self, word: str) -> int:
        number = self[word] = crc32(word.encode("utf-8", "surrogatepass"))
        return number
