"""The fast reader of canonical files: what it reads, the general reader reads just so."""

from pathlib import Path
from typing import Any

import pytest
from taken import places, taken

from acquis.finding import Finding
from acquis.load import canonical, tree
from acquis.load.tree import Mapping, Sequence
from acquis.load.write import write

ROOT = Path(__file__).parents[3]
WORDS = "word " * 40


@pytest.mark.parametrize("folder", ["data", "examples"])
def test_the_projects_own_data_are_taken(folder: str) -> None:
    files = sorted((ROOT / folder).rglob("*.yaml"))
    assert len(files) > 2
    assert [path.name for path in files if not taken(path.read_bytes())] == []


def test_what_stands_in_the_golden_files_is_read_right_or_left() -> None:
    files = sorted((ROOT / "tests" / "golden").rglob("*.yaml"))
    count = sum(taken(path.read_bytes()) for path in files)
    assert len(files) > count > len(files) // 2


def test_nodes_have_their_places() -> None:
    source = """\
# first
decisions:
  - symbol: "MC-1/2"  # behind
    operative:
      - >-
        Some words
        on two lines;

        and more
      - - [a, "b, c", 2]
"""
    root = canonical.tree_of(source.encode())
    assert root is not None
    assert list(places(root)) == [
        (Mapping, 2, 1),
        ("decisions", 2, 1, 9, True),
        (Sequence, 3, 3),
        (Mapping, 3, 5),
        ("symbol", 3, 5, 6, True),
        ("MC-1/2", 3, 13, 8, False),
        ("operative", 4, 5, 9, True),
        (Sequence, 5, 7),
        ("Some words on two lines;\nand more", 5, 9, 0, False),
        (Sequence, 10, 9),
        (Sequence, 10, 11),
        ("a", 10, 12, 1, True),
        ("b, c", 10, 15, 6, False),
        ("2", 10, 23, 1, True),
    ]


FORM = [
    "a: no\n",
    "a: 1:30\n",
    "a: ~\n",
    "a: <<\n",
    "a: -1\nb: -.5\n",
    "a: b:c d#e\n",
    "a:\n",
    "a:\nb:\n",
    "a:\n  b:\nc:\n  - d:\n  - e\n",
    "a:  # behind\n  b: c  # behind\n# end\n",
    "a: # behind\n  - b\n",
    'a: ""\n',
    'a: "\\u2011\\x85\\U0001f600\\n\\t\\r\\"\\\\"\n',
    '"a b": c\n"\\"": d\n',
    'a: "# no comment: none"\n',
    'a: " spaces "\n',
    'a: [b, c d, "[e], {f}"]\n',
    "a: [b#c, -1]  # behind\n",
    "a: []\nb: {}\n",
    "a:\n  - - b\n    - c\n  - d: e\n    f: g\n  - - - h\n",
    "a: >-\n  b\n  c\n",
    "a: >-  # behind\n  b\n",
    "a: >-\n  b\n\n\n  c\n\nd: e\n",
    "a: >-\n  # no comment\n  - b\n  c: d\n# comment\n",
    "a:\n  - >-\n    b\n    c\n  - >-\n    d\n\n    e\n\n  # comment\n  - >-\n    f\n",
    "a:\n  - - >-\n      b\n  - - >-\n      c\n",
    "a:\n  - b: >-\n      c\n  - d: >-\n      e\n    f: >-\n      g\n",
    "a:\n  - >-\n    - >-\n    text\n",
    "a:\n  b: >-\n    c\n    >-\n    d\n    b: >-\n    e\n",
    "a:\n  - - >-\n      b\n    - >-\n      c\n  - - >-\n      d\n  - - >-\n      e\n",
    "a: >-\n  trailing \n  spaces \n",
    "a: plain   \n",
    'é: ü\n\n\n数: 決定。\nقرار: أ\n"😀": "😀"\n',
    "a: x\u00a0y\u200bz\u202e\n",
    f"a: {'long ' * 100_000}end\n",
    f"{'k' * 900}: b\n",
    "a: b ? c ! d & e * f | g > h % i @ j ` k , l [m] {n} 'o' \"p\"\n",
    "a: ...\nb: (---)\n",
    "\n\n# comment\n\na: b\n\n\n",
]


@pytest.mark.parametrize("source", FORM)
def test_the_form_is_taken(source: str) -> None:
    assert taken(source)


