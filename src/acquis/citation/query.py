"""What a reader asks for with a citation: "MC-5/19 para 4 (a)", "mc 5/19 4a", "第4(a)段".

The rules are those of `cite.js`, which a reader's browser runs: both read the same table and are
tried with the same cases. A query is looked through for a symbol; what stands around it is read as
parts; what is left over makes the answer unsure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from acquis.citation.span import RANKS, Step
from acquis.model.numbering import from_roman, roman
from acquis.symbol import slug

Table = Mapping[str, Any]

#: A longer query is cut: nobody writes a citation like that.
LONGEST = 300
_NEAR, _SHOWN = 2, 5
_HYPHENS = re.compile("[\u2010-\u2015\u2212]")
_UNSEEN = re.compile("[\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0300-\u036f]")
_DIGITS = {ord("\u0660") + n: str(n) for n in range(10)} | {
    ord("\u06f0") + n: str(n) for n in range(10)
}
_LETTER = "[a-z\u0400-\u04ff\u0600-\u06ff\u2e80-\u9fff]"
#: A letter of scripts that set spaces between words.
_SPACED = "[a-z\u0400-\u04ff\u0600-\u06ff]"
_TIMES = "bis|ter|quater|quinquies|sexies|septies|octies"
#: Items behind a number: (a), a), 4a, 4.a, "4 a" at the end.
_ITEM = (
    rf"(?:\s?\(\s?(?:{_LETTER}{{1,4}}|[0-9]{{1,2}})\s?\)|\s?{_LETTER}{{1,3}}\)"
    r"|[.-]?(?:[ivx]{2,5}|aa|bb|cc|dd|[a-z])(?![a-z])|[.-]?[a-z](?=[ivx]{1,5}(?![a-z]))"
    r"|\s(?:[ivx]{2,5}|[a-z])(?=\s*(?:$|[,;|(]|\s[ivx]{1,5}\s*$)))"
)
_NUMBER = rf"[0-9]{{1,4}}(?![0-9/])(?:\s?(?:{_TIMES})(?![a-z]))?"
#: What goes on with a row or a range, of which the first is meant.
_FURTHER = (
    r"(?:\s?(?:[,;&+-]|and|or|to|through|et|ou|a|y|o|al|и|или|по|و|أو|إلى|和|及|至|、)\s?"
    rf"(?:{_NUMBER}(?:{_ITEM}){{0,3}}|\(\s?{_LETTER}{{1,4}}\s?\)))*"
)
_CUT = "|"


def fold(text: str) -> str:
    """A text without what readers may leave out: accents, stretched letters, kinds of hyphens."""
    one = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text))
    plain = unicodedata.normalize("NFC", _UNSEEN.sub("", one)).translate(_DIGITS)
    return _HYPHENS.sub("-", plain)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that a query may mean. `address` is its page's, "" where it has none here.

    `path` are the parts that are asked for, the outermost first; `official` is where the text is
    elsewhere, "" where that is not known.
    """

    symbol: str
    address: str
    path: tuple[Step, ...] = ()
    official: str = ""

    @property
    def anchor(self) -> str:
        """The anchor that the parts have in a text without sections and parts of its own."""
        return "-".join(str(step) if step.unit else step.sign for step in self.path)


@dataclass(frozen=True, slots=True)
class Answer:
    """The candidates, best first; `near` are symbols like an unknown one, with their addresses.

    `sure` is whether there is one candidate and nothing was left over in `rest`.
    """

    candidates: tuple[Candidate, ...] = ()
    near: tuple[tuple[str, str], ...] = ()
    rest: str = ""
    sure: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """A symbol in a query: where, by which form, in full."""

    start: int
    end: int
    place: int
    body: int
    kind: str
    flags: str
    symbol: str
    values: Mapping[str, str]
    pages: Sequence[tuple[str, str]]
    score: tuple[int, ...] = field(default=())


