"""The environment of the scripts: `.venv`, which holds exactly what a lock file names.

The first script that is run makes it; after that its stamp tells that nothing needs doing. Nothing
but Python itself and its standard library is needed here.
"""

import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

# Before anything that an old Python cannot read: what follows is evaluated, not only parsed.
if sys.version_info < (3, 11):  # noqa: UP036 - whoever clones the repository may well have an older one
    sys.exit(
        "error: Python 3.11 or newer is needed; this is %s (%s)\n"  # noqa: UP031 - as old as it gets
        "  fix: run the script with a newer one, such as python3.12 %s"
        % (platform.python_version(), sys.executable, sys.argv[0])
    )

from _stamp import (
    Stamp,
    Step,
    missing_step,
    python_of,
    read_stamp,
    stamp_after,
    stamp_file,
    write_stamp,
)

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = {
    "site": ROOT / "requirements" / "site.lock",
    "test": ROOT / "requirements" / "test.lock",
    "bench": ROOT / "requirements" / "bench.lock",
}
"""What to install to build the site; to test, which includes all of "site"; and what is measured
beside the tool, in an environment that the benchmarks make."""


class SetupError(Exception):
    """What a user is told instead of a traceback: what went wrong, and how to mend it."""

    def __init__(self, problem: str, fix: str) -> None:
        super().__init__(f"error: {problem}\n  fix: {fix}")


def wanted_stamp(lock: str) -> Stamp:
    """The stamp of an environment that is right for the lock file of this name, at present."""
    names = ["site"] if lock == "site" else ["site", lock]
    version = f"{sys.implementation.name} {sys.version_info.major}.{sys.version_info.minor}"
    return Stamp(
        python=f"{version} {platform.machine()} {sys.base_prefix}",
        root=str(ROOT),
        project=_digest(ROOT / "pyproject.toml"),
        locks={name: _digest(LOCKS[name]) for name in names},
    )


def prepare(lock: str) -> Path:
    """Make sure that `.venv` has what the lock file of this name lists, and return its Python.

    Where it has, this takes milliseconds and no network. Two scripts may do it at once: the second
    waits for the first. Raises SetupError with what the user can do about it.
    """
    python = python_of(VENV)
    if missing_step(read_stamp(VENV), wanted_stamp(lock), _packages(VENV)) is Step.NOTHING:
        return python
    with _alone(ROOT / ".cache" / "environment.lock"):
        before, wanted = read_stamp(VENV), wanted_stamp(lock)
        step = missing_step(before, wanted, _packages(VENV))
        if step is Step.NOTHING:
            return python
        began = time.monotonic()
        # From here on the environment is unfinished, whatever happens, until its stamp is back.
        with suppress(FileNotFoundError, NotADirectoryError):
            stamp_file(VENV).unlink()
        if step is Step.EVERYTHING:
            _say("setting up .venv (once; this needs the network) …")
            _make_venv()
        if step in (Step.EVERYTHING, Step.PACKAGES):
            _say(f"installing what {LOCKS[lock].relative_to(ROOT).as_posix()} lists …")
            # Compiling what is never imported costs more than it saves.
            _pip("install", "--no-compile", "--require-hashes", "--no-deps", "-r", str(LOCKS[lock]))
        _pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        kept = None if step is Step.EVERYTHING else before
        write_stamp(VENV, stamp_after(kept, wanted, _packages(VENV)))
        _say(f".venv is ready ({time.monotonic() - began:.0f} s)")
    return python


def explain_pip(output: str) -> tuple[str, str]:
    """What went wrong and how to mend it, from what pip printed before it failed."""
    for signs, problem, fix in _PIP_FAILURES:
        if any(sign in output for sign in signs):
            return problem, fix
    return "pip could not install what is needed", "see pip's own words above, then try again"


