"""A citation as it stands in a text: from where to where, and what it names."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["text", "document", "here", "within", "annex", "bare", "article", "same", "ibid"]

#: From the outermost part to the innermost.
RANKS = {
    "annex": 1,
    "appendix": 2,
    "part": 3,
    "chapter": 4,
    "section": 5,
    "article": 5,
    "para": 6,
    "preamble": 6,
    "fn": 7,
}


class Step(NamedTuple):
    """A part on the way to what is cited: its unit ("para") and its sign ("4-a")."""

    unit: str
    sign: str

    def __str__(self) -> str:
        return f"{self.unit}-{self.sign or '1'}"


class Span(NamedTuple):
    """A citation in the plain words of a text, from `start` to before `end`.

    `kind` is "text" for a decision or resolution, "document" for a document, "here" for the text
    that cites, "within" for the part of it that is being read, "annex" for an annex that is named
    alone, "bare" for paragraphs that are, "article" for a convention's; "same" and "ibid" stand
    for what was cited before.
    `symbol` is the full symbol; a convention's id for an article; "" for the text itself.
    `noun` is what the text calls it ("resolution"), `body` the id of whose it is. `path` leads to
    the part, from the outermost; `last` is the sign that ends a range.
    """

    start: int
    end: int
    kind: Kind
    symbol: str = ""
    noun: str = ""
    body: str = ""
    path: tuple[Step, ...] = ()
    last: str = ""

    @property
    def part(self) -> str:
        """The part as an anchor has it, as far as the citation itself tells: annex-2-para-3."""
        return "-".join(map(str, self.path))
