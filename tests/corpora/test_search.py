"""The search on real resolutions, in a real browser: what readers look for comes first, and single
words are found where they stand.

Ordinary runs take English, `--corpus` all six languages. Queries stand in queries.tsv, to which
anyone can add a line.
"""

import json
import random
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

import pytest
import snowballstemmer
from commands import run
from playwright.sync_api import Browser, Page

from acquis.citation.table import table
from acquis.link import link
from acquis.load import load
from acquis.search import index
from acquis.search.analysis import HAN, fold

ROOT = Path(__file__).parents[2]
QUERIES = Path(__file__).parent / "queries.tsv"
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
FIRST, AMONG_THREE = 0.85, 0.95
RECALL, PRECISION = 0.99, 0.95
WORDS = 200

CONFIG = """\
site_name: Resolutions
site_url: https://example.org/acquis/
theme: {{name: material, font: false}}
plugins: [acquis: {{languages: [{language}]}}]
nav: [Home: index.md, Decisions: decisions/]
"""

MEETINGS = """\
meetings:
  - {id: general-assembly-78, name: Seventy-eighth session, bodies: [general-assembly]}
"""

sys.path.append(str(ROOT / "tests" / "browser"))

from hosting import Host  # noqa: E402  # found through the line above


@dataclass(frozen=True)
class Query:
    language: str
    kind: str
    words: str
    passages: frozenset[str]


def queries() -> Iterator[Query]:
    for line in QUERIES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, kind, words, passages = line.split("\t")
            yield Query(language, kind, words, frozenset(passages.split()))


@pytest.fixture(scope="module", params=LANGUAGES)
def site(
    request: pytest.FixtureRequest, corpora: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Host]]:
    """A site with the index of all resolutions in a language; of pages it has those that queries
    lead to by a paragraph's number, which the reader looks up there."""
    language = request.param
    if language != "en" and not request.config.getoption("--corpus"):
        pytest.skip("with --corpus only")
    from benchmarks.texts import real, records

    texts = real()
    assert texts
    folder = texts.folders[language]
    corpus = load(folder, (language,)).corpus
    project = tmp_path_factory.mktemp(language) / "project"
    (project / "data" / "decisions").mkdir(parents=True)
    shutil.copy(folder / "conventions.yaml", project / "data")
    (project / "data" / "meetings.yaml").write_text(MEETINGS)
    (project / "docs").mkdir()
    (project / "docs" / "index.md").write_text("# Resolutions\n")
    (project / "mkdocs.yml").write_text(CONFIG.format(language=language))
    numbered = {one for query in queries() if query.kind == "symbol" for one in query.passages}
    slugs = {one.split("#")[0] for one in numbered if "#" in one}
    files = {Path(corpus.decisions[slug].original.at.file).name for slug in slugs}
    for path in records(folder):
        if path.name in files:
            shutil.copy(path, project / "data" / "decisions")
    run(project, "mkdocs", "build", "--quiet", timeout=900)
    for file in index(corpus, link(corpus), language):
        path = project / "site" / "search" / language / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    told = json.dumps(table(corpus), ensure_ascii=False)
    (project / "site" / "cite" / "table.json").write_text(told, encoding="utf-8")
    with Host(project / "site") as host:
        yield language, host


