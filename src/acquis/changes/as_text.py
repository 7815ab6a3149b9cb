"""Changes as text for a terminal, in colours where it has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from acquis.align import Piece
from acquis.changes import wording
from acquis.changes.record import RecordChange, TextChange
from acquis.changes.values import ValueChange
from acquis.report import printable

_STYLES = {"gone": ("\x1b[31;9m", "\x1b[0m"), "new": ("\x1b[32;4m", "\x1b[0m")}
#: The signs of `git diff --word-diff`, for where there are no colours.
_SIGNS = {"gone": ("[-", "-]"), "new": ("{+", "+}")}


def as_text(changes: Sequence[RecordChange], *, styles: bool = False) -> Iterator[str]:
    """Each record with what happened to it, in lines; last, the totals."""
    for change in changes:
        bold, end = ("\x1b[1m", "\x1b[0m") if styles else ("", "")
        yield f"{bold}{printable(_head(change))}{end}"
        for text in change.texts:
            yield from _text(change, text, styles=styles)
        for values in change.follow_up:
            for one in values.values:
                yield f"  {printable(values.place)}, {_value(one)}"
        if change.happened in ("changed", "renamed"):
            for one in change.values:
                yield f"  {_value(one)}"
        if change.unseen:
            yield "  only how its blocks stand in one another changed: nothing that is printed"
        if change.to_verify_again:
            yield "  it was verified before this change: verify it again"
        yield ""
    yield wording.totals(changes)


def _head(change: RecordChange) -> str:
    name = wording.record_name(change)
    if change.happened == "renamed":
        return f"{change.kind} {name}: renamed, was {wording.former_name(change)}"
    return f"{change.kind} {name}: {change.happened}"


def _text(change: RecordChange, text: TextChange, *, styles: bool) -> Iterator[str]:
    language = wording.language_name(text.language)
    of = "text" if text.original else "translation"
    if text.before is None or text.after is None:
        happened = "added" if text.before is None else "removed"
        provisions = wording.counted(len(text.rows), "provision")
        yield f"  {of} in {language}: {happened} ({provisions})"
        return
    yield f"  {of} in {language}:"
    for row in text.rows:
        place = wording.row_place(row, text)
        yield f"    {printable(place)}: {printable(wording.row_happened(row, text))}"
        shown = list(wording.shown_pieces(row))
        if shown:
            yield "      " + pieces_as_text(shown, styles=styles).replace("\n", "\n      ")
    if text.renumbered:
        yield f"    renumbered: {printable(wording.renumbered(text))}"


def pieces_as_text(pieces: Sequence[Piece], *, styles: bool) -> str:
    """A wording with what is gone and what is new marked in it."""
    signs = _STYLES if styles else _SIGNS
    found = []
    for kind, words in pieces:
        before, after = signs.get(kind, ("", ""))
        found.append(f"{before}{printable(words)}{after}")
    return "".join(found)


def _value(change: ValueChange) -> str:
    name = printable(change.name)
    if len(change.before) + len(change.after) > 2 and (change.gone or change.new):
        gone = [f"-{printable(word)}" for word in change.gone]
        new = [f"+{printable(word)}" for word in change.new]
        return f"{name}: {' '.join([*gone, *new])}"
    return f"{name}: {wording.value(change.before)} → {wording.value(change.after)}"
