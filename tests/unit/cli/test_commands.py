"""What holds for every command: help, version, configuration, and errors in words."""

import io
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from acquis import __version__
from acquis.cli import main

COMMANDS = [
    ("check",),
    ("show", "L/6/1"),
    ("export", "json"),
    ("import", "x.xml"),
]


def test_version_and_help(run) -> None:
    assert run("--version").output == f"acquis {__version__}\n"
    for name in ("check", "show", "export", "import"):
        assert name in run("--help").output
        assert run(name, "-h").output.startswith("Usage:")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_missing_configuration_is_wrong_usage(run, tmp_path, monkeypatch, command) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*command, status=2)
    assert result.stdout == ""
    assert 'there is no configuration "mkdocs.yml"' in result.stderr
    assert "--config" in result.stderr


@pytest.mark.parametrize(
    ("config", "told"),
    [
        ("plugins: [", "mkdocs.yml: option"),
        ("plugins: [{acquis: {dta: x}}]", 'did you mean "data"?'),
        ("plugins: [{acquis: {languages: [no]}}]", "is no language code"),
        ("plugins: [{acquis: {data: elsewhere}}]", 'the data folder "elsewhere" does not exist'),
        ("plugins: [{acquis: {data: 2031-99-99}}]", "cannot be read without MkDocs"),
        ("[" * 3000, "nested too deep"),
        ("\x00", "is not YAML"),
    ],
)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_an_unusable_configuration(run, project, command, config, told) -> None:
    Path("mkdocs.yml").write_text(config, encoding="utf-8")
    result = run(*command, status=2)
    assert told in result.stderr
    assert str(project) not in result.stderr


def test_every_command_takes_a_configuration_elsewhere(run, project, monkeypatch) -> None:
    below = project / "below"
    below.mkdir()
    monkeypatch.chdir(below)
    for command in (("check",), ("show", "L/6/1"), ("export", "json")):
        run(*command, "--config", "../mkdocs.yml")


def test_what_mkdocs_keeps_for_itself_is_no_option_of_ours(run, project) -> None:
    config = Path("mkdocs.yml")
    config.write_text("plugins: [{acquis: {enabled: !ENV [X, true], data: data}}]")
    run("check")


def leaves(command: click.Command) -> list[click.Command]:
    if isinstance(command, click.Group):
        return [leaf for inner in command.commands.values() for leaf in leaves(inner)]
    return [command]


def test_every_command_has_the_option_config() -> None:
    for command in leaves(main):
        assert "--config" in {name for option in command.params for name in option.opts}


def test_what_the_system_refuses_is_told_in_words(run, project) -> None:
    (project / "folder").mkdir()
    (project / "file").write_text("")
    result = run("export", "json", "--output", "file/inside.json", status=1)
    assert "file" in result.stderr
    assert str(project) not in result.stderr


def test_a_reader_who_has_seen_enough_is_no_error(project) -> None:
    """The pipe is closed before anything is written."""
    reading, writing = os.pipe()
    os.close(reading)
    command = "from acquis.cli import main; main(['show', 'L/6/1'])"
    found = subprocess.run(
        [sys.executable, "-c", command],
        stdout=writing,
        stderr=subprocess.PIPE,
        env=environment(),
        check=False,
    )
    os.close(writing)
    assert found.stderr == b""


def environment(**more: str) -> dict[str, str]:
    source = Path(__file__).resolve().parents[3] / "src"
    return {**os.environ, "PYTHONPATH": str(source), **more}


@pytest.fixture
def out(project):
    """Runs a command in a process of its own; gives the bytes of its output."""
    data = project / "data" / "decisions.yaml"
    text = data.read_text(encoding="utf-8").replace("Reeds", "Reeds\u2011Шилф")
    data.write_text(text, encoding="utf-8")

    def made(variables: dict[str, str], *arguments: str) -> bytes:
        command = f"from acquis.cli import main; main({list(arguments)!r})"
        return subprocess.run(
            [sys.executable, "-c", command],
            capture_output=True,
            env=environment(**variables),
            check=True,
        ).stdout

    return made


def test_text_is_utf_8_where_the_system_would_write_another_encoding(project, monkeypatch) -> None:
    """On Windows, what goes into a file is in the code page of the system."""
    data = project / "data" / "decisions.yaml"
    text = data.read_text(encoding="utf-8").replace("Reeds", "Reeds\u2011Шилф")
    data.write_text(text, encoding="utf-8")
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    for arguments in (["show", "L/6/1"], ["show", "L/6/1", "--json"], ["export", "json"]):
        written = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="cp1252"))
        main(arguments, standalone_mode=False)
        sys.stdout.flush()
        assert "Reeds\u2011Шилф".encode() in written.getvalue()


def test_an_encoding_that_is_asked_for(out) -> None:
    variables = {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    assert b"Reeds\\u2011\\u0428" in out(variables, "show", "L/6/1")
    assert "Reeds\u2011Шилф".encode() in out(variables, "export", "json")
