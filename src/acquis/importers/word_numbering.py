"""Automatic numbering: the numbers that Word sets by itself, as they are printed.

A paragraph names a list and a level in it; the list says how each level is written ("%1.%2."),
from which number it starts, and after which level it starts again (ECMA-376, part 1, 17.9).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from acquis.importers.word_xml import children, first, number, on, value
from acquis.model import numbering

_LEVELS = 9
#: Symbols of the private use area, in which Word's symbol fonts keep their bullets.
_PRIVATE = range(0xE000, 0xF900)
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_ARABIC_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ARABIC_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_DIGITS = {
    "hindiNumbers": "٠١٢٣٤٥٦٧٨٩",
    "decimalFullWidth": "０１２３４５６７８９",
    "decimalFullWidth2": "０１２３４５６７８９",
}
_LETTERS = {
    "russianLower": _RUSSIAN,
    "russianUpper": _RUSSIAN.upper(),
    "arabicAlpha": _ARABIC_ALPHA,
    "arabicAbjad": _ARABIC_ABJAD,
}
_CHINESE = (
    "chineseCounting",
    "chineseCountingThousand",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "ideographDigital",
    "japaneseCounting",
)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `restart` is the level, from 1, that lets it begin again; 0 for none."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass(slots=True)
class _List:
    """A list that paragraphs refer to: its levels, the definition it counts with, new starts."""

    definition: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of a file, and how far each has been counted."""

    root: etree._Element | None
    _lists: dict[str, _List] = field(init=False)
    _counts: dict[str, dict[int, int]] = field(init=False, default_factory=dict)
    _begun: set[tuple[str, int]] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        definitions = {value(a, "abstractNumId"): a for a in children(self.root, "abstractNum")}
        named = {
            value(first(element, "styleLink")): id_
            for id_, element in definitions.items()
            if first(element, "styleLink") is not None
        }
        self._lists = {
            value(element, "numId"): _list(element, definitions, named)
            for element in children(self.root, "num")
        }

    def level_of(self, id_: str, style: str) -> int:
        """The level of a list that is linked to a paragraph style; the first where none is."""
        found = self._lists.get(id_)
        levels = found.levels.items() if found else ()
        return next((place for place, level in levels if style and level.style == style), 0)

    def printed(self, id_: str, place: int) -> str:
        """Count one further on a level of a list and give the number as printed; "" for none."""
        found = self._lists.get(id_)
        place = min(max(place, 0), _LEVELS - 1)
        if found is None or place not in found.levels:
            return ""
        counts = self._counts.setdefault(found.definition, {})
        self._count(id_, found, place, counts)
        return _printed(found, place, counts)

    def _count(self, id_: str, found: _List, place: int, counts: dict[int, int]) -> None:
        if place in found.starts and (id_, place) not in self._begun:
            counts[place] = found.starts[place]
        elif place in counts:
            counts[place] += 1
        else:
            counts[place] = found.levels[place].start
        self._begun.add((id_, place))
        for deeper in [inner for inner in counts if inner > place]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or place < restart:
                del counts[deeper]


def _list(
    element: etree._Element, definitions: Mapping[str, etree._Element], named: Mapping[str, str]
) -> _List:
    id_ = value(first(element, "abstractNumId"))
    definition = definitions.get(id_)
    link = value(first(definition, "numStyleLink"))
    if link in named:
        id_ = named[link]
        definition = definitions.get(id_)
    levels = dict(_levels(definition))
    starts: dict[int, int] = {}
    for override in children(element, "lvlOverride"):
        place = number(override, "ilvl")
        if place is None or not 0 <= place < _LEVELS:
            continue
        levels.update((place, level) for _, level in _levels(override))
        start = number(first(override, "startOverride"))
        if start is not None:
            starts[place] = start
            levels[place] = replace(levels.get(place, Level()), start=start)
    return _List(id_, levels, starts)


def _levels(definition: etree._Element | None) -> Iterator[tuple[int, Level]]:
    for element in children(definition, "lvl"):
        place = number(element, "ilvl")
        if place is None or not 0 <= place < _LEVELS:
            continue
        start = number(first(element, "start"))
        yield (
            place,
            Level(
                start=1 if start is None else start,
                format=value(first(element, "numFmt")) or "decimal",
                text=value(first(element, "lvlText")),
                restart=number(first(element, "lvlRestart")),
                legal=bool(on(first(element, "isLgl"))),
                style=value(first(element, "pStyle")),
            ),
        )


def _printed(found: _List, place: int, counts: Mapping[int, int]) -> str:
    """A level's text with its own and the higher levels' numbers put in."""
    level = found.levels[place]
    if level.format == "none":
        return ""
    if level.format == "bullet":
        sign = level.text.strip()
        return "•" if not sign or ord(sign[0]) in _PRIVATE or sign == "o" else sign
    printed = level.text
    for other in range(_LEVELS):
        holder = f"%{other + 1}"
        if holder in printed:
            of = found.levels.get(other, Level())
            kind = "decimal" if level.legal else of.format
            printed = printed.replace(holder, written(counts.get(other, of.start), kind))
    return printed.strip()


def written(value: int, kind: str) -> str:
    """A number in one of Word's formats (17.18.59); in Arabic digits where it is another one."""
    if kind == "none":
        return ""
    if kind == "decimalZero":
        return f"{value:02d}"
    if kind in _DIGITS:
        return "".join(_DIGITS[kind][int(digit)] for digit in str(abs(value)))
    if not 0 < value < 32_768:
        return str(value)
    letters = numbering.letters(value) if value <= 780 else str(value)
    return {
        "lowerLetter": letters,
        "upperLetter": letters.upper(),
        "lowerRoman": numbering.roman(value),
        "upperRoman": numbering.roman(value).upper(),
        "chicago": "*†‡§"[(value - 1) % 4] * ((value - 1) // 4 + 1) if value < 60 else str(value),
    }.get(kind) or _foreign(value, kind)


def _foreign(value: int, kind: str) -> str:
    if kind in _LETTERS and value <= len(_LETTERS[kind]):
        return _LETTERS[kind][value - 1]
    if kind in _CHINESE and value < 100:
        return numbering.chinese(value)
    return str(value)
