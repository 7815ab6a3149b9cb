"""Several texts side by side: lines that all or some of them have."""

from __future__ import annotations

from collections.abc import Sequence

from acquis.align import Line, provisions, versions
from acquis.align.comparison import wording
from acquis.model.block import Paragraph
from acquis.model.decision import Footnote, Version
from acquis.model.divide import divide
from acquis.model.unit import Division

REQUESTS = "Requests the Executive Secretary to report on the task force at the next meeting;"
WELCOMES = "Welcomes the cooperation in the biennium 2026–2027 and invites Parties to support it;"
DECIDES = "Decides to go on sharing services on a cost recovery basis, within the budget;"
NOTES = "Takes note of the information that the secretariat has provided;"


def text(*operative: str, notes: Sequence[tuple[str, str]] = ()) -> Division:
    return divide(
        Version(
            "en",
            operative=tuple(map(Paragraph, operative)),
            footnotes=tuple(Footnote(label, words) for label, words in notes),
        )
    )


def told(lines: Sequence[Line]) -> list[str]:
    """Each line as the anchors of its cells."""
    return [
        " | ".join(" ".join(one.anchor for one in cell) or "-" for cell in line.cells)
        for line in lines
    ]


def test_three_texts_and_what_only_two_have() -> None:
    lines = versions(
        [
            text(REQUESTS, WELCOMES),
            text(REQUESTS, NOTES, WELCOMES.replace("2027", "2028")),
            text(REQUESTS, NOTES.replace("provided", "given"), WELCOMES, DECIDES),
        ]
    )
    assert told(lines) == [
        "para-1 | para-1 | para-1",
        "- | para-2 | para-2",
        "para-2 | para-3 | para-3",
        "- | - | para-4",
    ]
    assert [line.same for line in lines] == [True, False, False, False]
    assert [line.base for line in lines] == [0, 1, 0, 2]
    assert [[line.differs(place) for place in range(3)] for line in lines] == [
        [False, False, False],
        [False, False, True],
        [False, True, False],
        [False, False, False],
    ]
    assert [piece for piece in lines[2].pieces(1) if piece.kind != "same"] == [
        ("gone", "2027"),
        ("new", "2028"),
    ]


def test_what_moved_stands_where_the_first_text_has_it() -> None:
    lines = versions([text(REQUESTS, WELCOMES, DECIDES), text(WELCOMES, DECIDES, REQUESTS)])
    assert told(lines) == ["para-1 | para-3", "para-2 | para-1", "para-3 | para-2"]
    assert [line.moved for line in lines] == [{1}, frozenset(), frozenset()]
    assert all(line.same for line in lines)


def test_one_paragraph_that_is_two_in_another_text_is_one_line() -> None:
    both = f"{REQUESTS} {WELCOMES}"
    assert told(versions([text(both, NOTES), text(REQUESTS, WELCOMES, NOTES)])) == [
        "para-1 | para-1 para-2",
        "para-2 | para-3",
    ]
    assert told(
        versions([text(REQUESTS, WELCOMES), text(REQUESTS, WELCOMES), text(both, NOTES)])
    ) == ["para-1 para-2 | para-1 para-2 | para-1", "- | - | para-2"]


def test_footnotes_follow_all_else() -> None:
    one = text(f"{REQUESTS}[^1]", notes=[("1", "First note of many words.")])
    other = text(f"{REQUESTS}[^2]", NOTES, notes=[("2", "First note of many words.")])
    assert told(versions([one, other])) == ["para-1 | para-1", "- | para-2", "fn-1 | fn-2"]


def test_nothing_is_lost_and_nothing_stands_twice() -> None:
    pool = [REQUESTS, WELCOMES, DECIDES, NOTES, f"{REQUESTS} {WELCOMES}", NOTES]
    texts = [text(*pool[k:], *pool[:k:2]) for k in range(5)]
    lines = versions(texts)
    for place, one in enumerate(texts):
        found = [provision for line in lines for provision in line.cells[place]]
        assert sorted(found, key=repr) == sorted(provisions(one), key=repr)
    for line in lines:
        base = wording(line.cells[line.base])
        for place, cell in enumerate(line.cells):
            if cell:
                pieces = line.pieces(place)
                assert "".join(p.text for p in pieces if p.kind != "gone") == wording(cell)
                assert "".join(p.text for p in pieces if p.kind != "new") == base
