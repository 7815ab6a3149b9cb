"""What every importer takes and gives: settings in, a plain record and a report out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from acquis.importers.report import Report
from acquis.model.institution import Body
from acquis.position import Position

#: A record has the keys of the YAML format; its values are texts, whole numbers, truth values,
#: dates, lists and further records.
Record: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Settings:
    """What an importer must know of the institution: the bodies whose texts it may meet."""

    bodies: tuple[Body, ...] = ()

    def body_of(self, symbol: str) -> Body | None:
        """The body that writes its symbols like this one, or None."""
        return next((body for body in self.bodies if body.parse(symbol) is not None), None)


@dataclass(frozen=True, slots=True)
class Import:
    """What was read from a source: a record in the YAML format's shape.

    `kind` is the list that it belongs in, "decisions" or "documents". `meeting` is a record of
    the meeting at which it was adopted, for the case that the data do not have it yet; None where
    the symbol does not tell the meeting. `official` is whether the source is an official file, so
    that what is wrong with its words is to be kept.
    """

    record: Record
    meeting: Record | None
    report: Report = field(default_factory=Report)
    kind: str = "decisions"
    official: bool = False


class UnreadableError(Exception):
    """A source that cannot be imported: `position` is where, `message` why, `fix` the remedy."""

    def __init__(self, position: Position, message: str, fix: str) -> None:
        super().__init__(f"{position.file}:{position.line}: {message}")
        self.position = position
        self.message = message
        self.fix = fix
