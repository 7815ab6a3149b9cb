"""Invented bodies that cite as real ones do, and readers of their texts."""

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest

from acquis.citation import Reader, Span
from acquis.load import load
from acquis.model.corpus import Corpus

CONVENTIONS = """
conventions:
  - id: lakes
    name:
      en: Convention on the Protection of Lakes
      fr: Convention sur la protection des lacs
      es: Convenio sobre la Protección de los Lagos
    short: {en: Lakes Convention, fr: Convention des lacs, es: Convenio de los Lagos}
    bodies:
      - id: lakes-cop
        name: Conference of the Parties to the Convention on the Protection of Lakes
        kind: decision
        symbols: ["LC-{meeting}/{number}"]
        cited_as: ["decision LC-{meeting}/{number}"]
        document_symbols: ["LC/COP.{meeting}/{number}", "LC/COP.{meeting}/INF/{number}"]
        meeting_id: "lakes-cop-{meeting}"
  - id: rivers
    name: Rivers Agreement
    bodies:
      - id: rivers-cop
        name: Conference of the Parties to the Rivers Agreement
        kind: decision
        symbols: ["{number}/RA.{meeting}"]
        cited_as: ["decision {number}/RA.{meeting}", "resolution {number}/RA.{meeting}"]
        document_symbols: ["RA/COP.{meeting}/{number}"]
        meeting_id: "rivers-cop-{meeting}"
  - id: union
    name: Charter of the Union
    bodies:
      - id: diet
        name: General Diet
        kind: resolution
        symbols:
          - "U/RES/{meeting}/{number}"
          - "U/RES/{meeting}/{number} {part:letter}"
          - "U/RES/{meeting}/{number} {part:letter}-{last:letter}"
          - "U/RES/{number}({session:roman})"
        cited_as:
          en:
            - "resolution {meeting}/{number}"
            - "resolution {meeting}/{number} {part:letter}"
            - "resolution {number} ({session:roman})"
            - "resolution {number} {part:letter} ({session:roman})"
          ar: ["القرار {number} (د-{session})"]
        called:
          en: [General Diet, Diet]
          fr: [Diète générale]
          es: [Dieta General]
          ru: [Генеральный Сейм]
          ar: [المجلس العام]
          zh: [总议会]
        first_meeting: 31
        meeting_id: "diet-{meeting}"
        address: "https://union.example/{language}/{symbol}"
        document_symbols: ["U/{meeting}/{number}"]
        document_address: "https://union.example/{symbol}"
      - id: guard
        name: Guard Council
        kind: resolution
        symbols: ["G/RES/{number}({held:year})"]
        cited_as: ["resolution {number} ({held:year})"]
        called: {en: [Guard Council, Council], fr: [Conseil de garde]}
      - id: rights
        name: Rights Council
        kind: resolution
        symbols: ["R/RES/{meeting}/{number}"]
        cited_as: ["resolution {meeting}/{number}"]
        called:
          en: [Rights Council, Council]
          fr: [Conseil des droits]
          es: [Consejo de Derechos]
          ru: [Совет по правам]
          ar: [مجلس الحقوق]
          zh: [权利理事会]
"""

#: A citation in short: its words, what it names, its part.
Short = tuple[str, str, str]


@pytest.fixture(scope="session")
def institution(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("citing") / "data"
    folder.mkdir()
    (folder / "conventions.yaml").write_text(CONVENTIONS, encoding="utf-8")
    loaded = load(folder)
    assert loaded.findings == ()
    return loaded.corpus


@pytest.fixture(scope="session")
def reader(institution: Corpus) -> Callable[[str], Reader]:
    @lru_cache
    def of(language: str) -> Reader:
        return Reader(institution.conventions.values(), language)

    return of


@pytest.fixture(scope="session")
def read(reader: Callable[[str], Reader]) -> Callable[..., list[Short]]:
    """Reads a text as one of the General Diet, or of the bodies given."""

    def citations(text: str, language: str = "en", own: tuple[str, ...] = ("diet",)) -> list[Short]:
        spans = reader(language).read(text, own)
        assert all(one.end <= other.start for one, other in pairwise(spans))
        return [(text[one.start : one.end], one.symbol or one.kind, _part(one)) for one in spans]

    return citations


def _part(span: Span) -> str:
    return f"{span.part}–{span.last}" if span.last else span.part


@pytest.fixture
def corpus_of(tmp_path: Path) -> Callable[[str], Corpus]:
    """Loads further data beside the conventions."""

    def loaded(data: str) -> Corpus:
        folder = tmp_path / "data"
        folder.mkdir(exist_ok=True)
        (folder / "conventions.yaml").write_text(CONVENTIONS, encoding="utf-8")
        (folder / "more.yaml").write_text(data, encoding="utf-8")
        found = load(folder)
        assert found.findings == ()
        return found.corpus

    return loaded
