"""The marks of running text."""

import pytest

from acquis.text import Run, Style, escape, format, note_marks, notes, parse, plain

E, S, UP, DOWN = Style.EMPHASIS, Style.STRONG, Style.SUPERSCRIPT, Style.SUBSCRIPT


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("", ()),
        ("Decides", (Run("Decides"),)),
        ("*Decides* to", (Run("Decides", E), Run(" to"))),
        ("**a** ***b***", (Run("a", S), Run(" "), Run("b", E | S))),
        ("n^o^ 5", (Run("n"), Run("o", UP), Run(" 5"))),
        ("H~2~O", (Run("H"), Run("2", DOWN), Run("O"))),
        ("大会*决定*继续", (Run("大会"), Run("决定", E), Run("继续"))),
        ("a[^n]nd", (Run("a"), Run("", note="n"), Run("nd"))),
        ("see [it](https://a.org/b)", (Run("see "), Run("it", 0, "https://a.org/b"))),
        ("[m](mailto:a@b.org)", (Run("m", 0, "mailto:a@b.org"),)),
        ("[*a* b](http://c)", (Run("a", E, "http://c"), Run(" b", 0, "http://c"))),
        ("[w](https://e.org/a_(b))", (Run("w", 0, "https://e.org/a_(b)"),)),
    ],
)
def test_marks_make_styles_links_and_footnotes(source: str, runs: tuple[Run, ...]) -> None:
    assert parse(source) == runs


@pytest.mark.parametrize(
    "literal",
    [
        "5 * 3 * 2",
        "a * b",
        "*not closed",
        "closed*",
        "****",
        "* * *",
        "snake_case_word",
        "[English only]",
        "[x](javascript:alert(1))",
        "[x](ftp://a.org)",
        "[x](https://a b)",
        '[x](https://a"b)',
        "[^]",
        "[^ 1]",
        "a ^ b",
        "<script>alert(1)</script>",
        "{{ config }} &amp; %",
        "2^",
        "C:\\temp\\new",
    ],
)
def test_everything_else_is_literal(literal: str) -> None:
    assert parse(literal) == (Run(literal),)
    assert plain(literal) == literal


@pytest.mark.parametrize("mark", ["\\", "*", "^", "~", "[", "]"])
def test_a_backslash_makes_a_mark_literal(mark: str) -> None:
    assert plain(f"a\\{mark}b") == f"a{mark}b"


def test_no_character_is_changed() -> None:
    words = "e\u0301 \u00a0\u2011\u202f ﬁ \u200f\u061c “”«»"
    assert plain(f"*{words}*") == words


def test_a_link_holds_no_link() -> None:
    assert plain("[a [b](https://c) d](https://e)") == "[a b d](https://e)"


def test_footnote_marks_with_their_places() -> None:
    source = "a[^1] *b*[^*] \\[^2] [c](https://d/[^3]) [^4]"
    assert notes(source) == ("1", "*", "4")
    assert [source[at:].startswith(f"[^{label}]") for at, label in note_marks(source)] == [True] * 3
    assert notes("none") == ()


def test_spaces_are_moved_out_of_a_style() -> None:
    assert format([Run("Decides ", E), Run("to")]) == "*Decides* to"
    assert format([Run(" ", E)]) == " "


def test_escaped_words_read_as_themselves() -> None:
    hostile = "*a* **b** [^1] [x](https://y) \\* ^c^ ~d~ ]( ["
    assert plain(escape(hostile)) == hostile
    assert all(run.style == 0 for run in parse(escape(hostile)))


@pytest.mark.parametrize(
    "piece", ["[", "*a ", "[^", "](https://", "\\", "^a~", "[a](https://(", "***"]
)
def test_long_hostile_texts_lose_no_word(piece: str) -> None:
    """So long that a reading that is not linear would not come to an end."""
    source = piece * 60_000
    assert plain(escape(source)) == source
    assert parse(source)
