"""Rows of runs: trimmed, joined into marked text, split behind a number, freed of their bold.

What stands in a line is read into runs (see `acquis.text`) whatever the format of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from acquis import text as marks
from acquis.text import Run, Style


def trimmed(runs: Iterable[Run]) -> list[Run]:
    """Runs without white space at either end, joined where they are alike."""
    result = [
        run if run.text != "\n" else Run(" ") for run in runs if run.text or run.note is not None
    ]
    while result and result[0].note is None and not result[0].text.strip():
        del result[0]
    while result and result[-1].note is None and not result[-1].text.strip():
        del result[-1]
    if result and result[0].note is None:
        result[0] = result[0]._replace(text=_without_leading_tabs(result[0].text))
    if result and result[-1].note is None:
        result[-1] = result[-1]._replace(text=result[-1].text.rstrip())
    return result


def _without_leading_tabs(words: str) -> str:
    """Drop white space at the start; a mark of direction before the tab stays."""
    match = re.match(r"[\s\u200e\u200f\u2066-\u2069\ufeff]*", words)
    head = match.group() if match else ""
    return "".join(sign for sign in head if not sign.isspace()) + words[len(head) :]


def marked(runs: Iterable[Run]) -> str:
    """Runs as marked text; a tab inside a text is a space."""
    return marks.format([run._replace(text=run.text.replace("\t", " ")) for run in runs]).strip()


#: Languages in which bold does what italics do in others: it sets opening words off.
_BOLD_EMPHASIS = ("ar", "zh")


def emphasised(runs: Iterable[Run], language: str) -> list[Run]:
    """Running text whose bold is emphasis, in languages that print emphasis so."""
    if language not in _BOLD_EMPHASIS:
        return list(runs)
    return [
        run._replace(style=run.style & ~Style.STRONG | Style.EMPHASIS)
        if run.style & Style.STRONG
        else run
        for run in runs
    ]


def split(runs: list[Run], length: int) -> list[Run]:
    """The runs behind the first `length` characters."""
    rest = []
    for run in runs:
        if length >= len(run.text) and run.note is None and length > 0:
            length -= len(run.text)
            continue
        rest.append(run._replace(text=run.text[length:]) if length else run)
        length = 0
    return trimmed(rest)


def unbold(runs: Iterable[Run]) -> list[Run] | None:
    """The runs without their bold, where all words are bold; else None."""
    kept = []
    for run in runs:
        if run.text.strip() and not run.style & Style.STRONG:
            return None
        kept.append(run._replace(style=run.style & ~Style.STRONG))
    return kept if any(run.text.strip() for run in kept) else None
