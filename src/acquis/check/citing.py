"""Citations in the texts: whether what they name is held here, or known to be elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.check.divided import Divided, Record
from acquis.citation import Citation
from acquis.finding import Finding, Level, Rule, suggest
from acquis.model.decision import Decision
from acquis.model.document import Document

CITATION_UNKNOWN = Rule(
    "citation-unknown",
    Level.NOTICE,
    "A text cites a decision that the data do not have, and its body does not say how the address "
    "of its official text is made, so that the citation leads nowhere. It is an error where the "
    "meeting is `complete`: then there is no such decision.",
    'give the body an "address", or add the decision with "status: listed"',
)
CITATION_PART_UNKNOWN = Rule(
    "citation-part-unknown",
    Level.NOTICE,
    "A text cites a paragraph, section or annex that the cited text, held here, does not have. "
    "The citation leads to the text without it, or nowhere where it names a part of its own text.",
    'compare with the official texts; accept a slip of theirs with "allow"',
)


def texts(record: Record, divided: Divided) -> Iterator[Finding]:
    """Decisions that a text cites."""
    for citation in _citations(record, divided):
        if citation.missing != "text" or citation.kind != "text":
            continue
        finding = _unknown(citation, divided)
        if finding is not None:
            yield finding


def parts(record: Record, divided: Divided) -> Iterator[Finding]:
    """Parts of texts that a text cites."""
    for citation in _citations(record, divided):
        if citation.missing == "part":
            whose = citation.symbol or citation.cited
            message = f'"{citation.text}": {whose} has no such part ("{citation.part}")'
            yield CITATION_PART_UNKNOWN.at(citation.passage.at, message)


def _citations(record: Record, divided: Divided) -> Iterator[Citation]:
    if isinstance(record, Decision | Document):
        yield from divided.citations(record)


def _unknown(citation: Citation, divided: Divided) -> Finding | None:
    """The finding for a decision that is not held, as grave as the design says."""
    corpus = divided.corpus
    meeting = divided.meeting(citation.body, citation.symbol)
    if meeting is not None and meeting.complete:
        message = (
            f'"{citation.text}": "{citation.symbol}" is not among the decisions of '
            f'"{meeting.id}", which is complete'
        )
        theirs = (decision.symbol for decision in corpus.decisions_of(meeting.id))
        fix = suggest(citation.symbol, theirs)
        return CITATION_UNKNOWN.at(citation.passage.at, message, fix, Level.ERROR)
    if citation.target:
        return None
    message = f'"{citation.text}": "{citation.symbol}" is not held here'
    return CITATION_UNKNOWN.at(citation.passage.at, message)
