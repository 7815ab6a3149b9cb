"""Articles of conventions: of which convention, from its name or from the context."""

from __future__ import annotations

import re
from collections.abc import Sequence

from acquis.citation.sign import spaced
from acquis.citation.span import Span
from acquis.citation.token import Token
from acquis.citation.vocabulary import named
from acquis.citation.words import Words
from acquis.model.institution import Convention

#: How far from an article what it is of may stand.
_FARTHEST = 60
#: What stands before the short name of a convention, in a language that sets it first.
_BEGUN = "《，。；、和与及该本按照依据根 \u3000"


class Instruments:
    """Finds the convention that articles are of."""

    def __init__(self, conventions: Sequence[Convention], language: str, words: Words) -> None:
        self.bodies = {body.id: one.id for one in conventions for body in one.bodies}
        # A noun's ending differs with its case; what it begins with tells which it is.
        ending = r"\w{0,3}" if words.inflected else ""
        self.generic = re.compile(
            f"(?:{words.article})?(?P<noun>{words.instruments}){ending}"
            if words.article
            else f"(?P<noun>{words.instruments}){ending}"
        )
        self.titled = re.compile(rf"\s*(?:{words.titled})(?!\w)")
        self.of_words = spaced(f"(?:{words.of})") if words.of else None
        self.first = words.noun_last  # the convention stands before its article
        self.names: list[tuple[re.Pattern[str], str]] = []
        self.nouns: dict[str, set[str]] = {one.id: set() for one in conventions}
        for one in conventions:
            for form in (one.name, one.short):
                name = " ".join(form.by_language.get(language, "").split())
                if not name:
                    continue
                self.names.append((re.compile(named(name, words)), one.id))
                noun = self.generic.search(name)
                if noun is not None:
                    self.nouns[one.id].add(noun["noun"])

    def of(self, text: str, units: Sequence[Token], own: Sequence[str]) -> Span | None:
        """The convention whose articles these units are, with its words; None where unknown."""
        if units[0].name != "article":
            return None
        if self.first:
            return self._before(text, units[0].start, own)
        if self.of_words is None:
            return None
        last = units[-1]
        joint = self.of_words.match(text, last.end, last.end + _FARTHEST)
        if joint is None:
            return None
        for name, id_ in self.names:
            found = name.match(text, joint.end())
            if found is not None:
                return self._holder(id_, joint.end(), found.end())
        found = self.generic.match(text, joint.end())
        if found is None or self.titled.match(text, found.end()):
            return None
        id_ = self._meant(found["noun"], own)
        return self._holder(id_, joint.end(), found.end()) if id_ else None

    def _before(self, text: str, end: int, own: Sequence[str]) -> Span | None:
        """The convention that is named directly before an article: 《宪章》第五十条."""
        lowest = max(0, end - _FARTHEST)
        closing = end
        while closing > lowest and text[closing - 1] in "》的 ":
            closing -= 1
        for name, id_ in self.names:
            for found in name.finditer(text, lowest, closing):
                if found.end() == closing:
                    return self._holder(id_, _quoted(text, found.start()), closing)
        for found in self.generic.finditer(text, lowest, closing):
            alone = found.start() == 0 or text[found.start() - 1] in _BEGUN
            if found.end() == closing and alone:
                id_ = self._meant(found["noun"], own)
                return self._holder(id_, _quoted(text, found.start()), closing) if id_ else None
        return None

    def _meant(self, noun: str, own: Sequence[str]) -> str:
        """The convention that a noun such as "the Convention" means here, "" where unknown."""
        meant = [id_ for id_, nouns in self.nouns.items() if noun in nouns]
        theirs = [self.bodies[body] for body in own if body in self.bodies]
        chosen = [id_ for id_ in theirs if id_ in meant] or (meant if len(meant) == 1 else [])
        return chosen[0] if chosen else ""

    def _holder(self, id_: str, start: int, end: int) -> Span:
        return Span(start, end, "article", id_)


def _quoted(text: str, start: int) -> int:
    """Where a title begins, its mark included."""
    return start - 1 if text[start - 1 : start] == "《" else start
