"""How the numbers of paragraphs, items and annexes are printed, in each language.

The forms are those of the United Nations' own documents in its six official languages. A
language that is not listed is printed as English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

#: The numbering of items by depth, where a paragraph does not say otherwise: (a), (i), a., i.
DEFAULT_STYLES = ("alpha", "roman", "alpha", "roman")

_ARABIC = "أبجدهوزحطيكلمنسعفصقرشتثخذض"
_CHINESE = "一二三四五六七八九"
_COMPOSITE = re.compile(r"[0-9]+(?:\.[0-9]+)+")
_CIRCLED = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
#: Section numbers in Arabic are words: first, second … ; from eleven on in two words.
_ARABIC_ORDINALS = (
    "أولا",
    "ثانيا",
    "ثالثا",
    "رابعا",
    "خامسا",
    "سادسا",
    "سابعا",
    "ثامنا",
    "تاسعا",
    "عاشرا",
)
#: The names of the letters, which number parts and inner sections.
_ARABIC_NAMES = ("ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء")
#: Annexes are counted in words that follow theirs: the first, the second.
_ARABIC_ANNEXES = (
    "الأول",
    "الثاني",
    "الثالث",
    "الرابع",
    "الخامس",
    "السادس",
    "السابع",
    "الثامن",
    "التاسع",
    "العاشر",
)
_ARABIC_TEENS = ("حادي", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع")


@dataclass(frozen=True, slots=True)
class Forms:
    """One language's printed forms; `{}` stands for the number or letter."""

    paragraph: str = "{}."
    item: str = "({})"
    inner_item: str = "({})"
    deep_item: str = "{}."
    annex: str = "Annex"
    appendix: str = "Appendix"
    comma: str = ","


_FORMS = {
    "en": Forms(),
    "fr": Forms(item="{})", inner_item="{})", annex="Annexe", appendix="Appendice"),
    "es": Forms(item="{})", inner_item="{})", annex="Anexo", appendix="Apéndice"),
    "ru": Forms(item="{})", inner_item="{})", annex="Приложение", appendix="Добавление"),
    "ar": Forms(paragraph="{} -", inner_item="’{}‘", annex="المرفق", appendix="التذييل", comma="،"),
    "zh": Forms(inner_item="{}", annex="附件", appendix="附录", comma="，"),
}


def forms(language: str) -> Forms:
    """The printed forms of a language, English where none are known."""
    return _FORMS.get(language, _FORMS["en"])


def letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa, 28 is bb: letters are doubled, as the UN prints them."""
    turns, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (turns + 1)


def roman(number: int) -> str:
    """A number from 1 in small Roman numerals."""
    result = ""
    for value, numeral in _ROMAN:
        count, number = divmod(number, value)
        result += numeral * count
    return result


def from_roman(numeral: str) -> int | None:
    """The value of a Roman numeral in either case, or None where it is none."""
    folded = numeral.lower()
    if not re.fullmatch(r"[ivxlcdm]{1,15}", folded):
        return None
    value, rest = 0, folded
    for worth, letter in _ROMAN:
        while rest.startswith(letter):
            value += worth
            rest = rest[len(letter) :]
    return value if not rest and roman(value) == folded else None


def from_letters(text: str) -> int | None:
    """The place of letters in the alphabet: a is 1, z 26, aa 27; None where they have none."""
    folded = text.lower()
    if not re.fullmatch(r"([a-z])\1{0,3}", folded):
        return None
    return ord(folded[0]) - ord("a") + 1 + 26 * (len(folded) - 1)


def arabic_letters(number: int) -> str:
    """1 is أ, 26 ض, 27 أ أ: the letters in the order of the alphabet's numbers, then doubled."""
    turns, letter = divmod(number - 1, len(_ARABIC))
    return " ".join([_ARABIC[letter]] * (turns + 1))


def from_arabic_letters(text: str) -> int | None:
    """The place of Arabic letters in that order: أ is 1, أ أ is 27; None where they have none.

    Alif may stand without its hamza, and a letter with the stroke that stretches it.
    """
    folded = text.replace("\u0640", "").replace("ا", "أ")
    letter, *more = folded.split() or [""]
    if len(letter) != 1 or letter not in _ARABIC or any(other != letter for other in more):
        return None
    return _ARABIC.index(letter) + 1 + len(_ARABIC) * len(more)


