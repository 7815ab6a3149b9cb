"""What an edit did, as the preview tells it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from acquis.finding import Finding, Level
from acquis.load import load
from acquis.position import Position
from acquis.site.content import Content
from acquis.site.edit import Edit, edit

TEXT = """\
decisions:
  - {id: a, title: Reeds, operative: [Decides to count the reeds of the lake;, Requests a report.]}
  - {id: b, title: Rushes, operative: [Decides.]}
"""
FRENCH = """\
decisions:
  - id: a
    title: Roseaux
    operative: [Décide de compter les roseaux du lac ;, Demande un rapport.]
"""

Make = Callable[..., Content]


@pytest.fixture
def content(tmp_path: Path) -> Make:
    """Makes the content of data, with findings at a line of it."""

    def made(*messages: str, text: str = TEXT, french: str = FRENCH, line: int = 1) -> Content:
        folder = tmp_path / "data"
        (folder / "translations" / "fr").mkdir(parents=True, exist_ok=True)
        (folder / "decisions.yaml").write_text(text, encoding="utf-8")
        (folder / "translations" / "fr" / "a.yaml").write_text(french, encoding="utf-8")
        findings = tuple(
            Finding(Position("f", line), Level.NOTICE, "made-up", message, "")
            for message in messages
        )
        corpus = load(folder, ("en", "fr")).corpus
        return Content(findings, lambda file: [], (), corpus=corpus)

    return made


def told(found: Edit) -> list[tuple[str, str]]:
    return [(passage.path, passage.words) for passage in found.changed]


def test_nothing(content: Make) -> None:
    one = content("x")
    assert not edit(one, one, content("x", line=9))


def test_a_passage_with_its_address_in_its_language(content: Make) -> None:
    one = content()
    other = content(text=TEXT.replace("count", "weigh"), french=FRENCH.replace("compter", "peser"))
    assert told(edit(one, one, other)) == [
        ("decisions/a/#para-1", "a Reeds, paragraph 1: changed"),
        ("fr/decisions/a/#para-1", "a Reeds, paragraph 1: changed"),
    ]


def test_what_is_known_of_a_record(content: Make) -> None:
    one = content()
    other = content(text=TEXT.replace("{id: b,", "{id: b, status: draft,"))
    assert told(edit(one, one, other)) == [("decisions/b/", "b Rushes: status")]


def test_a_record_that_is_gone_has_no_address(content: Make) -> None:
    one = content()
    other = content(text=TEXT[: TEXT.index("  - {id: b")])
    assert told(edit(one, one, other)) == [("", "b Rushes: removed")]
    assert told(edit(other, other, one)) == [("decisions/b/", "b Rushes: added")]


def test_many_passages_are_counted(content: Make) -> None:
    many = "".join(f"  - {{id: n{n}, title: New, operative: [x]}}\n" for n in range(30))
    found = edit(content(), content(), content(text=TEXT + many))
    assert (len(found.changed), found.more) == (20, 10)


def test_findings_come_and_go_each_once(content: Make) -> None:
    found = edit(None, content("a", "a", "b"), content("a", "c", line=5))
    assert [one.message for one in found.came] == ["c"]
    assert [one.message for one in found.went] == ["a", "b"]


def test_while_the_data_has_errors_no_passage_is_told(content: Make) -> None:
    good = content()
    error = Finding(Position("f"), Level.ERROR, "made-up", "bad", "")
    other = content(text=TEXT.replace("count", "weigh"))
    broken = Content((error,), other.lines, other.jobs, corpus=other.corpus)
    assert edit(good, good, broken) == Edit(came=(error,))
    # What was done meanwhile is told when the errors are gone.
    assert told(edit(good, broken, other)) == [
        ("decisions/a/#para-1", "a Reeds, paragraph 1: changed")
    ]
