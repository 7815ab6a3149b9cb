"""A page's table of contents: its parts and paragraphs, told by number and first words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from acquis.model.unit import Division, Unit
from acquis.opening import vocabulary
from acquis.pages.form import Form, Forms
from acquis.pages.html import NOTHING, Html, escaped
from acquis.text import plain

_LONGEST = 44  # characters: one line of the contents


class Entry(NamedTuple):
    """A line of the contents: what it leads to, and the lines under it."""

    title: str
    anchor: str
    children: tuple[Entry, ...] = ()


class Contents:
    """Sets tables of contents in the forms of `_contents.html.j2`."""

    def __init__(self, forms: Forms) -> None:
        self._whole = forms.form("_contents.html.j2", "contents")
        self._entry = forms.form("_contents.html.j2", "entry")

    def html(self, entries: Sequence[Entry], *, own: bool) -> Html:
        """The table with these lines; `own` is whether they are in the page's own language."""
        return self._whole.fill(_lines(entries, self._entry, NOTHING if own else Html(" ")))


def _lines(entries: Sequence[Entry], form: Form, apart: Html) -> Html:
    return Html(
        "".join(
            [
                form.fill(
                    escaped(one.anchor),
                    escaped(one.title),
                    apart,
                    _lines(one.children, form, apart) if one.children else NOTHING,
                )
                for one in entries
            ]
        )
    )


def of_text(division: Division, language: str, gettext: Callable[[str], str]) -> tuple[Entry, ...]:
    """The contents of a text: preamble, operative paragraphs under their headings, annexes."""
    entries: list[Entry] = []
    if division.preamble:
        entries.append(Entry(gettext("Preamble"), division.preamble[0].anchor))
    entries.extend(_units(division.operative, language))
    for part in division.parts:
        inner = of_text(part, language, gettext)
        entries.append(Entry(_joined(part.label, part.title), part.anchor, inner))
    for annex in division.annexes:
        inner = of_text(annex, language, gettext)
        entries.append(Entry(_joined(annex.label, annex.title), annex.anchor, inner))
    return tuple(entries)


def _units(units: Sequence[Unit], language: str) -> Iterator[Entry]:
    """Headings with what stands under them, numbered paragraphs, tables that have a name.

    A heading may hold its paragraphs or only stand before them; both look the same here.
    """
    heading: Entry | None = None
    for unit in units:
        if unit.kind == "heading":
            if heading is not None:
                yield heading
            inner = tuple(_units(unit.items, language))
            heading = Entry(_joined(unit.number, plain(unit.text)), unit.anchor, inner)
            continue
        entry = _entry(unit, language)
        if entry is None:
            continue
        if heading is None:
            yield entry
        else:
            heading = Entry(heading.title, heading.anchor, (*heading.children, entry))
    if heading is not None:
        yield heading


def _entry(unit: Unit, language: str) -> Entry | None:
    if unit.kind == "paragraph" and unit.depth == 0:
        title = begins(plain(unit.text), language)
        if unit.number:
            title = f"{unit.number} {title}" if title else unit.number
        return Entry(title, unit.anchor)
    if unit.kind == "table" and unit.text:
        return Entry(shortened(plain(unit.text)), unit.anchor)
    return None


def begins(words: str, language: str) -> str:
    """How a paragraph begins: its opening words, or as many words as fit."""
    span = vocabulary(language).span(words)
    return words[: span[1]] if span and span[1] < _LONGEST else shortened(words)


def shortened(words: str, longest: int = _LONGEST) -> str:
    """As many whole words as fit, and an ellipsis where some were left out."""
    if len(words) <= longest:
        return words
    cut = words[: longest + 1].rpartition(" ")[0] or words[:longest]
    return f"{cut.rstrip(' ,;:')}\u00a0…"


def _joined(*pieces: str) -> str:
    return " ".join(filter(None, (plain(piece) for piece in pieces)))
