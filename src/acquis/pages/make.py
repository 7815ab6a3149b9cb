"""All pages of the site, in every language."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from acquis.model.address import address, former
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

__all__ = ["Site", "fragment", "make"]


def make(site: Site) -> Iterator[Page | File]:
    """All pages, language by language, and the redirections of former addresses.

    They come one by one, so that nobody need hold them all.
    """
    for language in site.corpus.languages:
        edition = Edition(site, language)
        for kind in (decision, document, parallel, mirror, compare, institution, activity, cite):
            yield from kind.pages(edition)
        if site.search:
            yield from searching.pages(edition)
        yield from _redirections(edition)


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
