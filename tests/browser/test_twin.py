"""The browser compares texts as Python does: the same rows, with the same pieces."""

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import PROJECT, Open

from acquis import settings
from acquis.align import Row, compare
from acquis.exporters.json import decision_json, document_json
from acquis.link import Links, link
from acquis.load import load
from acquis.model.block import Paragraph
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision, Version
from acquis.model.divide import divide
from acquis.model.document import Document

EXAMPLES = Path(__file__).parents[2] / "examples"
CONFIG = """
site_name: Texts
theme: {name: material}
plugins:
  - acquis:
      languages: [en, fr, es, ru, ar, zh]
"""

TWIN = """async cases => {
  const base = new URL("assets/javascripts/align/", location.href.replace(/decisions\\/$/, ""));
  const {compare, pieces} = await import(new URL("comparison.js", base));
  const {provisions} = await import(new URL("provisions.js", base));
  return cases.map(([one, other]) => compare(provisions(one), provisions(other)).map(row => ({
    kind: row.kind, moved: row.moved, pieces: pieces(row),
    one: row.one.map(p => [p.anchor, p.number]), other: row.other.map(p => [p.anchor, p.number]),
  })));
}"""

Text = Decision | Document


def exported(record: Text, corpus: Corpus, links: Links) -> Any:
    values = (
        decision_json(record, corpus, links)
        if isinstance(record, Decision)
        else document_json(record, corpus, links)
    )
    return next(iter(values))


def expected(one: Text, other: Text) -> list[dict[str, Any]]:
    divisions = [divide(r.original, decision=isinstance(r, Decision)) for r in (one, other)]
    return [told(row) for row in compare(*divisions).rows]


def told(row: Row) -> dict[str, Any]:
    # The file beside a page has no emphasis, so what differs in that alone is the same there.
    emphasis = row.kind == "marked" and row.one[0].form == row.other[0].form
    return {
        "kind": "same" if emphasis else row.kind,
        "moved": row.moved,
        "pieces": [list(piece) for piece in row.pieces],
        "one": [[one.anchor, one.number] for one in row.one],
        "other": [[one.anchor, one.number] for one in row.other],
    }


def hold(visit: Open, pairs: Sequence[tuple[Text, Text]], corpus: Corpus) -> None:
    page = visit("golden", "decisions/")
    links = link(corpus)
    texts = [[exported(text, corpus, links) for text in pair] for pair in pairs]
    found = page.evaluate(TWIN, json.loads(json.dumps(texts)))
    for (one, other), rows in zip(pairs, found, strict=True):
        assert rows == expected(one, other), f"{one.slug} and {other.slug}"


def held(corpus: Corpus) -> list[Text]:
    return [record for record in corpus.records() if record.original.held]


def edited(record: Decision, seed: int) -> Decision:
    """The same text with words, paragraphs and their order changed at random."""
    chance = random.Random(seed)

    def worded(text: str) -> str:
        words = text.split(" ")
        for _ in range(chance.randrange(3) if text else 0):
            at = chance.randrange(len(words))
            words[at : at + 1] = chance.choice([[""], ["also"], [words[at]] * 2, ["𝛼"], ["十"]])
        return " ".join(words)

    def blocks(row: tuple[Any, ...]) -> tuple[Any, ...]:
        made = [
            replace(block, text=worded(block.text), items=blocks(block.items))
            if isinstance(block, Paragraph)
            else block
            for block in row
        ]
        for _ in range(chance.randrange(3)):
            if made:
                block = made.pop(chance.randrange(len(made)))
                if chance.random() < 0.7:
                    made.insert(chance.randrange(len(made) + 1), block)
        return tuple(made)

    version: Version = record.original
    changed = replace(
        version, preamble=blocks(version.preamble), operative=blocks(version.operative)
    )
    return replace(record, versions={record.language: changed})


def test_all_pairs_of_the_small_corpus(visit: Open) -> None:
    chosen = settings.read(PROJECT / "mkdocs.yml")
    corpus = load(chosen.data, chosen.languages, chosen.root).corpus
    texts = held(corpus)
    assert len(texts) > 5
    hold(visit, [(one, other) for one in texts for other in texts], corpus)


def test_texts_that_were_edited_at_random(visit: Open) -> None:
    chosen = settings.read(PROJECT / "mkdocs.yml")
    corpus = load(chosen.data, chosen.languages, chosen.root).corpus
    texts = [one for one in held(corpus) if isinstance(one, Decision)]
    pairs: list[tuple[Text, Text]] = [
        (one, edited(one, seed)) for one in texts for seed in range(20)
    ]
    hold(visit, [(one, other) for one, other in pairs if other.original.held], corpus)


@pytest.mark.parametrize(
    ("example", "pattern"), [("unfccc", "unfccc/*.txt"), ("general-assembly", "ga-78/*/*.xml")]
)
def test_real_texts(
    visit: Open,
    corpora: Path,
    sample: Callable[[Sequence[Path]], Sequence[Path]],
    tmp_path: Path,
    example: str,
    pattern: str,
) -> None:
    (tmp_path / "data").mkdir()
    shutil.copy(EXAMPLES / example / "data" / "conventions.yaml", tmp_path / "data")
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    files = list(map(str, sample(sorted(corpora.glob(pattern)))[:12]))
    command = [sys.executable, "-m", "acquis.cli", "import", *files]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    corpus = load(tmp_path / "data", ("en", "fr", "es", "ru", "ar", "zh")).corpus
    texts = held(corpus)
    assert len(texts) > 5, done.stderr
    chance = random.Random(5)
    pairs: list[tuple[Text, Text]] = [(one, edited(one, 3)) for one in texts]  # type: ignore[arg-type]
    pairs += [(chance.choice(texts), chance.choice(texts)) for _ in range(20)]
    alike: dict[str, list[Text]] = {}
    for one in texts:
        alike.setdefault(one.original.title.casefold(), []).append(one)
    pairs += [(row[0], other) for row in alike.values() for other in row[1:]]
    hold(visit, pairs, corpus)
