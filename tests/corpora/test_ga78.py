"""Resolutions in AKN4UN: what is imported, written and loaded has all numbers and words of a file.

What the file holds is counted here from its tags and text alone, without the importer's code.
Differences that are the source's own are listed with their cause.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from akn_counted import AKN, NOTE, is_bold, plain, words_of
from assembly import CONVENTIONS
from lxml import etree

from acquis import text as marks
from acquis.importers import akn
from acquis.importers.imported import Import, Settings
from acquis.load import load
from acquis.load.write import write
from acquis.model.corpus import Corpus
from acquis.model.divide import divide
from acquis.model.unit import Division

#: Structures that are seldom, which a sample must not miss.
HARD = (
    *("1_E", "3_E", "5_E", "11-", "20-", "29-", "64-", "69-", "80AB", "109-", "127-", "128-"),
    *("148-", "181-", "183B", "218-", "223-", "225-", "245-", "247-", "248-", "249-", "252-"),
    *("253-", "254AC", "262-", "269-", "317-", "318-", "329-"),
)


@dataclass(frozen=True)
class Fault:
    """Lines that the source tags as operative paragraphs, and what they are."""

    preambular: int = 0
    continued: int = 0
    cause: str = ""


#: By the number of the resolution.
FAULTS: Mapping[str, Fault] = {
    "20": Fault(continued=1, cause="a paragraph goes on after its items"),
    "29": Fault(continued=2, cause="two paragraphs go on after their items"),
    "127": Fault(preambular=1, cause="the last preambular paragraph is tagged as operative"),
    "128": Fault(continued=5, cause="five lines without a number inside of a paragraph"),
    "245": Fault(continued=1, cause="a paragraph goes on after its items"),
    "248": Fault(continued=2, cause="a quoted paragraph and the line that leads to it"),
    "253": Fault(preambular=1, cause="a section's preambular paragraph is tagged as operative"),
    "269": Fault(continued=2, cause="two lines without a number inside of an item"),
    "318": Fault(continued=2, cause="two lines without a number inside of a paragraph"),
}

#: Words that do not stand where the file has them: the section collects its subheadings and notes
#: before its paragraphs, and the heading of a table stands twice.
DISPLACED = {"253"}
#: A raised number in the text that is the mark of a footnote.
MARKS_AS_WORDS = {"11": ("1949,2", "1949,")}


@dataclass(frozen=True)
class Imported:
    """What was imported, by the number of the resolution, and the corpus that it loads as."""

    imports: Mapping[str, Import]
    roots: Mapping[str, etree._Element]
    corpus: Corpus
    findings: Sequence[object]

    def divisions(self) -> Iterator[tuple[str, etree._Element, Division]]:
        for decision in self.corpus.decisions.values():
            number = number_of(decision.symbol)
            yield number, self.roots[number], divide(decision.original)


def number_of(symbol: str) -> str:
    return symbol.removeprefix("A/RES/78/")


def printed(number: str) -> str:
    """The number before the title."""
    return f"78/{number.partition(' A-')[0]}."


def order(path: Path) -> list[int]:
    return [int(found) for found in re.findall(r"\d+", path.name)]


@pytest.fixture(scope="module")
def imported(
    corpora: Path,
    sample: Callable[[Sequence[Path]], Sequence[Path]],
    tmp_path_factory: pytest.TempPathFactory,
) -> Imported:
    files = sorted((corpora / "ga-78" / "en").glob("*.xml"), key=order)
    hard = [file for file in files if file.name.removeprefix("A_RES_78_").startswith(HARD)]
    chosen = list(dict.fromkeys([*hard, *sample(files)]))
    assert len(hard) == len(HARD)
    folder = tmp_path_factory.mktemp("ga") / "data"
    (folder / "decisions").mkdir(parents=True)
    (folder / "conventions.yaml").write_text(CONVENTIONS, encoding="utf-8")
    settings = Settings(load(folder).corpus.conventions["charter"].bodies)
    imports, roots, meetings = {}, {}, {}
    for file in chosen:
        source = file.read_bytes()
        found = akn.read(source, file.name, settings)
        number = number_of(found.record["symbol"])
        imports[number] = found
        roots[number] = etree.fromstring(source)
        assert found.meeting is not None
        meetings[found.meeting["id"]] = found.meeting
        text = write({"decisions": [found.record]})
        (folder / "decisions" / f"{file.stem}.yaml").write_text(text, encoding="utf-8")
    text = write({"meetings": list(meetings.values())})
    (folder / "meetings.yaml").write_text(text, encoding="utf-8")
    loaded = load(folder)
    assert len(loaded.corpus.decisions) == len(chosen)
    return Imported(imports, roots, loaded.corpus, loaded.findings)


def test_it_loads_without_a_finding(imported: Imported) -> None:
    assert list(imported.findings) == []


def test_nothing_is_left_over(imported: Imported) -> None:
    left = {number: found.report.leftover for number, found in imported.imports.items()}
    assert {number: len(pieces) for number, pieces in left.items() if pieces} == {"253": 1}
    assert "stands once more" in left["253"][0].reason


# The file's own words and numbers


def regions(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    yield from root.iter(*(f"{AKN}{name}" for name in names))


def main_bodies(root: etree._Element) -> Iterator[etree._Element]:
    for body in regions(root, "mainBody"):
        if body.getparent().tag == f"{AKN}statement":
            yield body


def words_of_file(root: etree._Element) -> list[str]:
    return [
        word
        for region in regions(root, "preface", "preamble", "mainBody")
        for word in plain(region).replace("\u200e\t", "\u200e").split()
    ]


# The words and numbers of what was loaded


def test_every_word_and_number_in_order(imported: Imported) -> None:
    different = []
    for number, root, division in imported.divisions():
        source, text = words_of_file(root), words_of(division, printed(number))
        if number in MARKS_AS_WORDS:
            mark, word = MARKS_AS_WORDS[number]
            source[source.index(mark)] = word
        if number in DISPLACED:
            left = " ".join(piece.text for piece in imported.imports[number].report.leftover)
            source, text = sorted(source), sorted([*text, *left.split()])
        if source != text:
            different.append(number)
    assert different == []


def test_numbers_of_paragraphs(imported: Imported) -> None:
    different = {}
    for number, root, division in imported.divisions():
        fault = FAULTS.get(number, Fault())
        preambular = [
            found
            for found in root.iter(f"{AKN}container", f"{AKN}crossHeading")
            if found.tag == f"{AKN}crossHeading" or found.getparent().tag == f"{AKN}preamble"
        ]
        operative = [
            found
            for body in main_bodies(root)
            for found in body.iter(f"{AKN}paragraph")
            if not is_bold(found) and found.get("class") != "FootnoteText"
            if not re.fullmatch(r"\([a-z]+\)", found.findtext(f"{AKN}num") or "")
        ]
        source = (
            sum(not is_bold(found) for found in preambular) + fault.preambular,
            len(operative) - fault.preambular - fault.continued,
        )
        top = [unit for unit in division.walk() if unit.kind == "paragraph" and not unit.depth]
        named = {unit.anchor for unit in division.walk() if unit.kind == "heading"} | {""}
        text = (
            sum(unit.part == "preamble" and unit.parent in named for unit in top),
            sum(unit.part == "operative" and unit.parent in named for unit in top),
        )
        counts = imported.imports[number].report.counts
        if not source == text == (counts.preambular, counts.operative):
            different[number] = (source, text, counts)
    assert different == {}


def test_items(imported: Imported) -> None:
    """Items are what has a number such as "(a)", or stands in a list and is numbered "1."."""
    different = {}
    for number, root, division in imported.divisions():
        source = []
        for found in root.iter(f"{AKN}num", f"{AKN}p"):
            words = plain(found).strip()
            typed = re.match(r"\([a-z]+\)" + ("\t" if found.tag == f"{AKN}p" else "$"), words)
            pointed = found.getparent().tag == f"{AKN}point" and re.fullmatch(r"\d+\.", words)
            if typed or pointed:
                source.append(words.split()[0])
        text = [
            unit.number
            for unit in division.walk()
            if unit.kind == "paragraph" and (unit.number.startswith("(") or unit.depth)
            if unit.number
        ]
        if source != text:
            different[number] = (source, text)
    assert different == {}


def test_footnotes(imported: Imported) -> None:
    different = []
    for number, root, division in imported.divisions():
        source = [(note.get("marker"), plain(note).split()) for note in root.iter(NOTE)]
        text = [(note.label, marks.plain(note.text).split()) for note in division.footnotes]
        if source != text or not all(note.references for note in division.footnotes):
            different.append(number)
    assert different == []


def test_headings_tables_parts_and_annexes(imported: Imported) -> None:
    for number, root, _ in imported.divisions():
        counts = imported.imports[number].report.counts
        assert counts.tables == len(list(root.iter(f"{AKN}table"))), number
        assert counts.parts == len(list(root.iter(f"{AKN}component"))) // 2, number
        labels = [
            found
            for doc in root.iter(f"{AKN}doc")
            for found in doc.iter(f"{AKN}heading", f"{AKN}subheading")
            if re.fullmatch(r"Annex( [IVX]+)?", plain(found).strip())
        ]
        assert counts.annexes == len(labels), number


def test_facts(imported: Imported) -> None:
    for number, found in imported.imports.items():
        record, root = found.record, imported.roots[number]
        adopted = root.find(f".//{AKN}FRBRWork/{AKN}FRBRdate").get("date")
        assert str(record["adopted"]) == adopted, number
        assert record["meeting"] == "ga-78"
        assert record["adopted_at"].endswith("plenary meeting")
        assert all(str(step.get("date")) != "0001-01-01" for step in record["steps"])
        voting = root.find(f".//{AKN}voting").get("outcome")
        assert ("vote" in record) is (voting == "adoptedRecordedVote"), number
