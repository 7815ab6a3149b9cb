"""On any tree of blocks, anchors are unique and every block has its unit."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from acquis.check.divided import anchors
from acquis.model.block import (
    STYLES,
    Block,
    Cell,
    Figure,
    Heading,
    Paragraph,
    Quote,
    Reproduced,
    Rule,
    Table,
)
from acquis.model.decision import Annex, Footnote, Part, Version
from acquis.model.divide import divide

NUMBERS = st.sampled_from(
    [
        None,
        None,
        None,
        "none",
        "1",
        "2",
        "2 bis",
        "u1",
        "(a)",
        "b",
        "ii",
        "22",
        "أ",
        "1-a",
        "--2",
        "–",
    ]
)
LEAVES = st.one_of(
    st.builds(Paragraph, st.just("x[^1]"), NUMBERS),
    st.builds(Rule),
    st.builds(Figure, st.just("a.png"), st.just("A")),
    st.builds(Reproduced, st.just("a-draft")),
    st.just(Table(((Cell("c[^*]"),),))),
)


def _blocks(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    many = st.lists(inner, max_size=4).map(tuple)
    return st.one_of(
        st.builds(
            Paragraph,
            st.just("x"),
            NUMBERS,
            many,
            st.sampled_from([None, *STYLES]),
            many,
        ),
        st.builds(Heading, st.just("H"), NUMBERS, st.booleans(), many, many),
        st.builds(Quote, many),
    )


BLOCKS = st.lists(st.recursive(LEAVES, _blocks, max_leaves=12), max_size=5).map(tuple)
NOTES = st.lists(st.sampled_from(["1", "*", "star", "1.", "a"]), unique=True).map(
    lambda labels: tuple(Footnote(label, "n") for label in labels)
)
ANNEXES = st.recursive(
    st.builds(Annex, blocks=BLOCKS, footnotes=NOTES),
    lambda inner: st.builds(
        Annex, blocks=BLOCKS, footnotes=NOTES, annexes=st.lists(inner, max_size=2).map(tuple)
    ),
    max_leaves=3,
)
MANY_ANNEXES = st.lists(ANNEXES, max_size=3).map(tuple)
PARTS = st.lists(
    st.builds(
        Part,
        st.sampled_from(["A", "B", "a", "Б", ""]),
        preamble=BLOCKS,
        operative=BLOCKS,
        annexes=MANY_ANNEXES,
    ),
    max_size=3,
).map(tuple)
VERSIONS = st.builds(
    Version,
    st.sampled_from(["en", "fr", "ar", "zh"]),
    preamble=BLOCKS,
    operative=BLOCKS,
    footnotes=NOTES,
    annexes=MANY_ANNEXES,
    parts=PARTS,
)


def _all(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        for key in ("preamble", "items", "then", "blocks"):
            yield from _all(getattr(block, key, ()))


def _of_annexes(annexes: tuple[Annex, ...]) -> Iterator[Block]:
    for annex in annexes:
        yield from _all(annex.blocks)
        yield from _of_annexes(annex.annexes)


def _of_version(version: Version) -> Iterator[Block]:
    yield from _all((*version.preamble, *version.operative))
    yield from _of_annexes(version.annexes)
    for part in version.parts:
        yield from _all((*part.preamble, *part.operative))
        yield from _of_annexes(part.annexes)


@given(VERSIONS, st.booleans())
def test_anchors_are_unique_and_no_block_is_lost(version: Version, decision: bool) -> None:
    division = divide(version, decision=decision)
    found = list(anchors(division))
    assert len(found) == len(set(found))
    assert all(anchor and anchor.isascii() and " " not in anchor for anchor in found)
    units = sorted(id(unit.block) for unit in division.walk())
    assert units == sorted(map(id, _of_version(version)))


@given(VERSIONS)
def test_parents_stand_around_their_units(version: Version) -> None:
    for unit in divide(version).walk():
        for inner in (*unit.preamble, *unit.items, *unit.then):
            assert inner.parent == unit.anchor
