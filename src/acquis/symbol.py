"""Symbols of decisions and documents: how they are written, read and turned into addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

#: The longest id; with file names made of it, every file system takes it.
LONGEST_ID = 100
#: Names that Windows keeps for devices, whatever their ending
#: (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{name}{n}" for name in ("com", "lpt") for n in range(10)}
)
#: Ids that would take the place of pages of the site.
RESERVED = frozenset({"index", "search"})

#: The name of the part of a pattern that counts the texts of a meeting.
COUNTED = "number"

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PLACEHOLDER = re.compile(r"\{([a-z_]+)(?::([a-z]+))?\}")
_KINDS = {
    "": r"[0-9]+",
    "year": r"(?:19|20)[0-9]{2}",
    "roman": r"[IVXLCDM]+",
    "letter": r"[A-Z]{1,2}",
    "word": r"[A-Za-z0-9.]+",
}
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u202f": " "})


class PatternError(ValueError):
    """A pattern that cannot be read; the message says why."""


def slug(symbol: str) -> str:
    """The part of an address made from a symbol: `A/RES/78/3 (II)` gives `a-res-78-3-ii`.

    Lower case; each run of characters other than a–z and 0–9 becomes one hyphen, none at the
    ends. It may come out empty, where a symbol has no Latin letter or digit.
    """
    return re.sub(r"[^a-z0-9]+", "-", symbol.translate(_HYPHENS).lower()).strip("-")


def id_fault(value: str) -> str:
    """Why a value cannot be an id, as words that follow "it"; "" where it can."""
    if not _ID.fullmatch(value):
        return "may hold only a–z, 0–9 and single hyphens between them"
    if len(value) > LONGEST_ID:
        return f"is longer than {LONGEST_ID} characters"
    if value in DEVICES:
        return "is the name of a device in Windows"
    if value in RESERVED:
        return "is the address of a page of the site"
    return ""


def normal(symbol: str) -> str:
    """A symbol with plain hyphens and spaces, as it is compared: `RC‑12/9` is `RC-12/9`."""
    return " ".join(symbol.translate(_HYPHENS).split())


@dataclass(frozen=True, slots=True)
class Pattern:
    """How a body writes symbols: literal text with placeholders, such as `MC-{meeting}/{number}`.

    A placeholder stands for digits, or, as `{held:year}`, `{session:roman}`, `{part:letter}` and
    `{name:word}`, for a year, a Roman number, one or two capital letters, or letters, digits and
    full stops. Everything else is literal; there is no other syntax, so a pattern cannot run wild.

    Raises PatternError for a placeholder of an unknown kind, named twice or next to another.
    """

    source: str
    #: The kind of each placeholder by its name, in order; "" for digits.
    kinds: Mapping[str, str] = field(init=False, repr=False, compare=False)
    #: Literal texts, each with the name of the placeholder after it, "" after the last.
    pieces: tuple[tuple[str, str], ...] = field(init=False, repr=False, compare=False)
    _regex: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        parts: list[str] = []
        pieces: list[tuple[str, str]] = []
        end = -1
        names: dict[str, str] = {}
        for match in _PLACEHOLDER.finditer(self.source):
            name, kind = match[1], match[2] or ""
            if kind not in _KINDS:
                kinds = ", ".join(filter(None, _KINDS))
                raise PatternError(f'"{kind}" is no kind of placeholder; the kinds are {kinds}')
            if name in names:
                raise PatternError(f'the placeholder "{name}" stands twice')
            if match.start() == end:
                raise PatternError(f'nothing stands between "{name}" and the placeholder before it')
            pieces.append((self.source[max(end, 0) : match.start()], name))
            parts.append(re.escape(pieces[-1][0]))
            parts.append(f"(?P<{name}>{_KINDS[kind]})")
            names[name] = kind
            end = match.end()
        rest = self.source[max(end, 0) :]
        if "{" in _PLACEHOLDER.sub("", self.source) or "}" in _PLACEHOLDER.sub("", self.source):
            raise PatternError("a brace stands outside of a placeholder such as {number}")
        object.__setattr__(self, "kinds", names)
        object.__setattr__(self, "pieces", (*pieces, (rest, "")))
        object.__setattr__(self, "_regex", re.compile("".join(parts) + re.escape(rest)))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the placeholders, in order."""
        return tuple(self.kinds)

    @property
    def regex(self) -> str:
        """The pattern as a regular expression with named groups, for recognising it in text."""
        return self._regex.pattern

    def parse(self, symbol: str) -> dict[str, str] | None:
        """The values of the placeholders in a symbol, or None where it is not of this pattern."""
        match = self._regex.fullmatch(normal(symbol))
        return match.groupdict() if match else None

    def format(self, values: Mapping[str, str]) -> str | None:
        """The symbol that these values make, or None where one is missing."""
        if not all(name in values for name in self.names):
            return None
        return _PLACEHOLDER.sub(lambda match: values[match[1]], self.source)
