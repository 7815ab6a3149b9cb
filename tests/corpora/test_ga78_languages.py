"""Resolutions in AKN4UN in six languages: preambular paragraphs, numbers, notes and words.

What a file holds is counted by `akn_counted`, without the importer's code. Every difference is
here with its cause; all of them are the source's faults, and stand in the import's report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from akn_counted import AKN, Counted, of_file, of_text
from lxml import etree

from acquis.importers import akn
from acquis.importers.imported import Settings
from acquis.importers.report import Report
from acquis.load import load
from acquis.load.write import write
from acquis.model.divide import divide

EXAMPLE = Path(__file__).parents[2] / "examples" / "general-assembly" / "data"
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")

#: Where preambular paragraphs, numbers or notes differ from the file's: the cause.
DIFFERENT: Mapping[tuple[str, str], str] = {
    ("ar", "128"): "the paragraphs of the annexes have numbers and no text",
    ("en", "253"): "the last preambular paragraph of a section is tagged as operative",
    ("es", "76"): "a number without its full stop",
    ("es", "99"): "a number without its full stop",
    ("fr", "69"): "a number without its full stop",
    ("ru", "69"): "the French file of the same resolution",
    ("zh", "253"): "a table's heading is tagged as a paragraph, with a number",
}
#: Where words are not in the order of the file, beside those: the cause.
DISPLACED: Mapping[tuple[str, str], str] = {
    ("en", "11"): "a raised number is the mark of a footnote",
    ("zh", "11"): "a raised number is the mark of a footnote",
    ("ru", "242"): "the opening lacks its comma",
    ("ru", "243"): "the opening lacks its comma",
    ("ru", "248"): "the opening lacks its comma",
    ("ru", "252"): "the opening lacks its comma",
    ("zh", "300"): "the comma of the opening is the Latin one",
}
#: What cannot be placed and is told: numbers without text, headings twice, wrong numbers.
LEFT_OVER = {("ar", "128"), ("en", "253"), ("zh", "253"), ("fr", "4"), ("fr", "60")}
#: Structures that are seldom, which a sample must not miss.
HARD = re.compile(
    r"A_RES_78_(?:1_|3_|4_|11-|20-|29-|80AB|128-|148-|181-|183|218-|245-|24[78]-|25[346]|269-|317-)"
)
#: Goals: of the files, and of the words.
FILES, WORDS = 0.99, 0.9995


@dataclass(frozen=True)
class Measured:
    """A file: what it holds, what came of it, and the report."""

    source: Counted
    text: Counted
    report: Report

    @property
    def equal(self) -> bool:
        one, other = self.source, self.text
        return (one.preambular, one.numbers, one.footnotes) == (
            other.preambular,
            other.numbers,
            other.footnotes,
        )


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def measured(
    language: str,
    corpora: Path,
    sample: Callable[[Sequence[Path]], Sequence[Path]],
    tmp_path_factory: pytest.TempPathFactory,
) -> Mapping[str, Measured]:
    """The files of a language by the number in their name, through YAML and back."""
    files = sorted((corpora / "ga-78" / language).glob("*.xml"))
    chosen = {*sample(files), *(file for file in files if HARD.match(file.name))}
    data = tmp_path_factory.mktemp(language) / "data"
    (data / "decisions").mkdir(parents=True)
    settings = Settings(tuple(load(EXAMPLE).corpus.bodies.values()))
    (data / "conventions.yaml").write_bytes((EXAMPLE / "conventions.yaml").read_bytes())
    roots, reports, meetings = {}, {}, {}
    for file in sorted(chosen):
        found = akn.read(file.read_bytes(), file.name, settings)
        # The symbols of two files are wrong, so each record is known by its file.
        id_ = re.sub(r"[^a-z0-9]+", "-", file.stem.lower())
        record = {"id": id_} | {k: v for k, v in found.record.items() if k != "symbol"}
        (data / "decisions" / f"{id_}.yaml").write_text(
            write({"decisions": [record]}), encoding="utf-8"
        )
        roots[id_], reports[id_] = etree.fromstring(file.read_bytes()), found.report
        if found.meeting is not None:
            meetings[found.meeting["id"]] = found.meeting
    (data / "meetings.yaml").write_text(
        write({"meetings": list(meetings.values())}), encoding="utf-8"
    )
    loaded = load(data, ("en", *(other for other in LANGUAGES if other != "en")))
    assert loaded.findings == ()
    assert len(loaded.corpus.decisions) == len(chosen)
    result = {}
    for decision in loaded.corpus.decisions.values():
        root = roots[decision.id]
        number = root.find(f".//{AKN}preface//{AKN}docNumber")
        printed = " ".join("".join(number.itertext()).split())
        text = of_text(divide(decision.original), printed)
        name = re.sub(r"a-res-78-(\d+[a-c]*)-.*", r"\1", decision.id)
        result[name] = Measured(of_file(root), text, reports[decision.id])
    return result


def test_paragraphs_numbers_and_notes(language: str, measured: Mapping[str, Measured]) -> None:
    different = {name for name, one in measured.items() if not one.equal}
    expected = {name for code, name in DIFFERENT if code == language and name in measured}
    assert different == expected
    if len(measured) > 300:
        assert 1 - len(different) / len(measured) >= FILES


def test_words_in_order(
    language: str,
    measured: Mapping[str, Measured],
    record_property: Callable[[str, object], None],
) -> None:
    words = kept = 0
    different = set()
    for name, one in measured.items():
        source, text = one.source.words, one.text.words
        if language == "zh":  # no spaces stand between words
            source, text = tuple("".join(source)), tuple("".join(text))
        words += len(source)
        if source == text:
            kept += len(source)
            continue
        different.add(name)
        pieces = SequenceMatcher(None, source, text, autojunk=False).get_matching_blocks()
        kept += sum(piece.size for piece in pieces)
    known = {name for code, name in (*DIFFERENT, *DISPLACED) if code == language}
    assert different <= known
    record_property("words", f"{kept} of {words}")
    if len(measured) > 300:
        assert kept / words >= WORDS


def test_what_is_left_over_is_told(language: str, measured: Mapping[str, Measured]) -> None:
    left = {name for name, one in measured.items() if one.report.leftover}
    assert left == {name for code, name in LEFT_OVER if code == language and name in measured}


def test_every_difference_stands_in_the_report(
    language: str, measured: Mapping[str, Measured]
) -> None:
    for code, name in (*DIFFERENT, *DISPLACED):
        if code == language and name in measured:
            report = measured[name].report
            assert report.leftover or report.notices, (code, name)
