"""The search: how long indexing takes, and what a reader waits for, beside Pagefind and Material.

The index of all texts of a language stands in a site without their pages. It is read in real
Chromium, with an empty cache, from a server that compresses as GitHub Pages does. Queries are the
first of tests/corpora/queries.tsv that are no symbols; of made-up texts, words of theirs. Pagefind
gets a page a text, with anchors; of Material the size of the one file is told that its search loads
whole.
"""

import gzip
import json
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from urllib.parse import quote

from lxml import etree
from playwright.sync_api import Browser, Page

from acquis.link import link
from acquis.load import load
from acquis.model.corpus import Corpus
from acquis.search import index
from acquis.search.passage import passages
from benchmarks.browser import BELOW, Host, Sent, chromium, kilobytes
from benchmarks.measure import WORK, Asked, Figure, side_by_side
from benchmarks.multiplied import SEED
from benchmarks.texts import ROOT

QUERIES = 20
"""So many of a language are tried."""
WORDS = 4
"""So many words has a query of made-up texts."""
BUDGETS = {
    "first query": ("KB", 100.0),
    "requests of a first query": ("", 24.0),
    "dependent rounds of a first query": ("", 5.0),
    "next query": ("KB", 40.0),
    "the largest next query": ("KB", 150.0),
    "facets opened": ("KB", 45.0),
    "two facets and ten passages": ("KB", 25.0),
    "first results at 1.6 Mbit/s and 150 ms a request": ("s", 1.5),
    "warm, processor slowed four times, 95 %": ("ms", 20.0),
    "commonest word, warm, processor slowed four times": ("ms", 30.0),
}
"""What is measured in the browser: the unit, and the bound."""

CONFIG = """\
site_name: Texts
theme: {{name: material, font: false}}
plugins: [acquis: {{languages: [{language}]}}]
nav: [Home: index.md]
"""


def measure(asked: Asked) -> Iterator[Figure]:
    """Figures a language: indexing, then the browser's, then the yardsticks'."""
    with chromium() as browser:
        for language, folder in asked.texts.folders.items():
            corpus = load(folder, (language,)).corpus
            place = asked.folder / "search" / language
            links = link(corpus)
            count = sum(1 for one in corpus.records() for _ in passages(one, language))

            def indexed(corpus: Corpus = corpus, language: str = language) -> object:
                return list(index(corpus, links, language))  # noqa: B023  # called at once

            seconds = side_by_side({"here": indexed}, asked.runs, WORK)["here"]
            each = tuple(second * 1000 / count for second in seconds)
            yield Figure(f"indexing a passage, {language}", "ms", each, limit=0.5)
            queries = queries_from(corpus, language) if asked.made_up else _queries(language)
            if not queries:
                continue
            peers = _pagefind(corpus, language, place / "pagefind", browser, queries)
            site = _site(corpus, language, folder, place / "site")
            for name, values in _ours(site, browser, queries, language).items():
                unit, limit = BUDGETS[name]
                figure = Figure(f"{name}, {language}", unit, values, limit=limit)
                peer = peers.get(name)
                if peer and median(peer):
                    figure = replace(figure, peer="Pagefind's", peer_runs=peer)
                yield figure
            yield Figure(f"Material's index, {language}", "KB", (_material(corpus, language),))


