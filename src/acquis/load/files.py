"""The data folder: its files are read one by one, their records joined into a corpus."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from acquis.collector import without_collector
from acquis.finding import Finding
from acquis.kept import Kept
from acquis.load import canonical, records, shape, tree
from acquis.load.build import build
from acquis.load.entry import Entry, Lists, Read
from acquis.load.folder import Folder
from acquis.load.shape import Reader
from acquis.model.corpus import Corpus
from acquis.stamp import stamp

LEDGER = "addresses.txt"
TRANSLATIONS = "translations"
_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A corpus, what was found while it was read, and the lines of its files for reports."""

    corpus: Corpus
    findings: tuple[Finding, ...]
    sources: dict[str, Path]

    def lines(self, file: str) -> Sequence[str]:
        """The lines of a file that was read, by the name that findings give it."""
        path = self.sources.get(file)
        if path is None:
            return ()
        try:
            return path.read_text(encoding="utf-8-sig", errors="replace").split("\n")
        except OSError:
            return ()


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it was read: a digest of its bytes, what it gave, its stamp before that."""

    digest: bytes
    read: Read
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a file lies: its name in findings, the language that it translates into, its rank."""

    path: Path
    name: str
    translated: str
    rank: tuple[tuple[str, ...], str]

    @classmethod
    def of(cls, path: Path, folder: Path, base: Path) -> _Place:
        translated = translated_into(path.relative_to(folder))
        return cls(path, _name(path, base), translated, _by_parts(path))


def _in_order(place: _Place) -> tuple[tuple[str, ...], str]:
    return place.rank


class Memory:
    """What the files of a folder gave when they were last read, and what was joined from it."""

    def __init__(self) -> None:
        self.joined = Kept()
        self._last: dict[str, _File] = {}
        self._now: dict[str, _File] = {}
        self._places: dict[str, _Place] = {}

    def begin(self) -> None:
        """The folder is read again."""
        self.joined.begin()
        self._last, self._now = self._now, {}

    def place(self, path: str, folder: Path, base: Path) -> _Place:
        """Where a file lies."""
        found = self._places.get(path)
        if found is None:
            found = self._places[path] = _Place.of(Path(path), folder, base)
        return found

    def file(self, place: _Place, held: Folder, language: str) -> _File | None:
        """A file of the folder, read only if it is not as it was; None where it cannot be read."""
        before = self._last.get(place.name)
        stamped = ""
        with suppress(OSError):  # `held` says what is wrong
            stamped = stamp(place.path.stat())
        if before is not None and stamped and before.stamp == stamped:
            self._now[place.name] = before
            return before
        source = held.read(place.path, place.name)
        if source is None:
            return None
        digest = hashlib.sha256(source).digest()
        if before is not None and before.digest == digest:
            read = before.read
        else:
            read = _read(source, place, language)
            read = _as_before(read, before.read) if before is not None else read
        made = _File(digest, read, stamped)
        self._now[place.name] = made
        return made


def _as_before(now: Read, before: Read) -> Read:
    """What a file gives, with the very records of before as far as they stand where they stood."""
    entries = list(now.entries)
    for place, (new, old) in enumerate(zip(now.entries, before.entries, strict=False)):
        if new != old or (new[1].at, new[1].spots) != (old[1].at, old[1].spots):
            break
        entries[place] = old
    return Read(tuple(entries), now.findings)


