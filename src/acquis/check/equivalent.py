"""Translations, passage by passage: the same numbers, dates and citations in every language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from acquis import text as marks
from acquis.align import (
    Figures,
    NumberWords,
    answering,
    figures,
    number_words,
    sure_numbers,
)
from acquis.check.divided import Divided, Record, Text
from acquis.citation import Citation
from acquis.finding import Finding, Level, Rule
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.model.unit import Unit
from acquis.opening import vocabulary
from acquis.position import Position

TRANSLATION_NUMBER = Rule(
    "translation-number",
    Level.WARNING,
    "A number, an amount or a date stands in a passage in one language, in figures or in words, "
    "and another in its place in the other language; or a paragraph bears another number there.",
    "correct the one that differs from the official text, or accept it with `allow` where the "
    "official texts differ",
)
TRANSLATION_CITATION = Rule(
    "translation-citation",
    Level.WARNING,
    "A passage cites a text, or a part of one, that its counterpart in another language does not "
    "cite.",
    "correct the one that differs from the official text, or accept it with `allow` where the "
    "official texts differ",
)
TRANSLATION_LANGUAGE = Rule(
    "translation-language",
    Level.WARNING,
    "A text is not in the language in which it is said to be: its paragraphs open with the words "
    "of another.",
    "put the text in its language here, or move it to the folder of the language that it is in",
)

#: Below this, one language may write a number in words where the other has figures.
_WORDS = 32
_LARGE = 1000
_YEARS = range(1900, 2101)
#: A number that is so round may stand in words.
_ROUND = 100
_DIGITS = re.compile(r"\d\d*+")
#: More differences than this, in a third of the passages, mean that the text is another.
_MANY = 6
_OTHER = "look whether it is the translation of this text, and not of another"
#: So many paragraphs tell the language of a text.
_TELLING = 3


class _Passage(NamedTuple):
    """The plain words of a unit or a footnote, with its anchor and place."""

    anchor: str
    words: str
    at: Position


@dataclass(frozen=True, slots=True)
class _Facing:
    """An original and one of its translations, unit by unit and passage by passage."""

    original: Text
    text: Text
    units: Sequence[tuple[Unit, Unit]]
    passages: Sequence[tuple[_Passage, _Passage]]


def numbers(record: Record, divided: Divided) -> Iterator[Finding]:
    """Where figures differ from the original's, and the printed numbers of paragraphs."""
    of_original: dict[str, Figures] = {}
    for facing in _translated(record, divided):
        text, spoken = facing.text, facing.original.version.language
        language = text.version.language
        found, count = [], 0
        for one, other in facing.passages:
            ours = figures(other.words, language)
            theirs = of_original.get(one.words)
            if theirs is None:
                theirs = of_original[one.words] = figures(one.words, spoken)
            count += bool(ours.numbers and theirs.numbers)
            said = None if ours.same(theirs) else _differing(ours, theirs)
            if not said and sure_numbers(one.words, spoken):
                ours_written = number_words(other.words, language)
                said = _written_otherwise(
                    ours_written, ours, number_words(one.words, spoken), theirs
                )
            if said:
                message = f'in {other.anchor}, "{language}" has {said[0]}{_in(one, said[1])}'
                found.append(TRANSLATION_NUMBER.at(other.at, message))
        if len(found) > _MANY and len(found) * 3 > count:
            message = f'"{language}" has other numbers in {len(found)} of {count} passages'
            found = [TRANSLATION_NUMBER.at(text.version.at, message, _OTHER)]
        yield from found
        yield from _printed(facing)


def citations(record: Record, divided: Divided) -> Iterator[Finding]:
    """Where what is cited differs from what the original cites there."""
    if not isinstance(record, Decision | Document) or len(record.versions) < 2:
        return
    found: dict[str, dict[str, list[Citation]]] = {}
    for citation in divided.citations(record):
        in_language = found.setdefault(citation.language, {})
        in_language.setdefault(citation.anchor, []).append(citation)
    for facing in _translated(record, divided):
        text = facing.text
        language = text.version.language
        theirs, ours = found.get(facing.original.version.language, {}), found.get(language, {})
        differing = []
        for one, other in facing.passages:
            if one.anchor not in theirs and other.anchor not in ours:
                continue
            said = _cited(theirs.get(one.anchor, ()), ours.get(other.anchor, ()), one, other)
            if said:
                message = f'in {other.anchor}, "{language}" cites {said[0]}{_in(one, said[1])}'
                differing.append(TRANSLATION_CITATION.at(other.at, message))
        if len(differing) > _MANY and len(differing) * 3 > len(theirs):
            message = f'"{language}" cites other texts in {len(differing)} passages'
            differing = [TRANSLATION_CITATION.at(text.version.at, message, _OTHER)]
        yield from differing


