"""When the files of the data last changed: asked of git, never of the clock or the file system."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path


def changed(root: Path, folder: Path) -> dict[str, datetime.date]:
    """For each file below `folder` the day of its newest commit, by its path from `root`.

    The days are those of the committers' own calendars, so that they are the same everywhere.
    Empty where git or the history is missing; a file with uncommitted changes counts as of its
    newest commit.
    """
    command = ["git", "log", "--format=%x00%cd", "--date=short", "--name-only", "-z", "--relative"]
    try:
        done = subprocess.run(  # fixed words, and a path after --
            [*command, "--", str(folder)],  # git is where the reader has it
            cwd=root,
            capture_output=True,
            check=True,
            timeout=60,
        )
    except (OSError, subprocess.SubprocessError):
        return {}
    return parse(done.stdout.decode("utf-8", "replace"))


def parse(log: str) -> dict[str, datetime.date]:
    """The newest day of each file, from a log of days and names, newest first."""
    days: dict[str, datetime.date] = {}
    day: datetime.date | None = None
    for piece in log.split("\0"):
        word = piece.strip("\n")
        if not word:
            continue
        try:
            day = datetime.date.fromisoformat(word)
        except ValueError:
            if day is not None:
                days.setdefault(word, day)
    return days
