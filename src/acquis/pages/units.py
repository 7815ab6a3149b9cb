"""The units of a text as HTML, one inside the other, in the forms of `_units.html.j2`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from acquis.model.block import Figure
from acquis.model.unit import Unit
from acquis.pages.form import Forms
from acquis.pages.html import NOTHING, Html, escaped

if TYPE_CHECKING:
    from acquis.pages.reading import Reading

_TEMPLATE = "_units.html.j2"
_TABLE = "_table.html.j2"
_DEEPEST = 6  # of HTML's headings


class Units:
    """Sets the units of texts in one edition."""

    def __init__(self, forms: Forms) -> None:
        self._paragraph = forms.form(_TEMPLATE, "paragraph")
        self._heading = forms.form(_TEMPLATE, "heading")
        self._quote = forms.form(_TEMPLATE, "quote")
        self._rule = forms.form(_TEMPLATE, "rule")
        self._figure = forms.form(_TEMPLATE, "figure")
        self._table = forms.macro(_TABLE, "table")

    def html(self, units: Iterable[Unit], text: Reading, level: int) -> Html:
        """Units in order; headings among them are of this level."""
        return Html("".join([self._one(unit, text, level) for unit in units]))

    def _one(self, unit: Unit, text: Reading, level: int) -> str:
        kind, anchor = unit.kind, unit.anchor
        identity = text.identity(anchor)
        if kind == "paragraph":
            number = unit.number
            return self._paragraph.fill(
                identity,
                escaped(number),
                escaped(text.href(anchor)),
                NOTHING if number else escaped(text.named(unit)),
                text.set(unit),
                text.margin(anchor),
                self.html(unit.items, text, level) if unit.items else NOTHING,
                self.html(unit.then, text, level) if unit.then else NOTHING,
            )
        if kind == "heading":
            return self._heading.fill(
                Html(str(min(level, _DEEPEST))),
                identity,
                escaped(unit.number),
                escaped(text.href(anchor)),
                NOTHING if unit.number else escaped(text.named(unit)),
                text.set(unit),
                text.margin(anchor),
                self.html(unit.preamble, text, level + 1),
                self.html(unit.items, text, level + 1),
            )
        if kind == "table":
            return str(self._table(unit, text))
        if kind == "quote":
            return self._quote.fill(identity, self.html(unit.items, text, level))
        if kind == "rule":
            return self._rule.fill(identity)
        if isinstance(unit.block, Figure):
            file = text.view.file(unit.block.file)
            return self._figure.fill(identity, escaped(file), escaped(unit.block.alt))
        return f"{text.reproduced(unit)}\n"
