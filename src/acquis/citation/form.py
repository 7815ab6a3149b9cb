"""The forms in which a language's running text writes the symbols of bodies, from the data.

A form is the symbol's part of a pattern: of "decision MC-{meeting}/{number}" it is
"MC-{meeting}/{number}", and "decision" says what is cited so. Hyphens, dashes and spaces of every
kind are taken for one another, and a space beside a bracket or a letter may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from acquis.citation.words import Words
from acquis.citation.words import words as words_of
from acquis.model.institution import Body
from acquis.model.numbering import roman
from acquis.symbol import Pattern, normal

_DIGITS = {"": "[0-9]{1,6}+", "year": "(?:19|20)[0-9]{2}(?![0-9])", "roman": "[IVXLCDM]{1,15}+"}
_WORD = "[A-Za-z0-9.]{0,40}[A-Za-z0-9]"
_HYPHEN = "[-\u2010\u2011\u2012\u2013]"
_SPACES = r"\s{1,3}"
_NOTHING_OR_SPACES = r"\s{0,3}"
#: Where a word of a language that writes no spaces ends and a symbol begins.
_NOT_LATIN = re.compile(r"[\s\u2e80-\u9fff]")
#: What documents of the United Nations add to a symbol (UN Editorial Manual, "Document symbols").
REVISED = r"(?:/(?:Add|Rev|Corr|Amend|Annex|Summary)\.?[0-9]{0,3}+)*+"


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """One way in which a body's symbols are written.

    `kind` is what is cited so ("resolution"), "" where any noun or none may stand before it.
    `bare` forms have no letters of their own, such as 61/129, and need the noun. `document` is
    for documents. `pivot` is the first sign after the first digits ("" where that cannot be told),
    and whether spaces or letters may stand before it. `template` makes the full symbol of the
    numbers as they are printed, where nothing has to be changed in them; `meeting` is the place of
    the meeting among them.
    """

    body: str
    pattern: Pattern
    shape: str
    core: str
    pivot: tuple[str, bool]
    regex: re.Pattern[str]
    kind: str = ""
    bare: bool = False
    document: bool = False
    rank: int = 0
    full: tuple[tuple[str, str], ...] = ()
    romans: frozenset[str] = frozenset()
    beside: str = ""
    first: int = 0
    lettered: bool = False
    template: str = ""
    meeting: int = 0

    def read(self, printed: str, letters: Mapping[str, str]) -> tuple[str, str] | None:
        """The full symbol for one as printed, and the letter of a part that stands beside it.

        None where the body did not write symbols so at that meeting. `letters` gives the Latin
        for letters of other alphabets.
        """
        match = self.regex.fullmatch(printed)
        if match is None:
            return None
        if self.document:
            return as_printed(printed), ""
        if self.template:
            numbers = match.groups()
            low = self.first and int(numbers[self.meeting]) < self.first
            return None if low else (self.template % numbers, "")
        values = match.groupdict()
        if self.first and int(values.get("meeting") or self.first) < self.first:
            return None
        if letters:
            values = {name: letters.get(value, value) for name, value in values.items()}
        for name in self.romans:
            value = values.get(name, "")
            if value.isdecimal() and 0 < int(value) < 4000:
                values[name] = roman(int(value)).upper()
        symbol = ""
        for literal, name in self.full:
            symbol += literal + values.get(name, "")
        return symbol, values[self.beside].lower() if self.beside else ""


def forms(body: Body, language: str, words: Words) -> Iterator[Form]:
    """All forms of a body in one language, those of citations first."""
    # What one language lists holds in the others too: only the noun is another.
    others = (other for other in body.cited_in if other != language)
    for listed in dict.fromkeys((language, *others)):
        known = body.cited_in.get(listed, body.cited_as if listed == language else ())
        for pattern in known:
            core, around = _core(pattern)
            kind = _kind(around, words_of(listed)) or body.kind
            if _in_full(core, body)[0] is not None:
                yield _form(body, core, words, kind, document=False)
    for pattern in body.symbols:
        yield _form(body, pattern, words, "", document=False)
    for pattern in body.document_symbols:
        yield _form(body, pattern, words, "", document=True)


def _in_full(pattern: Pattern, body: Body) -> tuple[Pattern | None, str]:
    """The body's pattern that uses most of a form's placeholders, and one that it leaves out."""
    names = set(pattern.names)
    fitting = [one for one in body.symbols if set(one.names) <= names]
    best = max(fitting, key=lambda one: len(one.names), default=None)
    left = [name for name in pattern.names if best is not None and name not in best.names]
    return best, left[0] if left else ""


def bare_core(pattern: Pattern) -> Pattern:
    """The symbol's part of a form of citing: "MC-{meeting}/{number}" of "decision MC-…"."""
    return _core(pattern)[0]


def full_pattern(pattern: Pattern, body: Body) -> Pattern | None:
    """The body's own pattern that a form of citing fills; None where it has none that fits."""
    return _in_full(pattern, body)[0]


