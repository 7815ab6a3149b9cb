"""The sitemap: every page, from the theme's own template, without the date of the build.

MkDocs makes one too, but it does not know the filled pages, gives today as each page's date of
change, and puts the time into the compressed file.
"""

from __future__ import annotations

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


def sitemap(env: jinja2.Environment, addresses: Iterable[str]) -> bytes:
    """The sitemap of the pages with these absolute addresses."""
    files = [ListedFile(Listed(address)) for address in addresses]
    return env.get_template("sitemap.xml").render(pages=files).encode()


def compressed(content: bytes) -> bytes:
    """The same bytes for the same content, whenever and wherever it is compressed."""
    return gzip.compress(content, mtime=0)
