"""Changes as JSON, for programs: everything, with nothing cut."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TypeAlias

from acquis.align import Provision, Row
from acquis.changes.places import Places
from acquis.changes.record import RecordChange, TextChange
from acquis.changes.values import ValueChange
from acquis.model.activity import Area, Service
from acquis.model.address import address

_Object: TypeAlias = "dict[str, object]"


def as_json(changes: Sequence[RecordChange]) -> str:
    """A JSON object with `changes`, one for each record."""
    return json.dumps({"changes": list(map(_change, changes))}, ensure_ascii=False, indent=2)


def _change(change: RecordChange) -> _Object:
    return {
        "kind": change.kind,
        "happened": change.happened,
        "before": _identity(change.before),
        "after": _identity(change.after),
        "texts": [_text(text) for text in change.texts],
        "values": [_value(one) for one in change.values],
        "paragraphs": [
            {"place": one.place, "anchor": one.anchor, "values": list(map(_value, one.values))}
            for one in change.follow_up
        ],
        "verify_again": change.to_verify_again,
    }


def _identity(record: object) -> _Object | None:
    """A record's names and its address; records that stand on others' pages have none."""
    if record is None:
        return None
    names: _Object = {
        name: getattr(record, name) for name in ("symbol", "id") if getattr(record, name, "")
    }
    if not isinstance(record, Area | Service):
        names["address"] = address(record)  # type: ignore[arg-type]
    return names


def _value(change: ValueChange) -> _Object:
    return {"name": change.name, "before": list(change.before), "after": list(change.after)}


def _text(text: TextChange) -> _Object:
    return {
        "language": text.language,
        "original": text.original,
        "held": {"before": text.before is not None, "after": text.after is not None},
        "rows": [_row(row, text) for row in (*text.rows, *text.renumbered)],
    }


def _row(row: Row, text: TextChange) -> _Object:
    return {
        "kind": row.kind,
        "moved": row.moved,
        "renumbered": row.renumbered,
        "before": [_provision(one, text.names[0]) for one in row.one],
        "after": [_provision(one, text.names[1]) for one in row.other],
        "pieces": [{"kind": piece.kind, "text": piece.text} for piece in row.pieces],
    }


def _provision(provision: Provision, places: Places | None) -> _Object:
    return {
        "place": places.name(provision) if places else "",
        "anchor": provision.anchor or None,
        "number": provision.number or None,
    }
