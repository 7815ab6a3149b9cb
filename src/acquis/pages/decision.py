"""Pages of decisions: each decision, and their list by convention and meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Any

from acquis.model.address import address, official
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.divide import divide
from acquis.pages.cited_by import bounded, cited_by, page_of
from acquis.pages.cited_by import pages as everything_pages
from acquis.pages.citing import cited, forms
from acquis.pages.compare import beside
from acquis.pages.contents import of_text
from acquis.pages.edition import Edition, data_file, data_link
from acquis.pages.inline import Inline
from acquis.pages.mandate import day, line
from acquis.pages.metadata import dublin_core, hue, legislation
from acquis.pages.page import Page
from acquis.pages.paging import leaves
from acquis.pages.parallel import links as parallel_links
from acquis.pages.reading import Reading
from acquis.pages.relations import relation_names, relations
from acquis.pages.timeline import timeline
from acquis.pages.view import View
from acquis.text import plain

_DESCRIBED = 200  # characters of a page's description


def reading(decision: Decision, edition: Edition, view: View, home: str = "") -> Reading:
    """The text of a decision as a page in this edition shows it.

    `home` is the link to the decision's own page, where the text is reproduced on another.
    """
    version = decision.version(edition.language)
    return Reading(
        view=view,
        division=divide(version),
        language=version.language,
        gettext=edition.gettext,
        inline=Inline(edition.gettext("Footnote {}"), home),
        setter=edition.units,
        cited=edition.targets.of(decision, view),
    )


def pages(decision: Decision, edition: Edition) -> Iterator[Page]:
    """The page of a decision, and one with all that cites it where that is much."""
    path = address(decision)
    view = edition.view(path)
    text = reading(decision, edition, view)
    everything = cited_by(decision, edition, text.division)
    shown = bounded(everything, page_of(decision))
    text = replace(text, counts=shown.counts)
    title = decision.version(edition.language).title
    contents = of_text(text.division, text.language, edition.gettext)
    yield edition.page(
        path,
        "decision",
        title=": ".join(filter(None, (decision.symbol, plain(title)))) or decision.name,
        description=_description(decision, text),
        context={
            "view": view,
            "decision": decision,
            "parallel": parallel_links(decision, edition, view),
            "text": text,
            "relations": relations(decision, edition),
            "mirrored": edition.mirrored.of(decision),
            "compared": list(beside(decision, edition)),
            "cited_by": shown,
            **_line(decision, edition, view),
            "neighbours": edition.corpus.neighbours(decision),
            "data": view.file(data_file(path)),
            "citation": cited(decision, edition.corpus),
            "forms": forms(edition.gettext),
            "unit_words": edition.unit_words,
            "hue": hue(decision, edition.corpus),
            "authentic": list(official(decision, edition.corpus)),
            "repository": edition.repository,
        },
        contents=contents,
        head=data_link(view.file(data_file(path)))
        + dublin_core(decision, edition.corpus, edition.language)
        + legislation(decision, edition.corpus, text.division, edition.language),
        file=decision.original.at.file,
        record=decision,
    )
    if shown.whole:
        yield from everything_pages(decision, everything, edition)


def _line(decision: Decision, edition: Edition, view: View) -> dict[str, Any]:
    """What the page is given of the line of decisions; the line is none where it stands alone."""
    found = line(decision, edition.corpus, edition.links)
    return {
        "line": found,
        "timeline": timeline(found, view) if found else None,
        "line_day": lambda one: day(one, edition.corpus),
        "relation_names": relation_names(edition),
    }


def _description(decision: Decision, text: Reading) -> str:
    words = plain(decision.description)
    if not words:
        units = text.division.walk()
        words = next((plain(u.text) for u in units if u.part == "operative" and u.text), "")
    words = words or plain(decision.original.title) or decision.name
    if len(words) <= _DESCRIBED:
        return words
    return f"{words[:_DESCRIBED].rpartition(' ')[0]} …"


def lists(edition: Edition) -> Iterator[Page]:
    """The list of decisions, page by page."""
    rows = ordered(edition.corpus)
    held = [decision for _, _, decision in rows if not decision.listed]
    for leaf in leaves(rows, "decisions/"):
        yield edition.page(
            leaf.path,
            "decisions",
            title=edition.gettext("Decisions"),
            description=edition.gettext("All decisions, by convention and meeting."),
            context={
                "view": edition.view(leaf.path),
                "leaf": leaf,
                "groups": grouped(leaf.rows),
                "total": len(rows),
                "held": len(held),
                "verified": sum(decision.verified is not None for decision in held),
            },
        )


def grouped(
    rows: Sequence[tuple[str, str, Decision]],
) -> list[tuple[str, list[tuple[str, list[Decision]]]]]:
    """Ordered rows by convention, and within it by meeting."""
    return [
        (
            convention,
            [
                (meeting, [decision for _, _, decision in of_meeting])
                for meeting, of_meeting in groupby(of_convention, itemgetter(1))
            ],
        )
        for convention, of_convention in groupby(rows, itemgetter(0))
    ]


def ordered(corpus: Corpus) -> list[tuple[str, str, Decision]]:
    """Every decision with its convention and meeting: conventions in their order, new meetings
    first, decisions by number."""
    conventions = {body.id: body.convention for body in corpus.bodies.values()}
    order = {id_: place for place, id_ in enumerate(corpus.conventions)}
    newest = {id_: -place for place, id_ in enumerate(corpus.meetings)}
    rows = [
        (
            conventions.get(decision.bodies[0], "") if decision.bodies else "",
            decision.meeting,
            decision,
        )
        for decision in corpus.decisions.values()
    ]
    return sorted(
        rows,
        key=lambda row: (order.get(row[0], len(order)), newest.get(row[1], 1)),
    )
