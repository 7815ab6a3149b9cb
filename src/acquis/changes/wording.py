"""Wording: what happened, in the words of a person, and the pieces of a wording that tell it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from babel import Locale, UnknownLocaleError

from acquis.align import Piece, Provision, Row
from acquis.changes.places import Places
from acquis.changes.record import RecordChange, TextChange
from acquis.model.activity import Activity, Area
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.report import printable
from acquis.text import plain

#: Of words that stayed, so many characters are shown beside those that did not.
CONTEXT = 60


def language_name(language: str) -> str:
    """The English name of a language: "French" for fr."""
    try:
        return Locale.parse(language, sep="-").get_language_name("en") or language
    except (UnknownLocaleError, ValueError):
        return language


def record_name(change: RecordChange) -> str:
    """What a record is called: its symbol or id, and its title."""
    record = change.record
    if isinstance(record, Decision | Document):
        name, title = record.symbol or record.id, plain(record.original.title)
    else:
        name = getattr(record, "id", "")
        titled = isinstance(record, Activity | Area)
        title = str(getattr(record, "title" if titled else "name", ""))
    return " ".join(filter(None, (name, title)))


def former_name(change: RecordChange) -> str:
    """What a renamed record was called."""
    before = change.before
    return before.symbol or before.id if isinstance(before, Decision | Document) else ""


def row_happened(row: Row, text: TextChange) -> str:
    """What happened to a provision, after its name: "changed", "moved, was paragraph 3"."""
    kinds = {
        "same": "",
        "marked": "only its emphasis, links or joined cells changed",
        "split": f"split into {_listed(row.other, text.names[1])}",
        "joined": f"joined from {_listed(row.one, text.names[0])}",
    }
    found = [kinds.get(row.kind, row.kind)]
    if row.moved:
        found.insert(0, "moved")
    if row.one and row.other and row.kind not in ("split", "joined"):
        before = names(row.one, text.names[0])
        if before != names(row.other, text.names[1]):
            found.append(f"was {before}")
    return ", ".join(filter(None, found))


def row_place(row: Row, text: TextChange) -> str:
    """What the provision of a row is called; one that was split, by its old name."""
    if row.kind in ("split", "removed"):
        return names(row.one, text.names[0])
    return names(row.other, text.names[1])


def renumbered(text: TextChange) -> str:
    """What has another number and is otherwise as it was: "paragraph 3 → paragraph 4, …"."""
    found = []
    for row in text.renumbered:
        old, new = names(row.one, text.names[0]), names(row.other, text.names[1])
        found.append(f"{old} → {new}" if old != new else f"{old}: {numbers(row)}")
    shown = found if len(found) <= 4 else [*found[:2], "…", found[-1]]
    return ", ".join(shown)


def numbers(row: Row) -> str:
    """The printed numbers of a provision, before and now."""
    return f"“{row.one[0].number}” → “{row.other[0].number}”"


def _listed(found: Sequence[Provision], places: Places | None) -> str:
    return " and ".join(places.name(one) if places else one.anchor for one in found)


def names(found: Sequence[Provision], places: Places | None) -> str:
    """The names of provisions, in order."""
    return _listed(found, places)


def shown_pieces(row: Row) -> Iterator[Piece]:
    """The pieces of a row as they are shown: of what stayed, only what stands near."""
    pieces = [Piece(kind, words.replace("\t", " | ")) for kind, words in row.pieces]
    for place, (kind, words) in enumerate(pieces):
        if kind != "same":
            yield Piece(kind, visible(words))
        elif len(pieces) == 1:
            yield Piece(kind, _short(words, 2 * CONTEXT))
        else:
            first, last = place == 0, place == len(pieces) - 1
            yield Piece(kind, _near(words, before=not first, after=not last))


def _near(words: str, *, before: bool, after: bool) -> str:
    """Of words between two differences, those near to them."""
    kept = CONTEXT * (before + after)
    if len(words) <= kept + 3:
        return words
    start = words[:CONTEXT].rpartition(" ")[0] or words[:CONTEXT] if before else ""
    end = words[-CONTEXT:].partition(" ")[2] or words[-CONTEXT:] if after else ""
    return f"{start} … {end}" if before and after else f"{start} …" if before else f"… {end}"


def _short(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[: longest - 2]} …"


def visible(words: str) -> str:
    """Words in which one sees what looks alike: no-break spaces and special dashes as codes."""
    return "".join(
        f"<U+{ord(sign):04X}>"
        if sign not in " \n\t–—"
        and unicodedata.category(sign) in ("Zs", "Cf", "Pd", "Cc")
        and sign != "-"
        else sign
        for sign in words
    )


def value(words: Sequence[str]) -> str:
    """The words of a value; "nothing" where it is not given."""
    return printable(", ".join(words)) or "nothing"


def counted(number: int, noun: str) -> str:
    """ "1 decision", "2 decisions"."""
    plural = f"{noun[:-1]}ies" if noun.endswith(("ty", "ry")) else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"


def totals(changes: Sequence[RecordChange]) -> str:
    """How many records were added, removed, renamed and changed, and in what."""
    if not changes:
        return "no changes"
    found = []
    for happened in ("added", "removed", "renamed"):
        number = sum(change.happened == happened for change in changes)
        if number:
            found.append(f"{number} {happened}")
    changed = [change for change in changes if change.happened == "changed"]
    texts = sum(any(text.original for text in change.texts) for change in changed)
    translations = sum(
        bool(change.texts) and not any(text.original for text in change.texts) for change in changed
    )
    rest = len(changed) - texts - translations
    for number, what in (
        (texts, "changed in the text"),
        (translations, "changed in a translation only"),
        (rest, "changed in metadata only"),
    ):
        if number:
            found.append(f"{number} {what}")
    return f"{counted(len(changes), 'record')}: {', '.join(found)}"
