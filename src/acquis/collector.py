"""The collector of garbage, which rests while objects are made by the million, and at the end."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Let the garbage collector rest, which looks for cycles.

    Reading and indexing make objects by the million and no cycle among them, and the collector
    would go through all of them again and again: a third of the time, with some thousand texts.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


_standing: list[object] = []


def leave_standing(value: object) -> None:
    """When this process ends, a value need not be taken apart, nor any other be looked through.

    The system takes back all memory at once; Python would give it back object by object, which
    takes half a second for two thousand texts. The value is held until then, or until the next one.
    """
    if not _standing:
        atexit.register(_stand)
    _standing[:] = [value]


def _stand() -> None:
    _standing.append(_standing)  # what refers to itself, only the collector would take away
    gc.freeze()
