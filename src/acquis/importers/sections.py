"""Which heading stands under which, and where the numbers of paragraphs begin again.

Headings of the same kind ("II", "A.", "Rule 5", or without a number) are on one level. A new
kind goes below the numbered heading that is open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from acquis.importers.label import Rank, heading_ranks
from acquis.importers.line import Line
from acquis.importers.nodes import Heading, Node, Paragraph, paragraphs


@dataclass(slots=True)
class Sections:
    """The headings that are open, the outermost first, and the count of paragraphs."""

    blocks: list[Node] = field(default_factory=list)
    count: int = 0
    _open: list[Heading] = field(default_factory=list)
    _fresh: list[Heading] = field(default_factory=list)  # no paragraph stands under them yet

    @property
    def row(self) -> list[Node]:
        """The row of blocks in which the next one belongs."""
        return self._open[-1].blocks if self._open else self.blocks

    @property
    def heading(self) -> Heading | None:
        """The innermost open heading."""
        return self._open[-1] if self._open else None

    def begin(self, line: Line) -> None:
        """Open the section of a heading."""
        rank = self._rank(line.label.printed if line.label else line.words)
        self._close(self._depth(rank))
        heading = Heading(line, rank)
        self.row.append(heading)
        self._open.append(heading)
        self._fresh.append(heading)

    def end(self) -> None:
        """Close all sections, as a line of asterisks does."""
        self._close(0)

    def add(self, paragraph: Paragraph) -> None:
        """Put a paragraph below the innermost heading."""
        self.row.append(paragraph)
        self._fresh.clear()

    def restart(self) -> bool:
        """Let the count begin again with the section just opened, if there is one."""
        if not self._fresh:
            return False
        heading = self._fresh[0]
        heading.restart, heading.outer = True, self.count
        self.count = 0
        return True

    def _close(self, depth: int) -> None:
        for heading in reversed(self._open[depth:]):
            if heading.restart:
                self.count = heading.outer
            if heading in self._fresh:
                self._fresh.remove(heading)
        del self._open[depth:]

    def _rank(self, number: str) -> Rank | None:
        """How a heading's number is meant: as the next of an open heading, else as a first one."""
        ranks = heading_ranks(number)
        for heading in reversed(self._open):
            last = heading.rank
            for rank in ranks:
                if last and last.value and rank == Rank(last.kind, last.value + 1):
                    return rank
        firsts = [rank for rank in ranks if rank.value in (1, None)]
        return firsts[-1] if firsts else ranks[-1] if ranks else None

    def _depth(self, rank: Rank | None) -> int:
        """How many of the open headings stay open above a new one."""
        kind = rank.kind if rank else None
        for depth, heading in enumerate(self._open):
            if (heading.rank.kind if heading.rank else None) == kind:
                return depth
        depth = len(self._open)
        while rank is not None and depth and self._open[depth - 1].rank is None:
            depth -= 1
        return depth


def restart_alike(blocks: Sequence[Node]) -> None:
    """Where sections begin at 1 again, let their siblings that begin at 1 say so too.

    Then every paragraph of such a text is addressed by its section, the first one's included.
    """
    headings = [block for block in blocks if isinstance(block, Heading)]
    for heading in headings:
        restart_alike(heading.blocks)
    if any(heading.restart for heading in headings):
        firsts = [_first_number(heading) for heading in headings]
        if all(first in (None, 1) for first in firsts):
            for heading in headings:
                heading.restart = any(True for _ in paragraphs(heading.blocks))


def _first_number(heading: Heading) -> int | None:
    return next((found.value for found in paragraphs(heading.blocks) if found.value), None)
