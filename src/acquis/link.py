"""Links: what the records say of one another, found from both ends.

The data state a relation once, in one of two records; here it becomes visible in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from acquis.citation import Citation, InShares, Register, in_one, register
from acquis.citation.relating import Related, related
from acquis.collector import without_collector
from acquis.kept import Kept
from acquis.model.activity import Activity, Service
from acquis.model.block import Block, Heading, Paragraph, Quote, Reproduced
from acquis.model.corpus import Corpus
from acquis.model.decision import RELATIONS, Decision, Version
from acquis.model.divide import divide
from acquis.model.document import Document
from acquis.reads import Noted

T = TypeVar("T")

#: So many characters of a meeting's texts at most stand on one page: some 250 when printed.
ON_ONE_PAGE = 1_000_000

_MANDATE = re.compile(r"(?P<name>.*?)(?:,?\s+para(?:graph|s|\.)?\s*(?P<part>\d.*))?", re.DOTALL)
_PART = re.compile(r"[0-9]+|[A-Za-z]+")
#: Of these a text stands in one to another: where the data state one, no other is inferred.
_EXCLUSIVE = frozenset({"amends", "supersedes", "implements", "adopts"})


@dataclass(frozen=True, slots=True)
class Relation:
    """One decision's relation to another.

    `target` is the other's slug, "" where it is not known here; `name` is the other's name as
    the data give it. One that is `inferred` is not stated in the data but follows from the text,
    from what stands at `anchor`.
    """

    kind: str
    source: str
    name: str
    target: str = ""
    inferred: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Mandate:
    """What asks for an activity or a service: a decision, or a paragraph of it.

    `decision` is the slug, "" where it is not known here; `anchor` that of the paragraph, "" for
    the whole; `words` is the citation as the data give it.
    """

    words: str
    decision: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Addressed:
    """A paragraph that addresses an actor."""

    decision: str
    anchor: str
    number: str


@dataclass(frozen=True, slots=True)
class Links:
    """Everything that is linked, by slug or id. Lists are in the corpus' order.

    `outgoing` and `incoming` hold the relations of a decision to others and of others to it, be
    they stated in the data or inferred from the text. `proposals` names the documents that propose
    a decision; `mirrors` the decisions of its group, in whatever record the data state it;
    `superseded` the decision in whose favour it went.
    `paragraphs` has the anchors of each document, since sources name paragraphs of them.
    `bounded` is whether the texts of a meeting that has any are so few that they can be read on one
    page. `citations` is what the texts themselves cite.
    """

    outgoing: Mapping[str, tuple[Relation, ...]]
    incoming: Mapping[str, tuple[Relation, ...]]
    mirrors: Mapping[str, tuple[str, ...]]
    superseded: Mapping[str, str]
    proposals: Mapping[str, tuple[str, ...]]
    mandates: Mapping[str, tuple[Mandate, ...]]
    activities: Mapping[str, tuple[str, ...]]
    services: Mapping[str, tuple[str, ...]]
    on_topic: Mapping[str, tuple[str, ...]]
    addressed: Mapping[str, tuple[Addressed, ...]]
    paragraphs: Mapping[str, frozenset[str]]
    bounded: Mapping[str, bool]
    citations: Register


@without_collector()
def link(
    corpus: Corpus,
    before: tuple[Corpus, Links] | None = None,
    kept: Kept | None = None,
    in_shares: InShares = in_one,
) -> Links:
    """Find what the records of a corpus say of one another.

    With a corpus from `before` and its links, and `kept` from then, only what changed is looked at
    again. `in_shares` has the texts read in shares, which may be done in other processes. Every
    mapping notes what is asked of it (`acquis.reads`), under its own name.
    """
    kept = kept or Kept()
    kept.begin()
    registered = before and (before[0], before[1].citations)
    citations = register(corpus, registered, kept, in_shares)
    stated = list(_relations(corpus))
    relations = [*stated, *inferred(corpus, citations, stated, kept)]
    # Groups of mirrors are stated, and the same from every side.
    directed = [one for one in relations if one.inferred or one.kind != "mirrors"]
    records: list[Activity | Service] = [*corpus.activities.values(), *corpus.services.values()]
    mandates = {
        record.id: tuple(mandate(words, corpus) for words in record.mandates) for record in records
    }
    return Links(
        outgoing=Noted("outgoing", _grouped((r.source, r) for r in directed)),
        incoming=Noted("incoming", _grouped((r.target, r) for r in directed if r.target)),
        mirrors=Noted("mirrors", _mirrors(corpus, stated)),
        superseded=Noted("superseded", _superseded(corpus, relations)),
        proposals=Noted("proposals", _grouped(_proposals(corpus, kept))),
        mandates=Noted("mandates", mandates),
        activities=Noted(
            "mandated activities", _grouped(_mandated(corpus.activities.values(), mandates))
        ),
        services=Noted(
            "mandated services", _grouped(_mandated(corpus.services.values(), mandates))
        ),
        on_topic=Noted(
            "on topic",
            _grouped(
                (topic, decision.slug)
                for decision in corpus.decisions.values()
                for topic in decision.topics
            ),
        ),
        addressed=Noted("addressed", _grouped(_addressed(corpus, kept))),
        paragraphs=Noted(
            "paragraphs",
            {
                document.slug: kept.of(_anchors_of_document, document.original)
                for document in corpus.documents.values()
            },
        ),
        bounded=Noted("bounded", dict(_bounded(corpus, kept))),
        citations=citations,
    )


def _bounded(corpus: Corpus, kept: Kept) -> Iterator[tuple[str, bool]]:
    for meeting in corpus.meetings:
        held = [one for one in corpus.decisions_of(meeting) if not one.listed]
        if held:
            yield meeting, sum(kept.of(_characters, one) for one in held) <= ON_ONE_PAGE


def _characters(decision: Decision) -> int:
    """How many characters the original of a decision has."""
    return sum(len(unit.text) for unit in divide(decision.original).walk())


def mandate(words: str, corpus: Corpus) -> Mandate:
    """What a citation leads to: a paragraph only where it stands in a text that is held."""
    named = parse(words, corpus)
    decision = corpus.decisions.get(named.decision)
    if not named.anchor or decision is None or named.anchor in _anchors(decision.original):
        return named
    return replace(named, anchor="")


def parse(words: str, corpus: Corpus) -> Mandate:
    """What a citation such as "MC-5/19 para 4 (c)" names, whether or not there is such a
    paragraph."""
    match = _MANDATE.fullmatch(words)
    name, part = (match["name"], match["part"]) if match else (words, None)
    decision = corpus.decision(name)
    if decision is None:
        return Mandate(words)
    anchor = f"para-{'-'.join(_PART.findall(part.lower()))}" if part else ""
    return Mandate(words, decision.slug, anchor)


def cited(words: str) -> str:
    """The name of the decision in a citation such as "MC-5/19 para 4 (c)"."""
    match = _MANDATE.fullmatch(words)
    return match["name"] if match else words


def _anchors(version: Version, *, decision: bool = True) -> frozenset[str]:
    return frozenset(unit.anchor for unit in divide(version, decision=decision).walk())


def _anchors_of_document(version: Version) -> frozenset[str]:
    return _anchors(version, decision=False)


def _relations(corpus: Corpus) -> Iterator[Relation]:
    for decision in corpus.decisions.values():
        for kind in RELATIONS:
            for name in decision.relations.get(kind, ()):
                target = corpus.decision(name)
                yield Relation(kind, decision.slug, name, target.slug if target else "")


def _superseded(corpus: Corpus, relations: Iterable[Relation]) -> dict[str, str]:
    """What is superseded, by what: only by what was adopted; a stated relation before others."""
    found: dict[str, str] = {}
    for relation in relations:
        by = corpus.decisions[relation.source]
        if relation.kind == "supersedes" and relation.target and by.status in ("adopted", "listed"):
            found.setdefault(relation.target, relation.source)
    return found


def _mirrors(corpus: Corpus, relations: Iterable[Relation]) -> dict[str, tuple[str, ...]]:
    """The other members of each decision's group: those that it mirrors, and their groups."""
    groups: dict[str, set[str]] = {}
    for relation in relations:
        if relation.kind == "mirrors" and relation.target:
            joined = groups.get(relation.source, {relation.source}) | groups.get(
                relation.target, {relation.target}
            )
            for slug in joined:
                groups[slug] = joined
    order = {slug: place for place, slug in enumerate(corpus.decisions)}
    return {
        slug: tuple(sorted(group - {slug}, key=order.__getitem__)) for slug, group in groups.items()
    }


