"""Postings: in which passages a form stands, how often, and where.

They are made text by text, and joined afterwards, so that a text that has not changed need not be
read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from acquis.search.analysis import Analyst
from acquis.search.shard import number

#: Classes of length, from the shortest to the longest: up to 3, 7, 15 … 255 words, and more.
LENGTHS = 8
_ONE_BYTE = 0x7F


@dataclass(slots=True)
class Postings:
    """The postings of one form, in the form in which they are written.

    `passages` has for each passage its distance from the one before, then (times - 1) * 8 + class
    of length; `positions` has for each passage the distances of the form's places. `first` and
    `last` are the numbers of the first and the last passage. The first distance is left out until
    texts are joined, since it depends on what stands before.
    """

    first: int
    last: int
    count: int = 0
    passages: bytearray = field(default_factory=bytearray)
    positions: bytearray = field(default_factory=bytearray)


def length_class(width: int) -> int:
    """The class of a passage with so many words."""
    return min(max(width.bit_length() - 2, 0), LENGTHS - 1)


def of_texts(
    texts: Iterable[str], analyst: Analyst
) -> tuple[Mapping[str, Postings], tuple[int, ...]]:
    """The postings of all forms in the passages of one text, which are counted from 0, and how many
    words each passage has."""
    found: dict[str, Postings] = {}
    widths = []
    for passage, text in enumerate(texts):
        forms, width = analyst.positions(text)
        widths.append(width)
        length = length_class(width)
        for form, places in forms.items():
            known = found.get(form)
            if known is None:
                known = found[form] = Postings(passage, passage)
            else:
                number(passage - known.last, known.passages)
                known.last = passage
            known.count += 1
            value = (len(places) - 1) << 3 | length
            if value > _ONE_BYTE:
                number(value, known.passages)
            else:
                known.passages.append(value)
            positions = known.positions
            last = 0
            for place in places:
                if place - last > _ONE_BYTE:
                    number(place - last, positions)
                else:
                    positions.append(place - last)
                last = place
    return found, tuple(widths)


def joined(parts: Sequence[tuple[int, Mapping[str, Postings]]]) -> dict[str, Postings]:
    """The postings of several texts as those of one; each comes with the number of its first
    passage, in rising order. `passages` then begins with the distance of the first from 0."""
    whole: dict[str, Postings] = {}
    for start, part in parts:
        for form, postings in part.items():
            known = whole.get(form)
            if known is None:
                known = whole[form] = Postings(start + postings.first, 0)
                number(start + postings.first, known.passages)
            else:
                number(start + postings.first - known.last, known.passages)
            known.passages += postings.passages
            known.positions += postings.positions
            known.count += postings.count
            known.last = start + postings.last
    return whole
