"""Nothing is deleted before all is measured, and nothing is left after that."""

import os
import sys
import time
from pathlib import Path

import pytest

from benchmarks import aside
from benchmarks.aside import RECENT, room, set_aside, wait
from benchmarks.contestants import Contestant


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


def files(folder: Path) -> int:
    return sum(path.is_file() for path in folder.rglob("*"))


def test_a_site_that_is_cleaned_is_kept_until_the_end(tmp_path: Path) -> None:
    with room(tmp_path / "cache") as folder:
        command = [sys.executable, "-c", "import os; os.mkdir('site'); open('site/a', 'x')"]
        one = Contestant("One", folder / "one", [command], ["site", ".cache"], [], "site")
        one.folder.mkdir()
        for turn in range(3):
            one.clean()
            assert files(one.folder) == 0
            one.build()
            assert files(folder) == turn + 1
    assert not folder.exists()


def test_what_is_set_aside_in_the_cache_goes_at_the_end(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    (cache / "project").mkdir(parents=True)

    def interrupted() -> None:
        with room(cache):
            set_aside(cache / "project", cache)
            set_aside(cache / "what is not there", cache)
            assert not (cache / "project").exists()
            assert list(cache.rglob("project"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert not list(tmp_path.glob("acquis-bench-*"))
    assert [path.name for path in cache.iterdir()] == ["deleted"]


@pytest.mark.skipif(sys.platform != "linux", reason="other file systems have no need of it")
def test_a_run_waits_after_another_has_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr(aside.time, "sleep", slept.append)
    wait(tmp_path)
    assert slept == []
    with room(tmp_path):
        pass
    wait(tmp_path)
    assert slept == [pytest.approx(RECENT, abs=30)]
    before = time.time() - RECENT - 1
    os.utime(tmp_path / "deleted", (before, before))
    wait(tmp_path)
    assert len(slept) == 1
