"""The figures of a run: for the terminal, and as JSON with machine, versions and date."""

import json
import os
import platform
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psutil

from _environment import LOCKS
from benchmarks.measure import Asked, Figure

PACKAGES = ("acquis", "jinja2", "lxml", "mkdocs", "mkdocs-material", "pyyaml")
"""What the figures depend on."""
PEERS = ("hugo", "zensical")
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def lines(figure: Figure) -> Iterator[str]:
    """A figure for the terminal, with its peer's and the bound."""
    of = ", ".join(filter(None, (figure.tool, f"{figure.texts:,} texts" if figure.texts else "")))
    told = f"{of}: {figure.name}" if of else figure.name
    yield f"  {told}: {rounded(figure.value)} {figure.unit}".rstrip()
    if figure.limit is not None:
        told = "" if figure.kept else "  ← not kept"
        yield f"    at most {figure.limit:g} is asked for{told}"
    if figure.ratio is not None:
        bound = "" if figure.at_most is None else f", at most {figure.at_most:g} is asked for"
        told = "" if figure.kept else "  ← not kept"
        yield f"    {figure.ratio:.2f} times {figure.peer}{bound}{told}"


def as_json(figures: Mapping[str, Sequence[Figure]], asked: Asked) -> str:
    """The figures of all benchmarks that were run, with what they were measured on."""
    told: dict[str, Any] = {
        "date": today(),
        "machine": machine(),
        "versions": versions(),
        "texts": "made up of the project's data" if asked.made_up else "ga-78",
        "runs": asked.runs,
        "benchmarks": {name: [_told(figure) for figure in each] for name, each in figures.items()},
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def today() -> str:
    """The date of a run."""
    return datetime.now(UTC).date().isoformat()


def machine() -> dict[str, Any]:
    """What the figures were measured on; nothing that names this one machine."""
    return {
        "processor": _processor(),
        "processors": os.cpu_count(),
        "memory": f"{psutil.virtual_memory().total / 2**30:.0f} GB",
        "system": _system(),
    }


def versions() -> dict[str, str]:
    """The versions of all that takes part."""
    peers = dict(PINNED.findall(LOCKS["bench"].read_text(encoding="utf-8")))
    return {
        "Python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
        **{name: peers[name] for name in PEERS},
    }


def rounded(value: float) -> str:
    """A figure with three digits that count."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _told(figure: Figure) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": figure.name,
        "unit": figure.unit,
        "median": figure.value,
        "runs": figure.runs,
    }
    if figure.tool:
        told |= {"tool": figure.tool, "texts": figure.texts}
    if figure.ratio is not None:
        told |= {"peer": figure.peer, "peer_runs": figure.peer_runs, "ratio": figure.ratio}
    if figure.at_most is not None:
        told |= {"at_most": figure.at_most, "kept": figure.kept}
    if figure.limit is not None:
        told |= {"limit": figure.limit, "kept": figure.kept}
    return told


def _processor() -> str:
    """The processor's name, where the system tells it."""
    known = Path("/proc/cpuinfo")
    if sys.platform == "linux" and known.is_file():
        for line in known.read_text("utf-8").splitlines():
            key, _, value = line.partition(":")
            if key.strip() == "model name":
                return value.strip()
    return platform.processor() or platform.machine()


def _system() -> str:
    """The system and its version, without what a builder of it has added."""
    release = ".".join(platform.release().split(".")[:2])
    with suppress(OSError):
        return f"{platform.freedesktop_os_release()['PRETTY_NAME']}, {platform.system()} {release}"
    return f"{platform.system()} {release}"
