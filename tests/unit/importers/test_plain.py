"""Invented reports as plain text, each with what real ones have: what becomes of their lines."""

from datetime import date
from typing import Any

import pytest

from acquis.importers import plain
from acquis.importers.imported import Import, Settings, UnreadableError
from acquis.model.institution import Body, Forms
from acquis.symbol import Pattern

LAKES = Body(
    id="lakes",
    name=Forms({"en": "Council of Lakes"}),
    convention="lakes-convention",
    opening=Forms({"en": "The Council of Lakes", "fr": "Le Conseil des lacs"}),
    symbols=(Pattern("{number}/CL.{meeting}"),),
    cited_as=(Pattern("decision {number}/CL.{meeting}"),),
    document_symbols=(Pattern("LC/CL.{meeting}/{number}"),),
    meeting_id=Pattern("lakes-{meeting}"),
)
SETTINGS = Settings((LAKES,))
TOP = "Decision 1/CL.4\nReeds\n\tThe Council of Lakes,\n\tRecalling the lakes,\n"
END = "\t5th plenary meeting\n\t18 November 2016\n"


def read(text: str, name: str = "folder/report.txt") -> list[Import]:
    return plain.read(text.encode(), name, SETTINGS)


def one(text: str) -> Import:
    found = read(text)
    assert len(found) == 1
    return found[0]


def operative(text: str) -> Any:
    found = one(TOP + text)
    assert found.report.leftover == []
    return found.record["operative"]


def annex(text: str) -> Any:
    found = one(f"{TOP}\t1.\tActs.\nAnnex\n{text}")
    assert found.report.leftover == []
    return found.record["annexes"][0]


def test_a_decision() -> None:
    found = one(TOP + "\t1.\tActs:\n\t(a)\tHere;\n\t\t(b)\tThere;\n\t\t2.\tWaits.\n" + END)
    record = found.record
    assert (found.kind, record["symbol"], record["title"]) == ("decisions", "1/CL.4", "Reeds")
    assert not {"kind", "opening"} & set(record)
    assert record["preamble"] == ["Recalling the lakes,"]
    assert record["operative"] == [{"text": "Acts:", "items": ["Here;", "There;"]}, "Waits."]
    assert record["adopted"] == date(2016, 11, 18)
    assert record["adopted_at"] == "5th plenary meeting"
    assert found.meeting == {"id": "lakes-4", "name": "", "bodies": ["lakes"]}
    assert record["source"]["note"] == "report.txt"
    assert found.report.leftover == []
    assert (found.report.counts.operative, found.report.counts.items) == (2, 2)


def test_several_texts_behind_a_contents_page() -> None:
    text = (
        "| | LC/CL.4/12 |\nReport of the Council\n\tContents\n\tDecision\tPage\n"
        "\t1/CL.4\tReeds and the\nlike\t\t2\n\t2/CL.4\tFish\t\t3\n"
        f"{TOP}\t1.\tActs;\n\t2.\tWaits.\n{END}\t3.\t\n"
        f"\tDecision 2/CL.4\n\tFish\n\t\tThe Council of Lakes,\n\t\tDecides to fish.\n{END}"
        "Resolution 1/CL.4\n\nThanks\n\tDraft resolution submitted by Lakeland\n"
        f"\tThe Council of Lakes and the Council of Rivers,\n\tHaving met,\n\t1.\tThank.\n{END}"
    )
    found = read(text)
    names = [(item.record.get("kind", ""), item.record["symbol"]) for item in found]
    assert names == [("", "1/CL.4"), ("", "2/CL.4"), ("resolution", "1/CL.4")]
    assert [item.record["source"]["document"] for item in found] == ["LC/CL.4/12"] * 3
    assert [
        (left.position.line, left.reason.split(":")[0]) for left in found[0].report.leftover
    ] == [
        (1, "stands before the first decision"),
        (16, "stands behind the adoption"),
    ]
    assert "Reeds and the like 2" in found[0].report.leftover[0].text
    second = found[1].record
    assert second["opening"] == "The Council of Lakes,"  # printed so, though no preamble follows
    assert second["operative"] == ["Decides to fish."]
    third = found[2].record
    assert third["subtitle"] == "Draft resolution submitted by Lakeland"
    assert third["opening"] == "The Council of Lakes and the Council of Rivers"


