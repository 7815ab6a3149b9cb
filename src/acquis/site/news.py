"""What the preview tells on each page, and findings in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig

from acquis.finding import Finding
from acquis.pages.page import Page
from acquis.report import Entry, Lines, as_text, count, printable

if TYPE_CHECKING:
    from acquis.site.content import Content
    from acquis.site.edit import Edit, Passage

#: So many findings are shown on a page; the terminal has them all.
SHOWN = 20


def no_entry(rule: str) -> str:
    """The entry of a rule where there is none."""
    return ""


@dataclass(frozen=True, slots=True)
class News:
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


def news(content: Content, last: Edit, entry: Entry = no_entry) -> News | None:
    """What the pages of a preview show; None where the data has no error and no edit did a thing.

    While the data has errors, all its findings are shown, and those of the edit among them.
    """
    if not content.broken and not last:
        return None
    shown = content.findings[:SHOWN] if content.broken else ()
    came = () if content.broken else last.came[:SHOWN]
    return News(
        count(content.findings) if content.broken else "",
        tuple(text(finding, content.lines, entry) for finding in shown),
        len(content.findings) - len(shown) if content.broken else 0,
        last.changed,
        last.more,
        tuple(text(finding, content.lines, entry) for finding in came),
        tuple(map(line, last.went[:SHOWN])),
    )


def text(finding: Finding, lines: Lines, entry: Entry = no_entry) -> str:
    """One finding, as the command line prints it."""
    return next(as_text([finding], lines, entry))


def line(finding: Finding) -> str:
    """One finding in a line, for one that is no longer there."""
    at = finding.position
    return printable(f"{at.file}: {finding.level}[{finding.rule}]: {finding.message}")


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
