"""Numbers in words are the same in six languages, and what only looks like one is none."""

import pytest

from acquis.align import number_words, sure_numbers

#: One row a number: how the six languages write it, as a count or as a place in a row.
SAME = """
4 | the Fourth Committee | Quatrième | la Cuarta | Четвертый | اللجنة الرابعة | 第四委员会
15 | fifteen days | quinze jours | quince días | пятнадцать дней | خمسة عشر يوما | 十五天
17 | seventeenth | dix-septième | decimoséptimo | семнадцатого | السابعة عشرة | 第十七次
20 | twenty | vingt | veinte | двадцати | العشرين | 二十
21 | twenty-first | vingt et un | vigésima primera | двадцать первой | الحادية والعشرين | 第二十一届
50 | fifty | cinquante | cincuenta | пятидесяти | وخمسين | 五十
70 | seventieth | soixante-dixième | septuagésimo | семидесятая | السبعون | 七十周年
79 | seventy-nine | soixante-dix-neuf | setenta y nueve | семьдесят девять | تسعة وسبعين | 七十九
80 | eightieth | quatre-vingtième | octogésimo | восьмидесятой | الثمانين | 第八十届
92 | ninety-two | quatre-vingt-douze | noventa y dos | девяносто два | اثنان وتسعون | 九十二
"""
LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [
        (language, words, int(value))
        for value, *row in (line.split(" | ") for line in SAME.split("\n")[1:-1])
        for language, words in zip(LANGUAGES, row, strict=True)
    ],
)
def test_one_number_in_six_languages(language: str, words: str, value: int) -> None:
    assert number_words(words, language).sure == {value}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "a second one, one third, the often intended fortitude"),
        ("en", "one hundred and fifty"),
        ("fr", "une fois, deux cents, cent quinze"),
        ("es", "mil quinientos quince"),
        ("ru", "семью и пятилетний план, сто пять"),
        ("ar", "مائة وخمسة"),
        ("zh", "十分重要，百分之十五，一百二十五，万分之七"),
        ("xx", "fifteen"),
    ],
)
def test_what_is_none_or_a_part_of_a_larger_one(language: str, words: str) -> None:
    assert number_words(words, language).sure == frozenset()


@pytest.mark.parametrize(
    ("language", "words", "values"),
    [
        ("en", "(twenty-one)/Six and seventy;NINETY", {21, 6, 70, 90}),
        ("fr", "quatre-vingt-dix-sept, dix-sept et vingt et un", {97, 17, 21}),
        ("es", "veinticinco, treinta y un días, décimo primero", {25, 31, 11}),
        ("ru", "«двадцать первый» и сорока", {21, 40}),
        ("ar", "والخامسة والعشرـين وثلاثة عشر", {25, 13}),
        ("zh", "第二十一届和十五天，第五", {21, 15, 5}),
    ],
)
def test_numbers_of_several_words_stand_among_others(
    language: str, words: str, values: set[int]
) -> None:
    assert number_words(words, language).sure == sure_numbers(words, language) == values


def test_what_may_be_a_number_is_not_sure() -> None:
    assert number_words("六种语文", "zh").sure == frozenset()
    assert number_words("六种语文", "zh").possible == {6}
    protocol = number_words("Protocol V, fifteen", "en")
    assert (protocol.sure, protocol.possible) == ({15}, {5, 15})
