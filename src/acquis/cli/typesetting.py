"""Setting marked text for a terminal: lines of a width, hanging numbers, emphasis.

Nothing in a text can act on the terminal: control and direction characters appear as codes. The
width of a character is that of Unicode's East Asian Width (UAX 11); text of wide characters may
be broken between any two of them, save before closing and after opening punctuation.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from acquis.report import printable
from acquis.text import Run, Style, parse

_SPACES = re.compile(r"[ \t\r\n]+")
_CODES = {Style.EMPHASIS: "3", Style.STRONG: "1"}
_RAISED = str.maketrans("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
#: What stands at no line's end, and what at no line's start, in Chinese and Japanese.
_OPENING = frozenset("（《〈「『【“‘([")
_CLOSING = frozenset("）》〉」』】”’)],.;:!?、。，；：！？·…")


class Piece(NamedTuple):
    """Characters that stay together, in one style."""

    text: str
    style: int


@dataclass(slots=True)
class Word:
    """What no line end divides; `apart` when a space stands before it."""

    pieces: list[Piece]
    apart: bool

    @property
    def width(self) -> int:
        """How many columns it takes."""
        return sum(width(piece.text) for piece in self.pieces)


def width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets texts in lines of at most `columns`, with emphasis where the terminal has styles."""

    columns: int = 80
    styles: bool = False

    def paragraph(
        self, source: str, first: str = "", rest: str = "", style: int = Style.PLAIN
    ) -> list[str]:
        """Marked text in lines; before the first stands `first`, before the others `rest`.

        `style` is laid over the whole.
        """
        return self.runs(parse(source), first, rest, style)

    def runs(
        self, runs: Iterable[Run], first: str = "", rest: str = "", style: int = Style.PLAIN
    ) -> list[str]:
        """The same for text that is read into runs."""
        return self._set(list(_words(runs, style)), printable(first), rest)

    def plain(self, text: str, first: str = "", rest: str = "", style: int = 0) -> list[str]:
        """Text without marks in lines, in one style."""
        return self.runs([Run(text)], first, rest, style)

    def measured(self, source: str) -> list[int]:
        """The widths of the lines that `paragraph` makes of a text."""
        return [width(line) for line in replace(self, styles=False).paragraph(source)]

    def _set(self, words: Sequence[Word], first: str, rest: str) -> list[str]:
        lines = []
        line = [Piece(first, Style.PLAIN)]
        used, empty = width(first), True
        for word in words:
            gap = "" if empty or not word.apart else " "
            if not empty and used + len(gap) + word.width > self.columns:
                lines.append(self._styled(line))
                line, used, gap = [Piece(rest, Style.PLAIN)], width(rest), ""
            # A space between two words of one style has it too.
            style = word.pieces[0].style if word.pieces[0].style == line[-1].style else Style.PLAIN
            line += [Piece(gap, style), *word.pieces]
            used += len(gap) + word.width
            empty = False
        return [*lines, self._styled(line)]

    def _styled(self, line: Iterable[Piece]) -> str:
        result = ""
        for style, pieces in groupby(filter(itemgetter(0), line), itemgetter(1)):
            words = "".join(piece.text for piece in pieces)
            codes = ";".join(code for each, code in _CODES.items() if style & each)
            result += f"\x1b[{codes}m{words}\x1b[0m" if codes and self.styles else words
        return result.rstrip(" ")


def hanging(number: str, indent: int, step: int = 4) -> tuple[str, str]:
    """What stands before the first line of a numbered paragraph, and before the others.

    The text stands `step` columns further in than the number, in the first line more where the
    number is long.
    """
    margin = " " * indent
    number = printable(number)
    gap = " " * max(step - width(number), 1 if number else step)
    return f"{margin}{number}{gap}", " " * (indent + step)


def _words(runs: Iterable[Run], style: int) -> Iterator[Word]:
    """The words of a text, each with the pieces of the runs that it goes through."""
    word: Word | None = None
    apart = False
    for text, run_style in _told(runs):
        for place, token in enumerate(_SPACES.split(text)):
            if place:
                apart = True
            for characters in _unbroken(token):
                together = word is not None and not apart and not _may_break(word, characters)
                piece = Piece(characters, run_style | style)
                if word is not None and together:
                    word.pieces.append(piece)
                    continue
                if word is not None:
                    yield word
                word, apart = Word([piece], apart), False
    if word is not None:
        yield word


def _told(runs: Iterable[Run]) -> Iterator[tuple[str, int]]:
    """Runs as a terminal can show them: footnote marks in brackets, links with their address."""
    url: str | None = None
    linked = ""
    for run in (*runs, Run("")):
        if url is not None and run.url != url and url != linked:
            yield f" <{printable(url)}>", 0
        linked = (linked if run.url == url else "") + run.text
        url = run.url
        if run.note is not None:
            yield f"[{printable(run.note)}]", 0
            continue
        words = printable(_SPACES.sub(" ", run.text))
        for style, table in ((Style.SUPERSCRIPT, _RAISED), (Style.SUBSCRIPT, _LOWERED)):
            if run.style & style and all(ord(character) in table for character in words):
                words = words.translate(table)
        yield words, run.style


def _unbroken(token: str) -> Iterator[str]:
    """The parts of a token between which a line may end: single wide characters."""
    if token.isascii():
        if token:
            yield token
        return
    part = ""
    for character in token:
        columns = _columns(character)
        if part and columns and 2 in (columns, _columns(part[-1])):
            yield part
            part = ""
        part += character
    if part:
        yield part


def _may_break(word: Word, following: str) -> bool:
    """Whether a line may end between a word and the characters that touch it."""
    last = word.pieces[-1].text[-1]
    wide = _columns(last) == 2 or _columns(following[0]) == 2
    return wide and last not in _OPENING and following[0] not in _CLOSING
