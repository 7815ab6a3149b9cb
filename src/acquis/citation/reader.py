"""Reading: tokens become citations, in one pass from left to right.

Parts find what they are parts of: "paragraph 4 of the annex to decision …", "decision …, annex,
paragraph 4", "paragraph 4 above", "paragraph 4 of the present decision".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, cast

from acquis.citation.instrument import Instruments
from acquis.citation.owner import Holder, Owner
from acquis.citation.sign import spaced
from acquis.citation.span import RANKS, Kind, Span, Step
from acquis.citation.token import Scanner, Token
from acquis.citation.vocabulary import scanner
from acquis.citation.words import Words, words
from acquis.model.institution import Convention

#: Makes a passage of all of its fields, which takes a third of the time.
_made = tuple.__new__
_LONGEST_GAP = 80
#: Texts up to this length are often repeated: footnotes such as "Resolution 70/1."
_OFTEN = 300


class Spoken(NamedTuple):
    """What a text says: the plain words of its passages, those from `notes` on being footnotes.

    `own` are the ids of the bodies whose text it is.
    """

    passages: Sequence[str]
    own: Sequence[str]
    notes: int


class _Passage(NamedTuple):
    """A passage to be read, and where it is `known` then."""

    text: str
    own: Sequence[str]
    hints: Sequence[int] | None
    known: dict[str, list[Span]]


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
        self.bare = spaced(f"(?:{self.words.bare})$") if self.words.bare else None
        self.bare_end = spaced(self.words.bare_end)
        self.known: dict[tuple[str, ...], tuple[dict[str, list[Span]], dict[str, list[Span]]]] = {}
        self.ahead = spaced(f"(?:{self.words.ahead}) ?$") if self.words.ahead else None

    def read(self, text: str, own: Sequence[str] = ()) -> list[Span]:
        """The citations in the plain words of a text, in order, none over another.

        `own` are the ids of the bodies whose text it is.
        """
        (found,) = self.read_all([Spoken([text], own, 0)])
        return found.get(0, [])

    def read_all(self, spoken: Sequence[Spoken]) -> list[dict[int, list[Span]]]:
        """The citations of many texts: for each the passages that have any, by their place.

        Quicker than one by one: most passages have none, so that all are looked through as one,
        and the others go through one step after the other together.
        """
        telling = self.scanner.telling(
            [one.passages for one in spoken], [one.notes for one in spoken]
        )
        fresh: list[_Passage] = []
        for one, hints in zip(spoken, telling, strict=True):
            known = self._known(one.own)
            for place, where in hints.items():
                text, often = one.passages[place], known[place >= one.notes]
                if text not in often:
                    often[text] = []
                    fresh.append(_made(_Passage, (text, one.own, where, often)))
        for passage, spans in zip(fresh, self._read(fresh), strict=True):
            passage.known[passage.text] = spans
        found = [
            {
                place: spans
                for known in [self._known(one.own)]
                for place in sorted(hints)
                if (spans := known[place >= one.notes][one.passages[place]])
            }
            for one, hints in zip(spoken, telling, strict=True)
        ]
        for passage in fresh:
            if len(passage.text) > _OFTEN:
                del passage.known[passage.text]
        return found

    def _known(self, own: Sequence[str]) -> tuple[dict[str, list[Span]], dict[str, list[Span]]]:
        """What was read before in texts of some bodies: passages, and footnotes."""
        return self.known.setdefault((*own,), ({}, {}))

    def _read(self, passages: Sequence[_Passage]) -> list[list[Span]]:
        """The citations of passages, all step by step."""
        stretch = self.words.stretch
        plain = [
            self._plain(one, stretch) if stretch and stretch in one.text else one
            for one in passages
        ]
        tokens = [self.scanner.tokens(one.text, one.hints) for one in plain]
        items = [
            self.owner.holders(found, one.text, one.own)
            for found, one in zip(tokens, plain, strict=True)
        ]
        spans = [
            self._together(found, one.text, one.own)
            for found, one in zip(items, plain, strict=True)
        ]
        return [
            found if one is other else _stretched(found, one.text, stretch)
            for found, one, other in zip(spans, passages, plain, strict=True)
        ]

    def _plain(self, passage: _Passage, stretch: str) -> _Passage:
        """A passage without the character by which words are stretched."""
        text = passage.text.replace(stretch, "")
        return passage._replace(text=text, hints=self.scanner.telling([[text]], [0])[0].get(0, ()))

    def _together(
        self, items: Sequence[Holder | Token], text: str, own: Sequence[str]
    ) -> list[Span]:
        """Parts and what they are of, put together."""
        alone = [item.cited for item in items if isinstance(item, Holder)]
        if len(alone) == len(items):
            return alone
        reading = _Reading(self, text, own)
        for item in items:
            reading.take(item)
        reading.close()
        return sorted(reading.spans)


def _stretched(spans: Sequence[Span], text: str, stretch: str) -> list[Span]:
    """Citations that were read without the character by which words of a text are stretched."""
    kept = [place for place, character in enumerate(text) if character != stretch]
    return [span._replace(start=kept[span.start], end=kept[span.end - 1] + 1) for span in spans]


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
        self.documents = False  # whether a document was named, which has paragraphs too
        self.named: Span | None = None  # the text that was named last

    def take(self, item: Holder | Token) -> None:
        """Go on with the next token or symbol."""
        if isinstance(item, Holder):
            self._hold(item)
        elif item.kind == "unit":
            self._unit(item)
        else:
            start, end, kind = item[:3]
            cited = Span(start, end, cast(Kind, kind))
            if kind == "same" and self.named is not None:
                cited = self.named._replace(start=start, end=end, path=())
            self._hold(Holder(start, end, cited))

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
            self._emit(holder.cited, after=True)
            self.waiting, self.left = [], False
            if holder.cited.kind in ("text", "document"):
                self.named = holder.cited
        else:
            if self.waiting:
                self._flush()
            if self.holder is not None:
                self._holder_alone()
            self.holder = holder
        self.documents = self.documents or holder.cited.kind == "document"
        self.end = holder.tail

    def _holder_alone(self) -> None:
        """What was named without a part of it is a citation itself."""
        holder, self.holder = self.holder, None
        if holder is None:
            return
        cited = holder.cited
        if cited.kind in ("text", "document"):
            self.named = cited
        if cited.kind not in ("within", "same"):
            self.spans.append(cited)

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
            self._emit(Span(first.start, last.end, "within"), after=False)
        elif article:
            self._holder_alone()
            if article.start < first.start:  # 《宪章》第五十条
                self._emit(article, after=False)
            else:
                self._emit(article._replace(start=last.end), after=True)
        elif self.left and self.holder is not None:
            if self.holder.cited.kind in ("text", "document"):
                self.named = self.holder.cited
            self._emit(self.holder.cited, after=False)
            self.holder = None
        elif first.name == "para" and self._bare(first.start, last.end):
            self._emit(Span(first.start, last.end, "bare"), after=False)
        elif first.name == "annex" and not self.text[first.start].isupper():
            # In capitals it is rather a convention's: "Parties included in Annex I".
            start, end = min(one.start for one in units), max(one.end for one in units)
            behind = first.start > start  # "paragraph 3 of the annex"
            self._emit(Span(start, end, "annex"), after=behind)
        self.waiting, self.left = [], False

    def _bare(self, start: int, end: int) -> bool:
        """Whether paragraphs that are named alone can be the text's own."""
        bare = self.reader.bare
        if bare is None or self.documents or not self.reader.bare_end.match(self.text, end):
            return False
        return bare.search(self.text, max(0, start - 6), start) is not None

    def _emit(self, holder: Span, *, after: bool) -> None:
        """One citation for each number of the parts that wait, which are of what `holder` cites.

        `after`: that follows them, so that it belongs to the last one's words; else it goes before
        them, and belongs to the first one's.
        """
        _, _, kind, symbol, noun, body, *_ = holder
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
            whole = (*holder.path, *steps)
            cited = kind, symbol, noun, body, whole, last
            self.spans.append(Span(first_start, last_end, *cited))


def _rank(unit: Token) -> int:
    return RANKS[unit.name]
