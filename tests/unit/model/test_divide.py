"""Numbers and anchors of every kind that the design names."""

from acquis.model.anchor import label_sign
from acquis.model.block import (
    Cell,
    Figure,
    Heading,
    Paragraph,
    Quote,
    Reproduced,
    Rule,
    Table,
)
from acquis.model.decision import Annex, Footnote, Part, Version
from acquis.model.divide import divide, printed_opening
from acquis.model.unit import Division, enclosing

P = Paragraph


def operative(*blocks, language: str = "en") -> Division:
    return divide(Version(language, operative=blocks))


def anchors(division: Division) -> list[str]:
    return [unit.anchor for unit in division.walk()]


def numbers(division: Division) -> list[str]:
    return [unit.number for unit in division.walk()]


def test_paragraphs_and_items() -> None:
    division = operative(
        P("One"),
        P(
            "Two:",
            items=(P("a:", items=(P("i:", items=(P("a.", items=(P("i."),)),)), P("ii"))), P("b")),
        ),
    )
    assert anchors(division) == [
        "para-1",
        "para-2",
        "para-2-a",
        "para-2-a-i",
        "para-2-a-i-a",
        "para-2-a-i-a-i",
        "para-2-a-ii",
        "para-2-b",
    ]
    assert numbers(division) == ["1.", "2.", "(a)", "(i)", "a.", "i.", "(ii)", "(b)"]
    assert [unit.depth for unit in division.walk()] == [0, 0, 1, 2, 3, 4, 2, 1]
    assert division.operative[1].items[0].parent == "para-2"


def test_anchors_are_latin_whatever_is_printed() -> None:
    division = operative(P("١", items=(P("أ"), P("ب", items=(P("1"),)))), P("٢"), language="ar")
    assert anchors(division) == ["para-1", "para-1-a", "para-1-b", "para-1-b-i", "para-2"]
    assert numbers(division) == ["1 -", "(أ)", "(ب)", "’1‘", "2 -"]


def test_a_sole_paragraph_is_unnumbered_in_a_decision_and_counts_in_a_document() -> None:
    version = Version("en", operative=(P("Only", items=(P("a"),)),))
    assert anchors(divide(version)) == ["para-1", "para-1-a"]
    assert numbers(divide(version)) == ["", "(a)"]
    assert numbers(divide(version, decision=False)) == ["1.", "(a)"]
    assert numbers(operative(P("Only", number="1"))) == ["1."]
    assert numbers(operative(Heading("I", blocks=(P("Only"),)))) == ["", ""]


def test_given_numbers() -> None:
    division = operative(
        P("1"), P("2 bis", number="2 bis"), P("3"), P("8 quater", number="8 quater."), P("9")
    )
    assert anchors(division) == ["para-1", "para-2-bis", "para-3", "para-8-quater", "para-9"]
    assert numbers(division) == ["1.", "2 bis.", "3.", "8 quater.", "9."]


def test_unnumbered_paragraphs_are_counted_apart() -> None:
    division = operative(P("1"), P("u", number="none"), P("2"), P("u", number="none"))
    assert anchors(division) == ["para-1", "para-u1", "para-2", "para-u2"]
    assert numbers(division) == ["1.", "", "2.", ""]


def test_given_items_lead_the_count_on() -> None:
    items = (P("a"), P("c", number="c"), P("d"), P("none", number="none"), P("e"))
    division = operative(P("x"), P("y:", items=items))
    assert anchors(division)[2:] == [
        "para-2-a",
        "para-2-c",
        "para-2-d",
        "para-2-u4",
        "para-2-e",
    ]
    assert numbers(division)[2:] == ["(a)", "(c)", "(d)", "", "(e)"]


def test_items_in_other_styles() -> None:
    dashes = operative(P("x"), P("y:", style="dash", items=(P("a"), P("b"))))
    assert anchors(dashes)[2:] == ["para-2-a", "para-2-b"]
    assert numbers(dashes)[2:] == ["–", "–"]
    decimal = operative(P("x"), P("y:", style="decimal", items=(P("a"), P("b"))))
    assert anchors(decimal)[2:] == ["para-2-1", "para-2-2"]
    roman = operative(P("x"), P("y:", style="roman", items=(P("a"), P("b"))))
    assert anchors(roman)[2:] == ["para-2-i", "para-2-ii"]


