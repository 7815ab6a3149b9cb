"""Tokens: the words and symbols of citing, found in one pass over a text.

Most words of most texts cite nothing. So the numbers of symbols and a few telling words are looked
for first, which is quick, and only what stands near to them is looked at closely.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain
from typing import Literal, NamedTuple

from acquis.citation.form import Form
from acquis.citation.hint import Hints
from acquis.citation.sign import Sign, ordinals_after, ordinals_before, signs
from acquis.citation.words import Words

Kind = Literal["symbol", "noun", "body", "unit", "here", "within", "same", "ibid"]

#: How far before a hint the words of citing may begin that go with it, how far after.
_BEFORE, _AFTER = 100, 60
_LONGEST_BETWEEN = 9
_CAPITAL = re.compile(r"(?<![.;:]\s)\b[A-Z]\w+\s$")


class Token(NamedTuple):
    """A word or symbol of citing, from `start` to before `end`.

    `name` is the noun's kind, the unit or a symbol's shape. `forms` are those of that shape;
    `bodies` the ids that a body's name may mean, none for a body that the data do not have.
    `signs` are a unit's numbers.
    """

    start: int
    end: int
    kind: Kind
    name: str = ""
    forms: tuple[Form, ...] = ()
    bodies: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()


#: Makes a token of all of its fields, which takes a third of the time.
_made = tuple.__new__


class Told(NamedTuple):
    """What a mark tells: a token's kind and name, and what may be written together before it."""

    kind: Kind
    name: str = ""
    prefix: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Scanner:
    """Finds the tokens of one language; made once, used for every text.

    `pivots` are the signs of which each symbol has one behind its first digits (none where that
    cannot be told), and whether spaces or letters may stand before it; `numbers` finds a digit and
    what follows the first digits. `marks` finds the words of citing and the beginnings of symbols;
    its last group tells which of `told` a word is. A character is before each, but in
    languages that write words together. `symbols` are whole symbols, by groups that `forms`
    explains.
    """

    words: Words
    pivots: Mapping[str, bool]
    numbers: re.Pattern[str]
    marks: re.Pattern[str]
    told: Sequence[Told]
    symbols: re.Pattern[str]
    forms: Mapping[str, tuple[Form, ...]]
    bodies: Sequence[tuple[re.Pattern[str], str]]
    after: Mapping[str, re.Pattern[str]]
    preamble: re.Pattern[str] | None
    hints: Hints
    #: What each name was found to mean.
    meant: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def telling(
        self, texts: Sequence[Sequence[str]], notes: Sequence[int]
    ) -> list[dict[int, list[int] | None]]:
        """The passages that may cite, text by text, by their place: each with those of its hints.

        None instead where there may be a symbol. All are looked through as one, since most have
        nothing. From the place `notes` on a text's passages are footnotes.
        """
        passages = list(chain.from_iterable(texts))
        joined = "\n".join(passages)
        ends = list(accumulate([len(passage) + 1 for passage in passages]))
        firsts = list(accumulate(map(len, texts), initial=0))
        found: list[dict[int, list[int] | None]] = [{} for _ in texts]
        for index in self._numbered(joined, ends):
            text = bisect_right(firsts, index) - 1
            found[text][index - firsts[text]] = None
        noted = [
            (ends[first + note - 1] if first + note else 0, ends[last - 1] if last else 0)
            for first, note, last in zip(firsts, notes, firsts[1:], strict=False)
        ]
        for hint in self.hints.places(joined, noted):
            index = bisect_right(ends, hint)
            text = bisect_right(firsts, index) - 1
            hints = found[text].setdefault(index - firsts[text], [])
            if hints is not None:
                hints.append(hint - (ends[index - 1] if index else 0))
        return found

    def _numbered(self, joined: str, ends: Sequence[int]) -> Iterator[int]:
        """The texts in which something looks like the number of a symbol; `ends` are theirs."""
        match = self.numbers.match
        for pivot, apart in self.pivots.items():
            place = joined.find(pivot)
            while place > 0:
                digits = place - 1
                if not joined[digits].isdecimal():
                    digits = _before(joined, digits) if apart else -1
                if digits >= 0 and match(joined, digits):
                    index = bisect_right(ends, place)
                    yield index
                    place = ends[index] - 1
                place = joined.find(pivot, place + 1)
        if not self.pivots:
            for number in self.numbers.finditer(joined):
                yield bisect_right(ends, number.start())

    def tokens(self, text: str, hints: Sequence[int] | None) -> list[Token]:
        """The symbols and words of citing in a text, in order, none over another.

        Only those near to one of the `hints`, if these are given.
        """
        found: list[Token] = []
        padded = f"\n{text}"  # so that a character is before the first word, too
        lead = 0 if self.words.joined or self.words.prefix else 1
        told, symbols, forms = self.told, self.symbols.match, self.forms
        behind = 0
        windows = [(0, len(padded))] if hints is None else _windows(hints)
        for opening, closing in windows:
            for mark in self.marks.finditer(padded, opening, closing):
                start = mark.start() + lead - 1
                if start < behind:
                    continue
                which = mark.lastindex
                if which is not None:
                    token = self._word(told[which - 1], text, start, mark.end() - 1, behind)
                    if token is None:
                        continue
                    found.append(token)
                    start = behind = token[1]
                    if not text[behind : behind + 1].isdecimal():
                        continue  # else a symbol is written together with it
                match = symbols(text, start)
                if match is not None:
                    behind, shape = match.end(), match.lastgroup or ""
                    found.append(
                        _made(Token, (start, behind, "symbol", shape, forms[shape], (), ()))
                    )
        return found

    def _word(self, one: Told, text: str, start: int, end: int, behind: int) -> Token | None:
        """The word of citing that stands there; None where it is only in another word."""
        kind, name, prefix = one
        if prefix is not None:
            place = start
            while start > behind and text[start - 1].isalpha():
                start -= 1
            if not prefix.fullmatch(text, start, place):
                return None
        if kind == "unit":
            return self._unit(name, start, end, text, behind)
        bodies = self._meant(text, start, end) if kind == "body" else ()
        return _made(Token, (start, end, kind, name, (), bodies, ()))

    def _meant(self, text: str, start: int, end: int) -> tuple[str, ...]:
        """The bodies that a name may mean; none where a capital before it makes it another's."""
        name = text[start:end]
        if self.words.named_after_capitals and not (" " in name or "\u00a0" in name):
            lowest = max(0, start - 30)
            space = text.rfind(" ", lowest, max(lowest, start - 1))
            capital = not text[max(lowest, space) : start].islower()
            before = _CAPITAL.search(text, lowest, start) if capital else None
            if before is not None and before.start() > 0:
                return ()
        meant = self.meant.get(name)
        if meant is None:
            known = (body for called, body in self.bodies if called.fullmatch(name))
            meant = self.meant[name] = tuple(dict.fromkeys(known))
        return meant

    def _unit(self, name: str, start: int, end: int, text: str, behind: int) -> Token | None:
        unit, _, number = name.partition("_")
        known = self.words.units[unit]
        many = number == "many" or known.one == known.many
        found = signs(text, end, known, self.words, several=many)
        end = found[-1].end if found else end
        if known.after:
            for other, after in self.after.items():
                closing = after.match(text, end)
                if closing is not None and self.words.units[other].one == known.one and found:
                    return _made(Token, (start, closing.end(), "unit", other, (), (), tuple(found)))
            return None
        if unit == "para" and self.preamble is not None:
            further = found or ordinals_after(text, end, self.words)
            closing = self.preamble.match(text, further[-1].end if further else end)
            if closing is not None:
                unit, found, end = "preamble", further, closing.end()
        if unit == "preamble" and not found:
            found = ordinals_before(text, behind, start, self.words)
            start = found[0].start if found else start
        if not found and unit not in ("annex", "appendix"):
            return None
        return _made(Token, (start, end, "unit", unit, (), (), tuple(found)))


def _before(text: str, place: int) -> int:
    """The last digit before spaces and a letter or two, such as stand in 217 A (III); else -1."""
    for back in range(place, max(place - _LONGEST_BETWEEN, -1), -1):
        character = text[back]
        if character.isdecimal():
            return back
        if character.islower():
            return -1
    return -1


def _windows(hints: Sequence[int]) -> list[tuple[int, int]]:
    """The stretches of a text near to hints, apart from one another."""
    found: list[tuple[int, int]] = []
    for hint in sorted(hints):
        opening, closing = max(0, hint - _BEFORE), hint + _AFTER
        if found and opening <= found[-1][1]:
            opening = found.pop()[0]
        found.append((opening, closing))
    return found
