"""What was imported: for each record the hash of its source and that of the lines written.

The memory is `data/imports.txt`, which is committed with the data: a line for each record, with
the hash of its lines, that of its source, its name, and its file. A record whose lines have
another hash was edited since; one that the memory does not know counts as edited.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from acquis.cli.output import put

NAME = "imports.txt"
_HEAD = (
    "; What acquis import wrote: the hash of a record's lines, that of its source, name and file.",
    "; It tells what was edited since, which an import then leaves alone.",
)
_LINE = re.compile(r"(?P<text>[0-9a-f]{64}) (?P<source>[0-9a-f]{64}) (?P<name>\S+) (?P<file>.+)")


class Known(NamedTuple):
    """The hashes of a record's lines and of the source that they came from."""

    text: str
    source: str


def hash_of(words: str) -> str:
    """The hash of a record's lines; how lines end does not matter."""
    return sha256(words.replace("\r\n", "\n").encode()).hexdigest()


@dataclass(slots=True)
class Memory:
    """The memory of a data folder; what cannot be read in its file is as if it were not there."""

    folder: Path
    _known: dict[tuple[str, str], Known] = field(default_factory=dict)
    _before: bytes = b""

    def __post_init__(self) -> None:
        path = self.folder / NAME
        if path.is_file():
            self._before = path.read_bytes()
        for line in self._before.decode("utf-8", "replace").splitlines():
            match = _LINE.fullmatch(line)
            if match:
                known = Known(match["text"], match["source"])
                self._known[match["file"], match["name"]] = known

    def of(self, file: str, name: str) -> Known | None:
        """What is known of a record in a file, named from the data folder."""
        return self._known.get((file, name))

    def keep(self, file: str, name: str, text: str, source: str) -> None:
        """Remember what was written: a record's lines, and its source's hash."""
        self._known[file, name] = Known(hash_of(text), source)

    def forget(self, file: str, name: str) -> None:
        """Remember a record no longer."""
        self._known.pop((file, name), None)

    def save(self) -> None:
        """Write the memory, if anything in it is new."""
        rows = sorted((file, name, known) for (file, name), known in self._known.items())
        lines = [f"{known.text} {known.source} {name} {file}" for file, name, known in rows]
        content = "\n".join([*_HEAD, *lines, ""]).encode() if rows else b""
        if content != self._before.replace(b"\r\n", b"\n"):
            put(self.folder / NAME, content)
            self._before = content
