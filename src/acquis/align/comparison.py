"""Comparison: two texts of one language, provision by provision.

What is the same in both and stands once in each holds the two together; what lies between is
paired by likeness, in order. Of what then has no counterpart, some has moved, some is part of a
provision that was split or joined; the rest was added or removed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from acquis.align.likeness import Likeness, made_of
from acquis.align.provision import Provision, provisions
from acquis.align.rows import Pair, align
from acquis.align.words import Piece, differences, increasing, readable
from acquis.model.unit import Division

Kind: TypeAlias = Literal["same", "marked", "changed", "split", "joined", "added", "removed"]

#: So alike a provision that has no counterpart in its place is the same one in another.
_MOVED = 0.6
#: Shorter ones (in words and pairs of words) stand in many places, and do not move.
_SHORTEST_MOVED = 6
#: Into so many parts a provision is split, or joined from, at the most.
_MOST_PARTS = 24


@dataclass(frozen=True)
class Row:
    """What answers to one another in two texts: mostly one provision of each.

    `kind` is "same"; "marked" where only emphasis, links or joined cells differ; "changed",
    "split" (several of `other` for one), "joined" (one for several), "added", "removed". `moved`
    is whether it stands in another place than its neighbours.
    """

    kind: Kind
    one: tuple[Provision, ...]
    other: tuple[Provision, ...]
    moved: bool = False

    @property
    def renumbered(self) -> bool:
        """Whether one provision answers to one, with another number before it."""
        if len(self.one) != 1 or len(self.other) != 1:
            return False
        return self.one[0].number != self.other[0].number

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The wordings, word by word; provisions of one side are parted by a line break."""
        return differences(wording(self.one), wording(self.other))


@dataclass(frozen=True)
class Comparison:
    """Two texts side by side: rows in the reading order of the second, footnotes last.

    What was removed stands where it stood among its neighbours.
    """

    rows: tuple[Row, ...]

    @property
    def same(self) -> bool:
        """Whether the texts are alike in everything but where they stand and their marks' looks."""
        return all(row.kind == "same" and not row.moved and not row.renumbered for row in self.rows)

    @cached_property
    def counts(self) -> Counter[str]:
        """How many rows there are of each kind, and "moved" and "renumbered" ones."""
        found = Counter[str](row.kind for row in self.rows)
        found["moved"] = sum(row.moved for row in self.rows)
        found["renumbered"] = sum(row.renumbered for row in self.rows)
        return +found


def compare(one: Division | None, other: Division | None) -> Comparison:
    """Lay two texts side by side; None is a text that is not there."""
    ones = provisions(one) if one else ()
    others = provisions(other) if other else ()
    rows = []
    for mine, theirs in zip(apart(ones), apart(others), strict=True):
        for left, right, moved in lay(mine, theirs):
            here = tuple(mine[place] for place in left)
            there = tuple(theirs[place] for place in right)
            rows.append(Row(_kind(here, there), here, there, moved))
    return Comparison(tuple(rows))


def lay(
    ones: Sequence[Provision], others: Sequence[Provision]
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...], bool]]:
    """Lay two rows of provisions side by side: the places of those that answer to one another.

    With them goes whether they moved. The order is that of the second; every place comes once.
    """
    return _Laid(ones, others).rows()


def apart(
    found: Sequence[Provision],
) -> tuple[tuple[Provision, ...], tuple[Provision, ...]]:
    """The body of a text, and its footnotes."""
    return (
        tuple(one for one in found if one.kind != "note" or one.family != "note"),
        tuple(one for one in found if one.kind == "note" and one.family == "note"),
    )


