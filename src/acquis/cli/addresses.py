"""`acquis addresses`: the ledger of addresses that are published and must not die."""

from __future__ import annotations

from pathlib import Path

import click

from acquis.check.ledger import dropped, lines, read
from acquis.cli.output import put, shown
from acquis.cli.project import config_option, open_project
from acquis.load.files import LEDGER

_HEAD = (
    "; Every address and anchor that was published, one a line: none of them may die.",
    "; `acquis addresses --write` adds new ones; nothing is ever taken away.",
)


@click.command()
@config_option
@click.option("--write", is_flag=True, help="Add the new addresses to the ledger.")
@click.pass_context
def addresses(context: click.Context, config: Path, write: bool) -> None:
    """Tell which addresses and anchors are new since the ledger was written, and which are gone.

    The exit status is 1 when an address of the ledger is gone, or, without --write, when new ones
    are not in it yet. Nothing is written while an address is gone.
    """
    project = open_project(config)
    corpus = project.loaded.corpus
    made = lines(corpus)
    known = [entry for _, entry in read(corpus.published or ())]
    new = sorted(set(made) - set(known))
    gone = list(dropped(corpus, made, LEDGER))
    for finding in gone:
        click.echo(f"gone: {finding.message}", err=True)
    if project.broken:
        raise click.ClickException("the data have errors; acquis check tells them")
    if gone:
        context.exit(1)
    place = project.settings.data / LEDGER
    if not write:
        for entry in new:
            click.echo(entry)
        click.echo(f"{len(new)} new, {len(known)} in the ledger", err=True)
        context.exit(1 if new else 0)
    if new or corpus.published is None:
        put(place, "\n".join([*_HEAD, *sorted({*known, *new}), ""]).encode())
    click.echo(f"{shown(place)}: {len(new)} added, {len(known) + len(new)} in all", err=True)
