"""The rows of two languages side by side as HTML, in the forms of `_parallel_rows.html.j2`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from acquis.pages.form import Forms
from acquis.pages.html import NOTHING, Html, escaped

if TYPE_CHECKING:
    from acquis.pages.parallel import Row, Side

_TEMPLATE = "_parallel_rows.html.j2"


class ParallelRows:
    """Sets rows; `second` are the attributes of passages in the second column's language.

    `missing` are the words that stand where a text lacks a passage.
    """

    def __init__(self, forms: Forms, missing: str, second: Html) -> None:
        self._row = forms.form(_TEMPLATE, "row")
        self._passage = forms.form(_TEMPLATE, "passage")
        self._heading = forms.form(_TEMPLATE, "heading")
        self._division = forms.form(_TEMPLATE, "division")
        self._table = forms.form(_TEMPLATE, "table")
        self._rule = forms.form(_TEMPLATE, "rule")
        self._missing = forms.form(_TEMPLATE, "missing")
        self._table_of = forms.macro("_table.html.j2", "table")
        self._lacking = self._missing.fill(escaped(missing))
        self._second = second

    def html(self, rows: Iterable[Row]) -> Html:
        """The rows in order. Only numbers in the first column are links to the text's own page."""
        return Html(
            "".join(
                [
                    self._row.fill(
                        Html(str(row.depth)) if row.depth else NOTHING,
                        escaped(row.anchor),
                        self._cell(row.one, NOTHING, linked=True),
                        self._cell(row.other, self._second, linked=False),
                    )
                    for row in rows
                ]
            )
        )

    def _cell(self, side: Side | None, attributes: Html, *, linked: bool) -> Html:
        if side is None:
            return self._lacking
        text, unit, note = side.text, side.unit, side.note
        if note is not None:
            words = text.said(note.text)
            return self._passage.fill(attributes, NOTHING, escaped(note.label), words)
        if unit is None:
            division = side.division
            opening = Html(text.opening(division)) if division.opening else NOTHING
            if division.label:
                label, title = escaped(division.label), text.said(division.title)
                return self._division.fill(attributes, label, title, opening)
            if division.opening:
                return self._passage.fill(attributes, NOTHING, NOTHING, opening)
            return self._lacking
        if unit.kind == "table":
            return self._table.fill(attributes, Html(str(self._table_of(unit, text))))
        if unit.kind == "rule":
            return self._rule.fill()
        form = self._heading if unit.kind == "heading" else self._passage
        return form.fill(
            attributes,
            escaped(f"../#{unit.anchor}") if linked else NOTHING,
            escaped(unit.number),
            text.set(unit),
        )
