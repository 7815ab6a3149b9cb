"""`acquis check`: everything that an editor should know about the data."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from acquis.cli.output import to_stdout
from acquis.cli.project import config_option, open_project
from acquis.cli.reference import entries
from acquis.finding import Finding, Level
from acquis.model.corpus import Corpus
from acquis.report import Entry, as_github, as_json, as_summary, as_text, ordered

#: GitHub refuses the summary of a step from here on, in bytes
#: (docs.github.com, "Workflow commands", "Step isolation and limits").
SUMMARY_LIMIT = 1024 * 1024


@click.command()
@config_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How findings are told: for people, for programs, as annotations on GitHub.",
)
@click.option(
    "--fail-on",
    type=click.Choice([str(level) for level in Level]),
    default=str(Level.ERROR),
    show_default=True,
    help="The slightest level that makes the exit status 1.",
)
@click.option(
    "--summary",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Add all findings to this file, in Markdown.  [default: with --format github, the "
    "file that GITHUB_STEP_SUMMARY names]",
)
@click.option(
    "--translations",
    is_flag=True,
    help="List which texts are not held in which of the site's languages, and nothing else.",
)
@click.pass_context
def check(
    context: click.Context,
    config: Path,
    form: str,
    fail_on: str,
    summary: Path | None,
    translations: bool,
) -> None:
    """Check the data, and tell what is wrong, where, and how to mend it.

    The exit status is 1 when something was found that is at least as grave as --fail-on says,
    and 2 when the command was used wrongly.
    """
    project = open_project(config)
    if translations:
        for line in untranslated(project.loaded.corpus):
            click.echo(line)
        return
    found = project.findings
    lines = project.loaded.lines
    entry = entries(config)
    if form == "json":
        to_stdout(f"{as_json(found, entry)}\n".encode())
    else:
        told = as_text(found, lines, entry) if form == "text" else as_github(found, entry)
        for line in told:
            click.echo(line)
    named = os.environ.get("GITHUB_STEP_SUMMARY") if form == "github" else None
    if summary is None and named:
        summary = Path(named)
    if summary is not None:
        with summary.open("ab") as stream:
            stream.write(summarised(found, SUMMARY_LIMIT - stream.tell(), entry))
    if any(finding.level.rank <= Level(fail_on).rank for finding in found):
        context.exit(1)


def untranslated(corpus: Corpus) -> Iterator[str]:
    """For each language, how many of the texts are held in it, and which are not."""
    held = [record for record in corpus.records() if record.original.held]
    for language in corpus.languages:
        missing = [
            record
            for record in held
            if language not in record.versions or not record.versions[language].held
        ]
        yield f"{language}: {len(held) - len(missing)} of {len(held)} texts"
        for record in missing:
            at = record.original.at
            yield f"  {record.name} ({at.file}:{at.line}, held in {record.language})"


def summarised(findings: Sequence[Finding], room: int, entry: Entry = lambda rule: "") -> bytes:
    """The summary of the findings in at most `room` bytes: the gravest, and how many are left."""
    found = ordered(findings)
    content = as_summary(found, entry).encode()
    kept = len(found)
    while len(content) > room and kept:
        kept //= 2
        more = f"\n{len(found) - kept} more: run `acquis check` to see them.\n"
        content = (as_summary(found[:kept], entry) + more).encode()
    return content if len(content) <= room else b""
