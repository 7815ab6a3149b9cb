"""All pages of the site, in every language, as jobs that can be done in any order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
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
from acquis.reads import note

_FRAGMENTS = {"home": home.context}

__all__ = ["Job", "Site", "editions", "fragment", "jobs"]


@dataclass(frozen=True, slots=True)
class Job:
    """Makes some of the pages and files, whenever it is called.

    `key` names it in every build. Jobs that share the first two parts of their keys follow one
    another, and are done in one process, since they need the same texts. One that is `lasting` is
    done again after every edit; one that is `late` takes long, and can wait until the pages are
    there.
    """

    key: tuple[str, ...]
    make: Callable[[], Iterator[Page | File]]
    lasting: bool = False
    late: bool = False

    def __call__(self) -> Iterator[Page | File]:
        """The pages and files."""
        return self.make()


def editions(site: Site, like: Mapping[str, Edition] | None = None) -> dict[str, Edition]:
    """The site in each language; with the templates of those that it is `like`, as they are."""
    return {
        language: Edition(site, language, like.get(language) if like else None)
        for language in site.corpus.languages
    }


def jobs(
    editions: Mapping[str, Edition],
    beside: Callable[[Decision | Document], Iterator[File]] | None = None,
) -> list[Job]:
    """What makes all pages and the redirections of former addresses, apart from one another.

    Each job makes those of one record in one language, or a few lists in one. `beside` makes the
    files beside a record's pages.
    """
    site = next(iter(editions.values())).site
    made: list[Job] = []
    for record in site.corpus.records():
        kind = "decisions" if isinstance(record, Decision) else "documents"
        for language, edition in editions.items():
            make: Callable[[], Iterator[Page | File]] = partial(_of_record, record, kind, edition)
            made.append(Job((kind, record.slug, language), make))
        if beside is not None:
            made.append(Job((kind, record.slug, "files"), partial(_files, record, kind, beside)))
    for meeting in site.corpus.meetings.values():
        for language, edition in editions.items():
            of_texts = partial(institution.meeting_texts, meeting, edition)
            of_meeting = partial(institution.meeting_pages, meeting, edition)
            made.append(Job(("meeting texts", meeting.id, language), of_texts))
            made.append(Job(("meeting", meeting.id, language), of_meeting))
    kinds: dict[str, Callable[[Edition], Iterator[Page | File]]] = {
        "list of decisions": decision.lists,
        "list of documents": document.lists,
        "mirrors": mirror.pages,
        "comparison": compare.pages,
        "institution": institution.pages,
        "activities": activity.pages,
        "citations": cite.pages,
        "redirections": _redirections,
    }
    for language, edition in editions.items():
        made += [Job((name, language), partial(kind, edition)) for name, kind in kinds.items()]
        if site.search:
            made.append(Job(("search", language), partial(searching.pages, edition), late=True))
    return made


def _of_record(record: Decision | Document, kind: str, edition: Edition) -> Iterator[Page]:
    note(kind, record.slug)
    if isinstance(record, Decision):
        yield from decision.pages(record, edition)
    else:
        yield from document.pages(record, edition)
    yield from parallel.pages(record, edition)


def _files(
    record: Decision | Document,
    kind: str,
    beside: Callable[[Decision | Document], Iterator[File]],
) -> Iterator[File]:
    note(kind, record.slug)
    yield from beside(record)


def fragment(edition: Edition, name: str, path: str = "") -> Markup:
    """A piece that a hand-written page takes in: `home` gives the home page's lists."""
    return edition.render(f"_{name}.html.j2", **_FRAGMENTS[name](edition.view(path)))


def _redirections(edition: Edition) -> Iterator[File]:
    for record in edition.corpus.records():
        for old in former(record):
            yield edition.redirection(old, address(record), record.name)
    for old, path in mirror.redirections(edition):
        yield edition.redirection(old, path)
