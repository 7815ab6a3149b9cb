"""Bring the lock files in `requirements/` in step with pyproject.toml.

python3 scripts/lock.py [--upgrade] [OPTIONS OF uv pip compile]      (needs uv)

Versions that are locked stay, where pyproject.toml allows them; --upgrade takes the newest.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from _environment import LOCKS, ROOT, SetupError
from _tool import main

_HEADER = """\
# {purpose}: exact versions and hashes, for Linux, macOS and Windows.
# Made from pyproject.toml by `python3 scripts/lock.py`; with --upgrade, the newest versions.
"""
_PROJECT = "pyproject.toml"
_OPTIONS = (
    "--universal",
    "--python-version=3.11",
    # One version of a package for every Python, so that every machine builds the same site.
    "--fork-strategy=fewest",
    "--generate-hashes",
    "--no-header",
    "--no-progress",
    "--quiet",
)


def lock(arguments: Sequence[str]) -> int:
    """Write all files. The tests' comes first, and the site's takes its versions.

    What the benchmarks compare with has its versions to itself, since it runs by itself.

    Raises SetupError where uv is missing or finds no set of versions.
    """
    uv = shutil.which("uv")
    if uv is None:
        raise SetupError("uv is needed to renew the lock files", "pip install uv, then try again")
    with tempfile.TemporaryDirectory() as folder:
        # uv keeps the versions that stand in the file it writes to.
        draft = Path(shutil.copy(LOCKS["test"], folder))
        test = _compile(uv, draft, [_PROJECT, "--group=build", "--group=test", *arguments])
        site = _compile(uv, draft, [_PROJECT, "--group=build"])
        draft = Path(shutil.copy(LOCKS["bench"], folder))
        bench = _compile(uv, draft, ["--group=bench", *arguments])
    for name, purpose, text in (
        ("test", "What the tests need, and all that the site needs", test),
        ("site", "What building the site needs", site),
        ("bench", "What the benchmarks measure beside the tool", bench),
    ):
        header = _HEADER.format(purpose=purpose)
        LOCKS[name].write_text(header + text, encoding="utf-8", newline="\n")
    return 0


def _compile(uv: str, output: Path, arguments: Sequence[str]) -> str:
    # The project's file is named as seen from its folder, so that no path of this machine gets in.
    command = [uv, "pip", "compile", *_OPTIONS, f"--output-file={output}"]
    if subprocess.run([*command, *arguments], check=False, cwd=ROOT).returncode != 0:
        raise SetupError("uv found no set of versions", "see its own words above")
    return output.read_text(encoding="utf-8")


if __name__ == "__main__":
    main(lock)
