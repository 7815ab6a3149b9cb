"""Reports of the UNFCCC's bodies as plain text: decisions, numbers, words and cells are all found.

What a file holds is counted here from its lines alone, without the importer's code: where a
decision begins is told by its heading and the opening below it. Differences that are the source's
own are listed with their cause.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from acquis import text as marks
from acquis.importers import plain
from acquis.importers.imported import Import, Settings
from acquis.load import load
from acquis.load.write import write
from acquis.model.corpus import Corpus
from acquis.model.divide import divide
from acquis.model.unit import Division, Unit

EXAMPLE = Path(__file__).parents[2] / "examples" / "unfccc" / "data"
#: Files with structures that are seldom, which a sample must not miss.
HARD = ("CMP2015_11_D", "cp2014_20", "cp2015_21", "cp2016_22", "cp2017_23 - 2017 - decisions 1 ")

#: What stands in all files together.
DECISIONS, RESOLUTIONS, DRAFTS = 152, 10, 2

#: Numbers of operative paragraphs that do not run from 1, as the source prints them.
LEAPS: Mapping[str, tuple[int, ...]] = {
    "6/CP.20": tuple(range(4, 28)),  # the count of Word's list leaked from another decision
    "12/CP.20": tuple(range(7, 15)),  # the same
}
HEADING = re.compile(r"\s*(Decision|Resolution) (\d+/C(?:P|MP)\.\d+)\s*")
OPENING = re.compile(r"\s*The (?:Conference of the Parties|Ministers and Heads of Delegation)\b.*")
NUMBER = re.compile(r"\s*(\d{1,3})\.(?:\t+(?=\S)| (?=[A-Z]))")
ANNEX = re.compile(r"\s*(?:Annex|Appendix)(?: [IVX]+)?\*?\s*")
DAY = re.compile(r"\s*(?:\d+\.\t)?(\d{1,2} (?:December|November) 20\d\d)\s*")
DRAFT = re.compile(r"\s*Draft decision -/")
SITTING = re.compile(r"\s*\d+th plenary meeting\s*")
LABEL = re.compile(
    r"\s*(?:(?:[IVX]+|[A-Z](?: bis)?|[a-z])\.\s*\t|\([a-z]+\)\s*\t|[o−–•\uf0b7]\s*\t"
    r"|\d+(?:\.\d+|(?:\([a-z]+\))*(?: (?:bis|ter|quater|quinquies|sexies|septies))?\.?)\s*\t"
    r"|\d+(?: (?:bis|ter|quater|quinquies|sexies|septies))?\. (?=[A-Z])|PART [IVX]+: )"
)


@dataclass(slots=True)
class Source:
    """A decision as its lines give it."""

    kind: str
    symbol: str
    lines: list[str] = field(default_factory=list)

    @property
    def body(self) -> list[str]:
        """The lines before the annexes and the adoption, without a draft that is reproduced."""
        body = []
        for line in self.lines:
            if ANNEX.fullmatch(line) or SITTING.fullmatch(line) or DRAFT.match(line):
                break
            body.append(line)
        return body


def sources(text: str) -> list[Source]:
    """The decisions of a file: headings with an opening within six lines with words."""
    lines = text.splitlines()
    starts = []
    for place, line in enumerate(lines):
        below = [other for other in lines[place + 1 :] if other.strip()][:6]
        if HEADING.fullmatch(line) and any(OPENING.fullmatch(other) for other in below):
            starts.append(place)
    found = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        match = HEADING.fullmatch(lines[start])
        assert match is not None
        found.append(Source(match[1].lower(), match[2], lines[start + 1 : end]))
    return found


@dataclass(frozen=True)
class Imported:
    """The files that were read, what they became, and the corpus that it loads as."""

    texts: Mapping[str, str]
    imports: Mapping[str, Sequence[Import]]
    corpus: Corpus
    findings: Sequence[Any]

    def pairs(self) -> Iterator[tuple[Source, Import]]:
        """Each decision of the sources with its import."""
        for name, text in self.texts.items():
            kinds = {key(found): found for found in self.imports[name]}
            for source in sources(text):
                yield source, kinds[source.kind, source.symbol]

    def division(self, found: Import) -> Division:
        """The text as it was loaded."""
        record = found.record
        wanted = (record.get("symbol", ""), record.get("kind", "decision"))
        for decision in self.corpus.decisions.values():
            if (decision.symbol, decision.kind) == wanted and decision.id == record.get("id", ""):
                return divide(decision.original)
        raise AssertionError(wanted)


def key(found: Import) -> tuple[str, str]:
    return found.record.get("kind", "decision"), found.record.get("symbol", "")


@pytest.fixture(scope="module")
def imported(
    corpora: Path,
    sample: Callable[[Sequence[Path]], Sequence[Path]],
    tmp_path_factory: pytest.TempPathFactory,
) -> Imported:
    files = sorted((corpora / "unfccc").glob("*.txt"))
    chosen = [file for file in files if file.name.startswith(HARD) or file in sample(files[::2])]
    assert chosen
    folder = tmp_path_factory.mktemp("unfccc") / "data"
    (folder / "decisions").mkdir(parents=True)
    conventions = (EXAMPLE / "conventions.yaml").read_text(encoding="utf-8")
    (folder / "conventions.yaml").write_text(conventions, encoding="utf-8")
    settings = Settings(tuple(load(folder).corpus.bodies.values()))
    texts, imports, meetings = {}, {}, {}
    for number, file in enumerate(chosen):
        source = file.read_bytes()
        texts[file.name] = source.decode("utf-8-sig")
        imports[file.name] = found = plain.read(source, file.name, settings)
        for one in found:
            if one.meeting is not None:
                meetings[one.meeting["id"]] = {**one.meeting, "name": one.meeting["id"]}
        target = folder / "decisions" / f"file-{number}.yaml"
        target.write_text(write({"decisions": [one.record for one in found]}), encoding="utf-8")
    # The drafts are of a session whose decisions are in none of the files.
    meetings["cma-1"] = {"id": "cma-1", "name": "cma-1", "bodies": ["cma"]}
    text = write({"meetings": list(meetings.values())})
    (folder / "meetings.yaml").write_text(text, encoding="utf-8")
    loaded = load(folder)
    return Imported(texts, imports, loaded.corpus, loaded.findings)


def test_it_loads_without_a_finding(imported: Imported) -> None:
    assert [str(finding) for finding in imported.findings] == []


def test_every_decision_once(imported: Imported) -> None:
    for name, text in imported.texts.items():
        source = [(one.kind, one.symbol) for one in sources(text)]
        found = [key(one) for one in imported.imports[name] if "symbol" in one.record]
        assert found == source, name
        assert len(set(found)) == len(found), name
        contents = {symbol for _, symbol in source} - set(re.findall(r"\d+/C(?:MP|P)\.\d+", text))
        assert not contents, name


def test_the_whole_corpus(corpora: Path, request: pytest.FixtureRequest) -> None:
    """The figures that the design gives for the 18 files."""
    kinds: Counter[str] = Counter()
    for file in (corpora / "unfccc").glob("*.txt"):
        kinds.update(one.kind for one in sources(file.read_text(encoding="utf-8-sig")))
    assert kinds == {"decision": DECISIONS, "resolution": RESOLUTIONS}


def test_operative_numbers(imported: Imported) -> None:
    different = {}
    for source, found in imported.pairs():
        numbers = []
        for line in source.body:
            match = NUMBER.match(line)
            rest = line[match.end() :].strip() if match else ""
            if match and (rest.endswith((".", ";", ":", ",", "for")) or len(rest) > 200):
                numbers.append(int(match[1]))
        text = [
            int(unit.number.rstrip("."))
            for unit in imported.division(found).walk()
            if unit.part == "operative" and re.fullmatch(r"\d+\.", unit.number)
        ]
        if text != numbers:
            different[source.symbol] = (numbers, text)
        runs = LEAPS.get(source.symbol, tuple(range(1, len(numbers) + 1)))
        if tuple(numbers) != runs:
            different[source.symbol + " leaps"] = (numbers, [])
    assert different == {}


def test_numbers_of_whole_texts(imported: Imported) -> None:
    """Every number with a full stop, those of annexes, headings and quotations included."""
    different = {}
    for source, found in imported.pairs():
        printed = []
        for line in source.lines:
            match = NUMBER.match(line)
            if DRAFT.match(line):
                break
            if match and not DAY.fullmatch(line):
                printed.append(match[1])
        text = [number.rstrip(".") for number in numbers_of(imported.division(found))]
        if printed != text:
            different[source.symbol] = (printed, text)
    assert different == {}


def numbers_of(division: Division) -> Iterator[str]:
    for unit in (*division.preamble, *division.operative):
        yield from numbers_of_unit(unit)
    for inner in division.annexes:
        yield from numbers_of(inner)


def numbers_of_unit(unit: Unit) -> Iterator[str]:
    if re.fullmatch(r"\d{1,3}\.", unit.number):
        yield unit.number
    for inner in (*unit.preamble, *unit.items, *unit.then):
        yield from numbers_of_unit(inner)


def test_titles_openings_and_adoption(imported: Imported) -> None:
    for source, found in imported.pairs():
        lines = [line.strip() for line in source.lines if line.strip()]
        opening = next(place for place, line in enumerate(lines) if OPENING.fullmatch(line))
        record = found.record
        titles = f"{record['title']} {record.get('subtitle', '')}".split()
        assert marks.plain(" ".join(titles)).split() == " ".join(lines[:opening]).split()
        division = imported.division(found)
        assert division.opening.rstrip(",").split() == lines[opening].rstrip(",").split()
        days = [
            (lines[place - 1], match[1])
            for place, line in enumerate(lines)
            if (match := DAY.fullmatch(line)) and SITTING.fullmatch(lines[place - 1])
        ]
        printed = record.get("adopted_at"), record.get("adopted")
        if not days:
            assert source.symbol == "1/CP.21"  # its adoption line is missing in the file
            assert printed == (None, None)
        else:
            assert (printed[0], f"{printed[1]:%-d %B %Y}") == days[-1], source.symbol


# Words


def words_of_lines(lines: Sequence[str]) -> Counter[str]:
    """The words of lines without the numbers at their heads and without the bars of tables."""
    words: Counter[str] = Counter()
    for line in lines:
        label = LABEL.match(line)
        rest = line[label.end() :] if label else line
        words.update(rest.replace("|", " ").split())
    return words


def words_of_record(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from marks.plain(value).split()
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name in TEXTS or (name == "rows" and isinstance(inner, list)):
                yield from words_of_record(inner)
            elif name == "notes":
                for label, note in inner.items():
                    yield label
                    yield from words_of_record(note)
    elif isinstance(value, list):
        for inner in value:
            yield from words_of_record(inner)


TEXTS = {
    *("title", "subtitle", "adopted_at", "preamble", "operative", "annexes", "footnotes"),
    *("text", "items", "then", "heading", "blocks", "quote", "table", "label", "note"),
}


def test_words(imported: Imported) -> None:
    """All words are in the records or left over; of those left over none is a text's."""
    total = left = 0
    for name, text in imported.texts.items():
        source: Counter[str] = Counter()
        for one in sources(text):
            source += words_of_lines(one.lines)
        placed: Counter[str] = Counter()
        remaining: Counter[str] = Counter()
        for found in imported.imports[name]:
            record = found.record
            for part in TEXTS:
                placed.update(words_of_record(record.get(part)))
            if "adopted" in record:
                placed.update(f"{record['adopted']:%-d %B %Y}".split())
            for remark in found.report.leftover:
                if "contents" not in remark.reason:
                    remaining.update(remark.text.split())
            placed.update(imported.division(found).opening.split())
            if "draft" in record:
                placed.update(["Draft", "decision", record["draft"]["symbol"]])
            placed.update(labels_of(record.get("annexes", ()), imported.division(found)))
        lost = source - placed
        total += source.total()
        left += remaining.total()
        assert not lost - remaining, name
        # What the records have beyond the source: labels of parts that the counter takes for
        # numbers, and nothing that was invented.
        assert (placed - source).total() < 10, (name, placed - source)
    assert total > 10_000
    assert left / total < 0.001