def as_printed(text: str) -> str:
    """A symbol that stands in full in running text, with plain hyphens and spaces."""
    if text.isascii() and " " not in text:
        return text
    return re.sub(r"\s+(?=\()|(?<=\()\s+|\s+(?=\))", " ", normal(text)).replace("\u2013", "-")


def _core(pattern: Pattern) -> tuple[Pattern, str]:
    """The symbol's part of a form of citing, and the words around it."""
    source = pattern.source
    start, end = source.find("{"), source.rfind("}") + 1
    if start < 0:
        return pattern, ""
    before = [match.end() for match in _NOT_LATIN.finditer(source, 0, start)]
    after = _NOT_LATIN.search(source, end)
    first = before[-1] if before else 0
    last = after.start() if after else len(source)
    return Pattern(source[first:last]), f"{source[:first]} {source[last:]}"


def _kind(around: str, words: Words) -> str:
    """The kind of text that the words around a symbol name: one that is known, or themselves."""
    for kind, noun in words.kinds.items():
        if re.search(noun, around):
            return kind
    return " ".join(around.split())


def _form(body: Body, pattern: Pattern, words: Words, kind: str, *, document: bool) -> Form:
    source, bare, core = "", True, -1
    for literal, name in pattern.pieces:
        source += _literal(literal, name, pattern.kinds, words)
        bare = bare and not re.search(r"[^\W\d_]", literal)
        if name:
            source += f"(?P<{name}>{_placeholder(pattern.kinds[name], words)})"
            core = len(source) if core < 0 and pattern.kinds[name] in ("", "year") else core
    groups = re.compile(r"\(\?P<\w+>")
    found = groups.sub("(?:", source[max(core, 0) :])
    if document:
        source += REVISED
    shape = groups.sub("(?:", source)
    # What says more is tried first: a year before any number, a letter before none.
    rank = sum(2 if kind else 1 for kind in pattern.kinds.values())
    best, beside = _in_full(pattern, body)
    return Form(
        *(body.id, pattern, shape, found, _pivot(pattern)),
        *(re.compile(source), kind, bare, document, rank),
        full=best.pieces if best else (),
        romans=frozenset(name for name, one in best.kinds.items() if one == "roman")
        if best
        else frozenset(),
        beside=beside,
        lettered=bool(pattern.names)
        and pattern.kinds[pattern.names[-1]] == "letter"
        and pattern.source.endswith("}")
        and len(pattern.names) < 4
        and not document,
        first=body.first_meeting if "meeting" in pattern.names else 0,
        template=_template(pattern, best),
        meeting=pattern.names.index("meeting") if "meeting" in pattern.names else 0,
    )


def _template(pattern: Pattern, full: Pattern | None) -> str:
    """What makes a full symbol of a form's numbers; "" where it has others, or in another order."""
    if full is None or full.names != pattern.names:
        return ""
    if not {*full.kinds.values(), *pattern.kinds.values()} <= {"", "year"}:
        return ""
    return "".join(
        f"{literal.replace('%', '%%')}{'%s' if name else ''}" for literal, name in full.pieces
    )


def _pivot(pattern: Pattern) -> tuple[str, bool]:
    """The first sign after the first digits, and whether spaces or letters may stand before it.

    No sign where words or hyphens of some kind stand there.
    """
    digits = apart = False
    for literal, name in pattern.pieces:
        sign = literal.strip()[:1]
        if digits and sign:
            hyphen = sign in "-\u2010\u2011\u2012\u2013"
            return "" if hyphen else sign, apart or literal[0] != sign or sign == "("
        if digits and name:
            if pattern.kinds[name] != "letter":
                return "", True
            apart = True
        digits = digits or (bool(name) and pattern.kinds[name] in ("", "year"))
    return "", True


def _placeholder(kind: str, words: Words) -> str:
    if kind == "letter":
        others = "".join(f"|{re.escape(letter)}" for letter in words.letters)
        return f"(?:[A-Z]{{1,2}}{others})(?![^\\W\u2e80-\u9fff])"
    return _DIGITS.get(kind, _WORD)


def _literal(literal: str, follower: str, kinds: Mapping[str, str], words: Words) -> str:
    """A literal text of a pattern, lenient about hyphens and spaces."""
    parts = []
    for place, character in enumerate(literal):
        beside = literal[place - 1 : place] + literal[place + 1 : place + 2]
        if character in "-\u2010\u2011\u2012\u2013":
            parts.append(_HYPHEN)
        elif character == "(":
            parts.append(f"{'' if place and literal[place - 1] == ' ' else _NOTHING_OR_SPACES}\\(")
        elif character.isspace():
            letter = kinds.get(follower) == "letter" and place == len(literal) - 1
            loose = letter or any(bracket in beside for bracket in "()")
            parts.append(_NOTHING_OR_SPACES if loose else _SPACES)
        else:
            parts.append(re.escape(character))
    return "".join(parts)


def alternatives(shapes: Iterable[str]) -> str:
    """One expression for several, longer ones first, none twice."""
    return "|".join(sorted(dict.fromkeys(shapes), key=len, reverse=True))
