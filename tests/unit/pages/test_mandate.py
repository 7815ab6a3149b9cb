"""The line of decisions: nearest first, bounded, oldest on top; and its drawing."""

from datetime import date

from acquis.link import Links, Relation, link
from acquis.model.block import Paragraph
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision, Version
from acquis.pages.mandate import DEPTH, SHOWN, Line, line
from acquis.pages.timeline import ROW, timeline
from acquis.pages.view import View


def decision(number: int, title: str = "Waste", **relations: list[str]) -> Decision:
    version = Version("en", title, operative=(Paragraph("Decides."),))
    return Decision(
        f"d-{number}",
        {"en": version},
        "en",
        "decision",
        symbol=f"D/{number}",
        adopted=date(2000 + number, 1, 1),
        relations={kind: tuple(names) for kind, names in relations.items()},
    )


def lined(*decisions: Decision, of: int) -> tuple[Line | None, Corpus, Links]:
    corpus = Corpus(decisions={one.slug: one for one in decisions})
    links = link(corpus)
    return line(corpus.decisions[f"d-{of}"], corpus, links), corpus, links


def slugs(found: Line | None) -> list[str]:
    assert found is not None
    return [one.slug for one in found.decisions]


def test_both_directions_oldest_first() -> None:
    found, _, _ = lined(
        decision(3, supersedes=["D/2"]),
        decision(2, recalls=["D/1"]),
        decision(1),
        decision(4, implements=["D/3"]),
        decision(9),
        of=3,
    )
    assert slugs(found) == ["d-1", "d-2", "d-3", "d-4"]
    assert found is not None
    assert [(kind, [edge.target for edge in edges]) for kind, edges in found.of(found.own)] == [
        ("supersedes", ["d-2"])
    ]
    assert not found.more


def test_one_alone_has_no_line() -> None:
    assert lined(decision(1), decision(2), of=1)[0] is None


def test_mirrors_are_of_the_line() -> None:
    found, _, _ = lined(
        decision(1), decision(2, mirrors=["D/1"]), decision(3, recalls=["D/2"]), of=3
    )
    assert slugs(found) == ["d-1", "d-2", "d-3"]


def test_of_many_the_nearest_are_shown() -> None:
    others = [decision(n, "Something else entirely", recalls=["D/1"]) for n in range(20, 60)]
    near = [decision(5, recalls=["D/1"]), decision(6, "Other matters", supersedes=["D/1"])]
    found, _, _ = lined(decision(1), *others, *near, of=1)
    assert found is not None
    assert found.more
    assert len(found.decisions) == SHOWN + 1
    assert {"d-5", "d-6"} <= set(slugs(found))


def test_it_ends_after_some_steps() -> None:
    chain = [decision(1), *(decision(n, recalls=[f"D/{n - 1}"]) for n in range(2, 9))]
    assert slugs(lined(*chain, of=8)[0]) == [f"d-{n}" for n in range(8 - DEPTH, 9)]


def test_what_a_longer_way_says_is_not_drawn() -> None:
    found, corpus, links = lined(
        decision(1), decision(2, recalls=["D/1"]), decision(3, recalls=["D/1", "D/2"]), of=2
    )
    assert found is not None
    assert [(edge.source, edge.target) for edge in found.edges] == [
        ("d-2", "d-1"),
        ("d-3", "d-1"),
        ("d-3", "d-2"),
    ]
    assert [(edge.source, edge.target) for edge in found.drawn] == [("d-2", "d-1"), ("d-3", "d-2")]
    drawing = timeline(found, View(corpus, links, "en", "decisions/d-2/"))
    assert [mark.name for mark in drawing.marks] == ["D/1", "D/2", "D/3"]
    assert [mark.year for mark in drawing.marks] == ["2001", "2002", "2003"]
    assert drawing.height == 3 * ROW
    mirrored = timeline(found, View(corpus, links, "ar", "ar/decisions/d-2/"))
    assert mirrored.anchor == "end"
    assert [
        mark.x + other.x for mark, other in zip(drawing.marks, mirrored.marks, strict=True)
    ] == [drawing.width] * 3


def test_in_a_circle_nothing_stands_for_itself() -> None:
    first, second = decision(1), decision(2, recalls=["D/1", "D/3"])
    found, _, _ = lined(first, second, decision(3, recalls=["D/2"]), of=2)
    assert found is not None
    assert ("d-2", "d-1") in {(edge.source, edge.target) for edge in found.drawn}


def test_circles_end() -> None:
    found, _, _ = lined(decision(1, recalls=["D/2"]), decision(2, recalls=["D/1"]), of=1)
    assert slugs(found) == ["d-1", "d-2"]
    assert (
        Relation("recalls", "d-1", "D/2", "d-2")
        in link(
            Corpus(decisions={"d-1": decision(1, recalls=["D/2"]), "d-2": decision(2)})
        ).outgoing["d-1"]
    )
