"""Where the citations of a text lead on the pages of one edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from acquis.check.divided import anchors
from acquis.citation import Citation
from acquis.link import Links
from acquis.model.address import address
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.divide import divide
from acquis.model.document import Document
from acquis.pages.overlay import Span
from acquis.pages.view import View
from acquis.reads import note_text

#: The spans of each passage, by its anchor and its marked words. What one anchor says twice in
#: the same words (two cells of a table) cites the same.
Cited = Mapping[tuple[str, str], Sequence[Span[str]]]

_WEB = ("https://", "http://")


class Targets:
    """Turns citations into links; keeps the anchors of the translations that it has looked at."""

    def __init__(self, corpus: Corpus, links: Links, language: str) -> None:
        self.corpus = corpus
        self.links = links
        self.language = language
        self._anchors: dict[str, frozenset[str]] = {}

    def of(self, record: Decision | Document, view: View) -> Cited:
        """The citations of a record's text in the language in which it is shown, as links."""
        shown = record.version(self.language).language
        own = address(record)
        found: dict[tuple[str, str], list[Span[str]]] = {}
        for one in self.links.citations.of(record).get(shown, ()):
            target = self._target(one, own, view)
            if target is not None:
                passage = found.setdefault((one.anchor, one.passage.words), [])
                # The same words at the same anchor come once more for each time they are printed.
                if not passage or passage[-1].end <= one.start:
                    passage.append(Span(one.start, one.end, target))
        return found

    def _target(self, citation: Citation, own: str, view: View) -> str | None:
        if citation.target.startswith(_WEB):
            return citation.target
        to, _, anchor = citation.target.partition("#")
        if not to:
            return None
        if to == own and (not anchor or citation.anchor.startswith(f"{anchor}-")):
            return None  # "the present decision", or annex: the reader is there
        if anchor and to != own and not self.shown(to, anchor):
            anchor = ""
        return view.href(to, anchor)

    def shown(self, to: str, anchor: str) -> bool:
        """Whether the text at an address, as this edition shows it, has an anchor.

        Anchors of citations are those of the original; a translation may lack one.
        """
        record = self._record(to)
        if record is None:
            return False
        version = record.version(self.language)
        if version is record.original:
            return True
        note_text(version)
        if to not in self._anchors:
            division = divide(version, decision=isinstance(record, Decision))
            self._anchors[to] = frozenset(anchors(division))
        return anchor in self._anchors[to]

    def _record(self, to: str) -> Decision | Document | None:
        folder, slug, _ = to.split("/")
        return (
            self.corpus.decisions.get(slug)
            if folder == "decisions"
            else self.corpus.documents.get(slug)
        )
