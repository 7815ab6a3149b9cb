"""Citations of real texts: what their publishers labelled is recognised, and leads where it should.

The labels of resolutions in AKN4UN are their links, which are taken out before the import.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import pytest
from lxml import etree

from acquis import text as marks
from acquis.citation import Citation, citations
from acquis.citation.passage import passages
from acquis.importers import akn, plain
from acquis.importers.imported import Settings
from acquis.load import load
from acquis.load.write import write
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.divide import divide
from acquis.symbol import slug

ROOT = Path(__file__).parents[2]
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"

#: The Assembly numbers so since its thirty-first session: such labels are another body's
#: resolutions, or in Arabic those of special sessions without their letter, A/RES/10/2 for S-10/2.
IMPOSSIBLE = re.compile(r"A/RES/(?:[1-9]|[12][0-9]|30)/[0-9]+")
#: At least so many labels are recognised with their symbol; what is missed above all are further
#: labels that give another body's resolutions the Assembly's symbol.
RECOGNISED = {"en": 0.99, "fr": 0.97, "es": 0.97, "ru": 0.97, "ar": 0.97, "zh": 0.97}
#: At most so many of those recognised have no label. In 350 of them, read one by one, those were
#: wrong that the text gives to a body that it named long before, some ten in 5,000 a language; the
#: others were not labelled, as most old resolutions in Arabic and further letters and paragraphs.
UNLABELLED = {"en": 0.03, "fr": 0.04, "es": 0.03, "ru": 0.03, "ar": 0.12, "zh": 0.04}


class Labelled(NamedTuple):
    """Resolutions in one language: the labels of each by its slug, and what was recognised."""

    language: str
    labels: dict[str, Counter[str]]
    found: list[Citation]

    def counts(self) -> tuple[int, int, int]:
        """How many labels there are, how many were recognised; how many had no label."""
        recognised: dict[str, Counter[str]] = {slug: Counter() for slug in self.labels}
        for one in self.found:
            named = one.kind == "text" and one.symbol.startswith(("A/RES/", "S/RES/"))
            if named and one.source in recognised and one.language == self.language:
                recognised[one.source][plain_symbol(one.symbol)] += 1
        pairs = [(self.labels[slug], found) for slug, found in recognised.items()]
        return (
            sum(labels.total() for labels, _ in pairs),
            sum((labels & found).total() for labels, found in pairs),
            sum((found - labels).total() for labels, found in pairs),
        )


def order(path: Path) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", path.name)]


def plain_symbol(symbol: str) -> str:
    """A symbol as labels and citations are compared: without letters of parts, whatever its case.

    Labels have these letters or not, as they like: A/RES/61/250C, A/RES/77/128a-b.
    """
    symbol = re.sub(r"\s", "", unquote(symbol)).upper().replace("\u2011", "-")
    symbol = re.sub(r"^(A/RES/(?:E?S-)?\d+/\d+)[A-Z]{1,2}(?:-[A-Z]{1,2})?$", r"\1", symbol)
    return re.sub(r"^(A/RES/\d+)[A-Z](\(.*)", r"\1\2", symbol)


def labels(root: etree._Element) -> Iterator[str]:
    """The resolutions of the Assembly and the Security Council that a file labels."""
    for element in root.iter(f"{AKN}a"):
        previous = element.getprevious()
        href = element.get("href", "")
        torn = (  # one citation in several links
            previous is not None
            and previous.tag == element.tag
            and previous.get("href") == href
            and not previous.tail
        )
        found = re.search(r"/([AS]/RES/[^A/].*)$", unquote(href))
        if found and not torn and "".join(element.itertext()):
            symbol = plain_symbol(found[1])
            if not IMPOSSIBLE.fullmatch(symbol):
                yield symbol


def load_all(folder: Path, records: Sequence[tuple[str, dict]], language: str) -> Corpus:
    (folder / "decisions").mkdir(parents=True)
    for place, (kind, record) in enumerate(records):
        (folder / "decisions" / f"{place:04}.yaml").write_text(
            write({kind: [record]}), encoding="utf-8"
        )
    return load(folder, (language,)).corpus


def example(name: str, folder: Path) -> Settings:
    """Puts the conventions of an example into an empty data folder."""
    source = ROOT / "examples" / name / "data" / "conventions.yaml"
    folder.mkdir()
    (folder / "conventions.yaml").write_text(source.read_text("utf-8"), encoding="utf-8")
    return Settings(tuple(load(folder).corpus.bodies.values()))


@pytest.fixture(scope="module", params=RECOGNISED)
def assembly(
    request: pytest.FixtureRequest,
    corpora: Path,
    sample: Callable[[Sequence[Path]], Sequence[Path]],
    tmp_path_factory: pytest.TempPathFactory,
) -> Labelled:
    language = request.param
    folder = tmp_path_factory.mktemp(f"ga-{language}") / "data"
    settings = example("general-assembly", folder)
    labelled: dict[str, Counter[str]] = {}
    records = []
    for path in sample(sorted((corpora / "ga-78" / language).glob("*.xml"), key=order)):
        root = etree.parse(path).getroot()
        of_file = Counter(labels(root))
        etree.strip_tags(root, f"{AKN}a")
        found = akn.read(etree.tostring(root, encoding="utf-8"), path.name, settings)
        french = found.record.get("language", language) != language  # three files in ru/
        name = slug(found.record.get("symbol", ""))
        if name not in labelled and not french:  # French 78/130 says it is 78/13
            labelled[name] = of_file
            records.append(("decisions", found.record))
    corpus = load_all(folder, records, language)
    assert corpus.decisions.keys() == labelled.keys()
    return Labelled(language, labelled, list(citations(corpus)))


def test_labelled_resolutions_are_recognised(assembly: Labelled) -> None:
    total, recognised, _ = assembly.counts()
    assert total > 100
    assert recognised / total >= RECOGNISED[assembly.language]


def test_what_is_recognised_is_labelled_or_nearly(assembly: Labelled) -> None:
    _, recognised, unlabelled = assembly.counts()
    share = unlabelled / (recognised + unlabelled)
    assert share <= UNLABELLED[assembly.language]


def test_what_is_not_held_leads_to_its_official_address(assembly: Labelled) -> None:
    for one in assembly.found:
        if one.kind == "text":
            assert one.target.startswith(("https://undocs.org/en/", "decisions/")), one


@pytest.fixture(scope="module")
def climate(
    corpora: Path,
    sample: Callable[[Sequence[Path]], Sequence[Path]],
    tmp_path_factory: pytest.TempPathFactory,
) -> Corpus:
    """Decisions of the UNFCCC's bodies."""
    folder = tmp_path_factory.mktemp("unfccc") / "data"
    settings = example("unfccc", folder)
    records = [
        (found.kind, found.record)
        for path in sample(sorted((corpora / "unfccc").glob("*.txt")))
        for found in plain.read(path.read_bytes(), path.name, settings)
    ]
    return load_all(folder, records, "en")


