"""From the data to the content of the site: they are read, linked and checked."""

from __future__ import annotations

import datetime
import gc
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from acquis.collector import without_collector
from acquis.exporters.json import compact, record_json, record_path
from acquis.exporters.reference import reference_files
from acquis.exporters.schema import FOLDER, schema_files
from acquis.kept import Kept
from acquis.link import Links, link
from acquis.load import Memory, load
from acquis.model.address import address
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.pages import jobs as pages
from acquis.pages.edition import Edition, Site
from acquis.pages.environment import catalogue
from acquis.pages.jobs import Job
from acquis.pages.page import File
from acquis.pages.repository import Repository
from acquis.reads import Key, Noted
from acquis.report import ordered
from acquis.search import index
from acquis.settings import Settings, SettingsError, packaged_templates
from acquis.site.altered import Altered, altered, altered_days, same_institution
from acquis.site.checking import Checks, checked
from acquis.site.content import Content
from acquis.site.history import changed
from acquis.site.progress import Timings
from acquis.site.recall import Before
from acquis.site.trace import Trace
from acquis.site.workers import sharing


class Keeper:
    """What the preview keeps from one reading of the data to the next.

    What did not change is neither read, nor linked, nor checked again.
    """

    def __init__(self) -> None:
        self.memory = Memory()
        self.links = Kept()
        self.checks = Checks()
        self.last: tuple[Corpus, Links] | None = None

    def recall(self, settings: Settings, before: Before) -> bool:
        """Read the data as they were for an earlier run, and know what was found in them.

        Whether they are known: not where that run looked for something else in them.
        """
        root, memory = settings.root, self.memory
        loaded = load(settings.data, settings.languages, root, before.instead, memory)
        links = link(loaded.corpus, None, self.links, sharing(settings.processes))
        self.last = loaded.corpus, links
        return self.checks.recall(loaded.corpus, links, before.checked, before.once)


def generate(
    settings: Settings,
    repository: Repository | None = None,
    keeper: Keeper | None = None,
    like: Content | None = None,
    before: Before | None = None,
) -> Content:
    """Read and check the data that the settings name; raises SettingsError where there is none.

    `repository` is where readers are led to mend a text. With a `keeper`, only what changed since
    its last use is read and checked. Templates are those that made the pages of the content that
    this is `like`. What an earlier run did that is told of in `before` is not done again.
    """
    if not settings.data.is_dir():
        raise SettingsError([("data", f'there is no folder "{settings.data.name}"')])
    timings = Timings()
    if before is not None:
        keeper = Keeper()
        with timings.of("recalling the last build"):
            if not keeper.recall(settings, before):
                keeper = Keeper()
    last = keeper.last if keeper else None
    with without_collector():
        with timings.of("reading"):
            memory = keeper.memory if keeper else None
            loaded = load(settings.data, settings.languages, settings.root, memory=memory)
        corpus = loaded.corpus
        with timings.of("linking"):
            kept = keeper.links if keeper else None
            links = link(corpus, last, kept, sharing(settings.processes))
        # The corpus stays as long as the build: the collector of garbage need not go through it
        # again and again. The build's end gives it back.
        gc.freeze()
    since = None
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
    days = Noted("day", changed(settings.root, settings.data))
    site = Site(corpus, links, folders, days, repository, settings.search)
    editions = pages.editions(site, like.editions if like else None)

    jobs = _jobs(site, editions)

    return Content(
        findings=tuple(findings),
        lines=loaded.lines,
        jobs=jobs,
        standing=_standing(jobs, before, since, days) if before and since else {},
        checks=keeper.checks if keeper else None,
        translate=lambda language, title: catalogue(language).gettext(title),
        fragment=lambda name, language, path: pages.fragment(editions[language], name, path),
        corpus=corpus,
        links=links,
        editions=editions,
        search=settings.search,
        days=days,
        timings=timings,
    )


def _standing(
    jobs: Sequence[Job], before: Before, since: Altered, days: Mapping[str, datetime.date]
) -> dict[Key, Trace]:
    """What jobs made that need not be done again."""
    changed = since.changed | altered_days(before.days, days)
    found: dict[Key, Trace] = {}
    for job in jobs:
        made = before.made.get(job.key)
        if (
            made is not None
            and not job.lasting
            and made.reads.isdisjoint(changed)
            and all(map(before.intact, made.paths))
        ):
            found[job.key] = made
    return found


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
