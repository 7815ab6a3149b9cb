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
_DOCUMENT = re.compile(r"[^\s\[\]]*(?:/[^\s\[\]]*[0-9]|[0-9][^\s\[\]]*/)[^\s\[\]]*\]")
_QUOTES = re.compile('[“”„«»"]')
_PARENTHESES = re.compile(r"[()（）]")


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
    for match in _BRACKET.finditer(words):
        if not _is_meant(words, match):
            offset = passage.words.find(match[0])
            at = (
                passage.at.inside(passage.words, offset, len(match[0]))
                if offset >= 0
                else passage.at
            )
            message = f'"{_short(match[0])}" stands in an adopted text'
            yield BRACKETS_IN_ADOPTED.at(at, message)
            return


def _is_meant(words: str, match: re.Match[str]) -> bool:
    """Whether a bracket belongs to the text, and is no trace of a draft."""
    bracket = match[0]
    if _LEFT_OUT.fullmatch(bracket) or _DOCUMENT.search(bracket) or words[match.end() :][:1] == "(":
        return True
    if len(_QUOTES.findall(words, 0, match.start())) % 2:
        return True
    # Parentheses within brackets, or brackets within parentheses, as French prints them.
    if _PARENTHESES.search(bracket):
        return True
    before = words[: match.start()]
    if before.count("(") > before.count(")"):
        return True
    outside = words[max(0, match.start() - 1) : match.start()] + words[match.end() :][:1]
    return " " not in bracket and any(sign.isalnum() or sign == "-" for sign in outside)


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:58]}…]"
