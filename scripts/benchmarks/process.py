"""Running a command: how long it takes, how much work that is, and the most memory it has."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

EVERY = 0.05
"""So many seconds lie between two looks at the memory that each process had at most."""
SHARE = 20
"""Adding up the memory may take a twentieth of the time, for which what is looked at waits."""
PROPORTIONAL = Path("/proc/self/smaps_rollup").is_file()
"""Whether memory that processes share is divided among them; elsewhere each counts it whole."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost: `seconds` that passed, of `work` on all processors, megabytes at most.

    `work` is 0 on systems that do not tell it.
    """

    seconds: float
    work: float
    memory: float

    def __add__(self, other: "Cost") -> "Cost":
        """The cost of one command after the other."""
        return Cost(
            self.seconds + other.seconds, self.work + other.work, max(self.memory, other.memory)
        )


def run(command: Sequence[str], folder: Path, variables: Mapping[str, str] | None = None) -> Cost:
    """Run a command in a folder and wait for it. Raises SystemExit where it fails.

    A Python keeps what it compiled of its packages, as it does unless it is told otherwise.
    """
    most = 0.0
    told = {**os.environ, **(variables or {})}
    told.pop("PYTHONDONTWRITEBYTECODE", None)
    before = os.times()
    start = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        env=told,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as process:
        # A file that is read at the end would do as well, but no pipe may run full.
        looked = psutil.Process(process.pid)
        known: Sequence[int] = ()
        adding = 0.0
        output = None
        try:
            while output is None:
                try:
                    output, _ = process.communicate(timeout=EVERY)
                except subprocess.TimeoutExpired:
                    looking = time.perf_counter()
                    if looking >= adding:
                        most = max(most, memory(looked))
                        known = _pids(looked)
                        now = time.perf_counter()
                        adding = now + SHARE * (now - looking)
                    # All have no less than the one that has the most.
                    most = max(most, *map(_peak, known), 0.0)
        finally:
            if output is None:
                process.kill()  # the run is interrupted
    seconds = time.perf_counter() - start
    if process.returncode:
        print(output[-4000:], flush=True)
        raise SystemExit(f"{Path(command[0]).name} ended with {process.returncode}")
    after = os.times()
    work = (
        after.children_user + after.children_system - before.children_user - before.children_system
    )
    return Cost(seconds, work, most / 1e6)


def _pids(process: psutil.Process) -> Sequence[int]:
    """The numbers of a process and of all that it began."""
    try:
        return [process.pid, *(one.pid for one in process.children(recursive=True))]
    except psutil.Error:
        return ()


def _peak(pid: int) -> float:
    """The most bytes of memory that a process has had so far, which is soon read; 0 if unknown."""
    try:
        for line in Path(f"/proc/{pid}/status").read_text("utf-8", "replace").splitlines():
            if line.startswith("VmHWM:"):
                return float(line.split()[1]) * 1024
    except OSError:
        pass  # it has just ended, or the system does not tell
    return 0.0


def memory(process: psutil.Process) -> float:
    """Bytes of memory of a process and of all that it began."""
    total = 0.0
    try:
        for one in (process, *process.children(recursive=True)):
            total += _memory(one)
    except psutil.Error:
        pass
    return total


def _memory(process: psutil.Process) -> float:
    if not PROPORTIONAL:
        try:
            return float(process.memory_info().rss)
        except psutil.Error:
            return 0.0
    try:
        for line in Path(f"/proc/{process.pid}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return float(line.split()[1]) * 1024
    except OSError:
        pass  # it has just ended
    return 0.0
