"""What AKN4UN files in other languages than English print otherwise, on invented texts."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from akn_made import BODY, paragraph, source

from acquis.importers import akn
from acquis.importers.imported import Import, Settings
from acquis.model.institution import Forms

OPENINGS = {"en": "The Council of Lakes", "ar": "إن مجلس", "zh": "理事会", "ru": "Совет"}
CODES = {"ar": "ara", "zh": "zho", "ru": "rus", "fr": "fra", "es": "spa"}

Read = Callable[..., Import]


@pytest.fixture
def read() -> Callable[..., Import]:
    """Reads a text in a language, whose body has openings in several."""
    settings = Settings((replace(BODY, opening=Forms(OPENINGS)),))

    def made(language: str, *pieces: str, opening: str = "", **more: Any) -> Import:
        formula = f"<formula><p>{opening or OPENINGS.get(language, 'X')}</p></formula>"
        text = source(*pieces, formula=formula, **more)
        text = text.replace('language="eng"', f'language="{CODES[language]}"')
        return akn.read(text.encode(), "L_7_12.xml", settings)

    return made


def body(*paragraphs: tuple[str, str]) -> str:
    return "".join(paragraph(*pair) for pair in paragraphs)


def test_arabic_numbers(read: Read) -> None:
    text = body(
        ("1 -", "X:"), ("(أ)", "A؛"), ("(ب)", "B:"), ("’1‘", "One؛"), ("’2‘", "Two؛"),
        ("(ج)", "C؛"), ("(د)", "D؛"), ("(هـ)", "E؛"), ("(و)", "F."), ("2 -", "Y."),
    )  # fmt: skip
    found = read("ar", text).record["operative"]
    assert found == [
        {
            "text": "X:",
            "items": [
                "A؛",
                {"text": "B:", "items": ["One؛", "Two؛"]},
                "C؛",
                "D؛",
                {"text": "E؛", "number": "(هـ)"},  # printed otherwise than computed
                "F.",
            ],
        },
        "Y.",
    ]


def test_a_number_printed_otherwise_is_given(read: Read) -> None:
    typed = body(("", "1 –\tX؛"), ("", "2 -\u200f\tY."))
    assert read("ar", typed).record["operative"] == [{"text": "X؛", "number": "1 –"}, "Y."]


def test_arabic_letters_are_doubled(read: Read) -> None:
    letters = "أبجدهوزحطيكلمنسعفصقرشتثخذض"
    signs = [f"({letter})" for letter in letters] + ["(أ أ)", "(ب ب)"]
    text = body(("1 -", "X:"), *((sign, "Y؛") for sign in signs))
    assert read("ar", text).record["operative"][0]["items"] == ["Y؛"] * len(signs)


def test_chinese_numbers(read: Read) -> None:
    inner = [
        ("㈠", "一；"),
        *((f"{sign}", "二；") for sign in "㈡㈢㈣㈤㈥㈦㈧㈨㈩"),
        ("(十一)", "末；"),
    ]
    text = body(("1.", "X："), ("(a)", "A："), *inner, ("（b）", "B。"), ("2.", "Y。"))
    first, second = read("zh", text).record["operative"]
    assert second == "Y。"
    assert first["items"][0] == {"text": "A：", "items": ["一；", *["二；"] * 9, "末；"]}
    assert first["items"][1] == {"text": "B。", "number": "（b）"}


def test_cyrillic_letters_that_look_like_latin_ones(read: Read) -> None:
    text = body(("1.", "X:"), ("а)", "A;"), ("b)", "B;"), ("с)", "C;"), ("d)", "D."))
    assert read("ru", text).record["operative"][0]["items"] == [
        {"text": "A;", "number": "а)"},
        "B;",
        {"text": "C;", "number": "с)"},
        "D.",
    ]


def test_the_russian_alphabet(read: Read) -> None:
    signs = ["а)", "б)", "в)", "г)", "д)", "е)", "ж)"]
    text = body(("1.", "X:"), *((sign, "Y;") for sign in signs), ("2.", "Z."))
    found = read("ru", text).record["operative"]
    assert [item["number"] for item in found[0]["items"]] == signs
    assert found[1] == "Z."


def test_items_in_lower_case_are_no_continuation(read: Read) -> None:
    text = body(("1.", "решает:"), ("", "собраться;"), ("", "разойтись;"), ("2.", "просит."))
    found = read("ru", text).record["operative"]
    assert found[0] == {"text": "решает:", "items": ["собраться;", "разойтись;"], "style": "none"}


@pytest.mark.parametrize(("language", "style"), [("ar", "bold italic"), ("zh", "bold")])
def test_bold_opening_words_are_emphasis(read: Read, language: str, style: str) -> None:
    line = f"<container><p>\t<span class='{style}'>X </span>其。</p></container>"
    text = body(("1.", f"<span class='{style}'>Y：</span>"), ("(a)", "Z。"))
    record = read(language, text, line, opening=f"{OPENINGS[language]}，").record
    assert record["preamble"] == ["*X* 其。"]
    assert record["operative"][0]["text"] == "*Y：*"


def test_notes_between_raised_brackets(read: Read) -> None:
    note = "<authorialNote marker='1'><p>\t()\tانظر L/6/1.</p></authorialNote>"
    text = body(("1 -", f"X<sup>(</sup>{note}<sup>)</sup>؛"))
    record = read("ar", text).record
    assert record["operative"] == [{"text": "X[^1]؛", "number": "1"}]
    assert record["footnotes"] == {"1": "انظر L/6/1."}


def test_the_opening_is_that_of_the_language(read: Read) -> None:
    line = "<container><p>X，</p></container>"
    assert "opening" not in read("zh", "", line, opening="理事会，").record
    latin = read("zh", "", line, opening="理事会,")
    assert "opening" not in latin.record
    assert any("printed as" in notice.reason for notice in latin.report.notices)
    other = read("fr", "", line, opening="理事会，")
    assert other.record["language"] == "fr"
    assert other.record["opening"] == "理事会"
    assert any('the opening is in "zh"' in notice.reason for notice in other.report.notices)


def test_numbers_and_texts_in_two_blocks(read: Read) -> None:
    text = body(("1.", ""), ("", "A ;"), ("2.", ""), ("", "B."))
    found = read("fr", text)
    assert found.record["operative"] == ["A ;", "B."]
    (notice,) = found.report.notices
    assert notice.text == "1., 2."
    assert "stands in the next block" in notice.reason


def test_numbers_without_text_are_left_over(read: Read) -> None:
    found = read("ar", body(("1 -", "A؛"), ("2 -", ""), ("3 -", "C.")))
    assert found.record["operative"] == ["A؛", {"text": "C.", "number": "3"}]
    assert [piece.text for piece in found.report.leftover] == ["2 -"]


def test_a_space_stands_for_the_tab(read: Read) -> None:
    text = body(("1.", "X :"), ("", "a) Un ;"), ("", "b)\u00a0Deux."))
    assert read("fr", text).record["operative"][0]["items"] == ["Un ;", "Deux."]


def test_headings_that_are_not_tagged(read: Read) -> None:
    text = body(
        ("1.", "X。"), ("", "一"), ("", "资金的筹措"), ("2.", "Y："), ("", "星期一"), ("", "星期二")
    )
    assert read("zh", text).record["operative"] == [
        "X。",
        {
            "heading": "资金的筹措",
            "number": "一",
            "blocks": [{"text": "Y：", "items": ["星期一", "星期二"], "style": "none"}],
        },
    ]


def test_numbers_of_headings_in_words(read: Read) -> None:
    def heading(words: str) -> str:
        return f"<paragraph><heading>{words}</heading></paragraph>"

    text = heading("أولا - X") + paragraph("1 -", "A.") + heading("ثانيا") + heading("Yes")
    found = read("ar", text + paragraph("2 -", "B.")).record["operative"]
    assert [(one["number"], one["heading"]) for one in found] == [("أولا -", "X"), ("ثانيا", "Yes")]


def test_text_behind_the_items_where_there_are_no_capitals(read: Read) -> None:
    text = body(
        ("1.", "<span class='bold'>X</span>："), ("(a)", "A；"), ("", "并请；"), ("2.", "Y。")
    )
    assert read("zh", text).record["operative"][0] == {
        "text": "*X*：",
        "items": ["A；"],
        "then": ["并请；"],
    }


def test_an_opening_without_a_comma_opens_no_preamble(read: Read) -> None:
    line = "<container><p>决定：</p></container>"
    found = read("zh", body(("1.", "X。")), line, opening="理事会")
    assert "preamble" not in found.record
    assert found.record["operative"][0]["text"] == "决定："
