"""The browser of the tests: a Chromium, Chrome or Edge that the machine has.

Playwright drives it; the builds that Playwright would download are not used, so that a machine
without access to them can run every test.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from _environment import SetupError

VARIABLE = "ACQUIS_CHROMIUM"

_COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
_MAC = ("Chromium", "Google Chrome", "Microsoft Edge")
_WINDOWS = (
    ("Chromium", "Application", "chrome.exe"),
    ("Google", "Chrome", "Application", "chrome.exe"),
    ("Microsoft", "Edge", "Application", "msedge.exe"),
)


def usual_places(system: str, variables: Mapping[str, str]) -> Iterator[PurePath]:
    """Where the browsers are installed that are not on the PATH, Chromium first.

    `system` is sys.platform's name; `variables` the environment's.
    """
    if system == "darwin":
        for name in _MAC:
            for home in ("/", variables.get("HOME", "/")):
                app = PurePosixPath(home, "Applications", f"{name}.app")
                yield app / "Contents" / "MacOS" / name
    elif system == "win32":
        bases = [
            PureWindowsPath(variables[name])
            for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
            if name in variables
        ]
        for parts in _WINDOWS:
            for base in bases:
                yield base.joinpath(*parts)
    else:
        yield PurePosixPath("/snap/bin/chromium")
        yield PurePosixPath("/opt/google/chrome/chrome")
        yield PurePosixPath("/opt/microsoft/msedge/msedge")


def find_chromium(
    system: str = sys.platform,
    variables: Mapping[str, str] = os.environ,
    which: Callable[[str], str | None] = shutil.which,
) -> Path | None:
    """The browser to use: the one that ACQUIS_CHROMIUM names, else the first one found.

    Raises SetupError where ACQUIS_CHROMIUM names none.
    """
    named = variables.get(VARIABLE)
    if named:
        found = which(named)
        if not found:
            raise SetupError(
                f'{VARIABLE} names "{named}", which is no program',
                f"give the path of a Chromium, Chrome or Edge, or unset {VARIABLE}",
            )
        return Path(found)
    places = (str(place) for place in usual_places(system, variables))
    for candidate in (*_COMMANDS, *places):
        found = which(candidate)
        if found:
            return Path(found)
    return None


def prepare_chromium() -> Path:
    """The browser to use; where there is none, a root user's apt-get installs one.

    Raises SetupError with what the user can do about it.
    """
    found = find_chromium()
    if found is None and _can_install():
        print("installing Chromium for the tests (once) …", file=sys.stderr, flush=True)
        _install()
        found = find_chromium()
    if found is None:
        raise missing_chromium(sys.platform)
    return found


def missing_chromium(system: str) -> SetupError:
    """The error for a machine without a browser; `system` as for usual_places."""
    if system == "win32":
        how = "install Chrome or Edge"
    elif system == "darwin":
        how = "install Chrome or Chromium (brew install --cask chromium)"
    else:
        how = "install Chromium (on Debian: sudo apt-get install chromium)"
    return SetupError(
        "the browser tests need Chromium, Chrome or Edge, and none was found",
        f"{how}, or set {VARIABLE} to the path of one; "
        "without a browser, run scripts/test.py --unit",
    )


def _can_install() -> bool:
    if sys.platform == "win32":
        return False
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install() -> None:
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"]
    variables = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # A list of packages that cannot be renewed may still be good enough to install from.
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
        subprocess.run(
            [*apt, *arguments],
            check=False,
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
        )
