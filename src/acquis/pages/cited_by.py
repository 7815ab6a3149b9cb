"""Who cites a text, and which parts of it: with the sentence that cites, newest first."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from acquis import text
from acquis.citation import Naming
from acquis.citation.sentence import Excerpt, excerpt
from acquis.model.address import address
from acquis.model.anchor import label_sign
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.model.unit import Division
from acquis.pages.citing import place
from acquis.pages.edition import Edition
from acquis.pages.page import Page
from acquis.pages.paging import ROWS, leaves

#: So many entries stand on a text's own page: of the whole, of each part, of all parts together;
#: where the parts are many, one of each, but for the last of very many.
OF_WHOLE, OF_PART, OF_PARTS, AT_MOST = 8, 3, 40, 120
#: With more parts than this, they open only when one asks.
FOLDED = 7
_NO_DAY = datetime.date.min

Record = Decision | Document


@dataclass(frozen=True, slots=True)
class Entry:
    """One place that cites: in which text and where there, with the words around the citation.

    `convention` and `meeting` are ids, "" where there is none; `own` is for a place in the cited
    text itself. `note` is the plain text of the footnote in which the citation stands.
    """

    record: Record
    anchor: str
    where: str
    sentence: Excerpt
    language: str
    convention: str = ""
    meeting: str = ""
    own: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part that is cited ("" for the whole text): its entries, and how many there are in all."""

    anchor: str
    label: str
    entries: tuple[Entry, ...]
    count: int

    @property
    def groups(self) -> list[tuple[bool, str, str, list[Entry]]]:
        """The entries by convention and meeting: whether they are the text's own, the ids."""
        keyed = groupby(self.entries, lambda one: (one.own, one.convention, one.meeting))
        return [(*key, list(entries)) for key, entries in keyed]


@dataclass(frozen=True, slots=True)
class CitedBy:
    """All that cites a text: the whole of it, then its parts in reading order.

    `whole` is the address of the page with all entries, "" where none is left out.
    """

    parts: tuple[Part, ...]
    whole: str = ""

    @property
    def count(self) -> int:
        """How many places cite it."""
        return sum(part.count for part in self.parts)

    @property
    def leaf(self) -> bool:
        """Whether all entries stand on one page, so that a link can lead to those of a part."""
        return self.count <= ROWS

    @property
    def folded(self) -> bool:
        """Whether there are so many parts that they are better looked for than read."""
        return len(self.parts) > FOLDED

    @property
    def counts(self) -> dict[str, int]:
        """How many places cite each part, by its anchor."""
        return {part.anchor: part.count for part in self.parts if part.anchor}


def cited_by(record: Record, edition: Edition, division: Division) -> CitedBy:
    """Everything that cites a text, which is divided already as its page shows it."""
    namings = edition.links.citations.naming(record)
    if not namings:
        return CitedBy(())
    order = {anchor: number for number, anchor in enumerate(_anchors(division))}
    found: dict[str, list[Entry]] = {}
    for naming in namings:
        entry = _entry(naming, record, edition)
        if entry is not None:
            found.setdefault(naming.anchor if naming.anchor in order else "", []).append(entry)
    ranks = _ranks(edition.corpus)
    return CitedBy(
        tuple(
            Part(
                anchor,
                place(anchor, edition.gettext) if anchor else "",
                tuple(sorted(found[anchor], key=ranks)),
                len(found[anchor]),
            )
            for anchor in sorted(found, key=order.__getitem__)
        )
    )


