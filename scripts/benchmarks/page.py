"""The page of the docs with the figures of building, with machine, versions and date."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from benchmarks import building, preview
from benchmarks.contestants import ACQUIS, FLOOR, HUGO, ZENSICAL
from benchmarks.measure import Asked, Figure
from benchmarks.report import machine, rounded, today, versions

COLUMNS = {
    building.COLD: "from nothing",
    building.WARM: "nothing changed",
    building.EDIT: "one word changed",
    building.WORKED: "work",
    building.MEMORY: "memory",
    building.PAGES: "pages",
    building.FILES: "files",
    building.SIZE: "size",
}
"""The figures of a table, each with the head of its column."""
_NOT_MEASURED = "–"


@dataclass(frozen=True, slots=True)
class Aim:
    """What is asked for: of what, the figure or the ratio, the bound, whether it is kept."""

    name: str
    found: str
    bound: str
    kept: bool


def write_page(path: Path, figures: Sequence[Figure], asked: Asked) -> None:
    """Write the page."""
    loader = FileSystemLoader(Path(__file__).resolve().parent / "site")
    env = Environment(loader=loader, undefined=StrictUndefined, autoescape=False)  # noqa: S701  # Markdown
    env.trim_blocks = env.lstrip_blocks = True
    words = env.get_template("benchmarks.md.j2").render(
        arguments=_arguments(asked),
        runs=asked.runs,
        date=today(),
        machine=machine(),
        versions=versions(),
        made_up=asked.made_up,
        sizes=list(_sizes(figures)),
        previews=list(_previews(figures)),
        growth=list(_growth(figures)),
        indexing=[_shown(one) for one in _named(figures, building.INDEXING, building.INDEX)],
        aims=list(_aims(figures)),
        hugo=HUGO,
        zensical=ZENSICAL,
        edits=preview.EDITS,
    )
    path.write_text(words, encoding="utf-8", newline="\n")


def _arguments(asked: Asked) -> str:
    """With what the benchmark is run again in the same way."""
    words = ["building"]
    if asked.counts:
        words += ["--texts", ",".join(map(str, asked.counts))]
    words += ["--runs", str(asked.runs)]
    if asked.patience < math.inf:
        words += ["--patience", f"{asked.patience:g}"]
    if asked.made_up:
        words.append("--made-up")
    return " ".join([*words, "--page", "docs/benchmarks.md"])


def _sizes(figures: Sequence[Figure]) -> Iterator[dict[str, Any]]:
    """A table for each number of texts: its rows, and how Acquis stands to the others.

    `left_out` are those of a table before that are not in it.
    """
    before: list[str] = []
    for texts in dict.fromkeys(one.texts for one in _named(figures, building.COLD)):
        known: dict[str, dict[str, Figure]] = {}
        for one in figures:
            if one.texts == texts and one.tool and not one.peer:
                known.setdefault(one.tool, {})[one.name] = one
        floor = known.pop(FLOOR)
        tools = [name for name in known if building.COLD in known[name]]
        yield {
            "texts": f"{texts:,}",
            "heads": list(COLUMNS.values()),
            "rows": [(tool, [_cell(known[tool], name) for name in COLUMNS]) for tool in tools],
            "each": [(tool, *_each(known[tool], texts)) for tool in tools],
            "floor": _shown(floor[building.COLD]),
            "ratios": list(_ratios(known, building.COLD)),
            "by_page": list(_ratios(known, building.EACH)),
            "left_out": [tool for tool in before if tool not in tools],
        }
        before += [tool for tool in tools if tool not in before]


def _growth(figures: Sequence[Figure]) -> Iterator[tuple[str, str, str, str]]:
    """The exponent of each tool, and from how many texts to how many it was found."""
    for one in _named(figures, building.GROWTH):
        cold = {other.texts for other in _named(figures, building.COLD) if other.tool == one.tool}
        few, many = sorted(cold)[-2:]
        yield one.tool, rounded(one.value), f"{few:,}", f"{many:,}"


def _ratios(known: Mapping[str, Mapping[str, Figure]], name: str) -> Iterator[str]:
    """How long Acquis takes beside each other one, in words."""
    ours = known[ACQUIS][name].value
    for tool, figures in known.items():
        if tool != ACQUIS and name in figures:
            theirs = figures[name].value
            slower, faster = (ACQUIS, tool) if ours > theirs else (tool, ACQUIS)
            times = rounded(max(ours, theirs) / min(ours, theirs))
            yield f"{slower} takes {times} times as long as {faster}"


def _each(figures: Mapping[str, Figure], texts: int) -> tuple[str, str]:
    """Milliseconds of a build from nothing for each text, and for each page."""
    cold = 1000 * figures[building.COLD].value
    return f"{rounded(cold / texts)} ms", _shown(figures[building.EACH])


def _previews(figures: Sequence[Figure]) -> Iterator[tuple[str, str, str, int]]:
    for tool in (ACQUIS, HUGO):
        found = {one.name: one for one in figures if one.tool == tool}
        if preview.IN_BROWSER in found:
            disk, browser = (found[name] for name in preview.AT_MOST)
            yield tool, _shown(disk), _shown(browser), len(browser.runs)


def _aims(figures: Sequence[Figure]) -> Iterator[Aim]:
    for one in figures:
        about = f"{one.name}, {one.texts:,} texts" if one.texts else one.name
        if one.at_most is not None and one.ratio is not None:
            bound = f"at most {one.at_most:g} times that of {one.peer}"
            yield Aim(about, f"{rounded(one.ratio)} times", bound, one.kept)
        if one.limit is not None:
            bound = f"at most {rounded(one.limit)} {one.unit}".strip()
            yield Aim(about, _shown(one), bound, one.kept)


def _named(figures: Sequence[Figure], *names: str) -> list[Figure]:
    return [one for one in figures if one.name in names]


def _cell(figures: Mapping[str, Figure], name: str) -> str:
    return _shown(figures[name]) if name in figures else _NOT_MEASURED


def _shown(figure: Figure) -> str:
    return f"{rounded(figure.value)} {figure.unit}".strip()