def resolve(query: str, table: Table) -> Answer:
    """What a query means by a table, as `table` makes it."""
    text = " ".join(fold(query).split())[:LONGEST]
    named = slug(re.sub(r"^.*/(?=[^/])", "", text.partition("#")[0].rstrip("/")))
    hash_ = text.partition("#")[2]
    own = [_page(folder, named) for folder in table["held"] if _holds(table, folder, named)]
    if own and re.fullmatch(r"[a-z0-9:./#?=_-]+", text) and not re.search(r"\s", text):
        asked = (Step("", slug(hash_)),) if hash_ else ()
        return Answer(tuple(Candidate(named, one, asked) for one in own), sure=len(own) == 1)
    found = _symbols(text, table)
    if not found:
        return Answer(rest=text)
    best = found[0]
    left = f"{text[: best.start]} {_CUT} {text[best.end :]}"
    path, rest = _parts(left, table)
    rest = _rest(rest, table)
    same = [one for one in found if (one.start, one.end) == (best.start, best.end)]
    held = [one for one in same if one.pages]
    candidates: dict[tuple[str, str], Candidate] = {}
    for one in held or same:
        for address, part in one.pages or (("", ""),):
            outer = (Step("part", part.removeprefix("part-")),) if part else ()
            candidate = Candidate(one.symbol, address, (*outer, *path), _official(one, table))
            candidates.setdefault((one.symbol, address), candidate)
    chosen = tuple(candidates.values())
    near = () if held else tuple(_near(same, table))
    return Answer(chosen, near, rest, bool(held) and len(chosen) == 1 and not rest)


def _symbols(text: str, table: Table) -> list[_Found]:
    """The symbols in a query, best first: those with a page, then the longest."""
    found: list[_Found] = []
    lowered = text.lower()
    kinds = [kind for kind, noun in table["kinds"] if re.search(noun, text, re.IGNORECASE)]
    hints = [
        max((len(name) for name in body["names"] if name in lowered), default=0)
        for body in table["bodies"]
    ]
    for place, (body, kind, source, names, pieces, flags, first) in enumerate(table["forms"]):
        for match in _form(source).finditer(text):
            values = _values(match, names)
            if first and int(values.get("meeting", first)) < first:
                continue
            symbol = _full(pieces, values, table)
            if symbol is None:
                continue
            pages = _pages(symbol, kind, kinds, flags, table)
            held, length = bool(pages), match.end() - match.start()
            fits = "d" in flags or not kinds or kind in kinds
            score = (-held, -length, match.start(), -hints[body], -fits, place)
            at = (match.start(), match.end(), place, body, kind, flags)
            found.append(_Found(*at, symbol, values, pages, score))
    found.sort(key=lambda one: one.score)
    told = [one for one in found if one.score[3] == found[0].score[3]]
    return told if found and found[0].score[3] else found


@lru_cache(maxsize=1000)
def _form(source: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9/])(?:{source})(?![a-z0-9/])", re.IGNORECASE)


def _values(match: re.Match[str], names: Sequence[str]) -> dict[str, str]:
    """The placeholders, without zeros before a number."""
    values = {}
    for place, name in enumerate(names):
        value = match[place + 1]
        values[name] = str(int(value)) if re.fullmatch("[0-9]+", value) else value
    return values


def _full(pieces: Sequence[Sequence[str]], values: Mapping[str, str], table: Table) -> str | None:
    """The symbol in full; None where a Roman number is none."""
    symbol = ""
    for literal, name in pieces:
        value = values.get(name.rstrip("*"), "")
        if name.endswith("*"):
            number = int(value) if value.isdecimal() else from_roman(value)
            if not number or number > 3999:
                return None
            value = roman(number)
        value = table["letters"].get(value, value)
        symbol += literal + value.upper()
    rest = values.get("rest", "").lower()
    return symbol + re.sub("[a-z]+", lambda word: word[0].capitalize(), rest)


def _pages(
    symbol: str, kind: str, kinds: Sequence[str], flags: str, table: Table
) -> list[tuple[str, str]]:
    """The pages of a symbol, with the part of each; those of the kinds that are named, if any."""
    named = slug(symbol)
    folder = "documents" if "d" in flags else "decisions"
    odd = [(one[0], one[1]) for one in table["odd"].get(named, ()) if one[0].startswith(folder)]
    own = [(_page(folder, named), "")] if _holds(table, folder, named) else []
    pages = [*own, *(one for one in odd if one not in own)]
    if len(pages) > 1 and kinds:
        # A decision and a resolution of one number: the second has its kind before its slug.
        of_kind = [one for one in pages if any(f"/{k}-{named}/" in one[0] for k in kinds)]
        return of_kind or (own if kind in kinds and own else pages)
    return pages


