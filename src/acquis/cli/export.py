"""`acquis export`: the whole corpus in a format that others read."""

from __future__ import annotations

from pathlib import Path

import click

from acquis.cli.output import put, to_stdout
from acquis.cli.project import Project, config_option, open_project
from acquis.exporters.json import corpus_json, encode
from acquis.finding import Level
from acquis.report import as_text


@click.group()
def export() -> None:
    """Write the corpus in another format."""


@export.command("json")
@config_option
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write.  [default: standard output]",
)
@click.pass_context
def json_(context: click.Context, config: Path, output: Path | None) -> None:
    """Write the corpus as JSON, one object for each text and language, in UTF-8.

    Data with errors are not exported: the findings are told, and the exit status is 1.
    """
    project = open_project(config)
    if _has_errors(project):
        context.exit(1)
    content = encode(corpus_json(project.loaded.corpus, project.links))
    if output is None:
        to_stdout(content)
    else:
        put(output, content)


def _has_errors(project: Project) -> bool:
    """Whether the data have errors; these are told on standard error."""
    errors = [finding for finding in project.findings if finding.level is Level.ERROR]
    if errors:
        for line in as_text(errors, project.loaded.lines):
            click.echo(line, err=True)
    return bool(errors)
