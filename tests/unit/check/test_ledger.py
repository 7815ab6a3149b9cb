"""The ledger of published addresses."""

from acquis.check import check
from acquis.check.ledger import lines, read

DECISION = """
decisions:
  - symbol: MC-5/1
    title: Products[^1]
    meeting: minamata-cop-5
    adopted: 2023-11-03
    operative: [One, {text: "Two:", items: [a]}]
    footnotes: {"1": Note.}
    annexes: [{blocks: [One]}]
"""
MADE = [
    "conventions/minamata/",
    "decisions/mc-5-1/",
    "decisions/mc-5-1/#annex-1",
    "decisions/mc-5-1/#annex-1-para-1",
    "decisions/mc-5-1/#fn-1",
    "decisions/mc-5-1/#para-1",
    "decisions/mc-5-1/#para-2",
    "decisions/mc-5-1/#para-2-a",
    "meetings/minamata-cop-5/",
]


def test_the_lines_hold_every_address_and_anchor_sorted(corpus) -> None:
    assert lines(corpus(DECISION)) == MADE


def test_a_ledger_of_the_same_corpus_has_no_findings(corpus) -> None:
    ledger = "\n".join(["; published", "", *MADE]) + "\n"
    assert list(check(corpus(DECISION, ledger))) == []


def test_dropped_addresses_are_told_at_their_line(corpus) -> None:
    ledger = "; published\ntopics/waste/\ndecisions/mc-5-1/#para-3\n"
    findings = list(check(corpus(DECISION, ledger), ledger_file="texts/addresses.txt"))
    assert [f.rule for f in findings] == ["address-dropped"] * 2
    assert [f.position for f in findings] == [
        ("texts/addresses.txt", 2, 1, 13),
        ("texts/addresses.txt", 3, 1, 24),
    ]


def test_formerly_covers_an_address_and_the_anchors_that_are_still_there(corpus) -> None:
    renamed = DECISION.replace("    title:", "    formerly: [mc-5-draft]\n    title:")
    ledger = "decisions/mc-5-draft/\ndecisions/mc-5-draft/#para-2-a\n"
    assert list(check(corpus(renamed, ledger))) == []
    (finding,) = check(corpus(renamed, ledger + "decisions/mc-5-draft/#para-2-b\n"))
    assert "para-2-b" in finding.message
    (finding,) = check(corpus(renamed, "documents/mc-5-draft/\n"))
    assert finding.rule == "address-dropped"


def test_comments_and_empty_lines_say_nothing() -> None:
    assert list(read(["; a", "", " decisions/a/ ", ";b"])) == [(3, "decisions/a/")]


def test_every_member_of_a_mirror_group_keeps_its_address(corpus) -> None:
    second = DECISION.replace("\ndecisions:", "").replace("5/1", "5/2")
    mirrored = second.replace("    adopted:", "    relations: {mirrors: MC-5/1}\n    adopted:")
    found = [line for line in lines(corpus(DECISION + mirrored)) if line.startswith("mirrors/")]
    assert found == ["mirrors/mc-5-1/", "mirrors/mc-5-2/"]


def test_what_left_its_mirror_group_is_found_still(corpus) -> None:
    assert list(check(corpus(DECISION, "mirrors/mc-5-1/\n"))) == []
    (finding,) = check(corpus(DECISION, "mirrors/mc-5-9/\n"))
    assert finding.rule == "address-dropped"
