"""Numbers as the six languages print them."""

import pytest

from acquis.model import numbering


@pytest.mark.parametrize(("number", "expected"), [(1, "a"), (26, "z"), (27, "aa"), (28, "bb")])
def test_letters(number: int, expected: str) -> None:
    assert numbering.letters(number) == expected
    assert numbering.from_letters(expected) == number


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (1999, "mcmxcix")],
)
def test_roman(number: int, expected: str) -> None:
    assert numbering.roman(number) == expected
    assert numbering.from_roman(expected.upper()) == number


@pytest.mark.parametrize("text", ["", "iiii", "vv", "ic", "a", "1", "ixx"])
def test_what_is_no_roman_number(text: str) -> None:
    assert numbering.from_roman(text) is None


@pytest.mark.parametrize("text", ["", "ab", "1", "б", "aaaaa"])
def test_what_is_no_letter_of_a_list(text: str) -> None:
    assert numbering.from_letters(text) is None


@pytest.mark.parametrize(
    ("language", "paragraph", "items", "inner"),
    [
        ("en", "4.", ["(a)", "(b)", "(c)"], "(ii)"),
        ("fr", "4.", ["a)", "b)", "c)"], "ii)"),
        ("es", "4.", ["a)", "b)", "c)"], "ii)"),
        ("ru", "4.", ["a)", "b)", "c)"], "ii)"),
        ("ar", "4 -", ["(أ)", "(ب)", "(ج)"], "’2‘"),
        ("zh", "4.", ["(a)", "(b)", "(c)"], "㈡"),
        ("sw", "4.", ["(a)", "(b)", "(c)"], "(ii)"),
    ],
)
def test_the_forms_of_a_language(
    language: str, paragraph: str, items: list[str], inner: str
) -> None:
    assert numbering.paragraph(4, language) == paragraph
    assert [numbering.item(n, 1, "alpha", language) for n in (1, 2, 3)] == items
    assert numbering.item(2, 2, "roman", language) == inner


def test_styles_without_numbers() -> None:
    assert numbering.item(1, 1, "dash", "en") == "–"
    assert numbering.item(1, 1, "bullet", "en") == "•"
    assert numbering.item(1, 1, "none", "en") == ""


def test_items_change_style_with_their_depth() -> None:
    assert [numbering.style_at(depth, None) for depth in range(1, 6)] == [
        "alpha",
        "roman",
        "alpha",
        "roman",
        "alpha",
    ]
    assert numbering.style_at(2, "dash") == "dash"


@pytest.mark.parametrize(
    ("given", "depth", "language", "expected"),
    [
        ("2 bis", 0, "en", "2 bis."),
        ("8 quater.", 0, "en", "8 quater."),
        ("c", 1, "en", "(c)"),
        ("c", 1, "fr", "c)"),
        ("(c)", 1, "fr", "(c)"),
        ("5", 0, "ar", "5 -"),
        ("", 0, "en", ""),
    ],
)
def test_given_numbers_get_the_signs_that_they_lack(
    given: str, depth: int, language: str, expected: str
) -> None:
    assert numbering.printed(given, depth=depth, language=language) == expected


@pytest.mark.parametrize(
    ("place", "of", "depth", "language", "expected"),
    [
        (1, 1, 0, "en", "Annex"),
        (2, 3, 0, "en", "Annex II"),
        (1, 1, 1, "en", "Appendix"),
        (2, 2, 0, "fr", "Annexe II"),
        (2, 2, 0, "zh", "附件二"),
    ],
)
def test_labels_of_annexes(place: int, of: int, depth: int, language: str, expected: str) -> None:
    assert numbering.annex(place, of, depth, language) == expected


def test_chinese_numbers() -> None:
    assert [numbering.chinese(n) for n in (1, 10, 11, 20, 21)] == [
        "一",
        "十",
        "十一",
        "二十",
        "二十一",
    ]
    assert [numbering.chinese_circled(n) for n in (1, 10, 11)] == ["㈠", "㈩", "(十一)"]
