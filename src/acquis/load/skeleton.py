"""Skeletons: a new record in canonical form, with comments that say what else it may have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from acquis.load import layout, plainest
from acquis.load.layout import Rows
from acquis.load.records import LISTS
from acquis.load.write import Value, rows


def skeleton(
    key: str, record: Mapping[str, Value], offered: Iterable[str], notes: Mapping[str, str]
) -> str:
    """The lines of a record in a canonical list, as `listing.block` gives them.

    Each key of `offered` that the record lacks stands below it as a comment, with what it says
    and an example. `notes` are comments that stand before keys of the record.
    """
    root = rows({key: [record]})
    plainest.simplify(root, LISTS)
    listed = root.entries[0].node
    assert isinstance(listed, Rows)
    made = listed.entries[0].node
    assert isinstance(made, Rows)
    for entry in made.entries:
        note = notes.get(entry.key.value) if entry.key else None
        if note:
            entry.before.append(f"# {note}")
    absent = [name for name in offered if name not in record]
    if absent:
        made.tail += ["", "# What else it may have; take the sign # away where it is wanted."]
        made.tail += [f"# {line}" for name in absent for line in _example(key, name)]
    return layout.text(root).partition("\n")[2]


def _example(key: str, name: str) -> Iterator[str]:
    """A key with an example, in canonical form; what it says stands behind it."""
    field = LISTS[key][name]
    root = rows({key: [{name: field.example}]})
    plainest.simplify(root, LISTS)
    head, *rest = [line[4:] for line in layout.text(root).splitlines()[1:]]
    yield f"{head}  # {field.about}"
    yield from rest
