"""What the site is made of: what was found in the data, and the jobs that make pages from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup

from acquis.finding import Finding, Level
from acquis.report import Lines
from acquis.settings import Settings
from acquis.site.progress import Timings

if TYPE_CHECKING:  # a build with nothing to do need not load them
    import datetime

    from acquis.link import Links
    from acquis.model.corpus import Corpus
    from acquis.pages.edition import Edition
    from acquis.pages.jobs import Job
    from acquis.pages.page import File, Page
    from acquis.reads import Key
    from acquis.site.checking import Checks
    from acquis.site.trace import Trace


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
    changed, `timings` what took how long so far. Where `unchanged` is not 0, the site of so many
    files stands as it would be made: there are no jobs, and nothing is put in its place. `standing`
    has what some of the jobs made that need not be done again, since it stands in the site.
    `checks` has what was read for the findings, where that is known.
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
    unchanged: int = 0
    standing: Mapping[Key, Trace] = field(default_factory=dict)
    checks: Checks | None = None

    def make(self) -> Iterator[Page | File]:
        """All pages and files."""
        for job in self.jobs:
            yield from job()

    @property
    def broken(self) -> bool:
        """Whether a finding is so grave that no pages can be made."""
        return any(finding.level is Level.ERROR for finding in self.findings)


def unchanged(findings: Sequence[Finding], settings: Settings, files: int) -> Content:
    """What is known of a site of so many files that stands as it would be made."""

    def lines(file: str) -> Sequence[str]:
        try:
            return (settings.root / file).read_text("utf-8-sig", errors="replace").split("\n")
        except OSError:
            return ()

    return Content(tuple(findings), lines, (), unchanged=files)
