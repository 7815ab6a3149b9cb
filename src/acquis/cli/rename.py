"""`acquis rename`: a decision or document gets another symbol or id, everywhere at once."""

from __future__ import annotations

from pathlib import Path

import click

from acquis.cli.output import put_all
from acquis.cli.project import config_option, open_project
from acquis.cli.renaming import Record, RenamingError, renaming
from acquis.cli.show import near_misses
from acquis.model.corpus import Corpus
from acquis.report import printable
from acquis.symbol import normal


@click.command()
@config_option
@click.option("--kind", help="decision, resolution …, where several texts have the symbol OLD.")
@click.option("--check", is_flag=True, help="Write nothing; tell what would change.")
@click.argument("old")
@click.argument("new")
def rename(config: Path, kind: str | None, check: bool, old: str, new: str) -> None:
    """Give the decision or document OLD the symbol or id NEW.

    Its record and its translations, all that refers to it, and `formerly`, so that its address
    lives on, change in one step; comments and style stay. Texts that cite it are told, and stay
    as they are.
    """
    project = open_project(config)
    corpus = project.loaded.corpus
    found = _named(old, corpus, kind)
    if not found and any(old in record.formerly for record in _named(new, corpus, kind)):
        click.echo(printable(f"{old} is {new} already"))
        return
    if len(found) != 1:
        raise click.ClickException(printable(_unclear(old, found, corpus)))
    try:
        made = renaming(project, found[0], old, new)
    except RenamingError as error:
        raise click.ClickException(printable(f"nothing was changed: {error}")) from None
    if not check:
        put_all(made.files)
    for change in sorted(made.changes, key=_in_order):
        click.echo(printable(change))
    for place in made.citing:
        click.echo(printable(f"{place}: cites {old} in words, which stay as they are"))
    if getattr(found[0], "status", "") == "draft":
        click.echo(printable(f"the status of {new} is still draft"), err=True)
    files = "1 file" if len(made.files) == 1 else f"{len(made.files)} files"
    click.echo(f"{files} {'would change' if check else 'changed'}", err=True)


def _named(name: str, corpus: Corpus, kind: str | None) -> list[Record]:
    wanted = normal(name)
    return [
        record
        for record in corpus.records()
        if wanted in {normal(record.symbol), record.id, record.slug} - {""}
        and kind in (None, record.kind)
    ]


def _unclear(name: str, found: list[Record], corpus: Corpus) -> str:
    """Why no one record is meant, in words."""
    if found:
        kinds = ", ".join(f"--kind {record.kind}" for record in found)
        return f'several texts are "{name}": say which with one of {kinds}'
    near = near_misses(name, corpus)
    fix = f"; did you mean {' or '.join(near)}?" if near else ""
    return f'there is no decision or document "{name}"{fix}'


def _in_order(change: str) -> tuple[str, tuple[int, ...]]:
    """By file, then by place."""
    file, _, rest = change.partition(":")
    numbers = rest.split(":")[:2]
    return file, tuple(int(number) for number in numbers if number.isdigit())
