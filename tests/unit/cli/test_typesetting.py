import pytest

from acquis.cli.grid import grid
from acquis.cli.typesetting import Typesetter, hanging, width
from acquis.model.block import Cell, Table
from acquis.text import Style

PLAIN = Typesetter(20)
STYLED = Typesetter(40, styles=True)


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("", [""]),
        ("one two", ["one two"]),
        ("one two three four five", ["one two three four", "five"]),
        ("twenty characters ok", ["twenty characters ok"]),
        ("a no\u00a0break\u00a0space here", ["a no\u00a0break\u00a0space", "here"]),
        ("a\tb\nc   d", ["a b c d"]),
        ("word[^1], *next*[^a] ~sub~", ["word[1], next[a] sub"]),
        ("H~2~O, 10^-3^, n^o^, 1^st^", ["H₂O, 10⁻³, no, 1st"]),
        ("averyveryverylongwordindeed x", ["averyveryverylongwordindeed", "x"]),
        ("[here](https://x.example)", ["here", "<https://x.example>"]),
        ("[https://x.example](https://x.example)", ["https://x.example"]),
        (r"\*literal\* <b>", ["*literal* <b>"]),
    ],
)
def test_paragraphs(source, lines) -> None:
    assert PLAIN.paragraph(source) == lines


def test_a_number_hangs_and_a_long_one_pushes() -> None:
    assert PLAIN.paragraph("one two three four", *hanging("1.", 0)) == [
        "1.  one two three",
        "    four",
    ]
    first, rest = hanging("(viii)", 4)
    assert (first, rest) == ("    (viii) ", "        ")
    assert hanging("", 0) == ("    ", "    ")


def test_emphasis_is_for_the_terminal_alone() -> None:
    source = "*Takes note* of **all** and ***both***"
    assert STYLED.paragraph(source) == [
        "\x1b[3mTakes note\x1b[0m of \x1b[1mall\x1b[0m and \x1b[3;1mboth\x1b[0m"
    ]
    assert Typesetter(40).paragraph(source) == ["Takes note of all and both"]
    assert STYLED.plain("*x*", style=Style.STRONG) == ["\x1b[1m*x*\x1b[0m"]


def test_a_style_ends_with_its_line() -> None:
    narrow = Typesetter(8, styles=True)
    assert narrow.paragraph("*one two three*") == [
        "\x1b[3mone two\x1b[0m",
        "\x1b[3mthree\x1b[0m",
    ]


def test_marks_within_a_word_do_not_divide_it() -> None:
    assert Typesetter(10).paragraph("long long*er* words") == ["long", "longer", "words"]


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\u202e", "\u2066", "\x07", "\x9b", "\u200f"])
def test_nothing_acts_on_the_terminal(hostile) -> None:
    source = f"a {hostile} b[^x]"
    for typesetter in (PLAIN, STYLED):
        for lines in (
            typesetter.paragraph(source),
            typesetter.plain(hostile),
            typesetter.paragraph("x", *hanging(hostile, 0)),
            typesetter.paragraph(f"[x](https://x.example/{hostile})"),
        ):
            assert hostile not in "".join(lines)


def test_wide_characters_take_two_columns_and_may_be_divided() -> None:
    assert width("大会，A") == 7
    lines = PLAIN.paragraph("回顾其关于可持续发展的决议，并重申其承诺。")
    assert lines == ["回顾其关于可持续发展", "的决议，并重申其承", "诺。"]
    assert all(width(line) <= 20 for line in lines)


def test_punctuation_stays_with_its_word() -> None:
    assert Typesetter(8).paragraph("一二三四。五") == ["一二三", "四。五"]
    assert Typesetter(8).paragraph("一二三「四」") == ["一二三", "「四」"]


def test_combining_characters_take_no_column() -> None:
    assert width("e\u0301") == 1
    assert width("قرار\u064b") == 4


def table(*rows, **more) -> Table:
    cells = tuple(
        tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in row) for row in rows
    )
    return Table(cells, **more)


def test_a_table() -> None:
    drawn = table(("Kind", "Number"), ("Rowing boats", "12"), head=1, notes={"a": "As counted."})
    assert list(grid(drawn, Typesetter(40), "  ")) == [
        "  Kind          Number",
        "  ------------  ------",
        "  Rowing boats  12",
        "  a  As counted.",
    ]


def test_wide_columns_share_the_width() -> None:
    drawn = table(("one two three four five", "x", "six seven eight nine ten"))
    lines = list(grid(drawn, Typesetter(32), ""))
    assert lines == [
        "one two      x       six seven",
        "three four           eight nine",
        "five                 ten",
    ]


def test_cells_over_several_columns_and_rows() -> None:
    drawn = table(
        (Cell("both columns here", cols=2), "last"),
        (Cell("left", rows=2), "upper", "1"),
        ("lower", "2"),
    )
    assert list(grid(drawn, Typesetter(40), "")) == [
        "both columns    last",
        "here",
        "left    upper   1",
        "        lower   2",
    ]


def test_a_table_with_too_many_columns_is_told_row_by_row() -> None:
    drawn = table(tuple("abcdefgh"))
    assert list(grid(drawn, Typesetter(40), "")) == ["a | b | c | d | e | f | g | h"]


def test_absurd_spans_do_no_harm() -> None:
    drawn = table((Cell("x", cols=10**9, rows=10**9),), ("y",))
    assert list(grid(drawn, Typesetter(40), "")) == ["x", "y"]
    assert list(grid(table((Cell("x", cols=0, rows=0), "y")), Typesetter(40), ""))
    assert list(grid(table(), Typesetter(40), "")) == []


def test_styles_do_not_disturb_columns() -> None:
    drawn = table(("*one*", "**two**"), head=1)
    assert list(grid(drawn, STYLED, "")) == [
        "\x1b[3;1mone\x1b[0m     \x1b[1mtwo\x1b[0m",
        "------  ------",
    ]
