"""The data folder: its files are read one by one, their records joined into a corpus."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from acquis.collector import without_collector
from acquis.finding import Finding
from acquis.load import canonical, records, shape, tree
from acquis.load.build import build
from acquis.load.entry import Entry, Lists
from acquis.load.folder import Folder
from acquis.load.shape import Reader
from acquis.model.corpus import Corpus

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


@without_collector()
def load(
    folder: Path,
    languages: Sequence[str] = ("en",),
    root: Path | None = None,
    instead: Mapping[Path, bytes | None] | None = None,
) -> Loaded:
    """Read a data folder into a corpus.

    `languages` are the site's, the first being the default. Findings name files by their path
    from `root` (default: the folder that holds `folder`), with forward slashes. `instead` has what
    is to be read in place of some files, or as new ones, by their paths below `folder`, and None
    for files that are to be gone, so that a change can be judged before it is made. Nothing is
    raised for what stands in the files.
    """
    found: list[Finding] = []
    lists = Lists()
    sources: dict[str, Path] = {}
    base = (root or folder.parent).resolve()
    held = Folder(folder, found.append)
    new = instead or {}
    added = {path for path, content in new.items() if content and path.suffix in _SUFFIXES}
    gone = {path for path, content in new.items() if content is None}
    for path in sorted({*yaml_files(folder), *added} - gone, key=_by_parts):
        name = _name(path, base)
        given = new.get(path)
        source = held.read(path, name) if given is None else given
        if source is None:
            continue
        sources[name] = path
        translated = translated_into(path.relative_to(folder))
        reader = Reader(name, found.append, translated or languages[0])
        node = canonical.read(source, name, found.append)
        if node is not None:
            read_lists(node, reader, lists, translated)
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
    corpus = build(lists, tuple(languages), published, found.append)
    return Loaded(corpus, tuple(found), sources)


def translated_into(path: Path) -> str:
    """The language that a file holds translations into, by its path in the data folder, or ""."""
    parts = path.parts
    return parts[1] if len(parts) > 2 and parts[0] == TRANSLATIONS else ""


def yaml_files(folder: Path) -> Iterator[Path]:
    """The YAML files of a data folder, in the order of their names, wherever they lie in it."""
    paths = (path for path in folder.rglob("*.y*ml") if path.suffix.lower() in _SUFFIXES)
    yield from sorted((path for path in paths if not _hidden(path, folder)), key=_by_parts)


def _by_parts(path: Path) -> tuple[tuple[str, ...], str]:
    return path.with_suffix("").parts, path.suffix


def _hidden(path: Path, folder: Path) -> bool:
    return path.is_dir() or any(part.startswith(".") for part in path.relative_to(folder).parts)


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
