"""Words: how a text becomes the forms that are looked up, and their positions.

The same rules are written once more for the browser (`search/analysis.js`); a test gives both the
same texts. They do not depend on the language, so that one index may hold texts in several.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"


#: A form and the position at which it stands, in words from 0. A plain pair, of which there are
#: millions.
Occurrence = tuple[str, int]


class Words(NamedTuple):
    """The forms of a stretch of text, and how many positions it takes."""

    occurrences: tuple[Occurrence, ...]
    width: int


#: What separates the thousands of a number: a comma, a point, or a space that does not break.
_THOUSANDS = re.compile(r"(?<![\d/])\d{1,3}(?:[,.\u00a0\u202f]\d{3})+(?![\d/])", re.ASCII)
_SEPARATORS = str.maketrans("", "", ",.\u00a0\u202f")
#: Soft hyphens, joiners, marks of direction (Unicode, category Cf); the line that stretches a word.
_INVISIBLE = str.maketrans(
    dict.fromkeys(
        [*"\u00ad\u061c\u0640\u200b\u200c\u200d\u200e\u200f\u2060\ufeff",
         *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))],
        "",
    )
)  # fmt: skip
_LETTERS = str.maketrans(
    {
        **{chr(0x660 + digit): str(digit) for digit in range(10)},
        **{chr(0x6F0 + digit): str(digit) for digit in range(10)},
        # Arabic: alif maqsura, ta marbuta; hamza goes with the marks.
        "ى": "ي",
        "ة": "ه",
        "ς": "σ",
        "œ": "oe",
        "æ": "ae",
        "ß": "ss",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ı": "i",
    }
)
_BREVE = "\u0306"

_LETTER = rf"(?![{HAN}])[^\W_]"
_WORD = rf"(?:{_LETTER})+"
#: Figures with other spaces between them: they may be one number.
_ROW = rf"(?:(?<![^\W_])|(?<=[{HAN}]))(?<![/.,])[0-9]{{1,3}}(?: [0-9]{{1,3}})+(?!{_LETTER}|/)"
#: Words with hyphens between them, which others write as one.
_COMPOUND = rf"{_WORD}(?:[-\u2010]{_WORD})+(?!{_LETTER}|/)"
_TOKEN = re.compile(
    rf"(?P<han>[{HAN}]+)|(?P<row>{_ROW})|(?P<compound>{_COMPOUND})|{_WORD}(?:/{_WORD})*"
)
_BETWEEN = re.compile("[-\u2010 /]")
_FIGURES = re.compile(_ROW)
#: Groups of figures in a number; more stand in the columns of a table.
_MOST_GROUPS = 5
#: Pieces of a compound; more are a list.
_MOST_PIECES = 4
#: Stands for a space within a row, which is not to be divided there; folding makes it a space.
_THIN = "\u2009"


def fold(text: str) -> str:
    """A text in which case, accents, widths and the ways of writing a letter no longer differ."""
    if _THOUSANDS.search(text):
        text = _THOUSANDS.sub(lambda match: match[0].translate(_SEPARATORS), text)
    text = text.lower()
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKD", text.translate(_INVISIBLE))
    if any(map(_is_mark, set(text))):
        letters: list[str] = []
        for letter in text:
            if not _is_mark(letter):
                letters.append(letter)
            # й is a letter of its own; every other mark falls.
            elif letter == _BREVE and letters and letters[-1] == "и":
                letters[-1] = "й"
        text = "".join(letters)
    return text.translate(_INVISIBLE).translate(_LETTERS)


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "M"


def analyse(text: str) -> Words:
    """The forms in a text.

    A word with slashes and a digit ("78/100") is a form, and so is each of its pieces, the first
    at the same position; so is a number with spaces in it, and a compound with hyphens, without
    them. Chinese is taken two characters at a time; the last of a row stands alone as well.
    """
    occurrences: list[Occurrence] = []
    position = 0
    for token in _TOKEN.finditer(fold(text)):
        word = token[0]
        if token["han"]:
            width = len(word)
            occurrences += [(word[at : at + 2], position + at) for at in range(width)]
            position += width
            continue
        pieces = _BETWEEN.split(word)
        if len(pieces) > 1:
            occurrences += [(form, position) for form in _wholes(token, pieces)]
        for piece in pieces:
            occurrences.append((piece, position))
            position += 1
    return Words(tuple(occurrences), position)


def _wholes(token: re.Match[str], pieces: Sequence[str]) -> Iterator[str]:
    """The forms of several pieces as one."""
    if token["row"]:
        yield from _numbers(pieces)
    elif token["compound"]:
        if len(pieces) <= _MOST_PIECES and not any(map(str.isdecimal, pieces[0])):
            yield "".join(pieces)
    elif any(map(str.isdecimal, token[0])):
        yield token[0]


def _numbers(groups: Sequence[str]) -> Iterator[str]:
    """The numbers that a row of groups of figures may be, none where it is several.

    In Arabic the groups often stand the other way round: what shows as 225 983 200 is written
    with spaces that let the groups run from right to left.
    """
    if len(groups) > _MOST_GROUPS:
        return
    for first, *others in dict.fromkeys((tuple(groups), tuple(reversed(groups)))):
        if first[0] != "0" and all(len(group) == 3 for group in others):
            yield "".join((first, *others))


class Analyst:
    """Analyses many texts quickly: what stands between two spaces is looked at once."""

    def __init__(self) -> None:
        self._known: dict[str, Words] = {}

    def words(self, text: str) -> Words:
        """As `analyse`."""
        occurrences: list[Occurrence] = []
        position = 0
        for found, width in map(self._stretch, _stretches(text)):
            occurrences += [(form, position + at) for form, at in found]
            position += width
        return Words(tuple(occurrences), position)

    def forms(self, text: str) -> Iterator[str]:
        """The forms of `words` in their order, as they are asked for."""
        for found, _ in map(self._stretch, _stretches(text)):
            for form, _ in found:
                yield form

    def positions(self, text: str) -> tuple[dict[str, list[int]], int]:
        """The positions of each form in a text, and how many positions there are."""
        found: dict[str, list[int]] = {}
        position = 0
        # The innermost loop of the index: nothing is called that need not be.
        known = self._known
        for stretch in _stretches(text):
            occurrences, width = known.get(stretch) or self._stretch(stretch)
            for form, at in occurrences:
                if form in found:
                    found[form].append(position + at)
                else:
                    found[form] = [position + at]
            position += width
        return found, position

    def _stretch(self, stretch: str) -> Words:
        words = self._known.get(stretch)
        if words is None:
            words = self._known[stretch] = analyse(stretch)
        return words


def _stretches(text: str) -> list[str]:
    """What stands between two spaces; figures with spaces between them stay together."""
    if _FIGURES.search(text):
        text = _FIGURES.sub(lambda row: row[0].replace(" ", _THIN), text)
    return text.split(" ")
