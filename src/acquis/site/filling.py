"""Generated pages are filled into frames instead of being rendered one by one.

A frame is the theme's page, rendered once for all pages that differ in nothing but a few slots:
title, description, canonical address, what the page has for the head, its main column, its table
of contents. It is rendered with a random marker in the place of each, and split at the markers
once; a page is then its slots joined with the pieces. What is filled in is never searched for
markers, so no text can pass for one.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup, escape

from acquis.pages.page import Page


class FillingError(Exception):
    """The theme does something to a slot that cannot be done to a marker in its place."""


@dataclass(frozen=True, slots=True)
class Slots:
    """What the theme prints of a page, ready to be printed anywhere in HTML or in an attribute.

    The theme's templates do not escape; so plain text is escaped here, and nowhere else.
    `canonical` is empty where the site's own address is not known. `path` is the address without
    the language's prefix of the page that stands for this one in every language.
    """

    title: Markup
    description: Markup
    canonical: Markup
    head: Markup
    content: Markup
    contents: Markup
    path: Markup


def slots(page: Page, site_url: str | None) -> Slots:
    """The slots of a page of the site at `site_url`."""
    base = site_url if not site_url or site_url.endswith("/") else f"{site_url}/"
    path = shared(page.address.removeprefix(f"{page.language}/"))
    return Slots(
        title=escape(page.title),
        description=escape(page.description),
        canonical=escape(base + quote(page.canonical or page.address) if base else ""),
        head=page.head,
        content=page.content,
        contents=page.contents,
        path=escape(quote(path)),
    )


#: What only some languages have of a page: its two languages, what cites it, further leaves.
_SOME = re.compile(r"(?:(?<=/)(?:parallel|cited|page)/|(?<=^openings/)).*")


def shared(path: str) -> str:
    """The address, without a language's prefix, to which every language has a page."""
    return _SOME.sub("", path)


class Kind(NamedTuple):
    """What pages must have in common to share a frame."""

    language: str
    kind: str
    section: str
    depth: int
    #: The address of a page that is an entry of the navigation itself; "" for all others.
    entry: str
    #: Which slots are empty: the theme leaves out what would stand around them.
    empty: tuple[bool, ...]


class Frame:
    """The theme's page, split at its slots."""

    def __init__(self, rendered: str, markers: Slots, token: str) -> None:
        """Split `rendered` at the markers, each of which is the token, the slot's number and "z".

        Raises FillingError where a marker was changed, or left out though a page needs it.
        """
        pieces = re.split(rf"{token}(\d)z", rendered)
        self._pieces = pieces[:]
        self._holes = [(place, int(pieces[place])) for place in range(1, len(pieces), 2)]
        remains = "".join(pieces[::2]).casefold()
        if token[:12] in remains:
            raise FillingError("the theme changes a title or a text instead of printing it")
        filled = {slot for _, slot in self._holes}
        for slot, field in enumerate(fields(Slots)):
            needed = field.name in ("title", "content") and getattr(markers, field.name)
            if needed and slot not in filled:
                raise FillingError(f"the theme does not print the {field.name} of a page")

    def fill(self, values: tuple[str, ...]) -> str:
        """The page with these slots, given in the order of `Slots`."""
        pieces = self._pieces[:]
        for place, slot in self._holes:
            pieces[place] = values[slot]
        return "".join(pieces)


#: Renders the theme's page for a page like the given one, with these slots in it.
Render = Callable[[Page, Slots], str]


class Filler:
    """The frames of one build, made as pages ask for them."""

    def __init__(self, render: Render, entries: frozenset[str], site_url: str | None) -> None:
        """`entries` has the addresses of the navigation's own pages, in any language."""
        self._render = render
        self._entries = entries
        self._site_url = site_url
        self._frames: dict[Kind, Frame] = {}

    def fill(self, page: Page) -> bytes:
        """The finished page: the bytes that the theme gives when it renders the page itself."""
        filled = slots(page, self._site_url)
        values: tuple[str, ...] = tuple(getattr(filled, field.name) for field in fields(Slots))
        kind = self._kind(page, values)
        frame = self._frames.get(kind)
        if frame is None:
            frame = self._frames[kind] = self._frame(page, kind)
        # As MkDocs writes its pages: half of a surrogate pair, which UTF-8 cannot hold.
        return frame.fill(values).encode("utf-8", "xmlcharrefreplace")

    def _kind(self, page: Page, values: tuple[str, ...]) -> Kind:
        return Kind(
            language=page.language,
            kind=page.kind,
            section=page.section,
            depth=page.address.count("/"),
            entry=page.address if page.address in self._entries else "",
            empty=tuple(not value for value in values),
        )

    def _frame(self, page: Page, kind: Kind) -> Frame:
        token = f"x{secrets.token_hex(16)}x"
        markers = Slots(
            *(
                Markup("") if empty else escape(f"{token}{slot}z")
                for slot, empty in enumerate(kind.empty)
            )
        )
        return Frame(self._render(page, markers), markers, token)
