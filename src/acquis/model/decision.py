"""A decision: its identity and what is known of it, and its text in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from acquis.model.block import NOWHERE, Block, Spots
from acquis.position import Position

STATUSES = ("draft", "adopted", "withdrawn", "listed")

#: The vocabulary of relations, each with the name of its reverse.
RELATIONS: Mapping[str, str] = {
    "recalls": "recalled by",
    "reaffirms": "reaffirmed by",
    "mirrors": "mirrors",
    "amends": "amended by",
    "supersedes": "superseded by",
    "implements": "implemented by",
    "adopts": "adopted as",
    "proposes": "proposed by",
}


@dataclass(frozen=True, slots=True)
class Source:
    """Where something was read: a document (id or symbol) and its paragraph, an address, a file."""

    document: str = ""
    paragraph: str = ""
    url: str = ""
    sha256: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """The proposal that an adopted text goes back to."""

    symbol: str = ""
    submitted_by: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the way to adoption: what happened to which document, when, by whom."""

    outcome: str
    date: date | None = None
    document: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Vote:
    """A recorded vote."""

    for_: int
    against: int
    abstaining: int


@dataclass(frozen=True, slots=True)
class Verified:
    """Who proofread the text, when, against what."""

    by: str
    on: date
    against: str
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """An official correction that the text carries."""

    note: str
    date: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Allowed:
    """A finding that is accepted knowingly, and why."""

    rule: str
    reason: str
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote with its label as printed ("3", "*")."""

    label: str
    text: str
    at: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex, with its own blocks, footnotes and appendices. `label` "" means computed."""

    label: str = ""
    title: str = ""
    note: str = ""
    blocks: tuple[Block, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    annexes: tuple[Annex, ...] = ()
    at: Position = field(default=NOWHERE, compare=False)
    spots: Spots = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Part:
    """One of the parts A, B … of a text, each with its own opening and numbers from 1."""

    number: str
    title: str = ""
    opening: str | None = None
    preamble: tuple[Block, ...] = ()
    operative: tuple[Block, ...] = ()
    annexes: tuple[Annex, ...] = ()
    at: Position = field(default=NOWHERE, compare=False)
    spots: Spots = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Version:
    """The text of a decision or a document in one language.

    `opening` is None where there is none; of a document, `operative` holds all its blocks.
    """

    language: str
    title: str = ""
    subtitle: str = ""
    opening: str | None = None
    preamble: tuple[Block, ...] = ()
    operative: tuple[Block, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    annexes: tuple[Annex, ...] = ()
    parts: tuple[Part, ...] = ()
    at: Position = field(default=NOWHERE, compare=False)
    spots: Spots = field(default_factory=dict, compare=False)

    @property
    def held(self) -> bool:
        """Whether any text stands here, and not only a title."""
        return bool(self.preamble or self.operative or self.annexes or self.parts)


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision, resolution or recommendation, held or only known of.

    `slug` is the last part of its address. `versions` has its texts by language, the original's
    (`language`) first. `at` is the record's place, `spots` those of its values by their path
    ("meeting", "relations.mirrors.0").
    """

    slug: str
    versions: Mapping[str, Version]
    language: str
    kind: str
    symbol: str = ""
    id: str = ""
    formerly: tuple[str, ...] = ()
    meeting: str = ""
    bodies: tuple[str, ...] = ()
    status: str = "adopted"
    adopted: date | None = None
    adopted_at: str = ""
    agenda_items: tuple[str, ...] = ()
    draft: Draft | None = None
    steps: tuple[Step, ...] = ()
    vote: Vote | None = None
    source: Source | None = None
    verified: Verified | None = None
    corrections: tuple[Correction, ...] = ()
    topics: tuple[str, ...] = ()
    relations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
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
