"""A record read alone, in an institution that is known: one that stands in no file of the data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from acquis.finding import Finding
from acquis.load import shape, tree
from acquis.load.build import texts
from acquis.load.entry import Entry, Lists
from acquis.load.records import LISTS
from acquis.load.shape import Reader
from acquis.load.write import write
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document


class UnusableRecordError(Exception):
    """A record that cannot be read; `findings` say why."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("; ".join(finding.message for finding in findings))
        self.findings = findings


def alone(
    key: str, record: Mapping[str, Any], name: str, institution: Corpus
) -> Decision | Document:
    """The decision or document of a record in the YAML format's shape, as the data would have it.

    `key` is the list that it belongs in, `name` the file that findings name. Raises
    UnusableRecordError.
    """
    found: list[Finding] = []
    reader = Reader(name, found.append, institution.languages[0])
    root = tree.read(write({key: [record]}).encode(), name, found.append)
    assert isinstance(root, tree.Mapping)
    rows = root.pairs[0][1]
    assert isinstance(rows, tree.Sequence)
    values = shape.keys(rows.items[0], LISTS[key], reader, "")
    if values is not None and not found:
        entry = Entry(values, reader.at(rows.items[0]), reader.spots)
        decisions, documents = texts(Lists({key: [entry]}), institution, found.append)
        made: list[Decision | Document] = [*decisions.values(), *documents.values()]
        if made and not found:
            return made[0]
    raise UnusableRecordError(tuple(found))
