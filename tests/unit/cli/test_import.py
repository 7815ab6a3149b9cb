import json
import re
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
    made = {"decisions/l-7-12.yaml", "meetings/lakes-7.yaml", "imports.txt"}
    assert after.keys() - before.keys() == made
    assert {name: after[name] for name in before} == before
    assert after["meetings/lakes-7.yaml"] == (
        b"meetings:\n  - id: lakes-7\n    name: Seventh session\n    bodies: [lakes]\n"
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
    kept = snapshot()
    result = run("import", "a.xml")
    assert "a.xml: kept: data/decisions/l-7-12.yaml" in result.stdout
    assert "was edited since it was imported" in result.stdout
    assert "--replace" in result.stdout
    assert snapshot() == kept
    source(title="Sedge")  # another source now
    result = run("import", "a.xml", status=1)
    assert "the source is another now" in result.stdout
    assert "--replace" in result.stdout
    assert snapshot() == kept
    source()
    result = run("import", "a.xml", "--replace")
    assert "a.xml: replaced:" in result.stdout
    assert edited.read_bytes() == first["decisions/l-7-12.yaml"]
    assert b"Session 7" in meeting.read_bytes()
    assert snapshot()["imports.txt"] == first["imports.txt"]


def test_a_record_that_nobody_edited_follows_its_source(run, source, snapshot) -> None:
    source()
    run("import", "a.xml")
    source(title="Sedge")
    assert "a.xml: renewed: data/decisions/l-7-12.yaml" in run("import", "a.xml").stdout
    assert b"title: Sedge\n" in snapshot()["decisions/l-7-12.yaml"]
    renewed = snapshot()
    assert "a.xml: unchanged:" in run("import", "a.xml").stdout
    assert snapshot() == renewed


def test_a_record_that_was_never_imported_counts_as_edited(run, source, snapshot, project) -> None:
    source()
    run("import", "a.xml")
    (project / "data/imports.txt").write_text("<<<<<<< a conflict\n", encoding="utf-8")
    assert "a.xml: unchanged:" in run("import", "a.xml").stdout  # and known again
    (project / "data/imports.txt").unlink()
    source(title="Sedge")
    result = run("import", "a.xml", status=1)
    assert "data/decisions/l-7-12.yaml is there, and it differs" in result.stdout
    assert b"Reeds" in snapshot()["decisions/l-7-12.yaml"]


def test_what_stands_around_a_record_survives_its_renewal(run, source, snapshot, project) -> None:
    source()
    run("import", "a.xml")
    file = project / "data/decisions/l-7-12.yaml"
    file.write_bytes(b"# proofread by N.\n" + file.read_bytes() + b"\n# and again\n")
    source(title="Sedge")
    assert "renewed" in run("import", "a.xml").stdout
    content = snapshot()["decisions/l-7-12.yaml"]
    assert content.startswith(b"# proofread by N.\ndecisions:\n  - symbol: L/7/12\n")
    assert content.endswith(b"\n\n# and again\n")


def test_lines_that_end_as_in_windows_are_no_edit(run, source, snapshot, project) -> None:
    source()
    run("import", "a.xml")
    file = project / "data/decisions/l-7-12.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert "unchanged" in run("import", "a.xml").stdout
    source(title="Sedge")
    assert "renewed" in run("import", "a.xml").stdout
    content = snapshot()["decisions/l-7-12.yaml"]
    assert content.count(b"\n") == content.count(b"\r\n")


def test_folders_are_searched_and_each_file_is_taken_once(run, source, project) -> None:
    source("in/a.xml")
    source("in/deep/b.XML", symbol="L/7/13")
    source("in/c.akn", symbol="L/7/14")
    (project / "in/readme.md").write_text("nothing")
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
        (b"", "the file is empty"),
        (b"PK\x03\x04", "cut off or damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word before 2007"),
        (b"%PDF-1.7", "a PDF file"),
        (b"{\\rtf1 x}", "Rich Text Format"),
        (b"<html/>", "no Akoma Ntoso"),
        (b"<?xml version='1.0'?><x/>", "no Akoma Ntoso"),
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


FRENCH = {"language": "fra", "title": "Roseaux"}


def test_another_language_of_what_is_held(run, source, snapshot, project) -> None:
    source()
    source("b.xml", **FRENCH)
    result = run("import", "a.xml", "b.xml")
    assert "b.xml: written: data/translations/fr/l-7-12.yaml" in result.stdout
    text = snapshot()["translations/fr/l-7-12.yaml"]
    assert text.startswith(b"decisions:\n  - symbol: L/7/12\n    title: Roseaux\n")
    assert b"adopted" not in text
    assert b"source" not in text
    first = snapshot()
    assert "2 unchanged" in run("import", "a.xml", "b.xml").stdout
    assert snapshot() == first
    file = project / "data/translations/fr/l-7-12.yaml"
    file.write_bytes(file.read_bytes().replace(b"Roseaux", b"Les roseaux"))
    assert "b.xml: kept:" in run("import", "b.xml").stdout
    assert b"Les roseaux" in file.read_bytes()


def test_a_meeting_is_named_in_every_language_that_is_read(run, akn, snapshot, project) -> None:
    (project / "a.xml").write_bytes(akn())
    french = akn(**FRENCH).replace(b"Seventh session", "Septième session".encode())
    (project / "b.xml").write_bytes(french)
    run("import", "b.xml", "a.xml")
    made = snapshot()["meetings/lakes-7.yaml"].decode()
    assert "name:\n      en: Seventh session\n      fr: Septième session\n" in made
    (project / "data/meetings/lakes-7.yaml").write_bytes(made.replace("Seventh", "7th").encode())
    run("import", "a.xml", "b.xml", "--replace")
    assert b"en: 7th session" in snapshot()["meetings/lakes-7.yaml"]


def test_the_original_is_read_before_its_translations(run, source, snapshot) -> None:
    source("a.xml", **FRENCH)
    source("b.xml")
    run("import", "a.xml", "b.xml")
    assert b"title: Reeds" in snapshot()["decisions/l-7-12.yaml"]
    assert b"title: Roseaux" in snapshot()["translations/fr/l-7-12.yaml"]


def test_an_original_that_comes_later_takes_its_place(run, source, snapshot) -> None:
    source("a.xml", **FRENCH)
    source("b.xml")
    run("import", "a.xml")
    assert b"language: fr" in snapshot()["decisions/l-7-12.yaml"]
    result = run("import", "b.xml")
    assert "went to data/translations/fr/l-7-12.yaml" in result.stdout
    later = snapshot()
    run("import", "a.xml", "b.xml")
    assert snapshot() == later
    assert b"title: Roseaux" in later["translations/fr/l-7-12.yaml"]
    assert b"Roseaux" not in later["decisions/l-7-12.yaml"]
    assert b"adopted" not in later["translations/fr/l-7-12.yaml"]
    assert b"title: Reeds" in later["decisions/l-7-12.yaml"]
    assert "error[" not in run("check").stdout


def test_an_edited_translation_does_not_make_room(run, source, snapshot, project) -> None:
    source("a.xml", **FRENCH)
    source("b.xml")
    run("import", "a.xml")
    file = project / "data/decisions/l-7-12.yaml"
    file.write_bytes(file.read_bytes().replace(b"Roseaux", b"Joncs"))
    before = snapshot()
    for arguments in (("b.xml",), ("b.xml", "--replace")):
        result = run("import", *arguments, status=1)
        assert "data/decisions/l-7-12.yaml" in result.stdout
    assert snapshot() == before


def test_the_same_file_twice_is_told_and_no_fault(run, source) -> None:
    source("a.xml")
    source("b.xml")
    result = run("import", "a.xml", "b.xml")
    assert "b.xml: repeated: L/7/12\n  the same file as a.xml" in result.stdout


LIST = """\
# the list of the lakes
meetings:   # first
  - {id: lakes-6, name: Sixth}
decisions:
# the sixth
- symbol: L/6/1   # the first
  title:   "Old"
  operative: [One., Two.]

# the end of the sixth
topics:
  - id: water
    name: Water
"""


def test_a_yaml_file_takes_records_into_its_list(run, source, snapshot, project) -> None:
    for name in ("decisions", "meetings"):
        (project / "data" / f"{name}.yaml").unlink()
    file = project / "data" / "all.yaml"
    file.write_text(LIST.replace("name: Sixth", "name: Sixth, bodies: [lakes]"), encoding="utf-8")
    source()
    source("b.xml", symbol="L/7/13")
    before = file.read_text(encoding="utf-8")
    result = run("import", "a.xml", "b.xml", "--into", "data/all.yaml")
    assert "a.xml: written: data/all.yaml" in result.stdout
    after = file.read_text(encoding="utf-8")
    head, _, tail = before.partition("\n\n# the end")
    assert after.startswith(f"{head}\n- symbol: L/7/12\n  title: Reeds\n")
    assert after.endswith(f"\n\n# the end{tail}")
    assert "error[" not in run("check").stdout
    first = snapshot()
    assert "2 unchanged" in run("import", "a.xml", "b.xml", "--into", "data/all.yaml").stdout
    assert snapshot() == first
    source(title="Sedge")
    assert "a.xml: renewed" in run("import", "a.xml", "--into", "data/all.yaml").stdout
    assert file.read_text(encoding="utf-8") == after.replace(
        "  title: Reeds\n", "  title: Sedge\n", 1
    ).replace(*hashes(after, file.read_text(encoding="utf-8")))
    file.write_text(file.read_text(encoding="utf-8").replace("Sedge", "Rushes"), encoding="utf-8")
    assert "a.xml: kept" in run("import", "a.xml", "--into", "data/all.yaml").stdout


def hashes(before: str, after: str) -> tuple[str, str]:
    """The hash of a source that changed, before and after."""
    one, other = (re.search(r"sha256: (\w+)", text) for text in (before, after))
    assert one is not None
    assert other is not None
    return one[1], other[1]


@pytest.mark.parametrize(
    "content", ["decisions: []\n", "decisions: [", "- one\n", "decisions: {a: b}\n", "a: &b c\n"]
)
def test_a_file_that_can_take_no_record_stays_as_it_is(
    run, source, snapshot, project, content
) -> None:
    file = project / "data" / "list.yaml"
    file.write_text(content, encoding="utf-8")
    source()
    before = snapshot()
    result = run("import", "a.xml", "--into", "data/list.yaml", status=1)
    assert "error: data/list.yaml" in result.stdout
    assert snapshot() == before


def test_a_new_or_empty_yaml_file_is_filled(run, source, snapshot, project) -> None:
    source()
    source("b.xml", symbol="L/7/13")
    (project / "data/two.yaml").write_text("# nothing yet\ndecisions:\n", encoding="utf-8")
    run("import", "a.xml", "--into", "data/one.yaml")
    run("import", "b.xml", "--into", "data/two.yaml")
    files = snapshot()
    assert files["one.yaml"].startswith(b"decisions:\n  - symbol: L/7/12\n")
    assert files["two.yaml"].startswith(b"# nothing yet\ndecisions:\n  - symbol: L/7/13\n")
    assert "error[" not in run("check").stdout


def test_translations_find_their_place_by_themselves(run, source) -> None:
    source()
    result = run("import", "a.xml", "--into", "data/translations/fr", status=2)
    assert "leave --into out" in result.output


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
    one, two, three = report["sources"]
    first, second = one["records"][0], two["records"][0]
    assert first["result"] == "written"
    assert first["file"] == "data/decisions/l-7-12.yaml"
    assert first["made"] == ["data/meetings/lakes-7.yaml"]
    assert first["leftover"][0]["line"] == 12
    assert "Something else" in first["leftover"][0]["text"]
    assert one["counts"]["operative"] == first["counts"]["operative"] == 2
    assert second["leftover"] == []
    assert second["made"] == []
    assert (three["records"], three["line"]) == ([], 1)
    assert "not well-formed" in three["message"]
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


REPORT = """\
Report of the Council of Lakes

Resolution L/7/15
Reeds

The Council of Lakes,

Noting the reeds,

1. Decides to count them;

2. Requests a report.

Resolution L/7/16
Rushes

The Council of Lakes,

Noting the rushes,

1. Decides to cut them.
"""


def test_a_report_in_plain_text_becomes_several_records(run, snapshot, project) -> None:
    (project / "r.txt").write_text(REPORT.replace("\n", "\r\n"), encoding="utf-8")
    before = snapshot()
    result = run("import", "r.txt", "--report", "r.json")
    made = snapshot().keys() - before.keys()
    assert {"decisions/l-7-15.yaml", "decisions/l-7-16.yaml", "meetings/lakes-7.yaml"} <= made
    assert "2 written" in result.stdout
    report = json.loads((project / "r.json").read_bytes())
    assert [one["symbol"] for one in report["sources"][0]["records"]] == ["L/7/15", "L/7/16"]
    assert report["sources"][0]["counts"]["operative"] == 3
    first = snapshot()
    assert "2 unchanged" in run("import", "r.txt").stdout
    assert snapshot() == first
    assert "error[" not in run("check").stdout


def test_what_is_imported_can_be_exported_and_stays_the_same(
    run, source, snapshot, project
) -> None:
    source()
    source("b.xml", **FRENCH)
    run("import", "a.xml", "b.xml")
    exported = run("export", "json").stdout
    assert '"Roseaux"' in exported
    run("import", "a.xml", "b.xml")
    assert run("export", "json").stdout == exported


def test_wrong_usage(run, project) -> None:
    run("import", status=2)
    run("import", "--oops", "a.xml", status=2)
