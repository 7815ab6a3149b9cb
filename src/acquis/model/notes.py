"""Footnotes of a text: where each is first referred to, how often, and its anchor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from acquis import text as marks
from acquis.model.anchor import Anchors, label_sign
from acquis.model.block import Table
from acquis.model.decision import Annex, Footnote
from acquis.model.unit import Division, Note, Place, enclosing


def with_notes(division: Division, footnotes: Sequence[Footnote], anchors: Anchors) -> Division:
    """Give each footnote the place of its first mark; an annex's own notes go before the text's."""
    seen = _references(division, footnotes)

    def made(notes: Sequence[Footnote], owner: str) -> tuple[Note, ...]:
        prefix = f"{owner}-" if owner else ""
        found = []
        for note in notes:
            places = seen.get((owner, note.label), ())
            anchor = anchors.take(f"{prefix}fn-{label_sign(note.label)}")
            first = places[0] if places else None
            found.append(Note(note.label, anchor, note.text, first, len(places), note))
        return tuple(found)

    def noted(annex: Division) -> Division:
        own = annex.source.footnotes if isinstance(annex.source, Annex) else ()
        inner = tuple(map(noted, annex.annexes))
        return replace(annex, annexes=inner, footnotes=made(own, annex.anchor))

    return replace(
        division,
        footnotes=made(footnotes, ""),
        annexes=tuple(map(noted, division.annexes)),
        parts=tuple(
            replace(part, annexes=tuple(map(noted, part.annexes))) for part in division.parts
        ),
    )


def _references(
    division: Division, footnotes: Sequence[Footnote]
) -> dict[tuple[str, str], list[Place]]:
    """Where each footnote is referred to, by the anchor of the annex that has it and its label."""
    seen: dict[tuple[str, str], list[Place]] = {}
    owners = {
        inner.anchor: {note.label for note in inner.source.footnotes}
        for inner in division.divisions()
        if isinstance(inner.source, Annex)
    }
    for owner, part, words in _marked(division, footnotes):
        if "[^" not in words:
            continue
        for label in marks.notes(words):
            own = next((a for a in enclosing(owner) if label in owners.get(a, ())), "")
            seen.setdefault((own, label), []).append(part)
    return seen


def _marked(division: Division, footnotes: Sequence[Footnote]) -> Iterable[tuple[str, Place, str]]:
    """All words that can refer to footnotes: the anchor of the annex around them, place, words."""
    for inner in division.divisions():
        owner = inner.anchor if inner.kind == "annex" else ""
        part: Place = "annex" if owner else "operative"
        for words in (inner.title, inner.note, inner.opening):
            yield owner, part, words
        for top in (*inner.preamble, *inner.operative):
            for unit in top.walk():
                yield owner, unit.part, unit.text
                if isinstance(unit.block, Table):
                    for row in unit.block.rows:
                        yield from ((owner, unit.part, cell.text) for cell in row)
    for note in footnotes:
        yield "", "operative", note.text
