"""The corpus: everything that the data hold, found by id, symbol or slug."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from acquis.model.activity import Activity, Area, Service
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.model.institution import Actor, Body, Convention, Meeting, Topic
from acquis.reads import EVERY, ORDER, note, unnoted
from acquis.symbol import normal


@dataclass(frozen=True)
class Corpus:
    """All records, by id or slug, in the order in which they are shown.

    `languages` are the site's, the first being the default. `published` is the ledger of
    addresses that were published, None where there is none yet.

    What is asked of it about decisions and documents is noted (`acquis.reads`): a name
    (`("decision named", name)`), a record (`("decisions", slug)`), the row of a meeting
    (`("row", meeting)` which stand in it, `("meeting", meeting)` them too, `("adopted at",
    meeting)` when).
    """

    languages: tuple[str, ...] = ("en",)
    conventions: Mapping[str, Convention] = field(default_factory=dict)
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    areas: Mapping[str, Area] = field(default_factory=dict)
    activities: Mapping[str, Activity] = field(default_factory=dict)
    services: Mapping[str, Service] = field(default_factory=dict)
    published: tuple[str, ...] | None = None

    @cached_property
    def bodies(self) -> Mapping[str, Body]:
        """All bodies of all conventions, by id."""
        return {body.id: body for c in self.conventions.values() for body in c.bodies}

    @cached_property
    def decisions_by_name(self) -> Mapping[str, tuple[Decision, ...]]:
        """Decisions by slug, id and symbol; `decision` finds one."""
        found: dict[str, list[Decision]] = {}
        with unnoted():
            decisions = list(self.decisions.values())
        for decision in decisions:
            # A list, not a mapping: a decision and a resolution may share their symbol.
            for name in {decision.slug, decision.id, normal(decision.symbol)} - {""}:
                found.setdefault(name, []).append(decision)
        return {name: tuple(decisions) for name, decisions in found.items()}

    @cached_property
    def documents_by_name(self) -> Mapping[str, Document]:
        """Documents by slug, id and symbol; `document` finds one."""
        with unnoted():
            documents = list(self.documents.values())
        return {
            name: document
            for document in documents
            for name in (document.slug, document.id, normal(document.symbol))
            if name
        }

    def decision(self, name: str, kind: str = "") -> Decision | None:
        """The decision with this symbol, id or slug, of this kind where two share a symbol."""
        wanted = normal(name)
        note("decision named", wanted)
        found = self.decisions_by_name.get(wanted, ())
        for decision in found:
            note("decisions", decision.slug)
        of_kind = [decision for decision in found if not kind or decision.kind == kind]
        return of_kind[0] if of_kind else None

    def document(self, name: str) -> Document | None:
        """The document with this symbol, id or slug."""
        wanted = normal(name)
        note("document named", wanted)
        found = self.documents_by_name.get(wanted)
        if found is not None:
            note("documents", found.slug)
        return found

    @property
    def decision_names(self) -> tuple[str, ...]:
        """Every name by which a decision can be referred to, for suggestions."""
        note("decisions", EVERY)
        return tuple(self.decisions_by_name)

    @property
    def document_names(self) -> tuple[str, ...]:
        """Every name by which a document can be referred to, for suggestions."""
        note("documents", EVERY)
        return tuple(self.documents_by_name)

    @property
    def order(self) -> Mapping[str, int]:
        """The place of each decision among all, by slug."""
        note("decisions", ORDER)
        return self._order

    @cached_property
    def _order(self) -> Mapping[str, int]:
        with unnoted():
            return {slug: place for place, slug in enumerate(self.decisions)}

    def decisions_of(self, meeting: str) -> tuple[Decision, ...]:
        """The decisions of a meeting, in their order."""
        note("meeting", meeting)
        return self._by_meeting.get(meeting, ())

    def latest_adoption(self, meeting: str) -> date | None:
        """The day on which the last decision of a meeting was adopted; None where none is known."""
        note("adopted at", meeting)
        row = self._by_meeting.get(meeting, ())
        return max((one.adopted for one in row if one.adopted), default=None)

    @cached_property
    def _by_meeting(self) -> Mapping[str, tuple[Decision, ...]]:
        found: dict[str, list[Decision]] = {}
        with unnoted():
            decisions = list(self.decisions.values())
        for decision in decisions:
            found.setdefault(decision.meeting, []).append(decision)
        return {meeting: tuple(decisions) for meeting, decisions in found.items()}

    def neighbours(self, decision: Decision) -> tuple[Decision | None, Decision | None]:
        """The decisions before and after one within its meeting."""
        note("row", decision.meeting)
        row = self._by_meeting.get(decision.meeting, ()) if decision.meeting else ()
        place = self._places.get(decision.slug, -1)
        if place < 0 or not row:
            return None, None
        before = row[place - 1] if place else None
        after = row[place + 1] if place + 1 < len(row) else None
        for one in (before, after):
            if one is not None:
                note("decisions", one.slug)
        return before, after

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """The place of each decision in its meeting."""
        return {
            decision.slug: place
            for row in self._by_meeting.values()
            for place, decision in enumerate(row)
        }

    def documents_of(self, meeting: str) -> tuple[Document, ...]:
        """The documents of a meeting, in their order."""
        note("documents of meeting", meeting)
        return self._documents_by_meeting.get(meeting, ())

    @cached_property
    def _documents_by_meeting(self) -> Mapping[str, tuple[Document, ...]]:
        found: dict[str, list[Document]] = {}
        with unnoted():
            documents = list(self.documents.values())
        for document in documents:
            for meeting in document.meetings:
                found.setdefault(meeting, []).append(document)
        return {meeting: tuple(documents) for meeting, documents in found.items()}

    def records(self) -> Iterator[Decision | Document]:
        """Everything that has a text: decisions, then documents."""
        yield from self.decisions.values()
        yield from self.documents.values()
