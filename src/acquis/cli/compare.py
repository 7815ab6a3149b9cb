"""`acquis compare`: any two texts side by side, their differences word by word."""

from __future__ import annotations

from pathlib import Path

import click

from acquis.changes.pair import Text, pair, pair_as_json, pair_as_markdown, pair_as_text
from acquis.cli.diff import in_colours
from acquis.cli.output import to_stdout
from acquis.cli.project import config_option, open_project
from acquis.cli.show import the_one, warn
from acquis.model.corpus import Corpus
from acquis.report import printable


@click.command()
@config_option
@click.option(
    "--language",
    metavar="LANG",
    help="The language of the two.  [default: the site's, or the first in which both are held]",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="How the comparison is told: for a terminal, for a web page, for programs.",
)
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
def compare(config: Path, language: str | None, form: str, one: str, other: str) -> None:
    """Compare two texts: decisions, drafts or documents, by symbol, id or address.

    Paragraphs are paired by their words, wherever they stand.
    """
    project = open_project(config)
    corpus = project.loaded.corpus
    first, second = (the_one(name, corpus, project) for name in (one, other))
    found = pair(first, second, _language(first, second, corpus, language))
    if form == "json":
        to_stdout(pair_as_json(found).encode())
    elif form == "markdown":
        to_stdout(pair_as_markdown(found).encode())
    else:
        for line in pair_as_text(found, styles=in_colours()):
            click.echo(line)
    warn(project)


def _language(one: Text, other: Text, corpus: Corpus, wanted: str | None) -> str:
    """The language that was asked for, or one in which both texts are held."""
    held = [
        [language for language, version in record.versions.items() if version.held]
        for record in (one, other)
    ]
    for record, languages in zip((one, other), held, strict=True):
        if not languages:
            message = f'the text of "{record.name}" is not held here'
            raise click.ClickException(printable(message))
        if wanted is not None and wanted not in languages:
            message = f'"{record.name}" is not held in "{wanted}", only in: {", ".join(languages)}'
            raise click.ClickException(printable(message))
    both = [language for language in held[0] if language in held[1]]
    if not both:
        raise click.ClickException("the two texts are not held in the same language")
    first = corpus.languages[0]
    return wanted or (first if first in both else both[0])
