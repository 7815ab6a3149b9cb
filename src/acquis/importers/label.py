"""The numbers of paragraphs, items and headings as a source prints them.

A label such as "(i)" can be read in more than one way: the ninth letter or the first Roman
number. Which reading is right only its neighbours tell (see `enumeration`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from acquis.model import numbering

#: Latin numeral adverbs after a number, for paragraphs that were put in later ("2 bis").
_INSERTED = "bis|ter|quater|quinquies|sexies|septies|octies|novies|decies"
_SIGNS = {
    "number": rf"\d{{1,4}}(?:\s(?:{_INSERTED}))?",
    "latin": r"[A-Za-z]{1,7}",
    "cyrillic": r"[а-яё]",
    "arabic": r"[\u0621-\u064a]\u0640?(?: [\u0621-\u064a]\u0640?)?",
    "chinese": r"[一二三四五六七八九十]{1,3}",
}
_LABEL = re.compile(
    rf"[«“„”]?(?P<open>[(’])?(?P<sign>{'|'.join(_SIGNS.values())})(?P<close>[.)‘,]|\s?[-–—])?"
)
#: Marks of direction, which no reader sees.
_DIRECTION = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
#: Cyrillic letters that look like Latin ones, and are typed for them.
_ALIKE = str.maketrans("асеорху", "aceopxy")
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
#: A section's number, Roman, Chinese or in Arabic words, before its title.
_WORDED = re.compile(
    r"\s*(?P<printed>(?P<sign>[一二三四五六七八九十]{1,3}|[IVX]{1,6}|[\u0621-\u0652]+(?: عشر)?)"
    r"(?:[.、．]|\s*[-–—](?=\s))?)\s+"
)
_AFTER_NUMBERS = ("-", "–", "—", ",")
_DASHES = {"–": "dash", "—": "dash", "-": "dash", "−": "dash", "•": "bullet", "·": "bullet"}


class Reading(NamedTuple):
    """One way to read a label: a style (decimal, alpha, roman, ALPHA, ROMAN …), a value from 1."""

    style: str
    value: int


@dataclass(frozen=True, slots=True)
class Label:
    """A number as printed, its sign without brackets and full stop, and its possible readings.

    `form` is the print with "{}" in place of the sign: "({})", "{}.", "{})" or "{}".
    """

    printed: str
    sign: str
    form: str
    readings: tuple[Reading, ...]

    def may_be(self, style: str, value: int) -> bool:
        """Whether it can be read as this value in a style."""
        return Reading(style, value) in self.readings

    def value(self, style: str) -> int | None:
        """What the label stands for in a style, or None where it cannot be read so."""
        return next((reading.value for reading in self.readings if reading.style == style), None)

    @property
    def number(self) -> int | None:
        """The value of a number in Arabic digits, that of "2 bis" being 2; else None."""
        return self.value("decimal")

    @property
    def inserted(self) -> bool:
        """Whether it is a number like "2 bis", which does not count on."""
        return self.sign[-1:].isalpha() and self.sign[:1].isdigit()


def read(printed: str) -> Label | None:
    """Read a printed number such as "4.", "(b)", "ii)", "XIV" or a dash; None where it is none.

    Brackets may be full-width, as in Chinese, and "㈡" is read as "(二)", which it stands for
    (Unicode, NFKC).
    """
    stripped = _DIRECTION.sub("", printed).strip()
    if stripped in _DASHES:
        return Label(stripped, stripped, "{}", (Reading(_DASHES[stripped], 1),))
    match = _LABEL.fullmatch(unicodedata.normalize("NFKC", stripped))
    if match is None:
        return None
    sign, pair = match["sign"], (match["open"] or "", (match["close"] or "").strip())
    if pair[0] and pair not in (("(", ")"), ("’", "‘")):
        return None
    if pair[1] in _AFTER_NUMBERS and not sign[0].isdigit():
        return None
    readings = tuple(_readings(sign, quoted=pair[0] == "’"))
    if not readings:
        return None
    close = " -" if pair[1] in ("-", "–", "—") else pair[1]
    return Label(stripped, sign, f"{pair[0]}{{}}{close}", readings)


def typed(words: str, *, bare: bool = False) -> tuple[Label, int] | None:
    """The label that a text begins with, set off by a tab, and where the text goes on after it.

    A sign without bracket or full stop ("a") is taken as one only with `bare`.
    """
    head, tab, _ = words.partition("\t")
    label = read(head) if tab and len(head) < 24 else None
    if label is None or (label.form == "{}" and label.sign.isalnum() and not bare):
        return None
    return label, len(head) + 1


def headed(words: str) -> tuple[Label, int] | None:
    """The number that a heading begins with ("V", "一", "أولا -"), and where its title goes on.

    None where it has none, or nothing else.
    """
    match = _WORDED.match(words)
    if match is None or not words[match.end() :].strip():
        return None
    sign = match["sign"]
    if not heading_ranks(sign):
        return None
    printed = match["printed"]
    return Label(printed, sign, "{}", ()), match.end()


def _readings(sign: str, *, quoted: bool = False) -> list[Reading]:
    """The readings of a sign; `quoted` figures are the second level of items in Arabic."""
    if sign[0].isdigit():
        return [Reading("roman" if quoted else "decimal", int(re.split(r"\D", sign)[0]))]
    if not sign.isascii():
        return _foreign(sign)
    if not (sign.islower() or sign.isupper()):
        return []
    found = [
        Reading(style, value)
        for style, value in (
            ("alpha", numbering.from_letters(sign)),
            ("roman", numbering.from_roman(sign)),
        )
        if value is not None
    ]
    return [Reading(style.upper(), value) for style, value in found] if sign.isupper() else found


def _foreign(sign: str) -> list[Reading]:
    """Letters of other alphabets; a Cyrillic one may stand for the Latin one that it looks like."""
    chinese = numbering.from_chinese(sign)
    if chinese is not None:
        return [Reading("roman", chinese)]
    alike = numbering.from_letters(sign.translate(_ALIKE))
    own = _CYRILLIC.find(sign) + 1 if len(sign) == 1 else 0
    values = dict.fromkeys((alike, own, numbering.from_arabic_letters(sign)))
    return [Reading("alpha", value) for value in values if value]


#: The third part, the second section: 第三编, 第2款.
_CHINESE_PART = re.compile(r"第[一二三四五六七八九十\d]{1,3}[A-Z]?(?P<word>[^\W\d]{1,2})")
_BARE = re.compile(r"(?P<words>(?:[^\W\d]+\s){0,3})(?P<sign>[IVXLC]+|[A-Z]|\d{1,3}[A-Z]?)\.?")


@dataclass(frozen=True, slots=True)
class Rank:
    """The number of a heading: its kind ("ROMAN", "ALPHA", "rule" …), and a value if it has one."""

    kind: str
    value: int | None


def heading_ranks(number: str) -> tuple[Rank, ...]:
    """The ways to read a heading's number: "II", "A.", "3.", "Part IV", "Rule 9"; () if none."""
    printed = _DIRECTION.sub("", number).strip()
    match = _BARE.fullmatch(printed)
    if match is None:
        return _worded_ranks(printed.rstrip("-–.、 "))
    words = match["words"].split()
    if words:  # "Section 2", "Income section 3" and "Sección de ingresos 3" are alike
        return (Rank(words[0 if len(words) > 2 else -1].casefold(), None),)
    return tuple(Rank(*reading) for reading in _readings(match["sign"]))


def _worded_ranks(sign: str) -> tuple[Rank, ...]:
    """The ranks of numbers in Chinese, and in Arabic words."""
    value = numbering.from_chinese(sign) or numbering.from_arabic_ordinal(sign)
    letter = numbering.from_arabic_name(sign)
    if value or letter:
        return (Rank("ROMAN", value) if value else Rank("ALPHA", letter),)
    chinese = _CHINESE_PART.fullmatch(sign)
    if chinese:
        return (Rank(chinese["word"], None),)
    word, _, ordinal = sign.partition(" ")
    return (Rank(word, None),) if numbering.from_arabic_definite(ordinal) else ()


def is_bare_number(words: str) -> bool:
    """Whether a heading is nothing but a number ("II", "Rule 5"), whose title stands below it."""
    return bool(heading_ranks(words))