def mirror_groups(mirrors: Mapping[str, tuple[str, ...]], corpus: Corpus) -> list[tuple[str, ...]]:
    """The groups of decisions that mirror one another, they and their members in corpus order."""
    seen: set[str] = set()
    groups = []
    for slug in corpus.decisions:
        if slug in mirrors and slug not in seen:
            groups.append((slug, *mirrors[slug]))
            seen.update(groups[-1])
    return groups


def _proposals(corpus: Corpus, kept: Kept) -> Iterator[tuple[str, str]]:
    for document in corpus.documents.values():
        names = dict.fromkeys((*document.proposes, *kept.of(_reproduced, document)))
        for name in names:
            decision = corpus.decision(name)
            if decision is not None:
                yield decision.slug, document.slug


def _reproduced(document: Document) -> tuple[str, ...]:
    return tuple(
        unit.block.decision
        for version in document.versions.values()
        for unit in divide(version, decision=False).walk()
        if isinstance(unit.block, Reproduced)
    )


def _mandated(
    records: Iterable[Activity | Service], mandates: Mapping[str, tuple[Mandate, ...]]
) -> Iterator[tuple[str, str]]:
    for record in records:
        for slug in dict.fromkeys(one.decision for one in mandates[record.id] if one.decision):
            yield slug, record.id


