"""`acquis show`: one decision or document, to be read in the terminal."""

from __future__ import annotations

import os
import shutil
import sys
from difflib import get_close_matches
from pathlib import Path

import click

from acquis.citation.query import resolve
from acquis.citation.table import table
from acquis.cli.output import to_stdout
from acquis.cli.project import Project, config_option, open_project
from acquis.cli.sheet import sheet
from acquis.cli.typesetting import Typesetter
from acquis.exporters.json import decision_json, document_json, encode
from acquis.model.address import address
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision, Version
from acquis.model.document import Document
from acquis.report import printable
from acquis.symbol import normal, slug

#: Lines longer than this are hard to read, however wide the terminal.
_WIDEST = 80
_NARROWEST = 30


@click.command()
@config_option
@click.option("--json", "as_json", is_flag=True, help="Write its JSON object instead.")
@click.option("--language", metavar="LANG", help="The language to show.  [default: the site's]")
@click.argument("symbol")
def show(config: Path, as_json: bool, language: str | None, symbol: str) -> None:
    """Show a decision or a document: its SYMBOL, id or address is given."""
    project = open_project(config)
    corpus = project.loaded.corpus
    record = the_one(symbol, corpus, project)
    version = _version(record, corpus, language)
    if as_json:
        values = (
            decision_json(record, corpus, project.links)
            if isinstance(record, Decision)
            else document_json(record, corpus, project.links)
        )
        of_language = next(value for value in values if value["language"] == version.language)
        to_stdout(encode(of_language))
    else:
        for line in sheet(record, version, corpus, typesetter()):
            click.echo(line)
    warn(project)


def the_one(name: str, corpus: Corpus, project: Project) -> Decision | Document:
    """The one record that a name means. Raises ClickException with what else it could be."""
    found = matching(name, corpus)
    if len(found) == 1:
        return found[0]
    if found:
        choice = ", ".join(map(address, found))
        raise click.ClickException(printable(f'several texts are "{name}": name one of {choice}'))
    warn(project)
    near = near_misses(name, corpus)
    fix = f"; did you mean {' or '.join(near)}?" if near else ""
    raise click.ClickException(printable(f'there is no decision or document "{name}"{fix}'))


def matching(name: str, corpus: Corpus) -> list[Decision | Document]:
    """The records with this symbol, id, slug or address; where none is, those named like it."""
    wanted = normal(name)
    exact = [
        record
        for record in corpus.records()
        if wanted and wanted in {record.slug, record.id, normal(record.symbol), address(record)}
    ]
    alike = slug(name)
    like = [
        record
        for record in corpus.records()
        if alike and alike in {record.slug, slug(record.symbol), slug(address(record))}
    ]
    return exact or like or cited(name, corpus)


def cited(words: str, corpus: Corpus) -> list[Decision | Document]:
    """The record that a citation means, such as "decision BC-17/22, paragraph 3", if it is sure."""
    answer = resolve(words, table(corpus))
    meant = {candidate.address for candidate in answer.candidates if answer.sure}
    return [record for record in corpus.records() if address(record) in meant]


def near_misses(name: str, corpus: Corpus) -> list[str]:
    """Up to three symbols or ids that are nearly this one, in quotation marks."""
    wanted = slug(name)
    names = {slug(record.symbol or record.id): record for record in corpus.records()}
    longer = [one for one in names if wanted and one.startswith(f"{wanted}-")]
    near = dict.fromkeys([*longer, *get_close_matches(wanted, names, n=3, cutoff=0.6)])
    return [f'"{names[one].symbol or names[one].id}"' for one in list(near)[:3]]


def _version(record: Decision | Document, corpus: Corpus, language: str | None) -> Version:
    if language is None:
        return record.version(corpus.languages[0])
    if language not in record.versions:
        held = ", ".join(record.versions)
        message = f'"{record.name}" is not held in "{language}", only in: {held}'
        raise click.ClickException(printable(message))
    return record.versions[language]


def typesetter() -> Typesetter:
    """As wide as the terminal, within reason; styles only where somebody sees them.

    NO_COLOR is honoured as no-color.org asks.
    """
    columns = shutil.get_terminal_size((_WIDEST, 24)).columns
    styles = (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )
    return Typesetter(max(_NARROWEST, min(columns, _WIDEST)), styles)


def warn(project: Project) -> None:
    """Say that errors in the data may have made something disappear."""
    if project.broken:
        errors = "1 error" if project.broken == 1 else f"{project.broken} errors"
        click.echo(f"The data have {errors}, so something may be missing: acquis check", err=True)
