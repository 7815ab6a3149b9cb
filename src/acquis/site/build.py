"""One build: what was made so far, and the steps in the order in which MkDocs comes to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from itertools import chain, groupby
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from acquis.pages.page import File, Page
from acquis.reads import Key, reading
from acquis.settings import Settings
from acquis.site.addresses import GeneratedFile, SiteFiles, dead_links
from acquis.site.filling import Filler, slots
from acquis.site.navigation import Navigations, keep_out_of_nav, localize, unchain
from acquis.site.news import stand_ins
from acquis.site.progress import Progress, Timings
from acquis.site.sitemap import Listed, compressed, listed, sitemap
from acquis.site.staging import Staging
from acquis.site.strict import Strictness
from acquis.site.theme import Theme, dress, generated, spare
from acquis.site.trace import Trace
from acquis.site.workers import Jobs, in_shares, processes

if TYPE_CHECKING:  # a build with nothing to do need not load them
    from acquis.pages.jobs import Job
    from acquis.site.altered import Texts
    from acquis.site.content import Content
    from acquis.site.upkeep import Upkeep

#: What a process tells of its share: the paths written, the pages for the sitemap, the seconds,
#: and what is kept of each job.
_Share = tuple[list[str], list[Listed], dict[str, float], dict[Key, "Trace"]]

log = get_plugin_logger("acquis")


@dataclass
class Build:
    """The state of one build. `content` is none where the preview has no good data yet.

    With `fill`, pages are filled into frames; without, each is a page of MkDocs. With `keep`, what
    each job made and read is kept in `made`, by the job's key.
    """

    settings: Settings
    config: MkDocsConfig
    content: Content | None
    fill: bool
    staging: Staging
    strictness: Strictness
    keep: bool = False
    made: dict[Key, Trace] = field(default_factory=dict)
    _listed: list[Listed] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._site_dir = self.config.site_dir
        self.config.site_dir = str(self.staging.folder)

    def take_files(self, files: Files) -> SiteFiles:
        """MkDocs has found its files: generated pages and files join them."""
        for file in spare(files, self.config):
            files.remove(file)
        self.files = SiteFiles(files, self.config)
        keep_out_of_nav(self.files, self.settings.languages)
        drafts = InclusionLevel.DRAFT.value
        self.staging.reserve(file.dest_uri for file in files if file.inclusion.value >= drafts)
        self.staging.reserve([*self.config.theme.static_templates, "sitemap.xml.gz"])
        if not self.fill and self.content is not None:
            for made in self._made(self.content.jobs):
                self.staging.claim(f"{made.address}index.html")
                self.files.append(GeneratedFile(made.address, self.config, made))
        return self.files

    def _made(self, jobs: Iterable[Job]) -> Iterator[Page]:
        """The pages of some jobs; files among them are written at once."""
        for made in chain.from_iterable(job() for job in jobs):
            if isinstance(made, File):
                self.staging.write(made.path, made.content)
                continue
            self._listed += listed(made, self.settings.languages, self.config.site_url or "")
            yield made

    def take_nav(self, nav: Navigation) -> None:
        """MkDocs has read the navigation."""
        unchain(nav)
        self.nav = nav

    def take_env(self, env: jinja2.Environment) -> None:
        """The theme is ready, and pages written by hand are read: generated pages are filled."""
        self.env = env
        translate = self.content.translate if self.content else lambda language, title: title
        languages = self.settings.languages
        navs = localize(self.nav, self.files, self.config, languages, translate)
        self.theme = Theme(env, self.config, navs, self.content)
        if self.content is None:
            self.filler = self._filler(navs)
            self._write(stand_ins(_generated_entries(navs)), self.filler, Timings())
        elif self.fill:
            self._write_shares(self.content, navs)
        else:
            for file in self.files.documentation_pages():
                if isinstance(file, GeneratedFile) and file.made and file.page:
                    self.theme.hang(file.page, file.made)

    def _write_shares(self, content: Content, navs: Navigations) -> None:
        """Make and write all pages and files, in as many processes as are wanted."""
        for made in content.standing.values():
            for path in made.paths:
                self.staging.take(path)
            self._listed += made.listed
        left = [job for job in content.jobs if job.key not in content.standing]
        groups = [list(jobs) for _, jobs in groupby(left, lambda job: job.key[:2])]
        wanted = processes(self.settings.processes, len(groups))
        texts = _texts(content) if self.keep else None
        self.filler = self._filler(navs)
        with content.timings.of("making pages"), Progress(len(groups), wanted) as progress:

            def share(numbers: Jobs) -> _Share:
                timings = Timings()
                kept: dict[Key, Trace] = {}
                with self.staging.noting() as written:
                    for number in numbers:
                        pages = 0
                        for job in groups[number]:
                            paths, begun = len(written), len(self._listed)
                            with reading() if texts else nullcontext(set[Key]()) as noted:
                                pages += self._write(self._made([job]), self.filler, timings)
                            if texts:
                                new = tuple(written[paths:]), tuple(self._listed[begun:])
                                kept[job.key] = Trace(texts.named(noted), *new)
                        progress.done(numbers.share, pages)
                return written, self._listed, timings.seconds, kept

            begun = len(self._listed)
            own, *others = in_shares(share, len(groups), wanted)
        content.timings.add(own[2])
        self.made = {**content.standing, **own[3]}
        for written, added, seconds, kept in others:
            for path in written:
                self.staging.claim(path)
            self._listed += added[begun:]
            content.timings.add(seconds)
            self.made |= kept

    def _filler(self, navs: Navigations) -> Filler:
        entries = frozenset(address for pages in navs.entries.values() for address in pages)
        return Filler(self.theme.render, entries, self.config.site_url)

    def _write(self, pages: Iterator[Page], filler: Filler, timings: Timings) -> int:
        """Write pages as they are made; how many they were."""
        count = 0
        before = perf_counter()
        for page in pages:
            self.staging.write(f"{page.address}index.html", filler.fill(page))
            now = perf_counter()
            timings.add({f"  {page.kind}": now - before})
            before = now
            count += 1
        timings.add({"  files": perf_counter() - before})
        return count

    def content_of(self, page: MkDocsPage) -> str | None:
        """In the ordinary way: what a generated page is to show instead of rendered Markdown."""
        if not (isinstance(page.file, GeneratedFile) and page.file.made):
            return None
        dress(page, slots(page.file.made, self.config.site_url))
        return page.content

    def tell(self, context: TemplateContext, page: MkDocsPage | None) -> None:
        """A template is about to be rendered by MkDocs."""
        made = page.file.made if page and isinstance(page.file, GeneratedFile) else None
        shown = made and slots(made, self.config.site_url)
        self.theme.tell(context, page, generated(made, shown) if made and shown else None)

    def complete(self) -> None:
        """All pages are written: the sitemap is made, and links to generated pages looked at."""
        self.by_hand = [
            Listed(str(file.page.canonical_url))
            for file in self.files.documentation_pages()
            if file.page and not isinstance(file, GeneratedFile)
        ]
        found = Path(self.staging.folder, "sitemap.xml")
        if self.config.site_url:
            found.write_bytes(sitemap(self.env, self.by_hand, self._listed))
            found.with_suffix(".xml.gz").write_bytes(compressed(found.read_bytes()))
        else:  # a sitemap holds nothing but absolute addresses
            found.unlink(missing_ok=True)
            found.with_suffix(".xml.gz").unlink(missing_ok=True)
        if self.content is not None:
            unchanged = self.content.unchanged
            site = self.staging.site if unchanged else self.staging.folder
            for message in dead_links(self.files, site):
                log.warning(message)

    def upkeep(self, content: Content) -> Upkeep:
        """What keeps the site up with the data, once it is in its place."""
        from acquis.site.upkeep import Upkeep  # see above

        made = {path.casefold() for one in self.made.values() for path in one.paths}
        return Upkeep(
            site=self.staging.site,
            languages=self.settings.languages,
            site_url=self.config.site_url or "",
            content=content,
            filler=self.filler,
            theme=self.theme,
            env=self.env,
            files=self.files,
            by_hand=self.by_hand,
            made=self.made,
            taken=frozenset(self.staging.taken - made),
        )

    def place(self) -> None:
        """Nothing else will be done to the site: if all is well, it is put in place."""
        self.strictness.judge()
        timings = self.content.timings if self.content else Timings()
        with timings.of("putting the site in place"):
            if self.content and self.content.unchanged:
                placed = self.staging.leave(self.content.unchanged)
            else:
                placed = self.staging.place()
        if self.settings.timings:
            for line in timings.lines():
                log.info(line)
        log.info(f"{placed.changed} files are new or changed, {placed.same} are as they were")
        self.end()

    def end(self) -> None:
        """The build is over, well or badly; harmless when called twice."""
        self.staging.discard()
        self.strictness.end()
        self.config.site_dir = self._site_dir


def _texts(content: Content) -> Texts | None:
    from acquis.site.altered import Texts  # see above

    return Texts(content.corpus) if content.corpus else None


def _generated_entries(navs: Navigations) -> Iterator[tuple[str, str, str]]:
    for language, pages in navs.entries.items():
        for address, page in pages.items():
            if isinstance(page.file, GeneratedFile):
                yield language, address, str(page.title)
