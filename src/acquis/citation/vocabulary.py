"""The expressions of a language: its words of citing and the forms of symbols, made ready."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import ascii_letters, digits

from acquis.citation.form import Form, alternatives, forms
from acquis.citation.hint import Hints
from acquis.citation.sign import loose, spaced
from acquis.citation.spelling import by_letter, spellings
from acquis.citation.token import Kind, Scanner, Told
from acquis.citation.words import Words
from acquis.model.institution import Body

_BEFORE = r"(?<![A-Za-z0-9/.])"
#: The same, behind the first letter.
_EDGE = r"(?<![A-Za-z0-9/.].)"
_AFTER = r"(?![A-Za-z0-9]|/[A-Za-z0-9]|\.[0-9])"
_HYPHENS = "-\u2010\u2011\u2012\u2013"
#: What may stand before a word or symbol: anything but a letter.
_LEAD = "[^0-9A-Za-z_\u00c0-\u024f\u0400-\u04ff]"
#: How the shape of a symbol begins that begins with a number.
_NUMBERS = ("(?:[0-9]", "(?:(?:19|20)")


def scanner(bodies: Sequence[Body], language: str, words: Words) -> Scanner:
    """The scanner of a language for the bodies that the data know."""
    by_shape: dict[str, list[Form]] = {}
    for body in bodies:
        for form in forms(body, language, words):
            by_shape.setdefault(form.shape, []).append(form)
    # What says more is tried first: a year before any number, a letter before none.
    ordered = sorted(by_shape, key=lambda shape: (-by_shape[shape][0].rank, -len(shape), shape))
    groups = {f"s{place}": tuple(by_shape[shape]) for place, shape in enumerate(ordered)}
    # Of one sign, that something may stand before it counts, which is last in order.
    pivots = dict(sorted({form.pivot for known in groups.values() for form in known}))
    cores = list(dict.fromkeys(form.core for known in groups.values() for form in known))
    called = [
        (named(name, words), body.id) for body in bodies for name in body.called.get(language, ())
    ]
    marks: list[tuple[str, str, Told | None]] = []
    edge = "" if words.joined else r"(?![^\W\d_])"
    for (kind, name), source in _words(words, [name for name, _ in called]):
        for one in spellings(source):
            prefix = re.compile(one.prefix) if one.prefix else None
            marks.append((one.first, one.rest + edge, Told(kind, name, prefix)))
    lead = "" if words.joined or words.prefix else _LEAD
    symbols = _first_letters(groups, pivots)
    if not lead:  # only letters by themselves are looked for before anything else
        symbols = ((letter, rest, None) for first, rest, _ in symbols for letter in first)
    found, told = by_letter([*marks, *symbols])
    return Scanner(
        words,
        {} if "" in pivots else pivots,
        re.compile(f"[0-9](?:{'|'.join(cores)})"),
        re.compile(f"{lead}(?:{found})"),
        told,
        re.compile(_symbols(groups)),
        groups,
        [(re.compile(name), body) for name, body in called],
        {name: spaced(unit.after) for name, unit in words.units.items() if unit.after},
        spaced(words.preamble) if words.preamble else None,
        Hints(words.hints, words.noted_hints),
    )


def _symbols(groups: Mapping[str, Sequence[Form]]) -> str:
    """One expression for all symbols; groups at their ends, so that their first letter is seen."""
    symbols = "|".join(
        f"{f'(?<![{_HYPHENS}])' if form.bare else ''}{form.shape}{_AFTER}(?P<{group}>)"
        for group, (form, *_) in groups.items()
    )
    return f"{_BEFORE}(?:{symbols})"


def _first_letters(
    groups: Mapping[str, Sequence[Form]], pivots: Mapping[str, bool]
) -> Iterator[tuple[str, str, None]]:
    """The first letters of symbols, each with what must follow it."""
    found = "|".join(
        f"[^0-9.,;{re.escape(sign)}]{{0,8}}+{re.escape(sign)}" if apart else re.escape(sign)
        for sign, apart in pivots.items()
    )
    signs = f"[0-9]{{0,5}}+(?:{found})" if all(pivots) else ""
    for form, *_ in groups.values():
        literal = form.shape.partition("(?:")[0]
        if literal:
            yield literal[0], f"{_EDGE}(?={literal[1:]})", None
        elif form.shape.startswith(_NUMBERS):
            yield digits, f"{_EDGE}(?={signs})", None
        else:
            yield digits + ascii_letters, _EDGE, None


def named(name: str, words: Words) -> str:
    """A name as an expression, in every case and with what is written together with it."""
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


def _words(words: Words, called: Iterable[str]) -> Iterator[tuple[tuple[Kind, str], str]]:
    """The expressions of all words, with the kind of each and its name."""
    kinds: tuple[Kind, ...] = ("here", "within", "same", "ibid")
    for kind in kinds:
        yield (kind, ""), loose(getattr(words, kind))
    names = alternatives(called)
    yield ("body", ""), f"{names}{'|' if names else ''}{loose(words.bodies)}"
    for name, noun in words.kinds.items():
        yield ("noun", name), loose(noun)
    seen = set()
    for name, unit in words.units.items():
        if unit.after and unit.one in seen:
            continue  # what follows the number tells which it is
        seen.add(unit.one)
        if unit.many and unit.many != unit.one:
            yield ("unit", f"{name}_many"), loose(unit.many)
        yield ("unit", name), loose(unit.one)
