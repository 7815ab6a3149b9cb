"""Styles: how a paragraph or a run is set, once all that it inherits is counted in.

A style may be based on another; a run's own properties go before its character style's, those
before its paragraph's (ECMA-376, part 1, 17.7.2). Bold and italic toggle: where both the
paragraph's and the character's style turn them on, they are off (17.7.3).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from acquis.importers.word_xml import children, first, number, on, value
from acquis.text import Style

_DEEPEST = 24
_TOGGLES = (("b", Style.STRONG), ("i", Style.EMPHASIS))
_RAISED = {"superscript": Style.SUPERSCRIPT, "subscript": Style.SUBSCRIPT}
#: Sizes are in half-points; without any statement it is 10 points (17.3.2.38).
_SIZE = 20


class Look(NamedTuple):
    """How words are set: `style` of `acquis.text.Style`, size in half-points, hidden, language."""

    style: int
    size: int
    hidden: bool
    language: str


@dataclass(slots=True)
class Styles:
    """The styles of a file."""

    root: etree._Element | None
    _styles: dict[str, etree._Element] = field(init=False)
    _default: str = field(init=False, default="")
    _looks: dict[tuple[str, str], Look] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._styles = {value(style, "styleId"): style for style in children(self.root, "style")}
        for id_, style in self._styles.items():
            if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true"):
                self._default = id_

    def of(self, paragraph: etree._Element) -> str:
        """The id of a paragraph's style."""
        return value(first(paragraph, "pPr", "pStyle")) or self._default

    def name(self, id_: str) -> str:
        """The name of a style in small letters; built-in ones have the same in every language."""
        style = self._styles.get(id_)
        return value(first(style, "name")).lower() if style is not None else id_.lower()

    def names(self, id_: str) -> list[str]:
        """The name of a style and of those that it is based on."""
        return [value(first(style, "name")).lower() for style in self._chain(id_)]

    def outline(self, paragraph: etree._Element) -> int | None:
        """The level at which a paragraph stands in the outline, from 0; None for running text."""
        own = number(first(paragraph, "pPr", "outlineLvl"))
        levels = [number(first(s, "pPr", "outlineLvl")) for s in self._chain(self.of(paragraph))]
        level = next((level for level in [own, *levels] if level is not None), None)
        return level if level is not None and 0 <= level < 9 else None

    def numbering(self, paragraph: etree._Element) -> tuple[str, int | None, str] | None:
        """The list that a paragraph belongs to: its number's id, level, and the style it is from.

        None where it belongs to none; the id "0" takes a paragraph out of its style's list.
        """
        own = first(paragraph, "pPr", "numPr")
        holders = [("", own)]
        holders += [
            (value(style, "styleId"), first(style, "pPr", "numPr"))
            for style in self._chain(self.of(paragraph))
        ]
        level: int | None = None
        for style, holder in holders:
            if holder is None:
                continue
            level = number(first(holder, "ilvl")) if level is None else level
            id_ = value(first(holder, "numId"))
            if id_:
                return None if id_ == "0" else (id_, level, style)
        return None

    def look(self, run: etree._Element | None, paragraph_style: str) -> Look:
        """How a run in a paragraph of this style is set."""
        own = first(run, "rPr")
        character = value(first(own, "rStyle"))
        base = self._base(paragraph_style, character)
        return base if own is None else _with(base, own)

    def _base(self, paragraph_style: str, character_style: str) -> Look:
        """How words are set by their styles alone."""
        key = (paragraph_style, character_style)
        if key not in self._looks:
            look = Look(0, _SIZE, False, "")
            default = first(self.root, "docDefaults", "rPrDefault", "rPr")
            if default is not None:
                look = _with(look, default)
            paragraph = self._inherited(look, paragraph_style)
            plain = look._replace(style=0)
            character = self._inherited(plain._replace(size=0, language=""), character_style)
            toggled = (paragraph.style ^ character.style) & (Style.STRONG | Style.EMPHASIS)
            raised = (character.style or paragraph.style) & (Style.SUPERSCRIPT | Style.SUBSCRIPT)
            self._looks[key] = Look(
                toggled | raised,
                character.size or paragraph.size,
                paragraph.hidden or character.hidden,
                character.language or paragraph.language,
            )
        return self._looks[key]

    def _inherited(self, look: Look, id_: str) -> Look:
        for style in reversed(list(self._chain(id_))):
            properties = first(style, "rPr")
            if properties is not None:
                look = _with(look, properties)
        return look

    def _chain(self, id_: str) -> Iterator[etree._Element]:
        """A style and those that it is based on, nearest first; a circle ends."""
        for _ in range(_DEEPEST):
            style = self._styles.get(id_)
            if style is None:
                return
            yield style
            id_ = value(first(style, "basedOn"))


def _with(look: Look, properties: etree._Element) -> Look:
    """A look with what these run properties say."""
    style = look.style
    for name, flag in _TOGGLES:
        state = on(first(properties, name))
        if state is not None:
            style = style | flag if state else style & ~flag
    raised = first(properties, "vertAlign")
    if raised is not None:
        style &= ~(Style.SUPERSCRIPT | Style.SUBSCRIPT)
        style |= _RAISED.get(value(raised), 0)
    hidden = on(first(properties, "vanish"))
    size = number(first(properties, "sz"))
    return Look(
        style,
        size if size is not None and size > 0 else look.size,
        look.hidden if hidden is None else hidden,
        value(first(properties, "lang")) or look.language,
    )
