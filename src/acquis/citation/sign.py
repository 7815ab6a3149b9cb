"""The numbers that parts of texts are cited by: "4 (a) (ii)", "2–5", "II", "2 bis", "一".

A sign is the number as anchors have it: "4-a-ii", "2-bis"; Roman and Chinese numbers and Arabic
ordinals become Arabic numbers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from acquis.citation.words import Unit, Words
from acquis.model.numbering import from_arabic_letters, from_chinese, from_roman, letters, roman

_TIMES = "bis|ter|quater|quinquies|sexies|septies|octies"
_ITEM = (
    r"\s?\((?:[a-z]{1,4}|[0-9]{1,2}|[أ-ي]\u0640?|[一二三四五六七八九十]{1,3})\)|[㈠-㈩]"
    r"|\s?(?<![a-zа-я])(?:[a-z]{1,4}|[а-я])\)"
)
_ITEMS_TO = r"\s?\((?P<from>[a-z]{1,4})[–‑-](?P<to>[a-z]{1,4})\)"
_NUMBER = rf"[0-9]{{1,4}}(?![0-9])(?!\.[0-9])(?!/\w|\(\s?[0-9])(?:[ \u00a0](?:{_TIMES})\b)?"
#: What counts annexes and sections in Arabic; the feminine forms end in one letter more.
ARABIC_ORDINALS = (
    *("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع"),
    *("العاشر", "الحادي عشر", "الثاني عشر", "الثالث عشر", "الرابع عشر", "الخامس عشر"),
)
_ORDINAL = "|".join(sorted((f"{o}ة?" for o in ARABIC_ORDINALS), key=len, reverse=True))
#: The letters of items in Russian, in their order.
CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
_SIGN = re.compile(
    rf"(?:(?P<number>{_NUMBER})|(?P<roman>[IVX][IVXLC]{{0,7}}|[LC][IVXLC]{{1,7}})(?![A-Za-z])"
    rf"|(?P<letter>[A-Z])(?!\w)|(?P<chinese>[一二三四五六七八九十百零〇]{{1,6}})|(?P<ordinal>{_ORDINAL}))"
    rf"(?:\.(?P<below>[A-Z])(?!\w))?(?:{_ITEMS_TO}|(?P<items>(?:{_ITEM}){{0,4}}))"
    rf"(?:[ \u00a0](?P<times>{_TIMES})\b)?"
)
_ITEMS_ONLY = re.compile(rf"\s?(?:(?P<items>(?:{_ITEM}){{1,4}}))")
_SPACE = re.compile(r"\s{0,2}")
_EACH_ITEM = re.compile(r"[a-zа-я0-9أ-ي一二三四五六七八九十㈠-㈩]+")


class Sign(NamedTuple):
    """A number as it stands at a place; `last` is the end of a range that it begins."""

    start: int
    end: int
    sign: str
    last: str = ""


#: Makes a sign of all of its fields, which takes a third of the time.
_made = tuple.__new__


def signs(text: str, place: int, unit: Unit, words: Words, *, several: bool) -> list[Sign]:
    """The numbers that stand at a place in a text, of one noun.

    Without `several` the noun is singular: only items and ranges may go on from the first.
    """
    space = _SPACE.match(text, place)
    place = space.end() if space else place
    found: list[Sign] = []
    first = _sign(text, place, "")
    if first is None:
        return found
    found.append(first)
    upto, also = _connectors(words)
    while True:
        last = found[-1]
        connector = upto.match(text, last.end)
        if connector is not None and not last.last:
            end = _sign(text, connector.end(), last.sign)
            if end is not None:
                found[-1] = Sign(last.start, end.end, last.sign, end.sign)
                continue
        connector = also.match(text, last.end)
        following = _sign(text, connector.end(), last.last or last.sign) if connector else None
        if following is None or not (several or following.sign.startswith(_stem(last.sign))):
            return found
        found.append(following)


@lru_cache(maxsize=16)
def _connectors(words: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    beside = r"(?:\s\([^()0-9]{2,40}\))?"  # "paragraphs 81 (inventory section), 105 and 119"
    return spaced(words.upto), re.compile(beside + f"(?:{loose(words.also)})")


#: How far before a noun its ordinals may begin.
_FARTHEST = 80


def ordinals_before(text: str, lowest: int, end: int, words: Words) -> list[Sign]:
    """The numbers that stand before a noun in words, not before `lowest`: "third and fourth"."""
    before, _, each = _ordinals_of(words)
    row = before.search(text, max(lowest, end - _FARTHEST), end) if words.ordinals else None
    return _each(each, row)


def ordinals_after(text: str, place: int, words: Words) -> list[Sign]:
    """The numbers that stand behind a noun in words: "tercero y cuarto"."""
    _, after, each = _ordinals_of(words)
    return _each(each, after.match(text, place) if words.ordinals else None)


def _each(ordinals: re.Pattern[str], row: re.Match[str] | None) -> list[Sign]:
    if row is None:
        return []
    found = ordinals.finditer(row.string, *row.span())
    return [Sign(one.start(), one.end(), str(one.lastindex)) for one in found]


@lru_cache(maxsize=16)
def _ordinals_of(words: Words) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A row of ordinals before a noun and behind it, and each of them by its group."""
    one = rf"(?<![\w-])(?:{'|'.join(words.ordinals)})(?!\w)"
    row = f"{one}(?:(?:{words.also}){one}){{0,9}}"
    each = "|".join(f"({ordinal})" for ordinal in words.ordinals)
    return spaced(f"{row} $"), spaced(f" {row}"), spaced(rf"(?<![\w-])(?:{each})(?!\w)")


