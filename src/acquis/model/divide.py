"""Numbering and anchoring: a text becomes divisions of units.

This is the one place where numbers and anchors are computed (the design's "Decisions" and
"Addresses"). Anchors follow from position and Latin letters, whatever the print says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from acquis.model import numbering
from acquis.model.anchor import Anchors, latin
from acquis.model.block import (
    UNNUMBERED,
    Block,
    Figure,
    Heading,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from acquis.model.decision import Annex, Part, Version
from acquis.model.notes import with_notes
from acquis.model.unit import Division, Kind, Place, Unit
from acquis.reads import note_text

_NUMBER = re.compile(r"\W*(\d+)(.*)", re.DOTALL)


#: The texts that were divided last, each with its division. A text is asked for to be linked,
#: checked, shown, shown beside another, and exported; a division takes some 10 KB.
_recent: dict[tuple[int, bool], tuple[Version, Division]] = {}
_KEPT = 4096


def divide(version: Version, *, decision: bool = True) -> Division:
    """Number and anchor a text.

    In a decision a sole operative paragraph is unnumbered; in a document all paragraphs count.
    """
    note_text(version)
    key = (id(version), decision)
    found = _recent.get(key)
    if found is not None and found[0] is version:
        return found[1]
    division = _divide(version, decision=decision)
    while len(_recent) >= _KEPT:
        _recent.pop(next(iter(_recent)), None)
    _recent[key] = version, division
    return division


def _divide(version: Version, *, decision: bool) -> Division:
    anchors = Anchors()
    parts = tuple(
        _part(part, place, version, anchors) for place, part in enumerate(version.parts, 1)
    )
    writer = _Writer(anchors, version.language, "")
    division = Division(
        kind="text",
        anchor="",
        title=version.title,
        # Where there are parts, each prints the opening; nothing stands before them to open.
        opening=""
        if parts and not (version.preamble or version.operative)
        else printed_opening(
            version.opening, preamble=bool(version.preamble), language=version.language
        ),
        preamble=writer.preamble(version.preamble),
        operative=writer.operative(version.operative, sole=decision),
        parts=parts,
        annexes=_annexes(version.annexes, anchors, version.language, "", 0),
        source=version,
    )
    return with_notes(division, version.footnotes, anchors)


def printed_opening(opening: str | None, *, preamble: bool, language: str = "en") -> str:
    """The opening as printed: the language's comma is set when a preamble follows."""
    if not opening or opening == UNNUMBERED:
        return ""
    comma = numbering.forms(language).comma
    return f"{opening}{comma}" if preamble and opening[-1].isalnum() else opening


def _part(part: Part, place: int, version: Version, anchors: Anchors) -> Division:
    anchor = anchors.take(f"part-{latin(part.number) or numbering.letters(place)}")
    writer = _Writer(anchors, version.language, f"{anchor}-")
    opening = version.opening if part.opening is None else part.opening
    return Division(
        kind="part",
        anchor=anchor,
        label=part.number,
        title=part.title,
        opening=printed_opening(opening, preamble=bool(part.preamble), language=version.language),
        preamble=writer.preamble(part.preamble),
        operative=writer.operative(part.operative, sole=True),
        annexes=_annexes(part.annexes, anchors, version.language, f"{anchor}-", 0),
        source=part,
    )


def _annexes(
    annexes: Sequence[Annex], anchors: Anchors, language: str, prefix: str, depth: int
) -> tuple[Division, ...]:
    divisions = []
    for place, annex in enumerate(annexes, 1):
        anchor = anchors.take(f"{prefix}annex-{place}")
        writer = _Writer(anchors, language, f"{anchor}-", part="annex")
        divisions.append(
            Division(
                kind="annex",
                anchor=anchor,
                label=annex.label or numbering.annex(place, len(annexes), depth, language),
                title=annex.title,
                note=annex.note,
                operative=writer.operative(annex.blocks, sole=False),
                annexes=_annexes(annex.annexes, anchors, language, f"{anchor}-", depth + 1),
                source=annex,
            )
        )
    return tuple(divisions)


@dataclass(slots=True)
class _Count:
    """The numbers given so far in a run of paragraphs, and what stands before its anchors."""

    prefix: str
    quoted: bool = False
    number: int = 0
    unnumbered: int = 0
    preambular: int = 0


