"""Records: which of one state answers to which of another, and what happened to each.

A record is the same when its address is, when the new one names the old address under `formerly`,
or when nothing but its name is another. In which file and line it stands does not matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Literal, TypeAlias, TypeVar

from acquis.align import Comparison, Row, compare
from acquis.changes.places import Places
from acquis.changes.values import ValueChange, value_changes
from acquis.model.activity import Activity, Area, Service
from acquis.model.block import Paragraph
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision, Version
from acquis.model.divide import divide
from acquis.model.document import Document
from acquis.model.institution import Actor, Convention, Meeting, Topic
from acquis.model.unit import Division

Happened: TypeAlias = Literal["added", "removed", "renamed", "changed"]
Text: TypeAlias = Decision | Document
Record: TypeAlias = Text | Activity | Area | Service | Convention | Meeting | Actor | Topic
T = TypeVar("T", bound=Record)

#: The kinds of records without a text of their own, with the corpus's name for each.
_OTHERS = {
    "meeting": "meetings",
    "convention": "conventions",
    "activity": "activities",
    "service": "services",
    "area": "areas",
    "topic": "topics",
    "actor": "actors",
}


@dataclass(frozen=True)
class TextChange:
    """What happened to a text in one language; `original` is the record's own.

    `before` or `after` is None where the text was not held, or is no longer.
    """

    language: str
    original: bool
    before: Division | None
    after: Division | None

    @cached_property
    def comparison(self) -> Comparison:
        """The two texts side by side."""
        return compare(self.before, self.after)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """What differs in more than its number."""
        return tuple(row for row in self.comparison.rows if row.kind != "same" or row.moved)

    @cached_property
    def renumbered(self) -> tuple[Row, ...]:
        """What differs in its number alone."""
        return tuple(
            row
            for row in self.comparison.rows
            if row.kind == "same" and not row.moved and row.renumbered
        )

    @cached_property
    def names(self) -> tuple[Places | None, Places | None]:
        """The names of what stands in the two texts."""
        return (
            Places(self.before) if self.before else None,
            Places(self.after) if self.after else None,
        )


@dataclass(frozen=True)
class MetadataChange:
    """Values that changed of a paragraph (whom it addresses, by when), by the paragraph's name."""

    place: str
    anchor: str
    values: tuple[ValueChange, ...]


@dataclass(frozen=True)
class RecordChange:
    """What happened to a record; `before` or `after` is None where there was, or is, none.

    `kind` is "decision", "document", "meeting" … `unseen` is whether something differs that is
    neither words, nor numbers, nor values: how blocks stand in one another.
    """

    kind: str
    happened: Happened
    before: Record | None
    after: Record | None
    texts: tuple[TextChange, ...] = ()
    values: tuple[ValueChange, ...] = ()
    follow_up: tuple[MetadataChange, ...] = ()
    unseen: bool = False

    @property
    def record(self) -> Record:
        """The record as it is now, or as it was last."""
        record = self.after or self.before
        assert record is not None
        return record

    @property
    def to_verify_again(self) -> bool:
        """Whether the text of a verified record changed while what it says of that did not."""
        before, after = self.before, self.after
        if not isinstance(before, Decision) or not isinstance(after, Decision):
            return False
        changed = any(text.original and (text.rows or text.renumbered) for text in self.texts)
        return changed and before.verified is not None and after.verified == before.verified


def changes(before: Corpus, after: Corpus) -> tuple[RecordChange, ...]:
    """What happened to every record: decisions, documents, then all others."""
    found = [
        *_texts("decision", before.decisions, after.decisions),
        *_texts("document", before.documents, after.documents),
    ]
    for kind, name in _OTHERS.items():
        old, new = getattr(before, name), getattr(after, name)
        for id_ in dict.fromkeys([*new, *old]):
            one, other = old.get(id_), new.get(id_)
            if one != other:
                happened = _happened(one, other)
                values = value_changes(one, other)
                found.append(RecordChange(kind, happened, one, other, values=values))
    return tuple(found)


def _happened(before: object, after: object) -> Happened:
    return "added" if before is None else "removed" if after is None else "changed"