def test_a_number_that_repeats_is_told_apart() -> None:
    division = operative(P("22", number="22"), P("22", number="22"), P("b", items=(P("x"),)))
    assert anchors(division) == ["para-22", "para-22--2", "para-23", "para-23-a"]


def test_preamble_with_items_and_heading() -> None:
    version = Version(
        "en",
        opening="The Conference of the Parties",
        preamble=(
            P("Recalling:", items=(P("a"), P("b"))),
            Heading("H", blocks=(P("Noting"),)),
            Rule(),
            P("Wishing"),
        ),
        operative=(P("1"), P("2")),
    )
    division = divide(version)
    assert division.opening == "The Conference of the Parties,"
    assert anchors(division) == [
        "preamble-1",
        "preamble-1-a",
        "preamble-1-b",
        "heading-1",
        "preamble-2",
        "rule-1",
        "preamble-3",
        "para-1",
        "para-2",
    ]
    assert {unit.part for unit in division.preamble} == {"preamble"}
    assert division.preamble[0].number == ""


def test_numbers_run_on_through_headings() -> None:
    division = operative(
        Heading("I", number="I", blocks=(P("1"), Heading("A", blocks=(P("2"),)))),
        Heading("II"),
        P("3"),
    )
    assert anchors(division) == [
        "heading-1",
        "para-1",
        "heading-2",
        "para-2",
        "heading-3",
        "para-3",
    ]
    assert division.operative[0].number == "I"


def test_numbers_restart_in_a_section_that_says_so() -> None:
    division = operative(
        Heading("I", restart=True, preamble=(P("Noting"),), blocks=(P("1"), P("2"))),
        Heading("II", restart=True, blocks=(P("1", number="1", items=(P("a"),)),)),
        Heading("III", restart=True),
        P("1"),
        P("2"),
    )
    assert anchors(division) == [
        "heading-1",
        "section-1-preamble-1",
        "section-1-para-1",
        "section-1-para-2",
        "heading-2",
        "section-2-para-1",
        "section-2-para-1-a",
        "heading-3",
        "section-3-para-1",
        "section-3-para-2",
    ]


def test_a_section_within_a_section() -> None:
    inner = Heading("B", restart=True, blocks=(P("1"),))
    division = operative(Heading("I", blocks=(P("1"), Heading("A", blocks=()), inner)), P("2"))
    assert anchors(division)[-2:] == ["section-1-2-para-1", "para-2"]


def test_letters_under_a_heading_count_no_paragraph() -> None:
    lettered = Heading("A", blocks=(P("x:", number="(a)", items=(P("i"),)), P("y", number="(b)")))
    division = operative(P("1"), lettered, Heading("B", blocks=(P("z", number="(a)"),)), P("2"))
    assert anchors(division) == [
        "para-1",
        "heading-1",
        "heading-1-a",
        "heading-1-a-a",
        "heading-1-b",
        "heading-2",
        "heading-2-a",
        "para-2",
    ]
    assert anchors(operative(P("x", number="A"), P("y"), P("z"))) == ["para-a", "para-1", "para-2"]


def test_parts() -> None:
    version = Version(
        "en",
        opening="The General Assembly",
        parts=(
            Part("A", preamble=(P("Noting"),), operative=(P("1"), P("2"))),
            Part(
                "B",
                opening="none",
                operative=(P("1"), P("2"), P("3")),
                annexes=(Annex(blocks=(P("x"),)),),
            ),
        ),
    )
    division = divide(version)
    assert [part.anchor for part in division.parts] == ["part-a", "part-b"]
    assert anchors(division) == [
        "part-a-preamble-1",
        "part-a-para-1",
        "part-a-para-2",
        "part-b-para-1",
        "part-b-para-2",
        "part-b-para-3",
        "part-b-annex-1-para-1",
    ]
    assert [part.opening for part in division.parts] == ["The General Assembly,", ""]


