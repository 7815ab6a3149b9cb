"""The site is made in a folder beside the site's and put in its place when everything has passed.

Whatever happens while it is made, the last good site stands. What a killed build left behind is
removed by the next; a lock tells it from what another build is making at this moment:

    site/                     the site, always whole
    .site.acquis-k2j4x8/      the work of one build
        lock                  held as long as the build lives
        site/                 what it makes
        old/                  the last site, for a moment, where folders cannot be exchanged
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from acquis.site.exchange import exchange
from acquis.site.paths import unsafe

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class StagingError(Exception):
    """The site's folder, or a path in it, cannot be used."""


@dataclass(frozen=True, slots=True)
class Placed:
    """How many files of the new site are new or changed, and how many are as they were."""

    changed: int
    same: int


class Staging:
    """The folder in which one build makes a site; `folder` is where to write."""

    def __init__(self, site: Path) -> None:
        """Make the folder beside `site`, whose leftovers are removed.

        Raises StagingError where `site` cannot be replaced.
        """
        # Of a symbolic link, the folder that it leads to is replaced and the link left alone.
        self.site = site.resolve()
        self.site.parent.mkdir(parents=True, exist_ok=True)
        with _alone(self.site.parent):
            if self.site.exists() and not self.site.is_dir():
                raise StagingError(f"{site.name} is no folder; the site cannot be put there")
            if self.site.is_mount():
                raise StagingError(f"{site.name} is a mount point; let site_dir be a folder in it")
            clear_leftovers(self.site)
            self._area, self._lock = self._open_area()
        self.folder = self._area / "site"
        self.folder.mkdir()
        #: The paths that have an owner, in lower case.
        self.taken: set[str] = set()
        self._noted: list[str] | None = None
        self._folders: set[Path] = set()

    def _open_area(self) -> tuple[Path, IO[bytes]]:
        while True:
            try:
                made = tempfile.mkdtemp(prefix=_prefix(self.site), dir=self.site.parent)
            except OSError as error:
                reason = f"cannot write beside {self.site.name}: {error.strerror}"
                raise StagingError(reason) from None
            lock = _lock(Path(made) / "lock")
            # Another build may have taken the new folder for a leftover before the lock was held.
            if lock is not None:
                return Path(made), lock

    def reserve(self, paths: Iterable[str]) -> None:
        """Keep paths for somebody else who writes them."""
        self.taken.update(path.casefold() for path in paths)

    def claim(self, path: str) -> None:
        """Make sure that a file may be written at a path, counted from the site's root.

        Raises StagingError for a path that leads elsewhere, that is no good name on every system,
        or that is taken (upper and lower case are the same to some systems).
        """
        if reason := unsafe(path):
            raise StagingError(f"the path {path!r} cannot be written: {reason}")
        if path.casefold() in self.taken:
            raise StagingError(f"two pages or files have the path {path!r}")
        self.taken.add(path.casefold())
        if self._noted is not None:
            self._noted.append(path)

    @contextmanager
    def noting(self) -> Iterator[list[str]]:
        """Note the paths that are claimed meanwhile, for another process that has to know them."""
        noted: list[str] = []
        self._noted = noted
        try:
            yield noted
        finally:
            self._noted = None

    def write(self, path: str, content: bytes) -> None:
        """Claim a path and write a file there; raises StagingError as `claim` does."""
        self.claim(path)
        self._target(path).write_bytes(content)

    def take(self, path: str) -> None:
        """Claim a path, and let the file stand there that stands in the site."""
        self.claim(path)
        target = self._target(path)
        _link(str(self.site / path), str(target))

    def _target(self, path: str) -> Path:
        target = self.folder / path
        if target.parent not in self._folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(target.parent)
        return target

    def place(self) -> Placed:
        """Put what was made in the site's place, in one step where the system can, and tidy up.

        Files that did not change keep their times. As with MkDocs, what else stood in the site's
        folder is gone, but for hidden files and folders at its top (`.git`, `.nojekyll`).
        """
        with _alone(self.site.parent):
            placed = _keep_times(self.folder, self.site)
            _carry_hidden(self.site, self.folder)
            self._replace()
        self.discard()
        return placed

    def leave(self, files: int) -> Placed:
        """Let the site stand with its files, which are as they would be made, and tidy up."""
        self.discard()
        return Placed(0, files)

    def _replace(self) -> None:
        if not self.site.exists():
            self.folder.rename(self.site)
            return
        self.folder.chmod(stat.S_IMODE(self.site.stat().st_mode))
        if not exchange(self.folder, self.site):
            self.site.rename(self._area / "old")
            self.folder.rename(self.site)

    def discard(self) -> None:
        """Remove what this build made and did not put in place; harmless when called twice."""
        if self._lock.closed:
            return
        _remove(self.folder)
        self._lock.close()  # an open file cannot be removed on Windows
        _remove(self._area)


def clear_leftovers(site: Path) -> None:
    """Remove what killed builds left beside the site; bring the site back if one had moved it."""
    for area in sorted(site.parent.glob(f"{_glob(_prefix(site))}*")):
        lock = _lock(area / "lock")
        if lock is None:
            continue
        if (area / "old").exists() and not site.exists():
            (area / "old").rename(site)
        lock.close()
        _remove(area)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep other builds of sites in this folder from replacing theirs in the meantime."""
    if sys.platform == "win32":  # has no locks on folders
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        # Some network file systems have no locks.
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _prefix(site: Path) -> str:
    return f".{site.name}.acquis-"


def _glob(name: str) -> str:
    return "".join(f"[{character}]" if character in "*?[" else character for character in name)


def _lock(path: Path) -> IO[bytes] | None:
    """The file, open and locked until it is closed or the process ends; None where it cannot be.

    A lock on a file that was removed in the meantime is worth nothing, and is not given.
    """
    try:
        file = path.open("ab")
    except OSError:
        return None
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(file.fileno()), path.stat()):
            return file
    except OSError:
        pass
    file.close()
    return None


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _keep_times(new: Path, old: Path) -> Placed:
    """Give each file of `new` that has the bytes of the one in `old` that one's times."""
    changed = same = 0
    with os.scandir(new) as entries:
        for entry in entries:
            before = old / entry.name
            if entry.is_dir(follow_symlinks=False):
                placed = _keep_times(Path(entry.path), before)
                changed, same = changed + placed.changed, same + placed.same
            elif times := _same_bytes(entry, before):
                os.utime(entry.path, ns=times)
                same += 1
            else:
                changed += 1
    return Placed(changed, same)


def _same_bytes(entry: os.DirEntry[str], before: Path) -> tuple[int, int] | None:
    """The times, in nanoseconds, of a file that was there before with the same bytes."""
    try:
        status = before.stat()
        new = entry.stat()
        if status.st_size != new.st_size:
            return None
        if new.st_ino and (new.st_ino, new.st_dev) == (status.st_ino, status.st_dev):
            return status.st_atime_ns, status.st_mtime_ns  # it is the file of before
        if before.read_bytes() != Path(entry.path).read_bytes():
            return None
    except OSError:
        return None
    return status.st_atime_ns, status.st_mtime_ns


def _carry_hidden(old: Path, new: Path) -> None:
    """Take over hidden files and folders at the top, which MkDocs leaves alone as well.

    They are linked, not moved: the old site stays whole until it is replaced.
    """
    if not old.is_dir():
        return
    for entry in old.iterdir():
        target = new / entry.name
        if not entry.name.startswith(".") or os.path.lexists(target):
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, target, symlinks=True, copy_function=_link)
        else:
            _link(str(entry), str(target))


def _link(source: str, target: str) -> object:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
    return target
