"""What is known of the last build, so that one in which nothing changed has nothing to do.

In the folder of the option `cache`, `site.json` has for the site that stands there: all that it was
made from, by the digests of the files' content; the versions of what made it; the options; what
was found in the data; and each file of the site, by its size and time. Where all of this is as it
was, to the last file, there is nothing to do; where only data changed, `acquis.site.recall` tells
what depends on them. Anyone may delete the folder; a run that finds it broken, or written by
another version, does without it, and of two that write at once the last one's stands.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import secrets
import sys
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.theme import Theme

from acquis.finding import Finding, Level
from acquis.position import Position
from acquis.settings import Settings, packaged_templates
from acquis.stamp import stamp

if TYPE_CHECKING:
    from acquis.reads import Key
    from acquis.site.content import Content
    from acquis.site.recall import Before
    from acquis.site.trace import Trace

log = get_plugin_logger("acquis")

#: The form of what is kept; another one is not read.
FORM = 2
#: Seconds after which nobody is still writing a file.
_ABANDONED = 600
#: Packages that have a part in every page.
_PACKAGES = ("mkdocs", "mkdocs-material", "jinja2", "markdown", "markupsafe", "babel", "pyyaml")

#: A file's stamp, and the digest of its content.
Signed = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is known of a site that stands as it was made: its data's findings, how many files."""

    findings: tuple[Finding, ...]
    files: int


class Cache:
    """What was built last from these files with these options, and whether it still holds."""

    def __init__(
        self, settings: Settings, config: MkDocsConfig, days: Mapping[str, datetime.date]
    ) -> None:
        """Look at everything that the site is made from; `days` is when each file last changed."""
        self._file = settings.cache / "site.json"
        self._data = f"{settings.data}{os.sep}"
        self._days = {file: day.isoformat() for file, day in days.items()}
        self._folders = _folders(settings, config)
        self._last = self._read()
        known = self._last.get("inputs")
        self._inputs = self._signed(known if isinstance(known, dict) else {})
        self._setup = _setup(settings, config)
        self._listing: dict[str, list[int]] = {}
        #: Whether what is kept says of every file all that is known.
        self._kept = False

    def remembered(self, site: Path) -> Remembered | None:
        """What is known of the site in a folder; None where anything is not as it was."""
        last = self._last
        if last.get("setup") != self._setup:
            return None
        self._listing = listing(site)
        if (
            _digests(last.get("inputs")) != _digests(self._inputs)
            or last.get("days") != self._days
            or last.get("site") != self._listing
        ):
            return None
        try:
            found = Remembered(tuple(map(finding, last["findings"])), len(last["site"]))
        except (KeyError, TypeError, ValueError):
            return None
        self._kept = last["inputs"] == self._inputs
        return found

    def before(self) -> Before | None:
        """What is known of the last build, where nothing but data changed; None where more did.

        To be asked for after `remembered`.
        """
        from acquis.site.recall import recalled  # only a build with something to do needs it

        last, now = _digests(self._last.get("inputs")), _digests(self._inputs)
        changed = [path for path in {**last, **now} if last.get(path) != now.get(path)]
        others = [path for path in changed if not path.startswith(self._data)]
        if self._last.get("setup") != self._setup or others:
            return None
        made = self._last.get("site", {})

        def intact(path: str) -> bool:
            return path in made and made[path] == self._listing.get(path)

        names = {
            Path(path): path.removeprefix(self._data) if path in last else None for path in changed
        }
        try:
            return recalled(self._file.parent, str(self._last.get("mark")), names, intact)
        except (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
            log.debug(f"the last build is not known: {error}")
            return None

    def keep(self, site: Path, content: Content, made: Mapping[Key, Trace]) -> None:
        """Keep what was built; not where a file was changed while it was built."""
        now = self._signed(self._inputs)
        if self._kept or _digests(now) != _digests(self._inputs):
            return
        mark = secrets.token_hex(16)
        told = {
            "form": FORM,
            "mark": mark,
            "setup": self._setup,
            "inputs": self._inputs,
            "days": self._days,
            "findings": list(map(row, content.findings)),
            "site": listing(site),
        }
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            if content.checks is not None:
                from acquis.site.recall import DATA, MADE, packed  # as above

                checks = content.checks
                text = packed(mark, content.days, checks.known, checks.once, made)
                self._put(DATA, lambda path: self._zip(path, mark))
                self._put(MADE, lambda path: path.write_text(text, encoding="utf-8"))
            text_of_site = json.dumps(told, ensure_ascii=False)
            self._put(self._file.name, lambda path: path.write_text(text_of_site, encoding="utf-8"))
            self._tidy()
        except OSError as error:  # the next build does without
            log.debug(f"nothing is kept in {self._file.parent.name}: {error.strerror}")

    def _put(self, name: str, write: Callable[[Path], object]) -> None:
        """Write a file beside its place, then put it there in one step."""
        target = self._file.with_name(name)
        beside = target.with_name(f"{name}.{secrets.token_hex(8)}")
        try:
            write(beside)
            beside.replace(target)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    def _zip(self, path: Path, mark: str) -> None:
        """Write the files of the data; raises OSError where one changed in the meantime."""
        with zipfile.ZipFile(path, "w") as data:
            data.comment = mark.encode()
            for name, (_, digest) in self._inputs.items():
                if name.startswith(self._data):
                    content = Path(name).read_bytes()
                    if hashlib.sha256(content).hexdigest() != digest:
                        raise OSError(0, "a file was changed")
                    data.writestr(zipfile.ZipInfo(name.removeprefix(self._data)), content)

    def _tidy(self) -> None:
        """Remove what a killed build has left."""
        for path in self._file.parent.glob("*.*.*"):
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
        found: dict[str, list[str]] = {}
        for path in _files(self._folders):
            with suppress(OSError):  # gone in the meantime
                stamped = stamp(Path(path).stat())
                row = known.get(path)
                then, digest = row if isinstance(row, list) and len(row) == 2 else ("", "")
                if not stamped or then != stamped:
                    digest = _digest(path)
                found[path] = [stamped, digest]
        return found


def _digest(path: str) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


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


def _setup(settings: Settings, config: MkDocsConfig) -> str:
    """A digest of versions and options."""
    versions = [sys.version, *map(_version, _PACKAGES)]
    options = {name: value for name, value in config.items() if name not in ("plugins", "hooks")}
    told = (versions, settings, _plain(options))
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
                name = entry.path[len(top) + 1 :].replace(os.sep, "/")
                found[name] = [status.st_size, status.st_mtime_ns]
    return found


def row(finding: Finding) -> list[Any]:
    """A finding as a list of values."""
    level = str(finding.level)
    return [*finding.position, level, finding.rule, finding.message, finding.fix]


def finding(row: list[Any]) -> Finding:
    """The finding of such a list; raises ValueError or TypeError for another."""
    file, line, column, length, level, rule, message, fix = row
    return Finding(Position(file, line, column, length), Level(level), rule, message, fix)