def _addressed(corpus: Corpus, kept: Kept) -> Iterator[tuple[str, Addressed]]:
    for decision in corpus.decisions.values():
        yield from kept.of(_addressed_by, decision)


def _addressed_by(decision: Decision) -> tuple[tuple[str, Addressed], ...]:
    if not _addresses(decision.original):
        return ()
    return tuple(
        (actor, Addressed(decision.slug, unit.anchor, unit.number))
        for unit in divide(decision.original).walk()
        if isinstance(unit.block, Paragraph)
        for actor in unit.block.actors
    )


def _addresses(version: Version) -> bool:
    """Whether any paragraph names an actor: most texts do not, and need no numbering for it."""
    blocks = _blocks(_operative(version))
    return any(isinstance(block, Paragraph) and block.actors for block in blocks)


def _operative(version: Version) -> tuple[Block, ...]:
    return (*version.operative, *(block for part in version.parts for block in part.operative))


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def inferred(
    corpus: Corpus, citations: Register, stated: Iterable[Relation], kept: Kept | None = None
) -> Iterator[Relation]:
    """The relations that follow from the texts, where the data do not state them.

    An empty list in the data ("supersedes: []") states that there is none.
    """
    kept = kept or Kept()
    told = {(one.source, one.target or one.name, one.kind) for one in stated}
    closed = {(source, other) for source, other, kind in told if kind in _EXCLUSIVE}
    for decision in corpus.decisions.values():
        for one in _said(decision, corpus, citations, kept):
            key = (one.source, one.target or one.name, one.kind)
            if key in told or (one.kind in _EXCLUSIVE and key[:2] in closed):
                continue
            if one.kind in decision.relations and not decision.relations[one.kind]:
                continue
            told.add(key)
            yield one


def _said(
    decision: Decision, corpus: Corpus, citations: Register, kept: Kept
) -> Iterator[Relation]:
    """What the text of a decision says of its relations, repetitions included."""
    version = next((one for one in decision.versions.values() if one.held), None)
    if version is None:
        return
    found = citations.of(decision).get(version.language, ())
    for kind, one in kept.of(_related, found, version) if found else ():
        if one.cited == decision.slug:
            continue
        draft = one.cited and corpus.decisions[one.cited].status == "draft"
        if kind != "adopts" or draft:
            yield Relation(kind, decision.slug, one.symbol, one.cited, True, one.anchor)
    for name in kept.of(_reproduced_by, version):
        target = corpus.decision(name)
        if target is not None and target is not decision:
            yield Relation("proposes", decision.slug, target.name, target.slug, True)


def _related(citations: Sequence[Citation], version: Version) -> tuple[Related, ...]:
    return tuple(related(citations, version.language))


def _reproduced_by(version: Version) -> tuple[str, ...]:
    blocks = _blocks(_operative(version))
    return tuple(block.decision for block in blocks if isinstance(block, Reproduced))


def _blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks and all within them."""
    for block in blocks:
        yield block
        if isinstance(block, Paragraph):
            yield from _blocks((*block.items, *block.then))
        elif isinstance(block, Heading | Quote):
            yield from _blocks(block.blocks)
