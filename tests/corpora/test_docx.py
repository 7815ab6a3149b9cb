"""Word reports: what is imported, written and loaded agrees with the United Nations' own reading.

Beside each file stands the reading that the United Nations publish of it, as JSON: paragraphs with
their numbers, headings, tables as grids in which merged cells repeat. It has no footnotes; those
are counted here in the file itself, without the importer's code.
"""

from __future__ import annotations

import json
import random
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from assembly import CONVENTIONS
from lxml import etree
from official import values

from acquis import text as marks
from acquis.importers import word
from acquis.importers.imported import Import, Settings, UnreadableError
from acquis.load import load
from acquis.load.write import write
from acquis.model.block import Table
from acquis.model.divide import divide
from acquis.model.unit import Division, Unit

MEETINGS = "meetings:\n  - {id: ga-80, name: Eightieth session, bodies: [general-assembly]}\n"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: At least so many of the paragraphs are found with number and words.
PARAGRAPHS = 0.995
#: Lines on the masthead for which a document has no place: the session, the agenda item and its
#: title. They are in the report.
MASTHEAD = 3


@dataclass(frozen=True)
class Imported:
    """A file: its import, how it loads, the tree of its body, and the published reading."""

    name: str
    found: Import
    division: Division
    root: etree._Element
    notes: Mapping[str, str]
    reading: Sequence[Mapping[str, Any]]


