"""From what a reader types to the text and its part."""

import json
import re

import pytest
from queries import SURE, UNSURE, corpus

from acquis.citation.query import Answer, edits, fold, resolve
from acquis.citation.table import held, table
from acquis.model.address import address


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory):
    return corpus(tmp_path_factory.mktemp("queries") / "data")


@pytest.fixture(scope="module")
def read(known):
    values = json.loads(json.dumps(table(known)))
    return lambda query: resolve(query, values)


def led(answer: Answer) -> list[str]:
    return [
        f"{one.address}#{one.anchor}" if one.anchor and one.address else one.address
        for one in answer.candidates
    ]


@pytest.mark.parametrize("query", SURE)
def test_leads_to_the_part(read, query: str) -> None:
    answer = read(query)
    assert led(answer) == [SURE[query]]
    assert answer.sure, answer.rest


@pytest.mark.parametrize("query", UNSURE)
def test_says_what_it_can_mean(read, query: str) -> None:
    answer = read(query)
    targets, near = UNSURE[query]
    assert led(answer) == targets
    assert [symbol for symbol, _ in answer.near] == near
    assert not answer.sure


def test_every_symbol_leads_to_its_page(known, read) -> None:
    for record in known.records():
        if record.symbol and "1/CP.21" not in record.symbol:
            for written in (record.symbol, record.symbol.lower(), record.slug):
                assert led(read(written)) == [address(record)], written


def test_what_is_not_held_has_its_official_address(read) -> None:
    (one,) = read("General Assembly resolution 70/1").candidates
    assert (one.symbol, one.address) == ("A/RES/70/1", "")
    assert one.official == "https://undocs.org/en/A/RES/70/1"


def test_the_table_is_small(known) -> None:
    """Twenty thousand decisions of complete meetings take no more room than their meetings."""
    slugs = [f"mc-{meeting}-{number}" for meeting in range(1, 201) for number in range(1, 101)]
    found = held(slugs)
    assert len(json.dumps(found)) < 6000
    assert found["mc-7-#"] == "1-100"
    assert held(["a-1", "a-2", "a-4", "b", "a-05"]) == {"a-#": "1-2,4", "b": "", "a-05": ""}


def test_expressions_mean_the_same_in_javascript(known) -> None:
    """No group has a name, and nothing is escaped that JavaScript would refuse to."""
    values = table(known)
    sources = [form[2] for form in values["forms"]]
    sources += [source for name in ("units", "after", "kinds") for _, source in values[name]]
    for source in sources:
        assert "(?P" not in source
        assert not re.search(r"[*+?}]\+", source), source  # possessive
        assert set(re.findall(r"\\(.)", source)) <= set(r"s.()?d/"), source


def test_folding() -> None:
    assert fold("Résolution ４ ㈠ MC‑5/19\u200f ـa") == "Resolution 4 (一) MC-5/19 a"


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [("mc-5-19", "mc-5-91", 1), ("mc-5-19", "mc-5-1", 1), ("ab", "ba", 1), ("a", "bc", 2)],
)
def test_edits(one: str, other: str, count: int) -> None:
    assert edits(one, other) == count


@pytest.mark.parametrize("piece", ["1", "1/", "mc ", "(a)", "para ", "1 and ", "第", "a"])
def test_hostile_queries(read, piece: str) -> None:
    read(piece * 10_000)
