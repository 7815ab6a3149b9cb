"""Wordings with their differences: every word of both, in its own style, marked as it is."""

import re
from collections.abc import Sequence

import pytest

from acquis.align import compare
from acquis.model.block import Paragraph
from acquis.model.decision import Decision, Footnote, Version
from acquis.pages.differing import Typesetter

NOTES = (Footnote("1", "First."), Footnote("2", "Second."))


def typesetter(paragraphs: Sequence[str], home: str = "one/") -> Typesetter:
    version = Version("en", operative=tuple(map(Paragraph, paragraphs)), footnotes=NOTES)
    decision = Decision("one", {"en": version}, "en", "decision")
    return Typesetter(decision, "en", home, "Footnote {}")


def differing(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """The first row of the comparison of two texts, as the second's passages are set."""
    base, mine = typesetter(one), typesetter(other, "other/")
    row = next(
        row
        for row in compare(base.division, mine.division).rows
        if row.kind not in ("same", "marked")
    )
    return [str(p.html) for p in mine.differing(row.other, row.pieces, row.one, base)]


def test_words_are_marked_in_their_own_style() -> None:
    (html,) = differing(["*Decides* to light **7** lamps."], ["*Decides* to light **9** lamps."])
    assert html == (
        "<em>Decides</em> to light "
        "<del><strong>7</strong></del><ins><strong>9</strong></ins> lamps."
    )


def test_opening_words_are_set_off_as_on_the_page_of_the_text() -> None:
    (html,) = differing(["Requests a report in May;"], ["Requests a report in June;"])
    assert html.startswith("<em>Requests</em> a report in ")


def test_a_text_is_data() -> None:
    (html,) = differing(["Decides <b> & that it is so."], ["Decides <i> & that it is so."])
    assert "&lt;<del>b</del><ins>i</ins>&gt; &amp; that" in html


def test_footnote_marks_lead_to_the_page_of_their_own_text() -> None:
    (html,) = differing(
        ["Decides to light the lamps.[^1]"], ["Decides to light the lamps of old.[^2]"]
    )
    assert re.findall(r'href="(\S+)"', html) == ["one/#fn-1", "other/#fn-2"]
    assert html.index("<del>") < html.index("one/#fn-1") < html.index("</del>")
    assert " id=" not in html


@pytest.mark.parametrize("turned", [False, True])
def test_a_paragraph_that_was_split_or_joined(turned: bool) -> None:
    first = "Requests the Executive Secretary to report on the task force at the meeting;"
    second = "Welcomes the cooperation in the biennium and invites Parties to support it;"
    two, one = [first, second], [f"{first} {second}"]
    found = differing(two, one) if turned else differing(one, two)
    assert len(found) == (1 if turned else 2)
    words = [re.sub(r"<del>.*?</del>|</?(?:em|ins)>", "", html).strip() for html in found]
    assert words == (one if turned else two)
