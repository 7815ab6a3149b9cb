"""Rows: what of one row answers to what of another, in order.

Two rows are laid side by side so that the sum of their likenesses is greatest; order is never
changed (Needleman and Wunsch, 1970). What likeness is, the caller says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias, TypeVar

T = TypeVar("T")
#: Two that answer to one another, or one that has no counterpart.
Pair: TypeAlias = "tuple[T | None, T | None]"

#: Longer rows than this are aligned piece by piece, so that time grows with their length alone.
_LONGEST = 120


def align(one: Sequence[T], other: Sequence[T], likeness: Callable[[T, T], float]) -> list[Pair[T]]:
    """Pair what stands in two rows, in order; everything is in exactly one pair.

    `likeness` goes from 0, for what is never to be paired, to 1.
    """
    pairs: list[Pair[T]] = []
    start_one = start_other = 0
    while start_one < len(one) or start_other < len(other):
        piece = one[start_one : start_one + _LONGEST]
        counterpart = other[start_other : start_other + _LONGEST]
        found = _aligned(piece, counterpart, likeness)
        more = len(one) > start_one + len(piece) or len(other) > start_other + len(counterpart)
        if more:  # the end of a piece is better seen with the next
            found = found[: _LONGEST // 2]
        pairs += found
        start_one += sum(left is not None for left, _ in found)
        start_other += sum(right is not None for _, right in found)
    return pairs


def _aligned(
    one: Sequence[T], other: Sequence[T], likeness: Callable[[T, T], float]
) -> list[Pair[T]]:
    """The best pairing of two short rows."""
    worth = [[likeness(left, right) for right in other] for left in one]
    best = [[0.0] * (len(other) + 1) for _ in range(len(one) + 1)]  # of the rests from here on
    for row in range(len(one) - 1, -1, -1):
        for column in range(len(other) - 1, -1, -1):
            paired = worth[row][column]
            together = best[row + 1][column + 1] + paired if paired > 0 else 0.0
            best[row][column] = max(together, best[row + 1][column], best[row][column + 1])
    pairs: list[Pair[T]] = []
    row = column = 0
    while row < len(one) and column < len(other):
        paired = worth[row][column]
        if paired > 0 and best[row][column] == best[row + 1][column + 1] + paired:
            pairs.append((one[row], other[column]))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            pairs.append((one[row], None))
            row += 1
        else:
            pairs.append((None, other[column]))
            column += 1
    pairs += [(left, None) for left in one[row:]]
    pairs += [(None, right) for right in other[column:]]
    return pairs
