"""Check the code and run the tests, Chromium's included.

python3 scripts/test.py [--unit] [--corpus] [OPTIONS OF pytest, such as -k NAME or -n 0]
"""

import argparse
import os
from collections.abc import Sequence

from _chromium import prepare_chromium
from _environment import prepare
from _tool import main, run

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
)
"""What is checked before the tests."""


def test(arguments: Sequence[str]) -> int:
    """Run the checks, then the tests whatever the checks found; 0 where all have passed.

    The tests come last, so that the output ends with pytest's closing line.
    """
    parser = argparse.ArgumentParser(
        allow_abbrev=False,
        usage="test.py [--unit] [--corpus] [OPTIONS OF pytest]",
        description="Check the code (ruff, mypy) and run the tests (pytest).",
        epilog="Every other argument is pytest's.",
    )
    parser.add_argument("--unit", action="store_true", help="only tests/unit, which take seconds")
    parser.add_argument(
        "--corpus", action="store_true", help="read every text of the corpora, not a sample"
    )
    options, rest = parser.parse_known_args(arguments)
    python = prepare("test")
    if not options.unit:
        prepare_chromium()
    failed = []
    for check in CHECKS:
        print("$", *check, flush=True)
        if run(python, *check) != 0:
            failed.append(" ".join(check))
    ours = [f"--failed-check={check}" for check in failed]
    if options.corpus:
        ours.append("--corpus")
    if options.unit:
        ours.append("tests/unit")
    if not any(word.startswith(("-n", "--numprocesses")) for word in rest):
        # As many at once as there are processors; a file's tests share what they build.
        ours += ["-n", str(os.cpu_count() or 1), "--dist", "loadfile"]
    return run(python, "pytest", *ours, *rest) or int(bool(failed))


if __name__ == "__main__":
    main(test)
