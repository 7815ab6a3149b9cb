"""Canonical YAML: what is written reads back as the same, and looks as an editor expects."""

from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from acquis.load.scalars import SHORT, WIDTH
from acquis.load.write import write

TRAPS = [
    *("", " ", "null", "~", "Null", "yes", "No", "ON", "off", "y", "N", "true", "FALSE", "=", "<<"),
    *("1", "-1", "+1", "1_000", "0x1F", "0o17", "017", "0b1", "1.5", ".5", "1e3", "1E+3", ".inf"),
    *("-.INF", ".NaN", "1:30", "190:20:30", "2023-12-22", "2023-12-22T10:00:00Z", "2001-1-1 1:1:1"),
    *("- a", "-", "---", "...", "? a", ": a", "a: b", "a:", "a #b", "#a", "*a*", "&a", "!a", "%a"),
    *("@a", "`a", "[a]", "{a}", "a, b", "|", ">", ">-", "'a'", '"a"', "\\", "\\n", "a\\"),
    *("a\nb", "a\tb", "\ta", "a\r\nb", "a\u0085b", "a\u2028b", "\ufeffa", "a\x00b", "a\x1b[31mb"),
    *("a ", " a", "a\u00a0", "\u00a0a", "\u202e", "😀", "é", "e\u0301", "أ ب", "一"),
]

texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.sampled_from(TRAPS),
    st.lists(
        st.sampled_from(["word", "*mark*", " ", "  ", "#", ":", "-", "\u00a0"]), max_size=90
    ).map(" ".join),
    st.text(st.sampled_from(" \n\t:#-'\"\\ab\u0085\u2028"), max_size=200),
)
values = st.recursive(
    st.one_of(
        texts,
        st.integers(),
        st.booleans(),
        st.none(),
        st.dates(),
        st.floats(allow_nan=False),
    ),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(texts, inner)),
    max_leaves=20,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(texts, values))
@example({"a": [[["b"], []], {}, [{"c": {"d": "x " * 60}}]]})
def test_what_is_written_reads_back(document: dict[str, Any]) -> None:
    written = write(document)
    assert yaml.safe_load(written) == document
    assert yaml.load(written, Loader=yaml.CSafeLoader) == document


@pytest.mark.parametrize("text", TRAPS)
@pytest.mark.parametrize("around", ["{}", "{} " + "and so on " * 20 + "end", "so " * 40 + "{}"])
def test_no_string_is_taken_for_something_else(text: str, around: str) -> None:
    document = {"key": around.replace("{}", text), text: [text]}
    assert yaml.safe_load(write(document)) == document


def test_form() -> None:
    document = {
        "decisions": [
            {
                "symbol": "MC-6/99",
                "adopted": date(2025, 11, 7),
                "agenda_item": "5",
                "vote": {"for": 135, "against": 0},
                "preamble": ["*Recalling* its decision,", "word " * 30 + "end,"],
                "operative": [{"text": "Requests the Secretariat:", "items": ["To act;"]}],
                "footnotes": {"1": "Ibid."},
                "annexes": [],
            }
        ]
    }
    assert (
        write(document)
        == """\
decisions:
  - symbol: MC-6/99
    adopted: 2025-11-07
    agenda_item: "5"
    vote:
      for: 135
      against: 0
    preamble:
      - "*Recalling* its decision,"
      - >-
        word word word word word word word word word word word word word word word word
        word word word word word word word word word word word word word word end,
    operative:
      - text: "Requests the Secretariat:"
        items:
          - To act;
    footnotes:
      "1": Ibid.
    annexes: []
"""
    )


def test_only_long_texts_are_folded_and_within_the_width() -> None:
    assert write({"a": "b" * SHORT}) == f"a: {'b' * SHORT}\n"
    lines = write({"a": "some words " * 100 + "end"}).splitlines()
    assert lines[0] == "a: >-"
    assert max(map(len, lines)) <= WIDTH


def test_what_folding_would_change_is_quoted() -> None:
    for text in ("word " * 30, " word" * 30, "word\n" * 30, "word\u2028 " * 30 + "end"):
        assert write({"a": text}).startswith('a: "')


def test_writing_twice_gives_the_same() -> None:
    written = write({"a": ["x y " * 50 + "z", {"b": "yes"}]})
    assert write(yaml.safe_load(written)) == written


@pytest.mark.parametrize("value", [{1, 2}, object(), b"bytes", 1j])
def test_what_is_no_plain_value_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        write({"a": value})


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(ValueError, match="surrogate"):
        write({"a": "\ud800"})
