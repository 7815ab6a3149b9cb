"""Edits in place: the value changes, its style and every other byte stay."""

import pytest

from acquis.load import written
from acquis.load.edit import Edit, edited, rewritten
from acquis.load.layout import Rows, Words


def first_name(source: bytes) -> tuple[Words, str]:
    file = written.read(source)
    record = file.root.entries[0].node
    assert isinstance(record, Rows)
    inner = record.entries[0].node
    assert isinstance(inner, Rows)
    words = inner.entries[0].node
    assert isinstance(words, Words)
    return words, file.text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("L/6/1", "L/6/2"),
        ('"L/6/1"', '"L/6/2"'),
        ("'L/6/1'", "'L/6/2'"),
        ("L/6/1  # why", "L/6/2  # why"),
        (">-  # why\n      L/6/1", "L/6/2  # why"),
        ("|\n      L/6/1", "L/6/2"),
        ("\n      L/6/1", "\n      L/6/2"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_style_of_a_value_stays(old: str, new: str, end: str) -> None:
    source = f"topics:\n  - symbol: {old}\n    title: Ünter\u2011wegs\n".replace("\n", end).encode()
    words, text = first_name(source)
    made = edited(source, [rewritten(words, text, "L/6/2")])
    wanted = f"topics:\n  - symbol: {new}\n    title: Ünter\u2011wegs\n"
    assert made == wanted.replace("\n", end).encode()


def test_a_value_that_plain_words_cannot_say_is_quoted() -> None:
    words, text = first_name(b"topics:\n  - {symbol: L/6/1, id: x}\n")
    assert rewritten(words, text, "a, b").new == '"a, b"'
    assert rewritten(words, text, "1:30").new == '"1:30"'
    words, text = first_name(b"topics:\n  - {symbol: 'L/6/1', id: x}\n")
    assert rewritten(words, text, "the Chair's").new == "'the Chair''s'"


def test_breaks_of_several_kinds_and_the_mark_stay() -> None:
    source = b"\xef\xbb\xbfa\r\nb\nc\r\nd\re"
    text = "a\nb\nc\nd\ne"
    edits = [Edit(text.index(sign), text.index(sign) + 1, sign * 3) for sign in "ecab"]
    assert edited(source, edits) == b"\xef\xbb\xbfaaa\r\nbbb\nccc\r\nd\reee"
