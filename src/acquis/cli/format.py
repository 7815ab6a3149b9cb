"""`acquis format`: data files in one canonical form, so that a change shows what was changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from acquis.cli.output import put, shown
from acquis.cli.project import config_option, open_project
from acquis.finding import Finding
from acquis.load.files import TRANSLATIONS, translated_into, yaml_files
from acquis.load.folder import Folder
from acquis.load.format import FormatError, formatted
from acquis.report import as_text, printable

_YAML = (".yaml", ".yml")


@click.command("format")
@config_option
@click.option("--check", is_flag=True, help="Write nothing; tell which files would change.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.pass_context
def format_(context: click.Context, config: Path, check: bool, paths: tuple[Path, ...]) -> None:
    """Put the data, or the YAML files and folders PATHS, in canonical form.

    Values, comments and their order stay as they are. A file with an error is left alone and the
    error told. The exit status is 1 when there was one, or with --check when a file would change.
    """
    data = open_project(config).settings.data
    found: list[Finding] = []
    sources: dict[str, Path] = {}
    failed: list[str] = []
    changed = count = 0
    for path in _files(paths or (data,)):
        count += 1
        name = shown(path)
        sources[name] = path
        folder = _folder(path, data)
        source = Folder(folder, found.append).read(path, name)
        if source is None:
            continue
        translated = translated_into(path.absolute().relative_to(folder.absolute()))
        try:
            made = formatted(source, name, found.append, translated=translated)
        except FormatError as error:
            failed.append(f"{name}: left alone: {error}")
            continue
        if made is None or made == source:
            continue
        changed += 1
        click.echo(printable(f"{'would change' if check else 'formatted'}: {name}"))
        if not check:
            put(path.resolve(), made)
    for line in as_text(found, lambda file: _lines(sources[file])) if found else ():
        click.echo(line)
    for message in failed:
        click.echo(printable(message), err=True)
    click.echo(_totals(count, changed, check=check), err=True)
    if found or failed or (check and changed):
        context.exit(1)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """The YAML files among these paths and in the folders among them, each once."""
    seen = set()
    for given in paths:
        if given.is_file() and given.suffix not in _YAML:
            raise click.BadParameter(f"{shown(given)} is no YAML file")
        for path in yaml_files(given) if given.is_dir() else [given]:
            if path.resolve() not in seen:
                seen.add(path.resolve())
                yield path


def _folder(path: Path, data: Path) -> Path:
    """The data folder that a file lies in: the project's, or one that has translations."""
    absolute = path.absolute()
    if absolute.is_relative_to(data.absolute()):
        return data
    above = (parent.parent for parent in absolute.parents if parent.name == TRANSLATIONS)
    return next(above, absolute.parent)


def _lines(path: Path) -> Sequence[str]:
    return path.read_text(encoding="utf-8-sig", errors="replace").split("\n")


def _totals(count: int, changed: int, *, check: bool) -> str:
    files = "1 file" if count == 1 else f"{count} files"
    return f"{files}, {changed} {'would change' if check else 'changed'}"
