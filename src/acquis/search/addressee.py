"""Addressees: whom a paragraph asks to do something, by the names of actors in the data.

What the data say of a paragraph counts first. Where they say nothing, a name that stands near the
opening words is taken: "*Requests* the Secretary-General to …".
"""

from __future__ import annotations

from collections.abc import Sequence

from acquis.model.corpus import Corpus
from acquis.search.analysis import Analyst
from acquis.search.passage import Passage
from acquis.search.stem import Stems, function_words

#: How many words after the opening ones a name may begin; "the" and its like do not count.
_NEAR = 3


class Addressees:
    """Finds the addressees of paragraphs in one language."""

    def __init__(self, corpus: Corpus, stems: Stems, analyst: Analyst) -> None:
        self._stems = stems
        self._analyst = analyst
        self._function = function_words(stems.language)
        named = (
            (self._stemmed(actor.name.by_language.get(stems.language, "")), id_)
            for id_, actor in corpus.actors.items()
        )
        # The longer name counts where one begins with another.
        self._names = sorted(((name, id_) for name, id_ in named if name), key=lambda n: -len(n[0]))

    def of(self, passage: Passage) -> Sequence[str]:
        """The ids of those whom a passage addresses."""
        if passage.actors or not passage.openings or not self._names:
            return passage.actors
        if passage.part != "operative":
            return ()
        at = passage.text.find(passage.openings[-1])
        words = passage.text[at + len(passage.openings[-1]) :][:300]
        stems = self._stemmed(words)
        for start in range(_NEAR):
            for name, id_ in self._names:
                if tuple(stems[start : start + len(name)]) == name:
                    return (id_,)
        return ()

    def _stemmed(self, words: str) -> tuple[str, ...]:
        forms = (form for form, _ in self._analyst.words(words).occurrences)
        return tuple(self._stems.stem(form) for form in forms if form not in self._function)
