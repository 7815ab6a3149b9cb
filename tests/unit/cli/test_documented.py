"""Every command and option stands in the reference, and nothing else does."""

import re
from collections.abc import Iterator
from pathlib import Path

import click

from acquis.cli import main

REFERENCE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "commands.md"


def commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        for inner, one in command.commands.items():
            yield f"{name} {inner}", one
            yield from commands(one, f"{name} {inner}")


def sections() -> dict[str, str]:
    text = REFERENCE.read_text(encoding="utf-8")
    _, *pieces = re.split(r"^#{2,} ", text, flags=re.MULTILINE)
    return {piece.partition("\n")[0]: piece.partition("\n")[2] for piece in pieces}


def options(command: click.Command) -> set[str]:
    found = [option for option in command.params if isinstance(option, click.Option)]
    return {name for option in found for name in option.opts if name.startswith("--")}


def test_each_command_has_its_section() -> None:
    assert [name for name, _ in commands(main, "acquis")] == list(sections())


def test_each_option_stands_in_the_section_of_its_command() -> None:
    for name, command in commands(main, "acquis"):
        told = set(re.findall(r"^\| `(--[a-z-]+)", sections()[name], flags=re.MULTILINE))
        assert told == options(command), name


def test_the_choices_of_an_option_are_named() -> None:
    for name, command in commands(main, "acquis"):
        for option in command.params:
            if isinstance(option.type, click.Choice):
                for choice in option.type.choices:
                    assert re.search(rf"`(--[a-z]+ )?{choice}`", sections()[name]), choice


def test_the_options_of_acquis_itself_are_named() -> None:
    told = REFERENCE.read_text(encoding="utf-8")
    for name in {*options(main), "--help", "-h"}:
        assert name in told
