"""An invented body's decisions, with every kind of block."""

from pathlib import Path

import pytest

from acquis.load import load
from acquis.model.corpus import Corpus

CONVENTIONS = """
conventions:
  - id: lakes
    name: {en: Convention on Lakes, fr: Convention sur les lacs}
    url: https://lakes.example/
    bodies:
      - id: lakes-cop
        name: Conference of the Parties
        opening: {en: The Conference of the Parties, fr: La Conférence des Parties}
        symbols: ["LC-{meeting}/{number}"]
        meeting_id: "lakes-cop-{meeting}"
        address: "https://lakes.example/{symbol}"
meetings:
  - {id: lakes-cop-2, name: Second meeting, bodies: [lakes-cop], sessions: [{from: 2031-05-01}]}
actors:
  - {id: parties, name: Parties, of: lakes}
topics:
  - {id: reeds, name: Reeds}
areas:
  - {id: water, title: Water}
activities:
  - {id: counting, title: Counting reeds, area: water, mandates: LC-2/1 para 4, outputs: [A list]}
services:
  - {id: boats, provider: parties, recipient: parties, what: Boats, cost_recovery: false}
documents:
  - id: lakes-note
    symbol: UNEP/LC/2
    title: Note
    meeting: lakes-cop-2
    proposes: lc-draft
    blocks:
      - heading: Introduction
        number: "I"
        blocks: [First., Second.]
      - decision: lc-draft
"""
DECISIONS = r"""
decisions:
  - symbol: LC-2/1
    title: "Reeds[^*]"
    meeting: lakes-cop-2
    adopted: 2031-05-04
    agenda_item: "5 (b)"
    draft: {symbol: L.4, submitted_by: the Chair}
    steps: [{outcome: adopted, date: 2031-05-04}]
    vote: {for: 12, against: 3, abstaining: 0}
    source: {document: lakes-note, paragraph: "2"}
    verified: {by: An editor, on: 2031-06-01, against: L.4}
    corrections: [{note: A comma}]
    topics: [reeds]
    relations: {recalls: LC-1/1}
    preamble:
      - "*Recalling* decision LC-1/1,[^1]"
    operative:
      - text: "*Requests* Parties to count H~2~O in 10^3^ lakes:"
        actors: [parties]
        due: 2032-01-01
        action: count
        progress: {status: implemented}
        items:
          - "Twice[^1] a year;"
          - text: "In winter, namely:"
            items: ["In\u00a0January;"]
        then: ["as far as there is ice;"]
      - heading: Boats
        number: "II"
        blocks:
          - quote: [{text: "Boats\\* shall float.", number: "7"}]
          - table:
              label: Table 1
              title: Boats
              head: 1
              rows: [[Kind, Number], [{text: Rowing, rows: 2}, "12[^*]"], ["13"]]
              notes: {a: As counted.}
      - rule: true
      - figure: {file: boats.png, alt: Two boats}
      - text: "A *new* <b>boat</b> \u202e{{ x }}."
        number: 2 bis
    footnotes: {"1": "See *there*.", "*": Issued again.}
    annexes:
      - title: List
        note: "[English only]"
        blocks: ["First[^1] item."]
        footnotes: {"1": Its own.}
        annexes: [{title: More, blocks: [Last.]}]
      - {title: Other, blocks: [Words.]}
  - symbol: LC-2/2
    meeting: lakes-cop-2
    parts:
      - {number: A, title: Depth, preamble: ["Noting it,"], operative: [Decides.]}
      - {number: B, opening: The Bureau, operative: [Decides so., And so.]}
  - {symbol: LC-1/1, status: listed, description: An old one.}
  - {id: lc-draft, status: draft, title: Draft, operative: [Sole paragraph.]}
"""
FRENCH = """
decisions:
  - symbol: LC-1/1
    title: Ancienne
  - symbol: LC-2/2
    parts:
      - {number: A, title: Profondeur, preamble: ["Notant cela,"], operative: [Décide.]}
      - {number: B, operative: [Décide., Et décide.]}
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """The corpus, in English and French."""
    folder = tmp_path / "data"
    (folder / "translations" / "fr").mkdir(parents=True)
    (folder / "conventions.yaml").write_text(CONVENTIONS, encoding="utf-8")
    (folder / "decisions.yaml").write_text(DECISIONS, encoding="utf-8")
    (folder / "translations/fr/decisions.yaml").write_text(FRENCH, encoding="utf-8")
    loaded = load(folder, ("en", "fr"))
    assert loaded.findings == ()
    return loaded.corpus
