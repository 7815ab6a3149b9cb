"""Symbols and bodies: whether they fit together, and fit the meeting."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.check.divided import Divided, Record, spot
from acquis.finding import Finding, Level, Rule
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.model.institution import Body

SYMBOL_MISFIT = Rule(
    "symbol-misfit",
    Level.ERROR,
    "A symbol is not of the form that its body writes, or belongs to another meeting than the one "
    "that is named. For a document whose form no body knows, this is only a warning.",
    "correct the symbol or the meeting, or add the form to the body in data/conventions.yaml",
)
BODY_MISFIT = Rule(
    "body-misfit",
    Level.ERROR,
    "A body is said to have adopted a text at a meeting that was not its own.",
    "correct the bodies or the meeting; without `bodies`, the meeting's own are taken",
)
BODY_MISSING = Rule(
    "body-missing",
    Level.WARNING,
    "Neither a meeting nor a body is given, and no body writes such symbols: the decision would "
    "stand under no convention.",
    "give the meeting, or else the bodies",
)


def symbols(record: Record, divided: Divided) -> Iterator[Finding]:
    """Symbols against the forms of the bodies, and against the meeting."""
    if isinstance(record, Decision) and record.symbol:
        yield from _of_decision(record, divided.corpus)
    elif isinstance(record, Document) and record.symbol:
        yield from _of_document(record, divided.corpus)


def bodies(record: Record, divided: Divided) -> Iterator[Finding]:
    """The bodies that a decision names against those of its meeting."""
    if not isinstance(record, Decision):
        return
    meeting = divided.corpus.meetings.get(record.meeting)
    if meeting is not None:
        for place, id_ in enumerate(record.bodies):
            if id_ not in meeting.bodies and id_ in divided.corpus.bodies:
                at = spot(record.spots, record.at, "bodies", place)
                theirs = ", ".join(meeting.bodies)
                message = f'"{meeting.id}" was no meeting of "{id_}", but of {theirs}'
                yield BODY_MISFIT.at(at, message)


def missing(record: Record, divided: Divided) -> Iterator[Finding]:
    """Decisions of which no body is known."""
    if isinstance(record, Decision) and not record.bodies and not record.meeting:
        at = spot(record.spots, record.at, "symbol" if record.symbol else "id")
        yield BODY_MISSING.at(at, f'no body and no meeting is given for "{record.name}"')


def _of_decision(decision: Decision, corpus: Corpus) -> Iterator[Finding]:
    at = spot(decision.spots, decision.at, "symbol")
    known = [corpus.bodies[id_] for id_ in decision.bodies if id_ in corpus.bodies]
    writing = [body for body in known if body.symbols]
    fitting = [body for body in writing if body.parse(decision.symbol) is not None]
    if writing and not fitting:
        theirs = " or ".join(f'"{p.source}"' for body in writing for p in body.symbols)
        names = ", ".join(body.id for body in writing)
        message = f'"{decision.symbol}" is no symbol of {names}, which writes {theirs}'
        yield SYMBOL_MISFIT.at(at, message)
        return
    told = {meeting for body in fitting if (meeting := body.meeting_of(decision.symbol))}
    if decision.meeting in corpus.meetings and told and decision.meeting not in told:
        message = (
            f'"{decision.symbol}" is a symbol of "{", ".join(sorted(told))}", not of the meeting '
            f'"{decision.meeting}"'
        )
        yield SYMBOL_MISFIT.at(at, message)


def _of_document(document: Document, corpus: Corpus) -> Iterator[Finding]:
    at = spot(document.spots, document.at, "symbol")
    writing = [body for body in corpus.bodies.values() if body.document_symbols]
    told: set[str] = set()
    fits = False
    for body in writing:
        for pattern in body.document_symbols:
            values = pattern.parse(document.symbol)
            if values is not None:
                fits = True
                told.add(_meeting(body, values))
    if not fits:
        concerned = {
            id_
            for meeting in document.meetings
            if meeting in corpus.meetings
            for id_ in corpus.meetings[meeting].bodies
        }
        theirs = [
            p.source for body in writing if body.id in concerned for p in body.document_symbols
        ]
        if theirs:
            message = (
                f'"{document.symbol}" is of no form in which the documents of '
                f"{', '.join(sorted(concerned))} are numbered: {', '.join(theirs)}"
            )
            yield SYMBOL_MISFIT.at(at, message, level=Level.WARNING)
        return
    told.discard("")
    if document.meetings and told and not told.intersection(document.meetings):
        message = (
            f'"{document.symbol}" is a symbol of "{", ".join(sorted(told))}", not of the meeting '
            f'"{", ".join(document.meetings)}"'
        )
        yield SYMBOL_MISFIT.at(at, message)


def _meeting(body: Body, values: dict[str, str]) -> str:
    return (body.meeting_id.format(values) if body.meeting_id else None) or ""
