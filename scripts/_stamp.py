"""The stamp of an environment: what it was made from, and so what it lacks of what is wanted.

The stamp is taken away before an environment is changed, and written last. One that is missing or
no longer fits (another Python, another lock file, a moved folder, a package that is gone, a set-up
that was interrupted) means that the environment is made anew.
"""

import json
import os
from collections.abc import Collection
from dataclasses import asdict, dataclass, replace
from enum import Enum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an environment was made from; `packages` are names in its site-packages."""

    python: str
    root: str
    project: str
    locks: dict[str, str]
    packages: tuple[str, ...] = ()


class Step(Enum):
    """What an environment lacks of what is wanted."""

    NOTHING = "nothing"
    PROJECT = "the project itself"
    PACKAGES = "packages and the project"
    EVERYTHING = "everything"


def missing_step(found: Stamp | None, wanted: Stamp, present: Collection[str]) -> Step:
    """What turns the environment that bears the stamp `found` into the one `wanted`.

    `present` are the names in its site-packages now: one that the stamp names may have been taken
    out or replaced, and what a user has added is left alone.
    """
    if found is None or (found.python, found.root) != (wanted.python, wanted.root):
        return Step.EVERYTHING
    if not set(found.packages) <= set(present):
        return Step.EVERYTHING
    if any(found.locks.get(name, digest) != digest for name, digest in wanted.locks.items()):
        return Step.EVERYTHING
    if not wanted.locks.keys() <= found.locks.keys():
        return Step.PACKAGES
    return Step.NOTHING if found.project == wanted.project else Step.PROJECT


def stamp_after(kept: Stamp | None, wanted: Stamp, present: Collection[str]) -> Stamp:
    """The stamp of an environment that has become the one `wanted` and now has these packages.

    `kept` is the stamp it bore, if it was not made anew: what it had of other lock files, it has.
    """
    locks = wanted.locks if kept is None else {**kept.locks, **wanted.locks}
    return replace(wanted, locks=locks, packages=tuple(sorted(present)))


def python_of(venv: Path) -> Path:
    """The Python of the environment in the folder `venv`, which need not exist."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stamp_file(venv: Path) -> Path:
    """Where the stamp of the environment in the folder `venv` is kept."""
    return venv / "acquis-stamp.json"


def read_stamp(venv: Path) -> Stamp | None:
    """The stamp of the environment in the folder `venv`; None where it is missing or unreadable."""
    try:
        stamp = Stamp(**json.loads(stamp_file(venv).read_text(encoding="utf-8")))
        # JSON has no tuples.
        stamp = replace(stamp, packages=tuple(stamp.packages))
        return stamp if python_of(venv).exists() else None
    except (OSError, ValueError, TypeError):
        return None


def write_stamp(venv: Path, stamp: Stamp) -> None:
    """Write the stamp, whole or not at all."""
    draft = stamp_file(venv).with_suffix(".new")
    draft.write_text(json.dumps(asdict(stamp), indent=1), encoding="utf-8")
    draft.replace(stamp_file(venv))
