"""`acquis citations`: what the texts cite, and where that leads."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from acquis.citation import Citation, Finder
from acquis.cli.output import to_stdout
from acquis.cli.project import Project, config_option, open_project
from acquis.cli.show import matching, near_misses
from acquis.model.address import address
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.report import printable


@click.command()
@config_option
@click.option("--json", "as_json", is_flag=True, help="Write a JSON array instead.")
@click.argument("symbol", required=False)
def citations(config: Path, as_json: bool, symbol: str | None) -> None:
    """List the citations in all texts, or in that of SYMBOL, an id or an address."""
    project = open_project(config)
    found = _found(project, symbol)
    if as_json:
        values = [_values(citation) for citation in found]
        to_stdout((json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode())
        return
    count = 0
    for citation in found:
        count += 1
        click.echo(_line(citation))
    click.echo(f"{count} citations" if count != 1 else "1 citation", err=True)


def _found(project: Project, symbol: str | None) -> Iterator[Citation]:
    corpus = project.loaded.corpus
    records = corpus.records() if symbol is None else _named(symbol, corpus)
    for _, found in Finder(corpus).of(records):
        yield from found


def _named(symbol: str, corpus: Corpus) -> Sequence[Decision | Document]:
    found = matching(symbol, corpus)
    if len(found) == 1:
        return found
    if found:
        choice = ", ".join(map(address, found))
        message = f'several texts are "{symbol}": name one of {choice}'
        raise click.ClickException(printable(message))
    near = near_misses(symbol, corpus)
    fix = f"; did you mean {' or '.join(near)}?" if near else ""
    raise click.ClickException(printable(f'there is no decision or document "{symbol}"{fix}'))


def _values(citation: Citation) -> dict[str, str | None]:
    """A citation as JSON has it: what is not known is null."""
    return {
        "source": citation.source,
        "language": citation.language,
        "anchor": citation.anchor,
        "text": citation.text,
        "symbol": citation.symbol or None,
        "part": citation.part or None,
        "target": citation.target or None,
    }


def _line(citation: Citation) -> str:
    """A citation in a line: where it stands, its words, what it is, where that leads."""
    where = f"{citation.source}#{citation.anchor} ({citation.language})"
    named = " ".join(filter(None, (citation.symbol, citation.part)))
    words = " ".join(citation.text.split())
    return printable(f"{where}: “{words}” = {named or '?'} → {citation.target or 'not held here'}")