def spaced(source: str) -> re.Pattern[str]:
    """A declaration of the words as an expression: its spaces stand for any white space."""
    return re.compile(loose(source))


def loose(source: str) -> str:
    """The source of a declaration with its spaces replaced."""
    return source.replace(" ?", r"\s{0,2}").replace(" ", r"\s{1,3}")


def _stem(sign: str) -> str:
    """What an item has in common with its siblings: "4-" of 4-a."""
    return sign.rpartition("-")[0] + "-" if "-" in sign else f"{sign}-"


def _sign(text: str, place: int, before: str) -> Sign | None:
    """The number at a place; items alone belong to the number before."""
    match = _SIGN.match(text, place)
    if match is not None:
        sign = _value(match)
        below, first, items, times = match.group("below", "from", "items", "times")
        if below:
            sign += f"-{below.lower()}"
        if first:
            return Sign(place, match.end(), f"{sign}-{first}", f"{sign}-{match['to']}")
        if items:
            sign += _items(items)
        return _made(Sign, (place, match.end(), f"{sign}-{times}" if times else sign, ""))
    match = _ITEMS_ONLY.match(text, place)
    if match is None:
        return None
    start = place + (len(match[0]) - len(match[0].lstrip()))
    items = _items(match["items"])
    if not before[:1].isdigit():  # "(b)" after (a), of the paragraph that is being read
        return Sign(start, match.end(), items.lstrip("-"))
    base = before.split("-")
    level = items.count("-")
    # "(b)" after 4-a is 4-b; "(iii)" after 4-b-ii is 4-b-iii.
    deep = len(base) > 2 and level == 1 and _small_roman(items) and _small_roman(base[-1])
    stem = "-".join(base[:-1] if deep else base[:1])
    return Sign(start, match.end(), f"{stem}{items}")


def _small_roman(item: str) -> bool:
    return from_roman(item.strip("-")) is not None


def _value(match: re.Match[str]) -> str:
    number, numeral = match.group("number", "roman")
    if number:
        return number if number.isdecimal() else "-".join(number.replace("\u00a0", " ").split())
    if numeral:
        return _roman(numeral)
    if match["letter"]:
        return match["letter"].lower()
    if match["chinese"]:
        value = _hundreds(match["chinese"])
        return str(value) if value else match["chinese"]
    return str(_ordinals()[match["ordinal"].removesuffix("ة")])


@lru_cache(maxsize=256)
def _roman(numeral: str) -> str:
    value = from_roman(numeral)
    return str(value) if value is not None else numeral.lower()


@lru_cache(maxsize=256)
def _hundreds(text: str) -> int | None:
    """The value of a Chinese number up to 999, as articles have them: 一百零四."""
    head, hundred, rest = text.rpartition("百")
    ones = rest.lstrip("零〇")
    if not hundred:
        return from_chinese(rest)
    return 100 * (from_chinese(head) or 1) + (from_chinese(ones) or 0)


@lru_cache(maxsize=1)
def _ordinals() -> Mapping[str, int]:
    return {word: place for place, word in enumerate(ARABIC_ORDINALS, 1)}


def _items(text: str) -> str:
    return "".join([f"-{_latin(item)}" for item in _EACH_ITEM.findall(text)])


def _latin(item: str) -> str:
    """An item's letter as anchors have it."""
    if item.isascii():
        return item
    if "㈠" <= item <= "㈩":
        return roman(ord(item) - ord("㈠") + 1)
    if item in CYRILLIC:
        return "c" if item == "с" else letters(CYRILLIC.index(item) + 1)
    value = from_chinese(item)
    if value:
        return roman(value)
    place = from_arabic_letters(item)
    return letters(place) if place else item
