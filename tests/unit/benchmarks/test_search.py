"""What the benchmark of the search asks for where the texts are made up."""

from pathlib import Path

from acquis.load import load
from acquis.search.passage import passages
from benchmarks.search import QUERIES, queries_from
from benchmarks.texts import ROOT

TEXT = """\
decisions:
  - symbol: MC-5/{number}
    title: Cooperation and coordination
    operative:
      - {word} everything concerning {word};
      - 1 2 3;
"""


def test_made_up_texts_are_asked_for_their_own_words(tmp_path: Path) -> None:
    (tmp_path / "decisions").mkdir()
    conventions = (ROOT / "data" / "conventions.yaml").read_text(encoding="utf-8")
    (tmp_path / "conventions.yaml").write_text(conventions, encoding="utf-8")
    for number in range(1, 2 * QUERIES):
        words = TEXT.format(number=number, word="a" * (number + 4))
        (tmp_path / "decisions" / f"mc-5-{number}.yaml").write_text(words, encoding="utf-8")
    corpus = load(tmp_path).corpus
    every = [one.text for record in corpus.records() for one in passages(record, "en")]
    found = queries_from(corpus, "en")
    assert found == queries_from(corpus, "en")
    assert 5 < len(set(found)) == len(found) <= QUERIES
    for query in found:
        assert any(all(word in text for word in query.split()) for text in every), query