LEFT = [
    "", "\n", "# only a comment\n", "{}\n", "[]\n", "a\n", "- a\n", "a: b", "a:b\n",
    # documents and directives
    "---\na: b\n", "a: b\n---\n", "a: b\n...\n", "... x: y\n", "%YAML 1.2\n---\na: b\n",
    # characters
    "\ufeffa: b\n", "a: b\r\n", "a:\tb\n", "a: b\t\n", "a: \u0085\n", "a: b\u2028c\n",
    "a: \x7f\n", "a: \x00\n",
    # values that are written in another way
    "a: 'b'\n", "a: 'it''s'\n", "'a': b\n", "a: |\n  b\n", "a: |-\n  b\n", "a: >\n  b\n",
    "a: >+\n  b\n", "a: >2-\n  b\n", "a: >-2\n  b\n", "a: &x b\n", "a: *x\n", "a: !t b\n",
    "a: @b\n", "a: `b\n", "a: ? b\n", "? a\n: b\n",
    # folded texts
    "a: >-\n\n  b\n", "a: >-\n   b\n", "a: >-\n b\n", "a: >-\nb: c\n", "a: >-\n  b\n   c\n",
    "a: >-\n  b\n \n", "a: >-\n  b\n  \n  c\n", "a: >-\n  b\n    \n", "a: >-#\n  b\n",
    "a: >-\n  b\n # c\n  d\n", "a:\n  b: >-\n    c\n  >-\n    d\n",
    "a:\n  - b: >-\n      c\n  - >-\n      d\n",
    # lists and mappings
    "a: - b\n", "a: -\n", "a:\n  -\n", "a:\n  - # c\n    b\n", "a:\n- b\n", "a:\n    b: c\n",
    "a:\n   - b\n", "a:\n  - b\n   - c\n", "a: b\n  c\n", "a: b\n c: d\n", "a: b\n- c\n",
    "a:\n  - b\n  c: d\n", "a:\n  b: c\n  - d\n", "a:\n  # c\n    # d\n  b: c\n", "  a: b\n",
    "  \na: b\n", "a: b\n \n", "a:\n  b: c\n  \n", f"a:\n  {'- ' * 40}b\n",
    # keys
    "a: b: c\n", "a: b:\n", "a: b :\n", "a : b\n", '"a" : b\n', "a: b\na: c\n", 'a: b\n"a": c\n',
    "a:\n  - b: c\n    b: d\n", f"{'k' * 1100}: b\n", f'"{"k" * 1100}": b\n',
    # double quoted values
    'a: "b\n  c"\n', 'a: "b" c\n', 'a: "b"#c\n', 'a: "\\ud800"\n', 'a: "\\U00110000"\n',
    'a: "\\e"\n', 'a: "\\x4"\n', 'a: "\\\n  b"\n',
    # brackets
    "a: [b,c]\n", "a: [b, c,]\n", "a: [b,\n  c]\n", "a: [[b]]\n", "a: [b: c]\n", "a: [b, ]\n",
    "a: [b ,c]\n", "a: [b ]\n", "a: [b] c\n", "a: [b]: c\n", "[a]: b\n", "a: {b: c}\n",
    "a: [b #c]\n",
]  # fmt: skip


@pytest.mark.parametrize("source", LEFT)
def test_what_is_not_of_the_form_is_left_to_the_general_reader(source: str) -> None:
    assert not taken(source)


def test_what_cannot_be_decoded_or_is_too_big_is_left() -> None:
    assert canonical.tree_of(b"a: \xff\n") is None
    assert canonical.tree_of(b"a: \xed\xa0\x80\n") is None
    assert canonical.tree_of(b"a: " + b"b" * tree.LARGEST_FILE + b"\n") is None


@pytest.mark.parametrize(
    "source", ["a: [b\n", "a: 1\na: 2\n", "", "a: &x b\n", "\ufeffa: b\n", "a: b\n", "a: 'b'\n"]
)
def test_reading_gives_what_the_general_reader_gives(source: str) -> None:
    found: list[list[Finding]] = [[], []]
    read = (canonical.read, tree.read)
    nodes = [
        each(source.encode(), "f", told.append) for each, told in zip(read, found, strict=True)
    ]
    assert nodes[0] == nodes[1]
    assert found[0] == found[1]


@pytest.mark.parametrize(
    "piece", ["[", '"', "- ", ": ", "#", " #", "\\", "a, ", "\n", " ", ">-\n  "]
)
@pytest.mark.parametrize("start", ["", "a: ", "a: [", 'a: "', "a:\n  - >-\n    ", "a: [b, "])
def test_hostile_files_are_read_in_linear_time(start: str, piece: str) -> None:
    taken(start + piece * 50_000 + "\n")


@pytest.mark.parametrize(
    "document",
    [
        {"a": [{"b": {"c": ["d", "e f"], "g": [["h", "i, j"], [1, None]]}}]},
        {"a": f"{WORDS}end", "b": [f"{WORDS}end\n\nmore"] * 3, "c": [[[f"{WORDS}end"]], [[WORDS]]]},
        {"a": [[f"{WORDS}end"], [f"{WORDS}end"], [["b", f"{WORDS}end"]]]},
        {"a": [{"b": f"{WORDS}end", "e": "f"}] * 3, '"': "\\", "*": {"": [True, -1.5, "-"]}},
    ],
)  # fmt: skip
def test_what_is_written_is_taken(document: dict[str, Any]) -> None:
    assert taken(write(document))
