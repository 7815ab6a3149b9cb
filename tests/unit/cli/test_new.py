"""`acquis new`: a skeleton in its place, valid and canonical at once, or a clear refusal."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from acquis.cli import main
from acquis.load import load
from acquis.load.records import LISTS

ACTORS = """
actors:
  - {id: secretariat, name: Secretariat}
  - {id: parties, name: Parties}
"""
DECISION = ("new", "decision", "--meeting", "lakes-6", "--title", "Otters")


@pytest.fixture(autouse=True)
def canonical(project: Path, run) -> None:
    (project / "data" / "actors.yaml").write_text(ACTORS)
    run("format")


def sound(run) -> None:
    assert run("check").output == "no findings\n"
    assert "0 would change" in run("format", "--check").output


def test_a_decision_joins_the_file_where_decisions_are_kept(project: Path, run) -> None:
    path = project / "data" / "decisions.yaml"
    path.write_text(path.read_text() + "# the last line\n")
    before = path.read_text()
    assert "L/6/2 begins in data/decisions.yaml" in run(*DECISION, "--symbol", "L/6/2").output
    after = path.read_text(encoding="utf-8")
    assert after.startswith(before.removesuffix("# the last line\n"))
    assert after.endswith("# the last line\n")
    assert (
        "  - symbol: L/6/2\n    title: Otters\n    meeting: lakes-6\n    status: draft\n" in after
    )
    assert "    # topics: [cooperation]  # the ids of its topics\n" in after
    sound(run)
    run(*DECISION, "--symbol", "L/6/3", "--kind", "statement")
    assert after.removesuffix("# the last line\n") in path.read_text(encoding="utf-8")
    sound(run)


def test_what_is_offered_is_valid_when_the_sign_is_taken_away(project: Path, run) -> None:
    run(*DECISION, "--id", "otters")
    path = project / "data" / "decisions.yaml"
    lines = path.read_text(encoding="utf-8").split("\n")
    start = next(place for place, line in enumerate(lines) if "# What else" in line)
    lines[start + 1 :] = [line.replace("# ", "", 1) for line in lines[start + 1 :]]
    path.write_text("\n".join(lines), encoding="utf-8")
    loaded = load(project / "data")
    assert not loaded.findings
    made = loaded.corpus.decision("otters")
    assert made is not None
    assert made.original.footnotes
    assert made.relations


def test_a_record_has_a_file_of_its_own_where_its_kind_has_a_folder(project: Path, run) -> None:
    (project / "data" / "decisions").mkdir()
    run(*DECISION, "--symbol", "L/6/2")
    assert (project / "data" / "decisions" / "l-6-2.yaml").exists()
    run("new", "document", "--meeting", "lakes-6", "--symbol", "L/6/INF/1", "--title", "Note")
    assert (project / "data" / "documents" / "l-6-inf-1.yaml").exists()
    run(*DECISION, "--symbol", "L/6/3", "--into", "data/other.yaml")
    assert (project / "data" / "other.yaml").exists()
    run(*DECISION, "--symbol", "L/6/4", "--into", "elsewhere", status=2)
    sound(run)


def test_each_kind_is_valid_at_once(project: Path, run) -> None:
    run("new", "meeting", "--id", "lakes-7", "--name", "Seventh session", "--bodies", "lakes")
    run("new", "activity", "--title", "Counting reeds", "--period", "2030", "--mandates", "L/6/1")
    sides = ("--provider", "secretariat", "--recipient", "parties")
    run("new", "service", *sides, "--what", "Boats")
    run("new", "document", "--meeting", "lakes-7", "--id", "a-note", "--title", "Note")
    run("new", "decision", "--meeting", "lakes-7", "--symbol", "L/7/1", "--status", "listed")
    sound(run)
    corpus = load(project / "data").corpus
    assert [*corpus.activities, *corpus.services] == ["counting-reeds", "boats"]
    assert (corpus.decisions["l-7-1"].status, corpus.meetings["lakes-7"].bodies) == (
        "listed",
        ("lakes",),
    )


def test_what_is_missing_is_named_with_the_next_symbol(project: Path, run, snapshot) -> None:
    before = snapshot()
    told = run("new", "decision", "--meeting", "lakes-6", status=2).output
    assert "missing: --symbol (such as L/6/2), --title" in told
    assert (
        "missing: --recipient, --what"
        in run("new", "service", "--provider", "parties", status=2).output
    )
    assert snapshot() == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--symbol", "L/6/1"), '"L/6/1" is in the data already'),
        (("--symbol", "L‑6/1"), "would both have the address"),
        (("--id", "Not an id"), "may hold only"),
        (("--symbol", "…"), "give an --id"),
        (("--symbol", "L/5/1"), "not of the meeting"),
        (("--symbol", "L/6/9", "--topics", "fish"), 'topic "fish" is not in the data'),
        (("--symbol", "L/6/9", "--adopted", "soon"), "is no date"),
        (("--symbol", "L/6/9", "--meeting", "lakes-66"), 'did you mean "lakes-6"?'),
    ],
)
def test_what_cannot_be_is_refused(project: Path, snapshot, arguments, told: str) -> None:
    before = snapshot()
    result = CliRunner().invoke(main, [*DECISION, *arguments])
    assert result.exit_code in (1, 2)
    assert told in result.output
    assert snapshot() == before


def test_what_no_option_says_is_asked_for(
    project: Path, run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("acquis.cli.new.attended", lambda: True)
    answers = ["lakes-66", "lakes-6", "", "Otters"]
    result = CliRunner().invoke(main, ["new", "decision"], input="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    assert 'did you mean "lakes-6"?' in result.output
    assert "[L/6/2]" in result.output
    answers = ["lakes-6", "-", "otters", "Otters again"]
    result = CliRunner().invoke(main, ["new", "decision"], input="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    corpus = load(project / "data").corpus
    assert (corpus.decisions["l-6-2"].name, corpus.decisions["otters"].original.title) == (
        "L/6/2",
        "Otters again",
    )
    sound(run)


def test_every_key_has_an_example() -> None:
    for fields in LISTS.values():
        assert [key for key, field in fields.items() if field.example is None] == []
