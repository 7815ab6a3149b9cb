"""Numbers written in words, from 4 to 99, in the six official languages.

"Seventy-ninth", "soixante-dix-neuvième", "septuagésimo noveno", "семьдесят девятой",
"التاسعة والسبعين" and "七十九" have one value, whether they count or tell the place in a row.
Smaller numbers are left out, since their words have other meanings as well ("second", "un", "一").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from acquis.citation.spelling import by_letter, spellings
from acquis.model import numbering

#: The smallest number that is read.
LEAST = 4
_HYPHEN = "[-\u2010\u2011]"
#: Endings of Russian numbers that tell the place in a row.
_RU = "(?:ый|ая|ое|ой|ого|ому|ым|ом|ую|ые|ых|ыми)"
_RU_COUNT = "(?:ь|и|ью)"
_RU_TEENS = ("один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a language: patterns of numbers below 20, of tens, and what is between them.

    `large` are words of larger numbers: where one stands, others may be a part of it.
    """

    units: Mapping[int, str]
    tens: Mapping[int, str]
    between: str
    large: str
    unit_first: bool = False
    before: str = ""


_WORDS: Mapping[str, _Words] = {
    "en": _Words(
        units={
            1: "one|first",
            2: "two|second",
            3: "three|third",
            4: "four(?:th)?",
            5: "five|fifth",
            6: "six(?:th)?",
            7: "seven(?:th)?",
            8: "eighth?",
            9: "nine|ninth",
            10: "ten(?:th)?",
            11: "eleven(?:th)?",
            12: "twelve|twelfth",
            13: "thirteen(?:th)?",
            14: "fourteen(?:th)?",
            15: "fifteen(?:th)?",
            16: "sixteen(?:th)?",
            17: "seventeen(?:th)?",
            18: "eighteen(?:th)?",
            19: "nineteen(?:th)?",
        },
        tens={
            place * 10: f"{stem}(?:y|ieth)"
            for place, stem in enumerate(
                ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"), 2
            )
        },
        between=_HYPHEN,
        large="hundred|thousand",
    ),
    "fr": _Words(
        units={
            1: "une?|unième",
            2: "deux(?:ième)?",
            3: "trois(?:ième)?",
            4: "quatre|quatrième",
            5: "cinq(?:uième)?",
            6: "six(?:ième)?",
            7: "sept(?:ième)?",
            8: "huit(?:ième)?",
            9: "neuf|neuvième",
            10: "dix(?:ième)?",
            11: "onze|onzième",
            12: "douze|douzième",
            13: "treize|treizième",
            14: "quatorze|quatorzième",
            15: "quinze|quinzième",
            16: "seize|seizième",
            17: f"dix{_HYPHEN}sept(?:ième)?",
            18: f"dix{_HYPHEN}huit(?:ième)?",
            19: f"dix{_HYPHEN}(?:neuf|neuvième)",
        },
        tens={
            20: "vingt(?:ième)?",
            30: "trente|trentième",
            40: "quarante|quarantième",
            50: "cinquante|cinquantième",
            60: "soixante|soixantième",
            80: f"quatre{_HYPHEN}vingt(?:s|ième)?",
        },
        between=f"(?:{_HYPHEN}| et |{_HYPHEN}et{_HYPHEN})",
        large="cent|cents|centième|mille",
    ),
    "es": _Words(
        units={
            1: "(?<= y )un[oa]?|(?<=veinti)(?:un[oa]|ún)|primer[oa]?",
            2: "d[oó]s|segund[oa]",
            3: "tr[eé]s|tercer[oa]?",
            4: "cuatro|cuart[oa]",
            5: "cinco|quint[oa]",
            6: "seis|séis|sext[oa]",
            7: "siete|séptim[oa]",
            8: "ocho|octav[oa]",
            9: "nueve|noven[oa]",
            10: "diez|décim[oa]",
            11: "once|undécim[oa]|decimoprimer[oa]?",
            12: "doce|duodécim[oa]|decimosegund[oa]",
            13: "trece",
            14: "catorce",
            15: "quince",
            16: "dieciséis",
            17: "diecisiete",
            18: "dieciocho",
            19: "diecinueve",
        },
        tens={
            10: "décim[oa]|decimo",
            20: "veinte|veinti|vig[ée]sim[oa]",
            30: "treinta|trig[ée]sim[oa]",
            40: "cuarenta|cuadrag[ée]sim[oa]",
            50: "cincuenta|quincuag[ée]sim[oa]",
            60: "sesenta|sexag[ée]sim[oa]",
            70: "setenta|septuag[ée]sim[oa]",
            80: "ochenta|octog[ée]sim[oa]",
            90: "noventa|nonag[ée]sim[oa]",
        },
        between="(?: y | )?",
        large="cien|ciento|cientos|centésim[oa]|mil",
    ),
    "ru": _Words(
        units={
            1: f"один|одн(?:а|о|ого|ой|ому|им|ом|у)|перв{_RU}",
            2: f"дв(?:а|е|ух|ум|умя)|втор{_RU}",
            3: "тр(?:и|[её]х|[её]м|емя)|трет(?:ий|ья|ье|ьей|ьего|ьему|ьим|ьем|ью|ьи|ьих)",
            4: f"четыр(?:е|[её]х|[её]м|ьмя)|четв[её]рт{_RU}",
            5: f"пят(?:{_RU_COUNT}|{_RU})",
            6: f"шест(?:{_RU_COUNT}|{_RU})",
            7: f"сем[ьи]|седьм{_RU}",
            8: f"восемь|восьми|восемью|восьм{_RU}",
            9: f"девят(?:{_RU_COUNT}|{_RU})",
            10: f"десят(?:{_RU_COUNT}|{_RU})",
            **{
                place: f"{stem}надцат(?:{_RU_COUNT}|{_RU})"
                for place, stem in enumerate(_RU_TEENS, 11)
            },
        },
        tens={
            20: f"двадцат(?:{_RU_COUNT}|{_RU})",
            30: f"тридцат(?:{_RU_COUNT}|{_RU})",
            40: f"сорока?|сороков{_RU}",
            90: f"девяност(?:[оа]|{_RU})",
            **{
                place * 10: f"{one}десят|{many}десят(?:и|{_RU})"
                for place, one, many in (
                    (5, "пять", "пяти"),
                    (6, "шесть", "шести"),
                    (7, "семь", "семи"),
                    (8, "восемь", "восьми"),
                )
            },
        },
        between=" ",
        large=r"ст[оа]|сот\w*|двести|двухсот|триста|тысяч\w*",
    ),
    "ar": _Words(
        units={
            1: "حادي(?:ة)?|إحدى|أحد|واحد(?:ة)?",
            2: "ثاني(?:ة)?|اثن(?:ا|ان|ين|تان|تين|تا|تي)",
            3: "ثالثة?|ثلاثة?",
            4: "رابعة?|أربعة?",
            5: "خامسة?|خمسة?",
            6: "سادسة?|ستة?",
            7: "سابعة?|سبعة?",
            8: "ثامنة?|ثماني?ة?",
            9: "تاسعة?|تسعة?",
            10: "عاشرة?|عشرة?",
        },
        tens={
            place * 10: f"{stem}(?:ون|ين)"
            for place, stem in enumerate(
                ("عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"), 2
            )
        },
        between=" و(?:ال)?",
        large="مائة|مئة|مائتي|مائتين|مئتي|ألف|آلاف",
        unit_first=True,
        before="[وفبك]?(?:ال|لل|ل)?",
    ),
}
_NONE: frozenset[int] = frozenset()
_UNSEEN = re.compile("[\u0640\u064b-\u0652\u200e\u200f]")
_DIGITS = "一二三四五六七八九"
_MEASURES = "届|次|年|个|项|名|天|周"
_ROMAN = re.compile(r"[IVX](?<![\w.].)[IVX]{0,5}(?![\w.])", re.ASCII)
#: Digits that stand together, at which a number in Chinese begins but for 第.
_CHINESE_RUN = re.compile(f"[{_DIGITS}十]+")
_CHINESE = re.compile(
    rf"(?<![{_DIGITS}十百千万亿两零〇])(?P<row>第)?"
    rf"(?P<tens>[{_DIGITS[1:]}]?十)?(?P<unit>[{_DIGITS}])?(?![{_DIGITS}十百千万亿两零〇分])"
    rf"(?P<measure>{_MEASURES})?"
)
_CHINESE_LARGE = re.compile(f"[{_DIGITS}十][百千万亿]|百分之")


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The numbers that a text writes out: those that are `sure`, and all that it may mean."""

    sure: frozenset[int]
    possible: frozenset[int]


def number_words(words: str, language: str) -> NumberWords:
    """The numbers from 4 to 99 that plain words write out; none where larger ones stand too.

    A Roman number is possible, and in Chinese a single sign, which stands in many words.
    """
    sure, possible = _written(words, language)
    romans = (match[0] for match in _ROMAN.finditer(words))
    return NumberWords(sure, possible | {numbering.from_roman(numeral) or 0 for numeral in romans})


def sure_numbers(words: str, language: str) -> frozenset[int]:
    """Those of `number_words` that are sure, which is quicker: most words write out none."""
    return _written(words, language)[0]


@lru_cache(maxsize=2048)
def _written(words: str, language: str) -> tuple[frozenset[int], frozenset[int]]:
    """The numbers that are sure, and those that are possible without being Roman."""
    if language == "zh":
        return _chinese(words)
    found = _read(words, language) if language in _WORDS else _NONE
    return found, found


def _read(words: str, language: str) -> frozenset[int]:
    reading = _reading(language)
    text = f" {words}".lower()
    if language == "ar":
        text = _UNSEEN.sub("", text)
    if not reading.opening.search(text):
        return _NONE
    text = f" {' '.join(text.split())}"
    found = set()
    end = 0
    for opening in reading.opening.finditer(text):
        start = opening.end()
        match = reading.number.match(text, start) if start >= end else None
        if match is not None:
            values = zip(reading.values, match.groups(), strict=True)
            found.add(sum(value for value, part in values if part is not None))
            end = match.end()
    sure = frozenset(value for value in found if value >= LEAST)
    return _NONE if not sure or reading.large.search(text) else sure


@dataclass(frozen=True, slots=True)
class _Reading:
    """How one language writes numbers out, in small letters.

    `opening` ends where a number may begin, and is looked for in the whole text. `number` is
    matched there; `values` are those of its groups, of which the value is the sum. `large` finds
    the words of larger numbers.
    """

    opening: re.Pattern[str]
    number: re.Pattern[str]
    values: tuple[int, ...]
    large: re.Pattern[str]


@cache
def _reading(language: str) -> _Reading:
    known = _WORDS[language]
    values: list[int] = []

    def one_of(patterns: Mapping[int, str]) -> str:
        ordered = sorted(patterns.items(), reverse=True)  # "dix-neuf" before "dix"
        values.extend(value for value, _ in ordered)
        return f"(?:{'|'.join(f'({pattern})' for _, pattern in ordered)})"

    teens = {value: pattern for value, pattern in known.units.items() if value >= 10}
    tens, units = known.tens, known.units
    if known.unit_first:  # "the ninth and the seventieth"; "the fifth ten" for fifteen
        ten = {value: pattern for value, pattern in units.items() if value < 10}
        alternatives = [
            f"{one_of(units)}{known.between}{one_of(tens)}",
            f"{one_of(ten)} {one_of({10: units[10]})}",
        ]
        begun = {**units, **{-value: pattern for value, pattern in tens.items()}}
    else:
        alternatives = [f"{one_of(tens)}{known.between}{one_of(units)}"]
        # A smaller number than the least is none by itself, and begins no other.
        begun = {value: pattern for value, pattern in units.items() if value >= LEAST}
        begun |= {-value: pattern for value, pattern in tens.items()}
    alternatives += [one_of({**tens, **teens}), one_of(units)]
    marks = (
        (one.first, one.rest, None) for pattern in begun.values() for one in spellings(pattern)
    )
    opening, _ = by_letter(marks)
    return _Reading(
        re.compile(rf"\W(?={known.before}(?:{opening}))"),
        re.compile(rf"{known.before}(?:{'|'.join(alternatives)})(?!\w)"),
        tuple(values),
        re.compile(rf"(?<!\w){known.before}(?:{known.large})(?!\w)"),
    )


def _chinese(words: str) -> tuple[frozenset[int], frozenset[int]]:
    sure: set[int] = set()
    possible: set[int] = set()
    for run in _CHINESE_RUN.finditer(words):
        start = run.start()
        match = _CHINESE.match(words, start - 1) if words.startswith("第", start - 1) else None
        if not match or not match[0]:
            match = _CHINESE.match(words, start)
        if not match or not match[0]:
            continue
        tens, unit = match["tens"] or "", match["unit"]
        value = 10 * _digit(tens.removesuffix("十") or "一") if tens else 0
        value += _digit(unit) if unit else 0
        if value < LEAST:
            continue
        possible.add(value)
        if match["row"] or match["measure"] or len(tens) + bool(unit) > 1:
            sure.add(value)
    if not possible or _CHINESE_LARGE.search(words):
        return _NONE, _NONE
    return frozenset(sure), frozenset(possible)


def _digit(sign: str) -> int:
    return _DIGITS.index(sign) + 1
