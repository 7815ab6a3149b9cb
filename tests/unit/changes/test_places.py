"""What the provisions of a text are called."""

from pathlib import Path

from acquis.align import provisions
from acquis.changes import Places
from acquis.load import load
from acquis.model.divide import divide

DECISION = """\
decisions:
  - id: a
    title: Lakes
    subtitle: A subtitle
    opening: The Council
    preamble:
      - Noting,
      - text: "Recalling:"
        items: [One,]
    operative:
      - text: "Decides:"
        items:
          - text: "To count:"
            items: [Reeds;]
          - {text: To wait;, number: none}
        then:
          - and to report;
          - quote: [{text: Old words., number: 8 quater}]
      - {text: Words., number: none}
      - heading: Money
        number: II
        restart: true
        blocks:
          - Pays.
          - table:
              label: Table 1
              title: Amounts
              head: 1
              rows: [[Year, Sum], ["2030", "1"], ["2031", "1"]]
              notes: {a: In dollars.}
    footnotes: {"3": A note.}
    annexes:
      - title: Rules
        note: "[English only]"
        blocks: [Rule., {rule: true}]
        annexes: [{title: Forms, blocks: [A form.]}]
"""


def names(tmp_path: Path, text: str) -> list[str]:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "decisions.yaml").write_text(text, encoding="utf-8")
    loaded = load(folder)
    assert loaded.findings == ()
    division = divide(loaded.corpus.decisions["a"].original)
    places = Places(division)
    return [places.name(one) for one in provisions(division)]


def test_every_kind_of_provision(tmp_path: Path) -> None:
    assert names(tmp_path, DECISION) == [
        "title",
        "subtitle",
        "opening",
        "preambular paragraph 1",
        "preambular paragraph 2",
        "preambular paragraph 2 (a)",
        "paragraph 1",
        "paragraph 1 (a)",
        "paragraph 1 (a) (i)",
        "unnumbered item of paragraph 1",
        "text after the items of paragraph 1",
        "quoted paragraph 8 quater in paragraph 1",
        "unnumbered paragraph 1",
        "heading II “Money”",
        "heading II “Money”, paragraph 1",
        "title of Table 1",
        "row 1 of Table 1",
        "row 2 of Table 1",
        "row 3 of Table 1",
        "note a of Table 1",
        "Annex",
        "Annex, note under the title",
        "Annex, paragraph 1",
        "Annex, line of asterisks",
        "Annex, Appendix",
        "Annex, Appendix, paragraph 1",
        "footnote 3",
    ]


def test_parts_and_a_sole_paragraph(tmp_path: Path) -> None:
    parts = """\
decisions:
  - id: a
    opening: none
    parts:
      - {number: A, title: One, opening: The Council, operative: [Decides.]}
      - {number: B, preamble: [Noting,], operative: [Decides., Pays.]}
"""
    assert names(tmp_path, parts) == [
        "part A",
        "part A, opening",
        "part A, the operative paragraph",
        "part B",
        "part B, preambular paragraph 1",
        "part B, paragraph 1",
        "part B, paragraph 2",
    ]
