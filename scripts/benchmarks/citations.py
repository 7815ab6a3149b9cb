"""Recognising the citations of whole corpora, beside loading the same YAML by PyYAML's C loader."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import yaml

from acquis.citation import citations
from acquis.load import load
from acquis.model.corpus import Corpus
from benchmarks.measure import Figure, side_by_side
from benchmarks.texts import Texts, records

HERE, PEER = "recognising citations", "loading the same YAML with PyYAML's C loader"


def measure(texts: Texts, runs: int) -> Iterator[Figure]:
    """One figure a language: from loaded texts to citations with their targets."""
    for language, folder in texts.folders.items():
        corpus = load(folder, (language,)).corpus
        found = side_by_side(
            {
                HERE: partial(_recognised, corpus),
                PEER: partial(_loaded, folder),
            },
            runs,
        )
        yield Figure(f"{HERE}, {language}", "s", found[HERE], PEER, found[PEER], at_most=1)


def _recognised(corpus: Corpus) -> int:
    return sum(1 for _ in citations(corpus))


def _loaded(folder: Path) -> int:
    count = 0
    for path in records(folder):
        count += bool(yaml.load(path.read_bytes(), yaml.CSafeLoader))
    return count
