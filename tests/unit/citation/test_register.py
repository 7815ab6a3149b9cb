"""The register: each text read once, and every citation found again from what it cites."""

from collections.abc import Callable

from acquis.citation import citations, register
from acquis.model.corpus import Corpus

DATA = """
meetings:
  - {id: lakes-cop-1, name: First, bodies: [lakes-cop]}
decisions:
  - symbol: LC-1/1
    meeting: lakes-cop-1
    adopted: 2020-03-01
    operative:
      - Decides on depth;
      - "Recalls paragraph 1 above, and paragraph 1 above again, in the present decision."
  - symbol: LC-1/2
    meeting: lakes-cop-1
    adopted: 2020-03-02
    preamble: ["Recalling paragraph 2 of decision LC-1/1 and decision LC-9/9,"]
    operative: ["Repeats decision *LC*-1/1."]
"""


def test_all_citations_are_in_it(corpus_of: Callable[[str], Corpus]) -> None:
    corpus = corpus_of(DATA)
    held = register(corpus)
    found = [one for record in corpus.records() for row in held.of(record).values() for one in row]
    assert found == list(citations(corpus))
    assert len(found) == 6
    assert [one.text for one in held.of(corpus.decisions["lc-1-2"])["en"]] == [
        "paragraph 2 of decision LC-1/1",
        "decision LC-9/9",
        "decision LC-1/1",
    ]


def test_a_text_knows_where_it_is_cited(corpus_of: Callable[[str], Corpus]) -> None:
    corpus = corpus_of(DATA)
    namings = register(corpus).naming(corpus.decisions["lc-1-1"])
    assert [(one.source, one.citation.anchor, one.anchor) for one in namings] == [
        ("decisions/lc-1-1/", "para-2", "para-1"),
        ("decisions/lc-1-2/", "preamble-1", "para-2"),
        ("decisions/lc-1-2/", "para-1", ""),
    ]
    assert register(corpus).naming(corpus.decisions["lc-1-2"]) == ()
