"""The page that goes to a citation: a script reads it, and without one there are ways in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from acquis.citation.table import table
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.model.institution import Body
from acquis.pages.decision import grouped, ordered
from acquis.pages.edition import Edition
from acquis.pages.page import File, Page
from acquis.symbol import Pattern

PATH = "cite/"
TABLE = "cite/table.json"


@dataclass(frozen=True, slots=True)
class Written:
    """One way in which a body writes symbols: literals, each with the placeholder after it.

    `example` is a record whose symbol is written so, None where there is none.
    """

    pieces: Sequence[tuple[str, str]]
    example: Decision | Document | None


def pages(edition: Edition) -> Iterator[Page | File]:
    """The page, and in the default language the table that its script reads."""
    _ = edition.gettext
    corpus = edition.corpus
    if not edition.prefix:
        compact = json.dumps(table(corpus), ensure_ascii=False, separators=(",", ":"))
        yield File(TABLE, f"{compact}\n".encode())
    view = edition.view(PATH)
    title = _("Go to a citation")
    yield edition.page(
        PATH,
        "cite",
        title=title,
        description=_("From a citation to the very paragraph, in whatever form it is written."),
        context={
            "view": view,
            "table": view.file(TABLE),
            "root": view.href(""),
            "words": _words(edition),
            "written": [(body, written(body, corpus)) for body in corpus.bodies.values()],
            "groups": [
                (
                    corpus.conventions.get(convention),
                    [(view.meeting(meeting), len(rows)) for meeting, rows in meetings],
                )
                for convention, meetings in grouped(ordered(corpus))
            ],
        },
    )


def written(body: Body, corpus: Corpus) -> list[Written]:
    """How a body writes the symbols of its decisions and documents, with examples that are held."""
    decisions = [one for one in corpus.decisions.values() if body.id in one.bodies]
    return [
        *(_written(pattern, decisions) for pattern in body.symbols),
        *(_written(pattern, corpus.documents.values()) for pattern in body.document_symbols),
    ]


def _written(pattern: Pattern, records: Iterable[Decision | Document]) -> Written:
    known = (one for one in records if one.symbol and pattern.parse(one.symbol) is not None)
    return Written(pattern.pieces, next(known, None))


def _words(edition: Edition) -> str:
    """What the script says, as JSON; `{}` stands for a number or a symbol."""
    _ = edition.gettext
    words = {
        "para": _("para. {}"),
        "preamble": _("preambular para. {}"),
        "annex": _("annex {}"),
        "appendix": _("appendix {}"),
        "part": _("part {}"),
        "section": _("section {}"),
        "chapter": _("chapter {}"),
        "article": _("article {}"),
        "fn": _("footnote {}"),
        "understood": _("This was understood:"),
        "several": _("This can mean more than one text:"),
        "noPart": _("There is no such part here. The nearest that there is:"),
        "notHeld": _("The text of this decision is not held here."),
        "noSymbol": _("No symbol was recognised. Below you see how symbols are written."),
        "unknown": _("{} is not held here."),
        "official": _("Its official text"),
        "near": _("Did you mean one of these?"),
        "rest": _("Not understood: {}"),
        "failed": _("The site could not be reached."),
        "again": _("Try again"),
    }
    return json.dumps(words, ensure_ascii=False)
