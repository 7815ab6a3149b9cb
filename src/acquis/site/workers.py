"""Work in several processes: each does its share with what is in memory, and tells what it found.

A process begins as a copy of this one (`fork`), so that nothing need be handed over; only what a
share gives comes back, in pickled form, through a pipe. Where a process cannot be copied safely,
because the system does not do it or other threads run, all shares are done here, one by one.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import threading
import traceback
from collections.abc import Callable
from typing import TypeVar

from acquis.citation import InShares

T = TypeVar("T")

#: Below so many jobs, a process costs more than it does.
FEWEST = 100


class WorkerError(Exception):
    """A process ended in the middle of its share, or met an error that cannot be handed over."""


def processes(wanted: int, jobs: int) -> int:
    """How many processes work on so many jobs: `wanted`, or where it is 0, what is worth it."""
    if not _can_fork():
        return 1
    if wanted:
        return max(1, min(wanted, jobs))
    if jobs < FEWEST:
        return 1
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _can_fork() -> bool:
    # On macOS, the system's own libraries do not survive a copy.
    return sys.platform == "linux" and threading.active_count() == 1


def sharing(wanted: int) -> InShares:
    """Has work done in so many processes as are wanted, or are worth it."""

    def shared(work: Callable[[int, int], T], jobs: int, /) -> list[T]:
        return in_shares(work, processes(wanted, jobs))

    return shared


def in_shares(work: Callable[[int, int], T], shares: int) -> list[T]:
    """What `work(share, shares)` gives for each share from 0, in order.

    The first share is done in this process. What there is by now is kept from the collector of
    garbage until `gc.unfreeze()`. An error of one is raised here, when all have ended.
    Raises WorkerError where a process was killed.
    """
    if shares == 1:
        return [work(0, 1)]
    sys.stdout.flush()
    sys.stderr.flush()
    gc.freeze()  # what is shared stays shared: the collector would write to every object
    answers: list[tuple[Exception | None, T]] = []
    others = [_begun(work, share, shares) for share in range(1, shares)]
    try:
        first = work(0, shares)
    finally:
        answers += [_ended(process, pipe) for process, pipe in others]
    found = [first]
    for error, answer in answers:
        if error is not None:
            raise error
        found.append(answer)
    return found


def _begun(work: Callable[[int, int], T], share: int, shares: int) -> tuple[int, int]:
    """The number of a new process that does a share, and the end of the pipe to read from."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    # Nothing of what the copied process would do at its end is done: `os._exit` ends at once.
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(_answer(work, share, shares))
        os._exit(0)
    except BaseException:  # the parent tells of it
        os._exit(1)


def _answer(work: Callable[[int, int], T], share: int, shares: int) -> bytes:
    try:
        return pickle.dumps((None, work(share, shares)), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # raised again in the parent
        try:
            told = pickle.dumps((error, None))
            pickle.loads(told)  # noqa: S301  # our own
        except Exception:
            told = pickle.dumps((WorkerError(traceback.format_exc()), None))
        return told


def _ended(process: int, pipe: int) -> tuple[Exception | None, T]:
    with os.fdopen(pipe, "rb") as answer:
        told = answer.read()
    _, status = os.waitpid(process, 0)
    if status or not told:
        reason = f"a process of the build ended before its work was done (status {status})"
        return WorkerError(reason), None  # type: ignore[return-value]
    error, found = pickle.loads(told)  # noqa: S301  # from a copy of this process
    return error, found
