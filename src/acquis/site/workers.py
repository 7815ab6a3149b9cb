"""Work in several processes: each does its share with what is in memory, and tells what it found.

A process begins as a copy of this one (`fork`), so that nothing need be handed over; only what a
share gives comes back, in pickled form, through a pipe. Who is done with the jobs of its own share
takes over those that others have not begun. Where a process cannot be copied safely, because the
system does not do it or other threads run, all is done here.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
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

    def shared(work: Callable[[Jobs], T], jobs: int, /) -> list[T]:
        return in_shares(work, jobs, processes(wanted, jobs))

    return shared


class Jobs:
    """The numbers of the jobs that a process is to do, as long as there are any.

    First those of its `share`: every so many jobs one, beginning with the share's own number. Then
    what others have left; which those are is another matter each time.
    """

    def __init__(self, share: int, numbers: Iterable[int]) -> None:
        self.share = share
        self._numbers = numbers

    def __iter__(self) -> Iterator[int]:
        return iter(self._numbers)


class _Left:
    """The jobs that nobody has begun.

    Each share is a pipe, filled beforehand, from which whoever takes some jobs reads a number of
    two bytes: the system gives each of them to one reader only.
    """

    #: So many numbers a pipe holds always: a page of memory.
    _MOST = 2048

    def __init__(self, jobs: int, shares: int) -> None:
        self._shares = [range(share, jobs, shares) for share in range(shares)]
        self._pipes: list[int] = []
        for own in self._shares:
            reading, writing = os.pipe()
            self._pipes.append(reading)
            for part in range(min(len(own), self._MOST)):
                os.write(writing, part.to_bytes(2, "big"))
            os.close(writing)

    def taken(self, share: int) -> Iterator[int]:
        """Take jobs of a share one by one, then those of the next, until none is left."""
        for one in (*range(share, len(self._pipes)), *range(share)):
            own, pipe = self._shares[one], self._pipes[one]
            while part := os.read(pipe, 2):
                yield from own[int.from_bytes(part, "big") :: self._MOST]

    def empty(self) -> None:
        """Leave nothing to take."""
        for pipe in self._pipes:
            while os.read(pipe, 2 * self._MOST):
                pass

    def close(self) -> None:
        """Nobody here takes any more."""
        for pipe in self._pipes:
            os.close(pipe)


def in_shares(work: Callable[[Jobs], T], jobs: int, shares: int) -> list[T]:
    """What `work(jobs)` gives in each of so many processes, which do all jobs among them.

    Jobs are known by their numbers, from 0. One of the processes is this one, whose answer is the
    first; which jobs each does is not known beforehand. What there is by now is kept from the
    collector of garbage until `gc.unfreeze()`. An error of one is raised here, when all have ended.
    Raises WorkerError where a process was killed.
    """
    if shares == 1:
        return [work(Jobs(0, range(jobs)))]
    sys.stdout.flush()
    sys.stderr.flush()
    gc.freeze()  # what is shared stays shared: the collector would write to every object
    answers: list[tuple[Exception | None, T]] = []
    left = _Left(jobs, shares)
    others = [_begun(work, Jobs(share, left.taken(share))) for share in range(1, shares)]
    try:
        first = work(Jobs(0, left.taken(0)))
    finally:
        left.empty()  # where this process met an error, nobody need go on
        left.close()
        answers += [_ended(process, pipe) for process, pipe in others]
    found = [first]
    for error, answer in answers:
        if error is not None:
            raise error
        found.append(answer)
    return found


def _begun(work: Callable[[Jobs], T], jobs: Jobs) -> tuple[int, int]:
    """The number of a new process that does jobs, and the end of the pipe to read from."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    # Nothing of what the copied process would do at its end is done: `os._exit` ends at once.
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(_answer(work, jobs))
        os._exit(0)
    except BaseException:  # the parent tells of it
        os._exit(1)


def _answer(work: Callable[[Jobs], T], jobs: Jobs) -> bytes:
    try:
        return pickle.dumps((None, work(jobs)), pickle.HIGHEST_PROTOCOL)
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
