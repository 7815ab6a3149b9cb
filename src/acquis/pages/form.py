"""Forms: pieces of a page that are alike but for a few slots, rendered once and then filled.

A macro of a template whose parameters are slots prints each of them as it is, and may leave out
what stands around an empty one. So it is rendered once for each choice of empty slots, with a
marker in the place of the others, and split at the markers; after that a piece costs no more than
joining strings. Texts have dozens of paragraphs, and a site thousands of texts.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable

from jinja2 import Environment
from markupsafe import Markup

from acquis.pages.html import Html


class FormError(Exception):
    """A macro does something to a slot that cannot be done to a marker in its place."""


class Form:
    """A macro of a template, which is filled instead of called."""

    def __init__(self, macro: Callable[..., str]) -> None:
        """The macro is given its slots in order, as Markup."""
        self._macro = macro
        self._frames: dict[tuple[bool, ...], tuple[list[str], list[tuple[int, int]]]] = {}

    def fill(self, *values: Html) -> Html:
        """What the macro prints with these slots; raises FormError where it changes one."""
        kind = tuple(map(bool, values))
        frame = self._frames.get(kind)
        if frame is None:
            frame = self._frames[kind] = self._frame(kind)
        pieces = frame[0].copy()
        for place, slot in frame[1]:
            pieces[place] = values[slot]
        return Html("".join(pieces))

    def _frame(self, kind: tuple[bool, ...]) -> tuple[list[str], list[tuple[int, int]]]:
        # What a macro makes of a slot but printing it differs from one marker to another.
        pieces, again = self._split(kind, 16), self._split(kind, 20)
        if pieces != again:
            raise FormError("a template changes a slot instead of printing it")
        return pieces, [(place, int(pieces[place])) for place in range(1, len(pieces), 2)]

    def _split(self, kind: tuple[bool, ...], length: int) -> list[str]:
        token = f"x{secrets.token_hex(length)}x"
        markers = [f"{token}{slot}z" if given else "" for slot, given in enumerate(kind)]
        rendered = self._macro(*map(Markup, markers))
        return re.split(rf"{token}(\d+)z", str(rendered))


class Forms:
    """The forms of an environment's templates, by template and macro."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._forms: dict[tuple[str, str], Form] = {}

    def macro(self, template: str, name: str) -> Callable[..., Markup]:
        """A macro of a template, to be called."""
        found: Callable[..., Markup] = getattr(
            self._environment.get_template(template).module, name
        )
        return found

    def form(self, template: str, name: str) -> Form:
        """A macro of a template, to be filled."""
        made = self._forms.get((template, name))
        if made is None:
            made = self._forms[template, name] = Form(self.macro(template, name))
        return made