def test_a_decision_that_is_named_twice_is_one() -> None:
    again = "\tDecision 1/CL.4\n\tThe Council of Lakes,\n\tquotes itself.\n"
    found = one(f"{TOP}\t1.\tActs.\n{again}{END}")
    assert "looks like the heading of a decision" in found.report.notices[0].reason


def test_an_opening_without_a_comma() -> None:
    found = one("Decision 1/CL.4\nReeds\nThe Council of Lakes\n1.\tActs;\n2.\tWaits.\n")
    assert "opening" not in found.record
    assert found.record["operative"] == ["Acts;", "Waits."]
    missing = one("Decision 1/CL.4\nReeds\n1.\tActs;\n2.\tWaits.\n")
    assert (missing.record["opening"], missing.record["title"]) == ("none", "Reeds")


def test_what_looks_like_a_mark_is_literal() -> None:
    text = "Decision 1/CL.4\nReeds^\nThe Council of Lakes and [^1],\nNoting *,\n1.\tActs.\n"
    record = one(text).record
    assert (record["title"], record["opening"]) == ("Reeds\\^", "The Council of Lakes and \\[\\^1]")
    assert record["preamble"] == ["Noting \\*,"]
    assert "footnotes" not in record


def test_the_language_is_that_of_the_opening() -> None:
    text = "1/CL.4: Roseaux\nLe Conseil des lacs,\nRappelant,\n1.\tAgit.\n"
    text += "5e séance plénière\n18 novembre 2016\n"
    record = one(text).record
    assert (record["language"], record["title"]) == ("fr", "Roseaux")
    assert record["adopted"] == date(2016, 11, 18)


def test_numbers_that_leaked_into_the_adoption() -> None:
    found = one(
        f"{TOP}\t4.\tActs;\n\t5.\tWaits.\n\t5th plenary meeting\n\t\t6.\t18 May 2016\n7.\t\n"
    )
    assert found.record["operative"] == [{"text": "Acts;", "number": "4"}, "Waits."]
    assert found.record["adopted"] == date(2016, 5, 18)
    assert [left.text for left in found.report.leftover] == ["6.", "7."]


def test_headings_and_paragraphs_with_the_same_numbers() -> None:
    text = (
        "I.\tMoney\n\t1.\tPays;\nA.\tBudget\n1.\tFinance\n2.\tPays again;\n2.\tLaw\n\t3.\tRules.\n"
    )
    assert operative(text) == [
        {
            "heading": "Money",
            "number": "I.",
            "blocks": [
                "Pays;",
                {
                    "heading": "Budget",
                    "number": "A.",
                    "blocks": [
                        {"heading": "Finance", "number": "1.", "blocks": ["Pays again;"]},
                        {"heading": "Law", "number": "2.", "blocks": ["Rules."]},
                    ],
                },
            ],
        }
    ]


def test_an_item_that_is_a_heading() -> None:
    blocks = annex("Title\n1.\tOne.\n(a)\tReeds\n2.\tTwo.\n(b)\tFish\n3.\tThree.\n")["blocks"]
    assert blocks[0] == "One."
    assert [block["heading"] for block in blocks[1:]] == ["Reeds", "Fish"]


def test_what_looks_like_a_heading_and_is_none() -> None:
    blocks = annex(
        "Title\n1.\tSuggestions:\n\tNo section\n\tMove it\n\tDrop it\n\tSay it\n2.\tEnd.\n"
    )
    assert blocks["blocks"][0]["items"] == ["No section", "Move it", "Drop it", "Say it"]
    course = annex("Title\n1.\tSwimming\n\tDescription: it is wet.\n\tTime: 2015\n2.\tEnd.\n")
    assert course["blocks"][0] == {
        "heading": "Swimming",
        "number": "1.",
        "blocks": [
            {"text": "Description: it is wet.", "number": "none"},
            {"text": "Time: 2015", "number": "none"},
            {"text": "End.", "number": "2"},
        ],
    }


def test_wrapped_lines() -> None:
    text = "\t1.\tNotes the programme for the biennium \n2016–2017, and the list of the lakes of\n"
    text += "Lakeland and Riverland;\n\t2.\tWaits (see\nbelow).\n"
    joined = (
        "Notes the programme for the biennium 2016–2017, and the list of the lakes of Lakeland and "
        "Riverland;"
    )
    assert operative(text) == [joined, "Waits (see below)."]


