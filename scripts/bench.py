"""Measure how fast the tool is, side by side with others in the same run.

python3 scripts/bench.py [NAME…] [--texts NUMBERS] [--runs N] [--json FILE] [--page FILE]
"""

import os
import subprocess
from collections.abc import Sequence

from _environment import ROOT, VENV, prepare
from _tool import main, tool_command, tool_variables


def bench(arguments: Sequence[str]) -> int:
    """Run the benchmarks, which stand in scripts/benchmarks, a module each."""
    command = tool_command(prepare("test"), "benchmarks", arguments)
    variables = tool_variables(os.environ, VENV) | {"PYTHONPATH": str(ROOT / "scripts")}
    return subprocess.run(command, check=False, cwd=ROOT, env=variables).returncode


if __name__ == "__main__":
    main(bench)
