"""Decisions of two bodies in nearly the same words are proposed as mirrors."""

from collections.abc import Callable
from pathlib import Path

import pytest

from acquis.check import check
from acquis.load import load

BODIES = """
conventions:
  - {id: lakes, name: Lakes, bodies: [{id: lakes-council, name: Council, symbols: ["L/{number}"]}]}
  - {id: seas, name: Seas, bodies: [{id: seas-council, name: Council, symbols: ["S/{number}"]}]}
"""
WORDS = " ".join(f"word{number} of the council" for number in range(40))


def decision(symbol: str, body: str, day: str, words: str = WORDS, more: str = "") -> str:
    return (
        f"  - symbol: {symbol}\n    title: Reeds\n    bodies: [{body}]\n    adopted: {day}\n"
        f"    operative: [{words}]\n{more}"
    )


@pytest.fixture
def proposed(tmp_path: Path) -> Callable[..., list[str]]:
    """What is proposed for decisions of two bodies, as the messages have it."""

    def made(*decisions: str) -> list[str]:
        text = f"{BODIES}decisions:\n{''.join(decisions)}"
        (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
        loaded = load(tmp_path)
        assert loaded.findings == ()
        rules = ("mirror-likely", "allow-unused")
        return [finding.message for finding in check(loaded.corpus) if finding.rule in rules]

    return made


LAKES = decision("L/1", "lakes-council", "2025-05-02")


def test_much_the_same_words_within_two_years(proposed) -> None:
    other = decision("S/1", "seas-council", "2026-11-02", WORDS.replace("word7 ", "another "))
    (message,) = proposed(LAKES, other)
    assert message.startswith('"S/1" and "L/1" (9')


@pytest.mark.parametrize(
    "other",
    [
        decision("S/1", "seas-council", "2027-06-02"),
        decision("L/2", "lakes-council", "2025-05-02"),
        decision("S/1", "seas-council", "2025-05-02", WORDS.replace("of the", "in a")),
        decision("S/1", "seas-council", "2025-05-02", more="    relations: {mirrors: L/1}\n"),
        decision("S/1", "seas-council", "2025-05-02", more="    relations: {recalls: L/1}\n"),
        decision(
            "S/1",
            "seas-council",
            "2025-05-02",
            more="    allow: [{rule: mirror-likely, reason: Forms of words.}]\n",
        ),
    ],
    ids=["later", "of the same body", "other words", "a mirror", "recalled", "accepted"],
)
def test_what_is_not_proposed(proposed, other: str) -> None:
    assert proposed(LAKES, other) == []


def test_of_several_only_the_most_alike(proposed) -> None:
    exact = decision("S/2", "seas-council", "2025-05-02")
    near = decision("S/1", "seas-council", "2025-05-02", WORDS.replace("word7 ", "another "))
    (message,) = proposed(LAKES, near, exact)
    assert message.startswith('"S/2" and "L/1" (100 ')
