"""What the peers are told, since a script that writes Markdown cannot know it by itself.

Acquis finds it: anchors and printed numbers, where citations lead, and who cites a text. It is
found before anything is measured, so that the peers have it for nothing.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from acquis import text as marks
from acquis.check.divided import anchors
from acquis.citation import Citation, register
from acquis.citation.passage import passages
from acquis.load import load
from acquis.model.address import address
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision, Version
from acquis.model.divide import divide
from acquis.pages.citing import place
from benchmarks.markdown import MARKS, strings

Span = tuple[int, int, str]


class UnlikeError(Exception):
    """What the peers would read is not what Acquis reads."""


def tell(project: Path, languages: Sequence[str]) -> None:
    """Write a project's `told.json`.

    It has, by language and symbol, for each text that is held: its slug; its `units` in order, each
    with anchor, number and depth; its `divisions` with anchor, label, opening and the anchors of
    their notes by label; `links`, by the number of the string in which they stand, and `noted`, by
    the anchor of the footnote, each with the places in the marked words and the target; what it is
    `cited_by`; and the other `languages` that have it. A target is an address of another site,
    `<language>/<slug>#<anchor>` or `#<anchor>`. Raises UnlikeError where the words are others.
    """
    corpus = load(project / "data", tuple(languages)).corpus
    citations = register(corpus)
    shown = _Shown(corpus)
    told: dict[str, dict[str, Any]] = {language: {} for language in languages}
    for decision in corpus.decisions.values():
        for language, version in decision.versions.items():
            if version.held:
                found = citations.of(decision).get(language, ())
                told[language][decision.symbol] = _of_text(decision, version, found, shown) | {
                    "cited_by": [
                        (_named(citing, one), f"{one.language}/{citing.slug}#{one.anchor}")
                        for source, one in citations.naming(decision)
                        for citing in [corpus.decisions[_slug(source)]]
                        # As it is shown to who reads in this language.
                        if one.language == citing.version(language).language
                    ],
                }
    written = {language: texts for language, texts in told.items() if texts}
    (project / "told.json").write_text(json.dumps(written, ensure_ascii=False), encoding="utf-8")


def compare_words(symbol: str, record: Mapping[str, Any], version: Version) -> None:
    """Refuse to go on where a script reads other words in a record than Acquis."""
    read = list(strings(record))
    known = [one.words for one in passages(divide(version)) if not one.note]
    if read != known:
        differing = next(
            (pair for pair in zip(read, known, strict=False) if pair[0] != pair[1]), ""
        )
        raise UnlikeError(f"{symbol}, {version.language}: {differing}")


class _Shown:
    """Which anchors the texts have, in each language."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._anchors: dict[tuple[str, str], frozenset[str]] = {}

    def target(self, one: Citation, decision: Decision) -> str:
        """Where a citation leads from the page of its text; "" where the reader is there already.

        As on the pages of Acquis, a part that a translation lacks is not led to.
        """
        if "://" in one.target:
            return one.target
        to, _, anchor = one.target.partition("#")
        own = to == address(decision)
        if not to or (own and (not anchor or one.anchor.startswith(f"{anchor}-"))):
            return ""
        cited = self.corpus.decisions.get(_slug(to))
        if cited is None:
            return "/"
        language = cited.version(one.language).language
        if own:
            return f"#{anchor}"
        key = (cited.slug, language)
        if anchor and key not in self._anchors:
            self._anchors[key] = frozenset(anchors(divide(cited.versions[language])))
        sign = f"#{anchor}" if anchor and anchor in self._anchors[key] else ""
        return f"{language}/{cited.slug}{sign}"


def _of_text(
    decision: Decision, version: Version, found: Sequence[Citation], shown: _Shown
) -> dict[str, Any]:
    division = divide(version)
    spans: dict[tuple[str, str], list[Span]] = {}
    for one in found:
        target = shown.target(one, decision)
        row = spans.setdefault((one.anchor, one.passage.words), [])
        if target and (not row or row[-1][1] <= one.start):
            row.append((one.start, one.end, target))
    links: dict[int, list[Span]] = {}
    noted: dict[str, list[Span]] = {}
    number = 0
    for passage in passages(division):
        row = spans.get((passage.anchor, passage.words), [])
        marked = list(in_marks(passage.words, row))
        if marked and passage.note:
            noted[passage.anchor] = marked
        elif marked:
            links[number] = marked
        number += not passage.note
    return {
        "slug": decision.slug,
        "units": [(unit.anchor, unit.number, unit.depth) for unit in division.walk()],
        "divisions": [
            {
                "anchor": inner.anchor,
                "label": inner.label,
                "opening": inner.opening,
                "notes": {
                    label: note.anchor for label, note in division.notes_in(inner.anchor).items()
                },
            }
            for inner in division.divisions()
        ],
        "links": links,
        "noted": noted,
        "languages": [
            (language, decision.slug)
            for language, other in decision.versions.items()
            if other.held and language != version.language
        ],
    }


def in_marks(words: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Places in plain words as places in the marked words.

    A link goes around no footnote mark, and around no star without its partner: there it is two.
    """
    if not spans:
        return
    places = list(_places(words))
    assert "".join(words[at] for at in places) == marks.plain(words), words
    for start, end, target in spans:
        begin, stop = places[start], places[end - 1] + 1
        within = words[begin:stop]
        if "[^" not in within and within.count("*") % 2 == 0:
            yield begin, stop, target
            continue
        at = start
        for here in range(start + 1, end + 1):
            if here == end or places[here] != places[here - 1] + 1:
                yield places[at], places[here - 1] + 1, target
                at = here


def _places(words: str) -> Iterator[int]:
    """The place in marked words of each letter that is shown."""
    shown = marks.plain(words)
    signs = {mark.start(): mark for mark in MARKS.finditer(words) if mark.lastgroup != "special"}
    at = seen = 0
    while at < len(words):
        mark = signs.get(at)
        if mark is None:
            yield at
            at, seen = at + 1, seen + 1
            continue
        kind, size = mark.lastgroup, len(mark[0])
        if kind == "literal":
            yield at + 1
            seen += 1
        elif kind == "style" and shown.startswith(mark[0], seen):
            yield from range(at, at + size)
            seen += size
        at += size


def _slug(place: str) -> str:
    return place.split("/")[1]


def _named(citing: Decision, one: Citation) -> str:
    """The text and the passage that cite, in words."""
    return ", ".join(filter(None, (citing.name, place(one.anchor, lambda words: words))))
