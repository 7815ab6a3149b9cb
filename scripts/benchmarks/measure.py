"""Measuring: the same number of runs of each peer, in turn, so that all meet the same machine."""

import gc
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from statistics import median

from benchmarks.texts import Texts, made_up, real

Clock = Callable[[], float]
#: Seconds of this process' own work: what others do on the machine does not count.
WORK: Clock = time.process_time
#: Seconds that pass: for what works in several processes, or waits.
PASSING: Clock = time.perf_counter


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured: `name` of what, in `unit`, each run of it in `runs`.

    `peer` is what it is compared with, `peer_runs` each run of that; `at_most` how many times the
    peer's value it may have, `limit` the highest value, None where nothing is demanded. `tool` is
    what was measured and `texts` on how many texts, where a benchmark measures several.
    """

    name: str
    unit: str
    runs: tuple[float, ...]
    peer: str = ""
    peer_runs: tuple[float, ...] = ()
    at_most: float | None = None
    limit: float | None = None
    tool: str = ""
    texts: int = 0

    @property
    def value(self) -> float:
        """The median of the runs."""
        return median(self.runs)

    @property
    def ratio(self) -> float | None:
        """How many times the peer's value it has, None where there is no peer."""
        return self.value / median(self.peer_runs) if self.peer_runs else None

    @property
    def kept(self) -> bool:
        """Whether the bounds are kept, if there are any."""
        within = self.limit is None or self.value <= self.limit
        return within and (self.at_most is None or self.ratio is None or self.ratio <= self.at_most)


@dataclass(frozen=True)
class Asked:
    """What a benchmark is asked for, and an empty `folder` for what it writes.

    Nothing in the folder is deleted before all is measured (`benchmarks.aside`). Each thing is run
    `runs` times. Benchmarks that choose how many texts they take, take `counts` of them, one after
    the other (none: all). With `made_up` they are made up, as where there are no real ones. A peer
    is left out where it would take longer than `patience`, in seconds.
    """

    folder: Path
    runs: int = 5
    counts: tuple[int, ...] = ()
    made_up: bool = False
    patience: float = math.inf

    @cached_property
    def texts(self) -> Texts:
        """The texts of each language by themselves, for benchmarks that take all of them."""
        return (None if self.made_up else real()) or made_up()


def side_by_side(
    peers: Mapping[str, Callable[[], object]], runs: int, clock: Clock = WORK, discarded: int = 1
) -> dict[str, tuple[float, ...]]:
    """The seconds of each run of each peer; they take turns, after runs that do not count."""
    found: dict[str, list[float]] = {name: [] for name in peers}
    for turn in range(runs + discarded):
        for name, work in peers.items():
            gc.collect()
            start = clock()
            result = work()
            seconds = clock() - start
            del result
            if turn >= discarded:
                found[name].append(seconds)
    return {name: tuple(seconds) for name, seconds in found.items()}
