"""Pages of activities: each activity, and the list of areas, activities and services."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.model.activity import Activity, Area
from acquis.model.address import address
from acquis.model.corpus import Corpus
from acquis.pages.edition import Edition
from acquis.pages.exchange import exchange
from acquis.pages.page import Page


def pages(edition: Edition) -> Iterator[Page]:
    """The list with its services, then every activity."""
    corpus = edition.corpus
    yield edition.page(
        "activities/",
        "activities",
        title=edition.gettext("Activities"),
        description=edition.gettext("Areas of cooperation, activities and services exchanged."),
        context={
            "view": edition.view("activities/"),
            "areas": by_area(corpus),
            "periods": periods(corpus),
            "services": list(corpus.services.values()),
            "drawing": exchange(list(corpus.services.values()), edition.view("activities/")),
            "mandates": edition.links.mandates,
        },
    )
    for activity in corpus.activities.values():
        path = address(activity)
        view = edition.view(path)
        yield edition.page(
            path,
            "activity",
            title=view.plain(activity.title),
            description=view.plain(activity.description or activity.title),
            context={
                "view": view,
                "activity": activity,
                "areas": [corpus.areas[id_] for id_ in activity.areas if id_ in corpus.areas],
                "mandates": edition.links.mandates[activity.id],
            },
        )


def periods(corpus: Corpus) -> list[str]:
    """The periods in which anything is done, in the order of time; "" for none given."""
    return sorted({activity.period for activity in corpus.activities.values()})


def by_area(corpus: Corpus) -> list[tuple[Area | None, dict[str, list[Activity]]]]:
    """Each area with its activities by period; last, without an area, those that name none."""
    found: dict[str, dict[str, list[Activity]]] = {id_: {} for id_ in corpus.areas}
    loose: dict[str, list[Activity]] = {}
    for activity in corpus.activities.values():
        known = [id_ for id_ in activity.areas if id_ in corpus.areas]
        for row in [found[id_] for id_ in known] or [loose]:
            row.setdefault(activity.period, []).append(activity)
    rows: list[tuple[Area | None, dict[str, list[Activity]]]] = [
        (corpus.areas[id_], row) for id_, row in found.items()
    ]
    return [*rows, (None, loose)] if loose else rows