@dataclass(slots=True)
class _Writer:
    """Numbers the blocks of one division."""

    anchors: Anchors
    language: str
    prefix: str
    part: Place = "operative"
    counters: Counter[str] = field(default_factory=Counter)
    sole: bool = False

    def preamble(self, blocks: Sequence[Block]) -> tuple[Unit, ...]:
        return self._preamble(blocks, self.prefix, "")

    def operative(self, blocks: Sequence[Block], *, sole: bool) -> tuple[Unit, ...]:
        self.sole = sole and sum(_paragraphs(blocks)) == 1
        return self._run(blocks, _Count(self.prefix), (), "")

    def _preamble(self, blocks: Sequence[Block], prefix: str, parent: str) -> tuple[Unit, ...]:
        count = _Count(prefix)
        part: Place = "annex" if self.part == "annex" else "preamble"
        units = []
        for block in blocks:
            if isinstance(block, Paragraph):
                count.preambular += 1
                anchor = self.anchors.take(f"{prefix}preamble-{count.preambular}")
                number = "" if block.number in (None, UNNUMBERED) else self._given(block, 0)
                units.append(self._paragraph(block, anchor, number, 0, part, parent, count))
            else:
                units.append(self._other(block, count, (), part, parent))
        return tuple(units)

    def _run(
        self, blocks: Sequence[Block], count: _Count, path: tuple[int, ...], parent: str
    ) -> tuple[Unit, ...]:
        """The blocks of an operative part, of a section, of an annex or of a quote.

        `path` says which section this is: the place of its heading among its siblings, and so on
        upwards.
        """
        units = []
        siblings = 0
        for block in blocks:
            if isinstance(block, Paragraph):
                units.append(self._numbered(block, count, parent))
                continue
            here = path
            if isinstance(block, Heading):
                siblings += 1
                here = (*path, siblings)
                if block.restart and not block.blocks:
                    count = _Count(self._section(here))  # to the end of this row of blocks
            units.append(self._other(block, count, here, self.part, parent))
        return tuple(units)

    def _section(self, path: tuple[int, ...]) -> str:
        return f"{self.prefix}section-{'-'.join(map(str, path))}-"

    def _numbered(self, block: Paragraph, count: _Count, parent: str) -> Unit:
        given = block.number
        if self.sole and given in (None, UNNUMBERED) and not count.quoted:
            anchor, number = f"{count.prefix}para-1", ""
        elif given == UNNUMBERED or (given is None and count.quoted):
            count.unnumbered += 1
            anchor, number = f"{count.prefix}para-u{count.unnumbered}", ""
        elif given is None:
            count.number += 1
            anchor = f"{count.prefix}para-{count.number}"
            number = numbering.paragraph(count.number, self.language)
        else:
            anchor = self._given_anchor(given, count, parent)
            number = given if count.quoted else self._given(block, 0)
        anchor = self.anchors.take(anchor)
        return self._paragraph(block, anchor, number, 0, self.part, parent, count)

    def _given_anchor(self, given: str, count: _Count, parent: str) -> str:
        """The anchor for a printed number: "2 bis" gives para-2-bis; the count goes on from it.

        A letter counts nothing: it belongs to the heading around it, where letters begin anew.
        """
        match = _NUMBER.fullmatch(given)
        sign = latin(match[2] if match else given)
        if match or not sign:
            count.number = int(match[1]) if match else count.number + 1
            return f"{count.prefix}para-{count.number}{'-' if sign else ''}{sign}"
        if parent and not count.quoted:
            return f"{parent}-{sign}"
        return f"{count.prefix}para-{sign}"

    def _paragraph(
        self,
        block: Paragraph,
        anchor: str,
        number: str,
        depth: int,
        part: Place,
        parent: str,
        count: _Count,
    ) -> Unit:
        if not block.items and not block.then:
            return Unit("paragraph", anchor, part, block.text, block, number, depth, parent)
        items = self._items(block, anchor, depth + 1, part, count)
        then = self._then(block, anchor, part, count)
        return Unit(
            "paragraph", anchor, part, block.text, block, number, depth, parent, (), items, then
        )

    def _items(
        self, block: Paragraph, base: str, depth: int, part: Place, count: _Count
    ) -> tuple[Unit, ...]:
        style = numbering.style_at(depth, block.style)
        place = value = 0
        units = []
        for item in block.items:
            if not isinstance(item, Paragraph):
                units.append(self._other(item, count, (), part, base))
                continue
            place += 1
            value += 1
            if item.number is None:
                sign = _sign(value, depth, style)
                number = "" if count.quoted else numbering.item(value, depth, style, self.language)
            else:
                unnumbered = item.number == UNNUMBERED
                number = "" if unnumbered else item.number if count.quoted else ""
                number = number or ("" if unnumbered else self._given(item, depth))
                told = "" if unnumbered else latin(item.number)
                sign = told or (f"u{place}" if unnumbered else _sign(place, depth, style))
                value = value - 1 if unnumbered else _value(told, style) or value
            anchor = self.anchors.take(f"{base}-{sign}")
            units.append(self._paragraph(item, anchor, number, depth, part, base, count))
        return tuple(units)

    def _then(self, block: Paragraph, base: str, part: Place, count: _Count) -> tuple[Unit, ...]:
        units = []
        texts = quotes = 0
        for follower in block.then:
            if isinstance(follower, Paragraph):
                texts += 1
                anchor = self.anchors.take(f"{base}-then-{texts}")
                number = "" if follower.number in (None, UNNUMBERED) else self._given(follower, 0)
                units.append(self._paragraph(follower, anchor, number, 0, part, base, count))
            elif isinstance(follower, Quote):
                quotes += 1
                units.append(self._quote(follower, f"{base}-quote-{quotes}", part, base))
            else:
                units.append(self._other(follower, count, (), part, base))
        return tuple(units)

    def _other(
        self, block: Block, count: _Count, path: tuple[int, ...], part: Place, parent: str
    ) -> Unit:
        if isinstance(block, Heading):
            return self._heading(block, count, path, part, parent)
        if isinstance(block, Quote):
            anchor = self._next("quote", count if count.quoted else None)
            return self._quote(block, anchor, part, parent)
        kind, words = _kind(block)
        anchor = self.anchors.take(self._next(kind, count if count.quoted else None))
        return Unit(kind, anchor, part, words, block, parent=parent)

    def _next(self, name: str, quoted: _Count | None = None) -> str:
        prefix = quoted.prefix if quoted else self.prefix
        self.counters[prefix + name] += 1
        return f"{prefix}{name}-{self.counters[prefix + name]}"

    def _quote(self, quote: Quote, anchor: str, part: Place, parent: str) -> Unit:
        anchor = self.anchors.take(anchor)
        kept, self.part = self.part, part
        items = self._run(quote.blocks, _Count(f"{anchor}-", quoted=True), (), anchor)
        self.part = kept
        return Unit("quote", anchor, part, "", quote, parent=parent, items=items)

    def _heading(
        self, block: Heading, count: _Count, path: tuple[int, ...], part: Place, parent: str
    ) -> Unit:
        anchor = self.anchors.take(self._next("heading", count if count.quoted else None))
        number = "" if block.number in (None, UNNUMBERED) else str(block.number)
        preamble = (
            self._preamble(block.preamble, self._section(path or (1,)), anchor)
            if block.preamble
            else ()
        )
        inner = _Count(self._section(path)) if block.restart and block.blocks else count
        if part == "preamble":
            items = self._preamble_under(block.blocks, count, anchor)
        else:
            items = self._run(block.blocks, inner, path, anchor)
        return Unit("heading", anchor, part, block.text, block, number, 0, parent, preamble, items)

    def _preamble_under(
        self, blocks: Sequence[Block], count: _Count, parent: str
    ) -> tuple[Unit, ...]:
        """What stands under a heading in the preamble: its paragraphs count on."""
        units = []
        for block in blocks:
            if isinstance(block, Paragraph):
                count.preambular += 1
                anchor = self.anchors.take(f"{count.prefix}preamble-{count.preambular}")
                units.append(self._paragraph(block, anchor, "", 0, "preamble", parent, count))
            else:
                units.append(self._other(block, count, (), "preamble", parent))
        return tuple(units)

    def _given(self, block: Paragraph, depth: int) -> str:
        return numbering.printed(block.number or "", depth=depth, language=self.language)


def _kind(block: Block) -> tuple[Kind, str]:
    """The kind of a unit that holds no paragraphs, and its words."""
    if isinstance(block, Table):
        return "table", " ".join(filter(None, (block.label, block.title)))
    if isinstance(block, Figure):
        return "figure", block.alt
    return ("rule", "") if isinstance(block, Rule) else ("decision", "")


def _paragraphs(blocks: Iterable[Block]) -> Iterable[int]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield 1
        elif isinstance(block, Heading):
            yield from _paragraphs(block.blocks)


def _sign(number: int, depth: int, style: str) -> str:
    """The end of an item's anchor."""
    if style in ("dash", "bullet", "none"):
        style = numbering.style_at(depth, None)
    if style == "alpha":
        return numbering.letters(number)
    return numbering.roman(number) if style == "roman" else str(number)


def _value(latin: str, style: str) -> int | None:
    """The place that a printed item number stands for, or None where it tells none."""
    if style == "roman":
        return numbering.from_roman(latin)
    if style == "alpha":
        return numbering.from_letters(latin)
    return int(latin) if latin.isdecimal() else None
