"""Where one text of a file ends and the next begins.

A contents page repeats every heading. What makes a heading that of a text is what stands below
it: an opening, numbered paragraphs, the lines of its adoption.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from acquis.importers.imported import Settings
from acquis.importers.plain_adoption import adoption
from acquis.importers.plain_head import Head, draft_of, head_of, opens
from acquis.importers.plain_label import label_of
from acquis.importers.plain_piece import Piece

#: In how many lines below "Draft decision" the draft opens.
_NEAR = 8


@dataclass(frozen=True, slots=True)
class Extent:
    """A text of a file: its heading, and the pieces below it."""

    head: Head
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Division:
    """What stands before the first text, and the texts; `again` are headings met twice."""

    before: list[Piece]
    texts: list[Extent]
    again: list[Head]


def divide(pieces: Sequence[Piece], settings: Settings) -> Division:
    """Find the texts of a file. Every piece is in `before`, a heading, or the extent of a text."""
    found = [(place, head_of(piece, settings)) for place, piece in enumerate(pieces)]
    heads = [(place, head) for place, head in found if head is not None]
    ends = [*(place for place, _ in heads[1:]), len(pieces)][: len(heads)]
    texts: list[tuple[int, Head]] = []
    again: list[Head] = []
    taken: set[tuple[str, str]] = set()
    for (place, head), end in zip(heads, ends, strict=True):
        if not _holds_text(pieces[place + 1 : end], settings):
            if texts:
                again.append(head)
            continue
        key = (_kind(head), head.symbol)
        if key in taken:
            again.append(head)
            continue
        taken.add(key)
        texts.append((place, head))
    starts = [place for place, _ in texts] + [len(pieces)]
    extents = [
        Extent(head, list(pieces[place + 1 : end]))
        for (place, head), end in zip(texts, starts[1:], strict=True)
    ]
    return Division(list(pieces[: starts[0]]), extents, again)


def drafts(pieces: Sequence[Piece], settings: Settings, annex: Sequence[bool]) -> list[slice]:
    """Where drafts of other texts are reproduced, each from its heading to its end.

    A draft begins with a line such as "Draft decision", or right behind a text that announces
    it, with an opening. It ends before the next one, at an annex, or with the text around it.
    """
    starts = []
    for place, piece in enumerate(pieces):
        near = pieces[place + 1 : place + 1 + _NEAR]
        if draft_of(piece) is not None:
            if any(opens(below.words, settings) for below in near):
                starts.append(place)
        elif piece.words.endswith((":", "：")) and near and opens(near[0].words, settings):
            starts.append(place + 1)
    found = []
    for number, start in enumerate(starts):
        limit = starts[number + 1] if number + 1 < len(starts) else len(pieces)
        end = next((place for place in range(start, limit) if annex[place]), limit)
        found.append(slice(start, end))
    return found


def _holds_text(pieces: Sequence[Piece], settings: Settings) -> bool:
    return (
        any(opens(piece.words, settings) for piece in pieces[:_NEAR])
        or adoption(pieces, [False] * len(pieces)) is not None
        or any(_is_paragraph(piece) for piece in pieces)
    )


def _is_paragraph(piece: Piece) -> bool:
    label = None if piece.rows else label_of(piece.words)
    return label is not None and label[0].number is not None and piece.words.endswith((".", ";"))


def _kind(head: Head) -> str:
    return head.kind or (head.body.kind if head.body else "")
