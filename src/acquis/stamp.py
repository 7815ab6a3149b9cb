"""Stamps: what tells that a file is as it was, without reading it."""

from __future__ import annotations

import os
import time

#: Nanoseconds in which a file can be changed twice and have the same time, on any file system.
_UNSETTLED = 2_500_000_000


def stamp(status: os.stat_result) -> str:
    """A file's size, times of change and number; "" while the next change might not show in them.

    Only a stamp that is not "" says, where it is the same later, that the file is the same. To be
    taken before the file is read.
    """
    changed = max(status.st_mtime_ns, status.st_ctime_ns)
    if time.time_ns() - changed <= _UNSETTLED:
        return ""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"
