"""The published data: they pass the check, and the draft is the source's, word for word."""

import re
from pathlib import Path

import pytest

from acquis.check import check, ledger
from acquis.finding import Level
from acquis.load import Loaded, load
from acquis.load.files import translated_into, yaml_files
from acquis.load.format import formatted
from acquis.model.divide import divide
from acquis.model.unit import Division
from acquis.text import plain

ROOT = Path(__file__).parent.parent
TRACES = re.compile(r"\[footnoteRef:\d+\]|\[bookmark: \w+\]|\[\d+:  [^\]]*\]")


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(ROOT / "data", root=ROOT)


@pytest.fixture(scope="module")
def seed(corpora: Path) -> str:
    return (corpora.parent / "seed" / "note-by-the-secretariat.txt").read_text(encoding="utf-8")


def words(division: Division, *, with_numbers: bool) -> list[str]:
    """The words of a text in reading order, with its opening, without its footnotes."""
    pieces = [plain(division.opening)]
    for unit in division.walk():
        pieces.extend((unit.number if with_numbers else "", plain(unit.text)))
    return " ".join(pieces).split()


def test_nothing_is_wrong_with_the_data(loaded: Loaded) -> None:
    grave = [f for f in (*loaded.findings, *check(loaded.corpus)) if f.level is not Level.NOTICE]
    assert grave == []


def test_the_data_are_in_canonical_form() -> None:
    for folder in (ROOT / "data", *(ROOT / "examples").glob("*/data")):
        for path in yaml_files(folder):
            source = path.read_bytes()
            translated = translated_into(path.relative_to(folder))
            made = formatted(source, path.name, lambda finding: None, translated=translated)
            assert made == source, f"run acquis format {path.relative_to(ROOT)}"


def test_every_address_stands_in_the_ledger(loaded: Loaded) -> None:
    known = {entry for _, entry in ledger.read(loaded.corpus.published or ())}
    assert set(ledger.lines(loaded.corpus)) - known == set(), "run acquis addresses --write"


def test_the_draft_is_the_seed_word_for_word(loaded: Loaded, seed: str) -> None:
    draft = loaded.corpus.decision("mc-6-draft-cooperation-brs")
    assert draft is not None
    division = divide(draft.original)
    text = seed[seed.index("The Conference of the Parties,\n") :]
    assert words(division, with_numbers=True) == TRACES.sub("", text).split()
    assert [(note.label, note.text) for note in division.footnotes] == re.findall(
        r"\[(\d+):  ([^\]]*)\]", seed
    )
    assert [division.preamble, division.operative] != [(), ()]
    assert (len(division.preamble), len(division.operative)) == (2, 4)
    assert [unit.number for unit in division.operative[3].items] == ["(a)", "(b)", "(c)"]


def test_the_note_is_the_seed_word_for_word(loaded: Loaded, seed: str) -> None:
    note = loaded.corpus.document("mc-6-note-cooperation-brs")
    assert note is not None
    version = note.original
    division = divide(version, decision=False)
    found = [*version.title.split(), *version.subtitle.split()]
    for unit in division.walk():
        if unit.kind == "heading":
            found.append(unit.number)
        found.extend(plain(unit.text).split())
    assert found == seed[: seed.index("The Conference of the Parties,\n")].split()
    paragraphs = [unit.number for unit in division.walk() if unit.kind == "paragraph"]
    assert paragraphs == ["1.", "2.", "3.", "4.", "5.", "6."]
