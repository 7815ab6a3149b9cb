"""The project that a command works on: its settings, its data, and what is found in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from acquis.cli.output import shown
from acquis.collector import without_collector
from acquis.finding import Finding, Level
from acquis.load import Loaded, load
from acquis.load.files import LEDGER as _LEDGER
from acquis.settings import Settings, SettingsError, read

if TYPE_CHECKING:
    from acquis.link import Links

_LINE = re.compile(r":[0-9]+")

Command = TypeVar("Command", bound=Callable[..., Any])


class UnusableConfigError(click.ClickException):
    """A configuration with which no command can work: wrong usage, as click counts it."""

    exit_code = 2


@dataclass(frozen=True)
class Project:
    """The settings of a project; its data are read when they are first asked for.

    `instead` has what is to be read in place of files, or beside them, and None for files that are
    to be gone: a change that is judged before it is made.
    """

    settings: Settings
    instead: Mapping[Path, bytes | None] = field(default_factory=dict)

    @cached_property
    def loaded(self) -> Loaded:
        """The data. Files are named from the current folder, or from the project's."""
        folder = self.settings.data.resolve()
        for root in (Path.cwd().resolve(), self.settings.root.resolve()):
            if folder.is_relative_to(root):
                return load(folder, self.settings.languages, root, self.instead)
        return load(folder, self.settings.languages, instead=self.instead)

    @cached_property
    def links(self) -> Links:
        """What the records say of one another."""
        from acquis.link import link  # as below
        from acquis.site.workers import sharing

        return link(self.loaded.corpus, in_shares=sharing(self.settings.processes))

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is found in the data, while they are read and by the check."""
        from acquis.check import LEDGER  # not needed to show or to import
        from acquis.site.checking import checked

        with without_collector():
            ledgers = (name for name, path in self.loaded.sources.items() if path.name == _LEDGER)
            ledger = next(ledgers, LEDGER)
            found = checked(self.loaded.corpus, self.links, self.settings.processes, ledger)
            return (*self.loaded.findings, *found)

    def errors_beyond(
        self, before: Project, names: Mapping[str, str] | None = None
    ) -> list[Finding]:
        """The errors in these data that those before the change did not have.

        Lines may have moved, and `names` have changed: a mapping of the new to the old.
        """

        def told(finding: Finding) -> tuple[str, str]:
            message = _LINE.sub("", finding.message)
            for new, old in (names or {}).items():
                message = message.replace(f'"{new}"', f'"{old}"')
            return finding.rule, message

        grave = [one for one in self.findings if one.level is Level.ERROR]
        known = {told(one) for one in before.findings if one.level is Level.ERROR}
        return [one for one in grave if told(one) not in known]

    @property
    def broken(self) -> int:
        """How many errors were found while the data were read: so much may be missing."""
        return sum(finding.level is Level.ERROR for finding in self.loaded.findings)


def config_option(command: Command) -> Command:
    """Give a command the option `--config`."""
    return click.option(
        "--config",
        type=click.Path(path_type=Path),
        default=Path("mkdocs.yml"),
        show_default=True,
        help="The project's configuration.",
    )(command)


def open_project(config: Path) -> Project:
    """The project of a configuration file. What makes it unusable is told, with exit status 2."""
    if not config.is_file():
        raise UnusableConfigError(
            f'there is no configuration "{shown(config)}": run acquis in the folder of the '
            "project, or name the file with --config"
        )
    try:
        settings = read(config)
    except SettingsError as error:
        told = "\n".join(
            f'{shown(config)}: option "{name}": {message}' for name, message in error.problems
        )
        raise UnusableConfigError(told) from None
    if not settings.data.is_dir():
        raise UnusableConfigError(
            f'the data folder "{shown(settings.data)}" does not exist: make it, or name another '
            f'with the option "data" of the plugin in {shown(config)}'
        )
    return Project(settings)
