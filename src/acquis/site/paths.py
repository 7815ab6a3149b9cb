"""Which paths may be written in the site's folder, whatever system serves or unpacks it."""

from __future__ import annotations

import re

#: Names that Windows keeps for devices, whatever ending follows
#: (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"]
)
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')


def unsafe(path: str) -> str:
    """Why a path, counted from the site's root, may not be written there; "" where it may."""
    for name in path.split("/"):
        if not name:
            return "it is absolute, or a part of it is empty"
        if name in (".", ".."):
            return "it leads out of its folder"
        if _FORBIDDEN.search(name):
            return "it has a character that not every system allows in names"
        if name.endswith((".", " ")):
            return "a name in it ends in a full stop or a space"
        if name.split(".", 1)[0].rstrip(" ").casefold() in _DEVICES:
            return "a name in it is the name of a device on Windows"
        if len(name.encode("utf-8", "surrogatepass")) > 255:
            return "a name in it is longer than 255 bytes"
    return ""
