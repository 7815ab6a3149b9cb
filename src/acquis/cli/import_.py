"""`acquis import`: official files become YAML, one file for each decision."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from acquis.cli.intake import Intake, Reception, RefusedError
from acquis.cli.outcome import Outcome, Result, as_json, as_text
from acquis.cli.output import put, shown
from acquis.cli.project import config_option, open_project
from acquis.importers.imported import UnreadableError

#: No more of a file is read, in bytes: the importers refuse what is longer than they can bear.
_LONGEST = 64_000_000
_SUFFIXES = (".xml", ".akn")


@click.command("import")
@config_option
@click.option(
    "--into",
    "place",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder for the files that are written.  [default: decisions, in the data folder]",
)
@click.option("--language", metavar="LANG", help="Take only texts in this language.")
@click.option("--replace", is_flag=True, help="Overwrite files that differ; edits are lost.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the report to this file too, as JSON.",
)
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@click.pass_context
def import_(
    context: click.Context,
    config: Path,
    place: Path | None,
    language: str | None,
    replace: bool,
    report: Path | None,
    files: tuple[Path, ...],
) -> None:
    """Take in official texts: Akoma Ntoso XML files, or folders of them.

    Each decision becomes one YAML file, named by its symbol. A meeting that is missing is made.
    What found no place is told with its position. A file that cannot be read is named, and the
    others go on; then the exit status is 1.
    """
    project = open_project(config)
    loaded = project.loaded
    if project.broken:
        told = f"The data have {project.broken} error(s), so bodies or decisions may be missing"
        click.echo(f"{told}: acquis check", err=True)
    data = project.settings.data
    reception = Reception(
        corpus=loaded.corpus,
        data=data,
        place=place or data / "decisions",
        source_of=loaded.sources.get,
        language=language,
    )
    sources = list(_sources(files))
    outcomes = []
    with click.progressbar(
        sources, label="importing", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as shown_sources:
        outcomes = [_outcome(source, reception, replace=replace) for source in shown_sources]
    for line in as_text(outcomes):
        click.echo(line)
    if report is not None:
        put(report, as_json(outcomes))
    if any(outcome.failed for outcome in outcomes):
        context.exit(1)


def _sources(files: Sequence[Path]) -> Iterator[Path]:
    """The files given, and those in folders given, each once, folders in the order of names."""
    seen = set()
    for given in files:
        files_within = filter(Path.is_file, given.rglob("*"))
        within = (path for path in files_within if path.suffix.lower() in _SUFFIXES)
        for path in sorted(within) if given.is_dir() else [given]:
            if path.resolve() not in seen:
                seen.add(path.resolve())
                yield path


def _outcome(source: Path, reception: Reception, *, replace: bool) -> Outcome:
    """Take in one source and write what it became; what goes wrong concerns this source alone."""
    name = shown(source)
    try:
        with source.open("rb") as stream:
            content = stream.read(_LONGEST)
        intake = reception.take(content, name)
        result = _result(intake, replace=replace)
        if result is Result.REFUSED:
            raise RefusedError(
                f"{shown(intake.target)} is there and differs, perhaps by an editor's hand: "
                "--replace overwrites it"
            )
        written = _write(intake, result)
    except UnreadableError as error:
        at = error.position
        message = f"{error.message} (fix: {error.fix})"
        return Outcome(name, Result.FAILED, message, at.line, at.column)
    except RefusedError as error:
        return Outcome(name, Result.REFUSED, str(error))
    except OSError as error:
        about = shown(error.filename) if error.filename else name
        return Outcome(name, Result.FAILED, f"{about}: {error.strerror or error}")
    return Outcome(
        source=name,
        result=result,
        symbol=intake.symbol,
        file=shown(intake.target),
        made=tuple(map(shown, written)),
        report=intake.report,
    )


def _result(intake: Intake, *, replace: bool) -> Result:
    if not intake.target.exists():
        return Result.WRITTEN
    if intake.target.read_bytes() == intake.content:
        return Result.UNCHANGED
    return Result.REPLACED if replace else Result.REFUSED


def _write(intake: Intake, result: Result) -> list[Path]:
    """Write what is not there yet; the files that were made beside the decision's own."""
    made = []
    for path, content in intake.beside.items():
        if not path.exists():
            put(path, content)
            made.append(path)
    if result is not Result.UNCHANGED:
        put(intake.target, intake.content)
    return made
