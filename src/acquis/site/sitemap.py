"""The sitemap: every page, and the languages in which its text is held.

MkDocs makes one too, but it does not know the filled pages, gives today as each page's date of
change, and puts the time into the compressed file.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

import jinja2
from mkdocs.exceptions import PluginError

from acquis.pages.page import Page


@dataclass(frozen=True, slots=True)
class Listed:
    """A page as the template "sitemap.xml" reads it, from `file.page`.

    `alternates` has the language and absolute address of the same text in each language in which
    it is held, this one included.
    """

    canonical_url: str
    update_date: str = ""
    alternates: tuple[tuple[str, str], ...] = ()
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class ListedFile:
    """The file that the template expects around a page."""

    page: Listed


def listed(page: Page, languages: Sequence[str], site_url: str) -> list[Listed]:
    """What the sitemap says of a generated page of the site at `site_url`.

    Nothing where what it shows stands elsewhere. Raises PluginError for a page that cannot be at
    its address.
    """
    if page.language not in languages or not page.address.endswith("/"):
        raise PluginError(f"acquis: {page.address!r} is no address in {page.language!r}")
    if page.canonical:
        return []
    base = site_url if site_url.endswith("/") else f"{site_url}/"

    def absolute(address: str) -> str:
        return base + quote(address)

    others = tuple((language, absolute(address)) for language, address in page.alternates)
    day = page.changed.isoformat() if page.changed else ""
    return [Listed(absolute(page.address), day, others)]


def sitemap(
    env: jinja2.Environment, by_hand: Iterable[Listed], generated: Iterable[Listed]
) -> bytes:
    """The sitemap of pages that are written by hand, and of generated ones, in whatever order."""
    ordered = sorted(generated, key=lambda one: one.canonical_url)
    files = [ListedFile(page) for page in (*by_hand, *ordered)]
    return env.get_template("sitemap.xml").render(pages=files).encode()


def compressed(content: bytes) -> bytes:
    """The same bytes for the same content, whenever and wherever it is compressed."""
    return gzip.compress(content, mtime=0)
