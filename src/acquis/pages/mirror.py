"""Pages of mirror groups: the versions of one decision in several conventions, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from acquis.align import Line
from acquis.model.address import MIRRORS, address, mirrors_address
from acquis.model.decision import Decision
from acquis.pages.differing import Passage, Typesetter
from acquis.pages.edition import Edition, stylesheet
from acquis.pages.metadata import hue
from acquis.pages.mirrored import Group
from acquis.pages.page import Page
from acquis.text import plain


@dataclass(frozen=True, slots=True)
class Cell:
    """What one text has of a line. `verdict` is "same", "differs", "absent" or "alone"."""

    verdict: str
    moved: bool
    passages: tuple[Passage, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The index of the groups, then every group."""
    groups = edition.mirrored.groups
    yield edition.page(
        MIRRORS,
        "mirrors",
        title=edition.gettext("Mirrored decisions"),
        description=edition.gettext("Decisions that several conventions took in the same words."),
        context={"view": edition.view(MIRRORS), "groups": groups, "title": common_title},
        head=stylesheet(edition.view(MIRRORS), "compare"),
    )
    for group in groups:
        yield _page(group, edition)


def redirections(edition: Edition) -> Iterator[tuple[str, str]]:
    """Addresses under which a group is found too, or was once, with those to which they lead.

    Each member's slug leads to the group, whoever joins it or becomes its first; what left a
    group leads to the decision itself.
    """
    corpus = edition.corpus
    groups = edition.mirrored.groups
    targets = {one.slug: mirrors_address(group.slug) for group in groups for one in group.members}
    names = {old: one for one in corpus.decisions.values() for old in one.formerly}
    names.update(corpus.decisions)
    published = {
        line.strip().removeprefix(MIRRORS).partition("/")[0]
        for line in corpus.published or ()
        if line.strip().startswith(MIRRORS)
    }
    asked = {slug for slug, one in names.items() if one.slug in targets} | published
    for slug in sorted(asked - {group.slug for group in groups}):
        one = names.get(slug)
        if one is not None:
            yield mirrors_address(slug), targets.get(one.slug, address(one))


def common_title(group: Group) -> str:
    """The title that all members with a title have in common, "" where they differ."""
    titles = {one.version(group.language).title for one in group.members}
    titles.discard("")
    return titles.pop() if len({plain(title).casefold() for title in titles}) == 1 else ""


def _page(group: Group, edition: Edition) -> Page:
    path = mirrors_address(group.slug)
    view = edition.view(path)
    names = view.listed(one.name for one in group.members)
    title = common_title(group)
    columns = [
        Typesetter(one, group.language, view.link(one), edition.gettext("Footnote {}"))
        for one in group.compared
    ]
    return edition.page(
        path,
        "mirror",
        title=": ".join(filter(None, (edition.gettext("Mirrored decisions"), names))),
        description=plain(title) or names,
        context={
            "view": view,
            "group": group,
            "title": title,
            "lines": [_line(line, columns) for line in group.lines],
            "hue": lambda one: hue(one, edition.corpus),
            "known": known(group.others),
        },
        head=stylesheet(view, "compare"),
    )


def known(decisions: tuple[Decision, ...]) -> list[tuple[Decision, list[Decision]]]:
    """Decisions of which the same is known, together: the first with all that share its source."""

    def told(one: Decision) -> tuple[str, str]:
        return one.description, repr(one.source)

    rows = [list(row) for _, row in groupby(sorted(decisions, key=told), key=told)]
    order = {one.slug: place for place, one in enumerate(decisions)}
    rows = [sorted(row, key=lambda one: order[one.slug]) for row in rows]
    rows.sort(key=lambda row: order[row[0].slug])
    return [(row[0], row) for row in rows if row[0].description]


def _line(line: Line, columns: list[Typesetter]) -> tuple[bool, list[Cell]]:
    """Whether all texts agree in a line, and what each has of it."""
    cells = []
    base = line.cells[line.base]
    for place, (cell, column) in enumerate(zip(line.cells, columns, strict=True)):
        passages = tuple(map(column.passage, cell))
        verdict = "same"
        if not cell:
            verdict = "absent"
        elif line.differs(place):
            verdict = "differs"
            set_base = columns[line.base]
            passages = tuple(column.differing(cell, line.pieces(place), base, set_base))
        elif line.base:
            verdict = "alone"
        cells.append(Cell(verdict, place in line.moved, passages))
    return line.same, cells
