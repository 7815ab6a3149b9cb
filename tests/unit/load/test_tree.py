"""YAML as a tree with positions, and what is refused while it is read."""

import pytest

from acquis.finding import Finding
from acquis.load import tree
from acquis.load.tree import Mapping, Scalar, Sequence, position


def read(source: str | bytes) -> tuple[tree.Node | None, list[Finding]]:
    found: list[Finding] = []
    encoded = source.encode() if isinstance(source, str) else source
    return tree.read(encoded, "a.yaml", found.append), found


def faults(source: str | bytes) -> list[tuple[str, int, int]]:
    return [(f.rule, f.position.line, f.position.column) for f in read(source)[1]]


def test_values_are_the_words_that_stand_there_with_their_places() -> None:
    root, found = read('a: no\nb:\n  - 1.10\n  - "x\\ty"\n  - >-\n    folded\n    text\n')
    assert found == []
    assert isinstance(root, Mapping)
    (a, no), (_, items) = root.pairs
    assert isinstance(no, Scalar)
    assert isinstance(items, Sequence)
    assert (a.value, no.value, no.plain) == ("a", "no", True)
    assert [item.value for item in items.items] == ["1.10", "x\ty", "folded text"]
    assert [item.plain for item in items.items] == [True, False, False]
    assert position(no, "a.yaml") == ("a.yaml", 1, 4, 2)
    assert [position(item, "f")[1:] for item in items.items] == [(3, 5, 4), (4, 5, 6), (5, 5, 0)]


def test_a_byte_order_mark_and_crlf_are_no_text() -> None:
    root, found = read(b"\xef\xbb\xbfa: b\r\nc: d\r\n")
    assert found == []
    assert isinstance(root, Mapping)
    assert [(key.value, value.value) for key, value in root.pairs] == [("a", "b"), ("c", "d")]


def test_columns_count_characters_not_bytes() -> None:
    assert faults("é: 1\nü: {é: 1, é: 2}\n") == [("key-repeated", 2, 11)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", ("file-empty", 1, 1)),
        ("# only a comment\n", ("file-empty", 1, 1)),
        ("---\n", ("file-empty", 1, 1)),
        ("a: 'open\nb: 1\n", ("yaml-invalid", 1, 4)),
        ("a: b: c\n", ("yaml-invalid", 1, 5)),
        ("a: [1, 2\n", ("yaml-invalid", 2, 1)),
        ("a: 1\n\tb: 2\n", ("yaml-invalid", 2, 1)),
        ("a: 1\n--- \nb: 2\n", ("yaml-invalid", 2, 1)),
        ("a: \x00\n", ("yaml-invalid", 1, 4)),
        (b"a: 1\nb: \xff\xfe\n", ("encoding-invalid", 2, 4)),
        ("a: 1\nb: 2\na: 3\n", ("key-repeated", 3, 1)),
        ("a: &x 1\n", ("yaml-anchor", 1, 4)),
        ("*x\n", ("yaml-anchor", 1, 1)),
        ("- *x\n", ("yaml-anchor", 1, 3)),
        ("a: !!python/object:os.system x\n", ("yaml-tag", 1, 4)),
        ("[1, 2]: x\n", ("type-wrong", 1, 1)),
        ("a: x\u2028y\n".replace("x", "'x").replace("y", "y'"), ("yaml-line-break", 1, 6)),
    ],
)
def test_what_is_refused_is_found_once_and_where_it_stands(
    source: str | bytes, expected: tuple[str, int, int]
) -> None:
    assert faults(source) == [expected]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_depth_is_bounded_without_crashing(opening: str) -> None:
    assert [rule for rule, _, _ in faults(opening * 50_000)] == ["nesting-too-deep"]
    assert "nesting-too-deep" not in {
        rule for rule, _, _ in faults("[" * tree.DEEPEST + "]" * tree.DEEPEST)
    }


def test_size_is_bounded() -> None:
    assert faults(b"#" * (tree.LARGEST_FILE + 1)) == [("file-too-big", 1, 1)]


def test_one_fault_does_not_hide_the_next() -> None:
    assert [rule for rule, _, _ in faults("a: &x 1\nb: !t 2\nb: 3\n")] == [
        "yaml-anchor",
        "yaml-tag",
        "key-repeated",
    ]
