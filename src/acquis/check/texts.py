"""Texts: whether there is one, whether it has a title, and what of it cannot be published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from acquis.check.divided import Divided, Record, spot
from acquis.finding import Finding, Level, Rule
from acquis.model.block import Figure
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.position import Position

TITLE_MISSING = Rule(
    "title-missing",
    Level.ERROR,
    "A text that is held has no title, though the texts of its body have titles.",
    "add the title as printed; where a body's texts have none, its entry in "
    "data/conventions.yaml says `titles: false`",
)
TEXT_MISSING = Rule(
    "text-missing",
    Level.ERROR,
    "A record that is not listed has no text: its page would be empty.",
    'add the text, or say "status: listed"',
)
TEXT_LISTED = Rule(
    "text-listed",
    Level.WARNING,
    "A listed record has a text: listed means that the text is not held.",
    "give the status that the text has, or remove the text",
)
FIGURE_OUTSIDE = Rule(
    "figure-outside",
    Level.ERROR,
    "The file of a picture does not lie beside the data.",
    "put the picture into the data folder and give its path from there, with forward slashes",
)
HASH_INVALID = Rule(
    "hash-invalid",
    Level.ERROR,
    "A SHA-256 hash is not 64 hexadecimal digits, so that no file can be compared with it.",
    "take the hash from `sha256sum FILE`",
)

_HASH = re.compile(r"[0-9a-f]{64}")
_PART = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_. -]*")


def titles(record: Record, divided: Divided) -> Iterator[Finding]:
    """Texts without a title."""
    if isinstance(record, Decision):
        of_bodies = [
            divided.corpus.bodies[id_] for id_ in record.bodies if id_ in divided.corpus.bodies
        ]
        untitled = any(not body.titles for body in of_bodies)
        wanted = record.status in ("adopted", "draft") and not untitled
    else:
        wanted = isinstance(record, Document) and not record.listed
    if wanted and isinstance(record, Decision | Document) and not record.original.title:
        yield TITLE_MISSING.at(_identity(record), f'"{record.name}" has no title')


def missing(record: Record, divided: Divided) -> Iterator[Finding]:
    """Records that should have a text and have none."""
    if isinstance(record, Decision | Document) and not record.listed and not record.original.held:
        if isinstance(record, Decision) and record.status == "withdrawn":
            return
        yield TEXT_MISSING.at(_identity(record), f'"{record.name}" has no text')


def listed(record: Record, divided: Divided) -> Iterator[Finding]:
    """Listed records with a text."""
    if not isinstance(record, Decision | Document) or not record.listed:
        return
    for text in divided.texts(record):
        if text.units:
            message = f'"{record.name}" is listed, but a text stands here'
            yield TEXT_LISTED.at(getattr(text.units[0].block, "at", record.at), message)


def figures(record: Record, divided: Divided) -> Iterator[Finding]:
    """Pictures outside of the data folder."""
    for text in divided.texts(record):
        for unit in text.units:
            if isinstance(unit.block, Figure):
                file = unit.block.file
                if not all(_PART.fullmatch(part) for part in file.split("/")):
                    yield FIGURE_OUTSIDE.at(unit.block.at, f'"{file}" is no path within the data')


def hashes(record: Record, divided: Divided) -> Iterator[Finding]:
    """Hashes that are none."""
    source = getattr(record, "source", None)
    verified = getattr(record, "verified", None)
    for path, held in (("source.sha256", source), ("verified.sha256", verified)):
        if held is not None and held.sha256 and not _HASH.fullmatch(held.sha256):
            at = spot(record.spots, record.at, path)
            yield HASH_INVALID.at(at, f'"{held.sha256}" is no SHA-256 hash')


def _identity(record: Decision | Document) -> Position:
    return spot(record.spots, record.at, "symbol" if record.symbol else "id")
