"""Series: texts that a range such as "decisions 2/RA.7 to 4/RA.7" cites without naming each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from acquis.citation.sign import spaced
from acquis.citation.span import Span
from acquis.citation.words import Words
from acquis.model.institution import Body
from acquis.symbol import COUNTED

#: A range of more texts than this is none.
_LONGEST = 50
_FARTHEST = 40


class Series:
    """Finds the texts between the first and the last of a range, in one language."""

    def __init__(self, words: Words, bodies: Mapping[str, Body]) -> None:
        self.bodies = bodies
        self.upto = spaced(f"(?:{words.closed})?(?:{words.upto})(?:{words.opened})?")

    def complete(self, spans: Sequence[Span], text: str) -> Iterator[Span]:
        """The citations of a text, and before the last of each range those that it leaves out.

        They have the words of the whole range.
        """
        before: Span | None = None
        for span in spans:
            if before is not None and self._ranges(before, span, text):
                for symbol in self._between(before, span):
                    yield before._replace(end=span.end, symbol=symbol)
            before = span
            yield span

    def _ranges(self, first: Span, last: Span, text: str) -> bool:
        whole = first.kind == last.kind == "text" and not (first.path or last.path)
        near = whole and first.body == last.body and last.start - first.end < _FARTHEST
        return near and self.upto.fullmatch(text, first.end, last.start) is not None

    def _between(self, first: Span, last: Span) -> Iterator[str]:
        """The symbols between two that differ in their running number only."""
        body = self.bodies[first.body]
        for pattern in body.symbols:
            values, others = pattern.parse(first.symbol), pattern.parse(last.symbol)
            if values is None or others is None:
                continue
            start, end = values.pop(COUNTED, ""), others.pop(COUNTED, "")
            if values == others and start.isdecimal() and end.isdecimal():
                numbers = range(int(start) + 1, int(end))
                for number in numbers if len(numbers) < _LONGEST else ():
                    yield pattern.format({**values, COUNTED: str(number)}) or ""
            return
