"""Values of records: what is known of them, compared value by value."""

from dataclasses import replace
from datetime import date

from acquis.changes import ValueChange
from acquis.changes.values import value_changes
from acquis.model.decision import Correction, Decision, Source, Version, Vote
from acquis.model.institution import Body, Convention, Forms, Meeting, Session
from acquis.position import Position
from acquis.symbol import Pattern

DECISION = Decision(
    "a",
    {"en": Version("en")},
    "en",
    "decision",
    symbol="L/1",
    adopted=date(2030, 5, 4),
    topics=("reeds", "lakes"),
    source=Source(document="L/2", paragraph="4"),
    relations={"recalls": ("L/3",)},
)


def told(before: object, after: object) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(one.name, one.before, one.after) for one in value_changes(before, after)]


def test_equal_records_wherever_they_stand() -> None:
    moved = replace(DECISION, at=Position("f", 9), spots={"id": Position("f", 9)}, slug="b")
    assert told(DECISION, moved) == []


def test_values_of_every_shape() -> None:
    after = replace(
        DECISION,
        adopted=None,
        adopted_at="5th meeting",
        topics=("lakes", "otters"),
        source=Source(document="L/2", url="https://l.example"),
        relations={"recalls": ("L/3", "L/4"), "amends": ("L/5",)},
        vote=Vote(1, 0, 2),
        corrections=(Correction("A word.", date(2031, 1, 1)),),
    )
    assert told(DECISION, after) == [
        ("adopted at", (), ("5th meeting",)),
        ("vote: for", (), ("1",)),
        ("vote: against", (), ("0",)),
        ("vote: abstaining", (), ("2",)),
        ("source: url", (), ("https://l.example",)),
        ("corrections", (), ("note: A word.; date: 2031-01-01",)),
        ("topics", ("reeds", "lakes"), ("lakes", "otters")),
        ("relations: recalls", ("L/3",), ("L/3", "L/4")),
        ("relations: amends", (), ("L/5",)),
        ("adopted", ("2030-05-04",), ()),
        ("source: paragraph", ("4",), ()),
    ]


def test_what_of_a_list_is_gone_and_new() -> None:
    change = ValueChange("topics", ("a", "b"), ("b", "c"))
    assert (change.gone, change.new) == (("a",), ("c",))


def test_names_in_languages_and_patterns() -> None:
    body = Body("b", Forms({"en": "Council"}), "c", symbols=(Pattern("L/{number}"),))
    one = Convention("c", Forms({"en": "Lakes", "fr": "Lacs"}), bodies=(body,))
    other = replace(one, name=Forms({"en": "Lakes", "fr": "Les lacs"}), bodies=())
    words = (
        "id: b; name: Council; convention: c; kind: decision; symbols: L/{number}; titles: yes; "
        "first meeting: 0"
    )
    assert told(one, other) == [
        ("name: fr", ("Lacs",), ("Les lacs",)),
        ("bodies", (words,), ()),
    ]


def test_dates_and_truth() -> None:
    one = Meeting("m", Forms({"en": "First"}), ("b",), (Session(date(2030, 1, 1)),))
    assert told(one, replace(one, complete=True, sessions=())) == [
        ("complete", ("no",), ("yes",)),
        ("sessions", ("from: 2030-01-01",), ()),
    ]
