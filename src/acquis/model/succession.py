"""The symbol that comes next: that of a meeting's last decision, its number raised by one."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.model.corpus import Corpus
from acquis.model.institution import Body, Meeting
from acquis.symbol import COUNTED, Pattern


def next_symbols(meeting: Meeting, corpus: Corpus) -> tuple[str, ...]:
    """The symbols that the next decision of a meeting may have: one for each pattern of its bodies.

    Where a pattern has other placeholders than its number, they are those of the meeting's other
    decisions, or those that its id tells; where neither tells them, nothing is suggested.
    """
    bodies = [corpus.bodies[id_] for id_ in meeting.bodies if id_ in corpus.bodies]
    made = (
        _next(pattern, body, meeting, corpus)
        for body in bodies
        for pattern in body.symbols
        if pattern.kinds.get(COUNTED) == ""
    )
    return tuple(dict.fromkeys(filter(None, made)))


def _next(pattern: Pattern, body: Body, meeting: Meeting, corpus: Corpus) -> str | None:
    known = list(_values(pattern, body, meeting, corpus))
    last = max((int(values[COUNTED]) for values in known), default=0)
    told = body.meeting_id.parse(meeting.id) if body.meeting_id else None
    return pattern.format({**(told or {}), **(known[-1] if known else {}), COUNTED: str(last + 1)})


def _values(
    pattern: Pattern, body: Body, meeting: Meeting, corpus: Corpus
) -> Iterator[dict[str, str]]:
    """The placeholders of the meeting's decisions that are written by a pattern."""
    for decision in corpus.decisions.values():
        values = pattern.parse(decision.symbol)
        if values and meeting.id in (decision.meeting, body.meeting_of(decision.symbol)):
            yield values
