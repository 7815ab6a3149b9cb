"""The preview keeps going when the data is wrong: the last good pages, and what is wrong with them.

MkDocs' server asks for a build whenever a file changes. A build that raises would leave it waiting
until the next that does not; so findings are shown, in the terminal and on each page, and the
pages are made from the last data that had no error. At the first start there is none yet; then
the entries of the navigation show the findings.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from acquis.finding import Finding
from acquis.pages.page import Page
from acquis.report import Entry, Lines, as_text, count, printable
from acquis.site.content import Content
from acquis.site.edit import Edit, Passage, edit

#: So many findings are shown on a page; the terminal has them all.
SHOWN = 20


def _no_entry(rule: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Told:
    """What the templates of the preview show: the findings of data with errors, and the last edit.

    `more` is how many findings they do not show; `came` and `went` are findings, in words.
    """

    count: str
    findings: tuple[str, ...]
    more: int
    changed: tuple[Passage, ...] = ()
    more_changed: int = 0
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()


def entries(config: MkDocsConfig) -> Entry:
    """Gives for a rule's id the address of its entry: on the site, or in the file of the reference.

    The preview serves a site of its own, whose address MkDocs puts into the configuration.
    """
    page = Path(config.docs_dir, "reference", "rules.md")
    if not page.is_file():
        return lambda rule: ""
    if config.site_url:
        return lambda rule: f"{config.site_url}reference/rules/#{rule}"
    return lambda rule: f"{Path(config.docs_dir).name}/reference/rules.md#{rule}"


def tell(content: Content, last: Edit | None = None, entry: Entry = _no_entry) -> Told | None:
    """What the pages of a preview show; None where the data has no error and no edit did a thing.

    While the data has errors, all its findings are shown, and those of the edit among them.
    """
    last = last or Edit()
    if not content.broken and not last:
        return None
    shown = content.findings[:SHOWN] if content.broken else ()
    came = () if content.broken else last.came[:SHOWN]
    return Told(
        count(content.findings) if content.broken else "",
        tuple(text(finding, content.lines, entry) for finding in shown),
        len(content.findings) - len(shown) if content.broken else 0,
        last.changed,
        last.more,
        tuple(text(finding, content.lines, entry) for finding in came),
        tuple(map(line, last.went[:SHOWN])),
    )


def text(finding: Finding, lines: Lines, entry: Entry = _no_entry) -> str:
    """One finding, as the command line prints it."""
    return next(as_text([finding], lines, entry))


def line(finding: Finding) -> str:
    """One finding in a line, for one that is no longer there."""
    at = finding.position
    return printable(f"{at.file}: {finding.level}[{finding.rule}]: {finding.message}")


class Preview:
    """What lives on from one build of the preview to the next; `edit` is what the last edit did."""

    def __init__(self) -> None:
        self._good: Content | None = None
        self._last: Content | None = None
        self._address = ""
        self.edit = Edit()

    @property
    def begun(self) -> bool:
        """Whether there was a build before this one."""
        return self._last is not None

    def latest(self, content: Content, entry: Entry = _no_entry) -> Content | None:
        """The content to make pages from: the newest that has no error; None where none had."""
        self.edit = edit(self._good, self._last, content) if self._last else Edit()
        if content.broken:
            click.echo("\n".join(as_text(content.findings, content.lines, entry)), err=True)
        for words in self._told(content, entry):
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

    def keep_serving(self, server: LiveReloadServer) -> None:
        """Let the server show the last good site when a build fails for whatever other reason."""
        self._address = server.url
        build = server.builder

        def build_or_tell(*arguments: Any) -> None:
            try:
                build(*arguments)
            # mkdocs.exceptions.Abort is a SystemExit.
            except (Exception, SystemExit) as error:
                known = isinstance(error, (click.ClickException, SystemExit))
                click.echo(str(error) if known else traceback.format_exc(), err=True)
                click.echo("The last good site is still served.", err=True)

        server.builder = build_or_tell


def stand_ins(entries: Iterable[tuple[str, str, str]]) -> Iterator[Page]:
    """For each (language, address, title) of the navigation, a page for the banner to stand on."""
    for language, address, title in entries:
        yield Page(
            address=address,
            language=language,
            kind="findings",
            section=address,
            title=title,
            description="",
            head=Markup(""),
            content=escape(title),
            contents=Markup(""),
        )
