"""A meeting document: a note, a report, an information document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from acquis.model.block import NOWHERE, Spots
from acquis.model.decision import Allowed, Source, Version
from acquis.position import Position

KINDS = ("note", "report", "information document", "document")
STATUSES = ("held", "listed")


@dataclass(frozen=True, slots=True)
class Document:
    """A document of one meeting or several, held or only known of (`listed`).

    Its blocks stand in the `operative` part of its versions. `proposes` names the draft
    decisions that it puts before the meeting.
    """

    slug: str
    versions: Mapping[str, Version]
    language: str
    kind: str = "document"
    symbol: str = ""
    id: str = ""
    formerly: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    status: str = "held"
    proposes: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    source: Source | None = None
    description: str = ""
    allow: tuple[Allowed, ...] = ()
    at: Position = field(default=NOWHERE, compare=False)
    spots: Spots = field(default_factory=dict, compare=False)

    @property
    def original(self) -> Version:
        """The text in the language in which the record itself stands."""
        return self.versions[self.language]

    @property
    def name(self) -> str:
        """What it is called where only a few letters fit: its symbol, or else its title or id."""
        return self.symbol or self.original.title or self.id

    @property
    def listed(self) -> bool:
        """Whether it is known while its text is not held."""
        return self.status == "listed"

    def version(self, language: str) -> Version:
        """The text in a language, or the original where it is not held in that."""
        return self.versions.get(language, self.original)
