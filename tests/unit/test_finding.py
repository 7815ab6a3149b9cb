"""Findings: made by rules, sorted by weight, with near misses."""

from acquis.finding import Finding, Level, Rule, suggest
from acquis.position import Position

RULE = Rule("meeting-unknown", Level.ERROR, "About.", "add the meeting")
HERE = Position("a.yaml", 2, 3, 4)


def test_a_rule_makes_a_finding_with_its_level_and_remedy() -> None:
    assert RULE.at(HERE, "wrong") == Finding(
        HERE, Level.ERROR, "meeting-unknown", "wrong", "add the meeting"
    )
    assert RULE.at(HERE, "wrong", "mend", Level.NOTICE) == Finding(
        HERE, Level.NOTICE, "meeting-unknown", "wrong", "mend"
    )


def test_errors_come_first_then_the_place() -> None:
    later = RULE.at(Position("a.yaml", 10), "c")
    earlier = RULE.at(Position("a.yaml", 9), "d")
    notice = RULE.at(Position("a.yaml", 1), "a", level=Level.NOTICE)
    warning = RULE.at(Position("b.yaml", 1), "a", level=Level.WARNING)
    found = [notice, later, warning, earlier]
    assert sorted(found, key=Finding.sort_key) == [earlier, later, warning, notice]


def test_a_near_miss_is_suggested_and_nothing_else() -> None:
    known = ["minamata-cop-5", "minamata-cop-6", "MC-5/19"]
    assert suggest("minamata-cop-66", known) == 'did you mean "minamata-cop-6"?'
    assert suggest("mc-5/19", ["MC-5/19"]) == 'did you mean "MC-5/19"?'
    assert suggest("basel", known) == ""
    assert suggest("anything", []) == ""