def _texts(kind: str, before: Mapping[str, T], after: Mapping[str, T]) -> Iterator[RecordChange]:
    """The changes of records with texts."""
    came = {slug: record for slug, record in after.items() if slug not in before}
    gone = {slug: record for slug, record in before.items() if slug not in after}
    renamed = dict(_renamed(gone, came))
    for slug, record in after.items():
        old = before.get(renamed.get(slug, slug))
        if old != record or slug in renamed:
            yield _change(kind, old, record, renamed=slug in renamed)
    for slug, record in gone.items():
        if slug not in renamed.values():
            yield _change(kind, record, None, renamed=False)


def _renamed(gone: Mapping[str, T], came: Mapping[str, T]) -> Iterator[tuple[str, str]]:
    """The new slug and the old one of each record that was renamed."""
    left = dict(gone)
    rest = {}
    for slug, record in came.items():
        assert isinstance(record, Decision | Document)
        old = next((name for name in record.formerly if name in left), "")
        if old:
            del left[old]
            yield slug, old
        else:
            rest[slug] = record
    for slug, record in rest.items():
        old = next((name for name, one in left.items() if alike(one, record)), "")
        if old:
            del left[old]
            yield slug, old


def alike(one: Record, other: Record) -> bool:
    """Whether two records have the same texts, and any at all."""
    if not isinstance(one, Decision | Document) or type(one) is not type(other):
        return False
    assert isinstance(other, Decision | Document)
    held = any(version.held for version in one.versions.values())
    return held and one.versions == other.versions


def _change(kind: str, before: T | None, after: T | None, *, renamed: bool) -> RecordChange:
    assert before is None or isinstance(before, Decision | Document)
    assert after is None or isinstance(after, Decision | Document)
    texts = tuple(_text_changes(before, after))
    follow_up = tuple(one for text in texts for one in _follow_up(text))
    shown = tuple(
        text
        for text in texts
        if text.rows or text.renumbered or text.before is None or text.after is None
    )
    values = value_changes(before, after)
    return RecordChange(
        kind,
        "renamed" if renamed else _happened(before, after),
        before,
        after,
        shown,
        values,
        follow_up,
        unseen=bool(texts) and not shown and not follow_up and not values,
    )


def _text_changes(before: Text | None, after: Text | None) -> Iterator[TextChange]:
    """The languages in which the text differs, the original's first."""
    old = before.versions if before else {}
    new = after.versions if after else {}
    for language in dict.fromkeys([*new, *old]):
        one, other = old.get(language), new.get(language)
        if one != other:
            record = after or before
            assert record is not None
            decision = isinstance(record, Decision)
            yield text_change(one, other, original=language == record.language, decision=decision)


def text_change(
    before: Version | None, after: Version | None, *, original: bool = True, decision: bool = True
) -> TextChange:
    """Two texts of one language; a decision's sole paragraph has no number."""
    language = (after or before or Version("")).language
    old = divide(before, decision=decision) if before else None
    new = divide(after, decision=decision) if after else None
    return TextChange(language, original, old, new)


def _follow_up(text: TextChange) -> Iterator[MetadataChange]:
    """What changed of the values that follow paragraphs up."""
    if text.before is None or text.after is None:
        return
    old = {unit.anchor: unit.block for unit in text.before.walk()}
    new = {unit.anchor: unit.block for unit in text.after.walk()}
    names = text.names[1]
    assert names is not None
    for row in text.comparison.rows:
        if len(row.one) != 1 or len(row.other) != 1:
            continue
        one, other = old.get(row.one[0].anchor), new.get(row.other[0].anchor)
        if isinstance(one, Paragraph) and isinstance(other, Paragraph):
            values = value_changes(_values_of(one), _values_of(other))
            if values:
                place = row.other[0]
                yield MetadataChange(names.name(place), place.anchor, values)


def _values_of(paragraph: Paragraph) -> Paragraph:
    """A paragraph with nothing but what follows its mandate up."""
    kept = {"actors", "due", "action", "progress"}
    emptied = {entry.name: entry.default for entry in fields(paragraph) if entry.name not in kept}
    emptied |= {"text": "", "at": paragraph.at, "spots": paragraph.spots}
    return replace(paragraph, **emptied)  # type: ignore[arg-type]
