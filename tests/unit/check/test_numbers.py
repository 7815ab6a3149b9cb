"""Runs of numbers: what follows, what repeats, what jumps."""

import pytest

REPEATED, JUMP = "number-repeated", "number-jump"


def paragraphs(*numbers: str | None) -> str:
    return (
        "[" + ", ".join("x" if n is None else f'{{text: x, number: "{n}"}}' for n in numbers) + "]"
    )


def items(*numbers: str | None) -> str:
    return f'[One, {{text: "Requests:", items: {paragraphs(*numbers)}}}]'


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("1", "2", None), []),
        (("1", "2 bis"), []),
        (("1", "1 bis", "2"), []),
        ((None, "2", "2 bis", "2 ter", None), []),
        ((None, "none", "2"), []),
        ((None, None, "4"), [JUMP]),
        (("4", "5"), [JUMP]),
        (("1", "2", "2", "3"), [REPEATED]),
        (("22", "22", "24"), [REPEATED, JUMP, JUMP]),
        (("1", "2", "3", "1", "2", "3"), [REPEATED]),
        (("1", "2", "1", None, None), [REPEATED]),
        (("1", "2", "1", "3", "2"), [REPEATED, REPEATED, JUMP]),
        (("A", "B", "1"), []),
    ],
)
def test_paragraphs(in_text, numbers: tuple[str | None, ...], expected: list[str]) -> None:
    assert sorted(in_text(paragraphs(*numbers))) == sorted(expected)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("(a)", "(b)"), []),
        (("i", "ii", "iii"), []),
        (("h",), [JUMP]),
        ((*"abcdefgh", "i", "j"), []),
        (("a", "a"), [REPEATED]),
        ((None, "d"), [JUMP]),
        ((None, "a bis", None), []),
        ((None, "none", "b"), []),
        (("б)", "б)"), [REPEATED]),
        (("أ", "ب"), []),
        (("–", "–"), []),
    ],
)
def test_items(in_text, numbers: tuple[str | None, ...], expected: list[str]) -> None:
    assert in_text(items(*numbers)) == expected


def test_sections_parts_and_annexes_are_runs_of_their_own(in_text) -> None:
    restarted = (
        "[{heading: I, blocks: [x, z]}, "
        '{heading: II, restart: true, blocks: [{text: x, number: "1"}]}]'
    )
    assert in_text(restarted) == []
    assert in_text(restarted.replace(", restart: true", "")) == [REPEATED]
    assert in_text("[x, z]", '    annexes: [{blocks: [{text: x, number: "1"}, z]}]\n') == []
    assert in_text("[x, z]", '    annexes: [{blocks: [{text: x, number: "3"}]}]\n') == [JUMP]


def test_quoted_numbers_are_not_ours(in_text) -> None:
    assert in_text('[x, {quote: [{text: x, number: "8"}, {text: x, number: "8"}]}]') == []
    quoted_items = '[x, {quote: [{text: "As follows:", items: [{text: x, number: "(d)"}]}]}]'
    assert in_text(quoted_items) == []
