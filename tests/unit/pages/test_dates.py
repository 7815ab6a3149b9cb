"""Dates in the form of each language."""

import datetime

import pytest

from acquis.pages.dates import date, span, years

DAY = datetime.date(2023, 12, 22)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "22 December 2023"),
        ("fr", "22\u00a0décembre 2023"),
        ("es", "22 de diciembre de 2023"),
        ("ru", "22\u00a0декабря 2023\u00a0года"),
        ("ar", "22\u00a0كانون الأول/ديسمبر 2023"),
        ("zh", "2023年12月22日"),
        ("de", "22. Dezember 2023"),
    ],
)
def test_a_day(language: str, words: str) -> None:
    assert date(DAY, language) == words


def test_the_first_day_in_french() -> None:
    assert date(datetime.date(2023, 3, 1), "fr") == "1er\u00a0mars 2023"


@pytest.mark.parametrize(
    ("language", "one_month", "two_months", "two_years"),
    [
        ("en", "3–7 November 2025", "30 October – 7 November 2025", None),
        ("fr", "3-7\u00a0novembre 2025", "30\u00a0octobre-7\u00a0novembre 2025", None),
        ("es", "3 a 7 de noviembre de 2025", "30 de octubre a 7 de noviembre de 2025", None),
        (
            "ru",
            "3–7\u00a0ноября 2025\u00a0года",
            "30\u00a0октября — 7\u00a0ноября 2025\u00a0года",
            None,
        ),
        ("zh", "2025年11月3日至7日", "2025年10月30日至11月7日", "2024年12月30日至2025年11月7日"),
        ("ar", "3-7\u00a0تشرين الثاني/نوفمبر 2025", None, None),
    ],
)
def test_days_of_a_meeting(
    language: str, one_month: str, two_months: str | None, two_years: str | None
) -> None:
    last = datetime.date(2025, 11, 7)
    assert span(datetime.date(2025, 11, 3), last, language) == one_month
    if two_months:
        found = span(datetime.date(2025, 10, 30), last, language)
        assert found.replace("\u2009", " ") == two_months
    if two_years:
        assert span(datetime.date(2024, 12, 30), last, language) == two_years


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "2026–2027"), ("ru", "2026–2027"), ("fr", "2026-2027"), ("ar", "2026-2027")],
)
def test_a_period_is_joined_as_days_are(language: str, expected: str) -> None:
    assert years("2026-2027", language) == expected
    assert years("2026-27 and on", language) == "2026-27 and on"
