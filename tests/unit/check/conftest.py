"""Corpora for the rules, made from YAML."""

from collections.abc import Callable
from pathlib import Path

import pytest

from acquis.check import check
from acquis.finding import Finding
from acquis.load import load
from acquis.model.corpus import Corpus

INSTITUTION = """
conventions:
  - id: minamata
    name: Minamata Convention
    bodies:
      - id: minamata-cop
        name: Conference of the Parties
        symbols: ["MC-{meeting}/{number}"]
        meeting_id: "minamata-cop-{meeting}"
meetings:
  - {id: minamata-cop-5, name: Fifth meeting, bodies: [minamata-cop]}
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Callable[..., Corpus]:
    """Loads YAML, which must be free of structural findings, beside a body and a meeting."""

    def made(text: str, ledger: str | None = None) -> Corpus:
        data = tmp_path / "data"
        data.mkdir(exist_ok=True)
        (data / "a.yaml").write_text(INSTITUTION + text, encoding="utf-8")
        if ledger is not None:
            (data / "addresses.txt").write_text(ledger)
        loaded = load(data, ("en", "fr"))
        assert loaded.findings == ()
        return loaded.corpus

    return made


@pytest.fixture
def found(corpus: Callable[..., Corpus]) -> Callable[..., list[Finding]]:
    """The findings on YAML."""
    return lambda text, ledger=None: list(check(corpus(text, ledger)))


@pytest.fixture
def in_text(found: Callable[..., list[Finding]]) -> Callable[..., list[str]]:
    """The rules that fire on an adopted decision with these operative paragraphs."""

    def rules(operative: str, more: str = "") -> list[str]:
        text = (
            "decisions:\n  - symbol: MC-5/1\n    title: Products\n    meeting: minamata-cop-5\n"
            f"    adopted: 2023-11-03\n    operative: {operative}\n{more}"
        )
        return [finding.rule for finding in found(text)]

    return rules
