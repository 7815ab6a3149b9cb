"""What is left standing at the end of a process is not taken apart."""

import subprocess
import sys

_SCRIPT = """
import sys
from acquis.collector import leave_standing

class Loud:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print(self.name, flush=True)

kept = [Loud("gone at the end")]
kept.append(kept)  # only the collector takes it away
for name in sys.argv[1:]:
    leave_standing(Loud(name))
del kept
"""


def _said(*names: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, *names], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def test_the_last_one_is_left_as_it_is_and_nothing_looked_through() -> None:
    assert _said() == ["gone at the end"]
    assert _said("first", "second", "third") == ["first", "second"]
