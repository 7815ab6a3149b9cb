"""Templates as compiled, for the other languages, the other processes and the next build.

Jinja keeps what it compiled with the environment of one language. Here it is compiled once in a
process, and kept beside what Python itself compiled of this package (`__pycache__`), under Python's
own rules: not where it is told to write none, and trusted as that is.
"""

from __future__ import annotations

import hashlib
import importlib.util
import secrets
import sys
from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_ENDING = ".template"


class Compiled(BytecodeCache):
    """What is kept is found by a template's name and file, and used only for the same source.

    `options` are all that decides besides what a template is compiled to; `folder` is where it is
    kept, None for nowhere.
    """

    def __init__(self, options: str, folder: Path | None) -> None:
        self._known: dict[str, bytes] = {}
        self._folder = folder
        self._mark = hashlib.sha256(f"{jinja2.__version__} {options}".encode()).hexdigest()[:16]

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what was compiled, if it is of the same source."""
        known = self._known.get(bucket.key)
        if known is None and self._folder is not None:
            with suppress(OSError):
                known = self._known[bucket.key] = self._file(self._folder, bucket).read_bytes()
        if known is not None:
            try:
                bucket.bytecode_from_string(known)
            except Exception:  # what is broken, in whatever way, is as good as none
                bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        made = self._known[bucket.key] = bucket.bytecode_to_string()
        if self._folder is None or sys.dont_write_bytecode:
            return
        file = self._file(self._folder, bucket)
        beside = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
        with suppress(OSError):  # where nothing can be written, it is compiled again
            file.parent.mkdir(parents=True, exist_ok=True)
            try:
                beside.write_bytes(made)
                beside.replace(file)
            finally:
                with suppress(OSError):
                    beside.unlink(missing_ok=True)
            for other in file.parent.glob(f"{bucket.key}-*{_ENDING}"):
                if other != file:
                    other.unlink()

    def _file(self, folder: Path, bucket: Bucket) -> Path:
        return folder / f"{bucket.key}-{self._mark}{_ENDING}"


def pycache() -> Path | None:
    """Where Python keeps what it compiles of this module; None where it keeps nothing at all."""
    try:
        return Path(importlib.util.cache_from_source(__file__)).parent
    except NotImplementedError:
        return None
