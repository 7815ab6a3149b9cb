"""The canonical form of a data file: the same values, comments and order, in one layout.

A file with an error is left alone. What comes out is read again, and given only if it says the
same and keeps every comment.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from acquis.finding import Finding, Level
from acquis.load import layout, plainest, tree, written
from acquis.load.entry import Lists
from acquis.load.files import read_lists
from acquis.load.records import LISTS, TRANSLATION_LISTS
from acquis.load.shape import Reader
from acquis.load.write import Value, rows

_BREAK = b"\n"


class FormatError(Exception):
    """A file that the canonical form would change; a fault of ours, which costs nobody a word."""


def formatted(
    source: bytes, file: str, found: Callable[[Finding], None], *, translated: str = ""
) -> bytes | None:
    """A file in canonical form, in UTF-8; None where it has an error, which goes to `found`.

    `translated` is the language of a file of translations. A byte order mark goes; lines end in
    CR LF where all of them did, else in LF. Raises FormatError where something would be lost.
    """
    before = _values(source, file, found, translated)
    if before is None:
        return None
    read = written.read(source)
    plainest.simplify(read.root, TRANSLATION_LISTS if translated else LISTS)
    try:
        made = layout.text(read.root).encode()
    except ValueError as error:
        raise FormatError(f"it cannot be written: {error}") from None
    if source.count(_BREAK) == source.count(b"\r\n") > 0:
        made = made.replace(_BREAK, b"\r\n")
    if made == source:
        return made
    after = _values(made, file, lambda finding: None, translated)
    if after != before:
        raise FormatError("its canonical form would not say the same")
    if written.read(made).comments != read.comments:
        raise FormatError("its canonical form would not keep the comments as they stand")
    return made


def canonical(document: Mapping[str, Value]) -> str:
    """A data file in canonical form, from plain values. Raises what `write` does."""
    root = rows(document)
    plainest.simplify(root, LISTS)
    return layout.text(root)


def _values(
    source: bytes, file: str, found: Callable[[Finding], None], translated: str
) -> Lists | None:
    """The records of a file, equal for files that say the same; None where it has an error."""
    grave = False

    def report(finding: Finding) -> None:
        nonlocal grave
        grave = grave or finding.level is Level.ERROR
        found(finding)

    node = tree.read(source, file, report)
    lists = Lists()
    if node is not None:
        # Words under no language are read in one that no file gives them.
        read_lists(node, Reader(file, report, translated or "x-default"), lists, translated)
    return None if grave or node is None else lists
