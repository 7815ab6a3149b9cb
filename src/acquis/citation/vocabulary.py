"""The expressions of a language: its words of citing and the forms of symbols, made ready."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from acquis.citation.form import Form, alternatives, forms
from acquis.citation.sign import loose, spaced
from acquis.citation.token import Kind, Scanner
from acquis.citation.words import Words
from acquis.model.institution import Body

_BEFORE = r"(?<![A-Za-z0-9/.])"
_AFTER = r"(?![A-Za-z0-9]|/[A-Za-z0-9]|\.[0-9])"
_HYPHENS = "-\u2010\u2011\u2012\u2013"
_SPACE = loose(" ")
_META = frozenset("\\[(|?*+{.^$")


def scanner(bodies: Sequence[Body], language: str, words: Words) -> Scanner:
    """The scanner of a language for the bodies that the data know."""
    by_shape: dict[str, list[Form]] = {}
    for body in bodies:
        for form in forms(body, language, words):
            by_shape.setdefault(form.shape, []).append(form)
    # What says more is tried first: a year before any number, a letter before none.
    ordered = sorted(by_shape, key=lambda shape: (-by_shape[shape][0].rank, -len(shape), shape))
    groups = {f"s{place}": tuple(by_shape[shape]) for place, shape in enumerate(ordered)}
    symbols = "|".join(
        f"(?P<s{place}>{f'(?<![{_HYPHENS}])' if by_shape[shape][0].bare else ''}{shape})"
        for place, shape in enumerate(ordered)
    )
    pivots = {form.pivot for known in groups.values() for form in known}
    cores = list(dict.fromkeys(form.core for known in groups.values() for form in known))
    called = [
        (named(name, words), body.id) for body in bodies for name in body.called.get(language, ())
    ]
    nouns: dict[str, dict[str, str]] = {}
    for kind, source in _words(words, [name for name, _ in called]):
        for beginning in beginnings(source):
            nouns.setdefault(beginning, {})[kind] = source
    edges = ("", "") if words.joined else (r"(?<!\w)", r"(?![^\W\d_])")
    all_of = {beginning: _all_of(beginning, nouns) for beginning in nouns}
    return Scanner(
        words,
        () if "" in pivots else tuple(sorted(pivots)),
        re.compile(f"[0-9](?:{'|'.join(cores)})"),
        re.compile(f"{_BEFORE}(?:{symbols}){_AFTER}"),
        groups,
        re.compile(_by_letter(nouns, edged=not (words.joined or words.prefix))),
        {
            beginning: re.compile(
                f"{edges[0]}(?:"
                + "|".join(f"(?P<{group}>{source})" for group, source in known.items())
                + f"){edges[1]}"
            )
            for beginning, known in all_of.items()
        },
        {group: _told(group) for known in nouns.values() for group in known},
        [(re.compile(name), body) for name, body in called],
        {name: spaced(unit.after) for name, unit in words.units.items() if unit.after},
        [(hint, spaced(sure) if sure else None) for hint, sure in words.hints.items()],
    )


def _told(group: str) -> tuple[Kind, str]:
    """What a word is, and its name, from "noun_decision" or "here"."""
    kind, _, name = group.partition("_")
    return cast(Kind, kind), name


def _all_of(beginning: str, nouns: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
    """The words that begin so: those of shorter beginnings too, since the longest is found.

    A beginning can also be in another, after what is written together with it.
    """
    found: dict[str, str] = {}
    for other in sorted(nouns, key=len, reverse=True):
        if other in beginning:
            found |= {kind: one for kind, one in nouns[other].items() if kind not in found}
    return found


def _by_letter(beginnings: Iterable[str], *, edged: bool) -> str:
    """One expression for all beginnings, those of a letter together, which is quicker.

    `edged` are those before which a word must end. That is asked last, of the few that are there.
    """
    letters: dict[str, list[str]] = {}
    for beginning in sorted(beginnings, key=len, reverse=True):
        edge = rf"(?<!\w{re.escape(beginning)})" if edged else ""
        letters.setdefault(beginning[0], []).append(re.escape(beginning[1:]) + edge)
    return "|".join(f"{re.escape(one)}(?:{'|'.join(rest)})" for one, rest in letters.items())


def beginnings(source: str) -> Iterator[str]:
    """The plain texts with which what an expression matches can begin, as far as they are plain.

    It is for the declarations of words, which begin with letters, one of several letters in
    brackets, or a group of such; what may be missing at their beginning is passed over together
    with what follows it, as is the prefix of words that are written together.
    """
    for alternative in _split(source):
        if alternative.startswith("(?:"):
            end = _closing(alternative)
            inner, rest = alternative[3:end], alternative[end + 1 :]
            if rest.startswith("?"):
                yield from beginnings(rest[1:])
            else:
                yield from beginnings(inner)
        elif alternative.startswith("["):
            end = alternative.index("]")
            plains = _plain(alternative[end + 1 :])
            yield from (letter + plain for letter in alternative[1:end] for plain in plains)
        else:
            yield from _plain(alternative)


def _plain(source: str) -> tuple[str, ...]:
    """The letters at the beginning of an expression that are sure to be there.

    Up to the first white space, of which the two usual kinds are tried.
    """
    found = ""
    for place, character in enumerate(source):
        if character in _META:
            if character in "?*{":
                found = found[:-1]
            elif source.startswith(_SPACE, place):
                return found + " ", found + "\u00a0"
            elif source.startswith("\\.", place) and source[place + 2 : place + 3] != "?":
                found += "."
            break
        found += character
    return (found,)


def _split(source: str) -> Iterator[str]:
    """The alternatives of an expression."""
    depth = start = 0
    inside = False
    for place, character in enumerate(source):
        if character in "[]":
            inside = character == "["
        elif inside:
            continue
        elif character in "()":
            depth += 1 if character == "(" else -1
        elif character == "|" and not depth:
            yield source[start:place]
            start = place + 1
    yield source[start:]


def _closing(source: str) -> int:
    """Where the group ends that an expression begins with."""
    depth = 0
    for place, character in enumerate(source):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if not depth:
            return place
    return len(source)


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


def _words(words: Words, called: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The expressions of all words by the group that says what each is."""
    for kind in ("here", "within", "same", "ibid"):
        yield kind, loose(getattr(words, kind))
    names = alternatives(called)
    yield "body", f"{names}{'|' if names else ''}{loose(words.bodies)}"
    for kind, noun in words.kinds.items():
        yield f"noun_{kind}", loose(noun)
    seen = set()
    for name, unit in words.units.items():
        if unit.after and unit.one in seen:
            continue  # what follows the number tells which it is
        seen.add(unit.one)
        if unit.many and unit.many != unit.one:
            yield f"unit_{name}_many", loose(unit.many)
        yield f"unit_{name}_one", loose(unit.one)
