import json
from pathlib import Path

import pytest


@pytest.fixture
def source(project, akn):
    """Puts an Akoma Ntoso file with the given values into the project's folder."""

    def made(name: str = "a.xml", **values: str) -> Path:
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(akn(**values))
        return path

    return made


def test_a_file_becomes_a_decision_and_its_meeting(run, source, snapshot) -> None:
    before = snapshot()
    source()
    result = run("import", "a.xml")
    after = snapshot()
    assert after.keys() - before.keys() == {"decisions/l-7-12.yaml", "meetings/lakes-7.yaml"}
    assert {name: after[name] for name in before} == before
    assert after["meetings/lakes-7.yaml"] == (
        b"meetings:\n  - id: lakes-7\n    name: Seventh session\n    bodies:\n      - lakes\n"
    )
    found = "1 preambular paragraph, 2 operative paragraphs"
    assert result.stdout.splitlines() == [
        f"a.xml: written: data/decisions/l-7-12.yaml ({found})",
        "  made: data/meetings/lakes-7.yaml",
        f"1 file: 1 written; {found}; nothing left over",
    ]
    assert "error[" not in run("check").stdout
    shown = run("show", "L/7/12").stdout
    assert "adopted 2031-05-04" in shown
    assert "1.  Decides to count them;" in shown


def test_the_default_language_is_not_written_another_is(run, source, snapshot) -> None:
    source()
    source("b.xml", symbol="L/7/13", language="fra")
    run("import", "a.xml", "b.xml")
    files = snapshot()
    assert b"language:" not in files["decisions/l-7-12.yaml"]
    assert b"language: fr\n" in files["decisions/l-7-13.yaml"]


def test_a_second_import_changes_nothing(run, source, snapshot, project) -> None:
    source()
    run("import", "a.xml")
    first = snapshot()
    written = (project / "data/decisions/l-7-12.yaml").stat().st_mtime_ns
    result = run("import", "a.xml")
    assert "a.xml: unchanged: data/decisions/l-7-12.yaml" in result.stdout
    assert "made:" not in result.stdout
    assert snapshot() == first
    assert (project / "data/decisions/l-7-12.yaml").stat().st_mtime_ns == written


def test_an_edit_is_lost_only_when_that_is_asked_for(run, source, snapshot, project) -> None:
    source()
    run("import", "a.xml")
    first = snapshot()
    edited = project / "data/decisions/l-7-12.yaml"
    edited.write_bytes(edited.read_bytes().replace(b"Reeds", b"Rushes"))
    meeting = project / "data/meetings/lakes-7.yaml"
    meeting.write_bytes(meeting.read_bytes().replace(b"Seventh session", b"Session 7"))
    result = run("import", "a.xml", status=1)
    assert "data/decisions/l-7-12.yaml is there and differs" in result.stdout
    assert "--replace" in result.stdout
    assert b"Rushes" in edited.read_bytes()
    result = run("import", "a.xml", "--replace")
    assert "a.xml: replaced:" in result.stdout
    assert edited.read_bytes() == first["decisions/l-7-12.yaml"]
    assert b"Session 7" in meeting.read_bytes()


def test_folders_are_searched_and_each_file_is_taken_once(run, source, project) -> None:
    source("in/a.xml")
    source("in/deep/b.XML", symbol="L/7/13")
    source("in/c.akn", symbol="L/7/14")
    (project / "in/readme.txt").write_text("nothing")
    (project / "in/folder.xml").mkdir()
    result = run("import", "in", "in/a.xml")
    assert result.stdout.splitlines()[-1].startswith("3 files: 3 written; ")
    (project / "empty").mkdir()
    assert "0 files: nothing to do" in run("import", "empty").stdout


