"""Check the data: what is wrong, where, and how to mend it.

python3 scripts/check.py [OPTIONS OF acquis check]
"""

import os
import subprocess
from collections.abc import Sequence

from _environment import ROOT, VENV, prepare
from _tool import main, program, tool_variables


def check(arguments: Sequence[str]) -> int:
    """Run `acquis check`; its exit status is 1 where it finds an error."""
    prepare("site")
    command = [str(program(VENV, "acquis")), "check", *arguments]
    variables = tool_variables(os.environ, VENV)
    return subprocess.run(command, check=False, cwd=ROOT, env=variables).returncode


if __name__ == "__main__":
    main(check)
