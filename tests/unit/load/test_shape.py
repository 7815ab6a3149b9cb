"""Shapes: how each sort of value is read, and what is said of another."""

from datetime import date
from typing import Any

import pytest

from acquis.finding import Finding
from acquis.load import tree
from acquis.load.blocks import Blocks, Footnotes
from acquis.load.shape import (
    Choice,
    Day,
    Field,
    Keyed,
    Line,
    Many,
    Number,
    Reader,
    Record,
    Shape,
    SymbolPattern,
    Truth,
    Worded,
)
from acquis.model.block import Heading, Paragraph, Quote, Reproduced, Rule, Table


def read(shape: Shape, source: str) -> tuple[Any, list[Finding], Reader]:
    found: list[Finding] = []
    reader = Reader("a.yaml", found.append, "en")
    node = tree.read(f"v: {source}\n".encode(), "a.yaml", found.append)
    assert isinstance(node, tree.Mapping)
    return shape.read(node.pairs[0][1], reader, "v"), found, reader


def rules(shape: Shape, source: str) -> list[str]:
    return [finding.rule for finding in read(shape, source)[1]]


@pytest.mark.parametrize(
    ("shape", "source", "value"),
    [
        (Line(), "Mercury waste", "Mercury waste"),
        (Line(), '"no"', "no"),
        (Line(), "5 (b)", "5 (b)"),
        (Line(number=True), "5", "5"),
        (Line(empty=True), '""', ""),
        (Choice(("draft", "adopted")), "draft", "draft"),
        (Day(), "2025-11-07", date(2025, 11, 7)),
        (Day(), '"2025-11-07"', date(2025, 11, 7)),
        (Number(), "135", 135),
        (Truth(), "true", True),
        (Many(Line()), "[a, b]", ("a", "b")),
        (Many(Line(), single=True), "a", ("a",)),
        (Keyed(Line(), ("a", "b")), "{b: x}", {"b": "x"}),
        (Record({"for": Field(Number(), "", required=True)}, dict), "{for: 1}", {"for_": 1}),
    ],
)
def test_values_are_read(shape: Shape, source: str, value: object) -> None:
    assert read(shape, source)[:2] == (value, [])


@pytest.mark.parametrize(
    ("shape", "source", "rule"),
    [
        (Line(), "[a]", "type-wrong"),
        (Line(), '""', "field-missing"),
        (Line(), "", "field-missing"),
        (Line(), "  ", "field-missing"),
        (Choice(("draft", "adopted")), "adoptd", "value-unknown"),
        (Day(), "2025-02-30", "date-invalid"),
        (Day(), "7 November 2025", "date-invalid"),
        (Day(), "2025-11-7", "date-invalid"),
        (Day(), "[2025]", "type-wrong"),
        (Number(), "-1", "type-wrong"),
        (Number(), "007", "type-wrong"),
        (Number(), '"1"', "type-wrong"),
        (Truth(), "yes", "type-wrong"),
        (Many(Line()), "a", "type-wrong"),
        (Keyed(Line(), ("a", "b")), "{c: x}", "key-unknown"),
        (Keyed(Line()), "[a]", "type-wrong"),
        (Record({"a": Field(Line(), "", required=True)}, dict), "{}", "field-missing"),
        (Record({"a": Field(Line(), "")}, dict), "{b: 1}", "key-unknown"),
        (SymbolPattern(), '"{a}{b}"', "pattern-invalid"),
        (Footnotes(), "[a]", "type-wrong"),
        (Blocks(), "text", "type-wrong"),
        (Blocks(), "[{txt: x}]", "field-missing"),
        (Blocks(), "[{text: x, heading: y}]", "type-wrong"),
        (Blocks(), "[{}]", "field-missing"),
        (Blocks(), '[""]', "field-missing"),
        (Blocks(), '[{text: ""}]', "field-missing"),
        (Blocks(), "[[a]]", "type-wrong"),
    ],
)
def test_other_values_are_reported(shape: Shape, source: str, rule: str) -> None:
    assert rule in rules(shape, source)


