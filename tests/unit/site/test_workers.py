"""Shares of work in several processes: all is done once, and what goes wrong is told."""

import os
import signal
import sys
import threading
from itertools import chain

import pytest

from acquis.site.workers import FEWEST, WorkerError, in_shares, processes

NUMBERS = list(range(17))
forks = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")


def squares(share: int, shares: int) -> list[int]:
    return [number**2 for number in NUMBERS[share::shares]]


@pytest.mark.parametrize("shares", [1, pytest.param(2, marks=forks), pytest.param(5, marks=forks)])
def test_every_share_is_done_once_and_comes_in_order(shares: int) -> None:
    found = in_shares(squares, shares)
    assert found == [squares(share, shares) for share in range(shares)]
    assert sorted(chain.from_iterable(found)) == squares(0, 1)


@forks
def test_shares_are_done_in_other_processes() -> None:
    first, *others = in_shares(lambda share, shares: os.getpid(), 3)
    assert first == os.getpid()
    assert len({first, *others}) == 3


@forks
@pytest.mark.parametrize("where", [0, 2])
def test_an_error_is_raised_here(where: int) -> None:
    def work(share: int, shares: int) -> None:
        if share == where:
            raise KeyError(f"in {share}")

    with pytest.raises(KeyError, match=f"in {where}"):
        in_shares(work, 3)


class UnspeakableError(Exception):
    """Cannot be taken from one process to another."""

    def __reduce__(self):
        raise TypeError("no")


@forks
def test_an_error_that_cannot_be_handed_over_is_told() -> None:
    def work(share: int, shares: int) -> None:
        if share:
            raise UnspeakableError("what went wrong")

    with pytest.raises(WorkerError, match="what went wrong"):
        in_shares(work, 2)


@forks
def test_a_process_that_is_killed_is_told() -> None:
    def work(share: int, shares: int) -> int:
        if share == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        return share

    with pytest.raises(WorkerError, match="before its work was done"):
        in_shares(work, 3)


@forks
def test_much_that_comes_back_does_not_block() -> None:
    found = in_shares(lambda share, shares: "x" * 3_000_000, 3)
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
