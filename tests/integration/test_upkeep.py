"""The preview after an edit: only what depends on it is made, as a whole build makes it."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from acquis.site.plugin import AcquisPlugin
from acquis.site.preview import Preview

GOLDEN = Path(__file__).parents[1] / "golden" / "site" / "project"
ADDRESS = "http://127.0.0.1:8000/sub/"
ADDED = """  - symbol: {symbol}
    title: {title}
    meeting: harbour-cop-1
    adopted: 2020-03-06
    relations:
      recalls: [HC-1/1]
    operative:
      - "*Recalls* paragraph 1 of decision HC-1/1;"
      - "*Decides* to keep the {title};"
"""


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


class Editor:
    """Makes a random edit; what it did is told in `did`."""

    def __init__(self, data: Path, seed: int) -> None:
        self.data = data
        self.random = random.Random(seed)
        self.added = 0
        self.did = ""

    def edit(self) -> None:
        """One edit of a kind that is chosen by chance."""
        kinds: list[Callable[[], str]] = [self._word] * 8 + [
            self._title,
            self._citation,
            self._citation,
            self._date,
            self._add,
            self._add,
            self._rename,
            self._remove,
            self._comment,
            self._break,
        ]
        self.did = self.random.choice(kinds)()

    def _file(self, *names: str) -> Path:
        files = sorted(path for path in self.data.rglob("*.yaml") if path.name in names)
        return self.random.choice(files)

    def _replace(self, path: Path, pattern: str, new: Callable[[re.Match[str]], str]) -> str:
        text = path.read_text(encoding="utf-8")
        found = list(re.finditer(pattern, text, re.MULTILINE))
        if not found:
            return "nothing"
        one = self.random.choice(found)
        replaced = one.expand(r"\g<0>") and new(one)
        path.write_text(text[: one.start()] + replaced + text[one.end() :], encoding="utf-8")
        return f"{path.name}: {one[0]!r} to {replaced!r}"

    def _word(self) -> str:
        path = self._file("decisions.yaml", "documents.yaml", "activities.yaml")
        return self._replace(path, r"(?<=[a-z] )[a-z]{4,}(?= [a-z])", lambda one: one[0] + "s")

    def _title(self) -> str:
        path = self._file("decisions.yaml", "documents.yaml")
        return self._replace(path, r"(?<=title: )[A-Za-z]+(?= )", lambda one: one[0] + "ly")

    def _citation(self) -> str:
        path = self.data / "decisions.yaml"
        new = self.random.choice(["HC-1/1", "paragraph 1 of decision HC-1/1", "HC-7/7"])
        return self._replace(path, r"(?<=[a-z]);$", lambda one: f", and {new};")

    def _date(self) -> str:
        path = self.data / "decisions.yaml"
        day = self.random.randint(10, 28)
        return self._replace(path, r"(?<=adopted: \d{4}-\d\d-)\d\d", lambda one: str(day))

    def _add(self) -> str:
        self.added += 1
        path = self.data / "decisions.yaml"
        record = ADDED.format(symbol=f"HC-1/{40 + self.added}", title=f"buoy {self.added}")
        path.write_text(path.read_text(encoding="utf-8") + record, encoding="utf-8")
        return f"added HC-1/{40 + self.added}"

    def _rename(self) -> str:
        path = self.data / "decisions.yaml"
        number = self.random.randint(80, 9000)
        return self._replace(path, r"(?<=symbol: HC-1/)4\d$", lambda one: str(number))

    def _remove(self) -> str:
        text = (self.data / "decisions.yaml").read_text(encoding="utf-8")
        start = text.rfind("  - symbol: HC-1/4")
        if start < 0:
            return "nothing"
        end = text.find("\n  - ", start + 1)
        new = text[:start] + (text[end + 1 :] if end >= 0 else "")
        (self.data / "decisions.yaml").write_text(new, encoding="utf-8")
        return f"removed what stood at {start}"

    def _comment(self) -> str:
        path = self._file("decisions.yaml", "documents.yaml", "activities.yaml", "actors.yaml")
        path.write_text(f"# A comment\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
        return f"all of {path.name} stands a line lower"

    def _break(self) -> str:
        """An error, and what the next edit mends."""
        path = self.data / "decisions.yaml"
        return self._replace(path, r"(?<=status: )draft$", lambda one: "drafted")


@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_up_is_what_a_whole_build_makes(
    site: Site, seed: int, request: pytest.FixtureRequest
) -> None:
    steps = 60 if request.config.getoption("--corpus") else 12
    editor = Editor(site.root / "data", seed)
    before = site.whole
    done = []
    for _ in range(steps):
        good = contents(site.root / "data")
        editor.edit()
        done.append(editor.did)
        site.noticed()
        assert site.plugin._preview is not None
        last = site.plugin._preview._last
        assert last is not None
        if last.broken:  # the last good site stands; the edit is taken back
            for path, content in good.items():
                (site.root / "data" / path).write_bytes(content)
            site.noticed()
        assert site.differing() == [], done
    assert site.whole == before, "the whole site was made again"


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
