"""Alignment: what answers to what in two rows."""

import random

from acquis.align import across_languages, align, traits
from acquis.model.block import Paragraph, Rule
from acquis.model.unit import Unit


def same(one: str, other: str) -> float:
    return float(one == other)


def words(pairs: list[tuple[str | None, str | None]]) -> str:
    return " ".join(f"{one or '-'}{other or '-'}" for one, other in pairs)


def test_rows_are_paired_in_order() -> None:
    assert words(align("abc", "abc", same)) == "aa bb cc"
    assert words(align("abcd", "acd", same)) == "aa b- cc dd"
    assert words(align("acd", "abcd", same)) == "aa -b cc dd"
    assert words(align("ab", "ba", same)) == "a- bb -a"
    assert align("", "", same) == []
    assert words(align("", "ab", same)) == "-a -b"
    assert words(align("xy", "ab", same)) == "x- y- -a -b"


def test_the_more_alike_is_preferred() -> None:
    assert words(align("a", "xay", lambda one, other: 1.0 if one == other else 0.3)) == "-x aa -y"


def test_every_unit_is_in_one_pair_however_long_the_rows() -> None:
    chance = random.Random(4)
    for _ in range(20):
        one = [chance.randrange(50) for _ in range(chance.randrange(400))]
        other = [number for number in one if chance.random() > 0.1]
        pairs = align(one, other, lambda left, right: float(left == right))
        assert [left for left, _ in pairs if left is not None] == one
        assert [right for _, right in pairs if right is not None] == other
        assert sum(left is not None and right is not None for left, right in pairs) == len(other)


def unit(text: str, anchor: str, kind: str = "paragraph") -> Unit:
    block = Paragraph(text) if kind == "paragraph" else Rule()
    return Unit(kind, anchor, "operative", text, block)  # type: ignore[arg-type]


def test_translations_are_alike_by_figures_and_notes() -> None:
    one = [unit("Recalls 5/1 of 2029,[^1]", "para-1"), unit("Asks for 30 by 2033.", "para-2")]
    other = [unit("Prie d’en donner 30 en 2033.", "para-1")]
    pairs = align(list(map(traits, one)), list(map(traits, other)), across_languages)
    assert [(left is not None, right is not None) for left, right in pairs] == [
        (True, False),
        (True, True),
    ]
    rule = traits(unit("", "rule-1", "rule"))
    assert across_languages(traits(one[0]), rule) == 0
