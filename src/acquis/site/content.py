"""What the site is made of: the data, read and checked, and the pages made from them."""

from __future__ import annotations

import datetime
import gc
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from markupsafe import Markup

from acquis import pages
from acquis.exporters.json import compact, record_json, record_path
from acquis.exporters.reference import reference_files
from acquis.exporters.schema import FOLDER, schema_files
from acquis.finding import Finding, Level
from acquis.kept import Kept
from acquis.link import Links, link
from acquis.load import Memory, load
from acquis.model.address import address
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.pages import File, Job, Page, Site
from acquis.pages.edition import Edition, Repository
from acquis.pages.environment import catalogue
from acquis.report import Lines, ordered
from acquis.search import index
from acquis.settings import Settings, SettingsError, packaged_templates
from acquis.site.altered import altered, same_institution
from acquis.site.checking import Checks, checked
from acquis.site.history import changed
from acquis.site.progress import Timings
from acquis.site.workers import sharing


def _no_fragment(name: str, language: str, path: str) -> Markup:
    return Markup("")


@dataclass(frozen=True, slots=True)
class Content:
    """The findings about the data, gravest first, and what makes pages from it.

    `jobs` make the pages and files whenever they are called, one after the other as they are asked
    for, so that nobody need keep them all; they can be done in any order.
    `translate(language, title)` gives a title that stands in `nav` in a language.
    `fragment(name, language, path)` gives a piece that a hand-written page takes in, whose address
    without the language's prefix is `path`. `corpus` and its `links` are what the pages are made
    from, `editions` what makes them, `search` whether the site has one, `days` when each file last
    changed, `timings` what took how long so far. With `unchanged`, the site stands as it would be
    made: there are no jobs, and nothing is put in its place.
    """

    findings: tuple[Finding, ...]
    lines: Lines
    jobs: Sequence[Job]
    translate: Callable[[str, str], str] = lambda language, title: title
    fragment: Callable[[str, str, str], Markup] = _no_fragment
    corpus: Corpus | None = None
    links: Links | None = None
    editions: Mapping[str, Edition] = field(default_factory=dict)
    search: bool = False
    days: Mapping[str, datetime.date] = field(default_factory=dict)
    timings: Timings = field(default_factory=Timings)
    unchanged: bool = False

    def make(self) -> Iterator[Page | File]:
        """All pages and files."""
        for job in self.jobs:
            yield from job()

    @property
    def broken(self) -> bool:
        """Whether a finding is so grave that no pages can be made."""
        return any(finding.level is Level.ERROR for finding in self.findings)


class Keeper:
    """What the preview keeps from one reading of the data to the next.

    What did not change is neither read, nor linked, nor checked again.
    """

    def __init__(self) -> None:
        self.memory = Memory()
        self.links = Kept()
        self.checks = Checks()
        self.last: tuple[Corpus, Links] | None = None


def generate(
    settings: Settings,
    repository: Repository | None = None,
    keeper: Keeper | None = None,
    like: Content | None = None,
) -> Content:
    """Read and check the data that the settings name; raises SettingsError where there is none.

    `repository` is where readers are led to mend a text. With a `keeper`, only what changed since
    its last use is read and checked. Templates are those that made the pages of the content that
    this is `like`.
    """
    if not settings.data.is_dir():
        raise SettingsError([("data", f'there is no folder "{settings.data.name}"')])
    timings = Timings()
    with timings.of("reading"):
        memory = keeper.memory if keeper else None
        loaded = load(settings.data, settings.languages, settings.root, memory=memory)
    corpus = loaded.corpus
    last = keeper.last if keeper else None
    with timings.of("linking"):
        kept = keeper.links if keeper else None
        links = link(corpus, last, kept, sharing(settings.processes))
    # The corpus stays as long as the build: the collector of garbage need not go through it again
    # and again. The build's end gives it back.
    gc.freeze()
    with timings.of("checking"):
        if keeper:
            same = last is not None and same_institution(last[0], corpus)
            since = altered(last, (corpus, links)) if last is not None and same else None
            found = keeper.checks.findings(corpus, links, since, settings.processes)
            keeper.last = corpus, links
        else:
            found = checked(corpus, links, settings.processes)
        findings = ordered([*loaded.findings, *found])
    folders = list(dict.fromkeys((settings.templates, packaged_templates())))
    days = changed(settings.root, settings.data)
    site = Site(corpus, links, folders, days, repository, settings.search)
    editions = pages.editions(site, like.editions if like else None)

    return Content(
        findings=tuple(findings),
        lines=loaded.lines,
        jobs=_jobs(site, editions),
        translate=lambda language, title: catalogue(language).gettext(title),
        fragment=lambda name, language, path: pages.fragment(editions[language], name, path),
        corpus=corpus,
        links=links,
        editions=editions,
        search=settings.search,
        days=days,
        timings=timings,
    )


def unchanged(findings: Sequence[Finding], settings: Settings) -> Content:
    """What is known of a site that stands as it would be made, with what was found in its data."""

    def lines(file: str) -> Sequence[str]:
        try:
            return (settings.root / file).read_text("utf-8-sig", errors="replace").split("\n")
        except OSError:
            return ()

    return Content(tuple(findings), lines, (), unchanged=True)


def _jobs(site: Site, editions: Mapping[str, Edition]) -> list[Job]:
    """All that makes the pages, and the files beside them and for programs."""
    corpus = site.corpus
    made = pages.jobs(editions, partial(_data_files, site))
    if site.search:
        made += [
            Job(("search index", language), partial(_index, site, language), late=True)
            for language in corpus.languages
        ]
    made.append(Job(("schema",), partial(_schema, corpus)))
    if site.repository:
        made.append(Job(("lines",), partial(_lines, corpus), lasting=True))
    return made


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
