"""The number that a line of text begins with, set off by a tab or a space.

Beside the numbers of paragraphs and items there are those of quoted amendments ("12(e) bis."), of
parts of a paragraph ("3.1"), and bullets.
"""

from __future__ import annotations

import re

from acquis.importers import label as labels
from acquis.importers.label import Label, Reading

_BIS = r"(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies)"
#: A number that names a place in another text, or a part of a paragraph.
_COMPOSITE = re.compile(
    rf"(?:\d{{1,3}}(?:\.\d{{1,3}}){{1,3}}|\d{{1,3}}(?:\([a-z]{{1,5}}\)){{1,3}}(?: {_BIS})?"
    rf"|[A-Z] {_BIS})\.?"
)
#: A number that a space sets off: what follows must not make it a part of a sentence.
_SPACED = re.compile(
    rf"(?P<sign>\d{{1,3}}(?: {_BIS})?\.|\([a-z]{{1,5}}\)|[IVX]{{1,5}}\.)\s+(?=[\w“\"\[(«])"
)
_PART = re.compile(r"(?P<sign>[^\W\d_]{3,12} (?:[IVXLC]{1,6}|\d{1,2})):\s+(?=[^\W\d])")
#: How bullets come out of Word: as the letter or the sign of their font.
_BULLETS = frozenset("o·•▪■□●○➢\uf0b7\uf0a7\uf0d8\uf02d")


def label_of(words: str) -> tuple[Label, str] | None:
    """The number at the start of a line and the text behind it, or None where there is none."""
    head, tab, rest = words.partition("\t")
    if tab:
        found = _before_tab(head.strip())
        if found is not None:
            return found, rest.strip()
    match = _SPACED.match(words)
    label = labels.read(match["sign"]) if match else None
    if match and label is not None:
        return label, words[match.end() :].strip()
    return None


def bare(words: str) -> Label | None:
    """The number of a paragraph that stands on a line of its own."""
    return labels.read(words) if re.fullmatch(r"\d{1,3}\.|\([a-z]{1,5}\)", words) else None


def part_of(words: str) -> tuple[Label, str] | None:
    """The number of a heading such as "PART II: General approach", and its text."""
    match = _PART.match(words)
    if match is None:
        return None
    return Label(match["sign"] + ":", match["sign"], "{}:", ()), words[match.end() :]


def is_part(label: Label, number: int) -> bool:
    """Whether a label such as "3.1" is of a part of the paragraph with this number."""
    return label.sign.startswith(f"{number}.")


def _before_tab(head: str) -> Label | None:
    if head in _BULLETS:  # a hollow one is of a list inside of another
        return Label("•", "•", "{}" if head != "o" else "{}o", (Reading("bullet", 1),))
    label = labels.read(head) if len(head) < 24 else None
    if label is not None and (label.form != "{}" or not label.sign.isalnum()):
        return label
    if _COMPOSITE.fullmatch(head):
        return Label(head, head.rstrip("."), "{}.", ())
    return None
