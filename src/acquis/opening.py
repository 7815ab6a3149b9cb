"""Opening words: the verbs with which paragraphs of decisions begin, in each language.

Where a source marks no emphasis, the words that it would mark are found by these vocabularies:
`opening_words/<language>.txt`, one phrase a line, measured on real texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from acquis.text import Run, Style

_SET_OFF = int(Style.EMPHASIS | Style.STRONG)


@dataclass(frozen=True)
class Vocabulary:
    """The opening words of one language, ready to be looked for."""

    opening: re.Pattern[str] | None
    joined: re.Pattern[str] | None

    def spans(self, words: str) -> Iterator[tuple[int, int]]:
        """Where opening words stand in a paragraph: at its start, and after ", and"."""
        if self.opening is None or self.joined is None:
            return
        match = self.opening.match(words)
        if match is None:
            return
        yield match.span(1)
        for further in self.joined.finditer(words, match.end()):
            yield further.span(1)


@cache
def vocabulary(language: str) -> Vocabulary:
    """The opening words of a language; one without a vocabulary finds nothing."""
    source = files("acquis") / "opening_words" / f"{language}.txt"
    if not source.is_file():
        return Vocabulary(None, None)
    lines = source.read_text(encoding="utf-8").splitlines()
    phrases = [line for line in lines if line and not line.startswith("#")]
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    choice = "|".join(re.escape(phrase) for phrase in ordered)
    # A verb goes on after "and" in the present ("and requests"), never as a participle.
    verbs = [f"{phrase[0].lower()}{phrase[1:]}" for phrase in ordered if _is_verb(phrase)]
    joined = "|".join(re.escape(verb) for verb in verbs) or r"(?!)"
    return Vocabulary(
        re.compile(rf"[\s“\"«]*({choice})(?!\w)"),
        re.compile(rf"[,;] and (?:in this regard |in that regard )?({joined})(?!\w)"),
    )


def _is_verb(phrase: str) -> bool:
    return phrase.split()[0].endswith("s") and not phrase.split()[0].endswith("ss")


def opened(runs: tuple[Run, ...], language: str) -> tuple[Run, ...]:
    """Runs with their opening words emphasised, where the text has no emphasis of its own."""
    if any(run.style & _SET_OFF for run in runs):
        return runs
    words = "".join(run.text for run in runs)
    spans = list(vocabulary(language).spans(words))
    if not spans:
        return runs
    result: list[Run] = []
    start = 0
    for run in runs:
        end = start + len(run.text)
        at = start
        for first, last in spans:
            if last <= at or first >= end:
                continue
            if first > at:
                result.append(run._replace(text=words[at:first]))
            stop = min(last, end)
            inside = words[max(first, at) : stop]
            result.append(run._replace(text=inside, style=run.style | int(Style.EMPHASIS)))
            at = stop
        if at < end or run.note is not None:
            result.append(run._replace(text=words[at:end]))
        start = end
    return tuple(result)
