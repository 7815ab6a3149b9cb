"""Places: what a provision of a text is called: "paragraph 4 (b)", "Annex II, footnote 3"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from acquis.align import Provision
from acquis.model.block import Cell, Table
from acquis.model.unit import Division, Unit
from acquis.position import Position
from acquis.text import plain

_PREAMBULAR = re.compile(r"(?:.*-)?preamble-(\d+)")
_UNNUMBERED = re.compile(r"(?:.*-)?para-u(\d+)")
_WORDS = 60  # characters of a heading's words in its name


class Places:
    """The names of the provisions of one text."""

    def __init__(self, division: Division) -> None:
        self._units: dict[str, Unit] = {}
        self._around: dict[str, Division] = {}
        self._divisions = {inner.anchor: inner for inner in division.divisions()}
        for inner in division.divisions():
            for top in (*inner.preamble, *inner.operative):
                for unit in top.walk():
                    self._units[unit.anchor] = unit
                    self._around[unit.anchor] = inner
            for note in inner.footnotes:
                self._around[note.anchor] = inner

    def name(self, provision: Provision) -> str:
        """What the provision is called, with the part or annex that it stands in."""
        kind, anchor = provision.kind, provision.anchor
        if provision.family == "title":
            return kind
        if kind in ("part", "annex"):
            return self._division(self._divisions[anchor])
        around = self._around.get(anchor) or self._divisions.get(anchor)
        within = self._division(around) if around and around.anchor else ""
        return ", ".join(filter(None, (within, self._inside(provision))))

    def _inside(self, provision: Provision) -> str:
        unit = self._units.get(provision.anchor)
        if provision.kind == "opening":
            return "opening"
        if provision.kind == "note" and provision.family == "note":
            return f"footnote {provision.number}"
        if unit is None:
            return "note under the title"
        if isinstance(unit.block, Table):
            return _of_table(provision, unit, unit.block)
        return self._unit(unit)

    def _unit(self, unit: Unit) -> str:
        if unit.kind == "heading":
            words = plain(unit.text)
            short = words if len(words) <= _WORDS else f"{words[: _WORDS - 1]}…"
            return " ".join(filter(None, ("heading", unit.number, f"“{short}”")))
        if unit.kind != "paragraph":
            return {"rule": "line of asterisks", "decision": "reproduced decision"}.get(
                unit.kind, unit.kind
            )
        above = self._units.get(unit.parent)
        if above is not None and above.kind == "paragraph":
            name = self._unit(above)
            if "-then-" in unit.anchor.removeprefix(above.anchor):
                return f"text after the items of {name}"
            return f"{name} {unit.number}" if unit.number else f"unnumbered item of {name}"
        if above is not None and above.kind == "quote":
            around = self._units.get(above.parent)
            within = f" in {self._unit(around)}" if around and around.kind == "paragraph" else ""
            return f"quoted paragraph {unit.number}".rstrip() + within
        preambular = _PREAMBULAR.fullmatch(unit.anchor)
        name = f"paragraph {unit.number.rstrip('.')}"
        if preambular:
            name = f"preambular paragraph {preambular[1]}"
        elif not unit.number:
            place = _UNNUMBERED.fullmatch(unit.anchor)
            name = f"unnumbered paragraph {place[1]}" if place else "the operative paragraph"
        section = above if above is not None and "section-" in unit.anchor else None
        return f"{self._unit(section)}, {name}" if section else name

    def _division(self, division: Division) -> str:
        """ "Annex II", "part B"; an appendix with its annex."""
        outer = self._divisions.get(division.anchor.rpartition("-annex-")[0])
        label = f"part {division.label}" if division.kind == "part" else division.label
        return f"{self._division(outer)}, {label}" if outer and outer.anchor else label


def _of_table(provision: Provision, unit: Unit, table: Table) -> str:
    place = int(unit.anchor.rpartition("-")[2]) if unit.anchor[-1:].isdigit() else 1
    name = plain(table.label) or f"table {place}"
    if provision.kind == "caption":
        return f"title of {name}"
    if provision.kind == "table note":
        return f"note {provision.number} of {name}"
    rows = [row for row, cells in enumerate(table.rows, 1) if provision.at in _places(cells)]
    which = f" {rows[0]}" if len(rows) == 1 else ""
    return f"row{which} of {name}"


def _places(cells: Sequence[Cell]) -> set[Position]:
    """Where the cells of a row stand in the data."""
    return {cell.at for cell in cells}
