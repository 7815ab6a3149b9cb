"""The editors' guide: its commands, in order, in a fresh copy of the data, print what it says.

A block of `console` has commands after `$ ` and what each prints; a block of `diff` is an edit of
the file that its first line names. `--bless` writes what was printed into the guide.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from acquis.settings import read
from acquis.site.generation import generate
from acquis.site.preview import Preview

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "editing.md"
BLOCK = re.compile(r"^```(console|diff)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINES = re.compile(r"(?<=data/activities\.yaml):\d+:")
#: The day that the guide gives for today.
TODAY = "2026-01-15"

Shell = Callable[[str], str]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A fresh copy of the repository, with a commit."""
    folder = tmp_path / "your-repository"
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


@pytest.fixture
def shell(copy: Path) -> Shell:
    """Runs a command line in the copy; gives what it printed, without what differs every day."""
    home = copy.parent / "home"
    home.mkdir()
    (home / ".gitconfig").write_text(
        "[user]\n  name = A. Editor\n  email = editor@example.org\n[init]\n  defaultBranch = main\n"
    )
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT")}
    variables = kept | {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "COLUMNS": "80",
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONUTF8": "1",
    }

    def run(line: str) -> str:
        program, *arguments = shlex.split(line)
        command = [sys.executable, "-m", "acquis.cli"] if program == "acquis" else [program]
        assert program in ("acquis", "git"), f"the guide may run acquis and git, not {program}"
        done = subprocess.run(
            [*command, *arguments],
            cwd=copy,
            env=variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            check=False,
            encoding="utf-8",
        )
        printed = "\n".join(line.rstrip() for line in done.stdout.rstrip("\n").split("\n"))
        return printed.replace(datetime.now(UTC).astimezone().date().isoformat(), TODAY)

    for line in ("git init -q", "git add -A", "git commit -q -m Published"):
        assert run(line) == ""
    return run


def ran(block: str, shell: Shell) -> str:
    """A console's block with what its commands print now."""
    commands = re.findall(r"^\$ (.*)$", block, re.MULTILINE)
    assert commands, f"a block of the guide has no command:\n{block}"
    pieces = [f"$ {line}\n" + "".join(f"{shell(line)}\n".lstrip("\n")) for line in commands]
    return "".join(pieces)


def edit(block: str, copy: Path) -> None:
    """Change a file as a block says; what it changes must stand there once."""
    head, *lines = block.rstrip("\n").split("\n")
    file = copy / head.removeprefix("--- ")
    text = file.read_text(encoding="utf-8")
    old = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "+")
    new = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "-")
    assert text.count(old) == 1, f"the guide changes what is not there:\n{block}\nin:\n{text}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_guide_prints_what_it_says(copy: Path, shell: Shell, bless: bool) -> None:
    guide = GUIDE.read_text(encoding="utf-8")

    def done(match: re.Match[str]) -> str:
        kind, block = match.groups()
        if kind == "diff":
            edit(block, copy)
            return match.group()
        return f"```console\n{ran(block, shell)}```"

    made = BLOCK.sub(done, guide)
    if bless:
        GUIDE.write_text(made, encoding="utf-8")
    else:
        # In which line a new activity stands depends on how many others there are.
        same = LINES.sub(":", made) == LINES.sub(":", guide)
        assert same, "python3 scripts/bless.py -k guide renews the guide"
    assert len(BLOCK.findall(guide)) > 10
    assert "Traceback" not in made
    assert shell("git status --short") == ""


def test_the_preview_tells_of_the_edit_what_the_guide_says(copy: Path, shell: Shell) -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    shell("acquis import docs/files/mc-6-99.docx")
    settings = read(copy / "mkdocs.yml")
    preview = Preview()
    preview.latest(generate(settings))
    corrected = guide.partition("## A corrected word")[2]
    edit(BLOCK.findall(corrected)[0][1], copy)
    preview.latest(generate(settings))
    (passage,) = preview.edit.changed
    shown = f"Changed:\n  http://127.0.0.1:8000/{passage.path}\n    {passage.words}\n"
    assert f"```text\n{shown}```\n" in guide


def test_no_command_of_the_guide_fails_but_where_it_means_to() -> None:
    """Errors are shown once, for the id that is mistyped on purpose."""
    guide = GUIDE.read_text(encoding="utf-8")
    blocks = "".join(block for kind, block in BLOCK.findall(guide) if kind == "console")
    assert blocks.count("error[") == 1
    assert "Error:" not in blocks
    assert "Usage:" not in blocks
