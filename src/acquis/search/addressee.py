"""Addressees: whom a paragraph asks to do something, by the names of actors in the data.

What the data say of a paragraph counts first. Where they say nothing, a name that stands right
after the opening words is taken: "*Requests* the Secretary-General to …". Of forty so taken from
real resolutions in English, 37 were addressees.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from acquis.model.corpus import Corpus
from acquis.search.analysis import HAN, Analyst
from acquis.search.passage import Passage
from acquis.search.stem import Stems, function_words

#: "All" before a name, folded, in every language.
_ALL = frozenset(
    ("all", "tous", "toutes", "todos", "todas", "все", "всех", "всем", "всеми", "جميع", "كافه")
)
#: How many words an inserted clause may have: "Requests, in this regard, the …".
_INSERTED = 6
#: Before how many characters a Chinese name must stand: 所有 ("all") comes before it.
_NEAR_HAN = 3
_HAN = re.compile(f"[{HAN}]")


class Addressees:
    """Finds the addressees of paragraphs in one language."""

    def __init__(self, corpus: Corpus, stems: Stems, analyst: Analyst) -> None:
        self._stems = stems
        self._analyst = analyst
        self._passed = function_words(stems.language) | _ALL
        names = {
            id_: actor.name.by_language.get(stems.language, "")
            for id_, actor in corpus.actors.items()
        }
        self._characters = {name: id_ for id_, name in names.items() if _HAN.search(name)}
        named = ((self._stemmed(name), id_) for id_, name in names.items())
        # The longer name counts where one begins with another.
        self._names = sorted(((name, id_) for name, id_ in named if name), key=lambda n: -len(n[0]))

    def of(self, passage: Passage) -> Sequence[str]:
        """The ids of those whom a passage addresses."""
        if passage.actors or not passage.openings or passage.part != "operative":
            return passage.actors
        at = passage.text.find(passage.openings[-1])
        words = passage.text[at + len(passage.openings[-1]) :][:300]
        if self._characters:
            return self._in_characters(words)
        if not self._names:
            return ()
        inserted = words.lstrip("\u200f ").startswith((",", "،"))
        starts = _INSERTED if inserted else 1
        stems = self._stemmed(words, starts + len(self._names[0][0]))
        for start in range(starts):
            for name, id_ in self._names:
                if stems[start : start + len(name)] == name:
                    return (id_,)
        return ()

    def _in_characters(self, words: str) -> Sequence[str]:
        """The same where no spaces stand between words."""
        places = {words.find(name): id_ for name, id_ in self._characters.items()}
        near = [place for place in places if 0 <= place < _NEAR_HAN]
        return (places[min(near)],) if near else ()

    def _stemmed(self, words: str, most: int | None = None) -> tuple[str, ...]:
        """The stems of the first words, of as many as are needed."""
        telling = (form for form in self._analyst.forms(words) if form not in self._passed)
        return tuple(map(self._stems.stem, islice(telling, most)))
