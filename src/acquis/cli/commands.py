"""The command `acquis`: its commands, and what holds for all of them."""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import Any

import click

from acquis import __version__
from acquis.cli.addresses import addresses
from acquis.cli.check import check
from acquis.cli.citations import citations
from acquis.cli.compare import compare
from acquis.cli.diff import diff
from acquis.cli.export import export
from acquis.cli.format import format_
from acquis.cli.import_ import import_
from acquis.cli.new import new
from acquis.cli.output import shown
from acquis.cli.rename import rename
from acquis.cli.schema import schema
from acquis.cli.show import show
from acquis.cli.verify import verify_


class Commands(click.Group):
    """A group whose commands say what the system refused, in words."""

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Run. Text goes to files and other programs in UTF-8, on Windows too.

        Where the user asks for another encoding, what it cannot say is shown as a code.
        """
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
                if not stream.isatty() and "PYTHONIOENCODING" not in os.environ:
                    stream.reconfigure(encoding="utf-8")
        return super().main(*arguments, **options)

    def invoke(self, context: click.Context) -> Any:
        """Run the command that the context names."""
        try:
            return super().invoke(context)
        except OSError as error:
            if error.errno == errno.EPIPE:  # the reader has seen enough; click knows what to do
                raise
            place = f"{shown(error.filename)}: " if error.filename else ""
            raise click.ClickException(f"{place}{error.strerror or error}") from None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="acquis", message="%(prog)s %(version)s")
def main() -> None:
    """Keep the decisions of treaty bodies in YAML: check, read, export and import them.

    To build or preview the site, use mkdocs build --strict and mkdocs serve.
    """


for command in (
    check,
    new,
    format_,
    rename,
    schema,
    show,
    export,
    import_,
    addresses,
    citations,
    compare,
    diff,
    verify_,
):
    main.add_command(command)
