"""The lines that say when and at which sitting a text was adopted.

"5th plenary meeting" and "18 November 2016" stand on two lines behind a text and its annexes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel.dates import get_month_names

from acquis.importers.plain_label import label_of
from acquis.importers.plain_piece import Piece

_LANGUAGES = ("en", "fr", "es", "ru", "ar")
_CHINESE = re.compile(r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_SITTING = re.compile(r"[\[(]?(?:第\s?)?\d{1,3}.{0,80}|[^\W\d].{0,40}\d{1,3}.{0,40}")


@dataclass(frozen=True, slots=True)
class Adoption:
    """Where the lines of adoption stand (`start` to `end`), what they say, and a stray number."""

    start: int
    end: int
    at: str
    on: date
    stray: str = ""


def day(words: str) -> date | None:
    """The date that a line consists of, such as "18 November 2016"; None for anything else."""
    words = words.strip(" []().")
    match = _CHINESE.fullmatch(words) or _pattern().fullmatch(words)
    if match is None:
        return None
    try:
        month = match["month"]
        number = int(month) if month.isdecimal() else _months()[month.casefold()]
        return date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None


def adoption(pieces: Sequence[Piece], ends: Sequence[bool]) -> Adoption | None:
    """The last lines of adoption in a text.

    `ends` tells for each piece whether an annex begins there: what stands behind the adoption
    is an annex, or nothing but stray numbers.
    """
    for place in range(len(pieces) - 1, 0, -1):
        words, stray = pieces[place].words, ""
        label = label_of(words)
        if label is not None and label[0].number is not None and day(words) is None:
            stray, words = label[0].printed, label[1]
        on = day(words)
        if on is None or not _is_sitting(pieces[place - 1].words):
            continue
        after = place + 1
        if after == len(pieces) or ends[after] or _only_numbers(pieces[after:]):
            return Adoption(place - 1, after, pieces[place - 1].words, on, stray)
    return None


def _is_sitting(words: str) -> bool:
    """Whether a line may name a sitting: short, with a number, and no sentence."""
    if words.endswith((".", ";", ":", ",")) or label_of(words) is not None:
        return False
    return bool(_SITTING.fullmatch(words)) and day(words) is None


def _only_numbers(pieces: Sequence[Piece]) -> bool:
    return all(re.fullmatch(r"\d{1,3}\.?", piece.words) for piece in pieces[:40])


@cache
def _months() -> dict[str, int]:
    return {
        name.casefold(): number
        for language in _LANGUAGES
        for context in ("format", "stand-alone")
        for number, name in get_month_names("wide", context, language).items()
    }


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(_months(), key=len, reverse=True)))
    return re.compile(
        rf"(?P<day>\d{{1,2}})(?:er|st|nd|rd|th|º)?\s+(?:de\s+|of\s+)?(?:[^\W\d][^/\d]{{0,20}}/)?"
        rf"(?P<month>{names}),?\s+(?:de\s+)?(?P<year>\d{{4}})(?:\s+(?:года|г))?",
        re.IGNORECASE,
    )