@without_collector()
def load(
    folder: Path,
    languages: Sequence[str] = ("en",),
    root: Path | None = None,
    instead: Mapping[Path, bytes | None] | None = None,
    memory: Memory | None = None,
) -> Loaded:
    """Read a data folder into a corpus.

    `languages` are the site's, the first being the default. Findings name files by their path
    from `root` (default: the folder that holds `folder`), with forward slashes. `instead` has what
    is to be read in place of some files, or as new ones, by their paths below `folder`, and None
    for files that are to be gone, so that a change can be judged before it is made. With the
    `memory` of the last call for the same folder, only files that changed since are read. Nothing
    is raised for what stands in the files.
    """
    found: list[Finding] = []
    lists = Lists()
    sources: dict[str, Path] = {}
    base = (root or folder.parent).resolve()
    held = Folder(folder, found.append)
    memory = memory or Memory()
    memory.begin()
    new = instead or {}
    added = {path for path, content in new.items() if content and path.suffix in _SUFFIXES}
    gone = {path for path, content in new.items() if content is None}
    there = (memory.place(path, folder, base) for path in _names(folder))
    places = {place.path: place for place in there if place.path not in gone}
    for path in added - places.keys():
        places[path] = _Place.of(path, folder, base)
    for place in sorted(places.values(), key=_in_order):
        given = new.get(place.path) if new else None
        if given is None:
            kept = memory.file(place, held, languages[0])
        else:
            kept = _File(b"", _read(given, place, languages[0]))
        if kept is None:
            continue
        sources[place.name] = place.path
        found += kept.read.findings
        target = lists.translations if place.translated else lists.entries
        for key, entry in kept.read.entries:
            target.setdefault(key, []).append(entry)
    published = None
    ledger = folder / LEDGER
    if ledger in new or ledger.exists():
        name = _name(ledger, base)
        given = new.get(ledger)
        source = held.read(ledger, name) if given is None else given
        text = None if source is None else tree.decoded(source, name, found.append)
        if text is not None:
            sources[name] = ledger
            published = tuple(text.removesuffix("\n").split("\n"))
    corpus = build(lists, tuple(languages), published, found.append, memory.joined)
    return Loaded(corpus, tuple(found), sources)


def _read(source: bytes, place: _Place, language: str) -> Read:
    """What a file gives; `language` is that of the site."""
    found: list[Finding] = []
    lists = Lists()
    node = canonical.read(source, place.name, found.append)
    if node is not None:
        reader = Reader(place.name, found.append, place.translated or language)
        read_lists(node, reader, lists, place.translated)
    rows = (lists.translations if place.translated else lists.entries).items()
    entries = tuple((key, entry) for key, row in rows for entry in row)
    return Read(entries, tuple(found))


def translated_into(path: Path) -> str:
    """The language that a file holds translations into, by its path in the data folder, or ""."""
    parts = path.parts
    return parts[1] if len(parts) > 2 and parts[0] == TRANSLATIONS else ""


def yaml_files(folder: Path) -> Iterator[Path]:
    """The YAML files of a data folder, in the order of their names, wherever they lie in it."""
    yield from sorted(map(Path, _names(folder)), key=_by_parts)


def _names(folder: Path) -> Iterator[str]:
    """The same in any order; links to folders are not followed, hidden files and folders left."""
    for inside, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if name.lower().endswith(_SUFFIXES) and not name.startswith("."):
                yield f"{inside}{os.sep}{name}"


def _by_parts(path: Path) -> tuple[tuple[str, ...], str]:
    return path.with_suffix("").parts, path.suffix


def _name(path: Path, base: Path) -> str:
    absolute = path.absolute()
    try:
        return absolute.relative_to(base).as_posix()
    except ValueError:
        return path.name


def read_lists(node: tree.Node, reader: Reader, lists: Lists, translated: str) -> None:
    """Add the records of a file to the lists; `translated` is the language of translations."""
    known = records.TRANSLATION_LISTS if translated else records.LISTS
    if not isinstance(node, tree.Mapping):
        reader.wrong(node, "the file", f"a mapping with one of the keys {', '.join(known)}")
        return
    for key, rows in node.pairs:
        fields = known.get(key.value)
        if fields is None:
            shape.unknown_key(key, known, reader, "")
            continue
        if isinstance(rows, tree.Scalar) and rows.plain and not rows.value:
            continue  # a list whose entries are all commented out
        if not isinstance(rows, tree.Sequence):
            reader.wrong(rows, key.value, "a list")
            continue
        target = lists.translations if translated else lists.entries
        for row in rows.items:
            reader.spots = {}
            values = shape.keys(row, fields, reader, "")
            if values is not None:
                at = reader.at(row)
                target.setdefault(key.value, []).append(Entry(values, at, reader.spots, translated))
