"""Building whole sites: Acquis, MkDocs with Material, Hugo and Zensical, of the same texts.

Each builds from nothing, again with nothing changed, and again when a word of one text was changed.
Before anything is told, `benchmarks.sameness` makes sure that all of them show the same words,
footnotes, anchors and links. A search is in none of them; Acquis's index is measured by itself.
Nothing is deleted before a build (`benchmarks.aside`).
"""

import compileall
import math
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median

from acquis.link import link
from acquis.load import load
from acquis.search import index
from benchmarks import preview
from benchmarks.aside import wait
from benchmarks.contestants import (
    ACQUIS,
    FLOOR,
    HUGO,
    ORDINARY,
    Contestant,
    contestants,
    empty,
    installed,
)
from benchmarks.edit import Edit, edits
from benchmarks.measure import WORK, Asked, Figure, side_by_side
from benchmarks.process import Cost
from benchmarks.sameness import Held, compare, held
from benchmarks.texts import CACHE, LANGUAGES, MADE_UP, ROOT, made_up_project, project, texts_of
from benchmarks.told import tell

COLD = "a build from nothing"
WARM = "a build when nothing has changed"
EDIT = "a build after a word was changed"
WORKED = "work of a build from nothing"
MEMORY = "memory of a build from nothing"
PAGES, FILES, SIZE = "pages", "files", "size of the site"
EACH = "a page of a build from nothing"
GROWTH = "how time grows with the texts: exponent"
INDEXING = "indexing for the search"
INDEX = "size of the search index"

AT_MOST_OF_ORDINARY = 0.1
AT_MOST_OF_HUGO = 1.0
"""What is asked for of a build from nothing, and of its memory beside Hugo's."""
WARM_SHARE = 0.05
"""A build when nothing has changed may take what an empty site does, and so much of a cold one."""
EXPONENT = 1.05
COMPARED = 24
"""So many texts are compared in all sites before anything is told."""


@dataclass
class Measured:
    """The costs of each run of one that takes part, by what was built."""

    runs: dict[str, list[Cost]] = field(default_factory=dict)

    def seconds(self, name: str) -> tuple[float, ...]:
        """The seconds of each run; nothing where it was not measured."""
        return tuple(cost.seconds for cost in self.runs.get(name, ()))

    def add(self, name: str, cost: Cost) -> None:
        """Add a run."""
        self.runs.setdefault(name, []).append(cost)


def measure(asked: Asked) -> Iterator[Figure]:
    """What each size of corpus costs each tool, then how time grows.

    After the first size come the previews and the index; at the very end, those build again that
    delete their old site.
    """
    wait(CACHE)
    peers = installed()
    # Of all others, installing or the first run of all has done it.
    compileall.compile_dir(ROOT / "src" / "acquis", quiet=2)
    cold: dict[str, dict[int, float]] = {}
    first: _Size | None = None
    for count in asked.counts or (0,):
        source = (None if asked.made_up else project(count)) or made_up_project(count or MADE_UP)
        size = _size(source, asked, cold, peers)
        _run_all(size, asked, first=first is None)
        for name, measured in size.found.items():
            cold.setdefault(name, {})[size.texts] = median(measured.seconds(COLD))
        yield from _figures(size)
        if first is None:
            first = size
            yield from preview.measure(size.every, size.changes[asked.runs :], size.texts)
            yield from _indexed(source, size.languages, asked.runs, size.texts)
    yield from growth(cold)
    if first is not None:
        yield from _deleting(first, asked)


@dataclass
class _Size:
    """Those that take part with so many texts, the changes they are built again with, the costs."""

    texts: int
    languages: Sequence[str]
    every: Sequence[Contestant]
    floor: Contestant
    changes: Sequence[Edit]
    known: Held
    found: dict[str, Measured]


def _size(
    source: Path, asked: Asked, cold: Mapping[str, Mapping[int, float]], peers: Mapping[str, Path]
) -> _Size:
    """Make the folders of all that can be waited for, from a project."""
    texts = sum(1 for _ in texts_of(source))
    languages = _languages(source)
    root = Path(tempfile.mkdtemp(dir=asked.folder))
    told = root / "told"
    shutil.copytree(source, told)
    tell(told, languages)
    names = []
    for name in (ACQUIS, ORDINARY, *peers):
        if bearable(name, cold, texts, asked.patience):
            names.append(name)
        else:
            print(f"  {name} would take too long with {texts:,} texts", flush=True)
    every = contestants(names, told, root, languages, peers)
    changes = list(edits(told, asked.runs + preview.EDITS))
    floor = empty(root)
    found = {one.name: Measured() for one in (*every, floor)}
    return _Size(texts, languages, every, floor, changes, held(told / "told.json"), found)


def _run_all(size: _Size, asked: Asked, *, first: bool) -> None:
    """Let all take turns; the first run of all, of an empty site, does not count.

    With nothing or one word changed, Acquis and Hugo build again at each size, others at the first
    one, if three builds do not take too long.
    """
    size.floor.build()
    for turn in range(asked.runs):
        for one in (size.floor, *size.every):
            one.clean()
            size.found[one.name].add(COLD, one.build())
        if not turn:
            for one in size.every[1:]:
                compare(size.every[0], one, size.known.some(COMPARED), size.known)
        for one in size.every:
            again = first and _thrice(size, one) <= asked.patience
            if (again or one.name in (ACQUIS, HUGO)) and not one.deletes:
                _build_again(size, one, turn)


