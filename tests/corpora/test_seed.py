"""The note that the project starts from: imported as text, it equals the records made by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from acquis import text as marks
from acquis.importers import plain
from acquis.importers.imported import Import, Settings
from acquis.load import load
from acquis.load.write import write
from acquis.model.corpus import Corpus
from acquis.model.decision import Version
from acquis.model.divide import Division, divide
from acquis.model.unit import Unit

DATA = Path(__file__).parents[2] / "data"
NOTE, DRAFT = "mc-6-note-cooperation-brs", "mc-6-draft-cooperation-brs"

#: Values of a record that are none of the text's words.
NO_WORDS = {"id", "kind", "language", "source", "status", "proposes", "number", "decision"}


@pytest.fixture(scope="module")
def seed(corpora: Path) -> Path:
    file = corpora.parent / "seed" / "note-by-the-secretariat.txt"
    if not file.is_file():
        pytest.skip("the note by the secretariat is not beside the corpora")
    return file


@pytest.fixture(scope="module")
def by_hand() -> Corpus:
    return load(DATA).corpus


@pytest.fixture(scope="module")
def imports(seed: Path, by_hand: Corpus) -> Sequence[Import]:
    settings = Settings(tuple(by_hand.bodies.values()))
    return plain.read(seed.read_bytes(), seed.name, settings)


@pytest.fixture(scope="module")
def imported(imports: Sequence[Import], tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("seed") / "data"
    folder.mkdir()
    conventions = (DATA / "conventions.yaml").read_text(encoding="utf-8")
    (folder / "conventions.yaml").write_text(conventions, encoding="utf-8")
    for found in imports:
        text = write({found.kind: [found.record]})
        (folder / f"{found.kind}.yaml").write_text(text, encoding="utf-8")
    loaded = load(folder)
    assert list(loaded.findings) == []
    return loaded.corpus


def test_a_note_and_the_draft_in_it(imports: Sequence[Import]) -> None:
    assert [found.kind for found in imports] == ["documents", "decisions"]
    note, draft = (found.record for found in imports)
    assert note["kind"] == "note"
    assert draft["status"] == "draft"
    assert note["proposes"] == [draft["id"]]
    assert note["source"]["sha256"]


def test_every_word_is_placed(imports: Sequence[Import], seed: Path) -> None:
    assert [piece for found in imports for piece in found.report.leftover] == []
    text = re.sub(r"\[(?:footnoteRef:\d+|bookmark: \S+)\]", "", seed.read_text(encoding="utf-8"))
    text = re.sub(r"\[\d+: +([^\]]*)\]", r"\1", text)
    numbers = r"(?m)^(?:[IV]+\.\t|\d\. |\([a-c]\) )"
    source = sorted(re.sub(numbers, "", text).split())
    found = sorted(word for one in imports for word in words(one.record))
    # The draft has the note's title; its opening stands in its record.
    title = imports[0].record["title"].split()
    for word in title:
        found.remove(word)
    assert [word.rstrip(",") for word in source] == [word.rstrip(",") for word in found]


def words(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in NO_WORDS:
                yield from words(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from words(inner, key)
    else:
        yield from marks.plain(str(value)).split()


def told(version: Version, *, decision: bool) -> list[tuple[str, ...]]:
    """All that a text says: its titles, and each unit with its number, anchor and text.

    The full stop behind a heading's number is left aside: the note prints it, and the record made
    by hand gives the number alone.
    """
    division = divide(version, decision=decision)
    head = ("", "", version.title, version.subtitle, division.opening)
    return [head, *_units(division)]


def _units(division: Division) -> Iterator[tuple[str, ...]]:
    for unit in division.walk():
        number = unit.number.rstrip(".") if unit.kind == "heading" else unit.number
        yield unit.kind, unit.anchor, number, _text(unit)
    for note in division.footnotes:
        yield "footnote", note.anchor, note.label, note.text


def _text(unit: Unit) -> str:
    return "" if unit.kind == "decision" else unit.text


def test_the_note_equals_the_record_made_by_hand(imported: Corpus, by_hand: Corpus) -> None:
    made = next(iter(imported.documents.values())).original
    hand = by_hand.documents[NOTE].original
    assert told(made, decision=False) == told(hand, decision=False)


def test_the_draft_equals_the_record_made_by_hand(imported: Corpus, by_hand: Corpus) -> None:
    made = next(iter(imported.decisions.values())).original
    hand = by_hand.decisions[DRAFT].original
    assert told(made, decision=True) == told(hand, decision=True)
