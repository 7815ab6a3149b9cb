"""Tokens: the words and symbols of citing, found in one pass over a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from acquis.citation.form import Form, alternatives, forms
from acquis.citation.sign import Sign, loose, signs, spaced
from acquis.citation.words import Words
from acquis.model.institution import Body

Kind = Literal["symbol", "noun", "body", "unit", "here", "within", "same", "ibid"]

_BEFORE = r"(?<![A-Za-z0-9/.])"
_AFTER = r"(?![A-Za-z0-9]|/[A-Za-z0-9]|\.[0-9])"
#: How far before a symbol its noun, its body and the parts of it may stand, and how far after it.
_BEFORE_SYMBOL = 160
_AFTER_SYMBOL = 160
_CAPITAL = re.compile(r"(?<![.;:]\s)\b[A-Z]\w+\s$")
_HYPHENS = "-\u2010\u2011\u2012\u2013"


class Token(NamedTuple):
    """A word or symbol of citing, from `start` to before `end`.

    `name` is the noun's kind or the unit. `forms` are those that a symbol fits; `bodies` the ids
    that a body's name may mean, none for a body that the data do not have. `signs` are a unit's
    numbers.
    """

    kind: Kind
    start: int
    end: int
    name: str = ""
    forms: tuple[Form, ...] = ()
    bodies: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True)
class Scanner:
    """Finds the tokens of one language; made once, used for every text."""

    words: Words
    regex: re.Pattern[str]
    numbers: re.Pattern[str] | None
    by_group: Mapping[str, tuple[Form, ...]]
    bodies: Sequence[tuple[re.Pattern[str], str]]
    after: Mapping[str, re.Pattern[str]]

    def tokens(self, text: str) -> Iterator[Token]:
        """The tokens of a text, in order, none over another.

        Only what stands near to a symbol's numbers or to a telling word is looked at closely:
        most words of most texts cite nothing.
        """
        end = 0
        for opening, closing in self._windows(text):
            for match in self.regex.finditer(text, max(opening, end), closing):
                group = match.lastgroup
                if group is None or match.start() < end:
                    continue
                token = self._token(group, match, text)
                if token is not None:
                    end = token.end
                    yield token

    def _windows(self, text: str) -> list[tuple[int, int]]:
        """The stretches of a text that can hold citations, apart from one another."""
        if len(text) <= _BEFORE_SYMBOL:
            return [(0, len(text))]
        places = []
        if self.numbers is not None:
            places = [match.start() for match in self.numbers.finditer(text)]
        for hint in self.words.hints:
            place = text.find(hint)
            while place >= 0:
                places.append(place)
                place = text.find(hint, place + len(hint))
        places.sort()
        found: list[tuple[int, int]] = []
        for place in places:
            opening, closing = place - _BEFORE_SYMBOL, place + _AFTER_SYMBOL
            if found and opening <= found[-1][1]:
                found[-1] = (found[-1][0], closing)
            else:
                found.append((max(0, opening), closing))
        return found

    def _token(self, group: str, match: re.Match[str], text: str) -> Token | None:
        start, end = match.span()
        if group in self.by_group:
            return Token("symbol", start, end, forms=self.by_group[group])
        kind, _, name = group.partition("_")
        if kind == "unit":
            return self._unit(name, start, end, text)
        if kind == "body":
            return Token("body", start, end, bodies=self._meant(match[0], text, start))
        return Token(kind, start, end, name)  # type: ignore[arg-type]

    def _meant(self, name: str, text: str, start: int) -> tuple[str, ...]:
        """The bodies that a name may mean; none where a capital before it makes it another's."""
        if self.words.named_after_capitals and not re.search(r"\s", name):
            before = _CAPITAL.search(text, max(0, start - 30), start)
            if before is not None and before.start() > 0:
                return ()
        known = (body for called, body in self.bodies if called.fullmatch(name))
        return tuple(dict.fromkeys(known))

    def _unit(self, name: str, start: int, end: int, text: str) -> Token | None:
        unit, _, number = name.partition("_")
        known = self.words.units[unit]
        many = number == "many" or known.one == known.many
        found = signs(text, end, known, self.words, several=many)
        if known.after:
            place = found[-1].end if found else end
            for other, after in self.after.items():
                closing = after.match(text, place)
                if closing is not None and found:
                    return Token("unit", start, closing.end(), other, signs=tuple(found))
            return None
        if not found and unit not in ("annex", "appendix"):
            return None
        return Token("unit", start, found[-1].end if found else end, unit, signs=tuple(found))


def scanner(bodies: Sequence[Body], language: str, words: Words) -> Scanner:
    """The scanner of a language for the bodies that the data know."""
    by_shape: dict[str, list[Form]] = {}
    for body in bodies:
        for form in forms(body, language, words):
            by_shape.setdefault(form.shape, []).append(form)
    ordered = sorted(by_shape, key=lambda shape: (-by_shape[shape][0].rank, -len(shape), shape))
    groups = {f"symbol{place}": tuple(by_shape[shape]) for place, shape in enumerate(ordered)}
    called = [
        (_named(name, words), body.id) for body in bodies for name in body.called.get(language, ())
    ]
    symbols = "|".join(
        f"(?P<symbol{place}>{f'(?<![{_HYPHENS}])' if by_shape[shape][0].bare else ''}{shape})"
        for place, shape in enumerate(ordered)
    )
    nouns = "|".join(_words(words, (name for name, _ in called)))
    edge, closing = ("", "") if words.joined else (r"(?<!\w)", r"(?!\w)")
    parts = [f"{edge}(?:{nouns}){closing}"]
    if symbols:
        parts.insert(0, f"{_BEFORE}(?:{symbols}){_AFTER}")
    cores = alternatives(form.core for known in groups.values() for form in known)
    return Scanner(
        words,
        re.compile("|".join(parts)),
        re.compile(f"[0-9](?:{cores})") if groups else None,
        groups,
        [(re.compile(name), body) for name, body in called],
        {name: spaced(unit.after) for name, unit in words.units.items() if unit.after},
    )


def _named(name: str, words: Words) -> str:
    """A body's name as an expression, in every case and with what is written together with it."""
    found: list[str] = []
    for word in name.split():
        if words.article and word.startswith(words.article):
            stem = re.escape(word.removeprefix(words.article))
            found.append(f"{words.prefix if not found else words.article}{stem}")
        elif words.inflected and len(word) > 4:
            found.append(rf"{re.escape(word[:-2])}\w{{0,4}}")
        else:
            found.append(re.escape(word))
    return r"\s{1,3}".join(found)


def _words(words: Words, called: Iterable[str]) -> Iterator[str]:
    """The expressions of all words, each a group that says what it is."""
    for kind in ("here", "within", "same", "ibid"):
        yield f"(?P<{kind}>{loose(getattr(words, kind))})"
    names = alternatives(called)
    yield f"(?P<body>{names}{'|' if names else ''}{loose(words.bodies)})"
    for kind, noun in words.kinds.items():
        yield f"(?P<noun_{kind}>{loose(noun)})"
    seen = set()
    for name, unit in words.units.items():
        if unit.after and unit.one in seen:
            continue  # what follows the number tells which it is
        seen.add(unit.one)
        if unit.many and unit.many != unit.one:
            yield f"(?P<unit_{name}_many>{loose(unit.many)})"
        yield f"(?P<unit_{name}_one>{loose(unit.one)})"
