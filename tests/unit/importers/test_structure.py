"""The numbers of items, headings and sections, without any file."""

import pytest

from acquis.importers import label
from acquis.importers.annexes import divide
from acquis.importers.label import Label, Rank
from acquis.importers.line import Kind, Line
from acquis.importers.outline import outline
from acquis.importers.record import blocks
from acquis.position import Position

AT = Position("x")


def line(printed: str, text: str, kind: Kind = Kind.TEXT) -> Line:
    return Line(kind, AT, "/", text, label.read(printed) if printed else None)


@pytest.mark.parametrize(
    ("printed", "sign", "form", "readings"),
    [
        ("4.", "4", "{}.", [("decimal", 4)]),
        ("2 bis.", "2 bis", "{}.", [("decimal", 2)]),
        ("(i)", "i", "({})", [("alpha", 9), ("roman", 1)]),
        ("(hh)", "hh", "({})", [("alpha", 34)]),
        ("iv)", "iv", "{})", [("roman", 4)]),
        ("XIV", "XIV", "{}", [("ROMAN", 14)]),
        ("–", "–", "{}", [("dash", 1)]),
    ],
)
def test_labels(printed: str, sign: str, form: str, readings: list[tuple[str, int]]) -> None:
    assert label.read(printed) == Label(printed, sign, form, tuple(map(tuple, readings)))  # type: ignore[arg-type]


@pytest.mark.parametrize("printed", ["", "(a", "word", "(Ab)", "a.b", "12345", "(2 bis"])
def test_what_is_no_label(printed: str) -> None:
    assert label.read(printed) is None


def test_typed_labels() -> None:
    found = label.typed("(b)\tThe rest")
    assert found is not None
    assert (found[0].printed, found[1]) == ("(b)", 4)
    assert label.typed("(b) The rest") is None
    assert label.typed("a\tThe rest") is None
    assert label.typed("a\tThe rest", bare=True) is not None


@pytest.mark.parametrize(
    ("number", "ranks"),
    [
        ("IV", [("ROMAN", 4)]),
        ("C.", [("ALPHA", 3), ("ROMAN", 100)]),
        ("Income section 2", [("section", None)]),
        ("Section 29A", [("section", None)]),
        ("Final remarks", []),
        ("Agenda", []),
    ],
)
def test_numbers_of_headings(number: str, ranks: list[tuple[str, int | None]]) -> None:
    assert [*label.heading_ranks(number)] == [Rank(*rank) for rank in ranks]


def test_third_level_and_other_forms() -> None:
    signs = [("1.", 0), ("(a)", 1), ("(i)", 2), ("a.", 3), ("b.", 3), ("(ii)", 2), ("(b)", 1)]
    found = outline([line(sign, f"At {depth}:") for sign, depth in signs], "annex")
    assert blocks(found.blocks, "en") == [
        {
            "text": "At 0:",
            "items": [
                {
                    "text": "At 1:",
                    "items": [{"text": "At 2:", "items": ["At 3:", "At 3:"]}, "At 2:"],
                },
                "At 1:",
            ],
        }
    ]


def test_styles_other_than_the_usual() -> None:
    romans = outline([line("1.", "A:"), line("(i)", "B;"), line("(ii)", "C.")], "annex")
    assert blocks(romans.blocks, "en") == [{"text": "A:", "items": ["B;", "C."], "style": "roman"}]
    dashes = outline([line("1.", "A:"), line("–", "B;"), line("–", "C.")], "annex")
    assert blocks(dashes.blocks, "en") == [{"text": "A:", "items": ["B;", "C."], "style": "dash"}]


def test_a_letter_that_opens_a_list_when_its_text_is_announced() -> None:
    signs = [f"({sign})" for sign in "abcdefgh"]
    texts = [*(line(sign, "Do;") for sign in signs[:-1]), line("(h)", "Do:")]
    found = outline([line("1.", "A:"), *texts, line("(i)", "X;"), line("(ii)", "Y.")], "annex")
    items = blocks(found.blocks, "en")[0]["items"]
    assert items[7] == {"text": "Do:", "items": ["X;", "Y."]}


def test_letters_of_headings_go_on_past_roman_numbers() -> None:
    headings = [line("I", "One", Kind.HEADING)]
    headings += [line(f"{letter}.", "Two", Kind.HEADING) for letter in "ABCDEFGHIJ"]
    headings += [line("II", "Three", Kind.HEADING), line("", "Four", Kind.HEADING)]
    found = blocks(outline(headings, "annex").blocks, "en")
    assert [len(heading["blocks"]) for heading in found] == [10, 1]


def test_item_numbers_that_leap() -> None:
    found = outline(
        [line("1.", "A:"), line("(a)", "B;"), line("(c)", "C;"), line("(d)", "D.")], "annex"
    )
    assert blocks(found.blocks, "en")[0]["items"] == ["B;", {"text": "C;", "number": "(c)"}, "D."]


def test_a_division_without_a_label() -> None:
    found = divide([line("", "Declaration of the lakes", Kind.HEADING), line("1.", "A.")], "en")
    assert [(one.label, one.title, len(one.lines)) for one in found] == [
        ("", "Declaration of the lakes", 1)
    ]


def test_the_only_annex_with_a_number_keeps_it() -> None:
    assert divide([line("", "Annex I", Kind.HEADING)], "en")[0].label == "Annex I"
    assert divide([line("", "Annexe", Kind.HEADING)], "fr")[0].label == ""


@pytest.mark.parametrize(
    "lines",
    [
        [line("(c)", "Deeper:")] * 3000,
        [line("", f"X{chr(97 + n % 26)}{'y' * (n // 26)} 1", Kind.HEADING) for n in range(400)],
        [line(f"{n}.", "Quotes:") for n in range(3000, 0, -1)],
        [line("", "Unnumbered:"), line("(i)", "Item:")] * 1500,
    ],
)
def test_hostile_structures_stay_shallow_and_quick(lines: list[Line]) -> None:
    assert depth(blocks(outline(lines, "annex").blocks, "en")) < 60


def depth(value: object) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(depth, inner), default=0)


def test_numbers_go_on_after_a_section_with_numbers_of_its_own() -> None:
    lines = [line("1.", "A;"), line("2.", "B;"), line("I", "Own", Kind.HEADING), line("1.", "C;")]
    found = outline([*lines, Line(Kind.RULE, AT, "/", "* * *"), line("3.", "D.")], "operative")
    assert blocks(found.blocks, "en") == [
        "A;",
        "B;",
        {"heading": "Own", "number": "I", "restart": True, "blocks": ["C;"]},
        {"rule": True},
        "D.",
    ]