@pytest.fixture(scope="module")
def imported(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> Sequence[Imported]:
    files = sorted((corpora / "docx").glob("*.docx"))
    assert len(files) == 6
    folder = tmp_path_factory.mktemp("docx") / "data"
    (folder / "documents").mkdir(parents=True)
    (folder / "conventions.yaml").write_text(CONVENTIONS, encoding="utf-8")
    (folder / "meetings.yaml").write_text(MEETINGS, encoding="utf-8")
    settings = Settings(load(folder).corpus.conventions["charter"].bodies)
    imports = {}
    for file in files:
        (found,) = word.read(file.read_bytes(), file.name, settings)
        assert found.kind == "documents"
        imports[file] = found
        text = write({"documents": [found.record]})
        (folder / "documents" / f"{file.stem}.yaml").write_text(text, encoding="utf-8")
    loaded = load(folder)
    assert list(loaded.findings) == []
    documents = {document.symbol: document for document in loaded.corpus.documents.values()}
    return [
        Imported(
            file.stem,
            found,
            divide(documents[found.record["symbol"]].original, decision=False),
            part(file, "word/document.xml"),
            footnotes(part(file, "word/footnotes.xml")),
            json.loads(file.with_suffix(".json").read_text(encoding="utf-8")),
        )
        for file, found in imports.items()
    ]


def part(file: Path, name: str) -> etree._Element:
    with zipfile.ZipFile(file) as archive:
        return etree.fromstring(archive.read(name))


def footnotes(root: etree._Element) -> dict[str, str]:
    """The words of the notes, in order, by id."""
    return {
        note.get(f"{W}id"): "".join(text.text for text in note.iter(f"{W}t"))
        for note in root.iter(f"{W}footnote")
        if note.get(f"{W}type") is None
    }


def blocks(reading: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for block in reading:
        yield block
        yield from blocks(block["children"] or [])


def plain(words: str) -> str:
    """Words with single spaces, hyphens all alike."""
    return " ".join(words.replace("\u2011", "-").replace("\u00ad", "").split())


def paragraphs(division: Division) -> Iterator[tuple[str, Unit]]:
    """Each unit with a number, under the number of the paragraph around it: "35." or "35. (a)"."""
    for unit in division.walk():
        if unit.kind == "paragraph" and unit.depth == 0 and unit.number:
            yield unit.number, unit
            for item in unit.walk():
                if item.depth:
                    yield f"{unit.number} {item.number}", item


def test_facts(imported: Sequence[Imported]) -> None:
    for one in imported:
        record = one.found.record
        assert record["symbol"].replace("/", "_") == one.name
        assert record["meeting"] == "ga-80"
        assert record["kind"] == "report"
        assert record["language"] == "en"
        assert re.fullmatch(rf"{one.name}\.docx, \d+ [A-Z][a-z]+ 2026", record["source"]["note"])
        said = plain(one.reading[0]["children"][0]["text"])
        title = f"{record['title']} – {record['subtitle']}"
        assert said.endswith(plain(title)), (said, title)


def test_numbered_paragraphs(imported: Sequence[Imported]) -> None:
    missing: list[tuple[str, str]] = []
    total = 0
    for one in imported:
        ours = {number: plain(marks.plain(unit.text)) for number, unit in paragraphs(one.division)}
        around = ""
        for block in blocks(one.reading):
            if block["block_type"] not in ("paragraph-1", "paragraph-2"):
                continue
            number, _, words = block["text"].partition("\t")
            around = number if block["block_type"] == "paragraph-1" else around
            whole = number if number == around else f"{around} {number}"
            total += 1
            if ours.pop(whole, None) != plain(words):
                missing.append((one.name, whole))
        assert ours == {}, "numbered, but not in the reading"
    assert total > 300
    assert len(missing) <= total * (1 - PARAGRAPHS), missing


def test_each_footnote_hangs_on_its_mark(imported: Sequence[Imported]) -> None:
    for one in imported:
        texts = [unit.text for unit in one.division.walk()]
        said: dict[str, str] = {}
        for paragraph in one.root.iter(f"{W}p"):
            words = ""
            for element in paragraph.iter(f"{W}t", f"{W}footnoteReference"):
                if element.tag == f"{W}t":
                    words += element.text
                    continue
                label = str(len(said) + 1)
                said[label] = one.notes[element.get(f"{W}id")]
                before = words[-30:]
                assert any(
                    marks.plain(text.partition(f"[^{label}]")[0]).endswith(before)
                    for text in texts
                    if f"[^{label}]" in text
                ), (one.name, label, before)
        assert said
        ours = {note.label: plain(marks.plain(note.text)) for note in one.division.footnotes}
        assert ours == {label: plain(words) for label, words in said.items()}
        assert all(note.references == 1 for note in one.division.footnotes)


def grid(table: Table) -> list[list[str]]:
    """The cells of a table by row and column, a merged one in each of its places."""
    places: dict[tuple[int, int], str] = {}
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in places:
                column += 1
            for below in range(cell.rows):
                for beside in range(cell.cols):
                    assert (row + below, column + beside) not in places, "cells overlap"
                    places[row + below, column + beside] = plain(marks.plain(cell.text))
            column += cell.cols
    widths = {row: 1 + max(c for r, c in places if r == row) for row, _ in places}
    assert len(set(widths.values())) == 1, "a ragged table"
    return [
        [places[row, column] for column in range(widths[row])] for row in range(len(table.rows))
    ]


def test_tables(imported: Sequence[Imported]) -> None:
    for one in imported:
        tables = [unit.block for unit in one.division.walk() if isinstance(unit.block, Table)]
        readings = [block["table_content"] for block in blocks(one.reading)]
        readings = [table for table in readings if table]
        assert len(tables) == len(readings)
        for table, reading in zip(tables, readings, strict=True):
            said = [[plain(cell["text"]) for cell in row] for row in reading]
            said = [row for row in said if any(row)]
            ours = grid(table)
            notes = [plain(f"{label} {marks.plain(note)}") for label, note in table.notes.items()]
            if len(said) == len(ours) + 1:  # the reading has the notes in the last row
                assert said.pop()[0] == " ".join(notes), one.name
            assert ours == said, one.name


def test_notes_of_tables(imported: Sequence[Imported]) -> None:
    """A raised letter in a cell or in the title has its note under the table, and vice versa."""
    for one in imported:
        for unit in one.division.walk():
            if not isinstance(unit.block, Table):
                continue
            raised = {
                sign
                for text in (unit.block.title, *(c.text for row in unit.block.rows for c in row))
                for run in marks.parse(text)
                if run.style & marks.Style.SUPERSCRIPT
                for sign in re.findall(r"[a-z]", run.text)
            }
            assert raised == set(unit.block.notes), (one.name, unit.anchor)


def test_every_word_is_in_the_record_or_in_the_report(imported: Sequence[Imported]) -> None:
    for one in imported:
        body = sorted(
            word
            for paragraph in one.root.iter(f"{W}p")
            for word in re.findall(r"\w+", whole(paragraph))
        )
        record = one.found.record
        words = [record["title"], record["subtitle"], *words_of(one.division.operative)]
        words += [remark.text for remark in one.found.report.leftover]
        found = sorted(word for text in words for word in re.findall(r"\w+", plain(text)))
        assert found == body, one.name
        assert len(one.found.report.leftover) == MASTHEAD


def whole(paragraph: etree._Element) -> str:
    """The words of a paragraph in the file, breaks and tabs as spaces."""
    signs = {f"{W}tab": " ", f"{W}br": " ", f"{W}noBreakHyphen": "-"}
    parts = []
    for element in paragraph.iter():
        if element.tag == f"{W}t":
            parts.append(element.text or "")
        elif element.getparent().tag == f"{W}r":
            parts.append(signs.get(element.tag, ""))
    return plain("".join(parts).replace("\t", " "))


def words_of(units: Sequence[Unit]) -> Iterator[str]:
    """All words as printed, numbers included."""
    for unit in units:
        yield unit.number
        if isinstance(unit.block, Table):
            yield f"{unit.block.label} {marks.plain(unit.block.title)}"
            for row in unit.block.rows:
                yield from (marks.plain(cell.text) for cell in row)
            for label, note in unit.block.notes.items():
                yield f"{label} {marks.plain(note)}"
        else:
            yield marks.plain(unit.text)
        yield from words_of((*unit.preamble, *unit.items, *unit.then))


def test_mutated_files_give_nothing_but_findings(corpora: Path) -> None:
    """Real structures with elements taken out, doubled, renamed and moved: no other exception."""
    files = sorted((corpora / "docx").glob("*.docx"))
    read = 0
    for seed in range(24):
        chance = random.Random(seed)
        changed = BytesIO()
        kind = chance.choice(("document", "document", "styles", "numbering", "footnotes"))
        with zipfile.ZipFile(files[seed % 6]) as old, zipfile.ZipFile(changed, "w") as new:
            for name in old.namelist():
                content = old.read(name)
                if name == f"word/{kind}.xml":
                    content = mutated(content, chance)
                new.writestr(name, content)
        try:
            imports = word.read(changed.getvalue(), "a.docx", Settings())
        except UnreadableError:
            continue
        read += 1
        for found in imports:
            write({found.kind: [found.record]})
        with zipfile.ZipFile(changed) as archive:
            root = etree.fromstring(archive.read("word/document.xml"))
        assert lost(root, imports) == [], seed
    assert read > 12


def lost(root: etree._Element, imports: Sequence[Import]) -> list[str]:
    """The longer texts of a body that are neither in a record nor in a report."""
    remarks = [(*one.report.leftover, *one.report.notices) for one in imports]
    words = [remark.text for several in remarks for remark in several]
    words += [marks.plain(str(value)) for one in imports for value in values(one.record)]
    letters = re.sub(r"\W", "", "".join(words))
    texts = [re.sub(r"\W", "", text.text or "") for text in root.iterfind(f"{W}body//{W}t")]
    return [text for text in texts if len(text) > 6 and text not in letters]


def mutated(content: bytes, chance: random.Random) -> bytes:
    root = etree.fromstring(content)
    elements = list(root.iter())[2:]
    for _ in range(200):
        one, other = chance.choice(elements), chance.choice(elements)
        act = chance.randint(0, 3)
        if one.getparent() is None or one is root[0]:
            continue
        if act == 0:
            one.tag = other.tag
        elif act == 1:
            one.getparent().remove(one)
        elif act == 2:
            one.addnext(deepcopy(one))
        elif len(one) < 20 and other not in one.iter():
            other.append(deepcopy(one))
    return etree.tostring(root)
