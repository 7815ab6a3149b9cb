"""Whose a symbol is: the noun before it, the body that the sentence names, or the text's own.

"61/129" alone says nothing; "its resolution 61/129", "Council resolutions 5/1 and 5/2", "résolution
68/1 de l’Assemblée générale" do. Forms that several bodies share are told apart so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from acquis.citation.form import Form, as_printed, in_full
from acquis.citation.sign import spaced
from acquis.citation.span import Kind, Step
from acquis.citation.token import Token
from acquis.citation.words import Words
from acquis.model.institution import Body

#: Where the nouns and bodies of a sentence no longer count.
_SENTENCE = re.compile(r"[.?!؟]\s+(?=[^\Wa-zа-я])|。")
_FARTHEST = 600


@dataclass(frozen=True, slots=True)
class Holder:
    """What parts can be of: what is cited at `start` to `end`, with its words `head` to `tail`.

    `letter` is the part of a text that a symbol such as 217 A (III) names beside it.
    """

    head: int
    start: int
    end: int
    tail: int
    kind: Kind
    symbol: str = ""
    noun: str = ""
    body: str = ""
    path: tuple[Step, ...] = ()


class Owner:
    """Finds the noun and the body of each symbol among the tokens of a text."""

    def __init__(self, bodies: Mapping[str, Body], words: Words) -> None:
        self.bodies = bodies
        self.words = words
        date = f"(?:{words.date})?"
        self.after = spaced(f"{date},?(?:{words.whose})")
        self.leading = spaced(f"(?:{words.leading}| ?)")
        self.near = spaced(words.near) if words.near else None
        self.between = spaced(f"(?:{words.whose})")
        self.listed = spaced(f" ?(?:号)?{date}(?:{words.also})?(?:{words.date})?(?:第)?")
        self.including = spaced(f"(?:{words.including})[^.;]*$") if words.including else None
        said = words.introduced or f"(?:{words.leading})?"
        self.directly = spaced(f"{said}{date}{said} ?第?")

    def holders(
        self, tokens: Sequence[Token], text: str, own: Sequence[str]
    ) -> Iterator[Holder | Token]:
        """The tokens with symbols in their place as holders; nouns and bodies are spent."""
        nouns = self._nouns(tokens, text)
        later = self._later(tokens, text)
        said: tuple[str, ...] | None = None
        recent: tuple[str, ...] = ()
        noun: Token | None = None
        listed = 0  # the end of the noun, or of the last symbol of its list
        document = -9  # the end of a document, or of the parts of it that follow
        for place, token in enumerate(tokens):
            if token.kind == "noun":
                before = said if noun and self._goes_on(text, noun.end, token.start) else None
                said = self._said(tokens, place, text)
                said = before if said is None else said
                if token.start - document < 4:
                    said = ()  # a resolution that a document holds: "E/2015/27, chap. I, resolution 1"
                noun, listed = token, token.end
            elif token.kind == "symbol":
                mine = nouns.get(place) if self.words.noun_last else noun
                if mine and not self.words.noun_last:
                    if _apart(text, listed, token.start):
                        mine = noun = None
                    listed = token.end
                bodies = self._before(tokens, place, text)
                if self.words.noun_last:
                    if bodies is None and not self._on(text, listed, token.start):
                        said = None
                    elif bodies is not None:
                        said = bodies
                    listed = token.end
                if bodies is None:
                    bodies = later.get(place, said if mine else None)
                holder = self._holder(tokens, place, text, mine, bodies, own, recent)
                if holder is not None:
                    if said is None and holder.body not in own:
                        said = (holder.body,)  # the list goes on with texts of the same body
                    document = token.end if holder.kind == "document" else document
                    yield holder
            elif token.kind == "body":
                recent = (*token.bodies[:1], *recent[:3])
            else:
                if token.kind == "unit":
                    document = token.end if token.start - document < 5 else document
                    listed = listed if _apart(text, listed, token.start) else token.end
                yield token

    def _nouns(self, tokens: Sequence[Token], text: str) -> dict[int, Token]:
        """The noun that follows each symbol, in a language that sets it last."""
        found: dict[int, Token] = {}
        if not self.words.noun_last:
            return found
        noun: Token | None = None
        nearest = 0
        for place in range(len(tokens) - 1, -1, -1):
            token = tokens[place]
            if token.kind == "noun":
                noun, nearest = token, token.start
            elif token.kind == "symbol" and noun:
                if _apart(text, token.end, nearest):
                    noun = None
                    continue
                found[place], nearest = noun, token.start
        return found

    def _later(self, tokens: Sequence[Token], text: str) -> dict[int, tuple[str, ...]]:
        """The bodies named after a symbol or after the list that it belongs to."""
        found: dict[int, tuple[str, ...]] = {}
        if not self.words.whose:
            return found
        for place in range(len(tokens) - 2, -1, -1):
            token, following = tokens[place], tokens[place + 1]
            if token.kind != "symbol":
                continue
            gap = text[token.end : following.start]
            if following.kind == "body" and self.after.fullmatch(gap):
                found[place] = following.bodies
            elif place + 1 in found and len(gap) < 60 and self.listed.fullmatch(gap):
                found[place] = found[place + 1]
        return found

    def _said(self, tokens: Sequence[Token], place: int, text: str) -> tuple[str, ...] | None:
        """The bodies named directly before a noun, or directly after it."""
        noun = tokens[place]
        if place and tokens[place - 1].kind == "body":
            body = tokens[place - 1]
            gap = text[body.end : noun.start]
            if self.leading.fullmatch(gap):
                return body.bodies
            if body.bodies and self.near and len(gap) < 40 and self.near.fullmatch(gap):
                return body.bodies
        if place + 1 < len(tokens) and tokens[place + 1].kind == "body":
            body = tokens[place + 1]
            if self.between.fullmatch(text[noun.end : body.start]):
                return body.bodies
        return None

    def _goes_on(self, text: str, start: int, end: int) -> bool:
        """Whether a noun only goes on with the texts of the body that was named before."""
        if self.including is None or _apart(text, start, end) or ";" in text[start:end]:
            return False
        return self.including.search(text, max(start, end - 40), end) is not None

    def _on(self, text: str, start: int, end: int) -> bool:
        """Whether a list goes on, in a language that sets the noun last."""
        gap = text[start:end]
        if end - start > 60:
            return False
        return bool(self.listed.fullmatch(gap)) or self._goes_on(text, start, end)

    def _before(self, tokens: Sequence[Token], place: int, text: str) -> tuple[str, ...] | None:
        """The bodies named directly before a symbol."""
        if place and tokens[place - 1].kind == "body":
            body, symbol = tokens[place - 1], tokens[place]
            gap = text[body.end : symbol.start]
            if len(gap) < 200 and self.directly.fullmatch(gap):
                return body.bodies
        return None

    def _holder(
        self,
        tokens: Sequence[Token],
        place: int,
        text: str,
        noun: Token | None,
        bodies: tuple[str, ...] | None,
        own: Sequence[str],
        recent: Sequence[str],
    ) -> Holder | None:
        token = tokens[place]
        printed = text[token.start : token.end]
        form = self._form(token, printed, noun, bodies, own, recent)
        if form is None:
            return None
        head, tail = self._extent(tokens, place, text, noun)
        if form.document:
            symbol = as_printed(printed)
            return Holder(head, token.start, token.end, tail, "document", symbol, "", form.body)
        values = form.values(printed, self.words.letters)
        symbol, letter = in_full(values, self.bodies[form.body]) if values else ("", "")
        if not symbol:
            return None
        start, end = token.start, token.end
        if noun is not None and self._alone(tokens, place):
            start, end = min(start, head), max(end, tail if self.words.noun_last else end)
        kind = noun.name if noun else form.kind
        path = (Step("part", letter),) if letter else ()
        return Holder(head, start, end, tail, "text", symbol, kind, form.body, path)

    def _form(
        self,
        token: Token,
        printed: str,
        noun: Token | None,
        bodies: tuple[str, ...] | None,
        own: Sequence[str],
        recent: Sequence[str],
    ) -> Form | None:
        """The form that a symbol is of, None where nothing says so."""
        fitting = [
            form
            for form in token.forms
            if (not form.bare or (noun is not None and form.kind in ("", noun.name)))
            and self._met(form, printed)
        ]
        if bodies is not None:
            named = [form for form in fitting if form.body in bodies]
            if named or (not bodies and all(form.bare for form in fitting)):
                fitting = named
        if not fitting:
            return None
        for body in (*own, *recent):
            for form in fitting:
                if form.body == body:
                    return form
        return fitting[0]

    def _met(self, form: Form, printed: str) -> bool:
        """Whether the body wrote symbols so at the meeting that a symbol names."""
        first = self.bodies[form.body].first_meeting
        if not first or form.document or "meeting" not in form.pattern.names:
            return True
        values = form.values(printed, self.words.letters)
        return values is not None and int(values["meeting"]) >= first

    def _extent(
        self, tokens: Sequence[Token], place: int, text: str, noun: Token | None
    ) -> tuple[int, int]:
        """From the noun and the body before a symbol to the date and the body after it."""
        head, tail = tokens[place].start, tokens[place].end
        before = place - 1
        while before >= 0 and tokens[before].kind in ("noun", "body"):
            gap = text[tokens[before].end : head]
            if len(gap) > 60 or not self.directly.fullmatch(gap):
                break
            head = tokens[before].start
            before -= 1
        if place + 1 < len(tokens) and tokens[place + 1].kind == "body":
            body = tokens[place + 1]
            if self.words.whose and self.after.fullmatch(text[tail : body.start]):
                tail = body.end
        if self.words.noun_last and noun is not None and noun.start - tail < 4:
            tail = noun.end
        return head, tail

    def _alone(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether a symbol is the only one of its noun, so that both make one citation."""
        here = tokens[place + 1 : place + 2] if not self.words.noun_last else ()
        there = tokens[place - 1 : place] if place else ()
        return not any(other.kind == "symbol" for other in (*here, *there))


def _apart(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two places, or they are too far apart."""
    return end - start > _FARTHEST or _SENTENCE.search(text, start, end) is not None
