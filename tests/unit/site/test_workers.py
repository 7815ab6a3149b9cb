"""Shares of work in several processes: all is done once, and what goes wrong is told."""

import os
import select
import signal
import sys
import threading
import time
from itertools import chain

import pytest

from acquis.site.workers import FEWEST, Jobs, WorkerError, in_shares, processes

NUMBERS = list(range(17))
forks = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")
SHARES = [1, pytest.param(2, marks=forks), pytest.param(5, marks=forks)]


@pytest.mark.parametrize("shares", SHARES)
@pytest.mark.parametrize("jobs", [0, 1, 17, 12_345])
def test_every_job_is_done_once(jobs: int, shares: int) -> None:
    found = in_shares(list, jobs, shares)
    assert len(found) == shares
    assert sorted(chain.from_iterable(found)) == list(range(jobs))


@forks
def test_shares_are_done_in_other_processes() -> None:
    first, *others = in_shares(lambda numbers: (os.getpid(), list(numbers))[0], 17, 3)
    assert first == os.getpid()
    assert len({first, *others}) == 3


@forks
def test_who_is_done_takes_over_what_others_left() -> None:
    begun, begins = os.pipe()
    ended, ends = os.pipe()

    def work(numbers: Jobs) -> list[int]:
        done = []
        for number in numbers:
            done.append(number)
            if number == 0:  # who has it stays with it until the other has done all else
                os.write(begins, b"!")
                assert os.read(ended, 1)
            elif len(done) == 1:
                assert os.read(begun, 1)
        if 0 not in done:
            os.write(ends, b"!")
        return done

    try:
        assert in_shares(work, 17, 2) == [[0], [*range(1, 17, 2), *range(2, 17, 2)]]
    finally:
        for pipe in (begun, begins, ended, ends):
            os.close(pipe)


@forks
@pytest.mark.parametrize("where", [0, 2])
def test_an_error_is_raised_here(where: int) -> None:
    def work(numbers: Jobs) -> None:
        if numbers.share == where:
            raise KeyError(f"in {numbers.share}")
        list(numbers)

    with pytest.raises(KeyError, match=f"in {where}"):
        in_shares(work, 17, 3)


@forks
def test_after_an_error_here_nobody_goes_on() -> None:
    reading, writing = os.pipe()
    os.set_blocking(reading, False)

    def work(numbers: Jobs) -> None:
        if numbers.share == 0:
            raise KeyError
        for _ in numbers:
            os.write(writing, b".")
            time.sleep(0.01)

    try:
        with pytest.raises(KeyError):
            in_shares(work, 10_000, 2)
        assert len(os.read(reading, 20_000) if _ready(reading) else b"") < 5_000
    finally:
        os.close(reading)
        os.close(writing)


def _ready(pipe: int) -> bool:
    return bool(select.select([pipe], [], [], 0)[0])


class UnspeakableError(Exception):
    """Cannot be taken from one process to another."""

    def __reduce__(self):
        raise TypeError("no")


@forks
def test_an_error_that_cannot_be_handed_over_is_told() -> None:
    def work(numbers: Jobs) -> None:
        if numbers.share:
            raise UnspeakableError("what went wrong")

    with pytest.raises(WorkerError, match="what went wrong"):
        in_shares(work, 2, 2)


@forks
def test_a_process_that_is_killed_is_told() -> None:
    def work(numbers: Jobs) -> int:
        if numbers.share == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        return numbers.share

    with pytest.raises(WorkerError, match="before its work was done"):
        in_shares(work, 3, 3)


@forks
def test_much_that_comes_back_does_not_block() -> None:
    found = in_shares(lambda numbers: "x" * 3_000_000, 3, 3)
    assert [len(one) for one in found] == [3_000_000] * 3


def test_so_many_processes_as_are_worth_it() -> None:
    assert processes(0, FEWEST - 1) == 1
    if sys.platform == "linux" and threading.active_count() == 1:
        assert processes(4, FEWEST) == 4
        assert processes(4, 3) == 3
        assert processes(0, FEWEST) == len(os.sched_getaffinity(0))


def test_none_is_begun_beside_other_threads() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert processes(4, 1000) == 1
    finally:
        done.set()
        thread.join()
