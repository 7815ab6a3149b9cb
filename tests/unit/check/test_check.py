"""Checking as a whole: it never raises, reads each text once, and knows the places."""

import re
from dataclasses import replace

import pytest

from acquis.check import check
from acquis.finding import Level
from acquis.model.block import Paragraph
from acquis.model.corpus import Corpus
from acquis.model.divide import divide

DECISION = """
decisions:
  - symbol: MC-5/1
    title: Products
    meeting: minamata-cop-5
    adopted: 2023-11-03
    operative: [One, Two]
"""


def test_an_empty_corpus_has_no_findings() -> None:
    assert list(check(Corpus())) == []


def test_each_text_is_divided_once(corpus) -> None:
    divided = []

    def counting(version, decision):
        divided.append(version)
        return divide(version, decision=decision)

    made = corpus(DECISION, "decisions/mc-5-1/#para-1\n")
    assert list(check(made, counting)) == []
    assert len(divided) == 1


@pytest.mark.parametrize(
    ("line", "rule", "column"),
    [
        ("    relations: {recalls: [MC-5/1]}", "relation-self", 27),
        ("    relations: {recalls: [MC-5/2]}", "decision-unknown", 27),
        ("    topics: [waste]", "topic-unknown", 14),
        ("    bodies: [other]", "body-unknown", 14),
        ("    source: {url: 'javascript:alert(1)'}", "link-unsafe", 19),
        ("    source: {document: note}", "document-unknown", 24),
        ("    verified: {by: A, on: 2024-01-01, against: B, sha256: abc}", "hash-invalid", 59),
        ("    language: english", "language-unknown", 15),
        ("    formerly: [mc-5-1]", "formerly-taken", 16),
    ],
)
def test_the_place_is_that_of_the_value(found, line: str, rule: str, column: int) -> None:
    first, *rest = [f for f in found(f"{DECISION}{line}\n") if f.rule == rule]
    assert rest == []
    assert first.position.column == column
    assert first.position.length == len(re.split(r"[\],}\s]", line[column - 1 :])[0])


@pytest.mark.parametrize(("complete", "level"), [(False, Level.NOTICE), (True, Level.ERROR)])
def test_a_text_that_is_not_held_is_an_error_only_where_all_are(
    corpus, complete: bool, level: Level
) -> None:
    made = corpus(f"{DECISION}activities:\n  - {{id: x, title: X, mandates: [MC-5/2 para 2]}}\n")
    meeting = replace(made.meetings["minamata-cop-5"], complete=complete)
    (finding,) = check(replace(made, meetings={meeting.id: meeting}))
    assert (finding.rule, finding.level) == ("decision-unknown", level)


@pytest.mark.parametrize(
    "piece",
    ["[", "[a/", "[1 (", "benzo[a]pyrene ", "[x](", "[^", "(", "[a](https://b) ", "“[b c]” "],
)
def test_long_hostile_texts_are_checked(corpus, piece: str) -> None:
    """So long that a check that is not linear would not come to an end."""
    made = corpus(DECISION)
    decision = made.decisions["mc-5-1"]
    version = replace(decision.original, operative=(Paragraph(piece * 60_000),))
    text = replace(decision, versions={"en": version})
    list(check(replace(made, decisions={"mc-5-1": text})))