def test_a_number_on_a_line_of_its_own() -> None:
    assert operative("\t1.\n\tActs;\n\t2.\t\n\tWaits.\n") == ["Acts;", "Waits."]
    assert operative("\t1.\t\n\t(a)\tHere;\n\t(b)\tThere;\n2.\tEnds.\n")[0]["items"] == [
        "Here;",
        "There;",
    ]


def test_quoted_numbers() -> None:
    text = (
        "\t1.\tReplaces paragraph 7:\n\t\t7.\tOld;\n\t\t(a)\tOlder;\n\t2.\tInserts:\n"
        "\t\t12(e) bis.\tNew;\n\t3.\tReplaces paragraph 4:\n\t\t4.\tThe fourth;\n\t4.\tEnds.\n"
    )
    quoted = [block["then"][0]["quote"] for block in operative(text)[:3]]
    assert quoted == [
        [{"text": "Old;", "number": "7."}, {"text": "Older;", "number": "(a)"}],
        [{"text": "New;", "number": "12(e) bis."}],
        [{"text": "The fourth;", "number": "4."}],
    ]
    assert operative(text)[3] == "Ends."


def test_parts_of_paragraphs_and_bullets() -> None:
    blocks = annex("Title\n1.\tOption 1:\n1.1\tReeds;\n1.2\tAlso:\no\tfish;\no\tfrogs.\n")["blocks"]
    assert blocks[1] == {"text": "Reeds;", "number": "1.1"}
    assert blocks[2] == {
        "text": "Also:",
        "number": "1.2",
        "items": ["fish;", "frogs."],
        "style": "bullet",
    }


def test_annexes_and_appendices() -> None:
    text = (
        f"{TOP}\t1.\tActs.\n\nAnnex I\n[English only]\n\tList of lakes\n1.\tOne.\n"
        "\tAnnex II*\n\tList of rivers\n\t[French only]\n1.\tTwo.\nAppendix\n\tMore\nText.\n" + END
    )
    record = one(text).record
    first, second = record["annexes"]
    assert first == {"title": "List of lakes", "note": "[English only]", "blocks": ["One."]}
    assert (second["label"], second["note"]) == ("Annex II*", "[French only]")
    assert second["annexes"][0]["title"] == "More"
    assert record["adopted_at"] == "5th plenary meeting"


def test_the_adoption_before_the_annexes() -> None:
    record = one(f"{TOP}\t1.\tActs.\n{END}Annex\nTitle\n1.\tOne.\n").record
    assert record["adopted"] == date(2016, 11, 18)
    assert record["annexes"][0]["blocks"] == ["One."]


def test_tables() -> None:
    table = annex(
        "Fees\n\tTable 1\n\tFees of Parties\n\t| Party | Fee\nin euros |\n"
        "\t| Lakeland (LL)a | 3 |\n| Total | Total | 3 |\n\n"
        "\ta   Provisional.\n\tb Estimated.\n\tSource: the register.\n1.\tOn.\n"
    )["blocks"]
    assert table[0]["table"] == {
        "label": "Table 1",
        "title": "Fees of Parties",
        "head": 1,
        "rows": [["Party", "Fee in euros"], ["Lakeland (LL)^a^", "3"], ["Total", "Total", "3"]],
        "notes": {"a": "Provisional.", "b": "Estimated."},
    }
    assert table[1] == {"text": "Source: the register.", "number": "none"}
    assert table[2] == "On."


def test_a_table_whose_cells_are_set_off_by_tabs() -> None:
    blocks = annex("Fees\n1.\tSee below.\n\tLakeland\t3\n\tRiverland\t\t4\n2.\tEnd.\n")["blocks"]
    assert blocks[1] == {"table": {"rows": [["Lakeland", "3"], ["Riverland", "", "4"]]}}


def test_a_draft_inside_a_decision() -> None:
    inner = "\tDraft decision -/CL.5\n\tFrogs\n\tThe Council of Lakes,\n"
    inner += "\tNoting,\n\tDecides to croak.\n"
    outer, draft = read(f"{TOP}\tRecommends the draft below.\n{inner}{END}")
    assert outer.record["operative"] == [
        "Recommends the draft below.",
        {"decision": "1-cl-4-draft"},
    ]
    assert outer.record["adopted_at"] == "5th plenary meeting"
    assert (draft.record["status"], draft.record["id"]) == ("draft", "1-cl-4-draft")
    assert (draft.record["title"], draft.record["meeting"]) == ("Frogs", "lakes-5")
    assert draft.record["draft"] == {"symbol": "-/CL.5"}
    assert draft.record["operative"] == ["Decides to croak."]