def _deleting(size: _Size, asked: Asked) -> Iterator[Figure]:
    """Those build again that delete their old site: after all others, which it would slow down."""
    for one in size.every:
        if one.deletes and _thrice(size, one) <= asked.patience:
            for turn in range(asked.runs):
                _build_again(size, one, turn)
            yield from _again(size, one)


def _thrice(size: _Size, one: Contestant) -> float:
    """How many seconds three builds take, as far as is known."""
    return 3 * size.found[one.name].seconds(COLD)[-1]


def _build_again(size: _Size, one: Contestant, turn: int) -> None:
    measured = size.found[one.name]
    measured.add(WARM, one.build())
    if turn < len(size.changes):
        one.change(size.changes[turn])
        measured.add(EDIT, one.build())


def _figures(size: _Size) -> Iterator[Figure]:
    floor = size.found[FLOOR].seconds(COLD)
    yield Figure(COLD, "s", floor, tool=FLOOR, texts=size.texts)
    for one in size.every:
        measured = size.found[one.name]
        cold = measured.seconds(COLD)
        figure = partial(Figure, tool=one.name, texts=size.texts)
        yield figure(COLD, "s", cold)
        yield from _again(size, one)
        pages = one.pages
        yield figure(EACH, "ms", tuple(1000 * each / pages for each in cold))
        yield figure(WORKED, "s", tuple(cost.work for cost in measured.runs[COLD]))
        yield figure(MEMORY, "MB", tuple(cost.memory for cost in measured.runs[COLD]))
        yield figure(PAGES, "", (pages,))
        yield figure(FILES, "", (one.files,))
        yield figure(SIZE, "MB", (one.megabytes,))
    yield from _ratios(size.found, size.texts)


def _again(size: _Size, one: Contestant) -> Iterator[Figure]:
    """The figures of the builds after the first, as far as they were measured."""
    measured = size.found[one.name]
    limit = None
    if one.name == ACQUIS:
        floor = median(size.found[FLOOR].seconds(COLD))
        limit = floor + WARM_SHARE * median(measured.seconds(COLD))
    for name, at_most in ((WARM, limit), (EDIT, None)):
        seconds = measured.seconds(name)
        if seconds:
            yield Figure(name, "s", seconds, limit=at_most, tool=one.name, texts=size.texts)


def _ratios(found: Mapping[str, Measured], texts: int) -> Iterator[Figure]:
    """Acquis beside the others: what is asked for."""
    ours = found[ACQUIS]
    for peer, at_most in ((ORDINARY, AT_MOST_OF_ORDINARY), (HUGO, AT_MOST_OF_HUGO)):
        if peer in found:
            theirs = found[peer].seconds(COLD)
            yield Figure(
                COLD, "s", ours.seconds(COLD), peer, theirs, at_most, tool=ACQUIS, texts=texts
            )
    if HUGO in found:
        memory, theirs = (
            tuple(cost.memory for cost in found[name].runs[COLD]) for name in (ACQUIS, HUGO)
        )
        yield Figure(MEMORY, "MB", memory, HUGO, theirs, AT_MOST_OF_HUGO, tool=ACQUIS, texts=texts)


def growth(cold: Mapping[str, Mapping[int, float]]) -> Iterator[Figure]:
    """The exponent of each that was measured with two numbers of texts, from the last two."""
    for name, seconds in cold.items():
        if name == FLOOR or len(seconds) < 2:
            continue
        (few, short), (many, long) = sorted(seconds.items())[-2:]
        exponent = math.log(long / short) / math.log(many / few)
        limit = EXPONENT if name == ACQUIS else None
        yield Figure(GROWTH, "", (exponent,), limit=limit, tool=name, texts=many)


def _indexed(source: Path, languages: Sequence[str], runs: int, texts: int) -> Iterator[Figure]:
    """The index of the search, in all languages, from texts that are loaded and linked."""
    corpus = load(source / "data", tuple(languages)).corpus
    links = link(corpus)
    size = 0

    def indexed() -> None:
        nonlocal size
        size = sum(len(file.content) for lang in languages for file in index(corpus, links, lang))

    found = side_by_side({INDEXING: indexed}, runs, WORK, discarded=0)
    yield Figure(INDEXING, "s", found[INDEXING], tool=ACQUIS, texts=texts)
    yield Figure(INDEX, "MB", (size / 1e6,), tool=ACQUIS, texts=texts)


def bearable(
    name: str, cold: Mapping[str, Mapping[int, float]], texts: int, patience: float
) -> bool:
    """Whether one can be waited for, as long as it takes in proportion to what was measured."""
    if name == ACQUIS or not cold:
        return True
    few, seconds = max(cold.get(name, {0: math.inf}).items())
    return bool(few) and seconds * texts / few <= patience


def _languages(source: Path) -> list[str]:
    """The languages of a project's texts, the original's first."""
    held = {path.parent.name for path in (source / "data" / "translations").glob("*/*.yaml")}
    return [language for language in LANGUAGES if language == LANGUAGES[0] or language in held]
