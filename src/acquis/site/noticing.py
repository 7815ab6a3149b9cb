"""Changes of files are noticed by the operating system's events, not by looking again and again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

log = get_plugin_logger("acquis")

#: Seconds that files must have been left alone before the site is made from them.
QUIET = 0.02
#: What happens to a file without changing it: that it is read, by this very program too.
_IDLE = frozenset({"opened", "closed_no_write"})


class Surroundings:
    """All that the server watches but the data, as it is at one time."""

    def __init__(self, config: MkDocsConfig, data: Path) -> None:
        own = [config.docs_dir, config.config_file_path, *config.watch]
        self._paths = [Path(path) for path in own if path and Path(path) != data]
        self._data = data
        self._then = dict(self._files())

    def changed(self) -> bool:
        """Whether anything is not as it was."""
        return dict(self._files()) != self._then

    def _files(self) -> Iterator[tuple[str, tuple[int, int]]]:
        for path in self._paths:
            if path.is_dir():
                yield from self._in(path)
            elif path.is_file():
                yield str(path), _state(path.stat())

    def _in(self, folder: Path) -> Iterator[tuple[str, tuple[int, int]]]:
        for inside, folders, files in os.walk(folder):
            folders[:] = [name for name in folders if Path(inside, name) != self._data]
            for name in files:
                path = f"{inside}{os.sep}{name}"
                with suppress(OSError):  # gone in the meantime
                    yield path, _state(Path(path).stat())


def _state(status: os.stat_result) -> tuple[int, int]:
    return status.st_mtime_ns, status.st_size


class _Changes(FileSystemEventHandler):
    """Passes on the events that mean a change, of one file or of all."""

    def __init__(self, handler: Any, noticed: Callable[[], None], file: Path | None) -> None:
        self._handler = handler
        self._noticed = noticed
        # By its name, since the folder may go by another than the one that was given.
        self._file = file.name if file else None

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Something happened to a file or folder."""
        names = [Path(os.fsdecode(path)).name for path in (event.src_path, event.dest_path)]
        if event.event_type in _IDLE or (self._file and self._file not in names):
            return
        self._handler.on_any_event(event)
        self._noticed()


class Watch:
    """Stands in the place of the server's own observer, which looks at all files again and again.

    Where the system cannot tell of changes (on some network file systems, or when it watches too
    many files already), the server's own observer does.
    """

    def __init__(self, server: LiveReloadServer, noticed: Callable[[], None]) -> None:
        """Take over what the server watches already; `noticed` is called at each change, too."""
        self._noticed = noticed
        self._slow = server.observer
        self._observer: Any = Observer()
        self._watched: list[tuple[Any, str, bool]] = []
        watched = list(server._watched_paths)
        for path in watched:
            server.unwatch(path)
        server.observer = self  # type: ignore[assignment]  # it is asked for nothing else
        server.build_delay = QUIET
        for path in watched:
            server.watch(path)

    def schedule(self, handler: Any, path: str, *, recursive: bool = False) -> Any:
        """Watch a folder, or the folder of a file: editors put a new file in an old one's place."""
        self._watched.append((handler, path, recursive))
        target = Path(path)
        if target.is_dir():
            return self._observer.schedule(
                _Changes(handler, self._noticed, None), path, recursive=recursive
            )
        return self._observer.schedule(_Changes(handler, self._noticed, target), str(target.parent))

    def unschedule(self, watch: Any) -> None:
        """Watch it no longer."""
        self._observer.unschedule(watch)

    def start(self) -> None:
        """Begin to watch."""
        try:
            self._observer.start()
        except OSError as error:
            reason = error.strerror or error
            log.warning(f"the system tells of no changes ({reason}): files are looked at instead")
            self._observer = self._slow
            for handler, path, recursive in self._watched:
                self._slow.schedule(handler, path, recursive=recursive)
            self._slow.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._observer.stop()

    def join(self, timeout: float | None = None) -> None:
        """Wait until nothing is watched any more."""
        self._observer.join(timeout)