def _page(folder: str, named: str) -> str:
    return f"{folder}/{named}/"


def _holds(table: Table, folder: str, named: str) -> bool:
    held = table["held"][folder]
    if named in held:
        return True
    match = re.search(r"[0-9]+(?=[^0-9]*$)", named)
    if match is None:
        return False
    numbers = held.get(f"{named[: match.start()]}#{named[match.end() :]}", "")
    return any(first <= int(match[0]) <= last for first, last in _spans(numbers))


def _spans(numbers: str) -> Iterator[tuple[int, int]]:
    for one in filter(None, numbers.split(",")):
        first, _, last = one.partition("-")
        yield int(first), int(last or first)


def _parts(text: str, table: Table) -> tuple[tuple[Step, ...], str]:
    """The parts that are named around a symbol, the outermost first, and what is left."""
    found: list[Step] = []
    preamble = re.search(table["preamble"], text, re.IGNORECASE) is not None
    number = _number_source(tuple(table["numbers"]))
    sign = rf"(?:(?:{number})(?:{_ITEM}){{0,4}}|(?:\s?\(\s?{_LETTER}{{1,4}}\s?\)){{1,3}})"

    def take(unit: str, printed: str) -> None:
        value = _sign(printed, unit, table)
        beside = found[-1] if found and unit == "para" == found[-1].unit else None
        if beside is None:
            found.append(Step(unit, value))
        elif not (beside.sign[:1].isdigit() and value[:1].isdigit()):
            # "paragraph 3, subparagraph (a)", "subparagraph (a) of paragraph 3"
            both = sorted((beside.sign, value), key=lambda one: not one[:1].isdigit())
            found[-1] = Step(unit, "-".join(both))

    def taken(source: str, unit: str, text: str) -> str:
        for match in re.finditer(source, text, re.IGNORECASE):
            take(unit, "".join(filter(None, match.groups())))
        return re.sub(source, " ", text, flags=re.IGNORECASE)

    for unit, after in table["after"]:
        text = taken(rf"第?\s?({sign})\s?(?:{after})((?:{_ITEM}){{0,3}})", unit, text)
    for unit, word in table["units"]:
        maybe = "?" if unit in ("annex", "appendix") else ""
        edges = rf"(?<!{_SPACED})(?:{word})(?!{_SPACED})"
        text = taken(rf"{edges}[\s.:№-]{{0,3}}({sign}){maybe}{_FURTHER}", unit, text)
    before, _, behind = text.rpartition(_CUT)
    alone = re.match(rf"[\s,;:#]*({_NUMBER}(?:{_ITEM}){{0,4}})", behind, re.IGNORECASE)
    if alone and not found:
        take("para", alone[1])
        behind = behind[alone.end() :]
    steps = [
        Step("preamble" if preamble and step.unit == "para" else step.unit, step.sign)
        for step in found
    ]
    steps.sort(key=lambda step: RANKS.get(step.unit, RANKS["para"]))
    return tuple(steps), f"{before} {behind}"


@lru_cache(maxsize=8)
def _number_source(numbers: tuple[str, ...]) -> str:
    """What can be a number: 4, 2 bis, II, 一, a letter; it has no groups."""
    words = "|".join(sorted(map(re.escape, numbers), key=lambda one: (-len(one), one)))
    return rf"{_NUMBER}|[ivxlc]{{1,8}}(?!{_LETTER})|(?:{words})|[a-z](?![a-z0-9.])"


