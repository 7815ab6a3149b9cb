"""`acquis rename`: everything that names a record changes in one step, and nothing else."""

from pathlib import Path

import pytest

from acquis.cli import output
from acquis.load import load

CITING = """\
decisions:
  - id: draft-reeds   # the draft
    title: Reeds again
    meeting: lakes-6
    status: draft
    relations: {recalls: ['L/6/1', L/5/7]}
    operative:
    - Recalls L/6/1 and L/6/12.
activities:
  - id: counting
    title: Counting
    mandates:
      - L/6/1 para 1  # L/6/1 asks for it
      - "draft-reeds paragraph 1"
documents:
  - symbol: L/6/INF/1
    title: Note
    proposes: draft-reeds
    source: {document: L/6/INF/1}
    blocks:
      - decision: draft-reeds
"""
FRENCH = """\
decisions:
  - symbol: L/6/1
    title: Roseaux
    preamble: [Notant,]
    operative:
      - {text: "Décide :", items: [compter.]}
      - Prie.[^1]
    footnotes: {"1": "L/5/7."}
  - {id: draft-reeds, title: Encore, operative: [Rappelle.]}
"""


@pytest.fixture
def data(project: Path, run) -> Path:
    folder = project / "data"
    (folder / "citing.yaml").write_text(CITING, encoding="utf-8")
    (folder / "translations" / "fr").mkdir(parents=True)
    (folder / "translations" / "fr" / "a.yaml").write_text(FRENCH, encoding="utf-8")
    run("addresses", "--write")
    assert "error" not in run("check").output
    return folder


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> dict[str, list[str]]:
    """The lines that are new, by file."""
    return {
        name: [
            line
            for line in text.decode().splitlines()
            if line not in before.get(name, b"").decode().splitlines()
        ]
        for name, text in after.items()
        if text != before.get(name)
    }


def test_a_mistyped_symbol_changes_everywhere(data: Path, run, snapshot) -> None:
    before = snapshot()
    told = run("rename", "L/6/1", "L/6/2").output
    after = snapshot()
    assert changed(before, after) == {
        "addresses.txt": [
            f"decisions/l-6-2/{anchor}"
            for anchor in ("", "#fn-1", "#para-1", "#para-1-a", "#para-2", "#preamble-1")
        ],
        "citing.yaml": [
            "    relations: {recalls: ['L/6/2', L/5/7]}",
            "      - L/6/2 para 1  # L/6/1 asks for it",
        ],
        "decisions.yaml": ["  - symbol: L/6/2", "    formerly: [l-6-1]"],
        "translations/fr/a.yaml": ["  - symbol: L/6/2"],
    }
    assert "data/citing.yaml:8:15: cites L/6/1 in words, which stay as they are" in told
    assert "data/citing.yaml:13:25: cites L/6/1" in told
    assert told.count("cites") == 2
    assert "data/decisions.yaml:3:13: symbol L/6/1 becomes symbol L/6/2" in told
    assert "error" not in run("check").output
    assert "L/6/1 is L/6/2 already" not in told
    run("rename", "l-6-1", "L/6/2")
    assert snapshot() == after


def test_a_draft_becomes_a_decision(data: Path, run, snapshot) -> None:
    before = snapshot()
    told = run("rename", "draft-reeds", "L/6/3").output
    assert "the status of L/6/3 is still draft" in told
    new = changed(before, snapshot())
    assert new["citing.yaml"] == [
        "  - symbol: L/6/3   # the draft",
        "    formerly: [draft-reeds]",
        '      - "L/6/3 paragraph 1"',
        "    proposes: L/6/3",
        "      - decision: L/6/3",
    ]
    assert new["translations/fr/a.yaml"] == [
        "  - {symbol: L/6/3, title: Encore, operative: [Rappelle.]}"
    ]
    loaded = load(data, ("en", "fr"))
    assert not loaded.findings
    made = loaded.corpus.decisions["l-6-3"]
    assert (made.formerly, list(made.versions)) == (("draft-reeds",), ["en", "fr"])
    assert run("rename", "draft-reeds", "L/6/3").output == "draft-reeds is L/6/3 already\n"


def test_a_document_changes_with_what_gives_it_as_source(data: Path, run, snapshot) -> None:
    before = snapshot()
    run("rename", "L/6/INF/1", "L/6/INF/2")
    assert changed(before, snapshot())["citing.yaml"] == [
        "  - symbol: L/6/INF/2",
        "    formerly: [l-6-inf-1]",
        "    source: {document: L/6/INF/2}",
    ]


