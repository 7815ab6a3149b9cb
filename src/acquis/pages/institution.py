"""Pages of those who decide and of what they decide on: conventions, meetings, actors, topics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from acquis.model.address import address
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.institution import Actor, Convention, Meeting, Topic
from acquis.pages import decision
from acquis.pages.contents import Entry
from acquis.pages.edition import Edition
from acquis.pages.page import File, Page
from acquis.pages.paging import leaves
from acquis.text import plain


def pages(edition: Edition) -> Iterator[Page]:
    """For each of the four kinds the list, then every record but the meetings."""
    _ = edition.gettext
    corpus = edition.corpus
    yield from _list(edition, "conventions", _("Conventions"), list(corpus.conventions.values()))
    for convention in corpus.conventions.values():
        yield _convention(convention, edition)
    yield from _list(edition, "meetings", _("Meetings"), meetings(corpus))
    yield from _list(edition, "topics", _("Topics"), list(corpus.topics.values()))
    for topic in corpus.topics.values():
        yield from _topic(topic, edition)
    yield from _list(edition, "actors", _("Actors"), list(corpus.actors.values()))
    for actor in corpus.actors.values():
        yield _actor(actor, edition)


def meetings(corpus: Corpus) -> list[Meeting]:
    """The meetings, those of one convention together in the order of the data."""
    order = {body.id: place for place, body in enumerate(corpus.bodies.values())}
    return sorted(
        corpus.meetings.values(),
        key=lambda meeting: min((order.get(id_, len(order)) for id_ in meeting.bodies), default=0),
    )


def _list(
    edition: Edition,
    kind: str,
    title: str,
    rows: list[Convention] | list[Meeting] | list[Topic] | list[Actor],
) -> Iterator[Page]:
    for leaf in leaves(rows, f"{kind}/"):
        yield edition.page(
            leaf.path,
            kind,
            title=title,
            description=title,
            context={"view": edition.view(leaf.path), "leaf": leaf, "total": len(rows)},
        )


def _convention(convention: Convention, edition: Edition) -> Page:
    path = address(convention)
    view = edition.view(path)
    bodies = {body.id for body in convention.bodies}
    held = [m for m in edition.corpus.meetings.values() if bodies.intersection(m.bodies)]
    return edition.page(
        path,
        "convention",
        title=view.plain(convention.title),
        description=view.plain(convention.description or convention.name),
        context={"view": view, "convention": convention, "meetings": held},
    )


def meeting_pages(meeting: Meeting, edition: Edition) -> Iterator[Page]:
    """The pages of a meeting."""
    decisions = edition.corpus.decisions_of(meeting.id)
    documents = edition.corpus.documents_of(meeting.id)
    whole = f"{address(meeting)}all/" if edition.links.bounded.get(meeting.id) else ""
    for leaf in leaves(decisions, address(meeting)):
        view = edition.view(leaf.path)
        name = view.plain(meeting.name)
        yield edition.page(
            leaf.path,
            "meeting",
            title=name,
            description=name,
            context={
                "view": view,
                "meeting": meeting,
                "leaf": leaf,
                "documents": documents,
                "whole": view.href(whole) if whole else "",
                "total": len(decisions),
            },
        )


def meeting_texts(meeting: Meeting, edition: Edition) -> Iterator[Page | File]:
    """The page with all texts of a meeting, where they are not too many."""
    bounded = edition.links.bounded.get(meeting.id)
    if bounded:
        held = [one for one in edition.corpus.decisions_of(meeting.id) if not one.listed]
        yield _whole(meeting, held, f"{address(meeting)}all/", edition)
    elif bounded is not None:  # a page that there was before the meeting's texts grew too many
        name = edition.view("").plain(meeting.name)
        yield edition.redirection(f"{address(meeting)}all/", address(meeting), name)


def _whole(meeting: Meeting, held: Sequence[Decision], path: str, edition: Edition) -> Page:
    """All texts of a meeting one after the other, for reading and printing."""
    view = edition.view(path)
    name = view.plain(meeting.name)
    texts = [(one, decision.reading(one, edition, view, view.link(one))) for one in held]
    contents = [
        Entry(" ".join(filter(None, (one.symbol, plain(view.title(one))))) or one.slug, one.slug)
        for one, _ in texts
    ]
    return edition.page(
        path,
        "meeting_texts",
        title=edition.gettext("{meeting}: all decisions").format(meeting=name),
        description=name,
        context={"view": view, "meeting": meeting, "texts": texts},
        contents=contents,
    )


def _topic(topic: Topic, edition: Edition) -> Iterator[Page]:
    slugs = edition.links.on_topic.get(topic.id, ())
    for leaf in leaves(slugs, address(topic)):
        view = edition.view(leaf.path)
        yield edition.page(
            leaf.path,
            "topic",
            title=view.plain(topic.name),
            description=view.plain(topic.description or topic.name),
            context={"view": view, "topic": topic, "leaf": leaf, "total": len(slugs)},
        )


def _actor(actor: Actor, edition: Edition) -> Page:
    path = address(actor)
    view = edition.view(path)
    corpus = edition.corpus
    return edition.page(
        path,
        "actor",
        title=view.plain(actor.name),
        description=view.plain(actor.description or actor.name),
        context={
            "view": view,
            "actor": actor,
            "addressed": edition.links.addressed.get(actor.id, ()),
            "activities": [
                one for one in corpus.activities.values() if actor.id in (*one.lead, *one.partners)
            ],
            "services": [
                one for one in corpus.services.values() if actor.id in (one.provider, one.recipient)
            ],
        },
    )
