"""The pieces of an outline in the making: paragraphs and items, headings, quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from acquis.importers.label import Rank
from acquis.importers.line import Line


@dataclass(slots=True, eq=False)
class Paragraph:
    """A paragraph or an item.

    `line` is None for what only holds items that stand below no paragraph. `number` is what the
    record gives: None where it is computed. An item is the one of `value` in a list of `style`;
    of a numbered paragraph `value` is its number.
    """

    line: Line | None
    number: str | None = None
    items: list[Paragraph] = field(default_factory=list)
    then: list[Node] = field(default_factory=list)
    style: str = ""
    value: int = 0

    @property
    def introduces(self) -> bool:
        """Whether its text announces something: it ends in a colon."""
        return self.line is not None and self.line.words.rstrip().endswith((":", "："))


@dataclass(slots=True, eq=False)
class Heading:
    """A heading and what stands under it. `outer` is the count that goes on after a restart."""

    line: Line
    rank: Rank | None
    restart: bool = False
    outer: int = 0
    preamble: list[Paragraph] = field(default_factory=list)
    blocks: list[Node] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Quote:
    """Quoted paragraphs."""

    blocks: list[Paragraph]


#: A Line among the nodes is a table, a rule, or stands for what is reproduced there.
Node: TypeAlias = Paragraph | Heading | Quote | Line


def paragraphs(nodes: Sequence[Node]) -> Iterator[Paragraph]:
    """The paragraphs among the nodes and under their headings, in order, without items."""
    for node in nodes:
        if isinstance(node, Paragraph):
            yield node
        elif isinstance(node, Heading):
            yield from paragraphs(node.blocks)


def headings(nodes: Sequence[Node]) -> Iterator[Heading]:
    """The headings among the nodes, each followed by those below it."""
    for node in nodes:
        if isinstance(node, Heading):
            yield node
            yield from headings(node.blocks)
