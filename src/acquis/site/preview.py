"""The preview: an edit is on the screen at once, and it keeps going when the data is wrong.

MkDocs' server asks for a build whenever a file changes. Where nothing but the data did, the site is
only kept up with them. A build that raises would leave the server waiting until the next that does
not; so findings are shown, in the terminal and on each page, and the pages are made from the last
data that had no error. At the first start there is none yet; then the entries of the navigation
show the findings.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from operator import is_
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger

from acquis.report import Entry, as_text, count
from acquis.site.altered import same_institution
from acquis.site.content import Content
from acquis.site.edit import Edit, edit
from acquis.site.generation import Keeper
from acquis.site.news import line, news, no_entry, text
from acquis.site.noticing import Surroundings, Watch
from acquis.site.serving import Box, Idle, ask_again, settle, unsettle, with_box
from acquis.site.upkeep import Updated, Upkeep, WholeNeededError

if TYPE_CHECKING:
    from acquis.site.build import Build

log = get_plugin_logger("acquis")

#: Brings a site that was built up to the data, as `Upkeep.update` does; None where they have
#: errors.
Update = Callable[[Upkeep], Updated | None]


class Preview:
    """What lives on from one build of the preview to the next; `edit` is what the last edit did."""

    def __init__(self) -> None:
        self.keeper = Keeper()
        self.edit = Edit()
        self._good: Content | None = None
        self._last: Content | None = None
        self._address = ""
        self._entry: Entry = no_entry
        self._upkeep: Upkeep | None = None
        self._around: Surroundings | None = None
        self._box: Box | None = None
        self._idle = Idle()

    @property
    def begun(self) -> bool:
        """Whether there was a build before this one."""
        return self._last is not None

    def latest(self, content: Content, entry: Entry | None = None) -> Content | None:
        """The content to make pages from: the newest that has no error; None where none had."""
        self._entry = entry or self._entry
        if self._last is not None and _same(self._last, content):
            self._last = content
            return self._good
        self.edit = edit(self._good, self._last, content) if self._last else Edit()
        if content.broken:
            click.echo("\n".join(as_text(content.findings, content.lines, self._entry)), err=True)
        for words in self._told(content, self._entry):
            click.echo(words, err=True)
        self._last = content
        if not content.broken:
            self._good = content
        return self._good

    def _told(self, content: Content, entry: Entry) -> Iterator[str]:
        """What the edit did, for the terminal."""
        last = self.edit
        if last.changed:
            yield "Changed:"
        for passage in last.changed:
            place = f"{self._address}{passage.path}\n    " if passage.path else ""
            yield f"  {place}{passage.words}"
        if last.more:
            yield f"  and {last.more} more"
        if last.came and not content.broken:
            yield f"New: {count(last.came)}"
            for finding in last.came:
                yield text(finding, content.lines, entry)
        if last.went:
            yield f"No longer found: {count(last.went)}"
            yield from (f"  {line(finding)}" for finding in last.went)

    def begin(self, config: MkDocsConfig, data: Path) -> None:
        """A whole build begins; what is changed from now on is not in it."""
        self._upkeep = None
        self._around = Surroundings(config, data)

    def built(self, build: Build) -> None:
        """A whole build has put its site in place."""
        self._box = Box(build.env)
        content = build.content
        if build.fill and content is not None and content.corpus is not None:
            self._upkeep = build.upkeep(content)

    def keep_serving(self, server: LiveReloadServer, update: Update) -> None:
        """Let the server notice changes at once, and do no more after an edit than it takes.

        It shows the last good site when a build fails for whatever reason, and on each page what is
        wrong with the data, or what the last edit did.
        """
        self._address = server.url
        Watch(server, self._idle.give_up)
        build = server.builder

        def build_or_tell(*arguments: Any) -> None:
            try:
                if not self._kept_up(server, update):
                    build(*arguments)
            # mkdocs.exceptions.Abort is a SystemExit.
            except (Exception, SystemExit) as error:
                known = isinstance(error, (click.ClickException, SystemExit))
                click.echo(str(error) if known else traceback.format_exc(), err=True)
                click.echo("The last good site is still served.", err=True)

        server.builder = build_or_tell
        server.set_app(with_box(server.serve_request, self._shown(server)))

    def _kept_up(self, server: LiveReloadServer, update: Update) -> bool:
        """Bring the site up to the data, where nothing else changed; whether that was enough."""
        upkeep, around = self._upkeep, self._around
        if upkeep is None or around is None or around.changed():
            return False
        if upkeep.pending:
            settle(server)
            upkeep.late(self._idle.run)
            unsettle(server)
        before = perf_counter()
        last = self._last
        try:
            updated = update(upkeep)
        except WholeNeededError as error:
            log.info(f"the whole site is made again: {error}")
            return False
        if updated is not None and updated.files:
            seconds = perf_counter() - before
            log.info(f"{updated.files} files are new or changed, after {seconds:.2f} seconds")
        elif last is not None and self._last is not None and _same(last, self._last):
            settle(server)
        if upkeep.pending:
            ask_again(server)
        return True

    def _shown(self, server: LiveReloadServer) -> Callable[[], str]:
        """Gives the box that stands on every page, "" where there is nothing to tell."""

        def shown() -> str:
            if self._last is None or self._box is None:
                return ""
            known = news(self._last, self.edit, self._entry)
            return self._box.html(known, server.mount_path) if known else ""

        return shown


def _same(one: Content, other: Content) -> bool:
    """Whether two readings of the data gave the very same."""
    if one.corpus is None or other.corpus is None or one.findings != other.findings:
        return False
    records, others = list(one.corpus.records()), list(other.corpus.records())
    return (
        len(records) == len(others)
        and all(map(is_, records, others))
        and same_institution(one.corpus, other.corpus)
        and all(
            getattr(one.corpus, name) == getattr(other.corpus, name)
            for name in ("areas", "activities", "services")
        )
    )
