"""A text held against the official one: what is a difference, and what is only told."""

from dataclasses import replace
from datetime import date

import pytest

from acquis.changes.verification import faithful, verify, verify_values
from acquis.model.block import Block, Cell, Heading, Paragraph, Quote, Table
from acquis.model.decision import Decision, Footnote, Version, Vote

ONE = Paragraph("*Welcomes* the report of the secretariat;[^1]")
TWO = Paragraph("Requests a second report on the same matter, in writing;")
TABLE = Table(((Cell("Year"), Cell("Sum")), (Cell("2030"), Cell("1"))), head=1)


def text(*blocks: Block, note: str = "L/1.") -> Version:
    return Version("en", "Reeds", operative=blocks, footnotes=(Footnote("1", note),))


OFFICIAL = text(ONE, TWO, TABLE)


def told(held: Version) -> list[str]:
    return [f"{one.place}: {one.happened}" for one in verify(held, OFFICIAL).differences]


def remarks(held: Version) -> list[str]:
    found = verify(held, OFFICIAL)
    assert found.differences == ()
    return [f"{one.place}: {one.happened}" for one in found.remarks]


@pytest.mark.parametrize(
    ("held", "difference"),
    [
        (text(TWO, ONE, TABLE), "moved"),
        (text(ONE, replace(TWO, text=TWO.text.replace(";", "; ")), TABLE), "paragraph 2: changed"),
        (text(replace(ONE, text=ONE.text.replace("[^1]", "")), TWO, TABLE), "paragraph 1: changed"),
        (
            text(replace(ONE, text=ONE.text.replace("the report", "^the^ report")), TWO, TABLE),
            "paragraph 1: raised or lowered letters",
        ),
        (text(ONE, replace(TWO, number="3"), TABLE), "its number: “3.” → “2.”"),
        (text(ONE, TWO, TABLE, note="L/2."), "footnote 1: changed"),
        (text(ONE, TWO), "only in the file"),
        (text(ONE, TWO, Heading("Money"), TABLE), "heading “Money”: only in the record"),
        (text(ONE, TWO, replace(TABLE, rows=(TABLE.rows[0], (Cell("2030", cols=2),)))), "table 1"),
    ],
)
def test_a_difference(held: Version, difference: str) -> None:
    assert any(difference in one for one in told(held)), told(held)


def test_emphasis_links_and_how_blocks_stand_in_one_another_are_only_told() -> None:
    bare = replace(ONE, text=ONE.text.replace("*Welcomes*", "[Welcomes](https://x.example)"))
    assert remarks(text(bare, TWO, TABLE)) == [
        "paragraph 1: emphasis or links are not those of the file"
    ]
    assert remarks(text(ONE, TWO, replace(TABLE, head=2))) == [
        "row of table 1: it is a head here, a row in the file"
    ]


def test_a_quotation_that_prints_the_same_is_told() -> None:
    plain = text(ONE, TWO, Paragraph("Words.", number="none"))
    quoted = text(ONE, TWO, Quote((Paragraph("Words."),)))
    found = verify(quoted, plain)
    assert found.differences == ()
    assert "stands as quote-1-para-u1 here" in found.remarks[0].happened


def test_what_is_faithful() -> None:
    assert faithful("*a*b [c](https://x.example)") == faithful("ab c")
    assert faithful("CO~2~") != faithful("CO2")
    assert faithful("x^*2*3^") == faithful("x^23^")
    assert faithful("a[^1]") != faithful("a[^2]")
    assert faithful("a\u00a0b") != faithful("a b")


def test_dates_votes_and_sittings() -> None:
    held = Decision(
        "a", {"en": OFFICIAL}, "en", "decision", adopted=date(2030, 1, 1), adopted_at="5th meeting"
    )
    official = replace(held, adopted_at="6th meeting", vote=Vote(1, 2, 3))
    found = verify_values(held, official)
    assert [one.place for one in found.differences] == ["adopted at"]
    assert [one.place for one in found.remarks] == ["vote"]
    french = replace(official, language="fr", adopted=date(2030, 1, 2))
    assert [one.place for one in verify_values(held, french).differences] == ["adopted"]
