"""The paragraphs and footnotes of a text as flat lists, in reading order.

A part A, B … and an annex begin with an entry of kind `heading` (anchors `part-b`, `annex-1`); a
part's own opening and an annex's note follow it as paragraphs (`part-b-opening`, `annex-1-note`).
What stands in a part or an annex has it as its last ancestor. What a paragraph does not have is
left out: there are many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from acquis import text
from acquis.exporters.values import Object, Value, day, known
from acquis.model.block import Figure, Paragraph, Reproduced, Table
from acquis.model.unit import Division, Unit


def paragraphs_json(division: Division) -> list[Object]:
    """All units of a text, those of its parts and annexes included."""
    return list(_division(division))


def footnotes_json(division: Division) -> list[Object]:
    """All footnotes of a text: the text's own, then those of its annexes.

    An annex's note may have a key that the text's has too; their anchors differ.
    """
    return [
        {
            "key": note.label,
            "anchor": note.anchor,
            "part": note.part,
            "text": text.plain(note.text),
        }
        for inner in division.divisions()
        for note in inner.footnotes
    ]


def _division(division: Division, parent: str = "") -> Iterator[Object]:
    if division.kind == "annex":
        yield _entry("heading", division.anchor, "annex", parent, division.label, division.title)
        if division.note:
            anchor = f"{division.anchor}-note"
            yield _entry("paragraph", anchor, "annex", division.anchor, "", division.note)
    elif division.kind == "part":
        yield _entry(
            "heading", division.anchor, "operative", parent, division.label, division.title
        )
        if division.opening:
            anchor = f"{division.anchor}-opening"
            yield _entry("paragraph", anchor, "preamble", division.anchor, "", division.opening)
    for unit in (*division.preamble, *division.operative):
        for inner in unit.walk():
            yield _unit(inner, division.anchor)
    for within in (*division.parts, *division.annexes):
        yield from _division(within, division.anchor)


def _unit(unit: Unit, division: str) -> Object:
    block = unit.block
    parent = unit.parent or division
    if isinstance(block, Table):
        entry = _entry(unit.kind, unit.anchor, unit.part, parent, unit.number, "")
        entry["text"] = "\n".join(
            "\t".join(text.plain(cell) for cell in line) for line in _lines(block)
        )
        entry |= _footnotes([cell for line in _lines(block) for cell in line])
        entry["table"] = _table(block)
        return entry
    entry = _entry(unit.kind, unit.anchor, unit.part, parent, unit.number, unit.text)
    if isinstance(block, Paragraph):
        if block.actors or block.due or block.action or block.progress:
            entry |= _follow_up(block)
    elif isinstance(block, Figure):
        entry["file"] = block.file
    elif isinstance(block, Reproduced):
        entry["decision"] = block.decision
    return entry


def _entry(kind: str, anchor: str, part: str, parent: str, number: str, words: str) -> Object:
    entry: Object = {"kind": kind, "anchor": anchor}
    if parent:
        entry["parent"] = parent
    entry["part"] = part
    if number:
        entry["number"] = number
    entry["text"] = text.plain(words)
    if "[^" in words:
        entry |= _footnotes((words,))
        entry |= _marks(words)
    return entry


def _footnotes(texts: Sequence[str]) -> Object:
    notes = _notes(texts)
    return {"footnotes": notes} if notes else {}


def _notes(texts: Sequence[str]) -> list[Value]:
    """The keys of the footnotes that texts refer to, each once, in the order of their marks."""
    return list(dict.fromkeys(label for words in texts for label in text.notes(words)))


def _marks(words: str) -> Object:
    """The places of footnote marks in the words, in characters; most words have none."""
    found: list[Value] = []
    at = 0
    for run in text.parse(words) if "[^" in words else ():
        if run.note is not None:
            found.append({"at": at, "key": run.note})
        at += len(run.text)
    return {"marks": found} if found else {}


def _lines(table: Table) -> Iterator[Sequence[str]]:
    """A table line by line: its label, its title, its rows, its notes."""
    for caption in (table.label, table.title):
        if caption:
            yield (caption,)
    for row in table.rows:
        yield tuple(cell.text for cell in row)
    yield from table.notes.items()


def _table(table: Table) -> Object:
    return {
        "label": known(text.plain(table.label)),
        "title": known(text.plain(table.title)),
        "head": table.head,
        "rows": [
            [
                {
                    "text": text.plain(cell.text),
                    "cols": cell.cols,
                    "rows": cell.rows,
                    **_marks(cell.text),
                }
                for cell in row
            ]
            for row in table.rows
        ],
        "notes": {label: text.plain(words) for label, words in table.notes.items()},
    }


def _follow_up(block: Paragraph) -> Object:
    """What is known of a paragraph's mandate; most paragraphs have nothing of it."""
    found: Object = {}
    if block.actors:
        found["actors"] = list(block.actors)
    if block.due:
        found["due"] = day(block.due)
    if block.action:
        found["action"] = text.plain(block.action)
    if block.progress:
        found["progress"] = {
            "status": block.progress.status,
            "date": day(block.progress.date),
            "source": known(block.progress.source),
        }
    return found
