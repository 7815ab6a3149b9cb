"""What is found in official texts just taken in is the sources' own, and is accepted at once.

The record of each text accepts it with `allow`, and the reason says what was found, so that the
editor reads it there and in the import's report. What was found before, in files that nobody took
in now, is left alone, and so is what no source can be to blame for.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Sequence
from pathlib import Path

from acquis.check import faults
from acquis.cli.memory import Memory, hash_of
from acquis.cli.output import put
from acquis.cli.project import Project
from acquis.finding import Finding
from acquis.load.entering import entered
from acquis.load.listing import Listing, ListingError
from acquis.load.write import Value
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.report import ordered

#: So many findings a reason tells.
_TOLD = 3
_PLACE = re.compile(r" \([^()\s]+:\d+\)")


def accept(project: Project, files: Collection[Path], memory: Memory) -> list[Finding]:
    """Accept what is found in the files, which hold official texts as their sources have them.

    Returns what was accepted, by place. Raises OSError.
    """
    sources = project.loaded.sources
    new = {path.resolve() for path in files}

    def is_new(file: str) -> bool:
        return file in sources and sources[file].resolve() in new

    records = [
        record
        for record in project.loaded.corpus.records()
        if any(is_new(version.at.file) for version in record.versions.values())
    ]
    accepted: list[Finding] = []
    of_records = faults(records, project.loaded.corpus, project.links)
    # From the end of each file, so that the places of the records before stay right.
    for record, found in sorted(of_records, key=lambda pair: pair[0].at, reverse=True):
        of_rule: dict[str, list[Finding]] = {}
        for finding in found:
            of_rule.setdefault(finding.rule, []).append(finding)
        taken = {
            rule: its
            for rule, its in of_rule.items()
            if all(is_new(finding.position.file) for finding in its)
        }
        if taken and _entered(record, taken, sources[record.at.file], memory):
            accepted += (finding for its in taken.values() for finding in its)
    return ordered(accepted)


def _entered(
    record: Decision | Document,
    taken: dict[str, list[Finding]],
    path: Path,
    memory: Memory,
) -> bool:
    """Put the entries into the record's file; False where it is written so that this cannot be."""
    key = "decisions" if isinstance(record, Decision) else "documents"
    before = [{"rule": entry.rule, "reason": entry.reason} for entry in record.allow]
    entries: Sequence[Value] = [
        *before,
        *({"rule": rule, "reason": reason(its, record)} for rule, its in taken.items()),
    ]
    identity = {"symbol": record.symbol, "id": record.id}
    source = path.read_bytes()
    try:
        content = entered(source, key, record.at, "allow", entries)
        lines = (
            _lines(source, key, identity, record.kind),
            _lines(content, key, identity, record.kind),
        )
    except ListingError:
        return False
    put(path, content)
    file = Path(os.path.relpath(path, memory.folder)).as_posix()
    known = memory.of(file, record.slug)
    if known is not None and lines[0] is not None and known.text == hash_of(lines[0]):
        memory.keep(file, record.slug, lines[1] or "", known.source)
    return True


def _lines(source: bytes, key: str, identity: dict[str, str], kind: str) -> str | None:
    """A record's lines, whether or not it says its kind."""
    listing = Listing(source)
    return listing.block(key, identity) or listing.block(key, {**identity, "kind": kind})


def reason(found: Sequence[Finding], record: Decision | Document) -> str:
    """Why findings of one rule are accepted: what they say, without lines, which move."""
    told = [_said(finding, record) for finding in found[:_TOLD]]
    more = f"; and {len(found) - _TOLD} more" if len(found) > _TOLD else ""
    return f"As in the official files: {'; '.join(told).rstrip('.')}{more}."


def _said(finding: Finding, record: Decision | Document) -> str:
    """What a finding says, with the language of the text where that is not the original's."""
    words = _PLACE.sub("", finding.message)
    for language, version in record.versions.items():
        if language != record.language and version.at.file == finding.position.file:
            return words if f'"{language}"' in words else f'in "{language}", {words}'
    return words