def languages(record: Record, divided: Divided) -> Iterator[Finding]:
    """Whether texts are in the language in which they are said to be."""
    if not isinstance(record, Decision):
        return
    known = [one for one in divided.corpus.languages if vocabulary(one).openings]
    for text in divided.texts(record):
        own = text.version.language
        if own not in known:
            continue
        units = (*text.division.preamble, *text.division.operative)
        words = [marks.plain(unit.text) for unit in units if unit.kind == "paragraph"]
        enough = (len(words) + 1) // 2
        opened = Counter({own: _opened(words, own, enough)})
        if opened[own] == enough:
            continue  # no other language can open twice as many
        opened.update(
            {
                language: _opened(words, language, len(words))
                for language in known
                if language != own
            }
        )
        likely = max(known, key=lambda language: (opened[language], language == own))
        if opened[likely] >= _TELLING and opened[likely] > 2 * opened[own]:
            message = f'the text in "{own}" opens its paragraphs with the words of "{likely}"'
            yield TRANSLATION_LANGUAGE.at(text.version.at, message)


def _opened(words: Iterable[str], language: str, enough: int) -> int:
    """How many of the paragraphs open with words of a language; no more than are enough."""
    opens = vocabulary(language).opens
    return sum(1 for _ in islice(filter(opens, words), enough))


def _translated(record: Record, divided: Divided) -> Sequence[_Facing]:
    """The original of a record with each of its translations."""
    if not isinstance(record, Decision | Document) or len(record.versions) < 2:
        return ()
    return divided.of_record(record, _facing)


def _facing(divided: Divided, record: Record) -> Sequence[_Facing]:
    original, *others = divided.texts(record)
    if not original.version.held:
        return ()
    # An original stands beside each of its translations.
    of_units: dict[str, _Passage] = {}
    found = []
    for text in others:
        if text.version.held:
            units = answering(original.division, text.division)
            passages = [*_of_units(units, of_units), *_of_notes(original, text)]
            found.append(_Facing(original, text, units, passages))
    return found


def _of_units(
    units: Iterable[tuple[Unit, Unit]], of_units: dict[str, _Passage]
) -> Iterator[tuple[_Passage, _Passage]]:
    """The passages of units; those of the original are kept in `of_units`, by anchor."""
    for one, other in units:
        passage = of_units.get(one.anchor)
        if passage is None:
            passage = of_units[one.anchor] = _of(one)
        yield passage, _of(other)


def _of_notes(original: Text, text: Text) -> Iterator[tuple[_Passage, _Passage]]:
    """The footnotes of the same label."""
    for left, right in zip(original.division.divisions(), text.division.divisions(), strict=False):
        notes = {note.label: note for note in right.footnotes}
        if [note.label for note in left.footnotes] != [note.label for note in right.footnotes]:
            continue  # where one is missing, the same label may be another note
        for note in left.footnotes:
            answer = notes.get(note.label)
            if answer is not None:
                yield (
                    _Passage(note.anchor, marks.plain(note.text), note.footnote.at),
                    _Passage(answer.anchor, marks.plain(answer.text), answer.footnote.at),
                )


def _of(unit: Unit) -> _Passage:
    return _Passage(unit.anchor, marks.plain(unit.text), unit.block.at)


def _printed(facing: _Facing) -> Iterator[Finding]:
    """Paragraphs whose number is another in the translation."""
    text = facing.text
    for one, other in facing.units:
        if one.number == other.number:
            continue
        ours, theirs = _DIGITS.findall(other.number), _DIGITS.findall(one.number)
        if one.kind == "paragraph" and ours and theirs and ours != theirs:
            where = _Passage(one.anchor, "", one.block.at)
            message = (
                f'"{text.version.language}" prints the number {other.number} before {other.anchor}'
                f"{_in(where, one.number)}"
            )
            yield TRANSLATION_NUMBER.at(other.block.at, message)


