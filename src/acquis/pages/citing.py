"""How a text is cited: the words, in the form that the conventions' data give."""

from __future__ import annotations

import json
from collections.abc import Callable

from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.text import plain


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
