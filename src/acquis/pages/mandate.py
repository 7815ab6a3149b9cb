"""The line of decisions in which a decision stands: what it continues, and what continues it.

The line goes through relations, across meetings and conventions. It is bounded: of what many
decisions recall, those are chosen that are nearest, by what the relation is, how far away they are
and how much their titles have in common.
"""

from __future__ import annotations

import datetime
import heapq
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from acquis.link import Links
from acquis.model.corpus import Corpus
from acquis.model.decision import RELATIONS, Decision
from acquis.text import plain

#: So many decisions are shown before and after the one whose line it is; so many steps away.
SHOWN, DEPTH = 10, 4
#: How near a relation brings two decisions: the smaller the nearer.
_NEAR: Mapping[str, float] = {
    "supersedes": 1,
    "amends": 1,
    "adopts": 1,
    "implements": 2,
    "mirrors": 2,
    "reaffirms": 3,
    "recalls": 3,
}
#: What titles that have nothing in common add to that.
_STRANGE = 4.0
_WORD = re.compile(r"\w{4,}|[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Edge:
    """What a decision (`source`) does to an earlier one (`target`), by their slugs."""

    source: str
    target: str
    kind: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class Line:
    """The decisions of a line, oldest first, and the relations between them.

    `drawn` are the relations that a drawing needs: those that do not follow from others. `more`
    is whether some were left out.
    """

    own: Decision
    decisions: tuple[Decision, ...]
    edges: tuple[Edge, ...]
    drawn: tuple[Edge, ...]
    more: bool

    @property
    def inferred(self) -> bool:
        """Whether any of its relations only follows from the texts."""
        return any(edge.inferred for edge in self.edges)

    def of(self, decision: Decision) -> list[tuple[str, list[Edge]]]:
        """What a decision of the line does to others of it, by kind."""
        found: dict[str, list[Edge]] = {}
        for edge in self.edges:
            if edge.source == decision.slug:
                found.setdefault(edge.kind, []).append(edge)
        return [(kind, found[kind]) for kind in RELATIONS if kind in found]


def line(decision: Decision, corpus: Corpus, links: Links) -> Line | None:
    """The line of a decision; None where it stands alone."""
    before, more_before = _nearest(decision, corpus, links, later=False)
    after, more_after = _nearest(decision, corpus, links, later=True)
    slugs = {decision.slug, *before, *after}
    if len(slugs) == 1:
        return None
    places = corpus.order

    def age(slug: str) -> tuple[datetime.date, int, int]:
        one = corpus.decisions[slug]
        side = -1 if slug in before else slug in after
        return day(one, corpus) or datetime.date.max, int(side), places[slug]

    ordered = sorted(slugs, key=age)
    edges = tuple(_edges(ordered, links))
    found = tuple(corpus.decisions[slug] for slug in ordered)
    return Line(decision, found, edges, tuple(_needed(edges)), more_before or more_after)


def day(decision: Decision, corpus: Corpus) -> datetime.date | None:
    """The day from which a decision is: its adoption, or else the end of its meeting.

    A meeting whose days are not known ended with the latest of its decisions.
    """
    if decision.adopted:
        return decision.adopted
    meeting = corpus.meetings.get(decision.meeting)
    if meeting and meeting.last_day:
        return meeting.last_day
    return corpus.latest_adoption(decision.meeting) if decision.meeting else None


def _nearest(
    decision: Decision, corpus: Corpus, links: Links, *, later: bool
) -> tuple[set[str], bool]:
    """The decisions nearest in one direction, and whether there are more."""
    own = _words(decision)
    waiting = [(0.0, 0, decision.slug)]
    found: set[str] = set()
    seen: set[str] = set()
    while waiting:
        far, steps, slug = heapq.heappop(waiting)
        if slug in seen:
            continue
        if len(found) == SHOWN:
            return found, True
        seen.add(slug)
        if slug != decision.slug:
            found.add(slug)
        if steps == DEPTH:
            continue
        for kind, other in _neighbours(slug, links, later=later):
            if other not in seen:
                words = _words(corpus.decisions[other])
                alike = len(own & words) / max(1, len(own | words))
                cost = far + _NEAR[kind] + _STRANGE * (1 - alike)
                heapq.heappush(waiting, (cost, steps + 1, other))
    return found, False


def _neighbours(slug: str, links: Links, *, later: bool) -> Iterator[tuple[str, str]]:
    relations = links.incoming if later else links.outgoing
    for one in relations.get(slug, ()):
        if one.kind in _NEAR and one.target:
            yield one.kind, one.source if later else one.target
    if not later:  # a mirror is as old as what it mirrors: one direction has it
        yield from (("mirrors", other) for other in links.mirrors.get(slug, ()))


def _words(decision: Decision) -> frozenset[str]:
    return frozenset(_WORD.findall(plain(decision.original.title).casefold()))


def _edges(ordered: list[str], links: Links) -> Iterator[Edge]:
    shown = set(ordered)
    for slug in ordered:
        for one in links.outgoing.get(slug, ()):
            if one.kind in _NEAR and one.target in shown and one.target != slug:
                yield Edge(slug, one.target, one.kind, one.inferred)
        for other in links.mirrors.get(slug, ()):
            if other in shown and ordered.index(other) < ordered.index(slug):
                yield Edge(slug, other, "mirrors", False)


def _needed(edges: tuple[Edge, ...]) -> Iterator[Edge]:
    """The strongest relation of each pair, but for those that a longer way says as well."""
    strongest: dict[tuple[str, str], Edge] = {}
    for edge in sorted(edges, key=lambda one: (_NEAR[one.kind], one.inferred)):
        strongest.setdefault((edge.source, edge.target), edge)
    targets: dict[str, set[str]] = {}
    for source, target in strongest:
        targets.setdefault(source, set()).add(target)

    def reached(start: str, without: str) -> set[str]:
        """Where the relations lead from a decision on, not by way of another."""
        seen = {start, without}
        waiting = [start]
        while waiting:
            for target in targets.get(waiting.pop(), ()):
                if target not in seen:
                    seen.add(target)
                    waiting.append(target)
        return seen - {start, without}

    for (source, target), edge in strongest.items():
        others = targets[source] - {target}
        if not any(target in reached(other, source) for other in others):
            yield edge
