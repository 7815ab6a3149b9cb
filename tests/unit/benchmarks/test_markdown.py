"""The Markdown that the peers get holds what the pages of Acquis do."""

import json
import shutil
from pathlib import Path

import markdown
import pytest
from lxml import html

from acquis.load import load
from benchmarks.markdown import write_markdown
from benchmarks.sameness import Held, Shown, read
from benchmarks.told import UnlikeError, compare_words, in_marks, tell

ROOT = Path(__file__).resolve().parents[3]
TEXTS = """\
decisions:
  - symbol: A/RES/78/1
    title: The first text
    meeting: general-assembly-78
    adopted: 2023-09-01
    preamble:
      - "*Recalling* its resolution 70/1 of 25 September 2015,[^1] with * a star and 1 < 2 & 3,"
      - "# no heading, `no code`, _no emphasis_, a pipe | and {no: attribute}"
    operative:
      - "*Decides* what H~2~O is, and 10^6^ more;"
      - text: "*Requests* the following, as in paragraph 1 above:"
        items:
          - First item;
          - text: "Second item:"
            items:
              - Of a second level;
        then:
          - What goes on with it;
      - text: 1. is how this begins;
        number: none
      - heading: A heading
      - "*Notes* a table:"
      - table:
          label: Table 1
          title: Of amounts[^2]
          head: 1
          rows:
            - [Name, Amount]
            - ["**All** | of it", "1 000"]
            - - text: Over both, see resolution 78/2
                cols: 2
          notes:
            a: A note to the table.
      - quote:
          - Quoted words;
          - text: "1. numbered as printed"
            number: "4"
    footnotes:
      "1": Resolution 78/2, paragraph 1.
      "2": See A/78/15.
    annexes:
      - title: Of more
        blocks:
          - In the annex, a mark.[^1]
        footnotes:
          "1": The annex's own note.
  - symbol: A/RES/78/2
    title: The second text
    meeting: general-assembly-78
    adopted: 2023-09-02
    operative:
      - "*Recalls* resolution 78/1, annex, and its paragraph 2 (a);"
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two texts that use every kind of block and cite one another, told and written."""
    folder = tmp_path_factory.mktemp("told")
    shutil.copytree(ROOT / "examples" / "general-assembly" / "data", folder / "data")
    (folder / "data" / "decisions").mkdir(exist_ok=True)
    (folder / "data" / "decisions" / "texts.yaml").write_text(TEXTS, encoding="utf-8")
    tell(folder, ["en"])
    write_markdown(folder, folder / "docs")
    write_markdown(folder, folder / "content", addresses=True)
    return folder


def page(project: Path, slug: str, folder: str = "content") -> Shown:
    """What Python-Markdown makes of a text."""
    words = (project / folder / "en" / f"{slug}.md").read_text(encoding="utf-8")
    written = markdown.markdown(
        words.split("---\n", 2)[2], extensions=["attr_list", "footnotes", "tables"]
    )
    held = Held(("en/a-res-78-1", "en/a-res-78-2"), ("en",))
    return read(html.fromstring(f"<article>{written}</article>"), f"en/{slug}/", held)


class TestMarkdown:
    def test_holds_every_word(self, project: Path) -> None:
        shown = page(project, "a-res-78-1").words
        for words in (
            "Recalling its resolution 70/1 of 25 September 2015, with  a star and 1 < 2 & 3,",
            "# no heading, `no code`, _no emphasis_, a pipe | and {no: attribute}",
            "1. Decides what H2O is, and 106 more;",
            "2. Requests the following, as in paragraph 1 above:",
            "(a) First item; (b) Second item: (i) Of a second level; What goes on with it;",
            "1. is how this begins;",
            "A heading 3. Notes a table: Table 1 Of amounts Name Amount All | of it 1 000",
            "Over both, see resolution 78/2 a A note to the table. Quoted words; 4",
            "1. numbered as printed Annex Of more 1. In the annex, a mark.",
        ):
            assert "".join(words.split()) in shown

    def test_has_every_anchor(self, project: Path) -> None:
        told = json.loads((project / "told.json").read_text(encoding="utf-8"))
        text = told["en"]["A/RES/78/1"]
        units = [anchor for anchor, _, _ in text["units"]]
        assert len(units) > 15
        assert {*units, "annex-1", "fn-1", "annex-1-fn-1"} <= page(project, "a-res-78-1").anchors

    def test_has_every_footnote_and_marks_that_lead_there(self, project: Path) -> None:
        shown = page(project, "a-res-78-1")
        notes = ["Resolution 78/2, paragraph 1.", "See A/78/15.", "The annex's own note."]
        assert set(shown.notes) == {"".join(note.split()) for note in notes}
        marks = shown.text.findall(".//sup/a")
        assert [one.get("href") for one in marks] == [
            "#fn:fn-1",
            "#fn:fn-2",
            "#fn:annex-1-fn-1",
        ]

    def test_leads_where_the_citations_do(self, project: Path) -> None:
        links = page(project, "a-res-78-1").links
        assert links["en/a-res-78-1#para-1"] == 1  # paragraph 1 above
        assert links["en/a-res-78-2#"] == 1
        assert links["en/a-res-78-2#para-1"] == 1
        assert sum("70/1" in link for link in links) == 1
        assert page(project, "a-res-78-2").links["en/a-res-78-1#annex-1"] == 1

    def test_lists_who_cites_it(self, project: Path) -> None:
        assert {"en/a-res-78-2#para-1"} <= page(project, "a-res-78-1").cited
        assert page(project, "a-res-78-2").cited == {
            "en/a-res-78-1#fn-1",
            "en/a-res-78-1#table-1",
        }

    def test_for_mkdocs_differs_in_nothing_but_the_links(self, project: Path) -> None:
        files = page(project, "a-res-78-1", "docs")
        addresses = page(project, "a-res-78-1")
        assert (files.words, files.notes, files.anchors) == (
            addresses.words,
            addresses.notes,
            addresses.anchors,
        )
        words = (project / "docs" / "en" / "a-res-78-1.md").read_text(encoding="utf-8")
        assert "(a-res-78-2.md#para-1)" in words


class TestWords:
    def test_that_are_read_otherwise_are_refused(self, project: Path) -> None:
        corpus = load(project / "data", ("en",)).corpus
        version = corpus.decisions["a-res-78-2"].original
        record = {"title": "The second text", "operative": [version.operative[0].text]}
        compare_words("A/RES/78/2", record, version)
        with pytest.raises(UnlikeError, match="A/RES/78/2, en"):
            compare_words("A/RES/78/2", record | {"operative": ["Other words"]}, version)


@pytest.mark.parametrize(
    ("words", "span", "expected"),
    [
        ("*Recalls* resolution 70/1", (8, 23), ["resolution 70/1"]),
        ("see [^1]resolution 70/1", (4, 19), ["resolution 70/1"]),
        ("resolution[^1] 70/1", (0, 15), ["resolution", " 70/1"]),
        ("resolution *70/1* and", (0, 15), ["resolution ", "70/1"]),
        ("*see resolution* 70/1", (4, 19), ["resolution", " 70/1"]),
        ("a \\* star 70/1", (9, 13), ["70/1"]),
        ("17* of 70/1", (7, 11), ["70/1"]),
        ("10^6^ of 70/1", (7, 11), ["70/1"]),
    ],
)
def test_places_of_links_in_marked_words(
    words: str, span: tuple[int, int], expected: list[str]
) -> None:
    found = list(in_marks(words, [(*span, "en/a")]))
    assert [words[start:end] for start, end, _ in found] == expected