NOTE = (
    "Reeds\n\t\tNote by the secretariat\nI.\tIntroduction\nThere are reeds.\nII.\tAction\n"
    "The Council may wish to adopt a decision along the following lines:\nThe Council of Lakes,\n"
    "Recalling reeds,\n1. Takes note of them;[footnoteRef:7] [7:  See [A], p. 3.] \n\n"
    "2. [bookmark: _Hlk1]Keeps *them*.\n"
)


def test_a_note_with_a_draft() -> None:
    note, draft = read(NOTE, "reeds.txt")
    assert (note.kind, draft.kind) == ("documents", "decisions")
    assert (note.record["id"], note.record["kind"]) == ("reeds", "note")
    assert (note.record["title"], note.record["subtitle"]) == ("Reeds", "Note by the secretariat")
    assert note.record["proposes"] == ["reeds-draft"]
    assert note.record["blocks"][0]["blocks"] == ["There are reeds."]
    assert note.record["blocks"][1]["blocks"][1] == {"decision": "reeds-draft"}
    assert draft.record["operative"] == ["Takes note of them;[^7]", "Keeps \\*them\\*."]
    assert draft.record["footnotes"] == {"7": "See [A], p. 3."}
    assert draft.record["source"]["document"] == "reeds"
    assert [found.report.leftover for found in (note, draft)] == [[], []]


def test_a_document_with_a_symbol_and_numbers() -> None:
    text = "| Distr. | LC/CL.4/7 |\nReeds\nReport of the secretariat\n1.\tOne.\n2.\tTwo.\n"
    record = one(text).record
    assert (record["symbol"], record["meeting"], record["kind"]) == (
        "LC/CL.4/7",
        "lakes-4",
        "report",
    )
    assert record["blocks"] == ["One.", "Two."]


def test_decisions_of_a_body_that_is_not_known() -> None:
    found = one("Decision 1/XY.4\nReeds\nThe Council of Birds,\nNoting,\n1.\tActs;\n2.\tWaits.\n")
    assert found.kind == "documents"
    assert "no body writes its symbols so" in found.report.notices[0].reason


def test_notes_that_nothing_refers_to_are_left_over() -> None:
    twice = "\t1.\tActs.[footnoteRef:1] [1: One.] [1: Two.]\n"
    found = one(TOP + twice)
    assert found.record["footnotes"] == {"1": "One."}
    assert [left.text for left in found.report.leftover] == ["[1: Two.]"]
    plain_brackets = one(TOP + "\t1.\tActs [2: see below].[footnoteRef:9]\n")
    assert plain_brackets.record["operative"][0]["text"].startswith("Acts [2: see below].")


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"PK\x03\x04abc", "Word file"),
        (b"\xd0\xcf\x11\xe0abc", "old format"),
        (b"%PDF-1.7", "PDF"),
        (b"{\\rtf1 text}", "Rich Text"),
        (b"<?xml version='1.0'?><a/>", "XML"),
        (b"text \x00 more", "control character"),
        (b"\xff\xfet\x00e\x00\x00\xd8", "cannot be read"),
        ("é".encode() * 9 + b"\xe9", "cannot be read"),
        (b"\x81\x8d", "cannot be read"),
        (b"a" * 8_000_001, "more than"),
    ],
)
def test_what_is_no_text_is_refused(source: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason) as caught:
        plain.read(source, "x.txt", SETTINGS)
    assert caught.value.fix
    assert caught.value.position.file == "x.txt"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = (TOP + "\t1.\tActs – once.\r\n").replace("Reeds", "Réeds")
    found = plain.read(text.encode(encoding), "x.txt", SETTINGS)[0]
    assert found.record["title"] == "Réeds"
    assert found.record["operative"] == [{"text": "Acts – once.", "number": "1"}]
    told = [note.reason for note in found.report.notices if "encoding" in note.reason]
    assert bool(told) is (encoding != "utf-8-sig")


def test_it_recognises_text() -> None:
    for source in (NOTE.encode(), NOTE.encode("utf-16")):
        assert plain.recognise(source)
    for source in (b"PK\x03\x04", b"a\x00b"):
        assert not plain.recognise(source)
