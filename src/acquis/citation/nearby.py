"""What stands near a symbol: its noun, and the body that the words beside it name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from acquis.citation.sign import spaced
from acquis.citation.token import Token
from acquis.citation.words import Words

#: Where the nouns and bodies of a sentence no longer count.
_SENTENCE = re.compile(r"[.?!؟。](?:(?<=。)|\s+(?=[^\Wa-zа-я]))")
_FARTHEST = 600

Bodies = tuple[str, ...] | None


class Nearby:
    """Looks at the tokens beside a noun or a symbol, and at the words between them."""

    def __init__(self, words: Words) -> None:
        self.words = words
        date = f"(?:{words.date})?"
        self.after = spaced(f"{date},?(?:{words.whose})")
        self.leading = spaced(f"(?:{words.leading}| ?)")
        self.near = spaced(words.near) if words.near else None
        self.also = spaced(words.also)
        self.between = spaced(f"(?:{words.whose})")
        opened = f"(?:{words.opened})?"
        listed = f" ?(?:{words.closed})?{date}(?:{words.also})?{date}{opened}"
        self.listed = spaced(listed)
        self.including = spaced(f"(?:{words.including})[^.;]*$") if words.including else None
        said = words.introduced or f"(?:{words.leading})?"
        self.directly = spaced(f"{said}{date}{said} ?{opened}")

    def nouns(self, tokens: Sequence[Token], text: str) -> dict[int, Token]:
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
                if apart(text, token.end, nearest):
                    noun = None
                else:
                    found[place], nearest = noun, token.start
        return found

    def later(self, tokens: Sequence[Token], text: str) -> dict[int, tuple[str, ...]]:
        """The bodies named after a symbol or after the list that it belongs to."""
        found: dict[int, tuple[str, ...]] = {}
        if not self.words.whose:
            return found
        for place in range(len(tokens) - 2, -1, -1):
            token, following = tokens[place], tokens[place + 1]
            if token.kind != "symbol":
                continue
            if following.kind == "body":
                if self._follows(text, token, following):
                    found[place] = following.bodies
            elif (
                place + 1 in found
                and following.start - token.end < 60
                and self.listed.fullmatch(text, token.end, following.start)
            ):
                found[place] = found[place + 1]
        return found

    def beside(self, tokens: Sequence[Token], place: int, text: str) -> Bodies:
        """The bodies named directly before a noun, or directly after it."""
        noun = tokens[place]
        if place and tokens[place - 1].kind == "body":
            body = tokens[place - 1]
            if self.leading.fullmatch(text, body.end, noun.start):
                return body.bodies
            near = self.near if body.bodies and noun.start - body.end < 40 else None
            if near is not None and near.fullmatch(text, body.end, noun.start):
                return body.bodies
        if place + 1 < len(tokens) and tokens[place + 1].kind == "body":
            body = tokens[place + 1]
            if self.between.fullmatch(text, noun.end, body.start):
                return body.bodies
        return None

    def before(self, tokens: Sequence[Token], place: int, text: str) -> Bodies:
        """The bodies named directly before a symbol."""
        if not place or tokens[place - 1].kind != "body":
            return None
        body, symbol = tokens[place - 1], tokens[place]
        near = symbol.start - body.end < 200
        if near and self.directly.fullmatch(text, body.end, symbol.start):
            return body.bodies
        return None

    def goes_on(self, text: str, start: int, end: int) -> bool:
        """Whether a noun only goes on with the texts of the body that was named before."""
        if end - start < 20 and self.also.fullmatch(text, start, end):
            return True  # "its resolutions and decisions"
        if self.including is None or apart(text, start, end) or text.find(";", start, end) >= 0:
            return False
        return self.including.search(text, max(start, end - 60), end) is not None

    def lists_on(self, text: str, start: int, end: int) -> bool:
        """Whether a list goes on, in a language that sets the noun last."""
        if end - start > 60:
            return False
        return bool(self.listed.fullmatch(text, start, end)) or self.goes_on(text, start, end)

    def head(self, tokens: Sequence[Token], place: int, text: str) -> int:
        """Where the noun and the body begin that stand directly before a symbol, or itself."""
        head = tokens[place].start
        before = place - 1
        while before >= 0 and tokens[before].kind in ("noun", "body"):
            end = tokens[before].end
            if head - end > 60 or not self.directly.fullmatch(text, end, head):
                break
            head = tokens[before].start
            before -= 1
        return head

    def tail(self, tokens: Sequence[Token], place: int, text: str, noun: Token | None) -> int:
        """Where the date and the body end that stand directly behind a symbol, or itself.

        Before a body, or in a language that sets the noun last.
        """
        tail = tokens[place].end
        if self.words.noun_last:
            return noun.end if noun is not None and noun.start - tail < 4 else tail
        body = tokens[place + 1]
        return body.end if self._follows(text, tokens[place], body) else tail

    def _follows(self, text: str, symbol: Token, body: Token) -> bool:
        if not self.words.whose:
            return False
        near = body.start - symbol.end < 120
        return near and self.after.fullmatch(text, symbol.end, body.start) is not None

    def alone(self, tokens: Sequence[Token], place: int, text: str) -> bool:
        """Whether a symbol does not begin a list with the symbol that follows."""
        end, start = tokens[place].end, tokens[place + 1].start
        return start - end >= 60 or not self.listed.fullmatch(text, end, start)


def apart(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two places, or they are too far apart."""
    if end - start < 4:
        return False
    return end - start > _FARTHEST or _SENTENCE.search(text, start, end) is not None
