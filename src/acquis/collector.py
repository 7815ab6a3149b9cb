"""The collector of garbage, which rests while objects are made by the million."""

from __future__ import annotations

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
