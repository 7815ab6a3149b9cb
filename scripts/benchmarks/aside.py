"""Old files are moved aside, and deleted when all is measured: deleting slows down what follows.

A file system may keep a new file from the place of one that was just deleted. Ext4 does for a
minute, for six where the deletion is not yet on the disk, and passes over each such place again for
every new file: a site of some thousand files then takes several times as long to write
(`recently_deleted` in https://github.com/torvalds/linux/blob/v6.12/fs/ext4/ialloc.c).
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

RECENT = 360
"""So many seconds after a deletion nothing is measured."""
_OLD = "old"
_DELETED = "deleted"
"""What tells a later run when this one deleted its files: its time of change."""


def set_aside(path: Path, folder: Path) -> None:
    """Move a file or folder, if it is there, into one of `folder`, on the same file system."""
    if path.exists():
        old = folder / _OLD
        old.mkdir(parents=True, exist_ok=True)
        path.rename(Path(tempfile.mkdtemp(dir=old)) / path.name)


@contextmanager
def room(cache: Path) -> Iterator[Path]:
    """An empty folder for the time of a run, deleted at its end with all that was set aside.

    What was set aside may stand in it or in `cache`.
    """
    folder = Path(tempfile.mkdtemp(prefix="acquis-bench-"))
    try:
        yield folder
    finally:
        for old in (folder, cache / _OLD):
            shutil.rmtree(old, ignore_errors=True)
        cache.mkdir(parents=True, exist_ok=True)
        (cache / _DELETED).touch()


def wait(cache: Path) -> None:
    """Wait where another run has deleted its files within RECENT seconds."""
    deleted = cache / _DELETED
    left = deleted.stat().st_mtime + RECENT - time.time() if deleted.exists() else 0
    if sys.platform == "linux" and left > 0:
        print(f"  waiting {left:.0f} s, since a run has just deleted its files …", flush=True)
        time.sleep(left)
