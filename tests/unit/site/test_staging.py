import os
import threading

import pytest

from acquis.site import staging as module
from acquis.site.exchange import exchange
from acquis.site.staging import Staging, StagingError, clear_leftovers


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("old")
    return folder


@pytest.fixture(params=[True, False], ids=["exchanged", "renamed"])
def way(request, monkeypatch):
    """With the system's call, and as on a system that has none."""
    if not request.param:
        monkeypatch.setattr(module, "exchange", lambda one, other: False)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_exchange_gives_each_the_others_name(tmp_path):
    for name in "ab":
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    if not exchange(tmp_path / "a", tmp_path / "b"):
        pytest.skip("this system cannot")
    assert (names(tmp_path / "a"), names(tmp_path / "b")) == (["b"], ["a"])
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "a", tmp_path / "c")


def test_the_new_site_takes_the_place_of_the_old(site, way):
    site.chmod(0o750)
    staging = Staging(site)
    staging.write("a/b.html", b"new")
    assert names(site) == ["index.html"]
    placed = staging.place()
    assert names(site) == ["a"]
    assert (placed.changed, placed.same) == (1, 0)
    assert names(site.parent) == ["site"]
    assert site.stat().st_mode & 0o777 == 0o750
    staging.discard()


def test_a_site_that_was_not_there(tmp_path, way):
    staging = Staging(tmp_path / "deep/site")
    staging.write("x", b"")
    staging.place()
    assert names(tmp_path / "deep") == ["site"]


def test_the_same_bytes_keep_their_times(site, way):
    for name in ("same", "other", "longer"):
        (site / name).write_bytes(b"abc")
        os.utime(site / name, ns=(1, 10**18))
    staging = Staging(site)
    for name, content in {"same": b"abc", "other": b"abd", "longer": b"abcd"}.items():
        staging.write(name, content)
    placed = staging.place()
    assert (placed.changed, placed.same) == (2, 1)
    assert [path.name for path in site.iterdir() if path.stat().st_mtime_ns == 10**18] == ["same"]


def test_what_is_discarded_leaves_nothing(site):
    staging = Staging(site)
    staging.write("a", b"")
    staging.discard()
    staging.discard()
    assert names(site.parent) == ["site"]
    assert names(site) == ["index.html"]


def test_leftovers_go_and_the_work_of_others_stays(site):
    dead = Staging(site)
    dead._lock.close()  # as when its process ends
    (site.parent / ".site.acquis-empty").mkdir()
    alive = Staging(site)
    alive.write("a", b"")
    Staging(site).discard()
    assert not dead.folder.exists()
    assert not (site.parent / ".site.acquis-empty").exists()
    assert (alive.folder / "a").exists()
    alive.discard()


def test_a_build_killed_between_two_renames_is_mended(site, monkeypatch):
    monkeypatch.setattr(module, "exchange", lambda one, other: False)
    staging = Staging(site)
    staging.write("a", b"")
    site.rename(staging._area / "old")  # the first of the two
    staging._lock.close()
    clear_leftovers(site)
    assert names(site) == ["index.html"]
    assert names(site.parent) == ["site"]


def test_another_site_beside_it_is_left_alone(tmp_path):
    other = Staging(tmp_path / "site2")
    other._lock.close()
    Staging(tmp_path / "site").discard()
    assert other.folder.exists()


def test_many_at_once(site, way):
    def build(number):
        for _ in range(10):
            staging = Staging(site)
            staging.write(f"{number}-a", b"")
            staging.write(f"{number}-b", b"")
            staging.place()

    threads = [threading.Thread(target=build, args=[number]) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(names(site)) == 2
    assert len({name[0] for name in names(site)}) == 1
    assert names(site.parent) == ["site"]


def test_a_path_is_taken_once(site):
    staging = Staging(site)
    staging.reserve(["about/index.html"])
    staging.write("a/index.html", b"")
    for path in ("about/index.html", "a/index.html", "A/Index.html", "../x", ""):
        with pytest.raises(StagingError):
            staging.write(path, b"")
    staging.discard()
    assert names(site.parent) == ["site"]


def test_hidden_entries_at_the_top_stay(site, way):
    (site / ".nojekyll").touch()
    (site / ".git/a").mkdir(parents=True)
    (site / ".git/a/b").write_text("b")
    (site / ".link").symlink_to("nowhere")
    (site / "sub").mkdir()
    (site / "sub/.hidden").touch()
    staging = Staging(site)
    staging.write("index.html", b"new")
    staging.place()
    assert names(site) == [".git", ".link", ".nojekyll", "index.html"]
    assert (site / ".git/a/b").read_text() == "b"
    assert (site / ".link").is_symlink()


def test_places_that_cannot_be_replaced(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    with pytest.raises(StagingError, match="no folder"):
        Staging(tmp_path / "file")
    with pytest.raises(StagingError, match="mount point"):
        Staging(type(tmp_path)("/proc"))
