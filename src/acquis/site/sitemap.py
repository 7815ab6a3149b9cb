"""The sitemap: every page, from the theme's own template, without the date of the build.

MkDocs makes one too, but it does not know the filled pages, gives today as each page's date of
change, and puts the time into the compressed file.
"""

from __future__ import annotations

import datetime
import gzip
from collections.abc import Iterable
from dataclasses import dataclass

import jinja2


@dataclass(frozen=True, slots=True)
class Listed:
    """A page as MkDocs' template "sitemap.xml" reads it, from `file.page`."""

    canonical_url: str
    update_date: str = ""
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class ListedFile:
    """The file that the template expects around a page."""

    page: Listed


def sitemap(env: jinja2.Environment, pages: Iterable[tuple[str, datetime.date | None]]) -> bytes:
    """The sitemap of the pages with these absolute addresses, and the days of their last change."""
    files = [ListedFile(Listed(address, day.isoformat() if day else "")) for address, day in pages]
    return env.get_template("sitemap.xml").render(pages=files).encode()


def compressed(content: bytes) -> bytes:
    """The same bytes for the same content, whenever and wherever it is compressed."""
    return gzip.compress(content, mtime=0)