def _differing(ours: Figures, theirs: Figures) -> tuple[str, str] | None:
    """What a translation has and what the original has in its place, where they differ."""
    surplus, missing = ours.apart(theirs), theirs.apart(ours)
    days = ours.days | theirs.days
    pairs = (
        (surplus & days, missing & days),
        (set(filter(_telling, surplus)), set(filter(_telling, missing))),
    )
    for here, there in pairs:
        if here and there:
            return _named(here), _named(there)
    here, there = set(filter(_unmistakable, surplus)), set(filter(_unmistakable, missing))
    if here or there:
        return _named(here) or "no such number", _named(there) or "none such"
    here, there = (set(map(Decimal, one)) for one in _apart(ours.months, theirs.months))
    if here and there:
        return f"month {_named(here)}", f"month {_named(there)}"
    return None


def _written_otherwise(
    ours: NumberWords, here: Figures, theirs: NumberWords, there: Figures
) -> tuple[str, str] | None:
    """The number in words that a translation has and the one that the original has in its place.

    They are sure where each text has exactly one that the other has in no way.
    """
    surplus = _in_words(ours) - _in_words(theirs, possible=True) - there.numbers
    missing = _in_words(theirs) - _in_words(ours, possible=True) - here.numbers
    if len(surplus) == len(missing) == 1:
        return f"{_named(surplus)} in words", _named(missing)
    return None


def _in_words(found: NumberWords, *, possible: bool = False) -> frozenset[Decimal]:
    return frozenset(map(Decimal, found.possible if possible else found.sure))


def _apart(one: frozenset[int], other: frozenset[int]) -> tuple[frozenset[int], frozenset[int]]:
    return one - other, other - one


def _telling(value: Decimal) -> bool:
    """Whether a number is hardly written in words, so that another in its place is a fault."""
    return value >= _WORDS or value % 1 != 0


def _unmistakable(value: Decimal) -> bool:
    """Whether a number is neither written in words nor a year that one language repeats."""
    return value >= _LARGE and value % _ROUND != 0 and value not in _YEARS


def _named(values: Iterable[Decimal]) -> str:
    return ", ".join(f"{value:f}" for value in sorted(values))


def _in(one: _Passage, words: str) -> str:
    """What the original has instead, with its place."""
    where = f" ({one.at.file}:{one.at.line})" if one.at.file else ""
    return f" where the original has {words}{where}"


def _cited(
    theirs: Sequence[Citation], ours: Sequence[Citation], one: _Passage, other: _Passage
) -> tuple[str, str] | None:
    """What a translation cites and what the original cites in its place, where they differ."""
    here, there = _by_symbol(ours, other), _by_symbol(theirs, one)
    surplus = [symbol for symbol in here if symbol not in there and not _bears(one, symbol)]
    missing = [symbol for symbol in there if symbol not in here and not _bears(other, symbol)]
    if surplus or missing:
        return ", ".join(surplus) or "nothing", ", ".join(missing) or "nothing"
    for symbol, parts in here.items():
        answer = there.get(symbol, [])
        # Parts of one kind: a section is a part in some languages.
        alike = [_DIGITS.sub("", part) for part in parts] == [_DIGITS.sub("", p) for p in answer]
        if parts != answer and alike:
            return f"{', '.join(parts)} of {symbol}", ", ".join(answer)
    return None


def _by_symbol(found: Sequence[Citation], passage: _Passage) -> dict[str, list[str]]:
    """The parts of each text that is cited by its own numbers, in order."""
    result: dict[str, list[str]] = {}
    for citation in found:
        if citation.symbol and citation.kind in ("text", "document"):
            result.setdefault(citation.symbol, []).append(citation.part)
    if not result:
        return {}
    borne = _digits(passage.words)
    return {
        symbol: sorted(set(parts)) for symbol, parts in result.items() if _digits(symbol) <= borne
    }


def _bears(passage: _Passage, symbol: str) -> bool:
    """Whether the numbers of a symbol stand in a passage, in whatever form they are cited."""
    return _digits(symbol) <= _digits(passage.words)


@lru_cache(maxsize=2048)
def _digits(words: str) -> frozenset[str]:
    """The digits that stand together in words."""
    return frozenset(_DIGITS.findall(words))
