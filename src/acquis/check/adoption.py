"""Adoption: its date, and what status, meeting and deadlines say of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from acquis.check.divided import Divided, Record, spot
from acquis.finding import Finding, Level, Rule
from acquis.model.block import Paragraph
from acquis.model.decision import Decision
from acquis.model.institution import Meeting, Session

ADOPTED_MISSING = Rule(
    "adopted-missing",
    Level.WARNING,
    "A decision is adopted, but the day of its adoption is not given.",
    "add `adopted`, such as 2025-11-07, or the right `status`",
)
ADOPTED_OUTSIDE_MEETING = Rule(
    "adopted-outside-meeting",
    Level.ERROR,
    "The day of adoption lies outside the sessions of the meeting. Where the dates of a session "
    "are not known, nothing is said.",
    "correct the date or the meeting",
)
ADOPTED_EARLY = Rule(
    "adopted-early",
    Level.ERROR,
    "A draft or a withdrawn text has a day of adoption.",
    "remove the date, or give the status adopted",
)
DUE_EARLY = Rule(
    "due-early",
    Level.WARNING,
    "What a paragraph asks for is due before the text was adopted.",
    "correct the date",
)
SESSION_REVERSED = Rule(
    "session-reversed",
    Level.ERROR,
    "A session of a meeting ends before it begins.",
    "correct the dates",
)


def missing(record: Record, divided: Divided) -> Iterator[Finding]:
    """Adopted texts without a date."""
    if isinstance(record, Decision) and record.status == "adopted" and record.adopted is None:
        at = record.spots.get("status", spot(record.spots, record.at, _identity(record)))
        yield ADOPTED_MISSING.at(at, f'"{record.name}" is adopted, but has no date')


def outside(record: Record, divided: Divided) -> Iterator[Finding]:
    """Dates of adoption outside the sessions of the meeting."""
    if not isinstance(record, Decision) or record.adopted is None or record.status != "adopted":
        return
    meeting = divided.corpus.meetings.get(record.meeting)
    if meeting is None or not _dated(meeting) or _sat(meeting, record.adopted):
        return
    days = ", ".join(f"{session.from_} to {session.to}" for session in meeting.sessions)
    message = f'"{record.name}" was adopted on {record.adopted}, but "{meeting.id}" sat {days}'
    yield ADOPTED_OUTSIDE_MEETING.at(spot(record.spots, record.at, "adopted"), message)


def early(record: Record, divided: Divided) -> Iterator[Finding]:
    """Dates of adoption of what is not adopted."""
    if isinstance(record, Decision) and record.adopted and record.status in ("draft", "withdrawn"):
        state = "a draft" if record.status == "draft" else "withdrawn"
        message = f'"{record.name}" is {state}, but adopted on {record.adopted}'
        yield ADOPTED_EARLY.at(spot(record.spots, record.at, "adopted"), message)


def due(record: Record, divided: Divided) -> Iterator[Finding]:
    """Deadlines before the adoption."""
    if not isinstance(record, Decision) or record.adopted is None:
        return
    for text in divided.texts(record):
        for unit in text.units:
            block = unit.block
            if isinstance(block, Paragraph) and block.due and block.due < record.adopted:
                message = f"due on {block.due}, though adopted on {record.adopted}"
                yield DUE_EARLY.at(block.spots.get("due", block.at), message)


def sessions(record: Record, divided: Divided) -> Iterator[Finding]:
    """Sessions of which the last day comes before the first."""
    if isinstance(record, Meeting):
        for place, session in enumerate(record.sessions):
            if session.from_ and session.to and session.to < session.from_:
                at = spot(record.spots, record.at, f"sessions.{place}.to")
                message = f"the session begins on {session.from_} and ends on {session.to}"
                yield SESSION_REVERSED.at(at, message)


def _identity(record: Decision) -> str:
    return "symbol" if record.symbol else "id"


def _dated(meeting: Meeting) -> bool:
    return bool(meeting.sessions) and all(s.from_ and s.to for s in meeting.sessions)


def _sat(meeting: Meeting, day: date) -> bool:
    def within(session: Session) -> bool:
        return bool(session.from_ and session.to and session.from_ <= day <= session.to)

    return any(within(session) for session in meeting.sessions)
