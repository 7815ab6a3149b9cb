"""`acquis format`: files come into canonical form, or are told of, or are left alone."""

import os
from pathlib import Path

import pytest


def test_files_are_formatted_once(project: Path, run, snapshot) -> None:
    told = run("format", "--check", status=1).output
    assert "would change: data/decisions.yaml" in told
    before = snapshot()
    assert run("format", "--check", status=1).output == told
    assert snapshot() == before
    assert "formatted: data/meetings.yaml" in run("format").output
    after = snapshot()
    assert after != before
    assert "0 would change" in run("format", "--check").output
    run("check")
    run("format")
    assert snapshot() == after


def test_only_the_paths_named_are_formatted(project: Path, run, snapshot) -> None:
    before = snapshot()
    run("format", "data/meetings.yaml")
    after = snapshot()
    assert [name for name in after if after[name] != before[name]] == ["meetings.yaml"]
    (project / "note.txt").write_text("x")
    run("format", "note.txt", status=2)
    run("format", "nothing.yaml", status=2)


def test_a_file_with_an_error_is_told_and_the_others_go_on(project: Path, run) -> None:
    broken = project / "data" / "broken.yaml"
    broken.write_text("topics:\n  - {id: a, name: no}\n")
    told = run("format", status=1).output
    assert "data/broken.yaml:2:19: error[yaml-trap]" in told
    assert "{id: a, name: no}" in told
    assert broken.read_text() == "topics:\n  - {id: a, name: no}\n"
    assert "formatted: data/decisions.yaml" in told


def test_translations_are_read_as_such(project: Path, run) -> None:
    folder = project / "data" / "translations" / "fr"
    folder.mkdir(parents=True)
    (folder / "a.yaml").write_text("decisions: [{symbol: L/6/1, operative: [Décide;]}]\n")
    run("format")
    assert (folder / "a.yaml").read_text(encoding="utf-8") == (
        "decisions:\n  - symbol: L/6/1\n    operative:\n      - Décide;\n"
    )
    elsewhere = project / "other" / "translations" / "fr" / "a.yaml"
    elsewhere.parent.mkdir(parents=True)
    elsewhere.write_text("decisions: [{symbol: L/6/1, status: draft}]\n")
    assert "key-unknown" in run("format", "other", status=1).output


@pytest.mark.skipif(os.name == "nt", reason="links need a right on Windows")
def test_what_a_link_leads_to_is_written_not_the_link(project: Path, run) -> None:
    target = project / "data" / ".shelf" / "topics.yaml"
    target.parent.mkdir()
    target.write_text("topics: [{id: a, name: A}]")
    link = project / "data" / "topics.yaml"
    link.symlink_to(target)
    outside = project / "outside.yaml"
    outside.write_text("topics: []\n#")
    (project / "data" / "out.yaml").symlink_to(outside)
    assert "file-outside" in run("format", status=1).output
    assert link.is_symlink()
    assert target.read_text() == "topics:\n  - id: a\n    name: A\n"
    assert outside.read_text() == "topics: []\n#"
