"""Tokens: the words and symbols of citing, found in one pass over a text.

Most words of most texts cite nothing. So the numbers of symbols and a few telling words are looked
for first, which is quick, and only what stands near to them is looked at closely.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from acquis.citation.form import Form
from acquis.citation.sign import Sign, signs
from acquis.citation.words import Words

Kind = Literal["symbol", "noun", "body", "unit", "here", "within", "same", "ibid"]

#: How far before a number its noun, its body and its parts may stand, and how far after it.
_BEFORE, _AFTER = 100, 60
_LONGEST_SYMBOL = 60
_LONGEST_BETWEEN = 9
#: What symbols have before their first digits: these signs, and letters and digits before those.
_NOT_OF_SYMBOLS = "\u2e80"
_SIGNS_OF_SYMBOLS = frozenset("/.-\u2010\u2011\u2012\u2013")
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


@dataclass(frozen=True, slots=True, eq=False)
class Scanner:
    """Finds the tokens of one language; made once, used for every text.

    `pivots` are the signs of which each symbol has one behind its first digits (none where that
    cannot be told), `numbers` a digit and what follows the first digits. `symbols` are whole
    symbols, by groups that `forms` explains. `beginnings` finds how words of citing begin, and
    `nouns` has the words that begin so, by groups that `told` explains.
    """

    words: Words
    pivots: tuple[str, ...]
    numbers: re.Pattern[str]
    symbols: re.Pattern[str]
    forms: Mapping[str, tuple[Form, ...]]
    beginnings: re.Pattern[str]
    nouns: Mapping[str, re.Pattern[str]]
    told: Mapping[str, tuple[Kind, str]]
    bodies: Sequence[tuple[re.Pattern[str], str]]
    after: Mapping[str, re.Pattern[str]]
    hints: Sequence[tuple[str, re.Pattern[str] | None]]
    #: What each name was found to mean.
    meant: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def places(self, text: str) -> tuple[list[int], list[int]]:
        """Where a symbol's first digits end, and where telling words are."""
        if not self.pivots:
            return [one.start() for one in self.numbers.finditer(text)], self._hints(text)
        numbers = []
        match = self.numbers.match
        for pivot in self.pivots:
            place = text.find(pivot)
            while place > 0:
                digits = place - 1
                if not text[digits].isdecimal():  # spaces or letters stand between
                    digits = _digits(text, digits)
                if digits >= 0 and match(text, digits):
                    numbers.append(digits)
                place = text.find(pivot, place + 1)
        if len(self.pivots) > 1:
            numbers = sorted(set(numbers))
        return numbers, self._hints(text)

    def _hints(self, text: str) -> list[int]:
        hints = []
        for hint, sure in self.hints:
            place = text.find(hint)
            while place >= 0:
                if sure is None or sure.match(text, place):
                    hints.append(place)
                place = text.find(hint, place + len(hint))
        return hints

    def tokens(self, text: str, numbers: Sequence[int], hints: Sequence[int]) -> list[Token]:
        """The tokens of a text near to its `places`, in order, none over another."""
        found = self._symbols(text, numbers)
        prefixed, nouns = self.words.prefix, self.nouns
        for opening, closing in _windows(numbers, hints):
            end = 0
            for beginning in self.beginnings.finditer(text, opening, closing):
                start = beginning.start()
                if prefixed:
                    start = _word(text, start, end)
                if start < end:
                    continue
                match = nouns[beginning[0]].match(text, start)
                token = self._token(match, text) if match is not None else None
                if token is not None:
                    found.append(token)
                    end = token.end
        if len(found) < 2:
            return found
        found.sort()
        return _apart(found)

    def _symbols(self, text: str, numbers: Sequence[int]) -> list[Token]:
        """The symbols whose first digits end at these places."""
        found: list[Token] = []
        search = self.symbols.search
        end = 0
        for place in numbers:
            if place < end:
                continue
            start = place
            lowest = max(end, place - _LONGEST_SYMBOL)
            while start > lowest:
                before = text[start - 1]
                if before == " " or not (before.isalnum() or before in _SIGNS_OF_SYMBOLS):
                    break
                if before >= _NOT_OF_SYMBOLS:
                    break
                start -= 1
            match = search(text, start, place + _LONGEST_SYMBOL)
            shape = match.lastgroup if match is not None else None
            if match is not None and shape and match.start() <= place:
                start, end = match.span()
                found.append(Token(start, end, "symbol", shape, self.forms[shape]))
        return found

    def _token(self, match: re.Match[str], text: str) -> Token | None:
        kind, name = self.told[match.lastgroup or ""]
        start, end = match.span()
        if kind == "unit":
            return self._unit(name, start, end, text)
        if kind == "body":
            return Token(start, end, kind, bodies=self._meant(match[0], text, start))
        return Token(start, end, kind, name)

    def _meant(self, name: str, text: str, start: int) -> tuple[str, ...]:
        """The bodies that a name may mean; none where a capital before it makes it another's."""
        if self.words.named_after_capitals and not re.search(r"\s", name):
            before = _CAPITAL.search(text, max(0, start - 30), start)
            if before is not None and before.start() > 0:
                return ()
        meant = self.meant.get(name)
        if meant is None:
            known = (body for called, body in self.bodies if called.fullmatch(name))
            meant = self.meant[name] = tuple(dict.fromkeys(known))
        return meant

    def _unit(self, name: str, start: int, end: int, text: str) -> Token | None:
        unit, _, number = name.partition("_")
        known = self.words.units[unit]
        many = number == "many" or known.one == known.many
        found = tuple(signs(text, end, known, self.words, several=many))
        if known.after:
            for other, after in self.after.items():
                closing = after.match(text, found[-1].end) if found else None
                if closing is not None:
                    return Token(start, closing.end(), "unit", other, signs=found)
            return None
        if not found and unit not in ("annex", "appendix"):
            return None
        return Token(start, found[-1].end if found else end, "unit", unit, signs=found)


def _windows(numbers: Sequence[int], hints: Sequence[int]) -> list[tuple[int, int]]:
    """The stretches of a text that can hold citations, apart from one another."""
    if len(numbers) + len(hints) == 1:
        place = numbers[0] if numbers else hints[0]
        return [(max(0, place - _BEFORE), place + _AFTER)]
    found: list[tuple[int, int]] = []
    opening = closing = -1
    for place in sorted([*numbers, *hints]):
        if place - _BEFORE > closing:
            if closing >= 0:
                found.append((opening, closing))
            opening = max(0, place - _BEFORE)
        closing = place + _AFTER
    if closing >= 0:
        found.append((opening, closing))
    return found


def _digits(text: str, place: int) -> int:
    """The last digit before spaces and a letter or two, such as stand in 217 A (III); else -1."""
    for back in range(place, max(place - _LONGEST_BETWEEN, -1), -1):
        if text[back].isdecimal():
            return back
    return -1


def _word(text: str, start: int, end: int) -> int:
    """Where the word begins that a place is in."""
    while start > end and text[start - 1].isalpha():
        start -= 1
    return start


def _apart(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without those that begin inside of one before."""
    found: list[Token] = []
    end = 0
    for token in tokens:
        if token.start >= end:
            found.append(token)
            end = token.end
    return found
