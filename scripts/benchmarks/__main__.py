"""Runs benchmarks by name, shows their figures, and writes them to a file."""

import argparse
import math
import signal
import sys
from importlib import import_module
from pathlib import Path

from benchmarks.aside import room
from benchmarks.measure import Asked, Figure
from benchmarks.page import write_page
from benchmarks.report import as_json, lines
from benchmarks.texts import CACHE, has_real

BENCHMARKS = {
    "building": "Building whole sites, beside MkDocs with Material, Hugo and Zensical.",
    "search": "Searching in Chromium: bytes, requests and time, beside Pagefind and Material.",
    "weight": "What a visit weighs: all that Chromium fetches, and the pages of all decisions.",
    "loading": "Loading a data folder, beside loading the same YAML with PyYAML's C loader.",
    "citations": "Recognising citations, beside loading the same YAML with PyYAML's C loader.",
}
"""Each benchmark: its name, which is that of its module, and what it measures.

The module has a function `measure(asked: Asked) -> Iterator[Figure]`.
"""


def main() -> int:
    """Measure, and tell; 1 where a figure does not keep its bound."""
    parser = argparse.ArgumentParser(
        prog="bench.py",
        description="Measure how fast the tool is, side by side with others in the same run.",
        epilog="\n".join(f"{name}: {about}" for name, about in BENCHMARKS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="benchmarks; none: all")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument(
        "--page", type=Path, metavar="FILE", help="write the figures of building into a page there"
    )
    parser.add_argument("--runs", type=int, default=5, help="runs of each, for the median")
    parser.add_argument(
        "--made-up", action="store_true", help="use made-up texts even where there are real ones"
    )
    parser.add_argument(
        "--texts",
        type=lambda words: tuple(map(int, words.split(","))),
        default=(),
        metavar="NUMBERS",
        help="of how many texts a site is built (building), such as 1957,4800; none: all there are",
    )
    parser.add_argument(
        "--patience",
        type=float,
        default=math.inf,
        metavar="SECONDS",
        help="leave out a peer where it would take longer, for a larger site or for all builds of"
        " the smallest (building)",
    )
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"no benchmark {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
    # Who is ended tidies up first.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    figures: dict[str, list[Figure]] = {}
    with room(CACHE) as folder:
        made_up = options.made_up or not has_real()
        asked = Asked(folder, options.runs, options.texts, made_up, options.patience)
        for name in options.names or BENCHMARKS:
            print(f"{name}: {BENCHMARKS[name]}", flush=True)
            module = import_module(f"benchmarks.{name}")
            figures[name] = []
            for figure in module.measure(asked):
                figures[name].append(figure)
                print(*lines(figure), sep="\n", flush=True)
    if options.json:
        options.json.write_text(as_json(figures, asked), encoding="utf-8")
    if options.page and "building" in figures:
        write_page(options.page, figures["building"], asked)
    return int(any(not figure.kept for found in figures.values() for figure in found))


if __name__ == "__main__":
    sys.exit(main())
