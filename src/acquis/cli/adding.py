"""Adding a new record to the data: to the file where its kind is kept, or in a file of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import click

from acquis.cli.output import put, shown
from acquis.cli.project import Project
from acquis.load.listing import Listing, ListingError, document
from acquis.load.skeleton import skeleton
from acquis.load.write import Value
from acquis.report import printable
from acquis.symbol import slug

_YAML = (".yaml", ".yml")


def added(
    project: Project,
    key: str,
    record: Mapping[str, Value],
    *,
    offered: Iterable[str],
    notes: Mapping[str, str],
    into: Path | None,
) -> Path:
    """Write a new record into the data, if that makes no error there; the file it went to."""
    name = str(record.get("id") or slug(str(record.get("symbol", ""))))
    path = _place(project, key, name, into)
    try:
        lines = skeleton(key, record, offered, notes)
        if path.exists():
            content = Listing(path.read_bytes()).added(key, record, lines)
        else:
            content = document(key, lines)
    except (ListingError, ValueError) as error:
        raise click.ClickException(printable(f"{shown(path)}: {error}")) from None
    new = replace(project, instead={path: content}).errors_beyond(project)
    if new:
        told = "".join(f"\n  {one.message} (fix: {one.fix})" for one in new)
        raise click.ClickException(
            printable(f"nothing was written, for the check would say:{told}")
        )
    put(path.resolve() if path.exists() else path, content)
    return path


def _place(project: Project, key: str, name: str, into: Path | None) -> Path:
    """The file for a new record: named, or where its kind is kept, or one of its own."""
    data = project.settings.data.resolve()
    if into is not None:
        path = into.resolve()
        if not path.is_relative_to(data):
            raise click.BadParameter(
                f"{shown(into)} lies outside of the data folder", param_hint="--into"
            )
        return path if path.suffix in _YAML else path / f"{name}.yaml"
    folder = data / key
    if not folder.is_dir():
        kept = {
            project.loaded.sources[record.at.file].resolve()
            for record in getattr(project.loaded.corpus, key).values()
        }
        single = (
            [*kept]
            if len(kept) == 1
            else [path for path in (data / f"{key}.yaml",) if path.exists()]
        )
        if single:
            return single[0]
    path = folder / f"{name}.yaml"
    if path.exists():
        raise click.ClickException(printable(f"{shown(path)} is there already"))
    return path
