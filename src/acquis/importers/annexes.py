"""Where one annex ends and the next begins: the lines behind a text, divided at their labels.

A label is a heading such as "Annex", "Annex II" or "Appendix"; the word itself is not known
beforehand but taken from the first heading. An appendix belongs to the annex before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from acquis.importers.line import Kind, Line
from acquis.model import numbering

_LABEL = re.compile(
    r"(?P<word>[^\W\d]+?)"
    r"(?:\s+(?:[IVXLC]+|\d+|[A-Z]|ال[\u0621-\u064a]+)|\s*[一二三四五六七八九十]+)?\*{0,3}"
)


@dataclass(slots=True)
class Division:
    """One annex: its label ("" where it is the computed one), title, note, lines and appendices."""

    printed: str = ""
    label: str = ""
    title: str = ""
    note: str = ""
    lines: list[Line] = field(default_factory=list)
    annexes: list[Division] = field(default_factory=list)


def divide(lines: Sequence[Line], language: str) -> list[Division]:
    """The annexes that these lines make."""
    if not lines:
        return []
    word = _word(lines[0])
    appendix = numbering.forms(language).appendix.casefold()
    divisions: list[Division] = []
    current = Division()
    for line in lines:
        own = _word(line)
        if own and own in (word, appendix):
            current = Division(printed=line.words)
            row = divisions[-1].annexes if own != word and divisions else divisions
            row.append(current)
            continue
        if not divisions:
            divisions.append(current)
        current.lines.append(line)
    for depth, row in enumerate([divisions, *(outer.annexes for outer in divisions)]):
        for place, division in enumerate(row, 1):
            _head(division)
            computed = numbering.annex(place, len(row), min(depth, 1), language)
            division.label = "" if division.printed == computed else division.printed
    return divisions


def _word(line: Line) -> str:
    """The word of a heading that is an annex's label, in lower case; else ""."""
    match = _LABEL.fullmatch(line.words) if _is_heading(line) and not line.label else None
    return match["word"].casefold() if match else ""


def _is_heading(line: Line) -> bool:
    """Whether a line is a heading, or is all in bold, as headings that are not tagged are."""
    return line.kind is Kind.HEADING or bool(line.unbold)


def _head(division: Division) -> None:
    """Take the note in brackets and the title from the first lines."""
    lines = division.lines
    while lines:
        line = lines[0]
        bracketed = line.words.startswith("[") and line.words.endswith("]")
        if bracketed and not division.note:
            division.note = line.text
        elif _is_heading(line) and not line.label and not division.title:
            division.title = line.unbold or line.text
        else:
            return
        del lines[0]
