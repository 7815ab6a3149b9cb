"""The search: its page, and the lists that lead to every text where there is no script.

What the script says stands in the page, in the page's language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from markupsafe import Markup

from acquis.model.block import Paragraph
from acquis.model.decision import Decision
from acquis.model.divide import divide
from acquis.opening_family import begun, families, openings
from acquis.pages.contents import shortened
from acquis.pages.edition import Edition
from acquis.pages.environment import catalogue
from acquis.pages.html import NOTHING, escaped
from acquis.pages.page import Page
from acquis.pages.paging import ROWS, Leaf, leaves
from acquis.pages.view import View
from acquis.text import plain

#: Rows on a page of each list. Those of openings are short; their pages are many.
_ROWS = {"years": ROWS, "openings": 800}
_EXCERPT = 56  # characters of a paragraph in its row
#: Numbers that between them need every form that a language has for a counted thing.
_COUNTED = (0, 1, 2, 3, 5, 11, 100)


class Row(NamedTuple):
    """A row of a list: under which name it stands, and what it leads to."""

    name: str
    decision: Decision
    anchor: str = ""
    number: str = ""
    words: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of a list: its anchor, the list's page on which it begins, how many rows it has."""

    name: str
    anchor: str
    path: str
    count: int


def pages(edition: Edition) -> Iterator[Page]:
    """The page of the search, and the lists by year and by opening words."""
    _ = edition.gettext
    by_year = _years(edition)
    by_opening = _openings(edition)
    path = "search/"
    view = edition.view(path)
    yield edition.page(
        path,
        "search",
        title=_("Search"),
        description=_("Find the very paragraph, by its words, its symbol or what it is about."),
        context={
            "view": view,
            "words": words(edition),
            "years": list(_entries(by_year, "years/", "year")),
            "openings": list(_entries(by_opening, "openings/", "opening")),
        },
    )
    title = _("Decisions by year")
    yield from _list(edition, "years", title, by_year, "year", lambda rows, _: rows)
    title = _("Paragraphs by opening words")
    set_rows = partial(_opening_rows, edition)
    yield from _list(edition, "openings", title, by_opening, "opening", set_rows)


def _list(
    edition: Edition,
    kind: str,
    title: str,
    rows: Sequence[Row],
    anchor: str,
    shown: Callable[[Sequence[Row], View], object],
) -> Iterator[Page]:
    """The pages of a list; `shown` makes what its template is given of the rows of a name."""
    base = f"{kind}/"
    entries = {entry.name: entry for entry in _entries(rows, base, anchor)}
    for leaf in leaves(rows, base, _ROWS[kind]):
        view = edition.view(leaf.path)
        yield edition.page(
            leaf.path,
            kind,
            title=title,
            description=title,
            context={
                "view": view,
                "title": title,
                "leaf": leaf,
                "entries": list(entries.values()) if leaf.number == 1 else [],
                "groups": [(entries[name], shown(rows, view)) for name, rows in _grouped(leaf)],
            },
        )


def _opening_rows(edition: Edition, rows: Sequence[Row], view: View) -> Markup:
    form = edition.forms.form("_opening_rows.html.j2", "row")
    para = edition.gettext("para.")
    found = []
    for one in rows:
        name = one.decision.name
        if one.number:
            name = f"{name}, {para} {one.number.rstrip('.-– ')}"
        here = one.language == view.language
        html = form.fill(
            escaped(view.link(one.decision, one.anchor)),
            escaped(name),
            escaped(shortened(one.words, _EXCERPT)),
            NOTHING if here else escaped(one.language),
            NOTHING if here else escaped(view.direction(one.language)),
        )
        found.append(html)
    return Markup("".join(found))  # noqa: S704  # it is HTML


def _grouped(leaf: Leaf[Row]) -> list[tuple[str, list[Row]]]:
    return [(name, list(rows)) for name, rows in groupby(leaf.rows, attrgetter("name"))]


def _entries(rows: Sequence[Row], base: str, anchor: str) -> Iterator[Entry]:
    """The names of a list in its order."""
    beginnings: dict[str, tuple[str, int]] = {}
    for leaf in leaves(rows, base, _ROWS[base.rstrip("/")]):
        for name, of_name in _grouped(leaf):
            path, count = beginnings.get(name, (leaf.path, 0))
            beginnings[name] = (path, count + len(of_name))
    for place, (name, (path, count)) in enumerate(beginnings.items(), 1):
        yield Entry(name, f"{anchor}-{name if anchor == 'year' else place}", path, count)


