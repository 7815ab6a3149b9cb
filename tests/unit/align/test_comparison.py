"""Two texts side by side: what stayed, changed, moved, was split, joined, added, removed."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from acquis.align import Comparison, compare, provisions
from acquis.model.block import Block, Cell, Paragraph, Table
from acquis.model.decision import Annex, Footnote, Version
from acquis.model.divide import divide
from acquis.model.unit import Division

REQUESTS = "Requests the Executive Secretary to report on the task force at the next meeting;"
WELCOMES = "Welcomes the cooperation in the biennium 2026–2027 and invites Parties to support it;"
DECIDES = "Decides to go on sharing services on a cost recovery basis, within the budget;"
NOTES = "Takes note of the information that the secretariat has provided;"


def text(
    *operative: str | Block,
    preamble: Sequence[str] = (),
    notes: Sequence[tuple[str, str]] = (),
    annexes: Sequence[Annex] = (),
    title: str = "Cooperation",
) -> Division:
    blocks = tuple(one if not isinstance(one, str) else Paragraph(one) for one in operative)
    return divide(
        Version(
            "en",
            title=title,
            opening="The Conference of the Parties",
            preamble=tuple(map(Paragraph, preamble)),
            operative=blocks,
            footnotes=tuple(Footnote(label, words) for label, words in notes),
            annexes=tuple(annexes),
        )
    )


def rows(*lines: str) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(map(Cell, line.split())) for line in lines)


def told(comparison: Comparison) -> list[str]:
    """What is not the same, as "kind: anchors > anchors"."""
    found = []
    for row in comparison.rows:
        if row.kind != "same" or row.moved:
            ones = " ".join(one.anchor for one in row.one)
            others = " ".join(other.anchor for other in row.other)
            found.append(f"{'moved ' if row.moved else ''}{row.kind}: {ones} > {others}")
    return found


def test_a_text_is_the_same_as_itself() -> None:
    one = text(REQUESTS, WELCOMES, preamble=["Recalling decision 1/1,"], notes=[("1", "UNEP/1.")])
    assert compare(one, one).same
    assert compare(one, one).counts == {"same": 6}
    assert compare(None, None).rows == ()


def test_two_that_changed_places_and_words_are_each_paired_with_their_own() -> None:
    invites = (
        "Invites Parties to submit by March their views on the review of the framework for "
        "training in countries with lakes, to be concluded at the {} session of the Council;"
    )
    decides = (
        "Decides to conclude the review of the framework for training in countries with lakes, "
        "and to begin the next one at the {} session of the Council;"
    )
    one = text(invites.format("ninth"), decides.format("ninth"))
    other = text(decides.format("tenth"), invites.format("eleventh"))
    found = {
        (row.one[0].anchor, row.other[0].anchor)
        for row in compare(one, other).rows
        if row.kind == "changed"
    }
    assert found == {("para-1", "para-2"), ("para-2", "para-1")}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            text(REQUESTS, WELCOMES),
            text(REQUESTS, WELCOMES.replace("2027", "2028")),
            ["changed: para-2 > para-2"],
        ),
        (
            text(REQUESTS, WELCOMES, DECIDES),
            text(REQUESTS, DECIDES, WELCOMES),
            ["moved same: para-2 > para-3"],
        ),
        (
            text(REQUESTS, WELCOMES, DECIDES, NOTES),
            text(WELCOMES, DECIDES, NOTES, REQUESTS.replace("next", "ninth")),
            ["moved changed: para-1 > para-4"],
        ),
        (text(REQUESTS, DECIDES), text(REQUESTS, NOTES, DECIDES), ["added:  > para-2"]),
        (text(REQUESTS, NOTES, DECIDES), text(REQUESTS, DECIDES), ["removed: para-2 > "]),
        (
            text(REQUESTS, WELCOMES, DECIDES),
            text(
                REQUESTS,
                "Welcomes the cooperation in the biennium 2026–2027;",
                "Invites Parties to support it;",
                DECIDES,
            ),
            ["split: para-2 > para-2 para-3"],
        ),
        (
            text(REQUESTS, WELCOMES, DECIDES),
            text(REQUESTS, f"{WELCOMES.rstrip(';')}, and {DECIDES}"),
            ["joined: para-2 para-3 > para-2"],
        ),
        (
            text(REQUESTS, Paragraph("Asks:", items=(Paragraph("One thing;"), Paragraph(NOTES)))),
            text(
                REQUESTS,
                Paragraph(
                    "Asks:", items=(Paragraph("One thing;"), Paragraph(DECIDES), Paragraph(NOTES))
                ),
            ),
            ["added:  > para-2-b"],
        ),
        (
            text("Notes it;[^1] *yes*", notes=[("1", "UNEP/1, annex I.")]),
            text("Notes it;[^1] yes", notes=[("1", "UNEP/1, annex II.")]),
            ["marked: para-1 > para-1", "changed: fn-1 > fn-1"],
        ),
        (
            text(REQUESTS, title="Cooperation"),
            text(REQUESTS, title="Synergies"),
            ["changed:  > "],
        ),
        (
            text(Table(rows("Party 1 2", "Other Party 3 4"))),
            text(Table(rows("Party 1 2", "Other Party 3 5"))),
            ["changed: table-1 > table-1"],
        ),
        (
            text(REQUESTS, annexes=[Annex(blocks=(Paragraph(NOTES),))]),
            text(REQUESTS),
            ["removed: annex-1 > ", "removed: annex-1-para-1 > "],
        ),
        (
            text(preamble=["Recalling it,", "Noting the report,"]),
            text("Noting the report,", preamble=["Recalling it,"]),
            ["changed: preamble-2 > para-1"],
        ),
    ],
)
def test_what_happened_is_told(one: Division, other: Division, expected: list[str]) -> None:
    assert told(compare(one, other)) == expected


def test_what_follows_an_addition_is_only_renumbered() -> None:
    found = compare(text(REQUESTS, DECIDES), text(NOTES, REQUESTS, DECIDES))
    assert found.counts == {"same": 4, "added": 1, "renumbered": 2}
    assert not found.same


def test_pieces_of_a_changed_provision() -> None:
    found = compare(text(WELCOMES, NOTES), text(WELCOMES.replace("2027", "2028"), NOTES))
    changed = next(row for row in found.rows if row.kind == "changed")
    assert [piece.text for piece in changed.pieces if piece.kind != "same"] == ["2027", "2028"]


def test_short_provisions_do_not_move() -> None:
    found = compare(text("Decides;", NOTES, WELCOMES), text(NOTES, WELCOMES, "Decides;"))
    assert told(found) == ["removed: para-1 > ", "added:  > para-3"]


def test_a_repeated_provision_is_not_a_part_of_the_one_before() -> None:
    found = compare(text(REQUESTS, WELCOMES), text(REQUESTS, "Notes the cooperation;", WELCOMES))
    assert told(found) == ["added:  > para-2"]


def test_every_provision_stands_in_one_row() -> None:
    chance = random.Random(11)
    words = ["Parties", "report", "secretariat", "budget", "mercury", "notes", "to", "the", "of"]
    sentences = [
        " ".join(chance.choice(words) for _ in range(chance.randrange(1, 30))) for _ in range(60)
    ]
    for _ in range(60):
        one = text(*(chance.choice(sentences) for _ in range(chance.randrange(1, 60))))
        other = text(*(chance.choice(sentences) for _ in range(chance.randrange(1, 60))))
        found = compare(one, other)
        ones = sorted(one.anchor for row in found.rows for one in row.one)
        others = sorted(other.anchor for row in found.rows for other in row.other)
        assert ones == sorted(one.anchor for one in provisions(one))
        assert others == sorted(other.anchor for other in provisions(other))
        order = [other.anchor for row in found.rows for other in row.other]
        assert order == [other.anchor for other in provisions(other)]
