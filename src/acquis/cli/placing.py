"""Putting records where they belong, without losing what an editor did there.

Only the lines of the record are written; the rest of its file keeps every byte. Lines that the
memory does not know were edited: they stay, unless they are to be replaced.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from acquis.cli.intake import Intake, RefusedError
from acquis.cli.memory import Memory, hash_of
from acquis.cli.outcome import Result
from acquis.cli.output import put, shown
from acquis.load.listing import Listing, ListingError, document, translated
from acquis.model.block import UNNUMBERED


@dataclass(frozen=True, slots=True)
class Placed:
    """What happened with a record, why nothing did, and the files that were made beside it."""

    result: Result
    message: str = ""
    made: tuple[Path, ...] = ()


def placed(intake: Intake, memory: Memory, *, replace: bool) -> Placed:
    """Write a record, if it may be written. Raises RefusedError and OSError."""
    path = intake.target
    listing = _listing(path)
    if listing is None:
        content = document(intake.key, intake.lines)
        return _put(intake, memory, content, Result.WRITTEN)
    there = listing.block(intake.key, intake.record)
    try:
        if there is None:
            if intake.alone and listing.size():
                raise RefusedError(f"{shown(path)} is there and holds something else")
            content = listing.added(intake.key, intake.record, intake.lines)
            return _put(intake, memory, content, Result.WRITTEN)
        if listing.says(intake.key, intake.record, intake.lines, but="allow"):
            if there == intake.lines:
                memory.keep(_file(path, memory), intake.name, intake.lines, intake.source)
            return Placed(Result.UNCHANGED)
        known = memory.of(_file(path, memory), intake.name)
        unedited = known is not None and known.text == hash_of(there)
        if not unedited and not replace:
            if known is not None and known.source == intake.source:
                return Placed(
                    Result.KEPT,
                    f"{shown(path)} was edited since it was imported, and stays as it is: "
                    "--replace takes the source's text",
                )
            new = "it differs, perhaps by an editor's hand"
            if known is not None:
                new = "it was edited since it was imported, and the source is another now"
            raise RefusedError(
                f"{shown(path)} is there, and {new}: --replace overwrites it, and loses the edits"
            )
        content = listing.renewed(intake.key, intake.record, intake.lines)
        moved = _moved(intake, memory, there, unedited=unedited)
        done = _put(intake, memory, content, Result.RENEWED if unedited else Result.REPLACED)
    except ListingError as error:
        raise RefusedError(f"{shown(path)}: {error}") from None
    return Placed(done.result, moved, done.made)


def _put(intake: Intake, memory: Memory, content: bytes, result: Result) -> Placed:
    made = []
    for beside, its in intake.beside.items():
        if not beside.exists():
            put(beside, its)
            made.append(beside)
    put(intake.target, content)
    memory.keep(_file(intake.target, memory), intake.name, intake.lines, intake.source)
    return Placed(result, made=tuple(made))


def _moved(intake: Intake, memory: Memory, there: str, *, unedited: bool) -> str:
    """Let the text that stood for its original become a translation, when that comes."""
    to = intake.moves
    if to is None:
        return ""
    file = _file(intake.target, memory)
    known = memory.of(file, intake.name)
    if not unedited or known is None or to.exists():
        raise RefusedError(
            f"{shown(intake.target)} holds the text in another language, and was edited: move "
            f"its texts to {shown(to)} and delete the record, then import this one again"
        )
    lines = translated(intake.key, there)
    if intake.record.get("opening") == UNNUMBERED and "\n    opening:" not in lines:
        raise RefusedError(
            f"{shown(intake.target)} holds the text in another language, which has the opening "
            f"that this one lacks: move its texts to {shown(to)}, and give it the opening there"
        )
    put(to, document(intake.key, lines))
    memory.keep(_file(to, memory), intake.name, lines, known.source)
    return f"the text that stood there went to {shown(to)}"


def _listing(path: Path) -> Listing | None:
    """What stands in a file; None where there is none."""
    try:
        source = path.read_bytes()
    except FileNotFoundError:
        return None
    try:
        return Listing(source)
    except ListingError as error:
        raise RefusedError(
            f"{shown(path)} is there and cannot be read: {error}; mend or delete it"
        ) from None


def _file(path: Path, memory: Memory) -> str:
    """How the memory names a file: by its path from the data folder."""
    try:
        return Path(os.path.relpath(path, memory.folder)).as_posix()
    except ValueError:  # on another drive of Windows
        return path.as_posix()
