"""AKN4UN files: each way of tagging, each hazard, on invented texts."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from acquis.importers import akn
from acquis.importers.akn_xml import LONGEST
from acquis.importers.imported import Import, Settings, UnreadableError
from acquis.text import plain

Read = Callable[..., Import]
Operative = Callable[..., Any]

REC = "<container><p xml:space='preserve'>\t<span class='italic'>{}</span>{}</p></container>"


def test_facts(read: Read) -> None:
    steps = """
      <step date="2031-05-01" outcome="draftResolution" as="L/7/L.4" by="submitted by the Chair"/>
      <step date="0001-01-01" outcome="draftResolutionAdditionalSponsors" by=""/>
      <step date="0001-01-01" outcome="recommendedForAdoption" by="L/7/20" refersTo="3"/>
      <step date="2031-05-04" outcome="adopted" as="L/7/PV.3" by=""/>"""
    voting = """<voting outcome="adoptedRecordedVote"><count value="12" refersTo="inFavour">
      <voters/></count><count value="3" refersTo="abstaining"/></voting>"""
    found = read("", steps=steps, voting=voting, agenda="5 and 14 (a)")
    record = found.record
    source = record.pop("source")
    assert len(source["sha256"]) == 64
    assert source["note"] == "L_7_12.xml"
    assert record == {
        "symbol": "L/7/12",
        "title": "Reeds",
        "language": "en",
        "meeting": "lakes-7",
        "adopted": date(2031, 5, 4),
        "adopted_at": "3rd meeting",
        "agenda_item": ["5", "14 (a)"],
        "draft": {"symbol": "L/7/L.4", "submitted_by": "the Chair"},
        "steps": [
            {"outcome": "draft", "date": date(2031, 5, 1), "document": "L/7/L.4"},
            {"outcome": "recommended", "document": "L/7/20, para. 3", "by": "Water Committee"},
            {"outcome": "adopted", "date": date(2031, 5, 4), "document": "L/7/PV.3"},
        ],
        "vote": {"for": 12, "against": 0, "abstaining": 3},
        "opening": "The Council of Lakes,",
    }
    assert found.meeting == {"id": "lakes-7", "name": "Seventh session", "bodies": ["lakes"]}


def test_a_symbol_of_no_body_is_reported(read: Read) -> None:
    found = read("", symbol="X/1", number="X/1.")
    assert found.meeting is None
    assert "meeting" not in found.record
    assert found.record["kind"] == "resolution"
    assert any("no body" in notice.reason for notice in found.report.notices)


def test_a_number_that_is_not_the_symbol_s_is_left_over(read: Read) -> None:
    assert [left.text for left in read("", number="7/1.").report.leftover] == ["7/1."]


def test_opening(read: Read) -> None:
    line = REC.format("Recalling", " its reeds,")
    assert "opening" not in read("", line).record
    bare = "<formula><p>The Council of Lakes</p></formula>"
    assert "opening" not in read("", formula=bare).record
    other = "<formula><p><span class='italic'>The Committee</span> of Lakes,</p></formula>"
    assert read("", line, formula=other).record["opening"] == "The Committee of Lakes"
    missing = read("", line, formula="")
    assert missing.record["opening"] == "none"
    assert "the text has no opening formula" in [n.reason for n in missing.report.notices]


def test_emphasis_links_notes_and_white_space(read: Read) -> None:
    note = "<authorialNote marker='1'><p>\t \t<a href='https://x'>L/6/1</a>, <sup>2</sup> a*.</p>"
    text = REC.format(
        "\tRecalling ",
        "its <a href='https://y'>resolution</a><a href='z'/> 6/1\u00a0A a"
        + note
        + "</authorialNote>nd H<sub>2</sub>O,<sup>1</sup> [*sic*],",
    )
    record = read("", text).record
    assert record["preamble"] == [
        "*Recalling* its resolution 6/1\u00a0A a[^1]nd H~2~O,[^1] [\\*sic\\*],"
    ]
    assert record["footnotes"] == {"1": "L/6/1, ^2^ a\\*."}


def test_a_link_that_leads_elsewhere_is_told(read: Read) -> None:
    """Its words are kept; a link that is cut into several, or has no symbol, tells nothing."""

    def told(words: str, symbol: str) -> list[str]:
        link = f"<a href='https://undocs.org/en/{symbol}'>{words}</a>"
        found = read("", REC.format("Recalling", f" {link},"))
        assert found.record["preamble"] == [f"*Recalling* {words},"]
        return [f"{notice.text}: {notice.reason}" for notice in found.report.notices]

    assert told("77/114", "A/RES/76/122") == [
        "77/114: the words of a link that leads to A/RES/76/122"
    ]
    assert len(told("A/77/26", "A/76/26")) == 1
    for words, symbol in (
        ("76/122", "A/RES/76/122"),
        ("1514 (XV)", "A/RES/1514(XV)"),
        ("7/98", "A/RES/77/98"),
        ("the report", "A/76/26"),
        ("A/78/205 (Part II)", "A/78/205(PartII)"),
    ):
        assert told(words, symbol) == []


def test_layout_is_no_text(read: Read) -> None:
    title = """
      <span class="bold">\tOn law (</span>
      <span class="bold italic">in rem</span>
      <span class="bold">)</span>
    """
    assert read("", title=title).record["title"] == "On law (*in rem*)"
    wrapped = "<container><p>\n   <span>One line\n    and the next</span>,</p></container>"
    assert read("", wrapped).record["preamble"] == ["One line and the next,"]


def test_numbers_run_from_one(operative: Operative) -> None:
    assert operative(("1.", "Acts;"), ("2.", "Waits.")) == ["Acts;", "Waits."]


def test_a_sole_paragraph(operative: Operative) -> None:
    assert operative(("", "Acts.")) == ["Acts."]
    assert operative(("1.", "Acts.")) == [{"text": "Acts.", "number": "1"}]


def test_numbers_that_do_not_follow(operative: Operative) -> None:
    assert operative(("1.", "A;"), ("1 bis.", "B;"), ("", "C;"), ("2.", "D;"), ("5.", "E.")) == [
        "A;",
        {"text": "B;", "number": "1 bis"},
        {"text": "C;", "number": "none"},
        "D;",
        {"text": "E.", "number": "5"},
    ]


@pytest.mark.parametrize("typed", [True, False])
def test_items_however_they_are_tagged(operative: Operative, typed: bool) -> None:
    def item(sign: str, text: str) -> tuple[str, str]:
        return ("", f"{sign}\t{text}") if typed else (sign, text)

    assert operative(
        ("1.", "Requests:"), item("(a)", "One:"), item("(i)", "Two;"), item("(ii)", "Three;"),
        item("(b)", "Four."), ("2.", "Waits."),
    ) == [
        {"text": "Requests:", "items": [{"text": "One:", "items": ["Two;", "Three;"]}, "Four."]},
        "Waits.",
    ]  # fmt: skip


def test_points_and_misplaced_sublists(read: Read) -> None:
    letters = [*"abcdefgh", "i", "j"]
    points = "".join(
        f"<{tag}point><num>({letter})</num><content><p>Do {letter};</p></content></{end}"
        for letter in letters
        for tag, end in [("sublist><", "point></sublist>") if letter == "i" else ("", "point>")]
    )
    body = (
        f"<paragraph><num>1.</num><list><intro><p>Requests:</p></intro>{points}</list></paragraph>"
    )
    assert read(body).record["operative"][0]["items"] == [f"Do {letter};" for letter in letters]


def test_doubled_letters_are_no_roman_numbers(operative: Operative) -> None:
    signs = [chr(97 + n % 26) * (n // 26 + 1) for n in range(36)]  # (a) … (jj)
    found = operative(("1.", "Requests:"), *((f"({sign})", f"Do {sign};") for sign in signs))
    assert found[0]["items"] == [f"Do {sign};" for sign in signs]


def test_decimal_points_are_items(read: Read) -> None:
    points = "".join(
        f"<point><num>{n}.</num><content><p>P{n}</p></content></point>" for n in (1, 2)
    )
    body = f"<paragraph><num>1.</num><list><intro><p>Agenda:</p></intro>{points}</list></paragraph>"
    items = read(body).record["operative"][0]
    assert (items["items"], items["style"]) == (
        [{"text": "P1", "number": "1."}, {"text": "P2", "number": "2."}],
        "decimal",
    )


def test_what_goes_on_after_items(operative: Operative) -> None:
    found = operative(
        ("1.", "Takes note of:"), ("(a)", "One:"), ("(i)", "Two;"), ("", "and of more;"),
        ("(b)", "Three;"), ("", "and stresses it;"), ("2.", "Waits."),
    )  # fmt: skip
    assert found[0] == {
        "text": "Takes note of:",
        "items": [{"text": "One:", "items": ["Two;"], "then": ["and of more;"]}, "Three;"],
        "then": ["and stresses it;"],
    }


def test_lines_without_numbers(operative: Operative) -> None:
    found = operative(
        ("1.", "Decides as follows:"), ("", "Monday: 9 a.m."), ("", "Tuesday: 10 a.m.;"),
        ("2.", "Decides:"), ("(a)", "The themes:"), ("", "Panel 1;"), ("(b)", "The rest."),
    )  # fmt: skip
    lines = ["Monday: 9 a.m.", "Tuesday: 10 a.m.;"]
    assert found == [
        {"text": "Decides as follows:", "items": lines, "style": "none"},
        {
            "text": "Decides:",
            "items": [{"text": "The themes:", "items": ["Panel 1;"], "style": "none"}, "The rest."],
        },
    ]


def test_foreign_numbers_are_quoted(operative: Operative) -> None:
    found = operative(
        ("1.", "A;"), ("2.", "Amends the statute:"), ("", "Article 9, paragraph 4:"),
        ("4.", "The tribunal shall act."), ("3.", "Waits."),
    )  # fmt: skip
    assert found[1:] == [
        {
            "text": "Amends the statute:",
            "then": [
                {
                    "quote": [
                        "Article 9, paragraph 4:",
                        {"text": "The tribunal shall act.", "number": "4."},
                    ]
                }
            ],
        },
        "Waits.",
    ]


HEADING = "<paragraph class='H23'><subheading>\t\t{}</subheading></paragraph>"


def test_headings_run_on(read: Read, operative: Operative) -> None:
    bold = (
        "<paragraph><content><p>\n <span class='bold'>\tRushes</span>\n</p></content></paragraph>"
    )
    number = "<paragraph class='H23'><p>\n <num>II</num>\n</p></paragraph>"
    one, two, three = (
        f"<paragraph><num>{n}.</num><content><p>P{n};</p></content></paragraph>" for n in (1, 2, 3)
    )
    found = read(
        one + HEADING.format("I") + HEADING.format("Reeds") + two + number + bold + three
    ).record["operative"]
    assert found == [
        "P1;",
        {"heading": "Reeds", "number": "I", "blocks": ["P2;"]},
        {"heading": "Rushes", "number": "II", "blocks": ["P3;"]},
    ]


def test_sections_restart_and_have_preambles(read: Read) -> None:
    def section(number: str, title: str) -> str:
        return (
            f"<section><p><num>{number}</num></p><subheading>{title}</subheading>"
            "<crossHeading refersTo='#preamble'>\n<span class='italic'>\tRecalling</span> "
            f"{title}, </crossHeading></section>"
            "<paragraph><num>1.</num><content><p>A;</p></content></paragraph>"
            "<paragraph><num>2.</num><content><p>B;</p></content></paragraph>"
        )

    third = "<section><p><num>III</num></p><subheading>Mud</subheading></section>"
    third += "<paragraph><content><p>C.</p></content></paragraph>"
    found = read(section("I", "reeds") + section("II", "rushes") + third).record["operative"]
    assert found[1] == {
        "heading": "rushes",
        "number": "II",
        "restart": True,
        "preamble": ["*Recalling* rushes,"],
        "blocks": ["A;", "B;"],
    }
    assert [heading["restart"] for heading in found] == [True, True, True]
    assert found[2]["blocks"] == [{"text": "C.", "number": "none"}]


def test_preamble_with_headings_rules_and_items(read: Read) -> None:
    preamble = (
        "<container><p>\n<span class='bold'>\t\tFish</span></p></container>"
        "<container><p>Aware of fish,</p></container>"
        "<p>\n<decoration>* * *</decoration></p>"
        "<container><blockList><listIntroduction>\tNoting: </listIntroduction>"
        "<item><num>(a)</num><p>\tCarp,</p></item><item><num>(b)</num><p>Pike,</p></item>"
        "</blockList></container>"
    )
    late = "<paragraph><content><p>Aiming high, </p></content></paragraph>"
    first = "<paragraph><num>1.</num><content><p>Acts.</p></content></paragraph>"
    found = read(late + first, preamble)
    assert found.record["preamble"] == [
        {"heading": "Fish", "blocks": ["Aware of fish,"]},
        {"rule": True},
        {"text": "Noting:", "items": ["Carp,", "Pike,"]},
        "Aiming high,",
    ]
    assert found.record["operative"] == [{"text": "Acts.", "number": "1"}]


TABLE = """<container name="table"><table>
  <tr><th colspan="2"><p><span class="italic">Section</span></p></th><th><p>Amount</p></th></tr>
  <tr><th/><th/><th/></tr>
  <tr><td rowspan="2"><p>1</p></td><td><p>Reeds<sup>a</sup></p></td>
  <td><p>\u00a092 383</p></td></tr>
  <tr><td colspan="2"/></tr></table></container>"""
ROWS = [
    [{"text": "*Section*", "cols": 2}, "Amount"],
    [{"text": "1", "rows": 2}, "Reeds^a^", "92 383"],
    [{"cols": 2}],
]
PIKE = "<content><p><span class='bold'>Pike</span></p></content>"
UNDER = "<content><p>\t<sup>a</sup>\tSee L/6/1. </p></content>"
UNDER = f"<paragraph class='FootnoteText'>{UNDER}</paragraph>"


def test_tables(read: Read) -> None:
    one = "<paragraph><num>1.</num><content><p>Approves:</p></content></paragraph>"
    two = "<paragraph><num>2.</num><content><p>Waits.</p></content></paragraph>"
    label = f"<paragraph><num>A.</num>{PIKE}</paragraph>"
    found = read(one + label + TABLE + UNDER + two)
    assert found.record["operative"] == [
        {
            "text": "Approves:",
            "then": [
                {
                    "table": {
                        "label": "A.",
                        "title": "Pike",
                        "head": 1,
                        "rows": ROWS,
                        "notes": {"a": "See L/6/1."},
                    }
                }
            ],
        },
        "Waits.",
    ]
    assert found.report.counts.tables == 1


def test_pieces_that_a_section_collects_go_below_its_table(read: Read) -> None:
    stray = "<section><num>I</num><subheading>Posts</subheading><subheading>\tA.\tPike</subheading>"
    stray += "<paragraph class='FootnoteText'><content><p>Note</p></content></paragraph></section>"
    one = "<paragraph><num>1.</num><content><p>Approves:</p></content></paragraph>"
    label = f"<paragraph><num>A.</num>{PIKE}</paragraph>"
    found = read(stray + one + label + TABLE)
    section = found.record["operative"][0]
    assert section["blocks"][0]["then"][1] == "Note"
    assert [left.text for left in found.report.leftover] == ["A. Pike"]


def test_annexes(read: Read) -> None:
    head = "<paragraph class='HCh'><heading>{}</heading></paragraph>"
    one = "<paragraph><num>{}.</num><content><p>P{}</p></content></paragraph>"
    loose = "<paragraph><content><p>\t(a)\tLoose;</p></content></paragraph>"
    annex = (
        head.format("Annex I") + head.format("Plan") + one.format(1, 1)
        + HEADING.format("A.\tPart one") + loose + one.format(2, 2)
        + head.format("Annex II") + head.format("[English only]") + head.format("Rules")
        + HEADING.format("Rule 1") + HEADING.format("Who")
        + "<paragraph><content><p>All.</p></content></paragraph>"
        + head.format("Appendix") + one.format(1, 3)
    )  # fmt: skip
    found = read("<paragraph><content><p>Adopts.</p></content></paragraph>", annex=annex)
    found.record["annexes"][1]["note"] = plain(found.record["annexes"][1]["note"])
    assert found.record["annexes"] == [
        {
            "title": "Plan",
            "blocks": [
                "P1",
                {
                    "heading": "Part one",
                    "number": "A.",
                    "blocks": [{"text": "Loose;", "number": "(a)"}, {"text": "P2", "number": "2"}],
                },
            ],
        },
        {
            "title": "Rules",
            "note": "[English only]",
            "blocks": [
                {
                    "heading": "Who",
                    "number": "Rule 1",
                    "blocks": [{"text": "All.", "number": "none"}],
                }
            ],
            "annexes": [{"blocks": ["P3"]}],
        },
    ]
    assert found.report.counts.annexes == 3


def test_restart_with_each_rule(read: Read) -> None:
    one = "<paragraph><num>1.</num><content><p>A</p></content></paragraph>"
    none = "<paragraph><content><p>B</p></content></paragraph>"
    heading = "<paragraph><heading>{}</heading></paragraph>"
    annex = heading.format("Annex") + heading.format("Rules")
    for chapter, bodies in (("I.", [none]), ("II.", [one, one]), ("III.", [one])):
        annex += f"<paragraph><num>{chapter}</num><subheading>Chapter</subheading></paragraph>"
        for body in bodies:
            annex += HEADING.format("Rule 9") + HEADING.format("Who") + body
    blocks = read("", annex=annex).record["annexes"][0]["blocks"]
    assert [("restart" in chapter, "restart" in chapter["blocks"][0]) for chapter in blocks] == [
        (False, True)
    ] * 3


def test_parts(read: Read, settings: Settings) -> None:
    def component(number: str) -> str:
        return (
            "<component><statement name='resolution'><preface><p>"
            f"<docNumber>{number}</docNumber><docTitle><span class='bold'>On {number}</span>"
            "</docTitle></p></preface><preamble><formula><p>The Council of Lakes</p></formula>"
            "</preamble><mainBody><paragraph><num>1.</num><content><p>A<authorialNote marker='"
            f"{ord(number) - 64}'><p>N</p></authorialNote>;</p></content></paragraph></mainBody>"
            "</statement></component>"
        )

    text = f"""<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
      <documentCollection><coverPage><p><docNumber>L/7/12 A-B</docNumber></p></coverPage><preface>
      <p><docNumber>7/12.</docNumber><docTitle>Two</docTitle></p></preface></documentCollection>
      <components>{component("A")}{component("B")}</components></akomaNtoso>"""
    found = akn.read(text.encode(), "x.xml", settings)
    assert found.record["symbol"] == "L/7/12 A-B"
    assert found.record["title"] == "Two"
    assert [part["title"] for part in found.record["parts"]] == ["On A", "On B"]
    assert found.record["parts"][1]["operative"] == [{"text": "A[^2];", "number": "1"}]
    assert found.record["footnotes"] == {"1": "N", "2": "N"}
    assert found.report.leftover == []
    assert found.report.counts.parts == 2


def test_nothing_is_dropped_silently(read: Read) -> None:
    found = read(
        "<hcontainer>loose <mystery>words</mystery></hcontainer>",
        end="<conclusions>x</conclusions>",
    )
    assert {left.text for left in found.report.leftover} == {"loose", "words", "x"}
    assert all(left.position.file == "L_7_12.xml" for left in found.report.leftover)
    assert found.report.leftover[0].path == "/akomaNtoso/statement/mainBody/hcontainer"


def test_footnotes_with_the_same_label(read: Read) -> None:
    note = "<authorialNote marker='{}'><p>{}</p></authorialNote>"
    body = f"<container><p>A{note.format(2, 'x')}B{note.format(2, 'y')},</p></container>"
    found = read("", body)
    assert found.record["footnotes"] == {"2": "x"}
    assert [left.text for left in found.report.leftover] == ["2 y"]
    assert any("do not run from 1" in notice.reason for notice in found.report.notices)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b"", "empty"),
        (b"<akomaNtoso>", "not well-formed"),
        (b"no xml", "not well-formed"),
        (b"<html/>", "not akomaNtoso"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "document type"),
        (b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "document type"),
        (b"<a>&undefined;</a>", "not well-formed"),
        (b"<a>" * 5000 + b"</a>" * 5000, "not well-formed"),
        (b" " * (LONGEST + 1), "more than"),
        (b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>', "no text"),
        ("<a>é</a>".encode("latin-1"), "not well-formed"),
    ],
)
def test_what_cannot_be_read(source: bytes, message: str, settings: Settings) -> None:
    with pytest.raises(UnreadableError, match=message) as raised:
        akn.read(source, "/somewhere/else/x.xml", settings)
    assert raised.value.position.file == "x.xml"
    assert raised.value.fix


def test_entities_in_entities_are_refused(settings: Settings) -> None:
    entities = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, 12))
    bomb = f"<!DOCTYPE a [<!ENTITY e0 'ha'>{entities}]><a>&e11;</a>"
    with pytest.raises(UnreadableError):
        akn.read(bomb.encode(), "x.xml", settings)


def test_every_structure_can_be_cut_off(read: Read) -> None:
    """Odd numbers and empty pieces give remarks, never an exception."""
    odd = "".join(
        f"<paragraph><num>{number}</num><content><p>{text}</p></content></paragraph>"
        for number in ("", "(", "(i)", "iv.", "Article 5", "(zz)", "(c)", "-", "–", "9999.", "0.")
        for text in ("", "Text:", "\t", "(b)\tx")
    )
    found = read(odd, odd, annex=odd)
    assert found.record["operative"]
