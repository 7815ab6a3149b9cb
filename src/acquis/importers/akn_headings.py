"""Headings that a file does not tag: short lines without number, emphasis or final punctuation.

Some files, most of all in Chinese, give the headings of a text the style of its paragraphs. A
line that introduces nothing, and is no line of what another introduced, then is a heading.
"""

from __future__ import annotations

from collections.abc import Sequence

from acquis.importers.label import heading_ranks
from acquis.importers.line import Kind, Line

#: The longest such heading, in characters.
_LONGEST = 120
_FINAL = (".", "。", ";", "；", "؛", ",", "，", "،", ":", "：", "?", "？", "!")
_COLONS = (":", "：")


def with_headings(lines: Sequence[Line], *, numbered: bool) -> list[Line]:
    """The lines, with those made headings that are; `numbered` says that paragraphs have numbers.

    Before a heading something must end, and behind it a paragraph or another heading stand.
    """
    result: list[Line] = []
    listed = False  # whether the last line is one of several that a text introduced
    for place, line in enumerate(lines):
        following = next((other for other in lines[place + 1 :] if not _looks(other)), None)
        text = following is not None and (not numbered or following.counts or _tagged(following))
        if _looks(line) and not listed and text and not _announced(result):
            result.append(line.but(kind=Kind.HEADING))
            continue
        listed = line.kind is Kind.TEXT and line.label is None and (listed or _announced(result))
        result.append(line)
    return result


def _looks(line: Line) -> bool:
    """Whether a line has the looks of a heading that is not tagged as one."""
    words = line.words.rstrip()
    plain = line.kind is Kind.TEXT and line.label is None and "*" not in line.text
    bare = plain and not (line.item or line.preambular or line.unbold) and "[^" not in line.text
    named = bool(heading_ranks(words)) or not words.endswith(_FINAL)
    return bare and named and 0 < len(words) <= _LONGEST


def _tagged(line: Line) -> bool:
    return line.kind is Kind.HEADING or bool(line.unbold)


def _announced(before: Sequence[Line]) -> bool:
    """Whether the line before announces what follows."""
    return bool(before) and before[-1].words.rstrip().endswith(_COLONS)