@pytest.fixture
def page(browser: Browser, site: tuple[str, Host]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(site[1].url("search/"), wait_until="load")
    yield page
    context.close()


def shown(page: Page, words: str) -> list[str]:
    """The passages in the order of the page, as slug#anchor."""
    page.goto(page.url.split("?")[0] + f"?q={quote(words)}", wait_until="load")
    page.locator(".search-text, [data-search-told] > *").first.wait_for(timeout=60_000)
    links = page.eval_on_selector_all(
        ".search-named h2 a, .search-passages a, .search-text h2:has(mark) a",
        "links => links.map(link => link.getAttribute('href'))",
    )
    return [re.sub(r"^.*decisions/([^/#]+)/", r"\1", link) for link in links]


def test_what_readers_look_for_comes_first(site: tuple[str, Host], page: Page) -> None:
    language, _ = site
    asked = [query for query in queries() if query.language == language]
    assert len(asked) >= 20
    first = among = 0
    missed = []
    for query in asked:
        found = shown(page, query.words)
        first += bool(query.passages.intersection(found[:1]))
        among += bool(query.passages.intersection(found[:3]))
        if not query.passages.intersection(found[:1]):
            missed.append(f"{query.words}: {found[:3]}")
    sys.stdout.write(f"{language}: {first} first, {among} among three of {len(asked)}: {missed}\n")
    assert first >= FIRST * len(asked), missed
    assert among >= AMONG_THREE * len(asked), missed


def test_single_words_are_found_where_they_stand(site: tuple[str, Host], page: Page) -> None:
    """Recall: passages with the very word are found. Precision: what is found has the word, or one
    with the same Snowball stem in the text's own language; in Arabic, where prefixes are written
    together, in any form."""
    language, host = site
    passages = _passages(page, host, language)
    chance = random.Random(f"words in {language}")
    words, forms_of, has = _words(language, dict(passages))
    recalls, precisions, least = [], [], []
    for word in chance.sample(words, WORDS):
        found = set(_found(page, language, word))
        true = {place for place, (text, _) in enumerate(passages) if has(word, text)}
        wide = {place for place, (text, _) in enumerate(passages) if forms_of(word, text)}
        assert true, word
        recalls.append(len(found & true) / len(true))
        precisions.append(len(found & wide) / len(found) if found else 0.0)
        if recalls[-1] < 1 or precisions[-1] < 1:
            least.append((word, round(recalls[-1], 2), round(precisions[-1], 2)))
    recall, precision = sum(recalls) / len(recalls), sum(precisions) / len(precisions)
    sys.stdout.write(f"{language}: recall {recall:.4f}, precision {precision:.4f}\n")
    assert recall >= RECALL, (recall, least)
    assert precision >= PRECISION, (precision, least)


def _passages(page: Page, host: Host, language: str) -> list[tuple[str, str]]:
    """The texts of all passages, each with its language, by the reader in the page."""
    texts: list[list[str]] = page.evaluate(
        """async base => {
          const modules = document.querySelector("script[type=module]").src;
          const { Files } = await import(new URL("search/files.js", modules).href);
          const files = window.files = new Files(base);
          const head = await files.head();
          const rows = [];
          for (let at = 0; at < head.texts.length; at += 1) {
            for (const [, language, , , held] of await files.json(`t/${at}`)) {
              rows.push(...held.map(([, , text]) => [text, language]));
            }
          }
          return rows;
        }""",
        host.url(f"search/{language}/"),
    )
    assert len(texts) > 15_000
    return [(text, spoken) for text, spoken in texts]


def _found(page: Page, language: str, word: str) -> list[int]:
    found: list[int] = page.evaluate(
        """async word => {
          const modules = document.querySelector("script[type=module]").src;
          const { parse, resolve } = await import(new URL("search/query.js", modules).href);
          const { rank } = await import(new URL("search/rank.js", modules).href);
          const head = await files.head();
          const terms = await resolve(parse(word), files, false);
          return (await rank(terms, head, files, null)).passages;
        }""",
        word,
    )
    return found


Has = Callable[[str, str], bool]


def _words(language: str, texts: dict[str, str]) -> tuple[list[str], Has, Has]:
    """Words to choose from, whether a text has a form of a word, whether it has the word; of each
    text comes its language, for not all are held in that of the index."""
    if language == "zh":
        pairs = {
            run[at : at + size]
            for text in texts
            for run in re.findall(f"[{HAN}]+", text)
            for size in (2, 3, 4)
            for at in range(len(run) - size + 1)
        }

        def contains(word: str, text: str) -> bool:
            return word in text

        return sorted(pairs), contains, contains
    pattern = re.compile(r"[^\W\d_]+")
    names = {"ar": "arabic", "en": "english", "es": "spanish", "fr": "french", "ru": "russian"}
    stemmers = {name: snowballstemmer.stemmer(names[name]).stemWord for name in names}

    def read(text: str) -> list[str]:
        return pattern.findall(re.sub("[\u064b-\u0652\u0640]", "", text.lower()))

    found = [set(read(text)) for text in texts]
    form = cache(fold)
    folded = {text: {form(word) for word in row} for text, row in zip(texts, found, strict=True)}
    stems: dict[str, set[str]] = {}

    @cache
    def stemmed(word: str, spoken: str) -> str:
        return fold(stemmers[spoken](_bare(word) if spoken == "ar" else word))

    def has(word: str, text: str) -> bool:
        return form(word) in folded[text]

    def forms_of(word: str, text: str) -> bool:
        if text not in stems:
            stems[text] = {stemmed(one, texts[text]) for one in read(text)}
        return stemmed(word, texts[text]) in stems[text] or has(word, text)

    def _bare(word: str) -> str:
        return re.sub("^[وف]?(?:[بك]?ال|لل|[بكل])?(?=...)", "", word)

    words = sorted({word for row in found for word in row if len(word) > 2})
    return words, forms_of, has
