"""One value enters a file; every other byte of it stays."""

import difflib
from datetime import date

import pytest

from acquis.load import tree
from acquis.load.entering import entered
from acquis.load.listing import ListingError
from acquis.position import Position

ENTERED = ["verified:", '  by: "A: B"', '  "on": 2030-05-04', "  against: x.docx"]
VALUE = {"by": "A: B", "on": date(2030, 5, 4), "against": "x.docx"}
FILE = """\
# A file of lakes.
decisions:
  - symbol: L/1   # the first
    topics: [a,   b]

    # What it says.
    operative:
      - >-
        # no comment, but
        words
  -   symbol: L/2
      source:
        url: https://lakes.example/   # where it was read

      # The text.
      operative: [x]
  # A third.
  - {symbol: L/3, operative: [y]}
# The end.
"""


def places(text: str) -> list[Position]:
    root = tree.read(text.encode(), "f", lambda finding: None)
    assert isinstance(root, tree.Mapping)
    rows = root.pairs[0][1]
    assert isinstance(rows, tree.Sequence)
    return [tree.position(row, "f") for row in rows.items]


def put(text: str, place: int) -> list[str]:
    """The lines that are new, after the one that they follow; no line may be gone."""
    made = entered(text.encode(), "decisions", places(text)[place], "verified", VALUE).decode()
    old, new = text.splitlines(keepends=True), made.splitlines(keepends=True)
    steps = difflib.SequenceMatcher(None, old, new).get_opcodes()
    changed = [step for step in steps if step[0] != "equal"]
    assert [step[0] for step in changed] == ["insert"]
    _, start, _, first, last = changed[0]
    return [old[start - 1], *new[first:last]]


def test_it_comes_before_the_text_and_its_comment() -> None:
    assert put(FILE, 0) == [
        "  - symbol: L/1   # the first\n",
        "    verified:\n",
        '      by: "A: B"\n',
        '      "on": 2030-05-04\n',
        "      against: x.docx\n",
    ]


def test_it_comes_after_the_source_at_the_records_margin() -> None:
    told = put(FILE, 1)
    assert told[0] == "        url: https://lakes.example/   # where it was read\n"
    assert told[1:3] == ["      verified:\n", '        by: "A: B"\n']


def test_a_record_in_braces_is_left_alone() -> None:
    with pytest.raises(ListingError, match="braces"):
        put(FILE, 2)


def test_an_old_value_is_replaced() -> None:
    old = "    verified: {by: C, on: 2029-01-01, against: y}\n"
    text = FILE.replace("    topics", f"{old}    topics")
    made = entered(text.encode(), "decisions", places(text)[0], "verified", VALUE).decode()
    wanted = "".join(f"    {line}\n" for line in ENTERED)
    assert made == text.replace(old, wanted)


def test_how_lines_end_and_begin_is_kept() -> None:
    text = "\ufeff" + FILE.replace("\n", "\r\n")
    made = entered(text.encode(), "decisions", places(text)[0], "verified", VALUE).decode()
    assert made.startswith("\ufeff# A file")
    assert made.count("\n") == made.count("\r\n") == FILE.count("\n") + 4


def test_a_list_at_the_keys_margin_is_no_next_key() -> None:
    text = "decisions:\n- symbol: L/1\n  formerly:\n  - a\n  - b\n"
    assert put(text, 0)[0] == "  - b\n"


def test_a_record_that_is_not_there() -> None:
    with pytest.raises(ListingError, match="no record"):
        entered(FILE.encode(), "decisions", Position("f", 4, 5), "verified", VALUE)
