"""Dates as the United Nations' documents print them in each language.

Arabic names each month twice ("كانون الأول/ديسمبر"), Russian writes out the word for year, French
has its first day. Other languages have the form of the Unicode locale data (CLDR).
"""

from __future__ import annotations

import datetime
import re
from functools import cache

from babel import Locale
from babel.dates import format_date

_SHORT_MONTH = re.compile(r"(?<!M)MMM(?!M)")
_MONTHS = {
    "ar": (
        *("كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو"),
        *("حزيران/يونيه", "تموز/يوليه", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر"),
        *("تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر"),
    ),
}
_YEARS = re.compile(r"\d{4}-\d{4}")
_NO_BREAK = "\u00a0"


@cache
def date(day: datetime.date, language: str) -> str:
    """A day in a language's own form."""
    return _form(day, language, year=True)


def years(words: str, language: str) -> str:
    """A period in a language's own form: "2026-2027", as it is kept, is joined as days are."""
    if language in ("en", "ru") and _YEARS.fullmatch(words):
        return words.replace("-", "–")
    return words


def span(first: datetime.date, last: datetime.date, language: str) -> str:
    """The days from one to another, what they have in common said once."""
    if first == last:
        return date(first, language)
    if language not in _JOINED:
        return _of_locale(first, last, language)
    until = date(last, language)
    if first.year != last.year:
        since = date(first, language)
    elif first.month != last.month:
        since = _form(first, language, year=False)
    else:
        since = _day(first, language)
        if language == "zh":  # the year and the month stand before the days
            since, until = _form(first, language, year=True), f"{last.day}日"
        return _JOINED[language][0].format(since, until)
    if language == "zh" and first.year == last.year:
        since, until = date(first, language), _form(last, language, year=False)
    return _JOINED[language][1].format(since, until)


#: How two days of one month are joined, and how others are.
_JOINED = {
    "ar": ("{}-{}", "{} - {}"),
    "fr": ("{}-{}", "{}-{}"),
    "es": ("{} a {}", "{} a {}"),
    "ru": ("{}–{}", "{} — {}"),
    "zh": ("{}至{}", "{}至{}"),
}


def _day(day: datetime.date, language: str) -> str:
    return "1er" if language == "fr" and day.day == 1 else str(day.day)


def _form(day: datetime.date, language: str, *, year: bool) -> str:
    """A day with its month, and with its year where that is wanted."""
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日" if year else f"{day.month}月{day.day}日"
    if language == "es":
        month = format_date(day, "MMMM", "es")
        return f"{day.day} de {month}" + (f" de {day.year}" if year else "")
    if language in ("ar", "fr", "ru"):
        # With its day, since Russian bends the month.
        month = format_date(day, "d MMMM", language).partition(" ")[2]
        if language in _MONTHS:
            month = _MONTHS[language][day.month - 1]
        words = f"{_day(day, language)}{_NO_BREAK}{month}"
        ending = f"{_NO_BREAK}года" if language == "ru" else ""
        return f"{words} {day.year}{ending}" if year else words
    locale = Locale.parse(language, sep="-")
    return format_date(day, "d MMMM y" if language == "en" else "long", locale)


def _of_locale(first: datetime.date, last: datetime.date, language: str) -> str:
    """The form with short months, its months written out: "3–7 November 2025"."""
    widest = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    # Day before month.
    locale = Locale("en", "GB") if language == "en" else Locale.parse(language, sep="-")
    halves = locale.interval_formats["yMMMd"][widest]
    return "".join(
        format_date(day, _SHORT_MONTH.sub("MMMM", half), locale)
        for day, half in zip((first, last), halves, strict=True)
    )
