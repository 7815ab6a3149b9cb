"""Which heading stands under which, and where the numbers of paragraphs begin again.

Headings of the same kind ("II", "A.", "Rule 5", or without a number) are on one level. A new
kind goes below the numbered heading that is open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from acquis.importers.label import Rank, heading_ranks
from acquis.importers.line import Line
from acquis.importers.nodes import Heading, Node, Paragraph, headings, paragraphs

#: How deep headings are nested at the most; the sources have three levels.
_DEEPEST = 6


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
        rank = self._rank(line.label.printed.rstrip(":") if line.label else line.words)
        self._close(self._depth(rank, line.level))
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

    def _depth(self, rank: Rank | None, level: int | None) -> int:
        """How many of the open headings stay open above a new one.

        Of headings without numbers, those of a deeper level in the outline are not alike.
        """
        kind = rank.kind if rank else None
        for depth, heading in enumerate(self._open):
            above = heading.line.level
            deeper = rank is None and level is not None and above is not None and level > above
            if _kind(heading) == kind and not deeper:
                return depth
        depth = len(self._open)
        while rank is not None and depth and self._open[depth - 1].rank is None:
            depth -= 1
        return min(depth, _DEEPEST - 1)


def settle_restarts(blocks: Sequence[Node]) -> None:
    """Let the headings of one kind agree on where numbers begin at 1 again.

    Numbers that begin again with each rule do so with the first rule of a chapter too, and not
    with the chapter. Then every paragraph of such a text is addressed alike.
    """
    found = list(headings(blocks))
    direct = {_kind(heading) for heading in found if heading.restart and _holds(heading)}
    for heading in found:
        below = next(headings(heading.blocks), None)
        if heading.restart and not _holds(heading) and below and _kind(below) in direct:
            heading.restart, below.restart = False, True
    for kind in {_kind(heading) for heading in found if heading.restart}:
        alike = [
            heading
            for heading in found
            if _kind(heading) == kind and any(True for _ in paragraphs(heading.blocks))
        ]
        if all(_first_number(heading) in (None, 1) for heading in alike):
            for heading in alike:
                heading.restart = True


def _kind(heading: Heading) -> str | None:
    return heading.rank.kind if heading.rank else None


def _holds(heading: Heading) -> bool:
    """Whether paragraphs stand right under a heading."""
    return any(isinstance(block, Paragraph) for block in heading.blocks)


def _first_number(heading: Heading) -> int | None:
    return next((found.value for found in paragraphs(heading.blocks) if found.value), None)
