r"""The marks of running text: emphasis, footnotes, links, superscript, subscript.

The closed set of marks is given in the design's section on text:

    *emphasis*  **strong**  ***both***  [^1]  [text](https://…)  ^sup^  ~sub~

A backslash before one of `\ * ^ ~ [ ]` makes it literal; everything else is literal anyway.
Marks may touch letters. A mark that is not closed is literal. No character is ever changed.

Text is read into a flat row of runs, each with its styles, so that whoever lays something over
it (a citation, a match) splits runs instead of rewriting strings. Reading is linear in time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import IntFlag
from functools import lru_cache
from typing import NamedTuple


class Style(IntFlag):
    """How a run is set; styles combine."""

    PLAIN = 0
    EMPHASIS = 1
    STRONG = 2
    SUPERSCRIPT = 4
    SUBSCRIPT = 8


class Run(NamedTuple):
    """A stretch of text in one style, or a footnote mark.

    `url` is set inside a link. `note` is the label of a footnote mark, whose `text` is empty.
    """

    text: str
    style: int = 0  # of Style; a plain number, since this is read for every word there is
    url: str | None = None
    note: str | None = None


def parse(source: str) -> tuple[Run, ...]:
    """Read marked text into runs; two runs next to each other differ in style or link."""
    if "[" not in source:
        found = _simple_runs(source)
        if found is not None:
            return found
    elif "](" not in source:
        runs: list[Run] = []
        for place, piece in enumerate(_NOTE_SPLIT.split(source)):
            found = (Run("", 0, None, piece),) if place % 2 else _simple_runs(piece)
            if found is None:
                break
            runs += found
        else:
            return tuple(runs)
    return tuple(_joined(_runs(source)))


def _simple_runs(source: str) -> tuple[Run, ...] | None:
    """The runs of a text that has no marks but one stretch of emphasis; None where it has more."""
    simple = _SIMPLE.fullmatch(source)
    if simple is None:
        return None
    before, stars, words, after = simple.groups()
    if not stars:
        return (Run(source),) if source else ()
    set_off = Run(words, len(stars))  # one star 1, two 2, three 3
    if not before:
        return (set_off, Run(after)) if after else (set_off,)
    return (Run(before), set_off, Run(after)) if after else (Run(before), set_off)


@lru_cache(2048)
def plain(source: str) -> str:
    """The words of marked text: what a reader sees, without marks and footnote marks."""
    found = None if "\\" in source or "~" in source or "](" in source else _few_marks_gone(source)
    return "".join([run.text for run in parse(source)]) if found is None else found


def _few_marks_gone(source: str) -> str | None:
    """The words of a text that begins in emphasis and has footnotes at most; None of others."""
    begun, rest = "", source
    if "*" in source:
        end = source.find("*", 1)
        begun, rest = source[1:end], source[end + 1 :]
        # Both stars must be marks: no space stands within them, and no other star anywhere.
        if source[0] != "*" or begun.strip() != begun or not begun or "*" in rest or "^" in begun:
            return None
    if "^" in rest:
        rest = _NOTE_MARK.sub("", rest)
        if "^" in rest:
            return None
    return f"{begun}{rest}" if begun else rest


def notes(source: str) -> tuple[str, ...]:
    """The labels of the footnotes that marked text refers to, in order, repetitions included."""
    return tuple(label for _, label in note_marks(source))


def note_marks(source: str) -> Iterator[tuple[int, str]]:
    """Each footnote mark in marked text: the place at which it begins, and its label."""
    if "[^" not in source:
        return
    if "\\" not in source and "](" not in source:
        for mark in _NOTE_SPLIT.finditer(source):
            yield mark.start(), mark[1]
        return
    for token in _NOTE_TOKEN.finditer(source):
        if token["note"]:
            yield token.start(), token["note"]


def escape(words: str) -> str:
    """Marked text that reads as exactly `words`: `plain(escape(words)) == words`."""
    return _AMBIGUOUS.sub(r"\\\g<0>", words)


def format(runs: Iterable[Run]) -> str:
    """Write runs as marked text: `parse(format(runs))` gives the same runs again.

    Spaces at the edges of a style are moved out of it, since no mark stands beside a space;
    runs that are alike are joined.
    """
    parts: list[str] = []
    style: int = Style.PLAIN
    url: str | None = None
    for run in (*_joined(_spaces_outside(runs)), Run("")):
        if run.note is not None:
            parts.append(f"[^{run.note}]")
            continue
        if run.url != url and url is not None:
            parts.append(f"{_turned(style, Style.PLAIN)}]({url})")
            style, url = Style.PLAIN, None
        if run.url != url:
            parts.append(f"{_turned(style, Style.PLAIN)}[")
            style, url = Style.PLAIN, run.url
        parts.append(_turned(style, run.style))
        # Inside a link, and where another run follows, a bracket could find a partner.
        ambiguous = _BRACKET if url is not None or run.text[-1:] in ("[", "]") else _AMBIGUOUS
        parts.append(ambiguous.sub(r"\\\g<0>", run.text))
        style = run.style
    return "".join(parts)


#: What most texts are between their footnote marks, where no link ends: without marks, but for one
#: stretch of emphasis. It is there for speed alone.
_SIMPLE = re.compile(r"([^\\*^~]*+)(?:(\*{1,3}+)(?!\s)([^\\*^~]++)(?<!\s)\2([^\\*^~]*+))?+")
_AMBIGUOUS = re.compile(r"\\|[*^~]|\[(?=\^)|\](?=\()")
_BRACKET = re.compile(r"[\\*^~\[\]]")
_LITERAL = r"\\(?P<literal>[\\*^~\[\]])"
_NOTE = r"\[\^(?P<note>[^\s\[\]\\^]{1,20})\]"
_NOTE_SPLIT = re.compile(r"\[\^([^\s\[\]\\^]{1,20})\]")
_NOTE_MARK = re.compile(r"\[\^[^\s\[\]\\^]{1,20}\]")
_TARGET = (
    r"\((?P<url>(?:https?://|mailto:)[^\s()<>\"\\]*+(?:\([^\s()<>\"\\]*+\)[^\s()<>\"\\]*+)*+)\)"
)
_TOKEN = re.compile(
    rf"{_LITERAL}|{_NOTE}|(?P<stars>\*+)|(?P<toggle>[\^~])|(?P<open>\[)|\](?P<target>{_TARGET})?"
)
#: What can hold a footnote mark, or something that only looks like one; quicker than _TOKEN.
_NOTE_TOKEN = re.compile(rf"{_LITERAL}|{_NOTE}|\]{_TARGET}")
_TOGGLES = {"^": Style.SUPERSCRIPT, "~": Style.SUBSCRIPT}
_STARS = {Style.EMPHASIS: "*", Style.STRONG: "**"}
#: Which styles each mark turns, with the characters of each; plain numbers, which are quick.
_TURNS: dict[str, tuple[tuple[int, str], ...]] = {
    "*": ((1, "*"),),
    "**": ((2, "**"),),
    "***": ((1, "*"), (2, "**")),
    "^": ((4, "^"),),
    "~": ((8, "~"),),
}


class _Piece:
    """A stretch of the source: its words, and the styles that it turns on or off."""

    __slots__ = ("flips", "link", "note", "text")

    def __init__(self, text: str = "", note: str | None = None) -> None:
        self.text = text
        self.note = note
        self.flips = 0
        self.link: str | None = None


def _runs(source: str) -> Iterator[Run]:
    """First find which marks have a partner, then go over the pieces with the styles in force."""
    pieces = _pieces(source)
    style, url = 0, None
    for piece in pieces:
        style ^= piece.flips
        if piece.link is not None:
            url = piece.link or None
        if piece.note is not None:
            yield Run("", 0, None, piece.note)
        elif piece.text:
            yield Run(piece.text, style, url)


def _pieces(source: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    opened: dict[int, _Piece] = {}  # the mark that waits for its partner
    brackets: list[_Piece] = []
    end = 0
    for token in _TOKEN.finditer(source):
        if token.start() > end:
            pieces.append(_Piece(source[end : token.start()]))
        end = token.end()
        mark = token.group()
        if token["literal"]:
            pieces.append(_Piece(token["literal"]))
        elif token["note"]:
            pieces.append(_Piece(note=token["note"]))
        elif token["open"]:
            pieces.append(_Piece(mark))
            brackets.append(pieces[-1])
        elif mark[0] == "]":
            if not brackets or not token["target"]:
                pieces.append(_Piece(mark))
                if brackets:
                    brackets.pop()
                continue
            start = brackets.pop()
            start.text, start.link = "", token["url"]
            closing = _Piece()
            closing.link = ""
            pieces.append(closing)
            brackets.clear()  # a link holds no link
        else:
            before = source[token.start() - 1 : token.start()]
            closes = bool(before) and not before.isspace()
            opens = end < len(source) and not source[end].isspace()
            pieces.extend(_marks(mark, opened, opens=opens, closes=closes))
    pieces.append(_Piece(source[end:]))
    return pieces


def _marks(mark: str, opened: dict[int, _Piece], *, opens: bool, closes: bool) -> Iterator[_Piece]:
    """One piece for each style of a mark: closing, waiting for its partner, or literal."""
    styles = _TURNS.get(mark)
    if styles is None:  # four stars and more mean nothing
        yield _Piece(mark)
        return
    for style, characters in styles:
        piece = _Piece(characters)
        waiting = opened.get(style)
        if waiting is not None and closes:
            waiting.text = piece.text = ""
            waiting.flips = piece.flips = style
            del opened[style]
        elif waiting is None and opens:
            opened[style] = piece
        yield piece


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs that are alike become one; empty ones go."""
    last: Run | None = None
    for run in runs:
        if run.note is None and not run.text:
            continue
        if last is not None and last.note is None and run.note is None and last[1:] == run[1:]:
            last = last._replace(text=last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def _spaces_outside(runs: Iterable[Run]) -> Iterator[Run]:
    for run in runs:
        if run.note is not None or run.style == Style.PLAIN:
            yield run
            continue
        words = run.text.strip()
        if not words:
            yield Run(run.text, Style.PLAIN, run.url)
            continue
        start = run.text.index(words)
        yield Run(run.text[:start], Style.PLAIN, run.url)
        yield Run(words, run.style, run.url)
        yield Run(run.text[start + len(words) :], Style.PLAIN, run.url)


def _turned(old: int, new: int) -> str:
    """The marks that lead from one style to another; superscripts close first and open last."""
    flips = old ^ new
    stars = "".join(mark for style, mark in _STARS.items() if flips & style)
    closing = "".join(mark for mark, style in _TOGGLES.items() if flips & old & style)
    opening = "".join(mark for mark, style in _TOGGLES.items() if flips & new & style)
    return closing + stars + opening
