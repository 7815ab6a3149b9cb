"""The preview's site is kept up with the data: after an edit only what depends on it is made.

MkDocs is not asked for anything then; its pages, its frames and its navigation stand as they are.
What cannot be done so is left to a whole build, which is always right: a change of conventions,
meetings, actors or topics, or of anything but the data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import jinja2
from mkdocs.plugins import get_plugin_logger

from acquis.pages.jobs import Job
from acquis.pages.page import File
from acquis.reads import Key, reading
from acquis.site.addresses import SiteFiles, dead_links
from acquis.site.altered import Texts, altered, altered_days, same_institution
from acquis.site.content import Content
from acquis.site.filling import Filler
from acquis.site.paths import unsafe
from acquis.site.sitemap import Listed, compressed, listed, sitemap
from acquis.site.theme import Theme
from acquis.site.trace import Trace

log = get_plugin_logger("acquis")


#: Does some work, or gives it up: then there is nothing.
Run = Callable[[Callable[[], "Done"]], "Done | None"]
#: What a job made, and the bytes of each file by its path.
Done = tuple[Trace, dict[str, bytes]]


class WholeNeededError(Exception):
    """Only a whole build can make the site from these data; the message says why."""


@dataclass(frozen=True, slots=True)
class Updated:
    """How many jobs were done, and how many files were written or removed."""

    jobs: int
    files: int


@dataclass
class Upkeep:
    """A site that was built, and what is known of how it was made.

    `site` is its folder, `taken` has the paths that other files than those of jobs have, in lower
    case. `made` has what each job made and read, by its key.
    """

    site: Path
    languages: tuple[str, ...]
    site_url: str
    content: Content
    filler: Filler
    theme: Theme
    env: jinja2.Environment
    files: SiteFiles
    by_hand: list[Listed]
    made: dict[Key, Trace]
    taken: frozenset[str]
    #: The keys of late jobs that are not done yet.
    pending: set[Key] = field(default_factory=set)

    def update(self, content: Content) -> Updated:
        """Make the site that a whole build would make from new content without errors.

        Raises WholeNeededError before anything is changed. Jobs that are late are not done yet, but
        by `late`.
        """
        changed = self._changed(content)
        jobs = {job.key: job for job in content.jobs}
        again = [job for job in content.jobs if self._needed(job, changed)]
        self.theme.content = content
        texts = Texts(content.corpus) if content.corpus else None
        assert texts is not None
        new: dict[Key, Trace] = {}
        written: dict[str, bytes] = {}
        self.pending |= {job.key for job in again if job.late}
        for job in again:
            if not job.late:
                new[job.key], files = self._do(job, texts)
                written |= files
        gone = [key for key in self.made if key not in jobs]
        removed = self._removed(gone, new, written)
        fragments = dict(self._fragments(content, changed))
        before = self._listed()
        self.content = content
        for key in gone:
            del self.made[key]
        self.made |= new
        for path, html in fragments.items():
            written[path] = html
        if self.site_url and self._listed() != before:
            made = sitemap(self.env, self.by_hand, self._listed())
            written |= {"sitemap.xml": made, "sitemap.xml.gz": compressed(made)}
        files_changed = sum(self._write(path, made) for path, made in written.items())
        self._remove(removed)
        for message in dead_links(self.files, self.site):
            log.warning(message)
        return Updated(len(new), files_changed + len(removed))

    def late(self, run: Run) -> bool:
        """Do the jobs that were left; whether all were done, and `run` gave none of them up."""
        assert self.content.corpus is not None
        texts = Texts(self.content.corpus)
        for job in self.content.jobs:
            if job.key not in self.pending:
                continue
            done = run(partial(self._do, job, texts))
            if done is None:
                return False
            made, written = done
            removed = self._removed([], {job.key: made}, written)
            for path, content in written.items():
                self._write(path, content)
            self._remove(removed)
            self.made[job.key] = made
            self.pending.discard(job.key)
        return True

    def _changed(self, content: Content) -> frozenset[Key]:
        old, new = self.content, content
        if not (old.corpus and old.links and new.corpus and new.links):
            raise WholeNeededError("there was no site before")
        if not same_institution(old.corpus, new.corpus):
            raise WholeNeededError("conventions, meetings, actors or topics changed")
        since = altered((old.corpus, old.links), (new.corpus, new.links))
        return since.changed | altered_days(old.days, new.days)

    def _needed(self, job: Job, changed: frozenset[Key]) -> bool:
        made = self.made.get(job.key)
        return made is None or job.lasting or not made.reads.isdisjoint(changed)

    def _do(self, job: Job, texts: Texts) -> Done:
        """What a job makes; nothing is written yet."""
        written: dict[str, bytes] = {}
        found: list[Listed] = []
        with reading() as noted:
            for made in job():
                if isinstance(made, File):
                    path, content = made.path, made.content
                else:
                    found += listed(made, self.languages, self.site_url)
                    path, content = f"{made.address}index.html", self.filler.fill(made)
                if unsafe(path) or path in written:
                    raise WholeNeededError(f"the path {path!r} cannot be written")
                written[path] = content
        return Trace(texts.named(noted), tuple(written), tuple(found)), written

    def _removed(
        self, gone: list[Key], new: dict[Key, Trace], written: dict[str, bytes]
    ) -> list[str]:
        """The files that are made no longer; raises WholeNeededError where two have one path."""
        known = [self.made[key] for key in (*gone, *new) if key in self.made]
        before = [path for one in known for path in one.paths]
        removed = set(before) - written.keys()
        fresh = {path.casefold() for path in written.keys() - set(before)}
        if fresh:
            others = {
                path.casefold()
                for key, one in self.made.items()
                if key not in new and key not in gone
                for path in one.paths
            }
            if not fresh.isdisjoint(self.taken | others):
                raise WholeNeededError("a path is taken")
        several = sum(len(one.paths) for one in new.values())
        if several != len({path.casefold() for path in written}):
            raise WholeNeededError("two pages or files have one path")
        return sorted(removed)

    def _fragments(self, content: Content, changed: frozenset[Key]) -> Iterator[tuple[str, bytes]]:
        """The pages written by hand whose pieces from the data changed."""
        pages: dict[str, str] = {}
        fragments = self.theme.fragments
        for place, one in enumerate(fragments):
            if one.reads.isdisjoint(changed):
                continue
            with reading() as noted:
                html = content.fragment(one.name, one.language, one.path)
            if html == one.html:
                continue
            if not one.file or one.file not in pages:
                path = self.site / one.file
                if not one.file or not path.is_file():
                    raise WholeNeededError("a template takes in a piece of the data")
                pages[one.file] = path.read_bytes().decode()
            if pages[one.file].count(one.html) != 1:
                raise WholeNeededError(f"{one.file} changed a piece of the data")
            pages[one.file] = pages[one.file].replace(one.html, html)
            fragments[place] = one._replace(html=html, reads=frozenset(noted))
        yield from ((path, html.encode()) for path, html in pages.items())

    def _listed(self) -> list[Listed]:
        return [one for made in self.made.values() for one in made.listed]

    def _write(self, path: str, content: bytes) -> bool:
        """Put a file in its place in one step; whether it has other bytes than before."""
        target = self.site / path
        with suppress(OSError):
            if target.stat().st_size == len(content) and target.read_bytes() == content:
                return False
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name}.new")
        beside.write_bytes(content)
        beside.replace(target)
        return True

    def _remove(self, paths: list[str]) -> None:
        for path in paths:
            target = self.site / path
            target.unlink(missing_ok=True)
            with suppress(OSError):  # what holds something else stays
                for folder in target.parents:
                    if folder == self.site:
                        break
                    folder.rmdir()
