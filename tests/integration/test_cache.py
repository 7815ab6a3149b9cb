"""A build in which nothing changed has nothing to do; one in which anything did is whole."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from editor import Editor
from mkdocs.commands.build import build
from mkdocs.config import load_config

GOLDEN = Path(__file__).parents[1] / "golden" / "site" / "project"


class Project:
    """A copy of the small corpus that uses every feature."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(GOLDEN, root, dirs_exist_ok=True)
        self.site = root / "site"
        self.cache = root / ".cache" / "acquis" / "site.json"

    def build(self, **options: object) -> bool:
        """Build; whether the pages were made."""
        before = self.cache.stat().st_ino if self.cache.exists() else 0
        place = self.site.stat().st_ino if self.site.exists() else 0
        config = load_config(str(self.root / "mkdocs.yml"), **options)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
        made = self.site.stat().st_ino != place
        if made:
            assert self.cache.stat().st_ino != before
        return made

    def edit(self, path: str, old: str, new: str) -> None:
        """Edit a file, once."""
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def state(self) -> dict[str, tuple[bytes, int]]:
        """The bytes and the time of each file of the site."""
        files = (path for path in self.site.rglob("*") if path.is_file())
        return {
            path.relative_to(self.site).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
            for path in files
        }


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_where_nothing_changed_nothing_is_made(project: Project) -> None:
    assert project.build()
    before = project.state()
    assert not project.build()
    assert project.state() == before
    assert not list(project.root.glob(".site.acquis-*"))


def test_findings_are_told_again(project: Project, caplog: pytest.LogCaptureFixture) -> None:
    project.build()
    told = [record.message for record in caplog.records if "acquis" in record.name]
    caplog.clear()
    assert not project.build()
    again = [record.message for record in caplog.records if "acquis" in record.name]
    assert [one for one in told if "warning[" in one]
    assert [one for one in again if "warning[" in one] == [one for one in told if "warning[" in one]


def test_strict_mode_refuses_what_it_refused_before(project: Project) -> None:
    project.build()
    with pytest.raises(SystemExit):
        project.build(strict=True)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("data/decisions.yaml", "keep the buoy", "keep the beacon"),
        ("docs/index.md", "# ", "# The "),
        ("mkdocs.yml", "site_name: Harbours", "site_name: Ports"),
        ("mkdocs.yml", "languages: [en, fr, ar]", "languages: [en, ar]"),
    ],
)
def test_what_changed_is_made(project: Project, path: str, old: str, new: str) -> None:
    project.build()
    project.edit(path, old, new)
    assert project.build()
    made = project.state()
    shutil.rmtree(project.site)
    shutil.rmtree(project.cache.parent)
    project.build()
    assert {name: content for name, (content, _) in project.state().items()} == {
        name: content for name, (content, _) in made.items()
    }


def test_a_new_template_is_seen(project: Project) -> None:
    project.build()
    (project.root / "templates").mkdir()
    shutil.copy(GOLDEN.parents[3] / "templates" / "activities.html.j2", project.root / "templates")
    with (project.root / "templates" / "activities.html.j2").open("a") as file:
        file.write("<p>Ours</p>")
    assert project.build()
    assert "<p>Ours</p>" in (project.site / "activities" / "index.html").read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="its files have no time of the last change")
def test_an_edit_that_keeps_size_and_time_is_seen(project: Project) -> None:
    project.build()
    time.sleep(0.01)
    file = project.root / "data" / "decisions.yaml"
    status = file.stat()
    project.edit("data/decisions.yaml", "keep the buoy", "keep the bouy")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert project.build()
    assert "keep the bouy" in (project.site / "decisions/hc-1-1/index.html").read_text("utf-8")


def remove(project: Project) -> None:
    (project.site / "decisions" / "index.html").unlink()


def change(project: Project) -> None:
    (project.site / "decisions" / "index.html").write_bytes(b"")


def add(project: Project) -> None:
    (project.site / "stray.html").write_bytes(b"")


def garble(project: Project) -> None:
    project.cache.write_bytes(project.cache.read_bytes()[:-100])