@pytest.mark.parametrize(
    "trap",
    [
        "no",
        "Yes",
        "off",
        "null",
        "~",
        "1:30",
        "1.10",
        "1e3",
        "0x1F",
        "010",
        ".5",
        "2025-11-07",
        "5",
    ],
)
def test_words_that_yaml_would_change_are_asked_to_be_quoted(trap: str) -> None:
    value, found, _ = read(Line(), trap)
    assert value == trap  # no text is lost meanwhile
    assert [(f.rule, f.fix) for f in found] == [("yaml-trap", f'write "{trap}"')]
    assert rules(Line(), f'"{trap}"') == []


@pytest.mark.parametrize("words", ["No. 5", "1 January", "5 (b)", "A/78/L.1", "1-2", "NaN5", "é"])
def test_words_that_are_words_need_no_quotes(words: str) -> None:
    assert read(Line(), words)[:2] == (words, [])


def test_near_misses_are_named() -> None:
    (finding,) = read(Choice(("draft", "adopted")), "adoptd")[1]
    assert 'did you mean "adopted"?' in finding.fix
    (finding,) = read(Record({"title": Field(Line(), "")}, dict), "{titel: x}")[1]
    assert finding.fix == 'did you mean "title"?'
    assert finding.position == ("a.yaml", 1, 5, 5)


def test_the_place_of_each_value_is_kept() -> None:
    shape = Record({"a": Field(Many(Line()), "")}, dict)
    _, _, reader = read(shape, "{a: [x, y]}")
    assert reader.spots == {"v.a.0": ("a.yaml", 1, 9, 1), "v.a.1": ("a.yaml", 1, 12, 1)}


def test_words_in_languages_have_the_files_first() -> None:
    forms, found, _ = read(Worded(), "{fr: Sujet, en: Topic}")
    assert found == []
    assert (str(forms), forms.form("fr"), forms.form("ar")) == ("Topic", "Sujet", "Topic")
    assert str(read(Worded(), "Topic")[0]) == "Topic"


def test_blocks_of_every_kind() -> None:
    source = """
  - One
  - text: "Two:"
    number: 2
    items: [a, {text: b, items: [i]}]
    then: [{quote: [q]}]
  - heading: H
    number: II
    restart: true
    blocks: [x]
  - table: {head: 1, rows: [[A, {text: B, cols: 2}], [1, ""]], notes: {a: note}}
  - rule: true
  - decision: mc-6-draft
"""
    blocks, found, _ = read(Blocks(), source)
    assert found == []
    one, two, heading, table, rule, draft = blocks
    assert one == Paragraph("One")
    assert two == Paragraph(
        "Two:",
        number="2",
        items=(Paragraph("a"), Paragraph("b", items=(Paragraph("i"),))),
        then=(Quote((Paragraph("q"),)),),
    )
    assert heading == Heading("H", number="II", restart=True, blocks=(Paragraph("x"),))
    assert isinstance(table, Table)
    assert [[(c.text, c.cols) for c in row] for row in table.rows] == [
        [("A", 1), ("B", 2)],
        [("1", 1), ("", 1)],
    ]
    assert isinstance(rule, Rule)
    assert draft == Reproduced("mc-6-draft")
    assert two.spots["number"].line == 4


def test_a_merged_cell_may_be_empty_and_items_need_no_introduction() -> None:
    blocks, found, _ = read(
        Blocks(), '[{table: {rows: [[{text: "", cols: 2}]]}}, {text: "", items: [a]}]'
    )
    assert found == []
    assert blocks[1].items == (Paragraph("a"),)


def test_a_bad_block_does_not_take_the_good_ones_along() -> None:
    blocks, found, _ = read(Blocks(), "[a, {txt: b}, c]")
    assert [block.text for block in blocks] == ["a", "c"]
    assert found
