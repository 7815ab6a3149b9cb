"""What stands over a text: its kind and symbol, the opening; "Draft decision" over a draft.

How symbols look and how texts open is known from the bodies' patterns alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from acquis.importers.imported import Settings
from acquis.importers.plain_label import label_of
from acquis.importers.plain_piece import Piece
from acquis.model.institution import Body
from acquis.opening import vocabulary
from acquis.symbol import normal

#: The longest symbol with the word before it, and the longest opening, in characters.
_LONGEST_SYMBOL = 80
_LONGEST_OPENING = 600
#: In how many lines below its heading a text opens.
_NEAR = 12
_COMMAS = " ,،，"
_KIND = re.compile(r"(?P<kind>[^\W\d_]{4,20})\s+(?P<symbol>\S.*)")
_DRAFT = re.compile(
    r"(?:draft (?P<en>decision|resolution|recommendation)"
    r"|projet de (?P<fr>décision|résolution|recommandation)"
    r"|proyecto de (?P<es>decisión|resolución|recomendación)"
    r"|проект (?P<ru>решения|резолюции|рекомендации)|مشروع (?P<ar>مقرر|قرار|توصية))"
    r"(?:\s+(?P<symbol>[^\s:]*[-–/\[_][^\s:]*))?(?::\s+(?P<title>.+))?",
    re.IGNORECASE,
)
_KINDS = {"décision": "decision", "decisión": "decision", "решения": "decision"}
_KINDS |= {"résolution": "resolution", "resolución": "resolution", "резолюции": "resolution"}
_KINDS |= {"recommandation": "recommendation", "recomendación": "recommendation"}
_KINDS |= {"рекомендации": "recommendation", "مقرر": "decision", "قرار": "resolution"}
_KINDS |= {"توصية": "recommendation"}


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of a text; a draft's has no body, and its symbol may have gaps ("-/1")."""

    piece: Piece
    symbol: str
    kind: str = ""  # as printed, in lower case; "" where only the symbol stands
    body: Body | None = None
    title: str = ""
    draft: bool = False


def head_of(piece: Piece, settings: Settings) -> Head | None:
    """The heading of a text that a line is, such as "Decision 3/4" or "3/4: Reeds"; else None."""
    if piece.rows:
        return None
    whole, colon, title = piece.words.partition(": ")
    if len(whole) > _LONGEST_SYMBOL:
        return None
    title = title.strip() if colon else ""
    body = settings.body_of(whole)
    if body is not None:
        return Head(piece, normal(whole), "", body, title)
    match = _KIND.fullmatch(whole)
    if match is not None and (body := settings.body_of(match["symbol"])) is not None:
        return Head(piece, normal(match["symbol"]), match["kind"].lower(), body, title)
    return _cited(piece, whole, title, settings)


def _cited(piece: Piece, whole: str, title: str, settings: Settings) -> Head | None:
    """A heading that has the form in which running text cites the text."""
    lowered = whole[:1].lower() + whole[1:]
    for body in settings.bodies:
        for pattern in body.cited_as:
            values = pattern.parse(lowered) or pattern.parse(whole)
            symbol = next((p.format(values) for p in body.symbols), None) if values else None
            if symbol:
                return Head(piece, symbol, "", body, title)
    return None


def draft_of(piece: Piece) -> Head | None:
    """The heading of a draft that is reproduced in another text: "Draft decision -/3"."""
    match = _DRAFT.fullmatch(piece.words) if len(piece.words) < 400 else None
    if match is None:
        return None
    word = next(filter(None, map(match.group, ("en", "fr", "es", "ru", "ar")))).lower()
    kind = _KINDS.get(word, word)
    return Head(piece, match["symbol"] or "", kind, None, match["title"] or "", draft=True)


def opens(words: str, settings: Settings) -> str:
    """The language in which a line is the opening of a text; "" where it is none.

    It is a body's own, or one of several bodies together, which begins alike and ends in a comma.
    """
    if len(words) > _LONGEST_OPENING:
        return ""
    bare = words.rstrip(_COMMAS)
    folded = bare.casefold()
    for body in settings.bodies:
        for language, form in body.opening.by_language.items():
            known = form.casefold()
            joint = bare != words.rstrip() and folded.startswith((f"{known} ", f"{known}, "))
            if folded == known or joint:
                return language
    return ""


def opening_of(pieces: list[Piece], settings: Settings, language: str) -> int | None:
    """The place of the opening near the top of a text; None where it has none."""
    near = range(min(_NEAR, len(pieces)))
    for place in near:
        if opens(pieces[place].words, settings):
            return place
    for place in near:
        words = pieces[place].words
        if label_of(words) is not None or pieces[place].rows:
            return None
        if words.endswith(("،", "，", ",")):
            known = vocabulary(language)
            short = len(words) < _LONGEST_OPENING // 2
            other = bool(known.openings) and known.span(words) is None
            return place if place and short and other else None
    return None
