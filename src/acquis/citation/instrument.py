"""Articles of conventions: of which convention, from its name or from the context."""

from __future__ import annotations

import re
from collections.abc import Sequence

from acquis.citation.owner import Holder
from acquis.citation.sign import spaced
from acquis.citation.token import Token
from acquis.citation.words import Words
from acquis.model.institution import Convention

_FARTHEST = 220


class Instruments:
    """Finds the convention that articles are of."""

    def __init__(self, conventions: Sequence[Convention], language: str, words: Words) -> None:
        self.conventions = {one.id: one for one in conventions}
        self.bodies = {body.id: one.id for one in conventions for body in one.bodies}
        ending = r"\w{0,3}" if words.inflected else ""
        self.generic = re.compile(f"(?:{words.instruments}){ending}")
        names = {}
        for one in conventions:
            for form in (one.name, one.short):
                name = form.by_language.get(language, "")
                if name:
                    names[" ".join(name.split())] = one.id
        self.names = {
            spaced(re.escape(name).replace("\\ ", " ")): id_ for name, id_ in names.items()
        }
        self.of_words = spaced(f"(?:{words.of})") if words.of else None
        self.nouns = {
            id_: {
                found[0]
                for name, owner in names.items()
                if owner == id_ and (found := self.generic.search(name))
            }
            for id_ in self.conventions
        }

    def of(self, text: str, units: Sequence[Token], own: Sequence[str]) -> Holder | None:
        """The convention whose articles these units are, with its words; None where unknown."""
        if units[0].name != "article" or self.of_words is None:
            return None
        last = units[-1]
        joint = self.of_words.match(text, last.end, last.end + 40)
        if joint is None:
            return None
        for name, id_ in self.names.items():
            found = name.match(text, joint.end())
            if found is not None:
                return self._holder(id_, joint.end(), found.end())
        found = self.generic.match(text, joint.end())
        if found is None or _goes_on(text, found.end()):
            return None
        meant = [id_ for id_, nouns in self.nouns.items() if found[0] in nouns]
        theirs = [self.bodies[body] for body in own if body in self.bodies]
        chosen = [id_ for id_ in theirs if id_ in meant] or (meant if len(meant) == 1 else [])
        return self._holder(chosen[0], joint.end(), found.end()) if chosen else None

    def _holder(self, id_: str, start: int, end: int) -> Holder:
        return Holder(start, start, end, end, "article", id_)


def _goes_on(text: str, place: int) -> bool:
    """Whether a name goes on after a noun such as Convention: "Convention on the Rights …"."""
    return bool(
        re.compile(r"\s+(?:on|of|for|against|relating|to|sur|de|des|sobre|о|об|по)\b").match(
            text, place
        )
    )