def spoken(corpus: Corpus) -> Iterator[tuple[str, str, list[Citation]]]:
    """The anchor and plain words of every passage, with what it cites."""
    found: dict[tuple[str, str, str], list[Citation]] = {}
    for one in citations(corpus):
        found.setdefault((one.source, one.anchor, one.passage.words), []).append(one)
    for record in corpus.records():
        division = divide(record.original, decision=isinstance(record, Decision))
        for passage in passages(division):
            cited = found.get((record.slug, passage.anchor, passage.words), [])
            yield passage.anchor, marks.plain(passage.words), cited


def test_every_symbol_of_the_climate_decisions(climate: Corpus) -> None:
    pattern = re.compile(r"(?<![\w/.])\d+/C(?:P|MP|MA)\.\d+(?![\w/])")
    total = 0
    for _, words, cited in spoken(climate):
        for match in pattern.finditer(words):
            total += 1
            assert any(
                one.symbol == match[0] and one.start <= match.start() < one.end for one in cited
            ), words
    assert total > 1400


def test_paragraphs_of_symbols_are_recognised(climate: Corpus) -> None:
    """ "decision 1/CP.16, paragraph 2", "paragraphs 2 and 3 of decision 1/CP.16"."""
    symbol = r"\d+/C(?:P|MP|MA)\.\d+"
    pattern = re.compile(
        rf"[Pp]aragraphs?\s(?P<of>\d+)(?:(?!above|below)[^.;/]){{0,40}}?\sof\sdecision\s{symbol}"
        rf"|decision\s{symbol},\s(?:annex,\s)?paragraphs?\s(?P<inner>\d+)"
    )
    total = 0
    for _, words, cited in spoken(climate):
        for match in pattern.finditer(words):
            total += 1
            number = match["of"] or match["inner"]
            overlapping = [
                one for one in cited if one.start < match.end() and one.end > match.start()
            ]
            assert any(f"para-{number}" in one.part for one in overlapping), match[0]
    assert total > 100


def test_citations_of_decisions_that_are_held_lead_to_them(climate: Corpus) -> None:
    held = [one for one in citations(climate) if one.kind == "text" and one.cited]
    assert len(held) > 300
    for one in held:
        decision = climate.decisions[one.cited]
        assert decision.symbol == one.symbol
        assert one.target.startswith(f"decisions/{one.cited}/")
        if one.part and not one.missing:
            division = divide(decision.original)
            anchors = {unit.anchor for unit in division.walk()}
            anchors |= {inner.anchor for inner in division.divisions()}
            assert one.target.partition("#")[2] in anchors
    assert sum(one.missing == "part" for one in held) <= len(held) / 100


def test_paragraphs_above_and_below_are_in_the_same_part(climate: Corpus) -> None:
    """Quoted text left aside: "paragraph 54 below" is one of the text that is amended there."""
    named = re.compile(r"paragraphs?\s[0-9]{1,3}(?:\s\([a-z]\))?\s(?:above|below)")
    total = led = 0
    for anchor, words, cited in spoken(climate):
        if "-quote-" in anchor:
            continue
        within = [one for one in cited if one.kind == "within"]
        for match in named.finditer(words):
            assert any(one.start < match.end() and one.end > match.start() for one in within), words
        around = re.match(r"(?:annex-\d+-)*", anchor)
        for one in within:
            total += 1
            to = one.target.partition("#")[2]
            led += bool(around and to and to.startswith(around[0]))
    assert total > 400
    assert led >= 0.98 * total


def test_the_note_by_the_secretariat() -> None:
    """Its six decisions, and both footnotes."""
    corpus = load(ROOT / "data").corpus
    found = list(citations(corpus))
    note = [one for one in found if one.source == "mc-6-note-cooperation-brs"]
    symbols = {one.symbol for one in note if one.kind == "text"}
    assert symbols == {"MC-3/11", "MC-4/9", "MC-5/19", "BC-17/22", "RC-12/9", "SC-12/23"}
    assert all(one.target and one.cited for one in note)
    notes = [
        one for one in found if one.source == "mc-6-draft-cooperation-brs" and one.passage.note
    ]
    document = "documents/unep-mc-cop-6-inf-29/"
    assert [(one.text, one.part, one.target.partition("#")[0]) for one in notes] == [
        ("UNEP/MC/COP.6/INF/29, annex I", "annex-1", document),
        ("Ibid., annex II", "annex-2", document),
    ]
