"""Whose a symbol is: the noun before it, the body that the sentence names, or the text's own.

"61/129" alone says nothing; "its resolution 61/129", "Council resolutions 5/1 and 5/2", "résolution
68/1 de l’Assemblée générale" do. Forms that several bodies share are told apart so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from acquis.citation.form import Form
from acquis.citation.nearby import Bodies, Nearby, apart
from acquis.citation.sign import loose
from acquis.citation.span import Span, Step
from acquis.citation.token import Token
from acquis.citation.words import Words

_NO_NOUNS: Mapping[int, Token] = {}
_NO_BODIES: Mapping[int, tuple[str, ...]] = {}


class Holder(NamedTuple):
    """What parts can be of: what is cited, with all of its words, from `head` to before `tail`.

    The path of what is cited has the part that a symbol such as 217 A (III) names beside it.
    """

    head: int
    tail: int
    cited: Span


#: Makes holders and spans of all their fields, which takes a third of the time.
_made = tuple.__new__


class Owner:
    """Finds the noun and the body of each symbol among the tokens of a text."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.nearby = Nearby(words)
        self.known: dict[tuple[Form, str], tuple[str, str] | None] = {}
        letters = "|".join(("[A-Z]{1,2}", *words.letters))
        self.further = re.compile(
            f"(?:{loose(words.also)}|{loose(words.upto)})(?P<letter>{letters})"
            "(?![^\\W\u2e80-\u9fff]|[’'.])"
        )
        self.ordered: dict[tuple[object, ...], Sequence[Form]] = {}

    def holders(
        self, tokens: Sequence[Token], text: str, own: Sequence[str]
    ) -> list[Holder | Token]:
        """The tokens with symbols in their place as holders; nouns and bodies are spent."""
        kinds = [token[2] for token in tokens]
        if "symbol" not in kinds:
            return [token for token in tokens if token[2] not in ("noun", "body")]
        found: list[Holder | Token] = []
        sentence = _Sentence(self, tokens, text, own, named="body" in kinds)
        for place, (token, kind) in enumerate(zip(tokens, kinds, strict=True)):
            if kind == "symbol":
                holder = sentence.symbol(place, token)
                if holder is not None:
                    found.append(holder)
                    if sentence.lettered is not None:
                        found.extend(self._letters(sentence.lettered, token, holder, text))
            elif kind == "noun":
                sentence.noun(place, token)
            elif kind == "body":
                sentence.recent = (*token.bodies[:1], *sentence.recent[:3])
            else:
                if kind == "unit":
                    sentence.unit(token)
                found.append(token)
        return found

    def _letters(self, form: Form, token: Token, first: Holder, text: str) -> Iterator[Holder]:
        """The further letters of "77/128 A and B", each a text of its own."""
        match = form.regex.fullmatch(text, token.start, token.end)
        place = token.end
        while match is not None and (more := self.further.match(text, place)) is not None:
            start, place = more.span("letter")
            printed = text[token.start : match.start(form.pattern.names[-1])] + more["letter"]
            read = self.read(form, printed)
            if read is not None:
                cited = first.cited._replace(start=start, end=place, symbol=read[0])
                yield Holder(start, place, cited)

    def read(self, form: Form, printed: str) -> tuple[str, str] | None:
        """The full symbol of a form as printed, read once."""
        key = form, printed
        if key not in self.known:
            self.known[key] = form.read(printed, self.words.letters)
        return self.known[key]


