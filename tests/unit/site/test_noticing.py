"""Changes of files are noticed by the system's events."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserver

from acquis.site.noticing import Surroundings, Watch


class Watched:
    """A folder `data` and a file `mkdocs.yml`, which a server watches."""

    def __init__(self, root: Path) -> None:
        self.data = root / "data"
        self.data.mkdir()
        self.file = root / "mkdocs.yml"
        self.file.write_text("site_name: x")
        self.noticed = 0
        self.server = LiveReloadServer(lambda: None, "127.0.0.1", 8000, str(root))
        self.server.watch(str(self.file))
        self.watch = Watch(self.server, self.count)
        self.server.watch(str(self.data))

    def count(self) -> None:
        self.noticed += 1

    def notices(self, change: Callable[[], object]) -> bool:
        """Whether a change is noticed within a second."""
        self.server._want_rebuild = False
        before = self.noticed
        change()
        end = time.monotonic() + 1
        while time.monotonic() < end:
            if self.server._want_rebuild and self.noticed > before:
                return True
            time.sleep(0.01)
        return False


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    made = Watched(tmp_path)
    made.watch.start()
    time.sleep(0.1)
    yield made
    made.watch.stop()
    made.watch.join()
    made.server.server_close()


def test_changes_are_noticed(watched: Watched) -> None:
    new = watched.data / "new.yaml"
    assert watched.notices(lambda: new.write_text("a"))
    assert watched.notices(lambda: new.write_text("b"))
    (watched.data / "deeper").mkdir()
    assert watched.notices(lambda: (watched.data / "deeper" / "one.yaml").write_text("c"))
    assert watched.notices(new.unlink)


def test_a_file_that_an_editor_puts_in_the_place_of_another_is_noticed(watched: Watched) -> None:
    beside = watched.file.with_name("mkdocs.yml.new")
    assert not watched.notices(lambda: beside.write_text("site_name: y"))
    assert watched.notices(lambda: beside.replace(watched.file))
    assert watched.notices(lambda: watched.file.write_text("site_name: z"))


def test_who_reads_a_file_changes_nothing(watched: Watched) -> None:
    file = watched.data / "new.yaml"
    assert watched.notices(lambda: file.write_text("a"))
    time.sleep(0.2)
    assert not watched.notices(file.read_text)


def test_without_events_files_are_looked_at(tmp_path: Path) -> None:
    watched = Watched(tmp_path)

    class Refusing:
        def start(self) -> None:
            raise OSError(28, "inotify watch limit reached")

    watched.watch._observer = Refusing()
    watched.watch.start()
    try:
        assert isinstance(watched.watch._observer, PollingObserver)
        time.sleep(1)
        assert watched.notices(lambda: (watched.data / "new.yaml").write_text("a")) or (
            watched.server._want_rebuild
        )
    finally:
        watched.watch.stop()
        watched.watch.join()
        watched.server.server_close()


def test_surroundings_are_all_but_the_data(tmp_path: Path) -> None:
    for name in ("docs", "docs/data", "templates"):
        (tmp_path / name).mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Home")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nwatch: [templates]\n")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    around = Surroundings(config, tmp_path / "docs" / "data")
    (tmp_path / "docs" / "data" / "a.yaml").write_text("decisions:")
    assert not around.changed()
    for path in ("docs/index.md", "templates/new.html.j2", "mkdocs.yml"):
        around = Surroundings(config, tmp_path / "docs" / "data")
        assert not around.changed()
        with (tmp_path / path).open("a") as file:
            file.write("# more")
        assert around.changed(), path
    around = Surroundings(config, tmp_path / "docs" / "data")
    (tmp_path / "docs" / "index.md").unlink()
    assert around.changed()
