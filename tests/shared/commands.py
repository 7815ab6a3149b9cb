"""Commands as a user runs them in a project: MkDocs, and the tool's own."""

import os
import subprocess
import sys
from pathlib import Path


def run(project: Path, module: str, *arguments: str, timeout: float = 600, **variables: str) -> str:
    """Run a module's command in a project's folder, which must succeed; what it prints.

    `variables` are those of the environment besides the test's own.
    """
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=timeout,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout + done.stderr
