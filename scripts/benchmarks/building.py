"""Building whole sites: Acquis, MkDocs with Material, Hugo and Zensical, of the same texts.

Each builds from nothing, again with nothing changed, and again when a word of one text was changed.
Before anything is told, `benchmarks.sameness` makes sure that all of them show the same words,
footnotes, anchors and links. A search is in none of them; Acquis's index is measured by itself.
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
from benchmarks.sameness import compare, held
from benchmarks.texts import LANGUAGES, MADE_UP, ROOT, made_up_project, project, texts_of
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


def measure(asked: Asked) -> Iterator[Figure]:
    """What each size of corpus costs each tool, then how time grows, then the index by itself."""
    peers = installed()
    # Of all others, installing or the first run of all has done it.
    compileall.compile_dir(ROOT / "src" / "acquis", quiet=2)
    counts = asked.counts or (0,)
    cold: dict[str, dict[int, float]] = {}
    for place, count in enumerate(counts):
        source = (None if asked.made_up else project(count)) or made_up_project(count or MADE_UP)
        actual = sum(1 for _ in texts_of(source))
        languages = _languages(source)
        with tempfile.TemporaryDirectory() as folder:
            told = Path(folder) / "told"
            shutil.copytree(source, told)
            tell(told, languages)
            names = []
            for name in (ACQUIS, ORDINARY, *peers):
                if bearable(name, cold, actual, asked.patience):
                    names.append(name)
                else:
                    print(f"  {name} would take too long with {actual:,} texts", flush=True)
            every = contestants(names, told, Path(folder), languages, peers)
            changes = list(edits(told, asked.runs + preview.EDITS))
            found = _run_all(every, empty(Path(folder)), changes, asked, first=not place)
            known = held(told / "told.json")
            for one in every[1:]:
                compare(every[0], one, known.some(COMPARED), known)
            for name, measured in found.items():
                cold.setdefault(name, {})[actual] = median(measured.seconds(COLD))
            yield from _figures(every, found, actual)
            if not place:
                yield from preview.measure(every, changes[asked.runs :], actual)
        if not place:
            yield from _indexed(source, languages, asked.runs, actual)
    yield from growth(cold)


def _run_all(
    every: Sequence[Contestant],
    floor: Contestant,
    changes: Sequence[Edit],
    asked: Asked,
    *,
    first: bool,
) -> dict[str, Measured]:
    """Let all take turns; the first run of all, of an empty site, does not count.

    With nothing or one word changed, Acquis and Hugo build again at each size, others at the first
    one, if three builds do not take too long.
    """
    floor.build()
    found = {one.name: Measured() for one in (*every, floor)}
    for turn in range(asked.runs):
        for one in (floor, *every):
            runs = found[one.name].runs
            one.clean()
            cost = one.build()
            runs.setdefault(COLD, []).append(cost)
            again = first and 3 * cost.seconds <= asked.patience
            if one is floor or not (again or one.name in (ACQUIS, HUGO)):
                continue
            runs.setdefault(WARM, []).append(one.build())
            if turn < len(changes):
                one.change(changes[turn])
                runs.setdefault(EDIT, []).append(one.build())
    return found


def _figures(
    every: Sequence[Contestant], found: Mapping[str, Measured], texts: int
) -> Iterator[Figure]:
    floor = found[FLOOR].seconds(COLD)
    yield Figure(COLD, "s", floor, tool=FLOOR, texts=texts)
    for one in every:
        measured = found[one.name]
        cold = measured.seconds(COLD)
        figure = partial(Figure, tool=one.name, texts=texts)
        yield figure(COLD, "s", cold)
        limit = None
        if one.name == ACQUIS:
            limit = median(floor) + WARM_SHARE * median(cold)
        if measured.seconds(WARM):
            yield figure(WARM, "s", measured.seconds(WARM), limit=limit)
        if measured.seconds(EDIT):
            yield figure(EDIT, "s", measured.seconds(EDIT))
        pages = one.pages
        yield figure(EACH, "ms", tuple(1000 * each / pages for each in cold))
        yield figure(WORKED, "s", tuple(cost.work for cost in measured.runs[COLD]))
        yield figure(MEMORY, "MB", tuple(cost.memory for cost in measured.runs[COLD]))
        yield figure(PAGES, "", (pages,))
        yield figure(FILES, "", (one.files,))
        yield figure(SIZE, "MB", (one.megabytes,))
    yield from _ratios(found, texts)


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
