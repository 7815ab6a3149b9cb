"""Reading: tokens become citations, in one pass from left to right.

Parts find what they are parts of: "paragraph 4 of the annex to decision …", "decision …, annex,
paragraph 4", "paragraph 4 above", "paragraph 4 of the present decision".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import cast

from acquis.citation.instrument import Instruments
from acquis.citation.owner import Holder, Owner
from acquis.citation.sign import spaced
from acquis.citation.span import RANKS, Kind, Span, Step
from acquis.citation.token import Scanner, Token
from acquis.citation.vocabulary import scanner
from acquis.citation.words import Words, words
from acquis.model.institution import Convention

_LONGEST_GAP = 80
#: Texts up to this length are often repeated: footnotes such as "Resolution 70/1."
_OFTEN = 300


class Reader:
    """Reads the citations of texts in one language, for bodies that the data know."""

    def __init__(self, conventions: Iterable[Convention], language: str) -> None:
        known = tuple(conventions)
        bodies = {body.id: body for one in known for body in one.bodies}
        self.words: Words = words(language)
        self.scanner: Scanner = scanner(tuple(bodies.values()), language, self.words)
        self.owner = Owner(self.words)
        self.instruments = Instruments(known, language, self.words)
        of, inner, also = self.words.of, self.words.inner, self.words.also
        self.of = spaced(of) if of else None
        self.inner = spaced(f"(?:{self.words.date})?(?:{inner})")
        self.also = spaced(also)
        self.above = spaced(self.words.above)
        self.known: dict[tuple[str, ...], list[Span]] = {}
        self.ahead = spaced(f"(?:{self.words.ahead}) ?$") if self.words.ahead else None

    def read(self, text: str, own: Sequence[str] = ()) -> list[Span]:
        """The citations in the plain words of a text, in order, none over another.

        `own` are the ids of the bodies whose text it is.
        """
        return self._read(text, own, *self.scanner.places(text))

    def read_all(
        self, texts: Sequence[str], own: Sequence[str] = ()
    ) -> Iterator[tuple[int, list[Span]]]:
        """The citations of many texts: the place of each text that has any, with them.

        Quicker than one by one, since most texts have none: all are looked through as one.
        """
        ends = list(accumulate([len(text) + 1 for text in texts]))
        near: dict[int, tuple[list[int], list[int]]] = {}
        for which, places in enumerate(self.scanner.places("\n".join(texts))):
            start = end = 0
            inside: list[int] = []
            for place in places:
                if not start <= place < end:
                    index = bisect_right(ends, place)
                    start, end = ends[index - 1] if index else 0, ends[index]
                    inside = near.setdefault(index, ([], []))[which]
                inside.append(place - start)
        for index in sorted(near):
            spans = self._read(texts[index], own, *near[index])
            if spans:
                yield index, spans

    def _read(
        self, text: str, own: Sequence[str], numbers: Sequence[int], hints: Sequence[int]
    ) -> list[Span]:
        if not numbers and not hints:
            return []
        known = self.known.get((text, *own)) if len(text) <= _OFTEN else None
        if known is not None:
            return known
        stretch = self.words.stretch
        if stretch and stretch in text:
            return self._stretched(text, own, stretch)
        tokens = self.scanner.tokens(text, numbers, hints)
        reading = _Reading(self, text, own)
        for item in self.owner.holders(tokens, text, own):
            reading.take(item)
        reading.close()
        spans = sorted(reading.spans)
        if len(text) <= _OFTEN:
            self.known[(text, *own)] = spans
        return spans

    def _stretched(self, text: str, own: Sequence[str], stretch: str) -> list[Span]:
        """The citations of a text in which words are stretched: it is read without that."""
        kept = [place for place, character in enumerate(text) if character != stretch]
        plain = text.replace(stretch, "")
        return [
            span._replace(start=kept[span.start], end=kept[span.end - 1] + 1)
            for span in self._read(plain, own, *self.scanner.places(plain))
        ]


class _Reading:
    """One text being read: the parts that wait for what they are parts of."""

    def __init__(self, reader: Reader, text: str, own: Sequence[str]) -> None:
        self.reader = reader
        self.text = text
        self.own = own
        self.spans: list[Span] = []
        self.waiting: list[list[Token]] = []  # paths of units, the outermost first
        self.holder: Holder | None = None  # what stands before them, or was cited last
        self.left = False  # whether the holder before them holds them
        self.end = 0
        self.named: Holder | None = None  # the text that was named last

    def take(self, item: Holder | Token) -> None:
        """Go on with the next token or symbol."""
        if isinstance(item, Holder):
            self._hold(item)
        elif item.kind == "unit":
            self._unit(item)
        else:
            place = item.start, item.start, item.end, item.end
            if item.kind == "same":
                named = self.named
                if named is None:
                    self._hold(Holder(*place, "same"))
                else:
                    head, start, end, tail = place
                    again = named._replace(head=head, start=start, end=end, tail=tail, path=())
                    self._hold(again)
            else:
                self._hold(Holder(*place, cast(Kind, item.kind)))

    def close(self) -> None:
        """The text ends."""
        self._flush()
        self._holder_alone()

    def _gap(self, start: int) -> str:
        return self.text[self.end : start] if start - self.end <= _LONGEST_GAP else "\x00"

    def _unit(self, unit: Token) -> None:
        gap = self._gap(unit.start)
        of = self.reader.of
        if self.waiting:
            last = self.waiting[-1]
            outer = _rank(unit) < _rank(last[0])
            if self._joined(unit, gap):
                pass
            elif outer and of and of.fullmatch(gap):
                for path in self.waiting:
                    if _rank(unit) < _rank(path[0]):
                        path.insert(0, unit)
            elif _rank(unit) > _rank(last[-1]) and self.reader.inner.fullmatch(gap):
                self._within(unit)
            elif self.left and _rank(unit) < _rank(last[0]):
                self._begin(unit)  # "decision 1, paragraph 3, and annex II to decision 2"
            elif self.reader.also.fullmatch(gap):
                shared = [other for other in last if _rank(other) < _rank(unit)]
                self.waiting.append([*(shared if self.left else ()), unit])
            else:
                self._begin(unit)
        elif self.holder is not None and self.reader.inner.fullmatch(gap):
            self.left = True
            self.waiting = [[unit]]
        else:
            self._holder_alone()
            self.waiting = [[unit]]
        self.end = unit.end

    def _joined(self, unit: Token, gap: str) -> bool:
        """Items that are named apart from their paragraph are put together with it.

        "subparagraph (a) of paragraph 3", "paragraph 3, subparagraph (a)".
        """
        path = self.waiting[-1]
        last = path[-1]
        if not (unit.name == last.name == "para" and unit.signs and last.signs):
            return False
        of = self.reader.of
        own, other = unit.signs[0].sign, last.signs[-1].sign
        if other[:1].isalpha() and own[:1].isdigit() and len(unit.signs) == 1:
            if of is None or not of.fullmatch(gap):
                return False
            signs = tuple(one._replace(sign=f"{own}-{one.sign}") for one in last.signs)
        elif other[:1].isdigit() and own[:1].isalpha() and len(last.signs) == 1:
            if not self.reader.inner.fullmatch(gap):
                return False
            signs = tuple(one._replace(sign=f"{other}-{one.sign}") for one in unit.signs)
        else:
            return False
        path[-1] = last._replace(end=unit.end, signs=signs)
        return True

    def _begin(self, unit: Token) -> None:
        """A part that has nothing to do with what was before."""
        self._flush()
        self._holder_alone()
        self.waiting = [[unit]]

    def _within(self, unit: Token) -> None:
        """A part of the part before it: of "articles 3 and 4, paragraph 2" of the last number."""
        *outer, last = self.waiting[-1]
        if len(last.signs) > 1:
            sign = last.signs[-1]
            first = last._replace(end=last.signs[-2].end, signs=last.signs[:-1])
            self.waiting[-1] = [*outer, first]
            self.waiting.append([*outer, last._replace(start=sign.start, signs=(sign,)), unit])
        else:
            self.waiting[-1].append(unit)

    def _hold(self, holder: Holder) -> None:
        of = self.reader.of
        if self.waiting and of and of.fullmatch(self._gap(holder.head)):
            if self.left:  # the last part is of what follows, those before it of what went before
                *before, last = self.waiting
                self.waiting = before
                self._flush()
                self.waiting = [last[-1:]] if before else [last]
            self._holder_alone()
            self._emit(holder, after=True)
            self.waiting, self.left = [], False
            if holder.kind in ("text", "document"):
                self.named = holder
        else:
            if self.waiting:
                self._flush()
            if self.holder is not None:
                self._holder_alone()
            self.holder = holder
        self.end = holder.tail

    def _holder_alone(self) -> None:
        """What was named without a part of it is a citation itself."""
        holder, self.holder = self.holder, None
        if holder is None:
            return
        _, start, end, _, kind, symbol, noun, body, path = holder
        if kind in ("text", "document"):
            self.named = holder
        if kind not in ("within", "same"):
            self.spans.append(Span(start, end, kind, symbol, noun, body, path))

    def _flush(self) -> None:
        """The parts that wait belong to what stands before them, to this text, or to nothing."""
        if not self.waiting:
            return
        units = [unit for path in self.waiting for unit in path]
        last = units[-1]
        above = self.reader.above.match(self.text, last.end)
        first = units[0]
        ahead = self.reader.ahead and self.reader.ahead.search(
            self.text, max(0, first.start - 4), first.start
        )
        article = None
        if first.name == "article":
            article = self.reader.instruments.of(self.text, units, self.own)
        if above or ahead:
            self._holder_alone()
            self._emit(Holder(first.start, first.start, last.end, last.end, "within"), after=False)
        elif article:
            self._holder_alone()
            if article.start < first.start:  # 《宪章》第五十条
                self._emit(article, after=False)
            else:
                self._emit(article._replace(head=last.end, start=last.end), after=True)
        elif self.left and self.holder is not None:
            if self.holder.kind in ("text", "document"):
                self.named = self.holder
            self._emit(self.holder, after=False)
            self.holder = None
        elif first.name == "annex" and not self.text[first.start].isupper():
            # In capitals it is rather a convention's: "Parties included in Annex I".
            start, end = min(one.start for one in units), max(one.end for one in units)
            behind = first.start > start  # "paragraph 3 of the annex"
            self._emit(Holder(start, start, end, end, "annex"), after=behind)
        self.waiting, self.left = [], False

    def _emit(self, holder: Holder, *, after: bool) -> None:
        """One citation for each number of the parts that wait.

        `after`: the holder follows them, so that it belongs to the last one's words; else it goes
        before them, and belongs to the first one's.
        """
        found: list[tuple[int, int, tuple[Step, ...], str]] = []
        begun = -1
        for path in self.waiting:
            *around, unit = path
            outer = tuple(
                Step(other.name, other.signs[0].sign if other.signs else "") for other in around
            )
            # What a row of parts has in common is in the words of the first only.
            start = min(other.start for other in path if other.start > begun)
            begun = unit.start
            if not unit.signs:
                found.append((start, unit.end, (*outer, Step(unit.name, "")), ""))
            for place, sign in enumerate(unit.signs):
                begin = start if place == 0 else sign.start
                closing = unit.end if place == len(unit.signs) - 1 else sign.end
                found.append((begin, closing, (*outer, Step(unit.name, sign.sign)), sign.last))
        final = len(found) - 1
        for place, (begin, closing, steps, last) in enumerate(found):
            first_start = min(begin, holder.start) if not after and place == 0 else begin
            last_end = max(closing, holder.end) if after and place == final else closing
            self._add(first_start, last_end, holder, (*holder.path, *steps), last)

    def _add(
        self, start: int, end: int, holder: Holder, path: tuple[Step, ...], last: str = ""
    ) -> None:
        self.spans.append(
            Span(start, end, holder.kind, holder.symbol, holder.noun, holder.body, path, last)
        )


def _rank(unit: Token) -> int:
    return RANKS[unit.name]
