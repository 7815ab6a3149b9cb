"""Two texts side by side: what of one answers to what of the other, told in three forms."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from acquis.align import Provision, Row
from acquis.changes.as_text import pieces_as_text
from acquis.changes.places import Places
from acquis.changes.record import TextChange, text_change
from acquis.changes.wording import counted, language_name, names, shown_pieces
from acquis.model.address import address
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.report import markdown, printable
from acquis.text import plain

Text = Decision | Document

_TAGS = {"gone": ("<del>", "</del>"), "new": ("<ins>", "</ins>"), "same": ("", "")}


@dataclass(frozen=True)
class Pair:
    """Two texts in one language, and how they compare."""

    one: Text
    other: Text
    text: TextChange

    @property
    def rows(self) -> tuple[Row, ...]:
        """What differs in more than its number and the looks of its marks."""
        return tuple(row for row in self.text.rows if row.kind != "marked" or row.moved)

    @property
    def same(self) -> int:
        """How many rows are the same, whatever their number."""
        return len(self.text.comparison.rows) - len(self.rows)

    @property
    def happened(self) -> str:
        """What the comparison comes to, in a sentence."""
        language = language_name(self.text.language)
        if not self.rows:
            same = counted(self.same, "provision")
            return f"in {language} the two are the same, word for word: {same}"
        verb = "is" if self.same == 1 else "are"
        differ = f"{len(self.rows)} {'differs' if len(self.rows) == 1 else 'differ'}"
        return f"in {language} {counted(self.same, 'provision')} {verb} the same, {differ}"

    def told(self, row: Row) -> str:
        """What is to be said of a row: where it stands in each of the two, and how it differs."""
        one, other = names(row.one, self.text.names[0]), names(row.other, self.text.names[1])
        if row.kind == "removed":
            return f"{one}: only in {self.one.name}"
        if row.kind == "added":
            return f"{other}: only in {self.other.name}"
        kinds = {"changed": "differs", "split": "divided", "joined": "joined"}
        happened = kinds.get(row.kind, "the same")
        moved = ", in another place" if row.moved else ""
        place = one if one == other else f"{one} → {other}"
        return f"{place}: {happened}{moved}"


def pair(one: Text, other: Text, language: str) -> Pair:
    """Lay two texts side by side in a language in which both are held."""
    text = text_change(one.versions[language], other.versions[language])
    if not (isinstance(one, Decision) and isinstance(other, Decision)):
        halves = [
            text_change(record.versions[language], None, decision=isinstance(record, Decision))
            for record in (one, other)
        ]
        text = TextChange(language, True, halves[0].before, halves[1].before)
    return Pair(one, other, text)


def pair_as_text(found: Pair, *, styles: bool = False) -> Iterator[str]:
    """For a terminal: the two names, what the comparison comes to, then every difference."""
    bold, end = ("\x1b[1m", "\x1b[0m") if styles else ("", "")
    for record in (found.one, found.other):
        yield f"{bold}{printable(_named(record))}{end}"
    yield found.happened
    for row in found.rows:
        yield ""
        yield printable(found.told(row))
        shown = pieces_as_text(list(shown_pieces(row)), styles=styles)
        if shown:
            yield "  " + shown.replace("\n", "\n  ")


def pair_as_markdown(found: Pair) -> str:
    """For a web page or a note: the same, with what is gone struck and what is new underlined."""
    lines = [f"## {markdown(found.one.name)} and {markdown(found.other.name)}", ""]
    lines += [f"- {markdown(_named(record))}" for record in (found.one, found.other)]
    lines += ["", f"{found.happened[0].upper()}{found.happened[1:]}."]
    if found.rows:
        told = "<del>Struck words</del> are in the first text only, "
        lines += ["", f"{told}<ins>underlined words</ins> in the second only.", ""]
    for row in found.rows:
        words = "".join(
            f"{_TAGS[kind][0]}{markdown(words)}{_TAGS[kind][1]}"
            for kind, words in shown_pieces(row)
        ).replace("&#10;", "<br>")
        lines.append(f"- **{markdown(found.told(row))}**" + (f"<br>{words}" if words else ""))
    return "\n".join([*lines, ""])


def pair_as_json(found: Pair) -> str:
    """For programs: every row, with nothing cut."""
    value = {
        "language": found.text.language,
        "one": _identity(found.one),
        "other": _identity(found.other),
        "same": found.same,
        "differing": len(found.rows),
        "rows": [_row(row, found.text) for row in found.text.comparison.rows],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _named(record: Text) -> str:
    return " ".join(filter(None, (record.symbol or record.id, plain(record.original.title))))


def _identity(record: Text) -> dict[str, str | None]:
    return {
        "symbol": record.symbol or None,
        "id": record.id or None,
        "address": address(record),
    }


def _row(row: Row, text: TextChange) -> dict[str, object]:
    return {
        "kind": row.kind,
        "moved": row.moved,
        "renumbered": row.renumbered,
        "one": [_provision(one, text.names[0]) for one in row.one],
        "other": [_provision(one, text.names[1]) for one in row.other],
        "pieces": [{"kind": piece.kind, "text": piece.text} for piece in row.pieces],
    }


def _provision(provision: Provision, places: Places | None) -> dict[str, str | None]:
    return {
        "place": places.name(provision) if places else "",
        "anchor": provision.anchor or None,
        "number": provision.number or None,
    }
