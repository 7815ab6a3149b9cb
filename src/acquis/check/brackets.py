"""Draft brackets: what delegates had not agreed, left over in an adopted text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from acquis.check.divided import Divided, Passage, Record
from acquis.finding import Finding, Level, Rule
from acquis.model.decision import Decision
from acquis.text import plain

BRACKETS_IN_ADOPTED = Rule(
    "brackets-in-adopted",
    Level.WARNING,
    "Words of an adopted text stand in square brackets, as alternatives do in a draft. Brackets "
    "that are a note of their own ([English only]), stand within quotation marks or parentheses, "
    "leave something out ([…]), name a document, or are part of a word or of a chemical name are "
    "not meant.",
    "take the adopted wording from the official text; brackets that are printed there are "
    "accepted with `allow`",
)

#: A bracket and what it holds, up to one bracket within it.
_BRACKET = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]")
#: A paragraph that is nothing but a bracket, without the full stop or comma of a text within it.
_WHOLE = re.compile(r"\W*\[[^\[\]]*[^\[\]\s,;.:،؛。；，]\s*\]\W*")
_LEFT_OUT = re.compile(r"\[\s*(?:\.{2,}|…|(?i:sic)|[0-9]+|\^.*)\W*\]")
_QUOTES = re.compile('[“”„«»"]')


def left(record: Record, divided: Divided) -> Iterator[Finding]:
    """The first draft bracket of each paragraph, heading or cell of an adopted text."""
    if not isinstance(record, Decision) or record.status != "adopted":
        return
    for text in divided.texts(record):
        for passage in text.passages:
            if passage.unit is not None and "[" in passage.words:
                yield from _first(passage)


def _first(passage: Passage) -> Iterator[Finding]:
    words = plain(passage.words)
    if _WHOLE.fullmatch(words):
        return
    end = quotes = parentheses = 0
    for match in _BRACKET.finditer(words):
        between = words[end : match.start()]
        quotes += len(_QUOTES.findall(between))
        parentheses += between.count("(") - between.count(")")
        end = match.start()
        if quotes % 2 or parentheses > 0 or _is_meant(words, match):
            continue
        offset = passage.words.find(match[0])
        at = passage.at
        if offset >= 0:
            at = at.inside(passage.words, offset, len(match[0]))
        yield BRACKETS_IN_ADOPTED.at(at, f'"{_short(match[0])}" stands in an adopted text')
        return


def _is_meant(words: str, match: re.Match[str]) -> bool:
    """Whether a bracket belongs to the text by what it holds and touches."""
    bracket = match[0]
    after = words[match.end() : match.end() + 1]
    if _LEFT_OUT.fullmatch(bracket) or after == "(":
        return True
    # Parentheses within brackets, as French prints them.
    if "(" in bracket:
        return True
    last = bracket[1:-1].split()[-1:]
    if last and "/" in last[0] and any(map(str.isdecimal, last[0])):
        return True  # the symbol of a document
    outside = words[max(0, match.start() - 1) : match.start()] + after
    return " " not in bracket and any(sign.isalnum() or sign == "-" for sign in outside)


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:58]}…]"
