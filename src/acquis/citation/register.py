"""The register of citations: all that the texts of a corpus cite, found once for whoever asks.

What stands in it are places, from where to where in which passage; the words stay in the corpus.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from acquis.citation.citations import Citation, Resolution
from acquis.citation.recognition import Recognised, Recognition
from acquis.model.address import address
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document

ByLanguage = Mapping[str, tuple[Citation, ...]]
_NOTHING: ByLanguage = {}


class Naming(NamedTuple):
    """A citation seen from what it cites: the address of the text in which it stands, itself."""

    source: str
    citation: Citation

    @property
    def anchor(self) -> str:
        """The part that is cited, "" for the whole text."""
        return self.citation.target.partition("#")[2]


@dataclass(frozen=True)
class Register:
    """The citations of each text, by the address of the record that cites and by language."""

    by_record: Mapping[str, ByLanguage] = field(default_factory=dict)

    def of(self, record: Decision | Document) -> ByLanguage:
        """What the texts of a record cite, by language, in reading order."""
        return self.by_record.get(address(record), _NOTHING)

    def naming(self, record: Decision | Document) -> tuple[Naming, ...]:
        """Where a record or a part of it is cited, in its own text too, in the corpus' order.

        Of several citations of one part in one passage, the first stands for all.
        """
        return self._namings.get(address(record), ())

    @cached_property
    def _namings(self) -> Mapping[str, tuple[Naming, ...]]:
        found: dict[str, dict[tuple[str, str, str, str], Naming]] = {}
        for source, by_language in self.by_record.items():
            for language, citations in by_language.items():
                for one in citations:
                    if not (one.cited and one.target):
                        continue
                    to, _, anchor = one.target.partition("#")
                    if to == source and not anchor:
                        continue  # "the present decision"
                    key = (source, language, one.anchor, anchor)
                    found.setdefault(to, {}).setdefault(key, Naming(source, one))
        return {to: tuple(namings.values()) for to, namings in found.items()}


def register(
    corpus: Corpus,
    recognised: Iterable[tuple[Decision | Document, Recognised]] | None = None,
) -> Register:
    """Find all citations of a corpus.

    `recognised` is what the records' texts cite, for a caller that has it, in the corpus' order.
    """
    if recognised is None:
        recognition = Recognition(corpus.conventions.values(), corpus.meetings)
        recognised = recognition.of(corpus.records())
    resolution = Resolution(corpus)
    return Register(
        {
            address(record): resolution.of(record, by_language)
            for record, by_language in recognised
            if by_language
        }
    )
