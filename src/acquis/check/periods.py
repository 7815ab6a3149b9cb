"""Periods: the years of activities and services."""

from __future__ import annotations

import re
from collections.abc import Iterator

from acquis.check.divided import Divided, Record, spot
from acquis.finding import Finding, Level, Rule
from acquis.model.activity import Activity, Service

PERIOD_INVALID = Rule(
    "period-invalid",
    Level.ERROR,
    "A period is no year and no two years in their order, so that it has no place in the tables.",
    'write "2026", or "2026-2027" with a hyphen',
)

_PERIOD = re.compile(r"(?P<from>[0-9]{4})(?:-(?P<to>[0-9]{4}))?")


def periods(record: Record, divided: Divided) -> Iterator[Finding]:
    """Periods that are none."""
    if isinstance(record, Activity | Service) and record.period:
        match = _PERIOD.fullmatch(record.period)
        if match is None or (match["to"] and match["to"] <= match["from"]):
            at = spot(record.spots, record.at, "period")
            yield PERIOD_INVALID.at(at, f'"{record.period}" is no period')
