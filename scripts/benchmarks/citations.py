"""Recognising the citations of whole corpora, beside loading the same YAML by PyYAML's C loader."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import yaml

from acquis import text as marks
from acquis.citation import Reader, Recognition, Resolution, Spoken
from acquis.citation.passage import passages
from acquis.load import load
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision, Version
from acquis.model.divide import divide
from acquis.model.unit import Division
from benchmarks.measure import Asked, Figure, side_by_side
from benchmarks.texts import records

HERE = "recognising citations in the words of the texts"
LED = "the same from numbered texts, and where each leads"
PEER = "loading the same YAML with PyYAML's C loader"

Divided = Sequence[tuple[Decision, Version, Division]]
#: So many texts are read together, as the tool does it.
TOGETHER = 16
T = TypeVar("T")


def measure(asked: Asked) -> Iterator[Figure]:
    """Two figures a language: recognition by itself, and with all that is around it."""
    for language, folder in asked.texts.folders.items():
        corpus = load(folder, (language,)).corpus
        divided = [
            (decision, version, divide(version))
            for decision in corpus.decisions.values()
            for version in decision.versions.values()
            if version.language == language
        ]
        spoken = [
            Spoken(
                [marks.plain(one.words) for one in found],
                decision.bodies,
                sum(not one.note for one in found),
            )
            for decision, _, division in divided
            for found in [tuple(passages(division))]
        ]
        found = side_by_side(
            {
                HERE: partial(_recognised, corpus, language, spoken),
                LED: partial(_led, corpus, divided),
                PEER: partial(_loaded, folder),
            },
            asked.runs,
        )
        yield Figure(f"{HERE}, {language}", "s", found[HERE], PEER, found[PEER], at_most=1)
        yield Figure(f"{LED}, {language}", "s", found[LED], PEER, found[PEER])


def _recognised(corpus: Corpus, language: str, spoken: Sequence[Spoken]) -> int:
    reader = Reader(corpus.conventions.values(), language)
    return sum(
        len(spans)
        for some in _together(spoken)
        for found in reader.read_all(some)
        for spans in found.values()
    )


def _led(corpus: Corpus, divided: Divided) -> int:
    recognition = Recognition(corpus.conventions.values(), corpus.meetings)
    resolution = Resolution(corpus)
    return sum(
        len(found)
        for some in _together(divided)
        for (decision, version, _), cited in zip(some, recognition.of_texts(some), strict=True)
        for found in resolution.of(decision, {version.language: cited}).values()
    )


def _together(texts: Sequence[T]) -> Iterator[Sequence[T]]:
    return (texts[first : first + TOGETHER] for first in range(0, len(texts), TOGETHER))


def _loaded(folder: Path) -> int:
    count = 0
    for path in records(folder):
        count += bool(yaml.load(path.read_bytes(), yaml.CSafeLoader))
    return count
