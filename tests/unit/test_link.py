"""Relations of decisions: stated in the data, else inferred from the texts."""

from pathlib import Path

import pytest

from acquis.link import Links, link
from acquis.load import load

DATA = """
conventions:
  - id: lakes
    name: Lakes Convention
    bodies:
      - id: lakes-cop
        name: Conference of the Lakes
        symbols: ["LC-{meeting}/{number}"]
        meeting_id: "lakes-cop-{meeting}"
meetings:
  - {id: lakes-cop-1, name: First, bodies: [lakes-cop]}
decisions:
  - {symbol: LC-1/1, meeting: lakes-cop-1, adopted: 2020-03-01, operative: [Decides.]}
  - symbol: LC-1/2
    meeting: lakes-cop-1
    adopted: 2020-03-02
    preamble: ["Recalling decisions LC-1/1 and LC-9/9,"]
    operative: ["Decides to replace decision LC-1/1;", "Decides to amend decision LC-1/4."]
  - symbol: LC-1/3
    meeting: lakes-cop-1
    adopted: 2020-03-03
    relations: %s
    preamble: ["Recalling decisions LC-1/1 and LC-1/2,"]
    operative: [decision: lc-draft]
  - {symbol: LC-1/4, meeting: lakes-cop-1, adopted: 2020-03-01, operative: [Decides.]}
  - id: lc-draft
    meeting: lakes-cop-1
    status: draft
    operative: ["Decides to replace decision LC-1/4."]
"""


def links(folder: Path, relations: str = "{}") -> Links:
    (folder / "all.yaml").write_text(DATA % relations, encoding="utf-8")
    loaded = load(folder)
    assert loaded.findings == ()
    return link(loaded.corpus)


def told(found: Links, slug: str) -> list[tuple[str, str, str, bool]]:
    return [(r.kind, r.name, r.target, r.inferred) for r in found.outgoing.get(slug, ())]


def test_inferred_from_the_text(tmp_path: Path) -> None:
    found = links(tmp_path)
    assert told(found, "lc-1-2") == [
        ("recalls", "LC-1/1", "lc-1-1", True),
        ("recalls", "LC-9/9", "", True),
        ("supersedes", "LC-1/1", "lc-1-1", True),
        ("amends", "LC-1/4", "lc-1-4", True),
    ]
    assert told(found, "lc-1-3")[-1] == ("proposes", "lc-draft", "lc-draft", True)
    assert [(r.kind, r.source) for r in found.incoming["lc-1-1"]] == [
        ("recalls", "lc-1-2"),
        ("supersedes", "lc-1-2"),
        ("recalls", "lc-1-3"),
    ]


def test_what_is_adopted_supersedes_and_a_draft_does_not(tmp_path: Path) -> None:
    assert links(tmp_path).superseded == {"lc-1-1": "lc-1-2"}


@pytest.mark.parametrize(
    ("relations", "expected"),
    [
        ("{recalls: LC-1/1}", [("LC-1/1", False), ("LC-1/2", True)]),
        ("{recalls: []}", []),
    ],
)
def test_what_is_stated_wins(tmp_path: Path, relations: str, expected: object) -> None:
    found = told(links(tmp_path, relations), "lc-1-3")
    assert [(name, inferred) for kind, name, _, inferred in found if kind == "recalls"] == expected
