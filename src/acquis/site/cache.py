"""What is known of the last build, so that one in which nothing changed has nothing to do.

In the folder of the option `cache`, `site.json` has for the site that stands there: all that it was
made from, by the digests of the files' content; the versions of what made it; the options; what
was found in the data; and each file of the site, by its size and time. It is trusted only where all
of this is as it was, to the last file. Anyone may delete it; a run that finds it broken, or
written by another version, does without it, and of two that write at once the last one's stands.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.theme import Theme

from acquis.finding import Finding, Level
from acquis.position import Position
from acquis.settings import Settings, packaged_templates

log = get_plugin_logger("acquis")

#: The form of what is kept; another one is not read.
FORM = 1
#: Nanoseconds in which a file can be changed twice and have the same time, on any file system.
_UNSETTLED = 2_500_000_000
#: Seconds after which nobody is still writing a file.
_ABANDONED = 600
#: Packages that have a part in every page.
_PACKAGES = ("mkdocs", "mkdocs-material", "jinja2", "markdown", "markupsafe", "babel", "pyyaml")

#: A file's size, times of change and number, and the digest of its content. The number is "" where
#: the content alone is to be trusted.
Signed = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is known of a site that stands as it was made: its data's findings, how many files."""

    findings: tuple[Finding, ...]
    files: int


class Cache:
    """What was built last from these files with these options, and whether it still holds."""

    def __init__(self, settings: Settings, config: MkDocsConfig, days: Mapping[str, Any]) -> None:
        """Look at everything that the site is made from; `days` is when each file last changed."""
        self._file = settings.cache / "site.json"
        self._root = settings.root
        self._folders = _folders(settings, config)
        self._last = self._read()
        known = self._last.get("inputs")
        self._inputs = self._signed(known if isinstance(known, dict) else {})
        self._setup = _setup(settings, config, days)
        #: Whether what is kept says of every file all that is known.
        self._kept = False

    def remembered(self, site: Path) -> Remembered | None:
        """What is known of the site in a folder; None where anything is not as it was."""
        last = self._last
        if (
            last.get("setup") != self._setup
            or _digests(last.get("inputs")) != _digests(self._inputs)
            or last.get("site") != listing(site)
        ):
            return None
        try:
            found = Remembered(tuple(map(_finding, last["findings"])), len(last["site"]))
        except (KeyError, TypeError, ValueError):
            return None
        self._kept = last["inputs"] == self._inputs
        return found

    def keep(self, site: Path, findings: Sequence[Finding]) -> None:
        """Keep what was built; not where a file was changed while it was built."""
        now = self._signed(self._inputs)
        if self._kept or _digests(now) != _digests(self._inputs):
            return
        made = {
            "form": FORM,
            "setup": self._setup,
            "inputs": self._inputs,
            "findings": [
                [*one.position, str(one.level), one.rule, one.message, one.fix] for one in findings
            ],
            "site": listing(site),
        }
        beside = self._file.with_name(f"{self._file.name}.{secrets.token_hex(8)}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
            beside.replace(self._file)
            self._tidy()
        except OSError as error:  # the next build does without
            log.debug(f"nothing is kept in {self._file.parent.name}: {error.strerror}")
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    def _tidy(self) -> None:
        """Remove what a killed build has left."""
        for path in self._file.parent.glob(f"{self._file.name}.*"):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > _ABANDONED:
                    path.unlink()

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self._file.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) and found.get("form") == FORM else {}

    def _signed(self, known: Mapping[str, Any]) -> dict[str, list[str]]:
        """All files that the site is made from, read again where they are not known as they are."""
        now = time.time_ns()
        found: dict[str, list[str]] = {}
        for path in _files(self._folders):
            with suppress(OSError):  # gone in the meantime
                status = Path(path).stat()
                told = f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"
                before = known.get(path)
                if isinstance(before, list) and len(before) == 2 and before[0] == told:
                    found[path] = before
                    continue
                digest = hashlib.sha256(Path(path).read_bytes()).hexdigest()
                settled = now - max(status.st_mtime_ns, status.st_ctime_ns) > _UNSETTLED
                found[path] = [told if settled else "", digest]
        return found


def _digests(inputs: object) -> dict[str, Any]:
    return {path: row[1] for path, row in inputs.items()} if isinstance(inputs, dict) else {}


def _folders(settings: Settings, config: MkDocsConfig) -> list[Path]:
    """The folders and files that the site is made from, the program's own among them."""
    own = [Path(__file__).parents[1], packaged_templates()]
    given = [settings.data, settings.templates, Path(config.docs_dir), *map(Path, config.watch)]
    custom = config.theme.custom_dir
    found = [*own, *given, *([Path(custom)] if custom else [])]
    return list(dict.fromkeys(path for path in found if path.exists()))


def _files(folders: Iterable[Path]) -> Iterator[str]:
    seen: set[str] = set()
    for folder in folders:
        if folder.is_file():
            yield str(folder)
            continue
        for inside, folders_, files in os.walk(folder, followlinks=True):
            if inside in seen:
                folders_.clear()
                continue
            seen.add(inside)
            folders_[:] = [name for name in folders_ if name != "__pycache__"]
            for name in files:
                if not name.endswith(".pyc"):
                    yield f"{inside}{os.sep}{name}"


def _setup(settings: Settings, config: MkDocsConfig, days: Mapping[str, Any]) -> str:
    """A digest of versions, options and days."""
    versions = [sys.version, *map(_version, _PACKAGES)]
    options = {name: value for name, value in config.items() if name not in ("plugins", "hooks")}
    told = (versions, settings, _plain(options), sorted(days.items()))
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _plain(value: object) -> object:
    """A value of the configuration as lists of values; what is none has another name each time."""
    if isinstance(value, Theme):
        return [value.name, value.custom_dir, *map(_plain, value.items())]
    if isinstance(value, Mapping):
        return sorted((str(key), _plain(one)) for key, one in value.items())
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def listing(site: Path) -> dict[str, list[int]]:
    """The size and time of each file of a site, but for what is hidden at its top."""
    found: dict[str, list[int]] = {}
    top = str(site)
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:
            return {}
        for entry in entries:
            if folder == top and entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            else:
                status = entry.stat()
                name = entry.path[len(top) + 1 :]
                found[name] = [status.st_size, status.st_mtime_ns]
    return found


def _finding(row: list[Any]) -> Finding:
    file, line, column, length, level, rule, message, fix = row
    return Finding(Position(file, line, column, length), Level(level), rule, message, fix)
