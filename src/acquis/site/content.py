"""What the site is made of: the data, read and checked, and the pages made from them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from acquis import pages
from acquis.check import check
from acquis.exporters.json import compact, record_json, record_path
from acquis.exporters.reference import reference_files
from acquis.exporters.schema import FOLDER, schema_files
from acquis.finding import Finding, Level
from acquis.link import Links, link
from acquis.load import load
from acquis.model.address import address
from acquis.model.corpus import Corpus
from acquis.pages import File, Page, Site
from acquis.pages.edition import Repository
from acquis.pages.environment import catalogue
from acquis.pages.make import fragment
from acquis.report import Lines, ordered
from acquis.search import index
from acquis.settings import Settings, SettingsError, packaged_templates
from acquis.site.history import changed


def _no_fragment(name: str, language: str, path: str) -> Markup:
    return Markup("")


@dataclass(frozen=True, slots=True)
class Content:
    """The findings about the data, gravest first, and what makes pages from it.

    `make` makes the pages whenever it is called, one after the other as they are asked for, so
    that nobody need keep them all. `translate(language, title)` gives a title that stands in `nav`
    in a language. `fragment(name, language, path)` gives a piece that a hand-written page takes
    in, whose address without the language's prefix is `path`. `corpus` is what the pages are made
    from, `search` whether the site has one.
    """

    findings: tuple[Finding, ...]
    lines: Lines
    make: Callable[[], Iterator[Page | File]]
    translate: Callable[[str, str], str] = lambda language, title: title
    fragment: Callable[[str, str, str], Markup] = _no_fragment
    corpus: Corpus | None = None
    search: bool = False

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
    loaded = load(settings.data, settings.languages, settings.root)
    corpus = loaded.corpus
    links = link(corpus)
    findings = ordered([*loaded.findings, *check(corpus, links=links)])
    folders = list(dict.fromkeys((settings.templates, packaged_templates())))
    site = Site(
        corpus,
        links,
        folders,
        changed(settings.root, settings.data),
        repository,
        settings.search,
    )

    def made() -> Iterator[Page | File]:
        yield from pages.make(site)
        yield from _data_files(corpus, links)
        if settings.search:
            yield from _indexes(site)
        yield from (File(f"{FOLDER}{name}", its) for name, its in schema_files(corpus).items())
        if repository:
            yield File("lines.json", _lines(corpus))

    return Content(
        findings=tuple(findings),
        lines=loaded.lines,
        make=made,
        translate=lambda language, title: catalogue(language).gettext(title),
        fragment=lambda name, language, path: fragment(site, name, language, path),
        corpus=corpus,
        search=settings.search,
    )


def _indexes(site: Site) -> Iterator[File]:
    """What the search reads, for each language in a folder of its own."""
    for language in site.corpus.languages:
        for file in index(site.corpus, site.links, language):
            yield File(f"search/{language}/{file.path}", file.content)


def _lines(corpus: Corpus) -> bytes:
    """The line of each record in its file. Pages hold none, since they change for others' edits."""
    lines = {address(record): record.original.at.line for record in corpus.records()}
    return json.dumps(lines, separators=(",", ":")).encode()


def _data_files(corpus: Corpus, links: Links) -> Iterator[File]:
    """Beside each text's page, at the root only, the text in all its languages as JSON."""
    for record in corpus.records():
        yield File(record_path(record), compact(record_json(record, corpus, links)))
    for decision in corpus.decisions.values():
        for ending, content in reference_files(decision, corpus).items():
            yield File(f"{address(decision)}{decision.slug}.{ending}", content)
