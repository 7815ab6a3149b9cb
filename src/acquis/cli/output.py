"""What commands write: bytes to standard output, and files, whole or not at all."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Mapping
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


def put_all(files: Mapping[Path, bytes | None]) -> None:
    """Write several files, or delete those that have None: all of them, or none.

    Everything is written beside its place first; where putting in place fails, what was there
    comes back. Raises OSError.
    """
    drafts: dict[Path, Path] = {}
    before: dict[Path, bytes | None] = {}
    try:
        for path, content in files.items():
            if content is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                drafts[path] = path.with_name(f".{secrets.token_hex(8)}.new")
                drafts[path].write_bytes(content)
        try:
            for path in files:
                before[path] = path.read_bytes() if path.exists() else None
                if path in drafts:
                    drafts[path].replace(path)
                else:
                    path.unlink()
        except OSError:
            for path, content in before.items():
                if content is None:
                    path.unlink(missing_ok=True)
                else:
                    put(path, content)
            raise
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)
