"""Long lists over several pages, so that none grows too heavy for a poor network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

#: Rows on a page: at some 150 bytes each when compressed, well below 60 KB.
ROWS = 200

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """One page of a list: its rows, its place from 1, how many there are, and its address."""

    rows: Sequence[T]
    number: int
    of: int
    base: str

    @property
    def path(self) -> str:
        """The address of this page."""
        return leaf(self.base, self.number)

    @property
    def previous(self) -> str | None:
        """The address of the page before, where there is one."""
        return leaf(self.base, self.number - 1) if self.number > 1 else None

    @property
    def next(self) -> str | None:
        """The address of the page after, where there is one."""
        return leaf(self.base, self.number + 1) if self.number < self.of else None


def leaf(base: str, number: int) -> str:
    """The address of a page of a list: the first is the list's own."""
    return base if number == 1 else f"{base}page/{number}/"


def leaves(rows: Sequence[T], base: str, most: int = ROWS) -> Iterator[Leaf[T]]:
    """The pages of a list, of so many rows at most; an empty list has one page too."""
    of = max(1, -(-len(rows) // most))
    for number in range(1, of + 1):
        yield Leaf(rows[(number - 1) * most : number * most], number, of, base)
