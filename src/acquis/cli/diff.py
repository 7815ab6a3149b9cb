"""`acquis diff`: what changed in the texts between two states of the repository."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from acquis.changes import changes
from acquis.changes.as_json import as_json
from acquis.changes.as_markdown import Pages, as_markdown
from acquis.changes.as_text import as_text
from acquis.changes.wording import counted
from acquis.cli.check import SUMMARY_LIMIT
from acquis.cli.output import to_stdout
from acquis.cli.project import config_option, open_project
from acquis.cli.state import repository
from acquis.finding import Level
from acquis.load import Loaded


@click.command()
@config_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="How changes are told: for a terminal, for a web page, for programs.",
)
@click.option(
    "--summary",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Add the Markdown to this file instead.  [default: with --format markdown, the file that "
    "GITHUB_STEP_SUMMARY names]",
)
@click.option(
    "--site",
    metavar="URL",
    default="",
    envvar="ACQUIS_SITE",
    help="Link to the pages of this site.",
)
@click.option(
    "--artifact",
    metavar="URL",
    default="",
    envvar="ACQUIS_ARTIFACT",
    help="Name the pages in this archive of the built site.",
)
@click.option("--exit-code", is_flag=True, help="Make the exit status 1 where something changed.")
@click.argument("revisions", nargs=-1, metavar="[REV [REV]]")
@click.pass_context
def diff(
    context: click.Context,
    config: Path,
    form: str,
    summary: Path | None,
    site: str,
    artifact: str,
    exit_code: bool,
    revisions: tuple[str, ...],
) -> None:
    """Tell what changed in the texts, by decision, language and paragraph, word by word.

    Without REV the working tree is compared with the last commit (HEAD); with one, with that; with
    two, the second with the first.
    """
    if len(revisions) > 2:
        raise click.UsageError("name no more than two states")
    for name, url in (("--site", site), ("--artifact", artifact)):
        if (url and not url.startswith(("http://", "https://"))) or set(url) & set("<> \n\\"):
            raise click.BadParameter(f"{name} takes an address that begins with https://")
    project = open_project(config)
    states = repository(project.settings.root)
    before = states.loaded(revisions[0] if revisions else "HEAD", config.name)
    after: Loaded = (
        states.loaded(revisions[1], config.name) if len(revisions) == 2 else project.loaded
    )
    broken = (_errors(before), _errors(after))
    for number, when in zip(broken, ("as they were", "as they are now"), strict=True):
        if number:
            errors = counted(number, "error")
            click.echo(f"{errors} in the data {when}, so something may be missing", err=True)
    found = changes(before.corpus, after.corpus)
    if form == "json":
        to_stdout(f"{as_json(found)}\n".encode())
    elif form == "markdown" or summary is not None:
        pages = Pages(site, artifact, after.corpus.languages, broken, (before.corpus, after.corpus))
        named = os.environ.get("GITHUB_STEP_SUMMARY")
        summary = summary or (Path(named) if named else None)
        if summary is None:
            to_stdout(as_markdown(found, pages, SUMMARY_LIMIT).encode())
        else:
            with summary.open("ab") as stream:
                stream.write(as_markdown(found, pages, SUMMARY_LIMIT - stream.tell()).encode())
    else:
        for line in as_text(found, styles=in_colours()):
            click.echo(line)
    if exit_code and found:
        context.exit(1)


def _errors(loaded: Loaded) -> int:
    return sum(finding.level is Level.ERROR for finding in loaded.findings)


def in_colours() -> bool:
    """Whether somebody sees colours; NO_COLOR is honoured as no-color.org asks."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return sys.stdout.isatty() and wanted
