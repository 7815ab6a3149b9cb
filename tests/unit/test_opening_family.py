from collections.abc import Sequence

import pytest

from acquis.opening_family import families, openings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("*Requests* the Secretary-General to report;", ("Requests",)),
        ("*Welcomes* the report, and *requests* another;", ("Welcomes", "requests")),
        ("*Takes note* of *The Future We Want*;", ("Takes note",)),
        ("The report *Our Common Agenda* is noted;", ()),
        ("Requests the Secretariat to report;", ("Requests",)),
        ("Nothing opens this.", ()),
    ],
)
def test_opening_words(text: str, found: Sequence[str]) -> None:
    assert openings(text, "en") == found


def test_ways_of_an_opening_are_its_family() -> None:
    phrases = ["Requests"] * 9 + ["Takes note"] * 5 + ["Calls upon"] * 9 + ["Calls"] * 3
    others = ["Also requests", "further requests", "Takes note with appreciation", "Commends"]
    family = families([*phrases, *others])
    assert family["Also requests"] == family["Further requests"] == "Requests"
    assert family["Takes note with appreciation"] == "Takes note"
    assert family["Calls upon"] == "Calls upon"
    assert family["Commends"] == "Commends"


def test_chinese_adverbs_are_no_opening_of_their_own() -> None:
    family = families(["请"] * 3 + ["又请", "邀请"])
    assert family == {"请": "请", "又请": "请", "邀请": "邀请"}
