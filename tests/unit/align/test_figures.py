"""Figures of a text: the same values in whatever language they are printed."""

from decimal import Decimal

import pytest

from acquis.align import figures

AMOUNT = {Decimal(3588431600), Decimal(1500000)}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "3,588,431,600 dollars and 1.5 million on 22 December 2023"),
        ("fr", "3\u00a0588\u00a0431\u00a0600 dollars et 1,5\u00a0million le 22 décembre 2023"),
        ("es", "3.588.431.600 dólares y 1,5 millones el 22 de diciembre de 2023"),
        ("ru", "3\u00a0588\u00a0431\u00a0600 долл. и 1,5 млн 22\u00a0декабря 2023\u00a0года"),
        ("zh", "2023年12月22日3 588 431 600美元和150万"),
        ("ar", "600 431 588 3 دولار و 1,5 مليون في 22 كانون الأول/ديسمبر 2023"),
    ],
)
def test_amounts_and_dates_are_alike_in_six_languages(language: str, words: str) -> None:
    found = figures(words, language)
    assert found.numbers >= {*AMOUNT, Decimal(22), Decimal(2023)}
    assert found.days == {Decimal(22)}
    assert found.months == {12}
    assert not found.apart(figures("3,588,431,600 and 1.5 million in 2023 on 22 May, 12", "en"))


@pytest.mark.parametrize("words", ["A/RES/78/12", "COVID-19", "at 10.30 a.m.", "no figure", ""])
def test_symbols_and_times_are_no_figures(words: str) -> None:
    assert figures(words, "en").numbers == frozenset()


def test_what_has_another_scale_or_sign_is_the_same() -> None:
    ours = figures("между 5 и 6 миллионами, резолюция 68-7", "ru")
    theirs = figures("between 5 million and 6 million, resolution 68.7", "en")
    assert not ours.apart(theirs) - {Decimal(7)}
    assert not theirs.apart(ours)


def test_commas_between_groups_are_read_where_they_are_not_usual() -> None:
    assert figures("3,444,110,500 dólares", "es").numbers == {Decimal(3444110500)}
    assert figures("3,444 dólares", "es").numbers == {Decimal("3.444")}


def test_groups_and_decimals_may_have_the_same_signs() -> None:
    assert figures("1.234,5 millones", "es").numbers == {Decimal(1234500000)}
    assert figures("1.234.567,25 dólares", "es").numbers == {Decimal("1234567.25")}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "in July–August 2023 (September 2024) and in May 2025"),
        ("fr", "en juillet-août 2023 (septembre 2024) et mai 2025"),
        ("es", "en julio-agosto de 2023 (septiembre de 2024) y mayo de 2025"),
        ("ru", "в июле–августе 2023 года (сентябрь 2024) и мае 2025"),
        ("ar", "تموز/يوليه–آب/أغسطس 2023 (أيلول/سبتمبر 2024) و أيار/ مايو 2025"),
        ("zh", "2023年7月至8月（2024年9月）和2025年5月"),
    ],
)
def test_months_stand_before_a_year_or_after_it(language: str, words: str) -> None:
    assert figures(words, language).months >= {5, 8, 9}


def test_a_symbol_is_none_with_all_that_is_written_together_with_it() -> None:
    words = "see A/RES/78/1 (II).4/2, FCCC/SBI/2017/ 12 and UNEP-19 or x1 /2 of 7"
    assert figures(words, "en").numbers == {Decimal(7)}


def test_a_decade_goes_by_two_figures_too() -> None:
    assert not figures("les années 90", "fr").apart(figures("the 1990s", "en"))
    assert figures("les années 80", "fr").apart(figures("the 1990s", "en")) == {Decimal(80)}


def test_the_letter_a_is_no_thousand() -> None:
    assert not figures("القرار 217 ألف", "ar").apart(figures("resolution 217 A", "en"))
    assert figures("43", "fr").apart(figures("34", "en")) == {Decimal(43)}
