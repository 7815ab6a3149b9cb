"""Figures: the numbers, amounts, days and months of a text, alike in whatever language it is.

"3 588 431 600", "3,588,431,600" and "35.9亿" are read by the conventions of their language; of
dates the day, the month and the year. Numbers that are written in words are not read here, so
that what one language has in figures and another in words must be weighed by whoever compares.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from string import ascii_letters, digits

from acquis.citation.spelling import spellings

#: What separates groups of three digits, and what begins the decimals.
_SEPARATORS: Mapping[str, tuple[str, str]] = {
    "en": (",", "."),
    "fr": (" ", ",."),
    "es": (". ", ",."),
    "ru": (" ", ",."),
    "ar": (" ", ",.٫"),
    "zh": (" ,", "."),
}
_THOUSAND, _MILLION, _MILLIARD, _BILLION = 10**3, 10**6, 10**9, 10**12
_POWERS = frozenset(Decimal(10**power) for power in range(2, 13))
_DECADES = range(1900, 2100, 10)
#: The words that multiply the number before them, the longest first.
_SCALES: Mapping[str, Mapping[str, int]] = {
    "en": {
        "thousand": _THOUSAND,
        "million": _MILLION,
        "billion": _MILLIARD,
        "trillion": _BILLION,
    },
    "fr": {
        "mille": _THOUSAND,
        "millions?": _MILLION,
        "milliards?": _MILLIARD,
        "billions?": _BILLION,
    },
    "es": {
        "mil millones": _MILLIARD,
        "mil": _THOUSAND,
        "millón|millones": _MILLION,
        "billón|billones": _BILLION,
    },
    "ru": {
        r"тыс\.|тысяч\w*": _THOUSAND,
        r"млн\.?|миллион\w*": _MILLION,
        r"млрд\.?|миллиард\w*": _MILLIARD,
        r"трлн\.?|триллион\w*": _BILLION,
    },
    "ar": {
        "ألف|ألفا|آلاف": _THOUSAND,
        "مليون|مليونا|ملايين|مليوني": _MILLION,
        "مليار|مليارات|بليون|بليونا|بلايين": _MILLIARD,
        "تريليون|تريليونا|تريليونات|ترليون": _BILLION,
    },
    "zh": {"万亿": _BILLION, "亿": 10**8, "百万": _MILLION, "万": 10**4, "千": _THOUSAND},
}
#: The months by name, in the order of the year.
_MONTHS: Mapping[str, tuple[str, ...]] = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "es": (
        *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
        *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
    "ru": (
        *("январ[ьяе]", "феврал[ьяе]", "март[ае]?", "апрел[ьяе]", "ма[йяе]", "июн[ьяе]"),
        *("июл[ьяе]", "август[ае]?", "сентябр[ьяе]", "октябр[ьяе]", "ноябр[ьяе]", "декабр[ьяе]"),
    ),
    "ar": (
        *("كانون الثاني/ ?يناير", "شباط/ ?فبراير", "آذار/ ?مارس", "نيسان/ ?أبريل"),
        *("أيار/ ?مايو", "حزيران/ ?يونيه", "تموز/ ?يوليه", "آب/ ?أغسطس"),
        *("أيلول/ ?سبتمبر", "تشرين الأول/ ?أكتوبر", "تشرين الثاني/ ?نوفمبر"),
        "كانون الأول/ ?ديسمبر",
    ),
}
_BETWEEN_DAY_AND_MONTH = {"es": " de ", "fr": "(?:er)? ", "ru": " "}
#: A symbol from its last digit before a stroke on, and what may stand before that.
_SYMBOL = re.compile(r"\d ?/ ?[\w./()‑-]*\d[\w./()‑-]*", re.ASCII)
_OF_SYMBOL = frozenset(f"{ascii_letters}{digits}_.()‑-")
#: A name with a number: "COVID-19".
_NUMBERED = re.compile(r"[A-Z][A-Za-z]*[-‑]\d+", re.ASCII)
#: What times of day have at their digits, and numbers with commas. Like all that is looked for in
#: whole passages here, it begins with a digit, which is found quickly.
_POINTED = re.compile(r"\d(?:[.:,]\d| ?[hч]| ?[ap]\.m)")
#: Times of day, which some languages count to twelve and others to twenty-four.
_TIME = re.compile(
    r"\d(?<!\d\d)(?:\d?(?:\.\d\d)?(?: to \d{1,2}(?:\.\d\d)?)? ?[ap]\.m"
    r"|\d?:\d\d|\d?\.\d\d(?= a las| horas)|\d? ?[hч](?: ?\d\d)?(?: мин)?(?!\w))"
)
#: Two commas among figures are no decimals in any language: "3,444,110,500".
_COMMAS = re.compile(r"\d(?<![\d.,]\d)\d{0,2}(?:,\d{3}){2,}(?![.,]?\d)")
#: Digits that stand together, at which everything that counts begins or ends.
_RUN = re.compile(r"\d\d*+")
_DIGIT = re.compile(r"\d")
_OF_DAY, _OF_YEAR = 2, 4  # digits
_MONTHS_OF_YEAR = 12
#: So many characters before a year hold the month's name.
_BEFORE_YEAR = 32
_UNSEEN = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u0640]")


@dataclass(frozen=True, slots=True)
class Figures:
    """The values of the numbers in a text, and its months.

    `days` are those of `numbers` that are days of a month; `months` go from 1 to 12. `doubtful`
    are readings beside another of the same number: in Arabic, groups of digits may stand from
    right to left, and the word for a thousand is the letter A too.
    """

    numbers: frozenset[Decimal]
    days: frozenset[Decimal]
    months: frozenset[int]
    doubtful: frozenset[Decimal] = frozenset()

    def same(self, other: Figures) -> bool:
        """Whether the other text has the same numbers and months."""
        return self.numbers == other.numbers and self.months == other.months

    def apart(self, other: Figures) -> set[Decimal]:
        """The numbers that the other text has in no way.

        Neither with another scale, as "between 5 and 6 million" has the first, nor with a hyphen
        for the point, as "resolution 68.7" may be written; a decade goes by "1990s" and "90".
        """
        return {
            value
            for value in self.numbers - self.doubtful - other.numbers
            if not any(_alike(value, theirs) for theirs in other.numbers)
        }


_NONE = Figures(frozenset(), frozenset(), frozenset())


def _alike(one: Decimal, other: Decimal) -> bool:
    small, large = sorted((one, other))
    if large in _DECADES and small == large % 100:
        return True
    return bool(small) and (large / small in _POWERS or int(large) == int(small))


def figures(words: str, language: str) -> Figures:
    """The figures of plain words; symbols ("78/12", "COVID-19") are none."""
    if language not in _SEPARATORS:
        language = "en"
    if not _DIGIT.search(words):
        return _NONE
    words = " ".join((words if words.isascii() else _UNSEEN.sub("", words)).split())
    words = _without_symbols(words)
    if _POINTED.search(words):
        words = _TIME.sub(" ", words)
        words = _COMMAS.sub(lambda match: match[0].replace(",", ""), words)
    reading = _reading(language)
    numbers: set[Decimal] = set()
    days: set[Decimal] = set()
    months: set[int] = set()
    doubtful: set[Decimal] = set()
    done = 0
    for run in _RUN.finditer(words):
        start, end = run.span()
        if not reading.goes_on(words, end):
            month = reading.month_before(words, start) if end - start >= _OF_YEAR else 0
            if start >= done and not _in_number(words, start):
                numbers.add(_whole(run[0]))
        else:
            month, day = reading.date_at(words, start, end)
            if day:
                days.add(_whole(run[0]))
            match = reading.number.match(words, start) if start >= done else None
            if match is not None:
                done = match.end()
                values = reading.values(match, language)
                numbers.update(values)
                if len(values) > 1:
                    doubtful.update(values)
        if month:
            months.add(month)
    return Figures(
        frozenset(numbers | days), frozenset(days), frozenset(months), frozenset(doubtful)
    )


def _without_symbols(words: str) -> str:
    """Words with a space in the place of each symbol."""
    if "/" in words:
        pieces, end = [], 0
        for match in _SYMBOL.finditer(words):
            start = match.start()
            while start > end and words[start - 1] in _OF_SYMBOL:
                start -= 1
            pieces.append(words[end:start])
            end = match.end()
        words = " ".join((*pieces, words[end:]))
    return _NUMBERED.sub(" ", words) if "-" in words or "‑" in words else words


@lru_cache(maxsize=2048)
def _whole(printed: str) -> Decimal:
    return Decimal(printed).normalize()


def _in_number(words: str, place: int) -> bool:
    """Whether digits and a point or comma stand before a place."""
    return place > 1 and words[place - 1] in ".," and words[place - 2].isdecimal()


@dataclass(frozen=True, slots=True)
class _Reading:
    """How one language writes figures.

    `number` is matched where digits begin; `month` where they end, with what makes them one of a
    month. `before_year` ends where a year begins, and a name of `last_names` ends it; these are
    None where months have no names. `points` are signs that may stand between digits, `begun` the
    first letters of what may follow them.
    """

    number: re.Pattern[str]
    scales: tuple[tuple[str, int], ...]
    month: re.Pattern[str] | None
    before_year: re.Pattern[str] | None
    last_names: re.Pattern[str] | None
    grouped: re.Pattern[str]
    groups: str
    decimals: str
    points: str
    begun: frozenset[str]
    backwards: bool

    def goes_on(self, words: str, end: int) -> bool:
        """Whether what follows digits may belong to them: most are a number by themselves."""
        sign = words[end : end + 1]
        if sign == " ":
            sign = words[end + 1 : end + 2]
            return sign in self.begun or sign.isdecimal()
        if sign and sign in self.points:
            return words[end + 1 : end + 2].isdecimal()
        return sign in self.begun

    def date_at(self, words: str, start: int, end: int) -> tuple[int, bool]:
        """The month whose name stands after digits, or before them as a year, and if it is a day.

        The month is 0 where there is none.
        """
        short = end - start <= _OF_DAY
        if self.month is None:
            named = short and words[start] != "0" and words.startswith("月", end)
            number = int(words[start:end]) if named else 0
            month = number if number <= _MONTHS_OF_YEAR else 0
            return month, short and words.startswith("日", end)
        match = self.month.match(words, end)
        if match is not None:
            return _month(match), short
        return self.month_before(words, start) if end - start >= _OF_YEAR else 0, False

    def month_before(self, words: str, start: int) -> int:
        """The month whose name stands before a year; 0 where there is none."""
        if self.before_year is None or not self._named_before(words, start):
            return 0
        match = self.before_year.search(words[max(0, start - _BEFORE_YEAR) : start])
        return _month(match) if match else 0

    def _named_before(self, words: str, start: int) -> bool:
        """Whether the word before a place is one with which the name of a month ends."""
        end = start - 1
        if end < 0 or words[end] != " ":
            return False
        if words.endswith(" de", 0, end):
            end -= 3
        first = end
        while first and words[first - 1].isalpha():
            first -= 1
        assert self.last_names is not None
        return self.last_names.fullmatch(words, first, end) is not None

    def values(self, match: re.Match[str], language: str) -> list[Decimal]:
        """What a number that was matched means; several where that is not sure."""
        printed = match["number"]
        if match.end() - match.start() == len(printed) and printed.isdecimal():
            return [_whole(printed)]
        scale = next((size for name, size in self.scales if match[name]), 1)
        values = [value * scale for value in self._printed(printed)]
        if language == "ar" and scale == _THOUSAND:
            values += [value / scale for value in values]
        return [value.normalize() for value in values]

    def _printed(self, printed: str) -> list[Decimal]:
        """The number as it stands; where its groups may stand from right to left, that one too."""
        if printed.isdecimal():
            return [Decimal(printed)]
        whole, fraction = printed, ""
        if not self.grouped.fullmatch(printed):
            # The last sign is the decimals': in "1.234,5" the first parts groups.
            place = max(map(printed.rfind, self.decimals))
            whole, fraction = printed[:place], printed[place + 1 :]
        groups = re.split(f"[{re.escape(self.groups)}]", whole)
        orders = [groups, groups[::-1]] if self.backwards and len(groups) > 1 else [groups]
        # The group at the front is the only one that may be short.
        orders = [order for order in orders if all(len(group) == 3 for group in order[1:])]
        return [Decimal(f"{''.join(order)}.{fraction or 0}") for order in orders]


def _month(match: re.Match[str]) -> int:
    return int(match.lastgroup[1:]) if match.lastgroup else 0


@cache
def _reading(language: str) -> _Reading:
    groups, decimals = _SEPARATORS[language]
    grouped = rf"\d{{1,3}}(?:[{re.escape(groups)}]\d{{3}})+(?!\d)"
    if language == "ar":
        grouped = rf"\d{{3}}(?: \d{{3}})* \d{{1,2}}(?!\d)(?! \d)|{grouped}"
    scales = {f"scale{place}": item for place, item in enumerate(_SCALES[language].items())}
    edge = "" if language == "zh" else r"(?!\w)"
    scaled = "|".join(f"(?P<{name}>{pattern})" for name, (pattern, _) in scales.items())
    number = rf"(?<!\d)(?<!\d[.,])(?P<number>(?:{grouped}|\d+)(?:[{decimals}]\d+)?)"
    month = before_year = last_names = None
    begun = {one.first for pattern in _SCALES[language] for one in spellings(pattern)}
    if language == "zh":
        begun |= {"月", "日"}
    else:
        between = _BETWEEN_DAY_AND_MONTH.get(language, " ")
        names = "|".join(f"(?P<m{at}>{name})" for at, name in enumerate(_MONTHS[language], 1))
        # "May" and "mai" are months where a number stands beside them.
        month = re.compile(rf"{between}(?:{names})(?!\w)")
        before_year = re.compile(rf"(?<!\w)(?:{names}) (?:de )?$")
        begun |= {name[0] for name in _MONTHS[language]} | set(re.findall(r"\w", between))
        last_names = re.compile("|".join(name.rpartition("/ ?")[2] for name in _MONTHS[language]))
    return _Reading(
        number=re.compile(rf"{number}(?: ?(?:{scaled}){edge})?"),
        scales=tuple((name, size) for name, (_, size) in scales.items()),
        month=month,
        before_year=before_year,
        last_names=last_names,
        grouped=re.compile(grouped),
        groups=groups,
        decimals=decimals,
        points=f"{groups}{decimals}",
        begun=frozenset(begun),
        backwards=language == "ar",
    )
