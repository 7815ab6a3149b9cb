"""Decisions and documents that are named by symbol or id, and whether they are held."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.check.divided import Divided, Record, spot
from acquis.finding import Finding, Level, Rule, suggest
from acquis.link import parse
from acquis.model.activity import Activity, Service
from acquis.model.block import Reproduced
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.model.institution import Body, Meeting, Topic
from acquis.position import Position
from acquis.symbol import id_fault

DECISION_UNKNOWN = Rule(
    "decision-unknown",
    Level.ERROR,
    "A relation, a mandate or a document names a decision that the data do not have. Where a body "
    "writes its symbols so, this is only a notice, since texts are cited that are not held; it is "
    "an error where the meeting is `complete`, and where the name is nobody's symbol.",
    'correct the symbol or id, or add the decision with "status: listed"',
)
PARAGRAPH_UNKNOWN = Rule(
    "paragraph-unknown",
    Level.ERROR,
    "A mandate names a paragraph that the text of its decision does not have.",
    "correct the number, such as MC-5/19 para 4 (c)",
)
DOCUMENT_UNKNOWN = Rule(
    "document-unknown",
    Level.NOTICE,
    "A document is named that the data do not have. By a symbol that a body writes so, this is "
    "right, since most documents are not held; by another symbol it is a notice; by an id it is an "
    "error, since an id means a record.",
    'correct the symbol or id, or add the document with "status: listed"',
)
RELATION_SELF = Rule(
    "relation-self",
    Level.ERROR,
    "A decision has a relation to itself.",
    "name the other decision, or remove the relation",
)


def decisions(record: Record, divided: Divided) -> Iterator[Finding]:
    """Decisions that relations, mandates and documents name."""
    corpus = divided.corpus
    for name, at in _decisions_named(record, divided):
        if corpus.decision(name) is None:
            yield _not_held(name, at, corpus)
    if isinstance(record, Activity | Service):
        for place, words in enumerate(record.mandates):
            if not parse(words, corpus).decision:
                name = _symbol_in(words, corpus)
                yield _not_held(name, spot(record.spots, record.at, "mandates", place), corpus)


def paragraphs(record: Record, divided: Divided) -> Iterator[Finding]:
    """Paragraphs that mandates name, in the decisions whose text is held."""
    if not isinstance(record, Activity | Service):
        return
    for place, words in enumerate(record.mandates):
        found = parse(words, divided.corpus)
        if not (found.decision and found.anchor):
            continue
        decision = divided.corpus.decisions[found.decision]
        if decision.original.held and found.anchor not in divided.anchors(decision):
            at = spot(record.spots, record.at, "mandates", place)
            message = f'"{words}": {decision.name} has no such paragraph ("{found.anchor}")'
            yield PARAGRAPH_UNKNOWN.at(at, message)


def documents(record: Record, divided: Divided) -> Iterator[Finding]:
    """Documents that are named as a source, or as the report of a meeting."""
    corpus = divided.corpus
    for name, at in _documents_named(record):
        if corpus.document(name) is not None or corpus.decision(name) is not None:
            continue
        if not id_fault(name):
            near = suggest(name, corpus.document_names)
            yield DOCUMENT_UNKNOWN.at(at, f'no document has the id "{name}"', near, Level.ERROR)
            continue
        patterns = (pattern for body in corpus.bodies.values() for pattern in body.document_symbols)
        if all(pattern.parse(name) is None for pattern in patterns):
            message = f'document "{name}" is not held here, and no body writes such symbols'
            yield DOCUMENT_UNKNOWN.at(at, message, suggest(name, corpus.document_names))


def itself(record: Record, divided: Divided) -> Iterator[Finding]:
    """Relations of a decision to itself."""
    if isinstance(record, Decision):
        for kind, name, at in _relations(record):
            if divided.corpus.decision(name) is record:
                yield RELATION_SELF.at(at, f'"{record.name}" {kind} itself')


def _relations(decision: Decision) -> Iterator[tuple[str, str, Position]]:
    for kind, names in decision.relations.items():
        for place, name in enumerate(names):
            yield kind, name, spot(decision.spots, decision.at, f"relations.{kind}", place)


def _decisions_named(record: Record, divided: Divided) -> Iterator[tuple[str, Position]]:
    if isinstance(record, Decision):
        yield from ((name, at) for _, name, at in _relations(record))
    if isinstance(record, Document):
        for place, name in enumerate(record.proposes):
            yield name, spot(record.spots, record.at, "proposes", place)
    for text in divided.texts(record):
        for unit in text.units:
            if isinstance(unit.block, Reproduced):
                yield unit.block.decision, unit.block.at


def _documents_named(record: Record) -> Iterator[tuple[str, Position]]:
    if not isinstance(record, Body | Topic) and record.source and record.source.document:
        yield record.source.document, spot(record.spots, record.at, "source.document")
    if isinstance(record, Meeting) and record.report:
        yield record.report, spot(record.spots, record.at, "report")


def _not_held(name: str, at: Position, corpus: Corpus) -> Finding:
    """The finding for a decision that is not held, as grave as the design says."""
    for body in corpus.bodies.values():
        if body.parse(name) is None:
            continue
        meeting = corpus.meetings.get(body.meeting_of(name) or "")
        if meeting is not None and meeting.complete:
            message = f'"{name}" is not among the decisions of "{meeting.id}", which is complete'
            theirs = (decision.symbol for decision in corpus.decisions_of(meeting.id))
            return DECISION_UNKNOWN.at(at, message, suggest(name, theirs))
        fix = 'to give it a page, add it with "status: listed"'
        return DECISION_UNKNOWN.at(at, f'decision "{name}" is not held here', fix, Level.NOTICE)
    message = f'"{name}" is no decision, and no body writes its symbols so'
    near = (suggest(words, corpus.decision_names) for words in (name, *name.split()[:1]))
    return DECISION_UNKNOWN.at(at, message, next(filter(None, near), ""))


def _symbol_in(words: str, corpus: Corpus) -> str:
    """The symbol or id at the start of a citation: the longest that is known or fits a body."""
    tokens = words.split()
    for length in range(len(tokens), 0, -1):
        name = " ".join(tokens[:length]).rstrip(",;.")
        if corpus.decision(name) or any(body.parse(name) for body in corpus.bodies.values()):
            return name
    return words
