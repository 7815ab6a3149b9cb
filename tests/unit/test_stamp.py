"""A stamp that stays the same means a file that stays the same."""

import os
import time
from pathlib import Path

from acquis.stamp import stamp

NOW = time.time()
LONG_AGO = NOW - 3600


def _as_of(path: Path, then: float) -> os.stat_result:
    """The status of a file as if it had last been changed then."""
    units = {"": then, "_ns": int(then * 1e9)}
    times = {f"st_{one}time{unit}": value for one in "amc" for unit, value in units.items()}
    return os.stat_result(tuple(path.stat()), times)


def test_a_file_just_written_has_none(tmp_path: Path) -> None:
    path = tmp_path / "one"
    path.write_text("one")
    assert stamp(path.stat()) == ""
    assert stamp(_as_of(path, NOW + 3600)) == ""  # a clock that went wrong


def test_it_tells_size_time_and_file(tmp_path: Path) -> None:
    path = tmp_path / "one"
    path.write_text("one")
    before = stamp(_as_of(path, LONG_AGO))
    assert before
    assert stamp(_as_of(path, LONG_AGO)) == before
    later = stamp(_as_of(path, LONG_AGO + 1))
    path.write_text("longer")
    longer = stamp(_as_of(path, LONG_AGO))
    other = tmp_path / "other"
    other.write_text("one")
    another = stamp(_as_of(other, LONG_AGO))
    assert len({before, later, longer, another}) == 4
