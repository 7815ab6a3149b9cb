"""Translations: how alike a unit and its translation are, whatever the languages.

Kinds, structure, footnote marks and figures are alike in all languages.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from acquis import text as marks
from acquis.model.unit import Unit

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
