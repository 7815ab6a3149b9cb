"""Relations between decisions, stated or told by the texts: whether they agree with one another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from acquis.check.divided import Divided, Record, spot
from acquis.finding import Finding, Level, Rule
from acquis.link import Relation
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.position import Position

RELATION_CIRCULAR = Rule(
    "relation-circular",
    Level.ERROR,
    "A decision supersedes, amends or adopts one that does the same to it, directly or by way of "
    "others. Where this does not stand in the data but follows from the texts, it is a notice.",
    "keep the relation in the later decision, and remove it from the earlier",
)
RELATION_EARLY = Rule(
    "relation-early",
    Level.ERROR,
    "A decision recalls, amends or supersedes one that was adopted after it. Where this does not "
    "stand in the data but follows from the text, it is a notice.",
    "correct the symbol, one of the dates, or the direction of the relation",
)
RELATION_CONTRADICTORY = Rule(
    "relation-contradictory",
    Level.WARNING,
    "Two things are stated of which one must be wrong: a decision mirrors one of its own "
    "convention, adopts a text that is no draft, or supersedes what it also amends or mirrors.",
    "keep the relation that the texts bear out",
)
CITATION_SUPERSEDED = Rule(
    "citation-superseded",
    Level.NOTICE,
    "A text cites a decision that had been superseded when it was adopted. What the superseding "
    "decision itself recalls of it is no finding.",
    "see whether the later decision is meant; a citation of the official text stays as it is",
)

_DIRECTED = ("supersedes", "amends", "adopts")
_TIMED = ("recalls", "reaffirms", "amends", "supersedes", "implements")
_PREAMBLE = re.compile(r"(?:^|-)preamble-")


def circles(record: Record, divided: Divided) -> Iterator[Finding]:
    """Decisions that do to others what these do to them."""
    if not isinstance(record, Decision):
        return
    outgoing = divided.links.outgoing
    for relation in _relations(record, divided, _DIRECTED):
        seen = {relation.target}
        waiting = [relation.target]
        while waiting and record.slug not in seen:
            for further in outgoing.get(waiting.pop(), ()):
                if further.kind == relation.kind and further.target not in seen:
                    seen.add(further.target)
                    waiting.append(further.target)
        if record.slug in seen:
            message = (
                f'"{record.name}" {relation.kind} "{relation.name}", and is '
                f"{_UNDERGONE[relation.kind]} by it"
            )
            yield _found(RELATION_CIRCULAR, record, relation, divided, message)


_UNDERGONE = {"supersedes": "superseded", "amends": "amended", "adopts": "adopted"}


def early(record: Record, divided: Divided) -> Iterator[Finding]:
    """Relations to what did not exist yet."""
    if not isinstance(record, Decision) or record.adopted is None:
        return
    for relation in _relations(record, divided, _TIMED):
        other = divided.corpus.decisions[relation.target]
        if other.adopted and other.adopted > record.adopted:
            message = (
                f'"{record.name}" of {record.adopted} {relation.kind} "{relation.name}", which was '
                f"adopted on {other.adopted}"
            )
            yield _found(RELATION_EARLY, record, relation, divided, message)


def contradictory(record: Record, divided: Divided) -> Iterator[Finding]:
    """Relations of which one must be wrong."""
    if not isinstance(record, Decision):
        return
    corpus = divided.corpus
    stated: dict[str, set[str]] = {}
    for kind, names in record.relations.items():
        for place, name in enumerate(names):
            other = corpus.decision(name)
            if other is None or other is record:
                continue
            at = spot(record.spots, record.at, f"relations.{kind}", place)
            before = stated.setdefault(other.slug, set())
            before.add(kind)
            common = sorted(_conventions(record, corpus) & _conventions(other, corpus))
            if kind == "mirrors" and common:
                message = f'"{record.name}" mirrors "{name}", though both are of "{common[0]}"'
                yield RELATION_CONTRADICTORY.at(at, message)
            if kind == "adopts" and other.status != "draft":
                message = f'"{record.name}" adopts "{name}", which is {other.status} and no draft'
                yield RELATION_CONTRADICTORY.at(at, message)
            for wrong in ("amends", "mirrors"):
                if kind in ("supersedes", wrong) and {"supersedes", wrong} <= before:
                    message = f'"{record.name}" supersedes "{name}" and {wrong} it'
                    yield RELATION_CONTRADICTORY.at(at, message)


def superseded(record: Record, divided: Divided) -> Iterator[Finding]:
    """Citations of what was superseded already."""
    if not isinstance(record, Decision | Document):
        return
    links, corpus = divided.links, divided.corpus
    told: set[tuple[Position, str]] = set()
    for one in divided.citations(record):
        by = links.superseded.get(one.cited) if one.kind == "text" else None
        if by is None or one.cited == record.slug or (one.passage.at, one.cited) in told:
            continue
        successor = corpus.decisions[by]
        if successor is record and (_PREAMBLE.search(one.anchor) or _does(one.anchor, by, divided)):
            continue
        if _before(record, successor, corpus):
            continue
        told.add((one.passage.at, one.cited))
        name = corpus.decisions[one.cited].name
        message = f'"{one.text}": "{name}" is superseded by "{successor.name}"'
        yield CITATION_SUPERSEDED.at(one.passage.at, message)


def _does(anchor: str, by: str, divided: Divided) -> bool:
    """Whether it is by the words at an anchor that a decision supersedes."""
    outgoing = divided.links.outgoing.get(by, ())
    return any(one.kind == "supersedes" and one.anchor == anchor for one in outgoing)


def _before(record: Decision | Document, successor: Decision, corpus: Corpus) -> bool:
    """Whether a text is older than the decision by which what it cites was superseded."""
    if isinstance(record, Decision):
        day = record.adopted
    else:
        meetings = (corpus.meetings.get(id_) for id_ in record.meetings)
        day = min((m.first_day for m in meetings if m and m.first_day), default=None)
    return bool(day and successor.adopted and day < successor.adopted)


def _relations(record: Decision, divided: Divided, kinds: tuple[str, ...]) -> Iterator[Relation]:
    """A decision's relations of some kinds to others that are known."""
    for relation in divided.links.outgoing.get(record.slug, ()):
        if relation.kind in kinds and relation.target and relation.target != record.slug:
            yield relation


def _found(
    rule: Rule, record: Decision, relation: Relation, divided: Divided, message: str
) -> Finding:
    """A finding at a stated relation, or a notice at the words that tell of one."""
    if not relation.inferred:
        names = record.relations[relation.kind]
        path = f"relations.{relation.kind}"
        at = spot(record.spots, record.at, path, names.index(relation.name))
        return rule.at(at, message)
    cited = (one for one in divided.citations(record) if one.anchor == relation.anchor)
    at = next((one.passage.at for one in cited), record.at)
    return rule.at(at, message, level=Level.NOTICE)


def _conventions(decision: Decision, corpus: Corpus) -> set[str]:
    return {corpus.bodies[id_].convention for id_ in decision.bodies if id_ in corpus.bodies}
