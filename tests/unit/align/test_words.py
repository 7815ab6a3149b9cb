"""How two wordings differ, word by word."""

import random
from itertools import pairwise

import pytest

from acquis.align import Piece, differences
from acquis.align.words import readable, tokens


def told(one: str, other: str) -> str:
    signs = {"same": "{}", "gone": "[{}]", "new": "<{}>"}
    return "".join(signs[piece.kind].format(piece.text) for piece in differences(one, other))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("", "", ""),
        ("the same", "the same", "the same"),
        ("", "all new", "<all new>"),
        ("all gone", "", "[all gone]"),
        ("in paragraph 4 above", "in paragraph 5 above", "in paragraph [4]<5> above"),
        ("2024 and 2025", "2026 and 2027", "[2024]<2026> and [2025]<2027>"),
        ("a b c", "a c", "a [b ]c"),
        ("Parties, and others", "Parties and others", "Parties[,] and others"),
        ("MC-5/19 of", "MC-5/20 of", "[MC-5/19]<MC-5/20> of"),
        ("the report;[^1]", "the report;[^2]", "the report;[[^1]]<[^2]>"),
        ("促请会员国", "敦促会员国", "[促请]<敦促>会员国"),
        ("يطلب إلى الأمين العام", "يطلب إلى الأمين", "يطلب إلى الأمين[ العام]"),
        ("a\u00a0b", "a b", "a[\u00a0]< >b"),
    ],
)
def test_the_words_that_differ(one: str, other: str, expected: str) -> None:
    assert told(one, other) == expected


def test_a_little_that_is_the_same_between_larger_differences_goes_with_them() -> None:
    assert told("established plans of Parties", "voluntary measures of States") == (
        "[established plans of Parties]<voluntary measures of States>"
    )


def test_pieces_hold_both_wordings_whole() -> None:
    chance = random.Random(7)
    words = [
        "the",
        "a",
        "report",
        "of",
        "Parties",
        "2026–2027",
        ",",
        " ",
        "\u00a0",
        "[^1]",
        "缔约方",
    ]
    for _ in range(300):
        one = "".join(chance.choice(words) for _ in range(chance.randrange(40)))
        other = "".join(chance.choice(words) for _ in range(chance.randrange(40)))
        pieces = differences(one, other)
        assert "".join(piece.text for piece in pieces if piece.kind != "new") == one
        assert "".join(piece.text for piece in pieces if piece.kind != "gone") == other
        kinds = [piece.kind for piece in pieces]
        assert all(first != second for first, second in pairwise(kinds))
        assert "".join(tokens(one)) == one


def test_long_texts_without_anything_in_common_are_one_difference() -> None:
    one, other = "a " * 3000, "b " * 3000
    assert differences(one, other)[0] == Piece("gone", one.rstrip())


def test_footnote_marks_are_compared_and_looks_are_not() -> None:
    assert readable("*Notes* the report;[^3] and ^2^") == "Notes the report;[^3] and 2"
