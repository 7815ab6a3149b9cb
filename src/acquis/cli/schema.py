"""`acquis schema`: JSON Schemas of the data files, for editors that complete and explain keys."""

from __future__ import annotations

from pathlib import Path

import click

from acquis.cli.output import put, shown
from acquis.cli.project import config_option, open_project
from acquis.exporters.schema import schema_files

#: Where the settings for VS Code look for them.
_FOLDER = Path(".vscode") / "schema"


@click.command()
@config_option
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write to.  [default: .vscode/schema, beside the configuration]",
)
def schema(config: Path, output: Path | None) -> None:
    """Write JSON Schemas of the data files: one for each list, for any file, for translations.

    They describe every key with an example, and offer the names that exist: meetings, bodies,
    actors, topics, areas, decisions, documents. Files that say the same already are left alone.
    """
    project = open_project(config)
    folder = output or project.settings.root / _FOLDER
    changed = 0
    files = schema_files(project.loaded.corpus, laid_out=True)
    for name, content in files.items():
        path = folder / name
        if not path.exists() or path.read_bytes() != content:
            put(path, content)
            changed += 1
    click.echo(f"{shown(folder)}: {len(files)} schemas, {changed} changed")