def test_cells(imported: Imported) -> None:
    """Each table has its cells, row by row, those of ragged rows and repeated ones included."""
    for name, text in imported.texts.items():
        body = text[text.index(sources(text)[0].lines[0]) :]
        rows = [
            [" ".join(cell.split()) for cell in line.strip()[1:-1].split("|")]
            for line in whole_rows(body)
        ]
        found = [
            [" ".join(marks.plain(cell).split()) for cell in row]
            for one in imported.imports[name]
            for table in tables_of(one.record)
            for row in table["rows"]
        ]
        assert found == rows, name


def whole_rows(body: str) -> Iterator[str]:
    """The rows between bars, which may go over several lines."""
    row = ""
    for line in body.splitlines():
        if row or line.strip().startswith("|"):
            row = f"{row} {line.strip()}".strip()
            if row.endswith("|") and len(row) > 1:
                yield row
                row = ""


def tables_of(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "table" in value:
            yield value["table"]
        for inner in value.values():
            yield from tables_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from tables_of(inner)


def labels_of(annexes: Sequence[Any], division: Division) -> Iterator[str]:
    """The words of labels that are computed, and so not in the record."""
    for record, annex in zip(annexes, division.annexes, strict=True):
        if "label" not in record:
            yield from annex.label.split()
        yield from labels_of(record.get("annexes", ()), annex)
