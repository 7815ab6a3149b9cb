"""What a visit weighs: all that a reader's browser fetches, compressed as GitHub Pages does it.

Real Chromium visits decisions of each language, from the first to the last, each with nothing kept
from before, and then the next decision of these with what it has kept by then. That fetches hardly
more than its page; therefore the pages of all decisions are weighed too.
"""

import gzip
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import yaml
from playwright.sync_api import Browser

from benchmarks.browser import Host, Sent, chromium, kilobytes
from benchmarks.measure import Asked, Figure
from benchmarks.multiplied import language_of
from benchmarks.texts import LANGUAGES, ROOT, made_up_project, project, texts_of

VISITS = 12
"""So many decisions of a language are visited."""
FIRST = "first visit to a decision"
NEXT = "next decision"
FIRST_LIMIT, NEXT_LIMIT = 180.0, 15.0
"""Kilobytes that are asked for; of the next decision, for the median."""
KINDS = {
    "page": ("/", ".html"),
    "styles": (".css",),
    "scripts": (".js",),
    "fonts": (".woff2",),
    "images": (".svg", ".png"),
}
"""What a visit's bytes are made up of: by the endings of the addresses, the rest being "others"."""
LISTS = {"the list of decisions": "decisions/", "the page of the search": "search/"}
"""Other pages that are visited first."""


def measure(asked: Asked) -> Iterator[Figure]:
    """Figures a language: a first visit and its parts, other pages, the next decision."""
    source = (None if asked.made_up else project()) or made_up_project()
    slugs: dict[str, list[str]] = {}
    for path in texts_of(source):
        slugs.setdefault(language_of(path), []).append(path.stem)
    languages = [language for language in LANGUAGES if language in slugs]
    site = _site(source, asked.folder / "weight", languages)
    with chromium() as browser, Host(site) as host:
        for language in languages:
            prefix = "" if language == languages[0] else f"{language}/"
            pages = [f"{prefix}decisions/{slug}/" for slug in slugs[language]]
            yield from _visits(host, browser, language, pages)
            for name, address in LISTS.items():
                sent = _visited(host, browser, [f"{prefix}{address}"])
                yield Figure(f"first visit to {name}, {language}", "KB", (kilobytes(sent[0]),))
            yield from _pages(site, language, pages)


def _site(source: Path, folder: Path, languages: Sequence[str]) -> Path:
    """The site with the settings that this repository has for its own."""
    shutil.copytree(source / "data", folder / "data")
    shutil.copytree(ROOT / "examples" / "general-assembly" / "docs", folder / "docs")
    settings = {
        "INHERIT": str(ROOT / "examples" / "general-assembly" / "mkdocs.yml"),
        "site_url": "https://example.org/acquis/",
        "theme": {"custom_dir": str(ROOT / "templates" / "overrides")},
        "extra": {"repository": "https://example.org/repository"},
        "plugins": [{"acquis": {"languages": list(languages)}}],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, check=True)
    return folder / "site"


def _visits(host: Host, browser: Browser, language: str, pages: Sequence[str]) -> Iterator[Figure]:
    """The first visit and what it is made up of, then the next decision in the browser."""
    some = pages[:: max(1, len(pages) // VISITS)]
    visits = [Visit(*_visited(host, browser, pair)) for pair in pairwise([*some, pages[0]])]
    figure = partial(Figure, unit="KB")
    first = tuple(kilobytes(one.first) for one in visits)
    yield figure(f"{FIRST}, {language}", runs=first, limit=FIRST_LIMIT)
    for kind in (*KINDS, "others"):
        sizes = tuple(
            kilobytes([sent for sent in one.first if kind_of(sent.path) == kind]) for one in visits
        )
        if any(sizes):
            yield figure(f"{FIRST}, {language}: {kind}", runs=sizes)
    following = tuple(kilobytes(one.following) for one in visits)
    yield figure(f"{NEXT}, all that Chromium fetches, {language}", runs=following)


def _pages(site: Path, language: str, pages: Sequence[str]) -> Iterator[Figure]:
    """How large the pages of all decisions are."""
    sizes = sorted(weight(site / page / "index.html") for page in pages)
    yield Figure(f"{NEXT}, its page, {language}", "KB", tuple(sizes), limit=NEXT_LIMIT)
    most = sizes[int(0.9 * (len(sizes) - 1))]
    yield Figure(f"{NEXT}, 90 % of the pages are at most, {language}", "KB", (most,))
    within = 100 * sum(size <= NEXT_LIMIT for size in sizes) / len(sizes)
    yield Figure(f"{NEXT}, pages of at most {NEXT_LIMIT:g} KB, {language}", "%", (within,))


class Visit(NamedTuple):
    """What was sent for a first page, and for the one after it."""

    first: list[Sent]
    following: list[Sent]


def _visited(host: Host, browser: Browser, addresses: Sequence[str]) -> list[list[Sent]]:
    """What is sent for each of some pages that are visited one after the other, nothing kept."""
    context = browser.new_context()
    page = context.new_page()
    found = []
    for address in addresses:
        before = len(host.sent)
        page.goto(host.url(address), wait_until="networkidle")
        found.append(host.sent[before:])
        failed = [sent.path for sent in found[-1] if sent.status != 200]
        if failed:
            raise SystemExit(f"the site lacks {', '.join(failed)}")
    context.close()
    return found


def kind_of(path: str) -> str:
    """Which kind a file is of, by its path on the server."""
    for kind, endings in KINDS.items():
        if f"/{path}".endswith(endings):
            return kind
    return "others"


def weight(page: Path) -> float:
    """Kilobytes of a page, compressed as it is sent."""
    return len(gzip.compress(page.read_bytes(), 6)) / 1000
