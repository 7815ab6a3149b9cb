"""Translations: how alike a unit and its translation are, whatever the languages.

Kinds, structure, footnote marks and figures are alike in all languages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from acquis import text as marks
from acquis.align.rows import Pair, align
from acquis.model.unit import Division, Unit

_FIGURES = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Traits:
    """What a unit keeps in translation: its footnote marks and the figures in its words."""

    unit: Unit
    notes: Counter[str]
    figures: Counter[str]


def traits(unit: Unit) -> Traits:
    """The traits of a unit."""
    figures = Counter(_FIGURES.findall(marks.plain(unit.text)))
    return Traits(unit, Counter(marks.notes(unit.text)), figures)


def across_languages(one: Traits, other: Traits) -> float:
    """How alike a unit and its translation are: in kind, structure, footnotes and figures."""
    if one.unit.kind != other.unit.kind:
        return 0.0
    same = (
        one.unit.anchor == other.unit.anchor,
        len(one.unit.items) == len(other.unit.items),
        bool(one.unit.number) == bool(other.unit.number),
    )
    notes, figures = _overlap(one.notes, other.notes), _overlap(one.figures, other.figures)
    return 0.1 + 0.1 * sum(same) + 0.2 * notes + 0.4 * figures


def _overlap(one: Counter[str], other: Counter[str]) -> float:
    """The share of what two collections have in common; 1 where both are empty."""
    if not one and not other:
        return 1.0
    return (one & other).total() / (one | other).total()


def counterparts(ones: Sequence[Unit], others: Sequence[Unit]) -> list[Pair[Unit]]:
    """Which unit of a row answers to which of the row in another language, in order.

    Rows of the same kinds answer one by one; others are aligned by what translation keeps.
    """
    if not (ones or others):
        return []
    if [unit.kind for unit in ones] == [unit.kind for unit in others]:
        return list(zip(ones, others, strict=True))
    found = align(list(map(traits, ones)), list(map(traits, others)), across_languages)
    return [(left.unit if left else None, right.unit if right else None) for left, right in found]


def answering(one: Division, other: Division) -> list[tuple[Unit, Unit]]:
    """All units of a text that have a counterpart in another language, each with it."""
    found: list[tuple[Unit, Unit]] = []
    for ones, others in ((one.preamble, other.preamble), (one.operative, other.operative)):
        _answer(ones, others, found)
    for name in ("parts", "annexes"):
        for left, right in zip(getattr(one, name), getattr(other, name), strict=False):
            found += answering(left, right)
    return found


def _answer(ones: Sequence[Unit], others: Sequence[Unit], found: list[tuple[Unit, Unit]]) -> None:
    for left, right in counterparts(ones, others) if ones and others else ():
        if left is not None and right is not None:
            found.append((left, right))
            if left.preamble:
                _answer(left.preamble, right.preamble, found)
            if left.items:
                _answer(left.items, right.items, found)
            if left.then:
                _answer(left.then, right.then, found)
