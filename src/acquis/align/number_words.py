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
_UNSEEN = re.compile("[\u0640\u064b-\u0652\u200e\u200f]")
_DIGITS = "一二三四五六七八九"
_MEASURES = "届|次|年|个|项|名|天|周"
_ROMAN = re.compile(r"(?<![\w.])[IVX]{1,6}(?![\w.])", re.ASCII)
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


@lru_cache(maxsize=2048)
def number_words(words: str, language: str) -> NumberWords:
    """The numbers from 4 to 99 that plain words write out; none where larger ones stand too.

    A Roman number is possible, and in Chinese a single sign, which stands in many words.
    """
    words = " ".join(words.split())
    roman = {numbering.from_roman(match[0]) or 0 for match in _ROMAN.finditer(words)}
    sure, possible = _chinese(words) if language == "zh" else _read(words, language)
    return NumberWords(frozenset(sure), frozenset(possible | roman))


def _read(words: str, language: str) -> tuple[set[int], set[int]]:
    if language not in _WORDS:
        return set(), set()
    if language == "ar":
        words = _UNSEEN.sub("", words)
    pattern, large, values = _pattern(language)
    if large.search(words):
        return set(), set()
    found = {
        sum(values[name] for name, part in match.groupdict().items() if part is not None)
        for match in pattern.finditer(words)
    }
    sure = {value for value in found if value >= LEAST}
    return sure, sure


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], re.Pattern[str], Mapping[str, int]]:
    """The pattern of a language's numbers, that of its larger ones, and its groups' values."""
    known = _WORDS[language]
    values: dict[str, int] = {}

    def one_of(kind: str, patterns: Mapping[int, str]) -> str:
        groups = []
        for value, pattern in sorted(patterns.items(), reverse=True):  # "dix-neuf" before "dix"
            values[f"{kind}{value}"] = value
            groups.append(f"(?P<{kind}{value}>{pattern})")
        return f"(?:{'|'.join(groups)})"

    teens = {value: pattern for value, pattern in known.units.items() if value >= 10}
    tens, units = one_of("a", known.tens), one_of("b", known.units)
    if known.unit_first:  # "the ninth and the seventieth"; "the fifth ten" for fifteen
        ten = {value: pattern for value, pattern in known.units.items() if value < 10}
        values["c10"] = 10
        alternatives = [
            f"{units}{known.between}{tens}",
            f"{one_of('d', ten)} (?P<c10>عشرة?)",
        ]
    else:
        alternatives = [f"{tens}{known.between}{units}"]
    alternatives += [one_of("e", {**known.tens, **teens}), one_of("f", known.units)]
    whole = rf"(?<!\w){known.before}(?:{'|'.join(alternatives)})(?!\w)"
    large = rf"(?<!\w){known.before}(?:{known.large})(?!\w)"
    return re.compile(whole, re.IGNORECASE), re.compile(large, re.IGNORECASE), values


def _chinese(words: str) -> tuple[set[int], set[int]]:
    sure: set[int] = set()
    possible: set[int] = set()
    if _CHINESE_LARGE.search(words):
        return sure, possible
    for match in _CHINESE.finditer(words):
        tens, unit = match["tens"] or "", match["unit"]
        value = 10 * _digit(tens.removesuffix("十") or "一") if tens else 0
        value += _digit(unit) if unit else 0
        if value < LEAST:
            continue
        possible.add(value)
        if match["row"] or match["measure"] or len(match["tens"] or "") + bool(unit) > 1:
            sure.add(value)
    return sure, possible


def _digit(sign: str) -> int:
    return _DIGITS.index(sign) + 1