class _Sentence:
    """What has been said so far of whose the texts are that are cited."""

    __slots__ = (
        *(
            "document",
            "following",
            "last",
            "later",
            "lettered",
            "listed",
            "nearby",
            "noun_last",
            "own",
        ),
        *("owner", "recent", "said", "text", "tokens"),
    )

    def __init__(
        self,
        owner: Owner,
        tokens: Sequence[Token],
        text: str,
        own: Sequence[str],
        *,
        named: bool,
    ) -> None:
        self.owner = owner
        self.nearby = owner.nearby
        self.lettered: Form | None = None  # the form of the last symbol, if a letter ends it
        self.tokens = tokens
        self.text = text
        self.own = tuple(own)
        self.noun_last = owner.words.noun_last
        self.following = self.nearby.nouns(tokens, text) if self.noun_last else _NO_NOUNS
        self.later = self.nearby.later(tokens, text) if named else _NO_BODIES
        self.said: Bodies = None
        self.recent: tuple[str, ...] = ()
        self.last: Token | None = None  # the noun
        self.listed = 0  # the end of the noun, or of the last symbol of its list
        self.document = -9  # the end of a document, or of the parts of it that follow

    def noun(self, place: int, token: Token) -> None:
        """A noun begins a new list, of the same body where it only goes on with examples."""
        said = self.nearby.beside(self.tokens, place, self.text)
        goes_on = said is None and (
            self.noun_last  # it ends a list, and does not begin one
            or (
                self.last is not None and self.nearby.goes_on(self.text, self.last.end, token.start)
            )
        )
        if not goes_on:
            self.said = said
        if token.start - self.document < 4:
            self.said = ()  # what a document holds: "E/2015/27, chap. I, resolution 1"
        self.last, self.listed = token, token.end

    def unit(self, token: Token) -> None:
        """A part: neither the list nor the document that it is of ends with it."""
        if token.start - self.document < 5:
            self.document = token.end
        if not apart(self.text, self.listed, token.start):
            self.listed = token.end

    def symbol(self, place: int, token: Token) -> Holder | None:
        """What a symbol cites, None where nothing says so."""
        tokens, text, nearby = self.tokens, self.text, self.nearby
        start, end = token[:2]
        before = tokens[place - 1][2] if place else ""
        bodies = nearby.before(tokens, place, text) if before == "body" else None
        if self.noun_last:
            noun = self.following.get(place)
            if bodies is not None:
                self.said = bodies
            elif not nearby.lists_on(text, self.listed, start):
                self.said = None
        else:
            noun = self.last
            if noun is not None and apart(text, self.listed, start):
                noun = self.last = None
        self.listed = end
        if bodies is None:
            bodies = self.later.get(place, self.said if noun else None)
        form, read = self._form(token, text[start:end], noun, bodies)
        if form is None or read is None:
            return None
        symbol, letter = read
        following = tokens[place + 1][2] if place + 1 < len(tokens) else ""
        head = nearby.head(tokens, place, text) if before in ("noun", "body") else start
        tail = end
        if self.noun_last or following == "body":
            tail = nearby.tail(tokens, place, text, noun)
        if form.document:
            self.lettered = None
            self.document = end
            cited = _made(Span, (start, end, "document", symbol, "", form.body, (), ""))
            return _made(Holder, (head, tail, cited))
        self.lettered = form if form.lettered else None
        if self.said is None and form.body not in self.own:
            self.said = (form.body,)  # the list goes on with texts of the same body
        alone = before != "symbol" and (
            self.noun_last or following != "symbol" or nearby.alone(tokens, place, text)
        )
        if noun is not None and alone:
            start, end = head, tail if self.noun_last else end
        path = (Step("part", letter),) if letter else ()
        kind = noun.name if noun else form.kind
        cited = _made(Span, (start, end, "text", symbol, kind, form.body, path, ""))
        return _made(Holder, (head, tail, cited))

    def _form(
        self, token: Token, printed: str, noun: Token | None, bodies: Bodies
    ) -> tuple[Form | None, tuple[str, str] | None]:
        """The form that a symbol is of, and its full symbol."""
        kind = noun.name if noun is not None else None
        key = token.name, kind, bodies, self.own, self.recent
        fitting = self.owner.ordered.get(key)
        if fitting is None:
            order = (*self.own, *self.recent)
            fitting = self.owner.ordered[key] = _fitting(token.forms, kind, bodies, order)
        for form in fitting:
            read = self.owner.read(form, printed)
            if read is not None:
                return form, read
        return None, None


def _fitting(
    forms: Sequence[Form], kind: str | None, bodies: Bodies, order: Sequence[str]
) -> Sequence[Form]:
    """The forms that can be meant, best first: of the bodies named, or of those in an order."""
    fitting = [
        form
        for form in forms
        if not form.bare or (kind is not None and (form.kind == kind or not form.kind))
    ]
    if bodies is not None:
        named = [form for form in fitting if form.body in bodies]
        if named or (not bodies and all(form.bare for form in fitting)):
            fitting = named
    places = {body: place for place, body in reversed(list(enumerate(order)))}
    return sorted(fitting, key=lambda form: places.get(form.body, len(order)))
