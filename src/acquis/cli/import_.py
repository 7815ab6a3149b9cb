"""`acquis import`: official files become YAML, one file for each decision."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from acquis.cli.intake import Intake, Reception, RefusedError
from acquis.cli.memory import Memory
from acquis.cli.outcome import Entry, Outcome, Result, accepted, as_json, told, totals
from acquis.cli.output import put, shown
from acquis.cli.placing import placed
from acquis.cli.project import config_option, open_project
from acquis.finding import Finding
from acquis.importers.imported import UnreadableError
from acquis.importers.source import language_of
from acquis.load.files import TRANSLATIONS
from acquis.report import printable

#: No more of a file is read, in bytes: the importers refuse what is longer than they can bear.
_LONGEST = 64_000_000
#: What is taken from folders; files that are named are read whatever they are called.
_SUFFIXES = (".xml", ".akn", ".docx", ".txt")
_YAML = (".yaml", ".yml")
#: Results after which a record has the words of its source.
_NEW = (Result.WRITTEN, Result.RENEWED, Result.REPLACED)


@click.command("import")
@config_option
@click.option(
    "--into",
    "place",
    type=click.Path(path_type=Path),
    help="The folder for the records' files, or the YAML file that they are added to.  "
    "[default: decisions or documents, in the data folder]",
)
@click.option("--language", metavar="LANG", help="Take only texts in this language.")
@click.option("--replace", is_flag=True, help="Overwrite records that were edited.")
@click.option(
    "--no-allow",
    "leave",
    is_flag=True,
    help="Leave what is found in official files to the check, instead of accepting it.",
)
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
    leave: bool,
    report: Path | None,
    files: tuple[Path, ...],
) -> None:
    """Take in official texts: Akoma Ntoso XML, Word or plain text files, or folders of them.

    Each decision or document becomes one YAML file, named by its symbol; the text in another
    language of one that is held goes to translations/. A meeting that is missing is made. What
    found no place is told with its position. A record that was edited since the last import
    stays as it is. A file that cannot be read is named, and the others go on; then the exit
    status is 1.

    What the check finds in the words and numbers of an official file (Akoma Ntoso XML), alone or
    beside its text in another language, is told, and accepted with `allow` in the record.
    """
    project = open_project(config)
    data = project.settings.data
    _refuse_place(place, data)
    loaded = project.loaded
    if project.broken:
        about = f"The data have {project.broken} error(s), so bodies or decisions may be missing"
        click.echo(f"{about}: acquis check", err=True)
    reception = Reception(
        corpus=loaded.corpus,
        data=data,
        place=place,
        source_of=loaded.sources.get,
        language=language,
    )
    memory = Memory(data)
    sources = _originals_first(list(_sources(files)), loaded.corpus.languages[0])
    try:
        with click.progressbar(
            sources,
            label="importing",
            file=sys.stderr,
            hidden=not sys.stderr.isatty(),
            item_show_func=lambda source: shown(source) if source else "",
        ) as shown_sources:
            outcomes = [
                _outcome(source, reception, memory, replace=replace) for source in shown_sources
            ]
        made = {path for outcome in outcomes for entry in outcome.entries for path in entry.made}
        for path, content in reception.meetings().items():
            if shown(path) in made:
                put(path, content)
        taken = () if leave else _accepted(config, outcomes, memory)
    finally:
        memory.save()
    for outcome in outcomes:
        for line in told(outcome):
            click.echo(printable(line))
    for line in accepted(taken):
        click.echo(printable(line))
    click.echo(totals(outcomes))
    if report is not None:
        put(report, as_json(outcomes, taken))
    if any(outcome.failed for outcome in outcomes):
        context.exit(1)


def _accepted(config: Path, outcomes: Sequence[Outcome], memory: Memory) -> Sequence[Finding]:
    """What was found in official texts that were written now, and is accepted in their records."""
    files = {
        Path(entry.file) for outcome in outcomes for entry in outcome.entries if entry.official
    }
    if not files:
        return ()
    from acquis.cli.accepting import accept  # not needed for other files

    return accept(open_project(config), files, memory)


def _refuse_place(place: Path | None, data: Path) -> None:
    """What cannot be the place of records is wrong usage."""
    if place is None:
        return
    if place.is_file() and place.suffix not in _YAML:
        raise click.BadParameter(f"{shown(place)} is neither a folder nor a YAML file")
    if place.is_dir() and place.suffix in _YAML:
        raise click.BadParameter(f"{shown(place)} is a folder with the name of a YAML file")
    if place.resolve().is_relative_to((data / TRANSLATIONS).resolve()):
        raise click.BadParameter("translations find their place by themselves: leave --into out")


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


def _originals_first(sources: Iterable[Path], language: str) -> list[Path]:
    """Sources in this language, or that do not say theirs, come before those in others."""

    def is_translation(source: Path) -> bool:
        try:
            with source.open("rb") as stream:
                said = language_of(stream.read(20_000))
        except OSError:
            return False
        return said not in ("", language)

    return sorted(sources, key=is_translation)


def _outcome(source: Path, reception: Reception, memory: Memory, *, replace: bool) -> Outcome:
    """Take in one source and write what it became; what goes wrong concerns this source alone."""
    name = shown(source)
    entries: list[Entry] = []
    try:
        with source.open("rb") as stream:
            content = stream.read(_LONGEST + 1)
        if len(content) > _LONGEST:
            message = f"the file has more than the {_LONGEST} bytes that are read (fix: split it)"
            return Outcome(name, (), message)
        entries.extend(
            _entry(intake, memory, replace=replace) for intake in reception.take(content, name)
        )
    except UnreadableError as error:
        at = error.position
        message = f"{error.message} (fix: {error.fix})"
        return Outcome(name, tuple(entries), message, at.line, at.column)
    except OSError as error:
        about = shown(error.filename) if error.filename else name
        return Outcome(name, tuple(entries), f"{about}: {error.strerror or error}")
    return Outcome(name, tuple(entries))


def _entry(intake: Intake, memory: Memory, *, replace: bool) -> Entry:
    """Write one record, and say what came of it."""
    if intake.refused:
        return Entry(Result.REFUSED, intake.symbol, message=intake.refused, report=intake.report)
    if intake.again:
        message = f"the same file as {intake.again}"
        return Entry(Result.REPEATED, intake.symbol, message=message)
    try:
        done = placed(intake, memory, replace=replace)
    except RefusedError as error:
        return Entry(Result.REFUSED, intake.symbol, message=str(error), report=intake.report)
    return Entry(
        done.result,
        intake.symbol,
        shown(intake.target),
        done.message,
        tuple(map(shown, done.made)),
        intake.report,
        intake.official and done.result in _NEW,
    )