class _Laid:
    """Two rows of provisions being laid side by side; provisions go by their places."""

    def __init__(self, one: Sequence[Provision], other: Sequence[Provision]) -> None:
        self.one = one
        self.other = other
        self.likeness = Likeness(one, other)

    def rows(self) -> Iterator[tuple[tuple[int, ...], tuple[int, ...], bool]]:
        """The places that answer to one another, and whether what stands there moved."""
        pairs = list(self._pairs())
        moved = self._moved(pairs)
        gone = set(moved.values())
        settled: list[Pair[int]] = []
        for left, right in pairs:
            if right is None:
                if left not in gone:
                    settled.append((left, None))
            else:
                settled.append((moved.get(right) if left is None else left, right))
        for lefts, rights in self._halves(settled, frozenset(moved)):
            yield lefts, rights, not moved.keys().isdisjoint(rights)

    def _pairs(self) -> Iterator[Pair[int]]:
        """Pairs in order: what is the same and stands once, and between them what is alike."""
        keys_one, keys_other = list(map(_key, self.one)), list(map(_key, self.other))
        once_one, once_other = Counter(keys_one), Counter(keys_other)
        places = {key: place for place, key in enumerate(keys_other) if once_other[key] == 1}
        fixed = increasing(
            [
                (place, places[key])
                for place, key in enumerate(keys_one)
                if once_one[key] == 1 and key in places
            ]
        )
        low = first = 0
        for left, right in [*fixed, (len(self.one), len(self.other))]:
            yield from self._between(range(low, left), range(first, right), keys_one, keys_other)
            if left < len(self.one):
                yield left, right
            low, first = left + 1, right + 1

    def _between(
        self, ones: range, others: range, keys_one: Sequence[object], keys_other: Sequence[object]
    ) -> Iterator[Pair[int]]:
        """Pairs of what lies between two that are fixed."""
        head = 0
        shortest = min(len(ones), len(others))
        while head < shortest and keys_one[ones[head]] == keys_other[others[head]]:
            yield ones[head], others[head]
            head += 1
        tail = 0
        while tail < shortest - head and keys_one[ones[-1 - tail]] == keys_other[others[-1 - tail]]:
            tail += 1
        middle = ones[head : len(ones) - tail], others[head : len(others) - tail]
        yield from align(*middle, self._worth)
        yield from zip(ones[len(ones) - tail :], others[len(others) - tail :], strict=True)

    def _worth(self, left: int, right: int) -> float:
        """What a pair is worth: one good one is better than two poor ones that cross it."""
        likeness = self.likeness(left, right)
        return likeness * likeness

    def _moved(self, pairs: Sequence[Pair[int]]) -> dict[int, int]:
        """Of what has no counterpart, where in the first text it stood, by its place now."""
        left_over = {left for left, right in pairs if right is None}
        came = {right for left, right in pairs if left is None}
        alike = [
            (-self.likeness(left, right), left, right)
            for left, right in self.likeness.candidates
            if left in left_over
            and right in came
            and self.likeness.one[left].total() >= _SHORTEST_MOVED
            and self.likeness(left, right) >= _MOVED
        ]
        moved: dict[int, int] = {}
        gone: set[int] = set()
        for _, left, right in sorted(alike):
            if right not in moved and left not in gone:
                moved[right] = left
                gone.add(left)
        return moved

    def _halves(
        self, pairs: Sequence[Pair[int]], came: frozenset[int]
    ) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
        """The pairs, with those joined in which one provision consists of several."""
        place = 0
        while place < len(pairs):
            end = self._end_of_whole(pairs, place, came)
            inside = pairs[place:end]
            yield (
                tuple(left for left, _ in inside if left is not None),
                tuple(right for _, right in inside if right is not None),
            )
            place = end

    def _end_of_whole(self, pairs: Sequence[Pair[int]], start: int, came: frozenset[int]) -> int:
        """Where the pairs end that begin at `start` and in which one consists of the others."""
        found = start + 1
        for side in (0, 1):
            whole: int | None = None
            parts: list[int] = []
            for end, pair in enumerate(pairs[start : start + _MOST_PARTS], start + 1):
                mine, theirs = pair[side], pair[1 - side]
                if pair[1] in came or (mine is not None and whole is not None):
                    break
                whole = mine if mine is not None else whole
                parts += [theirs] if theirs is not None else []
                if whole is not None and len(parts) > 1 and self._made_of(side, whole, parts):
                    found = max(found, end)
        return found

    def _made_of(self, side: int, whole: int, parts: Sequence[int]) -> bool:
        """Whether a provision of one side consists of provisions of the other."""
        rows = (self.one, self.other)
        known = (self.likeness.one, self.likeness.other)
        if {rows[1 - side][part].family for part in parts} != {rows[side][whole].family}:
            return False
        return made_of(known[side][whole], [known[1 - side][part] for part in parts])


def _key(provision: Provision) -> tuple[str, str, str]:
    """What two provisions have in common that are the same but for their number and place."""
    return provision.family, readable(provision.words), provision.form


def wording(found: Sequence[Provision]) -> str:
    """The readable words of provisions, each in a line."""
    return "\n".join(readable(provision.words) for provision in found)


def _kind(ones: Sequence[Provision], others: Sequence[Provision]) -> Kind:
    if not ones:
        return "added"
    if not others:
        return "removed"
    if len(others) > 1:
        return "split"
    if len(ones) > 1:
        return "joined"
    one, other = ones[0], others[0]
    if readable(one.words) != readable(other.words) or one.kind != other.kind:
        return "changed"
    return "same" if one.words == other.words and one.form == other.form else "marked"
