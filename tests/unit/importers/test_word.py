"""Word files, made here with one hazard each: what the words become, and what is told."""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from acquis.importers import word
from acquis.importers.imported import Import, Settings
from acquis.importers.word_numbering import written
from acquis.load import load
from acquis.load.write import write
from acquis.model.institution import Body, Forms
from acquis.symbol import Pattern
from acquis.text import plain

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
BODY = Body(
    id="lakes",
    name=Forms({"en": "Council of Lakes"}),
    convention="lakes-convention",
    opening=Forms({"en": "The Council of Lakes"}),
    kind="decision",
    symbols=(Pattern("L-{meeting}/{number}"),),
    document_symbols=(Pattern("LAKES/C.{meeting}/{number}"),),
    meeting_id=Pattern("lakes-{meeting}"),
)
SETTINGS = Settings((BODY,))


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this body; `parts` are others by the kind of their relation.

    A part named `outside_…` is a relation to the outside, whose kind follows the underscore.
    """
    relations = ""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, content) in enumerate(parts.items(), 1):
            kind = name.removeprefix("outside_")
            where = f'Target="{kind}.xml"'
            if kind != name:
                where = f'Target="{content}" TargetMode="External"'
            else:
                root = {"header": "hdr"}.get(kind, kind)
                wrapped = f"<w:{root} {SPACES}>{content}</w:{root}>"
                archive.writestr(f"word/{kind}.xml", wrapped)
            relations += f'<Relationship Id="rId{number}" Type="{R}/{kind}" {where}/>'
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" '
            f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        )
    return out.getvalue()


def r(text: str, properties: str = "") -> str:
    """A run; a tab, a line feed in the text stand for the elements."""
    words = re.sub(r"[^\t\n]+", r'<w:t xml:space="preserve">\g<0></w:t>', text)
    words = words.replace("\t", "<w:tab/>").replace("\n", "<w:br/>")
    return f"<w:r><w:rPr>{properties}</w:rPr>{words}</w:r>"


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph; what is no element is a run's text."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


BOLD, ITALIC = "<w:b/>", "<w:i/>"
SUPER, SUB = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
LARGE = '<w:sz w:val="32"/>'


def read(*paragraphs: str, name: str = "folder/lakes.docx", **parts: str) -> list[Import]:
    return word.read(docx("".join(paragraphs), **parts), name, SETTINGS)


def document(*paragraphs: str, **parts: str) -> Import:
    (found,) = read(*paragraphs, **parts)
    assert found.kind == "documents"
    return found


def blocks(*paragraphs: str, **parts: str) -> Any:
    found = document(*paragraphs, **parts)
    assert found.report.leftover == []
    return found.record["blocks"]


def reasons(found: Import) -> str:
    return " | ".join(f"{notice.reason}: {notice.text}" for notice in found.report.notices)


# Characters and marks


def test_signs_that_are_elements() -> None:
    hyphen = (
        "<w:r><w:t>RC</w:t><w:noBreakHyphen/><w:t>12/9 co</w:t><w:softHyphen/><w:t>op</w:t></w:r>"
    )
    assert blocks(p("1.\tSee ", hyphen, r("\tof\n2031 \nit."))) == [
        "See RC\u201112/9 co\u00adop of 2031 it."
    ]


def test_emphasis_and_raised_letters() -> None:
    runs = (
        r("1.\t"),
        r("Notes", ITALIC),
        " that CO",
        r("2", SUB),
        " and m",
        r("3", SUPER),
        r(" go*", BOLD),
    )
    assert blocks(p(*runs)) == ["*Notes* that CO~2~ and m^3^ **go\\***"]


def test_emphasis_of_styles_toggles() -> None:
    styles = f"""<w:style w:type="paragraph" w:styleId="Loud"><w:name w:val="Loud"/>
      <w:rPr>{BOLD}</w:rPr></w:style>
      <w:style w:type="character" w:styleId="Louder"><w:basedOn w:val="Louder"/>
      <w:name w:val="Louder"/><w:rPr>{BOLD}{ITALIC}</w:rPr></w:style>"""
    turned = r("twice", '<w:rStyle w:val="Louder"/>')
    off = r(" off.", '<w:b w:val="0"/>')
    found = blocks(p("1.\tOnce ", turned, off, style="Loud"), styles=styles)
    assert found == ["**Once** *twice* off."]


def test_links_keep_their_words() -> None:
    link = '<w:hyperlink r:id="rId9">' + r("https://lakes.example/a_b") + "</w:hyperlink>"
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://x"'
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("the reeds")
    ) + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    simple = '<w:fldSimple w:instr=" DATE ">' + r("4 May") + "</w:fldSimple>"
    found = blocks(p("1.\tSee ", link, " and ", field, ", ", simple, "."))
    assert found == ["See https://lakes.example/a_b and the reeds, 4 May."]


def test_the_final_text_of_tracked_changes() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>ponds </w:delText></w:r></w:del>'
    moved = '<w:moveFrom w:id="3">' + r("gone ") + "</w:moveFrom>"
    inserted = '<w:ins w:id="2">' + r("lakes") + "</w:ins>"
    joined = p("1.\tOn ", properties='<w:rPr><w:del w:id="4"/></w:rPr>')
    found = document(joined, p(deleted, moved, inserted, "."))
    assert found.record["blocks"] == ["On lakes."]
    assert "the final text was taken; these words are deleted in it: ponds gone" in reasons(found)
    assert found.report.leftover == []


def test_hidden_words_are_left_over() -> None:
    found = document(p("1.\tSeen.", r("unseen", "<w:vanish/>")))
    assert found.record["blocks"] == ["Seen."]
    assert [(left.text, left.reason) for left in found.report.leftover] == [
        ("unseen", "hidden text")
    ]
    assert found.report.leftover[0].position.line == 1


def test_text_boxes_pictures_objects_formulas_and_comments() -> None:
    box = "<w:txbxContent>" + p("2.\tIn a box.") + "</w:txbxContent>"
    drawn = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    picture = '<w:drawing><wp:docPr descr="A reed"/><a:blip/></w:drawing>'
    thing = "<w:object><v:imagedata/><o:OLEObject/></w:object>"
    formula = "<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>"
    comment = '<w:r><w:commentReference w:id="7"/></w:r>'
    comments = '<w:comment w:id="7" w:author="Ada">' + p("Check.") + "</w:comment>"
    found = document(
        p("1.\tBefore ", formula, f"<w:r>{drawn}{picture}{thing}</w:r>", comment, "."),
        comments=comments,
    )
    assert found.record["blocks"] == ["Before E=mc.", "In a box."]
    assert found.report.leftover == []
    told = reasons(found)
    for part in ("text box", "picture, which is left out: A reed", "embedded object", "formula"):
        assert told.count(part) == 1, part
    assert "a comment, which is no part of the text: Ada: Check." in told


# Numbers and headings

LEVELS = "".join(
    f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
    f'<w:lvlText w:val="{text}"/></w:lvl>'
    for level, (kind, text) in enumerate(
        [("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"), ("bullet", "\uf0b7")]
    )
)
NUMBERING = f"""<w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum>
  <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>
  <w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">
  <w:startOverride w:val="1"/></w:lvlOverride></w:num>"""


def auto(text: str, level: int = 0, list_: int = 1, style: str = "") -> str:
    numbers = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>'
    return p(text, properties=numbers, style=style)


def test_automatic_numbers() -> None:
    found = blocks(
        auto("Introduction", list_=2),
        auto("First:"),
        auto("a reed;", 1),
        auto("a rush:", 1),
        auto("green;", 2),
        auto("Second."),
        auto("a new list;", 1),
        auto("Conclusion", list_=2),
        auto("Third."),
        auto("Once more.", list_=3),
        numbering=NUMBERING,
    )
    assert found == [
        {
            "heading": "Introduction",
            "number": "I.",
            "blocks": [
                {
                    "text": "First:",
                    "items": ["a reed;", {"text": "a rush:", "items": ["green;"]}],
                },
                {"text": "Second.", "items": ["a new list;"]},
            ],
        },
        {
            "heading": "Conclusion",
            "number": "II.",
            "blocks": ["Third.", {"text": "Once more.", "number": "1"}],
        },
    ]


def test_a_style_s_list_and_a_paragraph_taken_out_of_it() -> None:
    styles = """<w:style w:type="paragraph" w:styleId="Num"><w:name w:val="Num"/><w:pPr><w:numPr>
      <w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph"
      w:styleId="Sub"><w:basedOn w:val="Num"/><w:name w:val="Sub"/></w:style>"""
    out = "<w:numPr><w:numId w:val='0'/></w:numPr>"
    found = blocks(
        p("One.", style="Sub"),
        p("Aside.", style="Sub", properties=out),
        p("Two.", style="Num"),
        styles=styles,
        numbering=NUMBERING,
    )
    assert found == ["One.", {"text": "Aside.", "number": "none"}, "Two."]


def test_typed_numbers_headings_by_look_and_annexes() -> None:
    found = document(
        p(r("I.\tReeds", BOLD)),
        p("1.\tOn reeds:"),
        p("\t(a)\tthe green;"),
        p("(b) the dry."),
        p(r("Of rushes", ITALIC)),
        p("2.\tOn rushes."),
        p("Annex"),
        p("[English only]"),
        p(r("Names", BOLD)),
        p("1.\tReed."),
    )
    assert found.record["blocks"] == [
        {
            "heading": "Reeds",
            "number": "I.",
            "blocks": [
                {"text": "On reeds:", "items": ["the green;", "the dry."]},
                {"heading": "Of rushes", "blocks": ["On rushes."]},
            ],
        },
    ]
    (annex,) = found.record["annexes"]
    assert plain(annex.pop("note")) == "[English only]"
    assert annex == {"title": "Names", "blocks": ["Reed."]}


def test_headings_by_the_outline_and_bold_paragraphs_that_are_none() -> None:
    styles = """<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr>
      <w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="H2">
      <w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>"""
    found = blocks(
        p("1.\tStart."),
        p("Water", style="H1"),
        p("Deep", style="H2"),
        p(r("2.\tRecommends depth.", BOLD)),
        p("Shallow", style="H2"),
        p("3.\tEnd."),
        styles=styles,
    )
    assert found == [
        "Start.",
        {
            "heading": "Water",
            "blocks": [
                {"heading": "Deep", "blocks": ["**Recommends depth.**"]},
                {"heading": "Shallow", "blocks": ["End."]},
            ],
        },
    ]


# Footnotes


def note(id_: int, *paragraphs: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{id_}">{"".join(paragraphs)}</w:{kind}>'


def mark(id_: int, kind: str = "footnote", custom: str = "") -> str:
    follows = f'customMarkFollows="1"><w:t>{custom}</w:t>' if custom else ">"
    reference = f'<w:{kind}Reference w:id="{id_}" '
    head, _, rest = follows.partition(">")
    return f"<w:r>{reference}{'w:' + head if head else ''}/>{rest}</w:r>"


def test_footnotes_and_endnotes() -> None:
    footnotes = (
        '<w:footnote w:type="separator" w:id="-1">'
        + p("____")
        + "</w:footnote>"
        + note(
            3, p("<w:r><w:footnoteRef/></w:r>", r(" \tSecond, ", ITALIC), "two."), p("Its rest.")
        )
        + note(4, p("<w:r><w:footnoteRef/></w:r>", " On the heading."))
        + note(5, p("* A star."))
        + note(6, p("Nobody's."))
    )
    found = document(
        p(r("Title", LARGE + BOLD), mark(4)),
        p(
            "1.\tText",
            mark(3),
            ", starred",
            mark(5, custom="*"),
            " and so on",
            mark(2, "endnote"),
            ".",
        ),
        p("2.\tLost", mark(99), "."),
        footnotes=footnotes,
        endnotes=note(2, p("At the end."), kind="endnote"),
    )
    record = found.record
    assert record["title"] == "Title[^1]"
    assert record["blocks"] == ["Text[^2], starred[^*] and so on[^i].", "Lost."]
    assert record["footnotes"] == {
        "1": "On the heading.",
        "2": "*Second,* two. Its rest.",
        "*": "A star.",
        "i": "At the end.",
    }
    assert [left.text for left in found.report.leftover] == ["Nobody's."]
    told = reasons(found)
    assert "the paragraphs of this note were joined: 2" in told
    assert "a mark whose note is not in the file: footnote 99" in told


def test_a_mark_that_repeats_belongs_to_its_annex() -> None:
    footnotes = note(1, p("* The text's.")) + note(2, p("* The annex's."))
    found = document(
        p("1.\tText", mark(1, custom="*"), "."),
        p("Annex"),
        p("1.\tMore", mark(2, custom="*"), "."),
        footnotes=footnotes,
    )
    assert found.record["footnotes"] == {"*": "The text's."}
    annex = found.record["annexes"][0]
    assert annex == {"blocks": ["More[^*]."], "footnotes": {"*": "The annex's."}}


# Tables


def tc(text: str, properties: str = "") -> str:
    inner = text if text.startswith("<w:") else p(text)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    inner = "".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


HEAD = "<w:tblHeader/>"


def test_merged_cells_captions_and_notes() -> None:
    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    table = tbl(
        tr(tc("Lake", start), tc("Depth", wide), properties=HEAD),
        tr(tc("", on), "m", tc(p("Year", r("a", SUPER + ITALIC))), properties=HEAD),
        tr("", "", "", properties=HEAD),
        tr(tc("Blue\t", start), "4", "2031"),
        tr(tc("", on), tc("5|6"), "2032"),
        tr("Red", properties='<w:gridAfter w:val="2"/>'),
    )
    (paragraph, block) = blocks(
        p("1.\tSee below."),
        p(r("Table 1", BOLD)),
        p(r("Lakes", BOLD)),
        p("(Metres)"),
        table,
        p(r("\t"), r("a", SUPER), r("\tMeasured once.")),
        p("*Source*: the Council.", style="FootnoteText"),
        styles='<w:style w:type="paragraph" w:styleId="FootnoteText">'
        '<w:name w:val="footnote text"/></w:style>',
    )[:2]
    assert paragraph == "See below."
    assert block == {
        "table": {
            "label": "Table 1",
            "title": "Lakes (Metres)",
            "head": 2,
            "rows": [
                [{"text": "Lake", "rows": 2}, {"text": "Depth", "cols": 2}],
                ["m", "Year*^a^*"],
                [{"text": "Blue", "rows": 2}, "4", "2031"],
                ["5|6", "2032"],
                ["Red", {"cols": 2}],
            ],
            "notes": {"a": "Measured once."},
        }
    }


def test_deleted_rows_tables_in_cells_and_numbered_cells() -> None:
    inner = tbl(tr("x", "y"))
    listed = p("reed", properties='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')
    table = tbl(
        tr("gone", "too", properties='<w:del w:id="1"/>'),
        tr(tc(inner + p("z")), tc(listed)),
    )
    found = document(p("1.\tSee."), table, numbering=NUMBERING)
    assert found.record["blocks"][1] == {"table": {"rows": [["x y z", "(a) reed"]]}}
    assert "rows that are deleted" in reasons(found)
    assert "a table within a cell" in reasons(found)
    assert found.report.leftover == []


# Mastheads, documents, decisions


def test_masthead() -> None:
    header = p("LAKES/C.7/12") + p("Distr.: General") + p("4 May 2031")
    section = '<w:sectPr><w:headerReference w:type="first" r:id="rId1"/></w:sectPr>'
    (found,) = read(
        p("Seventh session"),
        p(r("Reeds and rushes", LARGE + BOLD)),
        p(r("Note by the secretariat", BOLD)),
        p(r("I.\tReeds", BOLD)),
        p("1.\tThere are reeds."),
        section,
        header=header,
    )
    record = found.record
    source = record.pop("source")
    assert source["note"] == "lakes.docx, 4 May 2031"
    assert len(source["sha256"]) == 64
    assert record == {
        "symbol": "LAKES/C.7/12",
        "kind": "note",
        "title": "Reeds and rushes",
        "subtitle": "Note by the secretariat",
        "language": "en",
        "meeting": "lakes-7",
        "blocks": [
            {"heading": "Reeds", "number": "I.", "blocks": ["There are reeds."]},
        ],
    }
    assert [left.text for left in found.report.leftover] == ["Seventh session"]


def test_contents_are_left_over() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    found = document(p("Reeds\t2", style="T"), p("1.\tReeds."), styles=styles)
    assert found.record["blocks"] == ["Reeds."]
    assert [left.reason for left in found.report.leftover] == ["a line of the table of contents"]


def test_an_id_from_the_file_s_name() -> None:
    for name, id_ in (
        ("a/Étang 1.docx", "tang-1"),
        ("con.docx", "document-con"),
        ("雨", "document"),
    ):
        (found,) = read(p("1.\tOne."), name=name)
        assert found.record["id"] == id_


def decision(symbol: str, title: str, *more: str) -> str:
    opening = p(r("\t"), r("The Council of Lakes", ITALIC), ",")
    return (
        p(r(f"{symbol}: {title}", BOLD))
        + opening
        + p(r("Recalling", ITALIC), " reeds,")
        + "".join(more)
    )


def test_a_report_is_split_into_decisions() -> None:
    footnotes = note(1, p("First.")) + note(2, p("Second."))
    found = read(
        p(r("Decisions of the Council", LARGE)),
        p("L-7/1: Reeds\t2"),
        p("L-7/2: Rushes\t3"),
        decision("L-7/1", "Reeds", p("1.\t", r("Decides", ITALIC), " so;", mark(1)), p("2.\tEnds."))
        + p("Annex")
        + p(r("Names", BOLD))
        + p("1.\tReed.")
        + p("3rd meeting\n4 May 2031"),
        decision("Decision L-7/2", "Rushes", p("Decides otherwise.", mark(2))),
        footnotes=footnotes,
    )
    first, second = found
    source = first.record.pop("source")
    assert source["note"] == "lakes.docx"
    assert first.kind == second.kind == "decisions"
    assert first.record.pop("adopted").isoformat() == "2031-05-04"
    assert first.record == {
        "symbol": "L-7/1",
        "title": "Reeds",
        "language": "en",
        "meeting": "lakes-7",
        "adopted_at": "3rd meeting",
        "preamble": ["*Recalling* reeds,"],
        "operative": ["*Decides* so;[^1]", "Ends."],
        "footnotes": {"1": "First."},
        "annexes": [{"title": "Names", "blocks": ["Reed."]}],
    }
    assert second.record["symbol"] == "L-7/2"
    assert second.record["operative"] == ["Decides otherwise.[^2]"]
    assert second.record["footnotes"] == {"2": "Second."}
    assert first.meeting == {"id": "lakes-7", "name": "", "bodies": ["lakes"]}
    left = [remark.text for remark in first.report.leftover]
    assert left == ["Decisions of the Council", "L-7/1: Reeds 2", "L-7/2: Rushes 3"]
    counts = first.report.counts
    assert (counts.preambular, counts.operative, counts.annexes) == (1, 2, 1)


def test_a_draft_in_a_note_gets_a_record_of_its_own() -> None:
    note_, draft = read(
        p(r("Reeds", LARGE)),
        p(r("Note by the secretariat", BOLD)),
        p("1.\tThe Council may wish to adopt a decision along these lines:"),
        p(r("The Council of Lakes", ITALIC), ","),
        p("Recalling reeds,"),
        p("1.\tNotes them;"),
        p("2.\tEnds."),
    )
    assert note_.kind == "documents"
    assert note_.record["proposes"] == ["lakes-draft"]
    assert note_.record["blocks"][-1] == {"decision": "lakes-draft"}
    assert draft.kind == "decisions"
    assert draft.record["status"] == "draft"
    assert draft.record["operative"] == ["Notes them;", "Ends."]


def test_records_load(tmp_path: Path) -> None:
    found = read(
        decision("L-7/1", "Reeds", p("1.\tDecides;"), p("2.\tEnds.")),
        decision("L-7/2", "B", p("C.")),
    )
    (tmp_path / "decisions.yaml").write_text(
        write({"decisions": [one.record for one in found]}), encoding="utf-8"
    )
    (tmp_path / "conventions.yaml").write_text(
        "conventions: [{id: c, name: C, bodies: [{id: lakes, name: L, kind: decision,"
        ' symbols: ["L-{meeting}/{number}"], opening: The Council of Lakes}]}]\n',
        encoding="utf-8",
    )
    (tmp_path / "meetings.yaml").write_text(
        "meetings: [{id: lakes-7, name: Seventh, bodies: [lakes]}]\n", encoding="utf-8"
    )
    loaded = load(tmp_path)
    assert [str(finding) for finding in loaded.findings] == []
    assert len(loaded.corpus.decisions) == 2


def test_what_is_left_out_of_the_file_is_told() -> None:
    found = document(
        p("1.\tOne."),
        outside_image="https://x.example/a.png",
        outside_hyperlink="https://y.example",
    )
    assert "(image) is left out: https://x.example/a.png" in reasons(found)
    assert "y.example" not in reasons(found)


def test_strict_files() -> None:
    """The other namespace of ISO/IEC 29500 is read alike."""
    source = docx(p("1.\t", r("Notes", ITALIC), " it."))
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(source)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(
                W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
            )
            new.writestr(
                name,
                content.replace(
                    R.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"
                ),
            )
    (found,) = word.read(out.getvalue(), "a.docx", SETTINGS)
    assert found.record["blocks"] == ["*Notes* it."]


def test_a_decision_whose_symbol_stands_on_the_masthead_alone() -> None:
    (found,) = read(
        tbl(tr("United Waters", "L-7/3"), tr("Distr.: General", "4 May 2031")),
        p("Agenda item 5"),
        p(r("7/3. Reeds", LARGE)),
        p(r("The Council of Lakes", ITALIC), ","),
        p("Recalling reeds,"),
        p("1.\tDecides;"),
        p("2.\tEnds."),
    )
    record = found.record
    assert found.kind == "decisions"
    assert (record["symbol"], record["title"]) == ("L-7/3", "Reeds")
    assert record["preamble"] == ["Recalling reeds,"]
    assert record["operative"] == ["Decides;", "Ends."]
    left = [remark.text for remark in found.report.leftover]
    assert left == ["United Waters L-7/3 Distr.: General 4 May 2031", "Agenda item 5"]


def test_proceedings_before_decisions_are_a_document() -> None:
    found = read(
        p(r("Report of the Council", LARGE)),
        p(r("I.\tOpening", BOLD)),
        p("1.\tThe meeting opened."),
        decision("L-7/1", "Reeds", p("1.\tDecides;"), p("2.\tEnds.")),
    )
    assert [one.kind for one in found] == ["documents", "decisions"]
    assert found[0].record["title"] == "Report of the Council"
    assert found[0].record["blocks"][0]["blocks"] == ["The meeting opened."]


def test_languages() -> None:
    french = '<w:lang w:val="fr-CH"/>'
    assert document(p(r("1.\tLes roseaux.", french))).record["language"] == "fr"
    assert document(p("1.\tО тростнике.")).record["language"] == "ru"
    assert document(p("芦苇。")).record["language"] == "zh"
    assert document(p("القصب.")).record["language"] == "ar"


def test_footnotes_that_begin_again_in_a_section() -> None:
    section = """<w:sectPr><w:footnotePr><w:numFmt w:val="lowerLetter"/>
      <w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>"""
    found = document(
        p("1.\tOne", mark(1), ".", properties=section),
        p("Annex"),
        p("1.\tTwo", mark(2), "."),
        section,
        footnotes=note(1, p("First.")) + note(2, p("Second.")),
    )
    assert found.record["footnotes"] == {"a": "First."}
    assert found.record["annexes"][0]["footnotes"] == {"a": "Second."}


def test_formats_of_automatic_numbers() -> None:
    for kind, value, printed in (
        ("upperLetter", 28, "BB"),
        ("lowerRoman", 14, "xiv"),
        ("decimalZero", 7, "07"),
        ("russianLower", 2, "б"),
        ("arabicAbjad", 3, "ج"),
        ("chineseCounting", 12, "十二"),
        ("hindiNumbers", 10, "١٠"),
        ("ordinal", 4, "4"),
        ("lowerLetter", -3, "-3"),
        ("none", 1, ""),
    ):
        assert written(value, kind) == printed, kind
