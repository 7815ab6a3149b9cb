"""Running a tool of the environment: `python -m TOOL …` in the repository's folder."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from _environment import ROOT, VENV, SetupError


def program(venv: Path, name: str) -> Path:
    """Where the environment in the folder `venv` has a program: for what is no module of Python."""
    folder, ending = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
    return venv / folder / f"{name}{ending}"


def tool_variables(variables: Mapping[str, str], venv: Path) -> dict[str, str]:
    """The environment variables a tool runs with, from those of the script.

    Modules and programs come from `venv` alone; text is UTF-8 on Windows too; and Material keeps
    its notice about MkDocs 2 to itself (it has no bearing on MkDocs 1.6, and looks like a warning).
    """
    kept = {
        name: value for name, value in variables.items() if name not in ("PYTHONPATH", "PYTHONHOME")
    }
    programs = str(program(venv, "python").parent)
    return {
        "PYTHONUTF8": "1",
        **kept,
        "NO_MKDOCS_2_WARNING": "1",
        "PATH": os.pathsep.join(filter(None, [programs, kept.get("PATH", "")])),
        "VIRTUAL_ENV": str(venv),
    }


def tool_command(python: Path, tool: str, arguments: Sequence[str]) -> list[str]:
    """The command that runs the module `tool`; -P keeps the repository's folder off its path."""
    return [str(python), "-P", "-m", tool, *arguments]


def run(python: Path, tool: str, *arguments: str) -> int:
    """Run a tool, wait for it, and return its exit status."""
    sys.stdout.flush()
    variables = tool_variables(os.environ, VENV)
    with subprocess.Popen(
        tool_command(python, tool, arguments), cwd=ROOT, env=variables
    ) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                # The terminal has told the tool too, which ends in its own way.
                continue


def become(python: Path, tool: str, *arguments: str) -> NoReturn:
    """Go on as the tool, with its exit status: who stops the script, stops the tool."""
    if os.name == "nt":
        # There a process cannot turn into another.
        sys.exit(run(python, tool, *arguments))
    sys.stdout.flush()
    os.chdir(ROOT)
    command = tool_command(python, tool, arguments)
    os.execve(command[0], command, tool_variables(os.environ, VENV))


def main(verb: Callable[[Sequence[str]], int]) -> NoReturn:
    """Run a script: call `verb` with the script's arguments; its result is the exit status.

    What goes wrong on the way is told in words.
    """
    try:
        sys.exit(verb(sys.argv[1:]))
    except SetupError as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(f"error: {error}\n  fix: see what the system says above, then try again")
    except KeyboardInterrupt:
        # 128 + SIGINT, as shells count.
        sys.exit(130)
