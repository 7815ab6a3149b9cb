"""Two languages side by side: a text and its version in another language, unit by unit.

The page of a translation has the original beside it; a script lays any other language in the
place of the second. The original needs no page of its own: it stands on those of its translations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from acquis.align import counterparts
from acquis.model.address import address, prefix
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.divide import divide
from acquis.model.document import Document
from acquis.model.unit import Division, Note, Unit
from acquis.pages.edition import Edition
from acquis.pages.html import Html
from acquis.pages.inline import Inline
from acquis.pages.page import Page
from acquis.pages.parallel_rows import ParallelRows
from acquis.pages.reading import Reading
from acquis.pages.view import View
from acquis.text import plain

#: Items that stand deeper are set as deep as this.
_DEEPEST = 3


class Side(NamedTuple):
    """What one of two texts has in a row: a unit, a footnote, or a division's opening or title.

    `text` reads it with the footnotes of its division.
    """

    text: Reading
    division: Division
    unit: Unit | None = None
    note: Note | None = None

    @property
    def anchor(self) -> str:
        """Where it stands in its text."""
        if self.unit is not None:
            return self.unit.anchor
        return self.note.anchor if self.note is not None else self.division.anchor


class Row(NamedTuple):
    """What answers to one another; None where a text lacks it. `depth` is that of an item."""

    one: Side | None
    other: Side | None
    depth: int = 0

    @property
    def anchor(self) -> str:
        """The row's anchor: that of the first text, where it has the passage.

        A footnote that only the second has keeps its own, since its marks lead to it here.
        """
        if self.one is None and self.other is not None and self.other.note is not None:
            return self.other.anchor
        return self.one.anchor if self.one is not None else ""


def languages(record: Decision | Document, corpus: Corpus) -> list[str]:
    """The site's languages in which a text is held, in their order."""
    return [
        language
        for language in corpus.languages
        if language in record.versions and record.versions[language].held
    ]


def beside(record: Decision | Document, language: str, corpus: Corpus) -> str:
    """The language that stands beside one in the page without a script; "" where there is none.

    That is the original's, or the first other one of a text whose original is not held here.
    """
    held = languages(record, corpus)
    if language not in held or len(held) < 2 or language == record.language:
        return ""
    if record.language in held:
        return record.language
    return next(one for one in held if one != language)


def path_of(record: Decision | Document) -> str:
    """The address of the page of a text in two languages."""
    return f"{address(record)}parallel/"


def links(record: Decision | Document, edition: Edition, view: View) -> list[tuple[str, str]]:
    """The languages that can stand beside that of an edition, each with the link to the page."""
    language, corpus = edition.language, edition.corpus
    path = path_of(record)
    if language == record.language:
        return [
            (other, view.file(f"{prefix(other, corpus.languages)}{path}"))
            for other in languages(record, corpus)
            if beside(record, other, corpus) == language
        ]
    other = beside(record, language, corpus)
    return [(other, view.href(path))] if other else []


def pages(record: Decision | Document, edition: Edition) -> Iterator[Page]:
    """The page of a text that is held in this language and another."""
    other = beside(record, edition.language, edition.corpus)
    if other:
        yield _page(record, other, edition)


def _page(record: Decision | Document, other: str, edition: Edition) -> Page:
    path = path_of(record)
    view = edition.view(path)
    sides = [_reading(record, language, edition, view) for language in (edition.language, other)]
    names = {language: view.language_name(language) for language in edition.corpus.languages}
    _ = edition.gettext
    title = plain(view.title(record))
    setter = ParallelRows(edition.forms, _("No such passage"), Html(view.lang(other)))
    return edition.page(
        path,
        "parallel",
        title=_("{name} in two languages").format(name=record.symbol or title),
        description=_("Paragraph by paragraph, in {one} and in {other}.").format(
            one=names[edition.language], other=names[other]
        ),
        context={
            "view": view,
            "record": record,
            "rows": Markup(setter.html(rows(*sides))),  # noqa: S704  # it is HTML
            "names": names,
            "held": [one for one in languages(record, edition.corpus) if one != edition.language],
            "other": other,
            "whole": view.link(record),
            "addresses": {
                language: _home(record, language, view)
                for language in languages(record, edition.corpus)
            },
        },
        file=record.original.at.file,
        canonical=f"{edition.prefix}{address(record)}",
    )


