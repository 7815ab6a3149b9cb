"""Articles of conventions: of which convention, from its name or from the context."""

from __future__ import annotations

import re
from collections.abc import Sequence

from acquis.citation.owner import Holder
from acquis.citation.sign import spaced
from acquis.citation.token import Token
from acquis.citation.words import Words
from acquis.model.institution import Convention

#: How far behind an article what it is of may stand.
_FARTHEST = 40


class Instruments:
    """Finds the convention that articles are of."""

    def __init__(self, conventions: Sequence[Convention], language: str, words: Words) -> None:
        self.bodies = {body.id: one.id for one in conventions for body in one.bodies}
        ending = r"\w{0,3}" if words.inflected else ""
        self.generic = re.compile(f"(?:{words.instruments}){ending}")
        self.titled = re.compile(rf"\s*(?:{words.titled})(?!\w)")
        self.of_words = spaced(f"(?:{words.of})") if words.of else None
        self.names: list[tuple[re.Pattern[str], str]] = []
        self.nouns: dict[str, set[str]] = {one.id: set() for one in conventions}
        for one in conventions:
            for form in (one.name, one.short):
                name = " ".join(form.by_language.get(language, "").split())
                if not name:
                    continue
                self.names.append((spaced(re.escape(name).replace("\\ ", " ")), one.id))
                noun = self.generic.search(name)
                if noun is not None:
                    self.nouns[one.id].add(noun[0])

    def of(self, text: str, units: Sequence[Token], own: Sequence[str]) -> Holder | None:
        """The convention whose articles these units are, with its words; None where unknown."""
        if units[0].name != "article" or self.of_words is None:
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
        meant = [id_ for id_, nouns in self.nouns.items() if found[0] in nouns]
        theirs = [self.bodies[body] for body in own if body in self.bodies]
        chosen = [id_ for id_ in theirs if id_ in meant] or (meant if len(meant) == 1 else [])
        return self._holder(chosen[0], joint.end(), found.end()) if chosen else None

    def _holder(self, id_: str, start: int, end: int) -> Holder:
        return Holder(start, start, end, end, "article", id_)
