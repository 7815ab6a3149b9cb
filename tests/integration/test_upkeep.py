"""The preview after an edit: only what depends on it is made, as a whole build makes it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from editor import Editor
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from acquis.site.plugin import AcquisPlugin
from acquis.site.preview import Preview

GOLDEN = Path(__file__).parents[1] / "golden" / "site" / "project"
ADDRESS = "http://127.0.0.1:8000/sub/"


class Site:
    """A preview of the small corpus that uses every feature, asked for a build by hand."""

    def __init__(self, root: Path) -> None:
        self.root = root / "project"
        shutil.copytree(GOLDEN, self.root)
        self.folder = root / "site"
        self.other = root / "other"
        self.whole = 0
        self._make(self.folder, startup=True)
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.folder))
        found = config.plugins["acquis"]
        assert isinstance(found, AcquisPlugin)
        self.plugin = found
        assert self.plugin._preview is not None
        self.server = LiveReloadServer(self._whole, "127.0.0.1", 8000, str(self.folder), "/sub/")
        self.plugin._preview.keep_serving(self.server, self.plugin._update)

    def _whole(self) -> None:
        self.whole += 1
        self._make(self.folder)

    def _make(self, folder: Path, *, startup: bool = False) -> None:
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(folder))
        if startup:
            config.plugins.on_startup(command="serve", dirty=False)
        config.site_url = ADDRESS
        build(config, serve_url=ADDRESS)

    def noticed(self) -> None:
        """The server notices that files changed."""
        self.server.builder()
        preview = self.plugin._preview
        if preview is not None and preview._upkeep is not None and preview._upkeep.pending:
            self.server.builder()  # what can wait is done when the server asks once more

    def differing(self) -> list[str]:
        """The files that are not as in a preview that begins now."""
        kept, self.plugin._preview = self.plugin._preview, Preview()
        try:
            self._make(self.other)
        finally:
            self.plugin._preview = kept
        made, expected = contents(self.folder), contents(self.other)
        return [path for path in {**made, **expected} if made.get(path) != expected.get(path)]


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of all files of a folder, by path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    made = Site(tmp_path)
    yield made
    made.server.server_close()
    made.plugin._preview = None
    made.plugin.on_shutdown()


@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_up_is_what_a_whole_build_makes(
    site: Site, seed: int, request: pytest.FixtureRequest
) -> None:
    steps = 60 if request.config.getoption("--corpus") else 12
    editor = Editor(site.root / "data", seed)
    done = []
    whole = site.whole
    for _ in range(steps):
        good = contents(site.root / "data")
        editor.edit()
        done.append(editor.did)
        whole += "actors.yaml" in editor.did  # of actors, pages know no single one
        site.noticed()
        assert site.plugin._preview is not None
        last = site.plugin._preview._last
        assert last is not None
        if last.broken:  # the last good site stands; the edit is taken back
            for path, content in good.items():
                (site.root / "data" / path).write_bytes(content)
            site.noticed()
        assert site.differing() == [], done
        assert site.whole == whole, ("the whole site was made again", done)


def test_a_change_of_something_else_makes_the_whole_site_again(site: Site) -> None:
    for path, old, new in (
        ("docs/index.md", "# ", "# The "),
        ("data/meetings.yaml", "name: Tenth", "name: The tenth"),
        ("data/actors.yaml", "name: Parties", "name: The Parties"),
        ("mkdocs.yml", "site_name: ", "site_name: The "),
    ):
        before = site.whole
        file = site.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        site.noticed()
        assert site.whole == before + 1, path
        assert site.differing() == [], path


def test_where_nothing_changed_no_page_is_loaded_again(site: Site) -> None:
    site.server._wanted_epoch += 5
    file = site.root / "data" / "decisions.yaml"
    file.write_bytes(file.read_bytes())
    site.noticed()
    assert site.server._wanted_epoch == site.server._visible_epoch
    assert site.whole == 0


def test_an_edit_makes_no_more_than_depends_on_it(site: Site) -> None:
    before = {path: (site.folder / path).stat().st_ino for path in contents(site.folder)}
    file = site.root / "data" / "decisions.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count("Decides to keep the buoy;") == 1
    file.write_text(
        text.replace("Decides to keep the buoy;", "Decides to keep the beacon;"), encoding="utf-8"
    )
    site.noticed()
    now = {path: (site.folder / path).stat().st_ino for path in contents(site.folder)}
    assert site.whole == 0
    changed = {path for path in now if now[path] != before.get(path) and "/search/" not in path}
    assert "decisions/hc-1-1/index.html" in changed
    pages = {path.split("/")[-2] for path in changed if path.endswith("index.html")}
    assert pages <= {"hc-1-1", "parallel", "all", "openings"}, pages


def test_an_edit_while_something_waits_loads_the_page_again(site: Site) -> None:
    file = site.root / "data" / "decisions.yaml"
    for word in ("beacon", "lantern"):
        text = file.read_text(encoding="utf-8")
        new = re.sub("Decides to keep the [a-z]+;", f"Decides to keep the {word};", text)
        file.write_text(new, encoding="utf-8")
        site.server.builder()
        assert site.server._wanted_epoch >= site.server._visible_epoch
        preview = site.plugin._preview
        assert preview is not None
        assert preview._upkeep is not None
        assert preview._upkeep.pending
    assert site.server._wanted_epoch > site.server._visible_epoch
    site.server._visible_epoch = site.server._wanted_epoch
    site.server.builder()
    assert site.server._wanted_epoch == site.server._visible_epoch
    assert not preview._upkeep.pending
    assert site.differing() == []