def _years(edition: Edition) -> list[Row]:
    """Every decision whose year is known, new ones first."""
    rows = []
    for decision in edition.corpus.decisions.values():
        meeting = edition.corpus.meetings.get(decision.meeting)
        day = decision.adopted or (meeting.last_day if meeting else None)
        if day:
            rows.append(Row(str(day.year), decision))
    return sorted(rows, key=lambda row: row.name, reverse=True)


def _openings(edition: Edition) -> list[Row]:
    """Every paragraph with opening words, by what they amount to, the commonest first."""
    found: list[tuple[tuple[str, ...], Row]] = []
    for decision in edition.corpus.decisions.values():
        version = decision.version(edition.language)
        if not version.held:
            continue
        for unit in divide(version).walk():
            if not isinstance(unit.block, Paragraph) or unit.depth or unit.part == "annex":
                continue
            names = openings(unit.text, version.language)
            if names:
                row = Row(
                    "", decision, unit.anchor, unit.number, plain(unit.text), version.language
                )
                found.append((names, row))
    family = families(name for names, _ in found for name in names)
    by_name: dict[str, list[Row]] = {}
    for names, row in found:
        for name in dict.fromkeys(family[begun(one)] for one in names):
            made = Row(name, row.decision, row.anchor, row.number, row.words, row.language)
            by_name.setdefault(name, []).append(made)
    ordered = sorted(by_name.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [row for _, rows in ordered for row in rows]


def words(edition: Edition) -> Mapping[str, Any]:
    """What the script says, in the edition's language; `{}` stands for what it puts in."""
    _ = edition.gettext
    ngettext = catalogue(edition.language).ngettext

    def counted(form: Callable[[int], str]) -> dict[int, str]:
        return {number: form(number) for number in _COUNTED}

    return {
        "found": counted(lambda n: ngettext("{} paragraph found", "{} paragraphs found", n)),
        "most": counted(
            lambda n: ngettext(
                "{} paragraph with most of the words", "{} paragraphs with most of the words", n
            )
        ),
        "more": counted(lambda n: ngettext("{} more of this text", "{} more of this text", n)),
        "nothing": _("Nothing was found."),
        "hints": [
            _("Try fewer words, or others that mean the same."),
            _("Take away a choice, or the quotation marks."),
            _("A symbol can be written in any form."),
        ],
        "instead": _("No text holds “{}”. This is what was found for “{}”."),
        "unknown": _("No text holds “{}”."),
        "unreachable": _("The search could not be reached. Are you connected?"),
        "again": _("Try again"),
        "all": _("All results"),
        "clear": _("Clear all choices"),
        "remove": _("Remove the choice “{}”"),
        "show_more": _("Show more"),
        "previous": _("Previous page"),
        "next": _("Next page"),
        "page": _("Page {} of {}"),
        "preamble": _("Preamble"),
        "footnote": _("Footnote {}"),
        "searching": _("Searching …"),
        # A list, for its order is kept.
        "facets": [
            ["convention", _("Convention")],
            ["meeting", _("Meeting")],
            ["year", _("Year")],
            ["status", _("Status")],
            ["kind", _("Kind")],
            ["topic", _("Topic")],
            ["part", _("Part of the text")],
            ["opening", _("Opening word")],
            ["addressee", _("Addressed to")],
        ],
        "values": {
            "adopted": _("adopted"),
            "draft": _("draft"),
            "superseded": _("superseded"),
            "withdrawn": _("withdrawn"),
            "listed": _("text not held here"),
            "title": _("title"),
            "preamble": _("preamble"),
            "operative": _("operative part"),
            "annex": _("annex"),
            "footnote": _("footnote"),
            "description": _("what is known of it"),
            "decision": _("decision"),
            "resolution": _("resolution"),
            "recommendation": _("recommendation"),
            "declaration": _("declaration"),
            "document": _("document"),
            "note": _("note"),
            "report": _("report"),
            "information document": _("information document"),
        },
    }
