"""The register: each text read once, and every citation found again from what it cites."""

import pickle
from collections.abc import Callable, Iterable
from typing import TypeVar, cast

import pytest

from acquis.citation import citations, register
from acquis.model.corpus import Corpus

T = TypeVar("T")

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


@pytest.mark.parametrize("shares", [1, 2, 3, 5])
def test_it_is_the_same_in_however_many_shares(
    corpus_of: Callable[[str], Corpus], shares: int
) -> None:
    corpus = corpus_of(DATA)

    def in_shares(work: Callable[[Iterable[int]], T], jobs: int, /) -> list[T]:
        assert jobs == 2
        numbers = [range(share, jobs, shares) for share in reversed(range(shares))]
        handed_over = pickle.dumps([work(some) for some in numbers])
        return cast("list[T]", pickle.loads(handed_over))  # our own

    found = register(corpus, in_shares=in_shares)
    assert found == register(corpus)
    assert list(found.by_record) == ["decisions/lc-1-1/", "decisions/lc-1-2/"]
    assert found.naming(corpus.decisions["lc-1-1"])[0].citation.passage.at.line > 0
