"""How a text relates itself to those that it cites, as far as its own words say so.

Only what is said beyond doubt counts: a text recalls what its recalling paragraph names, and
amends or supersedes what an operative paragraph of its own says that it does; what it tells of
other texts, and what it quotes, are none of its acts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from acquis import text as marks
from acquis.citation.citations import Citation
from acquis.citation.passage import Passage
from acquis.citation.sentence import boundaries
from acquis.citation.sign import spaced
from acquis.citation.words.acts import acts

#: How far before a citation, in characters, the word may stand that governs it; or, for what is
#: said, the citation before it.
_SAID, _DONE, _DIRECT, _LISTED = 240, 80, 90, 70
#: To adopt something is to name it at once; an amendment may name the part before.
_AT_ONCE = 12
_PREAMBLE = re.compile(r"(?:^|-)preamble-")
_LETTERS = re.compile(r"[^\W\d_]+")
#: Of the words between the texts of one list there are at most so many: a noun, a date.
_WORDS = 6


class Related(NamedTuple):
    """A relation of the text that cites, to what a citation names."""

    kind: str
    citation: Citation


def related(citations: Iterable[Citation], language: str) -> Iterator[Related]:
    """The relations that the citations of one text tell, in their order."""
    expressions = _expressions(language)
    reading: _Reading | None = None
    for one in citations:
        if one.kind != "text" or one.passage.note or "quote-" in one.anchor:
            continue
        if reading is None or reading.passage is not one.passage:
            reading = _Reading(one.passage, expressions)
        kind = reading.kind(one)
        if kind:
            yield Related(kind, one)


@dataclass(frozen=True, slots=True)
class _Expressions:
    """The expressions of one language, made ready."""

    said: Mapping[str, re.Pattern[str]]
    directly: Mapping[str, re.Pattern[str]]
    done: Mapping[str, re.Pattern[str]]
    undergone: Mapping[str, re.Pattern[str]]
    told: re.Pattern[str]


class _Reading:
    """A passage that cites, looked through once for all its citations."""

    def __init__(self, passage: Passage, expressions: _Expressions) -> None:
        self.passage = passage
        self.words = marks.plain(passage.words)
        self.expressions = expressions
        self.preamble = _PREAMBLE.search(passage.anchor) is not None
        self.annex = "annex-" in passage.anchor
        self.sentences = list(boundaries(self.words))
        self.told = [match.start() for match in expressions.told.finditer(self.words)]
        self.said = self._places(expressions.said)
        self.done = [] if self.preamble else self._places(expressions.done)
        self.before: tuple[int, str] = (0, "")

    def _places(self, patterns: Mapping[str, re.Pattern[str]]) -> list[tuple[int, str]]:
        """Where the words end that speak of a relation, in order."""
        return sorted(
            (match.end(), kind)
            for kind, pattern in patterns.items()
            for match in pattern.finditer(self.words)
        )

    def kind(self, one: Citation) -> str:
        """The relation to what is cited, "" for none; citations come in their order."""
        place = bisect_right(self.sentences, one.start)
        first = self.sentences[place - 1] if place else 0
        found = ""
        if not self.preamble:
            found = self._done(one, first)
        if not found and not self.annex:
            found = self._directly(one, first) or self._listed(one, first) or self._said(one, first)
        self.before = (one.end, found)
        return found

    def _done(self, one: Citation, first: int) -> str:
        """What an operative paragraph does to the text that it cites."""
        for kind, pattern in self.expressions.undergone.items():
            if pattern.match(self.words, one.end):
                return _act(kind, one)
        for end, kind in reversed(self.done):
            near = _AT_ONCE if kind == "adopts" else _DONE
            if max(first, one.start - near) <= end <= one.start:
                return "" if self._tells(end, one.start) else _act(kind, one)
        return ""

    def _directly(self, one: Citation, first: int) -> str:
        if self._tells(first, one.start):
            return ""
        near = self.words[max(first, one.start - _DIRECT) : one.start]
        patterns = self.expressions.directly.items()
        return next((kind for kind, pattern in patterns if pattern.search(near)), "")

    def _listed(self, one: Citation, first: int) -> str:
        """The relation to the text before in a list."""
        end, kind = self.before
        if not kind or end < first or one.start - end > _LISTED or self._tells(end, one.start):
            return ""
        return kind if len(_LETTERS.findall(self.words, end, one.start)) <= _WORDS else ""

    def _said(self, one: Citation, first: int) -> str:
        place = bisect_right(self.said, (one.start, ""))
        end, kind = self.said[place - 1] if place else (-1, "")
        if end < first or self._tells(end, one.start):
            return ""
        since = max(end, self.before[0] if self.before[1] == kind else 0)
        return kind if one.start - since <= _SAID else ""

    def _tells(self, start: int, end: int) -> bool:
        """Whether a clause begins between two places that speaks of another text's acts."""
        place = bisect_left(self.told, start)
        return place < len(self.told) and self.told[place] < end


def _act(kind: str, one: Citation) -> str:
    """Who replaces a part of a text amends the text."""
    return "amends" if kind == "supersedes" and one.part else kind


@cache
def _expressions(language: str) -> _Expressions:
    known = acts(language)
    start, end = ("", "") if known.joined else (r"(?<!\w)", r"(?!\w)")
    # A noun and its body may stand between ("pursuant to its resolutions").
    gap = "[^，。；]{{0,12}}" if known.joined else r"(?:\s*[^\W\d_]+){{0,2}}\s*"

    def made(sources: Mapping[str, str], form: str) -> dict[str, re.Pattern[str]]:
        return {kind: spaced(form.format(source)) for kind, source in sources.items()}

    return _Expressions(
        made(known.said, f"{start}(?:{{}}){end}"),
        made(known.directly, f"{start}(?:{{}}){gap}$"),
        made(known.done, f"{start}(?:{{}})"),
        made(known.undergone, "(?:{})"),
        spaced(f"{start}(?:{known.told}){end}"),
    )