def test_annexes_and_appendices() -> None:
    version = Version(
        "en",
        operative=(P("1"),),
        annexes=(
            Annex(
                title="Products",
                blocks=(
                    P("1"),
                    P("2"),
                    P("3", items=(P("a"), P("b"))),
                    Table(((Cell("x"),),), label="Table 1"),
                    Heading("H"),
                ),
                footnotes=(Footnote("3", "n"),),
            ),
            Annex(blocks=(P("1"),), annexes=(Annex(blocks=(P("1"),)),)),
            Annex(label="Enclosure"),
        ),
    )
    division = divide(version)
    assert [annex.label for annex in division.annexes] == ["Annex I", "Annex II", "Enclosure"]
    assert anchors(division) == [
        "para-1",
        "annex-1-para-1",
        "annex-1-para-2",
        "annex-1-para-3",
        "annex-1-para-3-a",
        "annex-1-para-3-b",
        "annex-1-table-1",
        "annex-1-heading-1",
        "annex-2-para-1",
        "annex-2-annex-1-para-1",
    ]
    assert division.annexes[0].footnotes[0].anchor == "annex-1-fn-3"
    assert division.annexes[1].annexes[0].label == "Appendix"
    assert {unit.part for unit in division.annexes[0].walk()} == {"annex"}


def test_quotes_print_their_own_numbers_and_count_nowhere() -> None:
    quote = Quote((P("x", number="14"), P("y"), P("z", items=(P("i", number="(c)"), P("j")))))
    division = operative(
        P("13", number="13"), P("as follows:", then=(quote, P("flush"))), P("15"), Quote((P("q"),))
    )
    assert anchors(division) == [
        "para-13",
        "para-14",
        "para-14-quote-1",
        "para-14-quote-1-para-14",
        "para-14-quote-1-para-u1",
        "para-14-quote-1-para-u2",
        "para-14-quote-1-para-u2-c",
        "para-14-quote-1-para-u2-d",
        "para-14-then-1",
        "para-15",
        "quote-1",
        "quote-1-para-u1",
    ]
    assert numbers(division)[3:8] == ["14", "", "", "(c)", ""]


def test_tables_figures_rules_and_drafts() -> None:
    division = operative(
        P("1"),
        P("2:", items=(P("a"), Table(((Cell("x"),),), label="Table 1", title="T"))),
        Table(((Cell("y"),),)),
        Figure("a.png", "A picture"),
        Rule(),
        Reproduced("mc-6-draft"),
    )
    assert anchors(division) == [
        "para-1",
        "para-2",
        "para-2-a",
        "table-1",
        "table-2",
        "figure-1",
        "rule-1",
        "decision-1",
    ]
    kinds = [unit.kind for unit in division.walk()]
    assert kinds[3:] == ["table", "table", "figure", "rule", "decision"]
    assert [unit.text for unit in division.walk()][3] == "Table 1 T"


def test_footnotes_know_their_marks() -> None:
    version = Version(
        "en",
        title="Title[^*]",
        preamble=(P("Noting[^1]"),),
        operative=(P("x[^2] y[^2]"), P("z")),
        annexes=(Annex(blocks=(P("a[^1] b[^3]"),), footnotes=(Footnote("1", "own"),)),),
        footnotes=tuple(Footnote(label, label) for label in ("*", "1", "2", "3", "4")),
    )
    division = divide(version)
    told = {note.label: (note.anchor, note.part, note.references) for note in division.footnotes}
    assert told == {
        "*": ("fn-star", "operative", 1),
        "1": ("fn-1", "preamble", 1),
        "2": ("fn-2", "operative", 2),
        "3": ("fn-3", "annex", 1),
        "4": ("fn-4", None, 0),
    }
    assert division.annexes[0].footnotes[0].references == 1
    seen_in_annex = division.notes_in("annex-1")
    assert seen_in_annex["1"].anchor == "annex-1-fn-1"
    assert seen_in_annex["3"].anchor == "fn-3"
    assert division.notes_in("")["1"].anchor == "fn-1"


def test_labels_of_footnotes_as_anchors() -> None:
    assert [label_sign(label) for label in ("3", "*", "**", "†", "a", "12 bis")] == [
        "3",
        "star",
        "star-star",
        "dagger",
        "a",
        "12-bis",
    ]


def test_the_annexes_around_an_annex() -> None:
    assert enclosing("") == ("",)
    assert enclosing("annex-2") == ("annex-2", "")
    assert enclosing("annex-2-annex-1") == ("annex-2-annex-1", "annex-2", "")


def test_the_opening_has_a_comma_when_a_preamble_follows() -> None:
    assert printed_opening("The Conference", preamble=True) == "The Conference,"
    assert printed_opening("The Conference", preamble=False) == "The Conference"
    assert printed_opening("The Conference,", preamble=True) == "The Conference,"
    assert printed_opening("none", preamble=True) == ""
    assert printed_opening(None, preamble=True) == ""
