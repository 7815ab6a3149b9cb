"""Building whole sites, beside the ordinary way: Markdown from a template, for MkDocs and Material.

Both make sites of the same texts in the same languages from the same YAML, without a search. The
ordinary way has a page for each text; Acquis has besides them the pages of two languages, the
lists, the data and the references, and it checks everything. Each run is a process of its own,
in an empty folder; what counts is the time that passes.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import psutil
import yaml

from benchmarks.measure import Figure
from benchmarks.texts import LANGUAGES, Texts, made_up_project, project, texts_of

HERE = "a cold build"
WARM = "a build when nothing has changed"
PEER = "the ordinary way"
FLOOR = "MkDocs' build of an empty site"
AT_MOST = 0.1
"""A tenth of the ordinary way's time is asked for."""

CONFIG = """\
site_name: Texts
site_url: https://example.org/texts/
theme: {{name: material, font: false}}
{plugins}
nav:
  - Home: index.md
"""
OURS = f"plugins:\n  - acquis: {{languages: [{', '.join(LANGUAGES)}], search: false}}"
THEIRS = "plugins: []\nmarkdown_extensions: [attr_list, footnotes]"
NUMBER = re.compile(r"\bA/RES/[0-9]+/[0-9]+\b|(?<=[ /(])[0-9]{2}/[0-9]{1,3}\b")
TEMPLATE = """\
# {{ title }}

{{ opening }}
{% for one in preamble %}
{{ one }}
{: #preamble-{{ loop.index }} }
{% endfor %}
{% for one in operative %}
{{ one }}
{: #para-{{ loop.index }} }
{% endfor %}
{% for label, note in notes.items() %}
[^{{ label }}]: {{ note }}
{% endfor %}
"""


def measure(texts: Texts, runs: int) -> Iterator[Figure]:
    """How long each takes from nothing, and ours again; how large the sites are.

    The environment's ACQUIS_BENCH_TEXTS says of how many texts at least.
    """
    source = project(int(os.environ.get("ACQUIS_BENCH_TEXTS", "0"))) or made_up_project(texts)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        ours, peer, empty = (root / name for name in ("ours", "peer", "empty"))
        for place, plugins in ((ours, OURS), (peer, THEIRS), (empty, "plugins: []")):
            _project(place, plugins)
        shutil.copytree(source / "data", ours / "data")
        shutil.copytree(source / "data", peer / "data")
        (peer / "page.md.j2").write_text(TEMPLATE, encoding="utf-8")
        seconds: dict[str, list[float]] = {name: [] for name in (HERE, WARM, PEER, FLOOR)}
        memory: dict[str, list[float]] = {name: [] for name in (HERE, PEER)}
        for turn in range(runs + 1):
            for name, place, command in (
                (HERE, ours, _mkdocs(ours)),
                (WARM, ours, _mkdocs(ours)),
                (PEER, peer, [sys.executable, str(Path(__file__)), str(peer)]),
                (FLOOR, empty, _mkdocs(empty)),
            ):
                if name != WARM:
                    for left in ("site", ".cache"):
                        shutil.rmtree(place / left, ignore_errors=True)
                passed, most = _run(command, place)
                if turn:
                    seconds[name].append(passed)
                    if name in memory:
                        memory[name].append(most)
        runs_of = {name: tuple(found) for name, found in seconds.items()}
        count = sum(1 for _ in texts_of(ours))
        yield Figure(f"{HERE} of {count} texts", "s", runs_of[HERE], PEER, runs_of[PEER], AT_MOST)
        yield Figure(WARM, "s", runs_of[WARM], HERE, runs_of[HERE])
        yield Figure(FLOOR, "s", runs_of[FLOOR])
        most_of = {name: tuple(found) for name, found in memory.items()}
        yield Figure("memory of all processes", "MB", most_of[HERE], PEER, most_of[PEER])
        yield Figure("pages", "", (_pages(ours),), PEER, (_pages(peer),))
        yield Figure("the site's size", "MB", (_size(ours),), PEER, (_size(peer),))


def _mkdocs(project: Path) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(project / "mkdocs.yml")]


def _project(folder: Path, plugins: str) -> None:
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Texts\n", encoding="utf-8")
    written = CONFIG.format(plugins=plugins)
    (folder / "mkdocs.yml").write_text(written, encoding="utf-8")


def write_markdown(folder: Path) -> None:
    """What a script of the ordinary way does: YAML in, Markdown out through a template."""
    from jinja2 import Environment

    template = Environment(autoescape=False).from_string(  # noqa: S701  # Markdown, no HTML
        (folder / "page.md.j2").read_text(encoding="utf-8")
    )
    paths = [*texts_of(folder)]
    loaded = [
        (path, record)
        for path in paths
        for record in yaml.load(path.read_bytes(), yaml.CSafeLoader)["decisions"]
    ]
    held = {record["symbol"].removeprefix("A/RES/"): path.stem for path, record in loaded}
    for path, record in loaded:
        language = path.parent.name if path.parent.parent.name == "translations" else "en"
        target = folder / "docs" / language / f"{path.stem}.md"
        target.parent.mkdir(exist_ok=True)
        linked = _linker(held)
        words = template.render(
            title=f"{record['symbol']}: {record.get('title', '')}",
            opening="The General Assembly,",
            preamble=list(_words(record.get("preamble", ()), linked)),
            operative=list(_words(record.get("operative", ()), linked)),
            notes={label: linked(note) for label, note in record.get("footnotes", {}).items()},
        )
        target.write_text(words, encoding="utf-8")


def _linker(held: Mapping[str, str]) -> Callable[[str], str]:
    def link(match: re.Match[str]) -> str:
        page = held.get(match[0].removeprefix("A/RES/"))
        return f"[{match[0]}]({page}.md)" if page else match[0]

    return lambda words: NUMBER.sub(link, str(words))


def _words(blocks: object, linked: Callable[[str], str]) -> Iterator[str]:
    """The paragraphs of some blocks, all that is within them in order."""
    assert isinstance(blocks, list | tuple)
    for block in blocks:
        if isinstance(block, str):
            yield linked(block)
            continue
        for key in ("heading", "text"):
            if isinstance(block.get(key), str):
                yield linked(block[key])
        for key in ("preamble", "items", "then", "blocks", "quote"):
            yield from _words(block.get(key, ()), linked)


def _run(command: list[str], folder: Path) -> tuple[float, float]:
    """The seconds that a command takes, and the most memory of all its processes, in MB."""
    most = 0.0
    start = time.perf_counter()
    with subprocess.Popen(command, cwd=folder) as process:
        looked = psutil.Process(process.pid)
        while process.poll() is None:
            most = max(most, _memory(looked))
            time.sleep(0.05)
    seconds = time.perf_counter() - start
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return seconds, most / 1e6


def _memory(process: psutil.Process) -> float:
    """The memory of a process and those it began; what they share is divided among them."""
    total = 0
    for one in (process, *process.children(recursive=True)):
        try:
            full = one.memory_full_info()
            total += getattr(full, "pss", full.uss)
        except psutil.Error:
            continue
    return total


def _pages(project: Path) -> float:
    return sum(1 for _ in (project / "site").rglob("index.html"))


def _size(project: Path) -> float:
    paths = (project / "site").rglob("*")
    return sum(path.stat().st_size for path in paths if path.is_file()) / 1e6


if __name__ == "__main__":
    here = Path(sys.argv[1])
    write_markdown(here)
    subprocess.run(_mkdocs(here), check=True)