def _sign(printed: str, unit: str, table: Table) -> str:
    """A number as anchors have it: 4-a-ii, 2-bis."""
    text = printed.lower().strip()
    first = re.match(_NUMBER, text)
    signs: list[str] = []
    if first is None and not text.startswith("("):
        first = re.match(rf"{_LETTER}+(?: {_LETTER}+)?", text)
        word = first[0] if first else ""
        known = table["numbers"].get(word) or table["numbers"].get(word.split(" ")[0])
        number = None if len(word) == 1 and word in "clm" else from_roman(word)
        signs.append(known or (str(number) if number else table["letters"].get(word, word)))
    elif first is not None:
        signs.extend(re.findall("[0-9]+|[a-z]+", first[0]))
    for item in re.findall(rf"{_LETTER}+|[0-9]+", text[first.end() if first else 0 :]):
        if re.fullmatch("[a-z][ivx]+", item) and from_roman(item) is None:
            signs.extend((item[0], item[1:]))
        elif item in table["letters"]:
            signs.append(table["letters"][item])
        else:
            value = table["numbers"].get(item)
            signs.append(roman(int(value)) if value else item)
    return "-".join(filter(None, signs))


def _rest(text: str, table: Table) -> str:
    """What is left of a query that nothing explains; short words between parts are no matter."""
    for _, noun in table["kinds"]:
        text = re.sub(rf"(?<!{_SPACED})(?:{noun})(?!{_SPACED})", " ", text, flags=re.IGNORECASE)
    text = text.lower()
    names = {name for body in table["bodies"] for name in body["names"]}
    for name in sorted(names, key=lambda one: (-len(one), one)):
        text = text.replace(name, " ")
    words = re.findall(rf"{_SPACED}+|{_LETTER}|[0-9]+", text)
    return " ".join(word for word in words if word not in table["fillers"])


def _official(found: _Found, table: Table) -> str:
    """Where the text is elsewhere, as its body says; "" where that cannot be told."""
    body = table["bodies"][found.body]
    source = body["document_address" if "d" in found.flags else "address"]
    values = {**found.values, "symbol": quote(found.symbol, safe="/()"), "language": "en"}
    names = re.findall(r"\{([a-z_]+)(?::[a-z]+)?\}", source)
    if not source or not all(values.get(name) for name in names):
        return ""
    return re.sub(r"\{([a-z_]+)(?::[a-z]+)?\}", lambda match: values[match[1]], source)


def _near(found: Sequence[_Found], table: Table) -> Iterator[tuple[str, str]]:
    """Symbols that are written almost like an unknown one, and where they are."""
    near: dict[str, tuple[int, int, str]] = {}
    wanted = slug(found[0].symbol)
    folder = "documents" if "d" in found[0].flags else "decisions"
    for one in _all_held(table["held"][folder]):
        if abs(len(one) - len(wanted)) > _NEAR:
            continue
        distance = edits(wanted, one)
        if distance <= _NEAR:
            near[one] = (distance, abs(_last(one) - _last(wanted)), one)
    nearest = min(near.values(), default=(0, 0, ""))[0]
    alike = sorted((one for one in near if near[one][0] == nearest), key=near.__getitem__)
    for one in alike[:_SHOWN]:
        known = _symbols(one, {**table, "held": {folder: {one: ""}}, "odd": {}})
        whole = [form for form in known if form.pages and form.end - form.start == len(one)]
        yield (whole[0].symbol if whole else one), _page(folder, one)


def _all_held(held: Mapping[str, str]) -> Iterator[str]:
    for key, numbers in held.items():
        if "#" not in key:
            yield key
        for first, last in _spans(numbers):
            yield from (key.replace("#", str(number)) for number in range(first, last + 1))


def _last(named: str) -> int:
    numbers = re.findall("[0-9]+", named)
    return int(numbers[-1]) if numbers else 0


def edits(one: str, other: str) -> int:
    """How many signs differ, are missing or surplus, two that changed places counting as one."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, sign in enumerate(one, 1):
        earlier, before, row = before, row, [place]
        for at, opposite in enumerate(other, 1):
            cost = min(row[-1] + 1, before[at] + 1, before[at - 1] + (sign != opposite))
            if earlier and at > 1 and sign == other[at - 2] and one[place - 2] == opposite:
                cost = min(cost, earlier[at - 2] + 1)
            row.append(cost)
    return row[-1]
