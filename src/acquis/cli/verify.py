"""`acquis verify`: a record is compared with its official file, and marked when nothing differs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import click

from acquis.changes.as_text import pieces_as_text
from acquis.changes.verification import Difference, Verification, verify, verify_values
from acquis.changes.wording import counted, language_name, shown_pieces
from acquis.cli.diff import in_colours
from acquis.cli.output import put, shown
from acquis.cli.project import Project, config_option, open_project
from acquis.cli.show import the_one
from acquis.importers.imported import Import, Settings, UnreadableError
from acquis.importers.source import read
from acquis.load.alone import UnusableRecordError, alone
from acquis.load.entering import entered
from acquis.load.listing import ListingError
from acquis.load.write import Value
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.report import printable
from acquis.symbol import normal

_LONGEST = 64_000_000  # bytes of a file that are read, as by `acquis import`


def today() -> date:
    """The day on which a text is verified: the one thing that the clock is asked for."""
    return datetime.now(UTC).astimezone().date()


@click.command("verify")
@config_option
@click.option(
    "--against",
    "file",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="The official file: Word, Akoma Ntoso XML or plain text.",
)
@click.option("--by", metavar="NAME", help="Who verifies.  [default: git's user.name]")
@click.option("--language", metavar="LANG", help="The language of a file that does not say it.")
@click.option("--check", is_flag=True, help="Compare only, and write nothing.")
@click.argument("symbol")
@click.pass_context
def verify_(
    context: click.Context,
    config: Path,
    file: Path,
    by: str | None,
    language: str | None,
    check: bool,
    symbol: str,
) -> None:
    """Compare a record with its official file, word by word.

    SYMBOL is a symbol, an id or an address. Every difference is shown, and makes the exit status
    1. Where there is none, the record says from now on who verified it against what.
    """
    project = open_project(config)
    corpus = project.loaded.corpus
    held = the_one(symbol, corpus, project)
    content = _content(file)
    found = _of(held, _imports(content, file, corpus), file)
    told = str(found.record.get("language") or language or corpus.languages[0])
    if told not in held.versions or not held.versions[told].held:
        message = f'the text of "{held.name}" in {language_name(told)} is not held'
        raise click.ClickException(printable(message))
    official = _official(held, found, told, file, corpus)
    result = _result(held, official, found, told)
    for line in _lines(result, styles=in_colours()):
        click.echo(line)
    if result.differences:
        number = counted(len(result.differences), "difference")
        click.echo(f"{printable(held.name)} and {shown(file)}: {number}")
        context.exit(1)
    click.echo(f"{printable(held.name)} says word for word what {shown(file)} says.")
    if not check:
        click.echo(_marked(held, told, file, sha256(content).hexdigest(), by, project))


def _content(file: Path) -> bytes:
    with file.open("rb") as stream:
        content = stream.read(_LONGEST + 1)
    if len(content) > _LONGEST:
        raise click.ClickException(
            f"{shown(file)} has more than the {_LONGEST} bytes that are read"
        )
    return content


def _imports(content: bytes, file: Path, corpus: Corpus) -> list[Import]:
    """What an import would take from the file."""
    try:
        return read(content, file.name, Settings(tuple(corpus.bodies.values())))
    except UnreadableError as error:
        at = error.position
        message = f"{shown(file)}:{at.line}:{at.column}: {error.message} (fix: {error.fix})"
        raise click.ClickException(printable(message)) from None


def _of(held: Decision | Document, imports: Sequence[Import], file: Path) -> Import:
    """Of what a file holds, the text of this record: by its symbol, its id, or as the only one."""
    key = "decisions" if isinstance(held, Decision) else "documents"
    texts = [found for found in imports if found.kind == key]
    symbols = [normal(str(found.record.get("symbol", ""))) for found in texts]
    matching = [
        found
        for found, symbol in zip(texts, symbols, strict=True)
        if (symbol and symbol == normal(held.symbol))
        and found.record.get("kind", held.kind) == held.kind
    ] or [found for found in texts if found.record.get("id", "") in {held.id, held.slug} - {""}]
    if not matching and len(texts) == 1 and not (held.symbol and symbols[0]):
        matching = texts
    if matching:
        return matching[0]
    there = [str(one.record.get("symbol") or one.record.get("id") or "?") for one in imports]
    message = f'{shown(file)} does not hold "{held.name}"; it holds {", ".join(there) or "nothing"}'
    raise click.ClickException(printable(message))


def _official(
    held: Decision | Document, found: Import, language: str, file: Path, corpus: Corpus
) -> Decision | Document:
    """The text of the file as a record of the same name."""
    record: dict[str, Any] = {**found.record, "id": held.id or held.slug, "language": language}
    if held.symbol:
        record["symbol"] = held.symbol
    if isinstance(held, Decision):
        record |= {"kind": held.kind, "bodies": list(held.bodies)}
    try:
        return alone(found.kind, record, file.name, corpus)
    except (UnusableRecordError, ValueError) as error:
        raise click.ClickException(printable(f"{shown(file)}: {error}")) from None


def _result(
    held: Decision | Document, official: Decision | Document, found: Import, language: str
) -> Verification:
    """All differences: of the words, of what is known beside them, and what found no place."""
    decision = isinstance(held, Decision)
    texts = verify(held.versions[language], official.versions[language], decision=decision)
    values = verify_values(held, official)
    left = [
        Difference(
            f"{remark.position.file}:{remark.position.line}",
            f"“{remark.text}” found no place: {remark.reason}",
        )
        for remark in found.report.leftover
    ]
    noticed = [
        Difference(f"{remark.position.file}:{remark.position.line}", remark.reason)
        for remark in found.report.notices
    ]
    return Verification(
        (*texts.differences, *values.differences, *left),
        (*texts.remarks, *values.remarks, *noticed),
    )


def _lines(result: Verification, *, styles: bool) -> Iterator[str]:
    """Each difference with its place and its words: what the record has, and what the file has."""
    for kind, differences in (("", result.differences), ("note: ", result.remarks)):
        for one in differences:
            at = f"{one.at.file}:{one.at.line}:{one.at.column}: " if one.at and one.at.file else ""
            yield printable(f"{at}{kind}{one.place}: {one.happened}")
            pieces = list(shown_pieces(one.row)) if one.row else []
            if pieces:
                yield "    " + pieces_as_text(pieces, styles=styles).replace("\n", "\n    ")


def _marked(
    held: Decision | Document,
    language: str,
    file: Path,
    digest: str,
    by: str | None,
    project: Project,
) -> str:
    """Write who verified the record against what, and say so."""
    if not isinstance(held, Decision) or language != held.language:
        return "Only a decision in its own language is marked as verified: nothing is written."
    said = held.verified
    if said is not None and (said.against, said.sha256) == (file.name, digest):
        return f"It was verified against this file on {said.on.isoformat()}: nothing is written."
    path = project.loaded.sources[held.at.file]
    value: dict[str, Value] = {
        "by": by or _user(project.settings.root),
        "on": today(),
        "against": file.name,
        "sha256": digest,
    }
    try:
        put(path, entered(path.read_bytes(), "decisions", held.at, "verified", value))
    except (ListingError, ValueError) as error:
        raise click.ClickException(printable(f"{shown(path)}: {error}")) from None
    return f"{shown(path)}: verified by {value['by']} on {value['on']}"


def _user(folder: Path) -> str:
    """Who verifies, where the command does not say it: git knows, or is asked for."""
    try:
        done = subprocess.run(
            ["git", "config", "user.name"], cwd=folder, capture_output=True, check=False
        )
        name = done.stdout.decode("utf-8", "replace").strip()
    except FileNotFoundError:
        name = ""
    if name:
        return name
    if sys.stdin.isatty():
        return str(click.prompt("Your name, as the record is to give it"))
    raise click.UsageError("say who verifies: --by NAME")
