"""Readings: single texts as the index needs them, before they are brought together.

A reading follows from its record alone, and holds nothing but plain values; so it can be kept for
as long as the record stays as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.search.analysis import Analyst
from acquis.search.passage import Passage, passages
from acquis.search.posting import Postings, of_texts


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it was read, in `language`: its passages, how many words each has, the postings of
    its forms, and how often what stands between two spaces does."""

    language: str
    passages: tuple[Passage, ...]
    widths: tuple[int, ...]
    postings: Mapping[str, Postings]
    stretches: Mapping[str, int]


class Reader:
    """Reads texts for the index of one language. What it remembers makes it quick, and no more."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._analyst = Analyst()

    def read(self, record: Decision | Document) -> Reading:
        """A text in the index' language, or in its own where it is not held in that."""
        found = tuple(passages(record, self._language))
        texts = [passage.text for passage in found]
        stretches = Counter(stretch for text in texts for stretch in text.split())
        postings, widths = of_texts(texts, self._analyst)
        language = record.version(self._language).language
        return Reading(language, found, widths, postings, stretches)
