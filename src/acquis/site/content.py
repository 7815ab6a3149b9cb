"""What the site is made of: the data, read and checked, and the pages made from them."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from markupsafe import Markup

from acquis import pages
from acquis.check import LEDGER, check_share
from acquis.check.ledger import dropped
from acquis.exporters.json import compact, record_json, record_path
from acquis.exporters.reference import reference_files
from acquis.exporters.schema import FOLDER, schema_files
from acquis.finding import Finding, Level
from acquis.link import Links, link
from acquis.load import load
from acquis.model.address import address
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.pages import File, Job, Page, Site
from acquis.pages.edition import Repository
from acquis.pages.environment import catalogue
from acquis.pages.make import fragment
from acquis.report import Lines, ordered
from acquis.search import index
from acquis.settings import Settings, SettingsError, packaged_templates
from acquis.site.history import changed
from acquis.site.progress import Timings
from acquis.site.workers import in_shares, processes


def _no_fragment(name: str, language: str, path: str) -> Markup:
    return Markup("")


@dataclass(frozen=True, slots=True)
class Content:
    """The findings about the data, gravest first, and what makes pages from it.

    `jobs` make the pages and files whenever they are called, one after the other as they are asked
    for, so that nobody need keep them all; they can be done in any order.
    `translate(language, title)` gives a title that stands in `nav` in a language.
    `fragment(name, language, path)` gives a piece that a hand-written page takes in, whose address
    without the language's prefix is `path`. `corpus` is what the pages are made from, `search`
    whether the site has one, `timings` what took how long so far.
    """

    findings: tuple[Finding, ...]
    lines: Lines
    jobs: Sequence[Job]
    translate: Callable[[str, str], str] = lambda language, title: title
    fragment: Callable[[str, str, str], Markup] = _no_fragment
    corpus: Corpus | None = None
    search: bool = False
    timings: Timings = field(default_factory=Timings)

    def make(self) -> Iterator[Page | File]:
        """All pages and files."""
        for job in self.jobs:
            yield from job()

    @property
    def broken(self) -> bool:
        """Whether a finding is so grave that no pages can be made."""
        return any(finding.level is Level.ERROR for finding in self.findings)


def generate(settings: Settings, repository: Repository | None = None) -> Content:
    """Read and check the data that the settings name; raises SettingsError where there is none.

    `repository` is where readers are led to mend a text.
    """
    if not settings.data.is_dir():
        raise SettingsError([("data", f'there is no folder "{settings.data.name}"')])
    timings = Timings()
    with timings.of("reading"):
        loaded = load(settings.data, settings.languages, settings.root)
    corpus = loaded.corpus
    with timings.of("linking"):
        links = link(corpus)
    # The corpus stays as long as the build: the collector of garbage need not go through it again
    # and again. The build's end gives it back.
    gc.freeze()
    with timings.of("checking"):
        findings = ordered([*loaded.findings, *_checked(corpus, links, settings.processes)])
    folders = list(dict.fromkeys((settings.templates, packaged_templates())))
    site = Site(
        corpus,
        links,
        folders,
        changed(settings.root, settings.data),
        repository,
        settings.search,
    )

    made: list[Job] = pages.jobs(site, partial(_data_files, site))
    if settings.search:
        made += [partial(_index, site, language) for language in corpus.languages]
    made.append(partial(_schema, corpus))
    if repository:
        made.append(partial(_lines, corpus))

    return Content(
        findings=tuple(findings),
        lines=loaded.lines,
        jobs=made,
        translate=lambda language, title: catalogue(language).gettext(title),
        fragment=lambda name, language, path: fragment(site, name, language, path),
        corpus=corpus,
        search=settings.search,
        timings=timings,
    )


def _checked(corpus: Corpus, links: Links, wanted: int) -> Iterator[Finding]:
    """What is wrong with the corpus, looked for in so many processes as are wanted."""

    def share(place: int, shares: int) -> tuple[list[Finding], list[str]]:
        made: list[str] = []
        return list(check_share(corpus, made, place, shares, links=links)), made

    made: list[str] = []
    texts = sum(len(record.versions) for record in corpus.records())
    for findings, addresses in in_shares(share, processes(wanted, texts)):
        yield from findings
        made += addresses
    yield from dropped(corpus, made, LEDGER)


def _data_files(site: Site, record: Decision | Document) -> Iterator[File]:
    """Beside a text's page, at the root only, the text in all its languages as JSON."""
    yield File(record_path(record), compact(record_json(record, site.corpus, site.links)))
    if isinstance(record, Decision):
        for ending, content in reference_files(record, site.corpus).items():
            yield File(f"{address(record)}{record.slug}.{ending}", content)


def _index(site: Site, language: str) -> Iterator[File]:
    """What the search reads in a language, in a folder of its own."""
    for file in index(site.corpus, site.links, language):
        yield File(f"search/{language}/{file.path}", file.content)


def _schema(corpus: Corpus) -> Iterator[File]:
    for name, content in schema_files(corpus).items():
        yield File(f"{FOLDER}{name}", content)


def _lines(corpus: Corpus) -> Iterator[File]:
    """The line of each record in its file. Pages hold none, since they change for others' edits."""
    lines = {address(record): record.original.at.line for record in corpus.records()}
    yield File("lines.json", json.dumps(lines, separators=(",", ":")).encode())
