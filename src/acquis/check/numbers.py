"""Numbers of paragraphs and items: none twice, none left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from acquis.check.divided import Divided, Record
from acquis.finding import Finding, Level, Rule
from acquis.model.block import UNNUMBERED, Paragraph
from acquis.model.decision import Part
from acquis.model.numbering import from_letters, from_roman
from acquis.model.unit import Unit
from acquis.position import Position

NUMBER_REPEATED = Rule(
    "number-repeated",
    Level.ERROR,
    "Two paragraphs of one run, two items of one paragraph or two parts have one number, so that "
    "a citation of it is ambiguous. The second gets an anchor that ends in --2.",
    "correct the number; a section that counts from 1 again needs `restart: true` at its heading; "
    "a fault of the official text is accepted with `allow`",
)
NUMBER_JUMP = Rule(
    "number-jump",
    Level.WARNING,
    "A given number does not follow from the one before: something may be missing between them.",
    "add what is missing, or correct the number; a fault of the official text is accepted with "
    "`allow`",
)

_AGAIN = re.compile(r".*--[0-9]+")
_RUN = re.compile(r"(?P<run>.*?)para-[0-9]+")
_PRINTED = re.compile(r"\W*(?P<number>[0-9]+)(?P<rest>.*)", re.DOTALL)
_TOKEN = re.compile(r"[A-Za-z]+|[0-9]+")


def repeated(record: Record, divided: Divided) -> Iterator[Finding]:
    """Paragraphs, items and parts that bear the number of another."""
    for text in divided.texts(record):
        for inner in text.division.divisions():
            if isinstance(inner.source, Part) and _repeats(inner.anchor):
                at = inner.source.spots.get("number", inner.source.at)
                yield NUMBER_REPEATED.at(at, f'there is a part "{inner.label}" before this one')
            yield from _repeated(_paragraphs(inner.operative))
            for unit in _units((*inner.preamble, *inner.operative)):
                if unit.items:
                    yield from _repeated(item for item, _ in _items(unit))
                    yield from _printed_twice(unit)


def jumps(record: Record, divided: Divided) -> Iterator[Finding]:
    """Given numbers that do not follow from the ones before."""
    for text in divided.texts(record):
        for inner in text.division.divisions():
            last: dict[str, int] = {}
            paragraphs = list(_paragraphs(inner.operative))
            if any(map(_given, paragraphs)):
                for unit in paragraphs:
                    yield from _jump(unit, last)
            for unit in _units((*inner.preamble, *inner.operative)):
                if unit.items:
                    yield from _item_jumps(unit)


def _repeats(anchor: str) -> bool:
    """Whether the model had to tell an anchor apart from an earlier one."""
    return "--" in anchor and _AGAIN.fullmatch(anchor) is not None


def _repeated(units: Iterable[Unit]) -> Iterator[Finding]:
    """The units of a run that bear an earlier one's number; of a row of them only the first."""
    before: Unit | None = None
    for unit in units:
        follows = before is not None and _repeats(before.anchor) and _follows(unit, before)
        if isinstance(unit.block, Paragraph) and _repeats(unit.anchor) and not follows:
            yield _again(unit.block, unit.number)
        before = unit


def _follows(unit: Unit, before: Unit) -> bool:
    """Whether a unit's number is computed, or the next one."""
    numbers = [_PRINTED.fullmatch(number) for number in (before.number, unit.number)]
    if isinstance(unit.block, Paragraph) and unit.block.number is None:
        return True
    first, second = numbers
    return bool(first and second and int(second["number"]) == int(first["number"]) + 1)


def _again(block: Paragraph, number: str) -> Finding:
    message = f'the number "{block.number or number}" stands already before this'
    return NUMBER_REPEATED.at(_place(block), message)


def _place(block: Paragraph) -> Position:
    return block.spots.get("number", block.at)


def _units(units: Iterable[Unit]) -> Iterator[Unit]:
    """All units but those within quotes, whose numbers are not ours."""
    for unit in units:
        yield unit
        if unit.kind != "quote" and (unit.preamble or unit.items or unit.then):
            yield from _units((*unit.preamble, *unit.items, *unit.then))


def _paragraphs(units: Iterable[Unit]) -> Iterator[Unit]:
    """The paragraphs of a division that are numbered in a run, through its headings."""
    for unit in units:
        if unit.kind == "paragraph":
            yield unit
        elif unit.kind == "heading":
            yield from _paragraphs(unit.items)


def _given(unit: Unit) -> bool:
    """Whether the data give a paragraph's number, and do not leave it to be counted."""
    return isinstance(unit.block, Paragraph) and unit.block.number is not None


def _jump(unit: Unit, last: dict[str, int]) -> Iterator[Finding]:
    """Whether a paragraph's number follows from the `last` of its run, which is brought forward."""
    match = _RUN.match(unit.anchor)
    if match is None or not isinstance(unit.block, Paragraph):
        return
    before = last.get(match["run"], 0)
    printed = _PRINTED.fullmatch(unit.block.number or "")
    number = int(printed["number"]) if printed else before + 1
    last[match["run"]] = number
    if printed is None or _repeats(unit.anchor):
        return
    further = _TOKEN.search(printed["rest"]) is not None  # 2 bis follows 2
    if number != before + 1 and not (further and number == before):
        after = f'after "{before}"' if before else "at the beginning"
        message = f'"{unit.block.number}" stands {after}, where "{before + 1}" would follow'
        yield NUMBER_JUMP.at(_place(unit.block), message)


def _items(unit: Unit) -> Iterator[tuple[Unit, Paragraph]]:
    if unit.kind == "paragraph":
        for item in unit.items:
            if isinstance(item.block, Paragraph):
                yield item, item.block


def _printed_twice(unit: Unit) -> Iterator[Finding]:
    """Items whose given letters, though not Latin ones, are those of an item before."""
    seen: set[str] = set()
    for item, block in _items(unit):
        given = block.number
        if given and given != UNNUMBERED and not _TOKEN.search(given):
            if given in seen and any(map(str.isalnum, given)) and not _repeats(item.anchor):
                yield _again(block, given)
            seen.add(given)


def _item_jumps(unit: Unit) -> Iterator[Finding]:
    before = 0
    for item, block in _items(unit):
        given = block.number
        if given == UNNUMBERED:
            continue
        readings = _readings(given or "")
        if not readings:  # computed, or in letters of which the place is not known
            before += 1
            continue
        further = len(_TOKEN.findall(given or "")) > 1
        if before + 1 in readings:
            before += 1
        elif not (further and before in readings):
            if not _repeats(item.anchor):
                place = "after the one before it" if before else "as the first of its items"
                message = f'the item "{given}" does not stand right {place}'
                yield NUMBER_JUMP.at(_place(block), message)
            before = min(readings, key=lambda reading: abs(reading - before - 1))


def _readings(number: str) -> set[int]:
    """The places that an item's number can stand for: (i) is the ninth letter, and Roman one."""
    token = _TOKEN.search(number)
    if token is None:
        return set()
    if token[0].isdecimal():
        return {int(token[0])}
    values = (from_letters(token[0]), from_roman(token[0]))
    return {value for value in values if value is not None}
