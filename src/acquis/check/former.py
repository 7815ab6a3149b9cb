"""Former addresses: each leads to one record, and to none that has the address now."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.check.divided import Divided, Record, spot
from acquis.finding import Finding, Level, Rule
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.symbol import id_fault

FORMERLY_TAKEN = Rule(
    "formerly-taken",
    Level.ERROR,
    "A former id is the address of a record, or the former id of another one: it can lead to one "
    "place only.",
    "remove it here or there",
)
FORMERLY_UNUSABLE = Rule(
    "formerly-unusable",
    Level.ERROR,
    "A former id cannot have been part of an address.",
    "write the last part of the former address, such as mc-6-draft-cooperation",
)


def taken(record: Record, divided: Divided) -> Iterator[Finding]:
    """Former ids that lead elsewhere already."""
    if not isinstance(record, Decision | Document):
        return
    slugs = divided.slugs(record)
    for place, id_ in enumerate(record.formerly):
        former = divided.former(record)
        at = spot(record.spots, record.at, "formerly", place)
        if id_ in slugs:
            whose = "this record itself" if id_ == record.slug else f'"{slugs[id_].name}"'
            yield FORMERLY_TAKEN.at(at, f'"{id_}" is the address of {whose}')
        elif former[id_] is not record:
            yield FORMERLY_TAKEN.at(at, f'"{id_}" is a former id of "{former[id_].name}" too')


def unusable(record: Record, divided: Divided) -> Iterator[Finding]:
    """Former ids that no address can hold."""
    if isinstance(record, Decision | Document):
        for place, id_ in enumerate(record.formerly):
            fault = id_fault(id_)
            if fault:
                at = spot(record.spots, record.at, "formerly", place)
                yield FORMERLY_UNUSABLE.at(at, f'the former id "{id_}" {fault}')