def bounded(cited: CitedBy, page: str) -> CitedBy:
    """The same with so many entries as a text's own page bears; the rest stand on `page`."""
    named = sum(bool(part.anchor) for part in cited.parts)
    each = max(1, min(OF_PART, OF_PARTS // max(1, named)))
    left = AT_MOST
    parts = []
    for part in cited.parts:
        kept = part.entries[: min(left, each) if part.anchor else OF_WHOLE]
        left -= len(kept) if part.anchor else 0
        parts.append(replace(part, entries=kept))
    less = any(len(part.entries) < part.count for part in parts)
    return CitedBy(tuple(parts), page if less else "")


def page_of(record: Record) -> str:
    """The address of the page with everything that cites a text."""
    return f"{address(record)}cited/"


def pages(record: Record, cited: CitedBy, edition: Edition) -> Iterator[Page]:
    """The pages with everything that cites a text, where its own does not hold it."""
    rows = [(part, entry) for part in cited.parts for entry in part.entries]
    title = edition.gettext("What cites {name}").format(name=record.name)
    for leaf in leaves(rows, page_of(record)):
        grouped = groupby(leaf.rows, lambda row: row[0])
        parts = [replace(part, entries=tuple(e for _, e in pairs)) for part, pairs in grouped]
        yield edition.page(
            leaf.path,
            "cited",
            title=title,
            description=title,
            context={
                "view": edition.view(leaf.path),
                "record": record,
                "cited": CitedBy(tuple(parts)),
                "leaf": leaf,
                "title": title,
            },
        )


def _anchors(division: Division) -> Iterator[str]:
    """The anchors of a text in reading order, footnotes last."""
    for inner in division.divisions():
        yield inner.anchor
        for top in (*inner.preamble, *inner.operative):
            yield from (unit.anchor for unit in top.walk())
    for inner in division.divisions():
        yield from (note.anchor for note in inner.footnotes)


def _entry(naming: Naming, cited: Record, edition: Edition) -> Entry | None:
    """The entry for a citation; none where its text is shown in another language here."""
    folder, slug, _ = naming.source.split("/")
    corpus = edition.corpus
    record: Record = corpus.decisions[slug] if folder == "decisions" else corpus.documents[slug]
    one = naming.citation
    if one.language != record.version(edition.language).language:
        return None
    passage = one.passage
    sentence = excerpt(text.plain(passage.words), one.start, one.end)
    anchor, note = passage.anchor, ""
    where = place(anchor, edition.gettext)
    if passage.marked is not None:
        # A footnote alone says little: the sentence is that of its mark.
        note = str(sentence)
        at = _mark(passage.marked.words, passage.anchor)
        sentence = excerpt(text.plain(passage.marked.words), at, at)
        where = ", ".join((place(passage.marked.anchor, edition.gettext), where))
    own = record is cited
    convention, meeting = ("", "") if own else _where(record, corpus)
    return Entry(
        record, anchor, where, sentence, one.language, convention, meeting, own=own, note=note
    )


def _mark(words: str, note: str) -> int:
    """Where the mark of a footnote stands in the plain words of a passage."""
    at = 0
    for run in text.parse(words):
        if run.note is not None and note.endswith(f"fn-{label_sign(run.note)}"):
            break
        at += len(run.text)
    return at


def _where(record: Record, corpus: Corpus) -> tuple[str, str]:
    meeting = record.meeting if isinstance(record, Decision) else next(iter(record.meetings), "")
    held = corpus.meetings.get(meeting)
    bodies = record.bodies if isinstance(record, Decision) else held.bodies if held else ()
    convention = next((corpus.bodies[id_].convention for id_ in bodies if id_ in corpus.bodies), "")
    return convention, meeting if held else ""


def _ranks(corpus: Corpus) -> Callable[[Entry], tuple[object, ...]]:
    """The order of entries: by convention, newest meetings first; the text's own come last."""
    conventions = {id_: number for number, id_ in enumerate(corpus.conventions)}
    meetings = {id_: number for number, id_ in enumerate(corpus.meetings)}

    def rank(one: Entry) -> tuple[object, ...]:
        meeting = corpus.meetings.get(one.meeting)
        # Where nothing tells when a meeting sat, it is as old as its latest text.
        day = (meeting and meeting.last_day) or corpus.latest_adoption(one.meeting) or _NO_DAY
        return (
            one.own,
            conventions.get(one.convention, len(conventions)),
            -day.toordinal(),
            -meetings.get(one.meeting, -1),
        )

    return rank