def another_build(project: Project) -> None:
    file = project.cache.with_name("made.json")
    file.write_text(file.read_text(encoding="utf-8").replace('"mark": "', '"mark": "0'))


def garble_what_was_made(project: Project) -> None:
    file = project.cache.with_name("made.json")
    file.write_bytes(file.read_bytes()[:-100])


def garble_the_data(project: Project) -> None:
    project.cache.with_name("data.zip").write_bytes(b"PK")


@pytest.mark.parametrize("harm", [another_build, garble_what_was_made, garble_the_data])
def test_without_what_was_read_everything_is_made(
    project: Project, harm: Callable[[Project], None]
) -> None:
    project.build()
    places = {path: path.stat().st_ino for path in project.site.rglob("*.html")}
    harm(project)
    project.edit("data/decisions.yaml", "keep the buoy", "keep the beacon")
    assert project.build()
    assert not any(path.stat().st_ino == ino for path, ino in places.items() if path.exists())
    assert "keep the beacon" in (project.site / "decisions/hc-1-1/index.html").read_text("utf-8")


def another_version(project: Project) -> None:
    made = json.loads(project.cache.read_bytes())
    project.cache.write_text(json.dumps(made | {"form": -1}))


def without_findings(project: Project) -> None:
    made = json.loads(project.cache.read_bytes())
    del made["findings"]
    project.cache.write_text(json.dumps(made))


def delete(project: Project) -> None:
    shutil.rmtree(project.cache.parent)


@pytest.mark.parametrize(
    "harm", [remove, change, add, garble, another_version, without_findings, delete]
)
def test_what_does_not_fit_is_not_trusted(
    project: Project, harm: Callable[[Project], None]
) -> None:
    project.build()
    before = {name: content for name, (content, _) in project.state().items()}
    harm(project)
    assert project.build()
    assert {name: content for name, (content, _) in project.state().items()} == before
    assert not project.build()


def test_where_nothing_can_be_kept_the_site_is_made_all_the_same(project: Project) -> None:
    (project.root / ".cache").write_text("a file is in the way")
    place = project.site
    config = load_config(str(project.root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    assert (place / "decisions" / "hc-1-1" / "index.html").is_file()


def test_with_another_plugin_everything_is_made(project: Project) -> None:
    project.build()
    assert not project.build()
    text = (project.root / "mkdocs.yml").read_text(encoding="utf-8")
    with_search = text.replace("plugins:\n", "plugins:\n  - search\n")
    (project.root / "mkdocs.yml").write_text(with_search, encoding="utf-8")
    before = project.cache.stat().st_ino
    config = load_config(str(project.root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    assert project.cache.stat().st_ino == before


@pytest.mark.parametrize("seed", range(10, 12))
def test_after_an_edit_the_site_is_what_a_fresh_build_makes(
    project: Project, seed: int, request: pytest.FixtureRequest
) -> None:
    """Whatever was taken from the last build, nothing else is in the site."""
    project.build()
    steps = 60 if request.config.getoption("--corpus") else 8
    editor = Editor(project.root / "data", seed)
    done = []
    taken = 0
    for _ in range(steps):
        data = {path: path.read_bytes() for path in (project.root / "data").rglob("*.yaml")}
        places = {path: path.stat().st_ino for path in project.site.rglob("*.html")}
        editor.edit()
        done.append(editor.did)
        try:
            project.build()
        except SystemExit:  # the last good site stands; the edit is taken back
            for path, content in data.items():
                path.write_bytes(content)
            assert not project.build()
            continue
        taken += sum(path.exists() and path.stat().st_ino == ino for path, ino in places.items())
        made = project.state()
        away = project.root / "away"
        project.site.rename(away)
        project.cache.parent.rename(project.root / "cache-away")
        project.build()
        fresh = project.state()
        assert {name: one for name, (one, _) in made.items()} == {
            name: one for name, (one, _) in fresh.items()
        }, done
        shutil.rmtree(project.site)
        shutil.rmtree(project.cache.parent)
        away.rename(project.site)
        (project.root / "cache-away").rename(project.cache.parent)
    assert taken > 20 * steps
