"""The units and footnotes of a text as HTML, in the forms of `_units.html.j2`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from acquis.model.block import Figure
from acquis.model.unit import Note, Unit
from acquis.pages.form import Forms
from acquis.pages.html import NOTHING, Html, escaped

if TYPE_CHECKING:
    from acquis.pages.reading import Reading

_TEMPLATE = "_units.html.j2"
_TABLE = "_table.html.j2"
_DEEPEST = 6  # of HTML's headings


class Units:
    """Sets the units and footnotes of texts in one edition."""

    def __init__(self, forms: Forms) -> None:
        self._paragraph = forms.form(_TEMPLATE, "paragraph")
        self._heading = forms.form(_TEMPLATE, "heading")
        self._quote = forms.form(_TEMPLATE, "quote")
        self._rule = forms.form(_TEMPLATE, "rule")
        self._figure = forms.form(_TEMPLATE, "figure")
        self._footnote = forms.form(_TEMPLATE, "footnote")
        self._backlink = forms.form(_TEMPLATE, "backlink")
        self._unmarked = forms.form(_TEMPLATE, "unmarked")
        self._ways_back: dict[tuple[str, int], Html] = {}
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

    def footnotes(self, notes: Iterable[Note], text: Reading) -> Html:
        """Footnotes in order, each with links back to the marks that were set for it."""
        return Html("".join([self._note(note, text) for note in notes]))

    def _way_back(self, note: Note, text: Reading, time: int) -> Html:
        found = self._ways_back.get((note.label, time))
        if found is None:
            found = self._ways_back[note.label, time] = escaped(text.back(note, time))
        return found

    def _note(self, note: Note, text: Reading) -> str:
        number = "".join(
            self._backlink.fill(
                escaped(href),
                self._way_back(note, text, time),
                escaped(note.label) if time == 1 else NOTHING,
            )
            for time, href in enumerate(text.inline.returns(note), 1)
        )
        return self._footnote.fill(
            text.identity(note.anchor),
            Html(number) or self._unmarked.fill(escaped(note.label)),
            text.said(note.text, note.anchor),
        )
