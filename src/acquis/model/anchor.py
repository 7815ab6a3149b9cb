"""Anchors: unique on their page, made of Latin letters, digits and hyphens."""

from __future__ import annotations

import re

_OTHER = re.compile(r"[^a-z0-9]+")
_SIGNS = {"*": "star", "†": "dagger", "‡": "double-dagger", "§": "section", "#": "hash"}


class Anchors:
    """The anchors taken so far; one that is taken again gets `--2`."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def take(self, anchor: str) -> str:
        times = self._taken[anchor] = self._taken.get(anchor, 0) + 1
        return anchor if times == 1 else self.take(f"{anchor}--{times}")


def latin(number: str) -> str:
    """The Latin letters and digits of a printed number: "(b)" gives b, "2 bis" 2-bis."""
    if not number.isascii() and any(
        character.isalpha() and not character.isascii() for character in number
    ):
        return ""
    return _OTHER.sub("-", number.lower()).strip("-")


def label_sign(label: str) -> str:
    """A footnote's label as the end of an anchor: 3 stays 3, `*` is star."""
    return latin(label) or "-".join(
        _SIGNS.get(character, f"{ord(character):x}") for character in label
    )