def test_another_place(run, source, snapshot, project) -> None:
    source()
    run("import", "a.xml", "--into", "data/session-7")
    assert "session-7/l-7-12.yaml" in snapshot()
    (project / "file").write_text("")
    run("import", "a.xml", "--into", "file", status=2)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no Akoma Ntoso"),
        (b"PK\x03\x04", "no Akoma Ntoso"),
        (b"<html/>", "no Akoma Ntoso"),
        (b"<akomaNtoso", "not well-formed XML"),
        (b'<!DOCTYPE x [<!ENTITY y "z">]><akomaNtoso>&y;</akomaNtoso>', "x.xml"),
        (b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>', "no text"),
        (b"<akomaNtoso>" + b"<a>" * 5000, "x.xml"),
        (b"\xff\xfe akomaNtoso", "x.xml"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_others_go_on(
    run, source, snapshot, project, content, told
) -> None:
    (project / "x.xml").write_bytes(content)
    source("z.xml")
    result = run("import", "x.xml", "missing.xml", "z.xml", status=1)
    broken, missing, good, *_ = result.stdout.splitlines()
    assert broken.startswith("x.xml")
    assert "error: " in broken
    assert told in broken
    assert missing == "missing.xml: error: missing.xml: No such file or directory"
    assert good.startswith("z.xml: written:")
    assert str(project) not in result.output
    assert set(snapshot()) >= {"decisions/l-7-12.yaml"}
    assert not [name for name in snapshot() if "/." in name]


def test_a_text_without_a_usable_symbol(run, source, snapshot) -> None:
    before = snapshot()
    source("a.xml", symbol="")
    source("b.xml", symbol="L/7/" + "9" * 120)
    result = run("import", "a.xml", "b.xml", status=1)
    assert "does not give the symbol" in result.stdout
    assert "longer than 100 characters" in result.stdout
    assert snapshot() == before


def test_a_symbol_of_no_known_body_is_taken_without_a_meeting(run, source, snapshot) -> None:
    source(symbol="../../X 7")
    result = run("import", "a.xml")
    assert "no body's pattern" in result.stdout
    assert "decisions/x-7.yaml" in snapshot()
    assert b"meeting:" not in snapshot()["decisions/x-7.yaml"]


def test_one_text_twice(run, source) -> None:
    source()
    source("b.xml", title="Rushes")
    result = run("import", "a.xml", "b.xml", status=1)
    assert 'b.xml: error: "L/7/12" was just read from a.xml' in result.stdout


def test_a_decision_that_stands_elsewhere_in_the_data(run, source, snapshot) -> None:
    before = snapshot()
    source(symbol="L/6/1")
    result = run("import", "a.xml", "--replace", status=1)
    assert '"L/6/1" is there already, in data/decisions.yaml:3' in result.stdout
    assert snapshot() == before


def test_another_language_of_what_is_held(run, source, snapshot) -> None:
    source()
    run("import", "a.xml")
    before = snapshot()
    source(language="fra")
    result = run("import", "a.xml", "--replace", status=1)
    assert "translations/fr/" in result.stdout
    assert snapshot() == before


def test_only_one_language(run, source, snapshot) -> None:
    source()
    source("b.xml", symbol="L/7/13", language="fra")
    result = run("import", "a.xml", "b.xml", "--language", "en", status=1)
    assert 'b.xml: error: its text is in "fr", not in "en"' in result.stdout
    assert "decisions/l-7-12.yaml" in snapshot()


def test_what_found_no_place_is_told_with_its_position(run, source, project) -> None:
    source(rest="Something else \x9b\u202e")
    source("b.xml", symbol="L/7/13")
    (project / "x.xml").write_text("<akomaNtoso")
    result = run("import", "a.xml", "b.xml", "x.xml", "--report", "out/report.json", status=1)
    assert 'a.xml:12:1: left over: "Something else' in result.stdout
    assert "\x9b" not in result.stdout
    assert "\u202e" not in result.stdout
    report = json.loads((project / "out/report.json").read_bytes())
    first, second, third = report["files"]
    assert first["result"] == "written"
    assert first["file"] == "data/decisions/l-7-12.yaml"
    assert first["made"] == ["data/meetings/lakes-7.yaml"]
    assert first["leftover"][0]["line"] == 12
    assert "Something else" in first["leftover"][0]["text"]
    assert first["counts"]["operative"] == 2
    assert second["leftover"] == []
    assert second["made"] == []
    assert (third["result"], third["file"], third["line"]) == ("failed", None, 1)
    assert report["totals"]["written"] == 2
    assert report["totals"]["failed"] == 1
    assert report["totals"]["leftover"] == 1
    assert report["totals"]["counts"]["operative"] == 4


def test_nothing_is_half_written(run, source, snapshot, monkeypatch) -> None:
    source()
    before = snapshot()

    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    result = run("import", "a.xml", status=1)
    assert "a.xml: error: data/meetings/lakes-7.yaml: Permission denied" in result.stdout
    assert snapshot() == before


def test_broken_data_are_told_of_and_imported_into(run, source, project) -> None:
    (project / "data" / "more.yaml").write_text("decisions: [")
    source()
    result = run("import", "a.xml")
    assert "1 error" in result.stderr
    assert "written" in result.stdout


def test_wrong_usage(run, project) -> None:
    run("import", status=2)
    run("import", "--oops", "a.xml", status=2)