def test_nothing_is_written_by_a_check(data: Path, run, snapshot) -> None:
    before = snapshot()
    assert "becomes symbol L/6/2" in run("rename", "--check", "L/6/1", "L/6/2").output
    assert snapshot() == before


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("L/6/1", "L/5/7", '"L/5/7" is there already, in data/decisions.yaml:13'),
        ("L/6/1", "L/6/1", "is its name already"),
        ("L/6/1", "…", "makes an address that is taken, or none"),
        ("L/6/1", "L-5/7", 'would both have the address "l-5-7"'),
        ("L/6/1", "X/1", "is no symbol of lakes"),
        ("L/6/1", "L/5/1", "not of the meeting"),
        ("L/6/9", "L/6/2", 'there is no decision or document "L/6/9"'),
    ],
)
def test_what_cannot_be_is_refused(data: Path, run, snapshot, old, new, told) -> None:
    before = snapshot()
    assert told in run("rename", old, new, status=1).output
    assert snapshot() == before


def test_errors_that_were_there_before_do_not_stand_in_the_way(data: Path, run) -> None:
    path = data / "more.yaml"
    path.write_text("decisions:\n  - symbol: L/6/7\n    meeting: lakes-6\n    operative: [Says.]\n")
    assert '"L/6/7" has no title' in run("check", status=1).output
    run("rename", "L/6/7", "L/6/8")
    assert '"L/6/8" has no title' in run("check", status=1).output


def test_two_kinds_that_share_a_symbol(data: Path, run) -> None:
    path = data / "more.yaml"
    path.write_text(
        "decisions:\n  - symbol: L/6/1\n    kind: statement\n    title: A statement\n"
        "    meeting: lakes-6\n    formerly: [l-6-statement]\n    operative: [Says.]\n"
    )
    (data / "addresses.txt").unlink()
    assert "--kind resolution" in run("rename", "L/6/1", "L/6/2", status=1).output
    told = run("rename", "L/6/1", "L/6/2", "--kind", "statement").output
    assert "formerly resolution-l-6-1, its address until now" in told
    corpus = load(data, ("en", "fr")).corpus
    assert corpus.decisions["l-6-2"].formerly == ("l-6-statement", "statement-l-6-1")
    assert corpus.decisions["l-6-1"].formerly == ("resolution-l-6-1",)
    assert "recalls: ['L/6/1', L/5/7]" in (data / "citing.yaml").read_text()


def test_a_name_that_comes_back_leaves_the_former_ones(data: Path, run) -> None:
    run("rename", "L/6/1", "L/6/2")
    run("rename", "L/6/2", "L/6/1")
    assert load(data, ("en", "fr")).corpus.decisions["l-6-1"].formerly == ("l-6-2",)
    assert "error" not in run("check").output


def test_a_file_of_its_own_gets_the_new_name(data: Path, run) -> None:
    run("new", "decision", "--meeting", "lakes-6", "--symbol", "L/6/4", "--title", "Otters",
        "--into", "data/decisions")  # fmt: skip
    run("rename", "L/6/4", "L/6/5")
    assert [path.name for path in (data / "decisions").iterdir()] == ["l-6-5.yaml"]


def test_line_breaks_and_the_mark_stay(data: Path, run) -> None:
    path = data / "citing.yaml"
    windows = b"\xef\xbb\xbf" + CITING.encode().replace(b"\n", b"\r\n")
    path.write_bytes(windows)
    run("rename", "draft-reeds", "L/6/3")
    after = path.read_bytes()
    assert after.startswith(b"\xef\xbb\xbfdecisions:\r\n  - symbol: L/6/3   # the draft\r\n")
    assert after.count(b"\n") == after.count(b"\r\n") == windows.count(b"\n") + 1


def test_data_with_errors_are_not_renamed_in(data: Path, run) -> None:
    (data / "broken.yaml").write_text("decisions: [")
    assert "mend them first" in run("rename", "L/6/1", "L/6/2", status=1).output


def test_all_files_change_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two, gone = tmp_path / "one", tmp_path / "two", tmp_path / "gone"
    one.write_bytes(b"1")
    gone.write_bytes(b"3")
    output.put_all({one: b"new", two: b"new", gone: None})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "one": b"new",
        "two": b"new",
    }
    replace = Path.replace

    def full(self: Path, target: Path) -> Path:
        if target == two and self.read_bytes() == b"newer":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        output.put_all({one: b"newer", gone: b"newer", two: b"newer"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "one": b"new",
        "two": b"new",
    }
