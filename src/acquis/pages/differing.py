"""Wordings with their differences marked: what the comparison found, laid over the set words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from acquis.align import Piece, Provision
from acquis.model.decision import Decision
from acquis.model.divide import divide
from acquis.model.unit import Note
from acquis.opening import opened
from acquis.pages.inline import Inline
from acquis.text import Run, parse

_SET = {
    "same": Markup("{}"),
    "gone": Markup("<del>{}</del>"),
    "new": Markup("<ins>{}</ins>"),
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A provision as a page of comparisons shows it: its number, where it stands, its words.

    `depth` is 0 but for items, whose paragraph's is one less.
    """

    family: str
    depth: int
    number: str
    href: str
    html: Markup


class Typesetter:
    """Sets the provisions of one text on a page that is not the text's own.

    `home` is the link to the text's page, to which its numbers and footnote marks lead;
    `footnote` the words by which a footnote mark announces itself.
    """

    def __init__(self, decision: Decision, language: str, home: str, footnote: str) -> None:
        version = decision.version(language)
        self.division = divide(version)
        self.language = version.language
        self._home = home
        self._inline = Inline(footnote, home)
        self._depths = {unit.anchor: unit.depth for unit in self.division.walk()}
        self._topmost = {
            unit.anchor
            for unit in self.division.walk()
            if unit.kind == "paragraph" and not unit.depth and unit.part != "annex"
        }
        self._notes = {
            inner.anchor: self.division.notes_in(inner.anchor)
            for inner in self.division.divisions()
            if inner.kind != "part"
        }

    def passage(self, provision: Provision) -> Passage:
        """A provision in its own words."""
        runs = self.runs(provision)
        return self._passage(provision, self._inline.set(runs, self._notes_of(provision)))

    def differing(
        self,
        cell: Sequence[Provision],
        pieces: Sequence[Piece],
        base: Sequence[Provision],
        base_set: Typesetter,
    ) -> Iterator[Passage]:
        """The provisions of a cell, with what differs from the base's between their words."""
        theirs = _with_breaks([base_set.runs(one) for one in base])
        mine = _with_breaks([self.runs(one) for one in cell])
        ends = _ends([self.runs(one) for one in cell])
        html = [Markup("") for _ in cell]
        at = at_base = place = 0
        for piece in pieces:
            length = len(piece.text)
            if piece.kind == "gone":
                notes = base_set._notes_of(base[0])
                words = base_set._inline.set(_cut(theirs, at_base, at_base + length), notes)
                # A break or a space that went is no word, and cannot be seen struck out.
                html[place] += Markup("") if piece.text.isspace() else _SET["gone"].format(words)
                at_base += length
                continue
            end = at + length
            kind = "same" if piece.text.isspace() else piece.kind
            while at < end:
                while place < len(ends) - 1 and at >= ends[place]:
                    place += 1
                stop = min(end, ends[place]) if at < ends[place] else end
                notes = self._notes_of(cell[place])
                html[place] += _SET[kind].format(self._inline.set(_cut(mine, at, stop), notes))
                at = stop
            at_base += length if piece.kind == "same" else 0
        for provision, words in zip(cell, html, strict=True):
            yield self._passage(provision, words)

    def runs(self, provision: Provision) -> tuple[Run, ...]:
        """The runs of a provision, its opening words set off as on the text's own page."""
        runs = parse(provision.words)
        return opened(runs, self.language) if provision.anchor in self._topmost else runs

    def _passage(self, provision: Provision, html: Markup) -> Passage:
        href = f"{self._home}#{provision.anchor}" if provision.anchor else self._home
        depth = self._depths.get(provision.anchor, 0)
        return Passage(provision.family, depth, provision.number, href, html)

    def _notes_of(self, provision: Provision) -> dict[str, Note]:
        """The footnotes that marks in a provision can mean: those of the annex around it first."""
        scopes = [
            one for one in self._notes if one and f"{provision.anchor}-".startswith(f"{one}-")
        ]
        return self._notes[max(scopes, key=len, default="")]


def _length(run: Run) -> int:
    """How long a run is in the readable wording, where a footnote mark is `[^3]`."""
    return len(run.text) if run.note is None else len(run.note) + 3


def _with_breaks(rows: Sequence[Sequence[Run]]) -> list[Run]:
    """The runs of several provisions in a row, parted as their readable wordings are."""
    found: list[Run] = []
    for place, row in enumerate(rows):
        found += [Run("\n"), *row] if place else row
    return found


def _ends(rows: Sequence[Sequence[Run]]) -> list[int]:
    """Where each provision ends in the readable wording, its line break included."""
    ends: list[int] = []
    for row in rows:
        ends.append((ends[-1] if ends else 0) + sum(map(_length, row)) + 1)
    return ends


def _cut(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """What of the runs stands between two places of the readable wording."""
    found: list[Run] = []
    at = 0
    for run in runs:
        length = _length(run)
        if at < end and at + length > start:
            if run.note is not None:
                found.append(run)
            else:
                found.append(run._replace(text=run.text[max(0, start - at) : end - at]))
        at += length
        if at >= end:
            break
    return found
