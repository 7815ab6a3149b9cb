import pytest

from acquis.search.analysis import Analyst, analyse, fold


def forms(text: str) -> list[tuple[str, int]]:
    return list(analyse(text).occurrences)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Requests the Secretary-General",
            ["requests", "the", "secretarygeneral", "secretary", "general"],
        ),
        ("l’État, l'eau", ["l", "etat", "l", "eau"]),
        ("Ёлка и Йод", ["елка", "и", "йод"]),
        ("МАЙ", ["май"]),
        ("الأُمَم المُتَّحِدة إلى مؤسسة", ["الامم", "المتحده", "الي", "موسسه"]),
        ("الـتـنـمـية", ["التنميه"]),
        ("٢٠٣٠", ["2030"]),
        ("１０ ｋｇ", ["10", "kg"]),
        ("RC‑12/9", ["rc", "12/9", "12", "9"]),
        ("50,000 and 12\u00a0345\u202f678", ["50000", "and", "12345678"]),
        ("in 2023, 100", ["in", "2023", "100"]),
        ("30.000 a 1.234.567. 5.2.2", ["30000", "a", "1234567", "5", "2", "2"]),
        ("and/or", ["and", "or"]),
        ("bien\u00adêtre a\u200bb", ["bienetre", "ab"]),
        ("ŒUVRE", ["oeuvre"]),
        ("snake_case", ["snake", "case"]),
        ("", []),
    ],
)
def test_words_are_folded(text: str, found: list[str]) -> None:
    assert [form for form, _ in forms(text)] == found


def test_a_symbol_stands_where_its_first_piece_does() -> None:
    assert forms("see 78/100 now") == [
        ("see", 0),
        ("78/100", 1),
        ("78", 1),
        ("100", 2),
        ("now", 3),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("over 12 500 of", [("over", 0), ("12500", 1), ("12", 1), ("500", 2), ("of", 3)]),
        # The groups of a number that runs from right to left.
        ("000 12", [("12000", 0), ("000", 0), ("12", 1)]),
        ("112 991", [("112991", 0), ("991112", 0), ("112", 0), ("991", 1)]),
        ("第2 000多", [("第", 0), ("2000", 1), ("2", 1), ("000", 2), ("多", 3)]),
        ("12 500\u00a0000", [("12", 0), ("500000", 1)]),
        ("5 20", [("5", 0), ("20", 1)]),
        ("1 2023 78/100", [("1", 0), ("2023", 1), ("78/100", 2), ("78", 2), ("100", 3)]),
        (
            "1 222 333 444 555 666",
            [(n, at) for at, n in enumerate(["1", "222", "333", "444", "555", "666"])],
        ),
    ],
)
def test_figures_with_spaces_between_may_be_one_number(
    text: str, found: list[tuple[str, int]]
) -> None:
    assert forms(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Co‑operation in", [("cooperation", 0), ("co", 0), ("operation", 1), ("in", 2)]),
        ("COVID-19", [("covid19", 0), ("covid", 0), ("19", 1)]),
        ("2021-2025", [("2021", 0), ("2025", 1)]),
        ("non-State/armed", [("non", 0), ("state", 1), ("armed", 2)]),
        ("MC-5/19", [("mc", 0), ("5/19", 1), ("5", 1), ("19", 2)]),
        ("a-b-c-d-e", [("a", 0), ("b", 1), ("c", 2), ("d", 3), ("e", 4)]),
        ("war – peace-", [("war", 0), ("peace", 1)]),
    ],
)
def test_a_compound_is_a_form_without_its_hyphens(text: str, found: list[tuple[str, int]]) -> None:
    assert forms(text) == found


def test_chinese_is_taken_two_characters_at_a_time() -> None:
    assert forms("联合国2030年") == [
        ("联合", 0),
        ("合国", 1),
        ("国", 2),
        ("2030", 3),
        ("年", 4),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A/RES/78/1, the 50\u00a0000 people’s rights",
        "联合国 and 大会,大会",
        "  ",
        "x  y",
        "a 12 500 b 1 2",
    ],
)
def test_an_analyst_finds_the_same(text: str) -> None:
    analyst = Analyst()
    assert analyst.words(text) == analyst.words(text) == analyse(text)
    positions, width = analyst.positions(text)
    assert width == analyse(text).width
    found = [(form, at) for form, row in positions.items() for at in row]
    assert sorted(found) == sorted(forms(text))


def test_folding_is_idempotent() -> None:
    for text in ("Éléments ‑ ﬁn", "الأُمَم", "Ёй", "ＡＢ"):
        assert fold(fold(text)) == fold(text)