_PIP_FAILURES = (
    (
        ("DO NOT MATCH THE HASHES",),
        "a package that was downloaded is not the one that was locked, and was not installed",
        "ask whoever runs your package index; where the lock files are out of date, renew them",
    ),
    (("No space left", "Errno 28"), "the disk is full", "make room, then try again"),
    (
        (
            "Failed to establish a new connection",
            "NewConnectionError",
            "NameResolutionError",
            "Max retries exceeded",
            "Connection refused",
            "Connection aborted",
            "Network is unreachable",
            "ProxyError",
            "ReadTimeoutError",
            "Read timed out",
            "SSLError",
        ),
        "the package index cannot be reached",
        "check the network (a proxy: HTTPS_PROXY, another index: PIP_INDEX_URL), then try again",
    ),
    (
        ("No matching distribution", "Could not find a version"),
        "the package index lacks a locked package for this Python, or pip may not ask it",
        "see pip's own words above; Python 3.11 to 3.13 on Linux, macOS or Windows should work",
    ),
)


def _make_venv() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        raise SetupError(
            "this Python lacks ensurepip, which a virtual environment needs",
            f"on Debian or Ubuntu: apt-get install {package}; then try again",
        )
    try:
        if VENV.is_dir():
            shutil.rmtree(VENV)
        else:
            VENV.unlink(missing_ok=True)
    except OSError as error:
        raise SetupError(
            f"the old .venv cannot be removed ({error})",
            "stop what runs from it (a preview?) or delete the folder yourself, then try again",
        ) from error
    # The script itself may be run by the Python of the environment that was just removed.
    base = getattr(sys, "_base_executable", sys.executable)
    made = subprocess.run(
        [base, "-m", "venv", str(VENV)],
        check=False,
        env=_clean(os.environ),
        capture_output=True,
        text=True,
        errors="replace",
    )
    if made.returncode != 0:
        _say(made.stdout + made.stderr)
        raise SetupError(
            "Python could not make a virtual environment in .venv",
            "see its own words above (on Debian or Ubuntu, install python3-venv), then try again",
        )


def _pip(*arguments: str) -> None:
    """Run the environment's pip; its settings (an index, a proxy) are the user's."""
    command = [str(python_of(VENV)), "-I", "-m", "pip", "--disable-pip-version-check", "--quiet"]
    # A user's own `pip install --user` setting cannot work in a virtual environment.
    settings = {**_clean(os.environ), "PIP_USER": "0", "PIP_NO_INPUT": "1"}
    done = subprocess.run(
        [*command, *arguments], check=False, env=settings, stderr=subprocess.PIPE, cwd=ROOT
    )
    if done.returncode != 0:
        output = done.stderr.decode(errors="replace")
        lines = output.splitlines()
        # Its warnings about every new attempt would hide what it ends with.
        errors = [line for line in lines if line.startswith("ERROR")]
        _say("\n".join(errors or lines[-20:]))
        raise SetupError(*explain_pip(output))


def _clean(variables: Mapping[str, str]) -> dict[str, str]:
    """Without what would bring packages from elsewhere, or put ours there."""
    unwanted = {"PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON"}
    return {name: value for name, value in variables.items() if name not in unwanted}


def _packages(venv: Path) -> set[str]:
    base = {"base": str(venv), "platbase": str(venv)}
    folder = Path(sysconfig.get_path("purelib", "venv", vars=base))
    try:
        return {entry.name for entry in folder.iterdir()} - {"__pycache__"}
    except OSError:
        return set()


def _digest(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError as error:
        raise SetupError(
            f"{file.relative_to(ROOT).as_posix()} cannot be read ({error.strerror})",
            "restore it from git, then try again",
        ) from error


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Hold the lock `file` while the block runs; the system lets go of it if the process dies."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a+b") as handle:
        if not try_lock(handle):
            _say("another script is setting up .venv; waiting for it …")
            while not try_lock(handle):
                time.sleep(0.2)
        yield


def try_lock(handle: IO[bytes]) -> bool:
    """Lock an open file, if no other process has: until it is closed, or this process ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        # A file system without locks: going on alone beats not going on.
        return True
    return True


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
