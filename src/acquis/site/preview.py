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
from typing import Any

import click
from markupsafe import Markup, escape
from mkdocs.livereload import LiveReloadServer

from acquis.finding import Finding
from acquis.pages.page import Page
from acquis.report import Lines, as_text, count
from acquis.site.content import Content

#: So many findings are shown on a page; the terminal has them all.
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Told:
    """Findings as the templates of the preview show them; `more` is how many they do not."""

    count: str
    findings: tuple[str, ...]
    more: int


def tell(content: Content) -> Told | None:
    """What the pages of a preview show; None where the data has no error."""
    if not content.broken:
        return None
    shown = content.findings[:SHOWN]
    texts = tuple(text(finding, content.lines) for finding in shown)
    return Told(count(content.findings), texts, len(content.findings) - len(shown))


def text(finding: Finding, lines: Lines) -> str:
    """One finding, as the command line prints it."""
    return next(as_text([finding], lines))


class Preview:
    """What lives on from one build of the preview to the next."""

    def __init__(self) -> None:
        self._good: Content | None = None

    def latest(self, content: Content) -> Content | None:
        """The content to make pages from: the newest that has no error; None where none had."""
        if not content.broken:
            self._good = content
        else:
            click.echo("\n".join(as_text(content.findings, content.lines)), err=True)
        return self._good

    def keep_serving(self, server: LiveReloadServer) -> None:
        """Let the server show the last good site when a build fails for whatever other reason."""
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
