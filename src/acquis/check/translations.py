"""Translations: the same tree of paragraphs, items, notes and annexes in every language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from acquis.align import Pair, counterparts
from acquis.check.divided import Divided, Record
from acquis.finding import Finding, Level, Rule
from acquis.model.block import NOWHERE
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.model.unit import Division, Unit
from acquis.position import Position

TRANSLATION_DIFFERS = Rule(
    "translation-differs",
    Level.ERROR,
    "A text and its translation are not of the same tree: a paragraph, an item, a heading, a "
    "footnote, an annex or the opening stands in one only, so that addresses lead to different "
    "passages. That a text does not go on after its items as the original does is a warning.",
    "correct the one that differs from the official text, or accept it with `allow` where the "
    "official texts differ",
)

#: How many units without counterpart a finding names.
_NAMED = 4


def differing(record: Record, divided: Divided) -> Iterator[Finding]:
    """Where the versions of a text differ in their tree from the original."""
    if not isinstance(record, Decision | Document) or len(record.versions) < 2:
        return
    original, *others = divided.texts(record)
    for text in others:
        if original.version.held and text.version.held:
            comparison = _Comparison(text.version.language, text.version.at)
            yield from comparison.divisions(original.division, text.division)


@dataclass(frozen=True, slots=True)
class _Comparison:
    """A translation that is held against its original."""

    language: str
    at: Position

    def divisions(self, one: Division, other: Division) -> Iterator[Finding]:
        """The differences of two divisions, and of those within them."""
        around = _place(other) or self.at
        source = _place(one)
        written = any(d.source and "opening" in d.source.spots for d in (one, other))
        if written and bool(one.opening) != bool(other.opening):
            has = "lacks the opening" if one.opening else "has an opening, which the original lacks"
            told = f"{_of(other)} of the original" if one.opening else _of(other)
            yield TRANSLATION_DIFFERS.at(around, f'"{self.language}" {has}{told}{_told(source)}')
        for kind in ("preamble", "operative"):
            name = other.anchor or ("the preamble" if kind == "preamble" else "the operative part")
            yield from self._row(getattr(one, kind), getattr(other, kind), name, around, source)
        yield from self._notes(one, other, around, source)
        for name in ("parts", "annexes"):
            ones, others = getattr(one, name), getattr(other, name)
            if len(ones) != len(others):
                message = (
                    f'the number of {name}{_of(other)} is {len(others)} in "{self.language}", '
                    f"and {len(ones)} in the original{_told(source)}"
                )
                yield TRANSLATION_DIFFERS.at(around, message)
            for left, right in zip(ones, others, strict=False):
                yield from self.divisions(left, right)

    def _row(
        self,
        ones: Sequence[Unit],
        others: Sequence[Unit],
        name: str,
        around: Position,
        source: Position,
    ) -> Iterator[Finding]:
        """The differences of two rows of units, and of what stands in those that are paired."""
        if not (ones or others):
            return
        pairs = counterparts(ones, others)
        if any(one is None or other is None for one, other in pairs):
            yield self._unpaired(pairs, name, around, source)
        for one, other in pairs:
            if one is not None and other is not None and (_holds(one) or _holds(other)):
                yield from self._within(one, other)

    def _within(self, one: Unit, other: Unit) -> Iterator[Finding]:
        at, source = other.block.at, one.block.at
        if one.preamble or other.preamble:
            preamble = f"the preamble of {other.anchor}"
            yield from self._row(one.preamble, other.preamble, preamble, at, source)
        if one.items or other.items:
            yield from self._row(one.items, other.items, other.anchor, at, source)
        if len(one.then) > len(other.then):
            message = (
                f'"{self.language}" does not go on after {other.anchor} as the original does'
                f"{_told(one.then[len(other.then)].block.at)}"
            )
            yield TRANSLATION_DIFFERS.at(at, message, level=Level.WARNING)
        elif other.then:
            yield from self._row(one.then, other.then, f"{other.anchor}, continued", at, source)

    def _unpaired(
        self, pairs: Sequence[Pair[Unit]], name: str, around: Position, source: Position
    ) -> Finding:
        """What has no counterpart in a row, at the place of the first difference."""
        missing = [one for one, other in pairs if other is None and one is not None]
        surplus = [other for one, other in pairs if one is None and other is not None]
        said = []
        if missing:
            where = missing[0].block.at
            said.append(f"lacks {_names(missing)} of the original{_told(where)}")
        if surplus:
            said.append(f"has {_names(surplus)}, which the original lacks{_told(source)}")
        first = surplus[0].block.at if surplus else _before(pairs, around)
        message = f'in {name}, "{self.language}" {" and ".join(said)}'
        return TRANSLATION_DIFFERS.at(first, message)

    def _notes(
        self, one: Division, other: Division, around: Position, source: Position
    ) -> Iterator[Finding]:
        ours = {note.label: note for note in other.footnotes}
        theirs = {note.label: note for note in one.footnotes}
        missing = [label for label in theirs if label not in ours]
        surplus = [label for label in ours if label not in theirs]
        if missing:
            at = theirs[missing[0]].footnote.at
            message = f'"{self.language}" lacks {_labels(missing)} of the original{_told(at)}'
            yield TRANSLATION_DIFFERS.at(around, message)
        if surplus:
            at = ours[surplus[0]].footnote.at
            message = f'"{self.language}" has {_labels(surplus)}, which the original lacks'
            yield TRANSLATION_DIFFERS.at(at, f"{message}{_told(source)}")


def _holds(unit: Unit) -> bool:
    """Whether there are units within a unit."""
    return bool(unit.items or unit.then or unit.preamble)


def _place(division: Division) -> Position:
    return division.source.at if division.source is not None else NOWHERE


def _of(division: Division) -> str:
    return f" in {division.anchor}" if division.anchor else ""


def _told(position: Position) -> str:
    return f" ({position.file}:{position.line})" if position.file else ""


def _names(units: Sequence[Unit]) -> str:
    more = f" and {len(units) - _NAMED} more" if len(units) > _NAMED else ""
    return ", ".join(unit.anchor for unit in units[:_NAMED]) + more


def _labels(labels: Sequence[str]) -> str:
    noun = "footnote" if len(labels) == 1 else "footnotes"
    more = f" and {len(labels) - _NAMED} more" if len(labels) > _NAMED else ""
    return f"{noun} {', '.join(labels[:_NAMED])}{more}"


def _before(pairs: Sequence[Pair[Unit]], around: Position) -> Position:
    """The place of the unit behind which the first one is missing."""
    place = around
    for _, other in pairs:
        if other is None:
            break
        place = other.block.at
    return place
