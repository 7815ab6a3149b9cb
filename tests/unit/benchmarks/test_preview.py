"""What a preview prints is waited for, and when it came is known."""

import os
import re
import sys
import time
from pathlib import Path

import pytest

from benchmarks.preview import Printed, Server, last_written

SCRIPT = """\
import time
print("ready", flush=True)
time.sleep(0.3)
print("done after 12 ms", flush=True)
time.sleep(60)
"""


def server(script: str) -> Server:
    nothing = re.compile("never")
    return Server([sys.executable, "-c", script], nothing, nothing, nothing, "site")


def test_lines_are_waited_for_from_a_place_on(tmp_path: Path) -> None:
    with Printed.of(server(SCRIPT), tmp_path) as printed:
        ready = printed.wait(re.compile("ready"), 0)
        done = printed.wait(re.compile(r"^done after (\d+) ms"), len(printed.lines))
        assert done.match[1] == "12"
        assert 0.2 < done.at - ready.at < 10
    assert printed.process.returncode is not None


def test_a_preview_that_ends_is_told_with_its_words(tmp_path: Path) -> None:
    with (
        pytest.raises(SystemExit, match="what went wrong"),
        Printed.of(server("print('what went wrong')"), tmp_path) as printed,
    ):
        printed.wait(re.compile("ready"), 0)


def test_the_last_new_file_counts(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("")
    since = time.time() + 1
    assert last_written(tmp_path, since) == since
    for name, after in (("new", 2.0), ("newer", 3.0)):
        (tmp_path / name).write_text("")
        os.utime(tmp_path / name, (since + after, since + after))
    assert last_written(tmp_path, since) == pytest.approx(since + 3)