def _reading(record: Decision | Document, language: str, edition: Edition, view: View) -> Reading:
    version = record.versions[language]
    decision = isinstance(record, Decision)
    return Reading(
        view=view,
        division=divide(version, decision=decision),
        language=language,
        gettext=edition.gettext,
        inline=Inline(edition.gettext("Footnote {}"), _home(record, language, view), notes=""),
        setter=edition.units,
        decision=decision,
    )


def _home(record: Decision | Document, language: str, view: View) -> str:
    """A relative link to a text's own page in a language."""
    return view.file(f"{prefix(language, view.corpus.languages)}{address(record)}")


def rows(one: Reading, other: Reading) -> Iterator[Row]:
    """All that two texts have, in order, each with its counterpart."""
    yield from _divisions(one.division, other.division, one, other)


def _divisions(left: Division, right: Division, one: Reading, other: Reading) -> Iterator[Row]:
    ours, theirs = one.within(left), other.within(right)
    if left.anchor or left.opening or right.opening:
        yield Row(Side(ours, left), Side(theirs, right))
    for kind in ("preamble", "operative"):
        yield from _units(
            getattr(left, kind), getattr(right, kind), Row(Side(ours, left), Side(theirs, right))
        )
    for kind in ("parts", "annexes"):
        lefts, rights = getattr(left, kind), getattr(right, kind)
        for inner, answer in zip(lefts, rights, strict=False):
            yield from _divisions(inner, answer, one, other)
        common = min(len(lefts), len(rights))
        for inner in lefts[common:]:
            yield from _alone(inner, one, first=True)
        for inner in rights[common:]:
            yield from _alone(inner, other, first=False)
    notes = {note.label: note for note in right.footnotes}
    for note in left.footnotes:
        answer = notes.pop(note.label, None)
        yield Row(Side(ours, left, note=note), Side(theirs, right, note=answer) if answer else None)
    yield from (Row(None, Side(theirs, right, note=note)) for note in notes.values())


def _alone(division: Division, text: Reading, *, first: bool) -> Iterator[Row]:
    """A division that the other text lacks."""
    reading = text.within(division)

    def row(side: Side, depth: int = 0) -> Row:
        return Row(side, None, depth) if first else Row(None, side, depth)

    yield row(Side(reading, division))
    for top in (*division.preamble, *division.operative):
        for unit in top.walk():
            yield row(Side(reading, division, unit), min(unit.depth, _DEEPEST))
    for inner in (*division.parts, *division.annexes):
        yield from _alone(inner, text, first=first)
    yield from (row(Side(reading, division, note=note)) for note in division.footnotes)


def _units(lefts: Sequence[Unit], rights: Sequence[Unit], around: Row) -> Iterator[Row]:
    assert around.one is not None
    assert around.other is not None
    one, other = around.one, around.other
    for left, right in counterparts(lefts, rights):
        depth = max(unit.depth for unit in (left, right) if unit is not None)
        yield Row(
            Side(one.text, one.division, left) if left is not None else None,
            Side(other.text, other.division, right) if right is not None else None,
            min(depth, _DEEPEST),
        )
        for ours, theirs in zip(_inner(left), _inner(right), strict=True):
            if ours or theirs:
                yield from _units(ours, theirs, around)


def _inner(unit: Unit | None) -> tuple[Sequence[Unit], ...]:
    """What stands within a unit, by how it does."""
    return ((), (), ()) if unit is None else (unit.preamble, unit.items, unit.then)