def _queries(language: str) -> list[str]:
    lines = (ROOT / "tests" / "corpora" / "queries.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [row[2] for row in rows if row[0] == language and row[1] != "symbol"][:QUERIES]


def queries_from(corpus: Corpus, language: str) -> list[str]:
    """Queries that find something in made-up texts: long words of passages, at random."""
    chance = random.Random(SEED)  # noqa: S311 - no secret is made of it
    found: list[str] = []
    for record in corpus.records():
        one = chance.choice([one.text for one in passages(record, language)])
        words = list(dict.fromkeys(re.findall(r"[^\W\d_]{5,}", one)))
        query = " ".join(chance.sample(words, min(WORDS, len(words))))
        if query and query not in found:
            found.append(query)
    return found[:QUERIES]


def _site(corpus: Corpus, language: str, folder: Path, project: Path) -> Path:
    """The site with its page of search and the whole index."""
    (project / "data").mkdir(parents=True)
    shutil.copy(folder / "conventions.yaml", project / "data")
    (project / "docs").mkdir()
    (project / "docs" / "index.md").write_text("# Texts\n", encoding="utf-8")
    (project / "mkdocs.yml").write_text(CONFIG.format(language=language), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=project, check=True)
    for file in index(corpus, link(corpus), language):
        path = project / "site" / "search" / language / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    return project / "site"


def _ours(
    site: Path, browser: Browser, queries: Sequence[str], language: str
) -> dict[str, tuple[float, ...]]:
    found: dict[str, list[float]] = {name: [] for name in BUDGETS}
    with Host(site) as host:
        for query, following in zip(queries, [*queries[1:], queries[0]], strict=True):
            first, page = _visited(host, browser, query)
            found["first query"].append(kilobytes(first))
            found["requests of a first query"].append(float(len(first)))
            more = _sent(host, page, lambda p=page, q=following: _ask(p, q))  # type: ignore[misc]
            found["next query"].append(kilobytes(more))
            page.context.close()
            found["dependent rounds of a first query"].append(_rounds(host, browser, query))
        found["the largest next query"].append(max(found["next query"]))
        _, page = _visited(host, browser, queries[0])
        opened = _sent(host, page, lambda: _open(page, "part"))
        found["facets opened"].append(kilobytes(opened))
        page.context.close()
        chosen, page = _visited(host, browser, "", "&part=operative&status=adopted")
        found["two facets and ten passages"].append(kilobytes(chosen, ".bin"))
        page.context.close()
        found["first results at 1.6 Mbit/s and 150 ms a request"] = [
            _slow(host, browser, query) for query in queries
        ]
        warm, commonest = _warm(host, browser, queries, language)
        found["warm, processor slowed four times, 95 %"].append(
            sorted(warm)[int(0.95 * (len(warm) - 1))]
        )
        found["commonest word, warm, processor slowed four times"].append(commonest)
    return {name: tuple(values) for name, values in found.items()}


def _slow(host: Host, browser: Browser, query: str) -> float:
    """Seconds from turning to the box of a page to the first result, on a slow link."""
    page = browser.new_context().new_page()
    page.goto(host.url(""), wait_until="networkidle")
    host.pause, host.rate = 0.15, 200_000
    start = time.perf_counter()
    page.locator("header [data-search-box] input").fill(query)
    # A locator looks twice a second; this at each frame.
    page.wait_for_function("() => document.querySelector('.search-quick [role=option]')")
    seconds = time.perf_counter() - start
    host.pause, host.rate = 0.0, 0
    page.context.close()
    return seconds


def _rounds(host: Host, browser: Browser, query: str) -> float:
    """How many requests, one after the other, the first result of a page's box waits for."""
    page = browser.new_context().new_page()
    page.goto(host.url(""), wait_until="networkidle")
    began: list[float] = []
    page.on("request", lambda _: began.append(time.perf_counter()))
    host.pause = 0.4
    page.locator("header [data-search-box] input").fill(query)
    page.locator(".search-quick [role=option]").first.wait_for(timeout=120_000)
    host.pause = 0.0
    page.context.close()
    rounds: list[int] = []
    for at in began:
        # What waits for an answer cannot begin before that was held back.
        before = (
            rounds[place] for place, one in enumerate(began[: len(rounds)]) if one + 0.4 <= at
        )
        rounds.append(1 + max(before, default=0))
    return float(max(rounds))


def _visited(host: Host, browser: Browser, query: str, more: str = "") -> tuple[list[Sent], Page]:
    """Open the page of the search with a query: what that loads of the search, and the page."""
    page = browser.new_context().new_page()
    before = len(host.sent)
    page.goto(host.url(f"search/?q={quote(query)}{more}"), wait_until="commit")
    page.locator(".search-text, [data-search-told] p").first.wait_for(timeout=120_000)
    page.wait_for_load_state("networkidle")
    own = ("assets/javascripts/search/", "search/", "cite/")
    return [
        one
        for one in host.sent[before:]
        if one.path.startswith(own) and not one.path.endswith("search/")
    ], page


def _ask(page: Page, query: str) -> None:
    page.locator("#search-query").fill(query)
    page.locator("#search-query").press("Enter")


def _open(page: Page, facet: str) -> None:
    page.locator(f"[data-facet={facet}] summary").click()
    page.locator(f"[data-facet={facet}] li").first.wait_for()


def _sent(host: Host, page: Page, act: Callable[[], None]) -> list[Sent]:
    before = len(host.sent)
    act()
    page.wait_for_timeout(700)
    page.wait_for_load_state("networkidle")
    return host.sent[before:]


def _warm(
    host: Host, browser: Browser, queries: Sequence[str], language: str
) -> tuple[list[float], float]:
    """Milliseconds of each query that was asked before, and of the commonest word: of several times
    the shortest, since others work on the machine."""
    page = browser.new_context().new_page()
    page.goto(host.url("search/"), wait_until="load")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    times: list[float] = page.evaluate(
        """async ([base, queries]) => {
          const scripts = document.querySelector("script[type=module]").src;
          const { Search } = await import(new URL("search/search.js", scripts).href);
          const search = new Search(base);
          const head = await search.files.head();
          let commonest = { count: 0 };
          for (let shard = 0; shard < head.forms.length; shard += 1) {
            for (const row of await search.files.forms(shard)) {
              if (row.count > commonest.count) commonest = row;
            }
          }
          const times = [];
          for (const query of [...queries, commonest.form]) {
            await search.find({ query });
            let least = Infinity;
            for (let time = 0; time < 5; time += 1) {
              const start = performance.now();
              await search.find({ query });
              least = Math.min(least, performance.now() - start);
            }
            times.push(least);
          }
          return times;
        }""",
        [host.url(f"search/{language}/"), list(queries)],
    )
    page.context.close()
    return times[:-1], times[-1]


def _pagefind(
    corpus: Corpus, language: str, folder: Path, browser: Browser, queries: Sequence[str]
) -> dict[str, tuple[float, ...]]:
    """The same of Pagefind, by its command line; nothing where it is not installed."""
    for record in corpus.records():
        html = etree.Element("html", lang=language)
        etree.SubElement(etree.SubElement(html, "head"), "title").text = record.name
        text = etree.SubElement(etree.SubElement(html, "body"), "main")
        for one in passages(record, language):
            etree.SubElement(text, "p", id=one.anchor or "top").text = one.text
        path = folder / record.slug / "index.html"
        path.parent.mkdir(parents=True)
        path.write_bytes(etree.tostring(html, method="html", encoding="utf-8"))
    (folder / "404.html").write_text("<!doctype html><title>404</title>", encoding="utf-8")
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--quiet"]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        print("  Pagefind is not installed: pip install 'pagefind[bin]'", flush=True)
        return {}
    first: list[float] = []
    following: list[float] = []
    with Host(folder) as host:
        for query, then in zip(queries, [*queries[1:], queries[0]], strict=True):
            page = browser.new_context().new_page()
            page.goto(host.url(f"{next(iter(corpus.decisions))}/"), wait_until="load")
            for row, words in ((first, query), (following, then)):
                before = len(host.sent)
                page.evaluate(
                    """async ([script, words]) => {
                      const pagefind = await import(script);
                      const found = await pagefind.search(words);
                      await Promise.all(found.results.slice(0, 10).map(one => one.data()));
                    }""",
                    [f"{BELOW}pagefind/pagefind.js", words],
                )
                row.append(kilobytes(host.sent[before:]))
            page.context.close()
    return {"first query": tuple(first), "next query": tuple(following)}


def _material(corpus: Corpus, language: str) -> float:
    """Kilobytes of the one file that MkDocs writes for Material's search, compressed."""
    docs = [
        {"location": f"{record.slug}/", "title": record.name, "text": " ".join(texts)}
        for record in corpus.records()
        for texts in [[f"<p>{one.text}</p>" for one in passages(record, language)]]
    ]
    told = {"config": {"lang": [language], "separator": r"[\s\-]+", "pipeline": []}, "docs": docs}
    return len(gzip.compress(json.dumps(told, ensure_ascii=False).encode(), 6)) / 1000
