"""What commands write: bytes to standard output, and files, whole or not at all."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path


def shown(path: str | os.PathLike[str]) -> str:
    """A path as messages give it: from the current folder, with forward slashes."""
    try:
        relative = os.path.relpath(os.fspath(path))
    except ValueError:  # on another drive of Windows
        relative = os.fspath(path)
    return Path(relative).as_posix()


def to_stdout(content: bytes) -> None:
    """Write bytes to standard output as they are, whatever the system's encoding is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def put(path: Path, content: bytes) -> None:
    """Write a file so that at any moment there is the old one or the new one, never half of it.

    Folders are made. The draft beside it begins with a dot, so that nobody reads it as data.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{secrets.token_hex(8)}.new")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
