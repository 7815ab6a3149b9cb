"""The files of a data folder as bytes; nothing outside of it is read."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from acquis.finding import Finding
from acquis.load import rules, tree
from acquis.position import Position


class Folder:
    """Reads the files of one data folder; what cannot be read goes to `report`.

    Each folder in it is looked up once: a file that is no link lies where its folder lies.
    """

    def __init__(self, folder: Path, report: Callable[[Finding], None]) -> None:
        self.inside = folder.resolve()
        self.report = report
        self.known: dict[Path, bool] = {}

    def read(self, path: Path, name: str) -> bytes | None:
        """What a file holds, a byte more than the largest at most; None where it cannot be read.

        `name` is what findings call it.
        """
        try:
            if not self._holds(path):
                message = f'"{name}" leads out of the data folder'
                self.report(rules.FILE_OUTSIDE.at(Position(name), message))
                return None
            with path.open("rb") as file:
                told = min(os.fstat(file.fileno()).st_size, tree.LARGEST_FILE)
                source = file.read(told + 1)
                if len(source) > told:  # it is too big, or has grown
                    source += file.read(tree.LARGEST_FILE - told)
                return source
        except (OSError, RuntimeError) as error:  # RuntimeError: links that lead in a circle
            reason = getattr(error, "strerror", None) or "its links lead in a circle"
            message = f"the file cannot be read: {reason}"
            fix = "check the file and its permissions"
            self.report(rules.YAML_INVALID.at(Position(name), message, fix))
            return None

    def _holds(self, path: Path) -> bool:
        """Whether a file lies in the folder, links followed. Raises OSError, RuntimeError."""
        if path.is_symlink():
            return path.resolve().is_relative_to(self.inside)
        folder = path.parent
        if folder not in self.known:
            self.known[folder] = folder.resolve().is_relative_to(self.inside)
        return self.known[folder]