def from_chinese(text: str) -> int | None:
    """The value of a Chinese number from 1 to 99; None where it is none."""
    match = re.fullmatch(rf"(?P<tens>[{_CHINESE[1:]}]?十)?(?P<ones>[{_CHINESE}])?", text)
    if match is None or not text:
        return None
    tens = match["tens"] or ""
    ten = 0 if not tens else 1 if tens == "十" else _CHINESE.index(tens[0]) + 1
    return 10 * ten + (_CHINESE.index(match["ones"]) + 1 if match["ones"] else 0)


def from_arabic_ordinal(text: str) -> int | None:
    """The value of an Arabic section number, a word such as أولا; None where it is none."""
    words = [re.sub("[\u064b-\u0652]", "", word) for word in text.split()]
    if len(words) == 1 and words[0] in _ARABIC_ORDINALS:
        return _ARABIC_ORDINALS.index(words[0]) + 1
    if len(words) == 2 and words[0] in _ARABIC_TEENS and words[1] == "عشر":
        return _ARABIC_TEENS.index(words[0]) + 11
    return None


def from_arabic_definite(text: str) -> int | None:
    """The value of an Arabic ordinal behind its noun: الثالث is 3; None where it is none."""
    if text in _ARABIC_ANNEXES:
        return _ARABIC_ANNEXES.index(text) + 1
    words = text.split()
    teens = [f"ال{teen}" for teen in _ARABIC_TEENS]
    if len(words) == 2 and words[1] == "عشر" and words[0] in teens:
        return teens.index(words[0]) + 11
    return None


def from_arabic_name(text: str) -> int | None:
    """The place of a letter that is called by its name: ألف is 1; None where it is none."""
    return _ARABIC_NAMES.index(text) + 1 if text in _ARABIC_NAMES else None


@cache
def paragraph(number: int, language: str) -> str:
    """The printed number of a paragraph: "4." in English, "4 -" in Arabic."""
    return forms(language).paragraph.format(number)


@cache
def item(number: int, depth: int, style: str, language: str) -> str:
    """The printed number of an item: "(b)", "(ii)"; "" where the style has none.

    `depth` counts from 1 for a paragraph's own items.
    """
    if style == "none":
        return ""
    if style == "dash":
        return "–"
    if style == "bullet":
        return "•"
    if style == "alpha":
        sign = arabic_letters(number) if language == "ar" else letters(number)
    elif style == "roman":
        if language == "zh":
            return chinese_circled(number)
        sign = str(number) if language == "ar" else roman(number)
    else:
        sign = str(number)
    known = forms(language)
    form = known.item if depth == 1 else known.inner_item if depth == 2 else known.deep_item
    return form.format(sign)


def chinese_circled(number: int) -> str:
    """㈠ to ㈩, then (十一): the second level of items in Chinese."""
    return _CIRCLED[number - 1] if number <= 10 else f"({chinese(number)})"


def chinese(number: int) -> str:
    """A number from 1 to 99 in Chinese: 一, 十一, 二十."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _CHINESE[tens - 1] + "十"
    return head + (_CHINESE[ones - 1] if ones else "")


def style_at(depth: int, style: str | None) -> str:
    """The style of items at a depth from 1: the one given, or the usual one."""
    return style or DEFAULT_STYLES[(depth - 1) % len(DEFAULT_STYLES)]


def printed(number: str, *, depth: int, language: str) -> str:
    """A number that the data give, as it is printed.

    One that ends in a letter or digit gets the language's signs ("2 bis" is printed "2 bis.",
    and "c" as an item "(c)"); one that brings signs of its own ("(c)", "8 quater.", "13.1") stays
    as it is. `depth` is 0 for a paragraph.
    """
    circled = number[:1] in _CIRCLED
    if not number or circled or not (number[0].isalnum() and number[-1].isalnum()):
        return number
    if _COMPOSITE.fullmatch(number):
        return number
    known = forms(language)
    if depth == 0:
        return known.paragraph.format(number)
    return (
        known.item if depth == 1 else known.inner_item if depth == 2 else known.deep_item
    ).format(number)


def annex(place: int, of: int, depth: int, language: str) -> str:
    """The label of an annex: "Annex" where it is the only one, else "Annex II"; below, Appendix."""
    known = forms(language)
    label = known.annex if depth == 0 else known.appendix
    if of == 1:
        return label
    if language == "zh":
        return f"{label}{chinese(place)}"
    if language == "ar" and place <= len(_ARABIC_ANNEXES):
        return f"{label} {_ARABIC_ANNEXES[place - 1]}"
    return f"{label} {roman(place).upper()}"


_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
