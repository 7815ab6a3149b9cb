"""Those who decide, meet and act: conventions, bodies, meetings, actors; and what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from acquis.model.block import NOWHERE, Spots
from acquis.model.decision import Source
from acquis.position import Position
from acquis.symbol import Pattern


@dataclass(frozen=True, slots=True)
class Forms:
    """Words in the languages in which the data give them, the first being the default."""

    by_language: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.by_language)

    def __str__(self) -> str:
        return next(iter(self.by_language.values()), "")

    def form(self, language: str) -> str:
        """The words in a language, or the default's where it has none."""
        return self.by_language.get(language, str(self))


NO_WORDS = Forms()


@dataclass(frozen=True, slots=True)
class Body:
    """A body that adopts texts, and how it writes and cites their symbols.

    `meeting_id` is the pattern of its meetings' ids, filled from a symbol's placeholders;
    `address` that of an official address of one of its texts, `document_address` of one of its
    documents. `cited_as` are the forms of citations in the site's language, `cited_in` those in
    each language; `called` is what running text in a language calls the body. Meetings before
    `first_meeting` had other symbols, or none.
    """

    id: str
    name: Forms
    convention: str
    short: Forms = NO_WORDS
    opening: Forms = NO_WORDS
    kind: str = "decision"
    symbols: tuple[Pattern, ...] = ()
    cited_as: tuple[Pattern, ...] = ()
    document_symbols: tuple[Pattern, ...] = ()
    meeting_id: Pattern | None = None
    address: str = ""
    titles: bool = True
    cited_in: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict)
    called: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    document_address: str = ""
    first_meeting: int = 0
    at: Position = field(default=NOWHERE, compare=False)
    spots: Spots = field(default_factory=dict, compare=False)

    def parse(self, symbol: str) -> dict[str, str] | None:
        """The placeholders of one of this body's symbols, or None where it is not its own."""
        for pattern in self.symbols:
            values = pattern.parse(symbol)
            if values is not None:
                return values
        return None

    def meeting_of(self, symbol: str) -> str | None:
        """The id of the meeting that a symbol belongs to, or None where that cannot be told."""
        values = self.parse(symbol)
        if values is None or self.meeting_id is None:
            return None
        return self.meeting_id.format(values)


@dataclass(frozen=True, slots=True)
class Convention:
    """A convention (or another constituent instrument) and its bodies."""

    id: str
    name: Forms
    short: Forms = NO_WORDS
    description: Forms = NO_WORDS
    url: str = ""
    bodies: tuple[Body, ...] = ()
    source: Source | None = None
    at: Position = field(default=NOWHERE, compare=False)
    spots: Spots = field(default_factory=dict, compare=False)

    @property
    def title(self) -> Forms:
        """The short name where there is one."""
        return self.short or self.name


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting of a meeting; the dates are left out where no source gives them."""

    from_: date | None = None
    to: date | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of one body or of several jointly; `complete` when all its texts are here."""

    id: str
    name: Forms
    bodies: tuple[str, ...]
    sessions: tuple[Session, ...] = ()
    complete: bool = False
    report: str = ""
    description: Forms = NO_WORDS
    source: Source | None = None
    at: Position = field(default=NOWHERE, compare=False)
    spots: Spots = field(default_factory=dict, compare=False)

    @property
    def first_day(self) -> date | None:
        """The day on which it opened, where known."""
        return min((s.from_ for s in self.sessions if s.from_), default=None)

    @property
    def last_day(self) -> date | None:
        """The day on which it closed, where known."""
        return max((s.to or s.from_ for s in self.sessions if s.to or s.from_), default=None)  # type: ignore[type-var]


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone whom texts address or who acts: a secretariat, an officer, Parties.

    `of` names the conventions or actors that it belongs to: each convention has an Executive
    Secretary of its own.
    """

    id: str
    name: Forms
    of: tuple[str, ...] = ()
    kind: str = ""
    description: Forms = NO_WORDS
    source: Source | None = None
    at: Position = field(default=NOWHERE, compare=False)
    spots: Spots = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Topic:
    """What texts are about."""

    id: str
    name: Forms
    description: Forms = NO_WORDS
    at: Position = field(default=NOWHERE, compare=False)
    spots: Spots = field(default_factory=dict, compare=False)
