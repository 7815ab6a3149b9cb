"""How a text is cited: the words, in the form that the conventions' data give."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.text import plain

_STEP = re.compile(
    r"(?:^|-)(annex|part|section|para|preamble|heading|fn|table|figure|quote|then)-"
    r"(.*?)(?=-(?:annex|part|section|para|preamble|heading|fn|table|figure|quote|then)-|--|$)"
)
_BETWEEN = ("bis", "ter", "quater", "quinquies")


def cited(record: Decision | Document, corpus: Corpus) -> str:
    """A text as running text cites it: "decision MC-5/19"; one without a symbol by its title."""
    if isinstance(record, Document):
        return record.symbol or plain(record.original.title) or record.slug
    if not record.symbol:
        return plain(record.original.title) or record.slug
    for id_ in record.bodies:
        body = corpus.bodies.get(id_)
        values = body.parse(record.symbol) if body else None
        if body and values is not None:
            forms = (pattern.format(values) for pattern in body.cited_as)
            form = next((form for form in forms if form), None)
            if form:
                return form
    return f"{record.kind} {record.symbol}"


def forms(gettext: Callable[[str], str]) -> str:
    """How units are cited after their text, by kind, as JSON; `{}` stands for the number."""
    _ = gettext
    words = {
        "operative": _("para. {}"),
        "preamble": _("preambular para. {}"),
        "heading": _("section {}"),
        "footnote": _("footnote {}"),
    }
    return json.dumps(words, ensure_ascii=False)


def place(anchor: str, gettext: Callable[[str], str]) -> str:
    """What an anchor stands for, in words: of "annex-1-para-3-b", "annex 1, para. 3 (b)"."""
    return ", ".join(_steps(anchor, gettext))


def _steps(anchor: str, gettext: Callable[[str], str]) -> Iterator[str]:
    _ = gettext
    words = {
        "annex": _("annex {}"),
        "part": _("part {}"),
        "section": _("section {}"),
        "para": _("para. {}"),
        "preamble": _("preambular para. {}"),
        "heading": _("heading {}"),
        "fn": _("footnote {}"),
        "table": _("table {}"),
        "figure": _("figure {}"),
    }
    for kind, sign in _STEP.findall(anchor):
        if kind == "quote":
            yield _("quotation")
        elif kind in words:
            unnumbered = re.match(r"u[0-9]", sign) is not None
            form = _("unnumbered para. {}") if unnumbered else words[kind]
            yield form.replace("{}", _sign(kind, sign.removeprefix("u") if unnumbered else sign))


def _sign(kind: str, sign: str) -> str:
    """The sign of a unit as it is written: "4-b-ii" as 4 (b) (ii), "2-bis" as 2 bis."""
    first, *rest = sign.split("-")
    if kind in ("part", "annex"):
        return sign.upper()
    if kind == "section":
        return sign.replace("-", ".")
    if kind == "fn":
        return {"star": "*"}.get(sign, sign)
    return " ".join([first, *(one if one in _BETWEEN else f"({one})" for one in rest)])
