"""Pages of meeting documents: each document, and their list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from acquis.model.address import address
from acquis.model.block import Reproduced
from acquis.model.divide import divide
from acquis.model.document import Document
from acquis.model.unit import Unit
from acquis.pages import decision as decision_pages
from acquis.pages.cited_by import bounded, cited_by, page_of
from acquis.pages.cited_by import pages as everything_pages
from acquis.pages.citing import cited, forms
from acquis.pages.contents import of_text
from acquis.pages.edition import Edition, data_file, data_link
from acquis.pages.inline import Inline
from acquis.pages.page import Page
from acquis.pages.paging import leaves
from acquis.pages.parallel import links as parallel_links
from acquis.pages.reading import Reading
from acquis.pages.view import View
from acquis.text import plain


def lists(edition: Edition) -> Iterator[Page]:
    """The list of documents, page by page."""
    documents = list(edition.corpus.documents.values())
    for leaf in leaves(documents, "documents/"):
        yield edition.page(
            leaf.path,
            "documents",
            title=edition.gettext("Documents"),
            description=edition.gettext("Meeting documents and reports."),
            context={"view": edition.view(leaf.path), "leaf": leaf, "total": len(documents)},
        )


def pages(document: Document, edition: Edition) -> Iterator[Page]:
    """The page of a document, and one with all that cites it where that is much."""
    path = address(document)
    view = edition.view(path)
    version = document.version(edition.language)
    text = Reading(
        view=view,
        division=divide(version, decision=False),
        language=version.language,
        gettext=edition.gettext,
        inline=Inline(edition.gettext("Footnote {}")),
        setter=edition.units,
        decision=False,
        reproduce=lambda unit: _reproduced(unit, edition, view),
        cited=edition.targets.of(document, view),
    )
    everything = cited_by(document, edition, text.division)
    shown = bounded(everything, page_of(document))
    text = replace(text, counts=shown.counts)
    title = ": ".join(filter(None, (document.symbol, plain(version.title)))) or document.name
    yield edition.page(
        path,
        "document",
        title=title,
        description=plain(document.description or version.title) or document.name,
        context={
            "view": view,
            "document": document,
            "parallel": parallel_links(document, edition, view),
            "text": text,
            "cited_by": shown,
            "data": view.file(data_file(path)),
            "citation": cited(document, edition.corpus),
            "forms": forms(edition.gettext),
            "unit_words": edition.unit_words,
            "repository": edition.repository,
        },
        head=data_link(view.file(data_file(path))),
        file=document.original.at.file,
        record=document,
        contents=of_text(text.division, text.language, edition.gettext),
    )
    if shown.whole:
        yield from everything_pages(document, everything, edition)


def _reproduced(unit: Unit, edition: Edition, view: View) -> Markup:
    """A draft decision within a document: its text, with the anchors of its own page."""
    name = unit.block.decision if isinstance(unit.block, Reproduced) else ""
    decision = edition.corpus.decision(name)
    if decision is None:
        return Markup("")
    home = view.link(decision)
    text = decision_pages.reading(decision, edition, view, home)
    return edition.render("_reproduced.html.j2", unit=unit, view=view, decision=decision, text=text)
