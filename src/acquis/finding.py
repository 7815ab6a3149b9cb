"""A finding: something an editor should know about the data, where it is and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from acquis.position import Position


class Level(StrEnum):
    """How much a finding weighs: an error stops the build, a notice only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Level).index(self)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that data are held against. Its `id` is its entry in the reference.

    `about` says what is wrong when it fires, and why that matters; `mend` what to do.
    """

    id: str
    level: Level
    about: str
    mend: str

    def at(
        self, position: Position, message: str, fix: str = "", level: Level | None = None
    ) -> Finding:
        """The finding that this rule makes at a place; without a `fix`, the rule's own remedy."""
        return Finding(position, level or self.level, self.id, message, fix or self.mend)


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong (`message`, quoting the value), where, by which rule, and the remedy."""

    position: Position
    level: Level
    rule: str
    message: str
    fix: str

    def sort_key(self) -> tuple[int, Position, str, str]:
        """Gravest first, then by place."""
        return (self.level.rank, self.position, self.rule, self.message)


def suggest(value: str, known: Iterable[str]) -> str:
    """A remedy that names the near miss of a mistyped value, or "" where nothing is near."""
    candidates = list(known)
    near = get_close_matches(value, candidates, n=1, cutoff=0.6)
    if not near:
        folded = {name.casefold(): name for name in candidates}
        near = [folded[value.casefold()]] if value.casefold() in folded else []
    return f'did you mean "{near[0]}"?' if near else ""
