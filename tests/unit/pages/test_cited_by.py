"""What cites a text is bounded on its own page, and complete on another."""

from acquis.citation.sentence import Excerpt
from acquis.model.decision import Decision, Version
from acquis.pages.cited_by import CitedBy, Entry, Part, bounded
from acquis.pages.citing import place

TEXT = Decision("mc-1", {"en": Version("en")}, "en", "decision")


def part(anchor: str, count: int) -> Part:
    entries = tuple(
        Entry(TEXT, f"para-{n}", f"para. {n}", Excerpt("", "x", ""), "en") for n in range(count)
    )
    return Part(anchor, anchor, entries, count)


def shown(*parts: Part) -> list[int]:
    return [len(one.entries) for one in bounded(CitedBy(parts), "mc-1/cited/").parts]


def test_little_is_shown_whole() -> None:
    cited = CitedBy((part("", 8), part("para-1", 3)))
    assert bounded(cited, "mc-1/cited/") == cited


def test_much_stands_on_a_page_of_its_own() -> None:
    cited = bounded(CitedBy((part("", 300), part("para-1", 4))), "mc-1/cited/")
    assert [len(one.entries) for one in cited.parts] == [8, 3]
    assert (cited.count, cited.counts, cited.whole) == (304, {"para-1": 4}, "mc-1/cited/")


def test_with_many_parts_each_has_fewer() -> None:
    assert shown(*(part(f"para-{n}", 9) for n in range(20))) == [2] * 20
    many = [part(f"para-{n}", 9) for n in range(130)]
    assert shown(part("", 9), *many) == [8, *[1] * 120, *[0] * 10]


def test_anchors_in_words() -> None:
    said = {
        "para-4": "para. 4",
        "para-4-b-ii": "para. 4 (b) (ii)",
        "para-2-bis": "para. 2 bis",
        "para-u2-g": "unnumbered para. 2 (g)",
        "preamble-2-a": "preambular para. 2 (a)",
        "annex-1-para-3-b": "annex 1, para. 3 (b)",
        "part-b-para-3": "part B, para. 3",
        "section-2-para-3": "section 2, para. 3",
        "annex-1-fn-star": "annex 1, footnote *",
        "para-14-quote-1": "para. 14, quotation",
        "para-4--2": "para. 4",
        "heading-2": "heading 2",
    }
    assert {anchor: place(anchor, str) for anchor in said} == said
