"""What is done about decisions: areas of cooperation, activities, services exchanged."""

from __future__ import annotations

from dataclasses import dataclass, field

from acquis.model.block import NOWHERE, Spots
from acquis.model.decision import Source
from acquis.model.institution import NO_WORDS, Forms
from acquis.position import Position

STATUSES = ("planned", "ongoing", "completed")
SERVICE_STATUSES = ("requested", "provided")


@dataclass(frozen=True, slots=True)
class Area:
    """An area of cooperation."""

    id: str
    title: Forms
    description: Forms = NO_WORDS
    source: Source | None = None
    at: Position = field(default=NOWHERE, compare=False)
    spots: Spots = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity in one or several areas, in a period such as 2026-2027.

    `mandates` are citations of what asks for it: "MC-5/19 para 2".
    """

    id: str
    title: Forms
    areas: tuple[str, ...] = ()
    period: str = ""
    status: str = ""
    lead: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    mandates: tuple[str, ...] = ()
    description: Forms = NO_WORDS
    outputs: tuple[Forms, ...] = ()
    source: Source | None = None
    at: Position = field(default=NOWHERE, compare=False)
    spots: Spots = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Service:
    """A service that one actor provides to another: what, for which meetings, at whose cost."""

    id: str
    provider: str
    recipient: str
    what: tuple[Forms, ...]
    period: str = ""
    cost_recovery: bool | None = None
    for_: tuple[str, ...] = ()
    status: str = ""
    mandates: tuple[str, ...] = ()
    description: Forms = NO_WORDS
    source: Source | None = None
    at: Position = field(default=NOWHERE, compare=False)
    spots: Spots = field(default_factory=dict, compare=False)
