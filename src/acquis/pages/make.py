"""All pages of the site, in every language, as jobs that can be done in any order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from markupsafe import Markup

from acquis.model.address import address, former
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.pages import (
    activity,
    cite,
    compare,
    decision,
    document,
    home,
    institution,
    mirror,
    parallel,
)
from acquis.pages import search as searching
from acquis.pages.edition import Edition, Site
from acquis.pages.page import File, Page

_FRAGMENTS = {"home": home.context}

#: Makes some of the pages and files, whenever it is called.
Job = Callable[[], Iterator[Page | File]]

__all__ = ["Job", "Site", "fragment", "jobs"]


def jobs(
    site: Site, beside: Callable[[Decision | Document], Iterator[File]] = lambda _: iter(())
) -> list[Job]:
    """What makes all pages and the redirections of former addresses, apart from one another.

    Each job makes those of one record in all languages, or a few lists in one. `beside` makes the
    files that stand beside a record's page, while its text is at hand.
    """
    editions = [Edition(site, language) for language in site.corpus.languages]
    made: list[Job] = [
        partial(_of_record, record, editions, beside) for record in site.corpus.records()
    ]
    kinds: list[Callable[[Edition], Iterator[Page | File]]] = [
        decision.lists,
        document.lists,
        mirror.pages,
        compare.pages,
        institution.pages,
        activity.pages,
        cite.pages,
        _redirections,
    ]
    if site.search:
        kinds.append(searching.pages)
    made += [partial(kind, edition) for edition in editions for kind in kinds]
    return made


def _of_record(
    record: Decision | Document,
    editions: Sequence[Edition],
    beside: Callable[[Decision | Document], Iterator[File]],
) -> Iterator[Page | File]:
    """The pages of a text, in all languages: so it is divided once for all of them."""
    for edition in editions:
        if isinstance(record, Decision):
            yield from decision.pages(record, edition)
        else:
            yield from document.pages(record, edition)
        yield from parallel.pages(record, edition)
    yield from beside(record)


def fragment(site: Site, name: str, language: str, path: str = "") -> Markup:
    """A piece that a hand-written page takes in: `home` gives the home page's lists."""
    edition = Edition(site, language)
    return edition.render(f"_{name}.html.j2", **_FRAGMENTS[name](edition.view(path)))


def _redirections(edition: Edition) -> Iterator[File]:
    for record in edition.corpus.records():
        for old in former(record):
            yield edition.redirection(old, address(record), record.name)
    for old, path in mirror.redirections(edition):
        yield edition.redirection(old, path)
