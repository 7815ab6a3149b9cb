"""From lines to an outline: sections, numbered paragraphs, their items and what follows them.

The numbers decide, and where there are none, the punctuation: a text that ends in a colon
introduces what follows; one that begins in lower case goes on with the paragraph before it; an
unnumbered text that ends in a comma at the head of a section belongs to its preamble.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from acquis.importers.arranging import arranged
from acquis.importers.enumeration import SIGNLESS, Enumeration
from acquis.importers.label import Label
from acquis.importers.line import Kind, Line
from acquis.importers.nodes import Heading, Node, Paragraph, Quote, paragraphs
from acquis.importers.report import Remark
from acquis.importers.sections import Sections, settle_restarts
from acquis.model.block import UNNUMBERED

Part: TypeAlias = Literal["preamble", "operative", "annex"]

#: How many of the next lines are looked at where a number can be read in two ways.
_AHEAD = 80
#: How many lines a quotation has at the most.
_LONGEST_QUOTE = 400
_COMMAS = (",", "،", "，")


@dataclass(slots=True)
class Outline:
    """What lines became: blocks, paragraphs that turned out to be preambular, and remarks."""

    blocks: list[Node]
    preamble: list[Paragraph] = field(default_factory=list)
    notices: list[Remark] = field(default_factory=list)


def outline(lines: Sequence[Line], part: Part) -> Outline:
    """Find the structure of a preamble, an operative part or an annex. Every line has its place."""
    notices: list[Remark] = []
    return _Builder(arranged(lines, notices), part, notices).build()


class _Builder:
    """Goes through the lines once, keeping what is open."""

    def __init__(self, lines: Sequence[Line], part: Part, notices: list[Remark]) -> None:
        self.lines = lines
        self.part = part
        self.sections = Sections()
        self.result = Outline(self.sections.blocks, notices=notices)
        self.items: Enumeration | None = None  # of the paragraph that is open
        self.table_row: list[Node] | None = None  # where the table stands that came just before

    def build(self) -> Outline:
        place = 0
        while place < len(self.lines):
            place += self._take(place)
        settle_restarts(self.result.blocks)
        _release(self.result.blocks)
        if self.part == "operative":
            _sole(self.result.blocks)
        return self.result

    def _take(self, place: int) -> int:
        """Find the place of a line; how many lines were taken with it."""
        line = self.lines[place]
        table_row, self.table_row = self.table_row, None
        label = line.label
        if line.kind is Kind.TABLE:
            self._table(line, table_row)
        elif line.kind is Kind.NOTE:
            self._note(line, table_row)
        elif line.kind is Kind.HEADING:
            self.sections.begin(line)
            self.items = None
        elif line.kind is Kind.REPRODUCED:
            self.sections.row.append(line)
            self.items = None
        elif line.kind is Kind.RULE:
            self.sections.end()
            self.sections.row.append(line)
            self.items = None
        elif label is None:
            self._unnumbered(line, place)
        elif line.counts:
            return self._numbered(line, label, place)
        elif not label.readings:  # a number of a kind that is not known: as it is printed
            own = label.sign.startswith(f"{self.sections.count}.")
            if not own and (quoted := self._quoted(place)):
                self._quote(self.lines[place : place + quoted])
                return quoted
            self._paragraph(line, label.printed)
        else:
            self._item(line, label, place)
        return 1

    def _paragraph(self, line: Line | None, number: str | None, value: int = 0) -> None:
        paragraph = Paragraph(line, number, value=value)
        self.sections.add(paragraph)
        self.items = Enumeration(paragraph)

    # Paragraphs with a number

    def _numbered(self, line: Line, label: Label, place: int) -> int:
        sections = self.sections
        number = label.number or 0
        foreign = self._foreign(place)
        if self.part == "preamble" or (label.inserted and not foreign):
            self._paragraph(line, label.sign)
        elif not foreign and (number == sections.count + 1 or (number == 1 and sections.restart())):
            self._paragraph(line, None, number)
        elif quoted := self._quoted(place):
            self._quote(self.lines[place : place + quoted])
            return quoted
        else:  # with a quotation mark before it, the number is given as it is printed
            whole = label.printed[0].isalnum()
            self._paragraph(line, label.sign if whole else label.printed, number)
        sections.count = number
        return 1

    def _foreign(self, place: int) -> bool:
        """Whether a number that could be ours is quoted: one like it follows, which is ours then.

        The same holds for a number such as "8 bis" that does not follow upon ours.
        """
        label = self.lines[place].label
        if label is None or self.items is None or not self.items.introduces:
            return False
        if label.inserted:
            return label.number != self.sections.count and self._quoted(place) > 0
        if label.number != self.sections.count + 1:
            return False
        ahead = self.lines[place + 1 : place + 1 + _AHEAD]
        below = next((line.label for line in ahead if line.counts), None)
        return below is not None and not below.inserted and below.number == label.number

    def _quoted(self, place: int) -> int:
        """How many lines from here on are quoted, since their numbers are foreign; 0 if none are.

        They follow a text that announces them, and our own numbers go on behind them, or they
        fall back behind ours and nothing follows.
        """
        items = self.items
        if items is None or not (items.root.introduces or items.last().introduces):
            return 0
        due = self.sections.count + 1
        end = None
        last = min(place + _LONGEST_QUOTE, len(self.lines))
        for further in range(place + 1, last):
            line = self.lines[further]
            if line.kind is Kind.HEADING and end is None:
                end = further
            if line.counts and line.label is not None and line.label.number == due:
                return (further if end is None else end) - place
        first = self.lines[place].label
        falls_back = first is not None and (first.number or 0) < due
        return (end or last) - place if falls_back else 0

    def _quote(self, lines: Sequence[Line]) -> None:
        """Put quoted lines, with the unnumbered ones that lead to them, behind the paragraph."""
        assert self.items is not None
        quoted = self.items.withdraw()
        for line in lines:
            quoted.append(Paragraph(line, line.label.printed if line.label else None))
            self._notice(line, "taken as quoted, since its number is not in the sequence")
        self.items.root.then.append(Quote(quoted))

    # Texts without a number

    def _unnumbered(self, line: Line, place: int) -> None:
        items = self.items
        if self.part == "preamble":
            self._paragraph(line, None)
        elif self._is_preambular(line):
            heading = self.sections.heading
            (heading.preamble if heading else self.result.preamble).append(Paragraph(line))
            if not line.preambular:
                self._notice(line, "taken as preambular, since it ends in a comma")
        elif items is None:
            self._paragraph(line, UNNUMBERED)
        elif items.introduces or (items.unnumbered and _goes_on(line, items.last())):
            items.add_unnumbered(Paragraph(line))
        elif line.words[:1].islower() or (
            _is_caseless(line) and items.listed and not items.unnumbered
        ):
            items.flush(self._upcoming(place)).then.append(Paragraph(line))
            self._notice(line, "goes on with the paragraph before it, after its items")
        elif items.unnumbered:
            items.add_unnumbered(Paragraph(line))
        else:
            self._paragraph(line, UNNUMBERED)

    def _is_preambular(self, line: Line) -> bool:
        if self.part == "annex" or any(isinstance(node, Paragraph) for node in self.sections.row):
            return False
        return line.preambular or line.words.rstrip().endswith(_COMMAS)

    # Items

    def _item(self, line: Line, label: Label, place: int) -> None:
        if self.items is None:
            self._paragraph(None, None)  # see _release
            self._notice(line, "an item that stands below no paragraph; it became one")
        assert self.items is not None
        item = Paragraph(line)
        self.items.add(item, label, self._upcoming(place))
        root = self.items.root
        released = root.line is None and root.items[-1] is item
        if released and item.style not in SIGNLESS:
            self.sections.count += 1  # as a paragraph with a number that is no figure counts

    def _upcoming(self, place: int) -> list[Label]:
        """The labels of the items that follow, up to the next paragraph with a number."""
        labels = []
        for line in self.lines[place + 1 : place + 1 + _AHEAD]:
            if line.counts or line.kind is Kind.HEADING:
                break
            if line.label is not None:
                labels.append(line.label)
        return labels

    # Tables

    def _table(self, line: Line, before: list[Node] | None) -> None:
        if self.items is not None and self.items.introduces:
            row = self.items.last().then
        else:
            row = before if before is not None else self.sections.row
        row.append(line)
        self.table_row = row

    def _note(self, line: Line, row: list[Node] | None) -> None:
        if row is None:
            self._paragraph(line, UNNUMBERED)
            return
        self.table_row = row
        table = next(node for node in reversed(row) if isinstance(node, Line)).table
        assert table is not None
        sign = line.label.sign if line.label else ""
        if sign and sign not in table.setdefault("notes", {}):
            table["notes"][sign] = line.text
        else:
            row.append(Paragraph(line, UNNUMBERED if row is self.sections.row else None))

    def _notice(self, line: Line, reason: str) -> None:
        self.result.notices.append(line.remark(reason))


def _goes_on(line: Line, last: Paragraph) -> bool:
    """Whether a line in lower case stands in a list of lines that all begin so."""
    return line.words[:1].islower() and last.line is not None and last.line.words[:1].islower()


def _is_caseless(line: Line) -> bool:
    """Whether a line is in a script without capitals, and begins with no opening words."""
    first = line.words[:1]
    return first.isalpha() and first.lower() == first.upper() and not line.text.startswith("*")


def _release(blocks: list[Node]) -> None:
    """Items that stand below no paragraph become paragraphs with the numbers they print."""
    released: list[Node] = []
    for node in blocks:
        if isinstance(node, Paragraph) and node.line is None and node.items[0].style in SIGNLESS:
            node.number = UNNUMBERED  # bullets stay a list, which nothing introduces
            released.append(node)
        elif isinstance(node, Paragraph) and node.line is None:
            for item in node.items:
                label = item.line.label if item.line else None
                item.number = label.printed if label else UNNUMBERED
            released += [*node.items, *node.then]
        else:
            released.append(node)
        if isinstance(node, Heading):
            _release(node.blocks)
    blocks[:] = released


def _sole(blocks: Sequence[Node]) -> None:
    """A sole operative paragraph has no number unless it says so."""
    found = list(paragraphs(blocks))
    if len(found) == 1:
        sole = found[0]
        sole.number = None if sole.number == UNNUMBERED else sole.number or str(sole.value)
