"""A line: what an importer reads from a file before it knows how the pieces hang together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from acquis import text as marks
from acquis.importers.label import Label
from acquis.importers.report import Remark
from acquis.position import Position


class Kind(StrEnum):
    """What a line is."""

    TEXT = "text"
    HEADING = "heading"
    TABLE = "table"
    RULE = "rule"
    NOTE = "note"  # stands under a table
    REPRODUCED = "reproduced"  # stands for a draft decision with a record of its own


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One piece of the running text, in order.

    `text` is marked text without its number, which is in `label`. `item` says that the source
    tags it as an item of a list, `preambular` as a paragraph of a preamble. Where all of its
    words are bold, `unbold` is the text without that mark. `table` is a table's record; the text
    of what is reproduced is the id of its record.
    """

    kind: Kind
    position: Position
    path: str
    text: str = ""
    label: Label | None = None
    item: bool = False
    preambular: bool = False
    unbold: str = ""
    table: dict[str, Any] | None = None
    level: int | None = None

    @property
    def words(self) -> str:
        """The text without marks."""
        return marks.plain(self.text)

    @property
    def counts(self) -> bool:
        """Whether it is a numbered paragraph, as "4." or "2 bis." number it."""
        return (
            self.kind is Kind.TEXT
            and not self.item
            and self.label is not None
            and self.label.number is not None
        )

    def remark(self, reason: str) -> Remark:
        """This line as an entry of the report."""
        number = f"{self.label.printed} " if self.label else ""
        return Remark(self.position, self.path, number + self.words, reason)

    def but(self, **changes: Any) -> Line:
        """This line with other values."""
        return replace(self, **changes)
