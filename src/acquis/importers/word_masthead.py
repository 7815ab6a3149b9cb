"""The masthead of a Word document: its symbol, its date, its title and subtitle.

The symbol and the date stand in the header of the first page or in a table over the title; how a
symbol looks is known from the bodies' patterns alone. The title is what is set in the largest
letters before the text begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from acquis.importers.imported import Settings
from acquis.importers.line import Kind
from acquis.importers.plain_adoption import day
from acquis.importers.report import Remark
from acquis.importers.word_lines import Printed
from acquis.model.document import KINDS
from acquis.model.institution import Body
from acquis.symbol import Pattern, normal

_SENTENCE = (".", ";", ":", "。", "；", "：")
_LONG = 220
_SHORT = 60
#: In how many lines the text must have begun.
_MOST = 60
_HEADING_STYLE = re.compile(r"heading \d")


@dataclass(slots=True)
class Masthead:
    """What stands over a text. `body` is the one whose pattern fits the symbol.

    `decision` says that the symbol is that of a decision. `length` is the number of lines that
    belong to the masthead; those that have no place in a record are `left`.
    """

    symbol: str = ""
    body: Body | None = None
    decision: bool = False
    meeting: str = ""
    date: str = ""
    title: str = ""
    subtitle: str = ""
    kind: str = ""
    length: int = 0
    left: list[Remark] = field(default_factory=list)


def masthead(
    headers: Iterable[str],
    printed: Sequence[Printed],
    settings: Settings,
    begins: Callable[[str], bool],
) -> Masthead:
    """Read the masthead.

    `headers` are the words of the paragraphs in the header of the first page; `begins` tells
    words with which a text begins: an opening, the heading of a decision, the label of an annex.
    """
    found = Masthead(length=_length(printed, begins))
    front = printed[: found.length]
    words = [*headers, *(piece for part in front for piece in _pieces(part))]
    _with_symbol(found, words, settings)
    found.date = next((piece for piece in words if day(piece)), "")
    title = _title(front)
    below = None if title is None else _subtitle(printed, title, found.length)
    for place, part in enumerate(front):
        if place == title:
            found.title = part.line.text
        elif place == below:
            found.subtitle = part.line.text
        else:
            said = " ".join(_pieces(part))
            reason = "stands on the masthead"
            found.left.append(Remark(part.line.position, part.line.path, said, reason))
    found.kind = next(filter(None, map(_kind, (found.subtitle, found.title))), "")
    return found


def _length(printed: Sequence[Printed], begins: Callable[[str], bool]) -> int:
    for place, part in enumerate(printed[:_MOST]):
        line = part.line
        words = line.words
        if line.kind is Kind.TABLE:
            if any(other.line.kind is Kind.HEADING for other in printed[:place]):
                return place
        elif (
            line.label is not None
            or begins(words)
            or line.kind not in (Kind.TEXT, Kind.HEADING)
            or (line.kind is Kind.TEXT and len(words) > _LONG)
            or (words.endswith(_SENTENCE) and len(words) > _SHORT)
            or (place > 0 and _is_word_s_own(part))
        ):
            return place
    return min(len(printed), _MOST) if len(printed) <= _MOST else 0


def _is_word_s_own(part: Printed) -> bool:
    """Whether a line is in one of Word's own styles of headings, with which a text begins."""
    return any(_HEADING_STYLE.fullmatch(name) for name in part.styles[:1])


def _pieces(part: Printed) -> list[str]:
    """The words of a line, or of each cell of a table."""
    if part.line.table is None:
        return [part.words.replace("\t", " ")]
    return [_cell(cell) for row in part.line.table["rows"] for cell in row]


def _cell(cell: Any) -> str:
    return str(cell if isinstance(cell, str) else cell.get("text", ""))


def _with_symbol(found: Masthead, words: Sequence[str], settings: Settings) -> None:
    """Find the symbol: the longest that a pattern of a body knows, in the first words that do."""
    for piece in map(normal, words):
        best: tuple[str, Body, Pattern, bool] | None = None
        for body in settings.bodies:
            patterns = [(pattern, False) for pattern in body.document_symbols]
            for pattern, decision in [*patterns, *((own, True) for own in body.symbols)]:
                match = re.search(rf"(?<![\w/.-]){pattern.regex}(?![\w/-])", piece)
                if match and (best is None or len(match.group()) > len(best[0])):
                    best = (match.group(), body, pattern, decision)
        if best is not None:
            found.symbol, found.body, pattern, found.decision = best
            values = pattern.parse(found.symbol)
            meeting = found.body.meeting_id
            found.meeting = (meeting.format(values) if meeting and values else None) or ""
            return


def _title(front: Sequence[Printed]) -> int | None:
    """The line in the largest letters, a heading before others, the first of several."""
    lines = [place for place, part in enumerate(front) if part.line.kind is not Kind.TABLE]
    lines = [place for place in lines if front[place].line.words and not day(front[place].words)]
    return max(lines, key=lambda at: (front[at].size, _is_head(front[at]), -at), default=None)


def _subtitle(printed: Sequence[Printed], title: int, length: int) -> int | None:
    """The line right below the title, where the text does not begin right below that."""
    place = title + 1
    if place >= length or printed[place].line.kind is Kind.TABLE or day(printed[place].words):
        return None
    below = printed[place + 1].line if place + 1 < len(printed) else None
    text_below = below is not None and below.kind is Kind.TEXT and below.label is None
    if text_below and place + 1 >= length and _is_head(printed[place]):
        return place if _kind(printed[place].words) else None
    return place


def _is_head(part: Printed) -> bool:
    return part.line.kind is Kind.HEADING


def _kind(words: str) -> str:
    """The kind of a document that a line begins with: "Note by the secretariat" is a note."""
    first = words.casefold().split()[:1]
    return next((kind for kind in KINDS if first == [kind]), "")
