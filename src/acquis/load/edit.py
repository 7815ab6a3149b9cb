"""Single values of a file are written anew in their places; every other byte stays."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from acquis.load.layout import Words
from acquis.load.scalars import inline, quoted

_HEADER = re.compile(r"[|>][0-9+-]*[ \t]+(#[^\n]*)")
_BREAK = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to stand in place of the characters from `start` to `end` of a file's text.

    They are counted in the text as `written.read` gives it, with one character for a line break.
    """

    start: int
    end: int
    new: str


def rewritten(words: Words, text: str, value: str) -> Edit:
    """The edit that gives a scalar of a file's text another value; its quotation marks stay."""
    raw = text[words.start : words.end]
    header = _HEADER.match(raw)
    if raw.startswith('"'):
        new = quoted(value)
    elif raw.startswith("'") and value.isprintable():
        new = "'" + value.replace("'", "''") + "'"
    else:
        new = inline(value)
    return Edit(words.start, words.end, f"{new}  {header[1].rstrip()}" if header else new)


def edited(source: bytes, edits: Iterable[Edit]) -> bytes:
    """A file with edits, none of which overlaps another; its line breaks and its mark stay."""
    mark = b"\xef\xbb\xbf" if source.startswith(b"\xef\xbb\xbf") else b""
    text = source.decode("utf-8-sig")
    # Where a break has two characters, all that follows stands one further on than it is counted.
    pairs = [match.start() for match in _BREAK.finditer(text) if len(match[0]) == 2]
    counted = [start - place for place, start in enumerate(pairs)]
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        start = edit.start + bisect_left(counted, edit.start)
        end = edit.end + bisect_left(counted, edit.end)
        text = text[:start] + edit.new + text[end:]
    return mark + text.encode()
