"""A decision or a document as it is read in a terminal: what is known of it, then its text."""

from __future__ import annotations

from collections.abc import Iterator

from acquis import text
from acquis.cli.grid import grid
from acquis.cli.typesetting import Typesetter, hanging
from acquis.exporters.json import opening
from acquis.model.address import official
from acquis.model.block import Figure, Paragraph, Reproduced, Table
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision, Version
from acquis.model.divide import divide
from acquis.model.document import Document
from acquis.model.unit import Division, Note, Unit
from acquis.opening import opened
from acquis.text import Style

_STEP = 4


def sheet(
    record: Decision | Document, version: Version, corpus: Corpus, typesetter: Typesetter
) -> Iterator[str]:
    """The lines of a record in one language."""
    decision = isinstance(record, Decision)
    return _Sheet(corpus, version.language, typesetter, decision).lines(record, version)


class _Sheet:
    """The setting of one text."""

    def __init__(
        self, corpus: Corpus, language: str, typesetter: Typesetter, decision: bool
    ) -> None:
        self.corpus = corpus
        self.decision = decision
        self.language = language
        self.set = typesetter

    def lines(self, record: Decision | Document, version: Version) -> Iterator[str]:
        if record.symbol:
            yield from self.set.plain(record.symbol, style=Style.STRONG)
        if version.title:
            yield from self.set.paragraph(version.title, style=Style.STRONG)
        if not record.symbol and not version.title:
            yield from self.set.plain(record.id, style=Style.STRONG)
        if version.subtitle:
            yield from self.set.paragraph(version.subtitle)
        yield from self.set.plain(" · ".join(self._facts(record)))
        if isinstance(record, Decision):
            for kind, names in record.relations.items():
                yield from self.set.plain(", ".join(names), f"{kind} ", "    ")
        if record.description:
            yield ""
            yield from self.set.paragraph(record.description)
        if not version.held:
            yield ""
            yield from self._whereabouts(record)
            return
        division = divide(version, decision=self.decision)
        yield from self._division(division, opening(division))

    # What is known of it

    def _facts(self, record: Decision | Document) -> Iterator[str]:
        yield record.kind
        if isinstance(record, Document):
            yield from map(self._meeting, record.meetings)
            return
        if record.status not in ("adopted", "listed"):
            yield record.status
        if record.adopted:
            at = f", {record.adopted_at}" if record.adopted_at else ""
            yield f"adopted {record.adopted.isoformat()}{at}"
        if record.meeting:
            yield self._meeting(record.meeting)
        if record.agenda_items:
            items = "agenda items" if len(record.agenda_items) > 1 else "agenda item"
            yield f"{items} {', '.join(record.agenda_items)}"
        if record.vote:
            vote = record.vote
            yield f"{vote.for_} for, {vote.against} against, {vote.abstaining} abstaining"

    def _meeting(self, id_: str) -> str:
        meeting = self.corpus.meetings.get(id_)
        return meeting.name.form(self.language) if meeting else id_

    def _whereabouts(self, record: Decision | Document) -> Iterator[str]:
        """Where the text is, as far as the data say it."""
        yield from self.set.plain("The text is not held here.")
        for url in official(record, self.corpus):
            yield from self.set.plain(url, "The official text: ", "    ")
        source = record.source
        if source is None:
            return
        if source.document:
            known = self.corpus.document(source.document)
            name = known.name if known else source.document
            part = f", paragraph {source.paragraph}" if source.paragraph else ""
            yield from self.set.plain(f"Source: {name}{part}", "", "    ")
        if source.url:
            yield from self.set.plain(source.url, "See ", "    ")
        if source.note:
            yield from self.set.paragraph(source.note)

    # The text

    def _division(self, division: Division, opened: str) -> Iterator[str]:
        if division.label:
            yield ""
            yield from self.set.plain(division.label, style=Style.STRONG)
            if division.title:
                yield from self.set.paragraph(division.title, style=Style.STRONG)
        for words, style in ((division.note, Style.PLAIN), (opened, Style.EMPHASIS)):
            if words:
                yield ""
                yield from self.set.paragraph(words, style=style)
        for unit in (*division.preamble, *division.operative):
            yield from self._unit(unit, 0)
        for part in division.parts:
            yield from self._division(part, part.opening)
        for annex in division.annexes:
            yield from self._division(annex, "")
        yield from self._notes(division.footnotes)

    def _unit(self, unit: Unit, indent: int) -> Iterator[str]:
        """A unit behind an empty line, and what stands in it; a quote has no line of its own."""
        if unit.kind != "quote":
            yield ""
        margin = " " * indent
        block = unit.block
        if isinstance(block, Paragraph):
            first, rest = hanging(unit.number, indent, _STEP)
            runs = text.parse(unit.text)
            if self.decision and unit.depth == 0 and unit.part != "annex":
                runs = opened(runs, self.language)
            yield from self.set.runs(runs, first, rest)
            indent += _STEP
        elif unit.kind == "heading":
            number = f"{unit.number} " if unit.number else ""
            first, rest = f"{margin}{number}", margin + " " * len(number)
            yield from self.set.paragraph(unit.text, first, rest, Style.STRONG)
        elif unit.kind == "quote":
            indent += _STEP
        elif unit.kind == "rule":
            yield f"{margin}{'* * *':^{self.set.columns - 2 * indent}}".rstrip()
        else:
            yield from self._other(unit, margin)
        for inner in (*unit.preamble, *unit.items):
            yield from self._unit(inner, indent)
        for inner in unit.then:
            # What goes on with a paragraph is flush with its words.
            flush = isinstance(inner.block, Paragraph)
            yield from self._unit(inner, indent - _STEP if flush else indent)

    def _other(self, unit: Unit, margin: str) -> Iterator[str]:
        block = unit.block
        if isinstance(block, Table):
            if unit.text:
                yield from self.set.paragraph(unit.text, margin, margin, Style.STRONG)
            yield from grid(block, self.set, margin)
        elif isinstance(block, Figure):
            yield from self.set.paragraph(block.alt, f"{margin}[figure] ", f"{margin}    ")
        elif isinstance(block, Reproduced):
            reproduced = self.corpus.decision(block.decision)
            if reproduced is None:
                yield from self.set.plain(f"[{block.decision}]", margin, margin)
                return
            version = reproduced.version(self.language)
            name = text.plain(version.title) or reproduced.name
            yield from self.set.plain(f"[{reproduced.slug}: {name}]", margin, f"{margin}    ")

    def _notes(self, notes: tuple[Note, ...]) -> Iterator[str]:
        if not notes:
            return
        yield ""
        yield "-" * 20
        for note in notes:
            yield from self.set.paragraph(note.text, *hanging(f"[{note.label}]", 0))
