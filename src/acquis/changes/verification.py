"""Verification: a text held against the official one, so that nothing can hide.

Every number, word and sign must be the same, in the same order. Emphasis, addresses behind words,
and how blocks stand in one another are told as well, but are no difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from acquis import text as marks
from acquis.align import Provision, Row, compare, provisions
from acquis.changes.record import Text, text_change
from acquis.changes.wording import numbers, row_happened, row_place
from acquis.model.decision import Decision, Version
from acquis.model.unit import Division
from acquis.position import Position

_RAISED = marks.Style.SUPERSCRIPT | marks.Style.SUBSCRIPT


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between a record and the official text: where, what, and the row of words.

    `at` is the place in the data, None for what is in the official text only.
    """

    place: str
    happened: str
    at: Position | None = None
    row: Row | None = None


@dataclass(frozen=True, slots=True)
class Verification:
    """What differs, and what is worth knowing although it is no difference."""

    differences: tuple[Difference, ...]
    remarks: tuple[Difference, ...]


def verify(held: Version, official: Version, *, decision: bool = True) -> Verification:
    """Compare a text with the official one."""
    change = text_change(held, official, decision=decision)
    assert change.before is not None
    assert change.after is not None
    same = _printed(change.before) == _printed(change.after)
    differences: list[Difference] = []
    remarks: list[Difference] = []
    for row in compare(change.before, change.after).rows:
        place = row_place(row, change)
        at = row.one[0].at if row.one else None
        if not same and _differs(row):
            happened = _happened(row, row_happened(row, change))
            differences.append(Difference(place, happened, at, row))
        else:
            remarks += [Difference(place, words, at) for words in _remarks(row)]
    if not same and not differences:
        differences.append(Difference("the text", "its parts stand in another order"))
    return Verification(tuple(differences), tuple(remarks))


def verify_values(held: Text, official: Text) -> Verification:
    """Compare what is known of a text beside its words, as far as the official one tells it.

    The record gives it in its own language: of a translation, only dates and votes are compared.
    """
    differences: list[Difference] = []
    remarks: list[Difference] = []
    if isinstance(held, Decision) and isinstance(official, Decision):
        worded = ("adopted_at", "agenda_items") if held.language == official.language else ()
        for name in ("adopted", "vote", *worded):
            ours, theirs = getattr(held, name), getattr(official, name)
            if theirs and ours != theirs:
                words = f"“{_told(ours)}” in the record, “{_told(theirs)}” in the file"
                told = Difference(name.replace("_", " "), words, held.spots.get(name, held.at))
                (differences if ours else remarks).append(told)
    return Verification(tuple(differences), tuple(remarks))


def _told(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value or "nothing")


def faithful(words: str) -> tuple[tuple[int, str], ...]:
    """The characters of marked text, with what is raised and lowered, and its footnote marks."""
    found: list[tuple[int, str]] = []
    for run in marks.parse(words):
        style = -1 if run.note is not None else run.style & _RAISED
        shown = run.note if run.note is not None else run.text
        if found and found[-1][0] == style and style >= 0:
            shown = found.pop()[1] + shown
        found.append((style, shown))
    return tuple(found)


def _printed(division: Division) -> list[tuple[object, ...]]:
    """All that is printed of a text, in order."""
    return [_of(provision) for provision in provisions(division)]


def _of(provision: Provision) -> tuple[object, ...]:
    # What has no words is told by its kind; which draft is reproduced is no word of the text.
    form = "" if provision.kind == "decision" else provision.form
    kind = "" if provision.words else provision.kind
    return provision.family == "note", provision.number, faithful(provision.words), form, kind


def _differs(row: Row) -> bool:
    if len(row.one) != 1 or len(row.other) != 1:
        return True
    return row.moved or _of(row.one[0]) != _of(row.other[0])


def _happened(row: Row, happened: str) -> str:
    if row.kind == "added":
        return "only in the file"
    if row.kind == "removed":
        return "only in the record"
    found = [happened] if row.kind not in ("same", "marked") or row.moved else []
    if row.renumbered:
        found.append(f"its number: {numbers(row)}")
    if row.kind == "marked":
        one, other = row.one[0], row.other[0]
        if faithful(one.words) != faithful(other.words):
            found.append("raised or lowered letters")
        if one.form != other.form:
            found.append("how cells are joined")
    return ", ".join(found)


def _remarks(row: Row) -> Iterator[str]:
    if len(row.one) != 1 or len(row.other) != 1:
        return
    one, other = row.one[0], row.other[0]
    if one.words != other.words and faithful(one.words) == faithful(other.words):
        yield "emphasis or links are not those of the file"
    if one.kind != other.kind:
        yield f"it is {_a(one.kind)} here, {_a(other.kind)} in the file"
    elif one.anchor != other.anchor:
        yield f"it stands as {one.anchor or 'head'} here, as {other.anchor or 'head'} in the file"


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
