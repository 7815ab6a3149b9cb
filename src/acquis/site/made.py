"""What a job made, and what was read for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mkdocs.exceptions import PluginError

from acquis.pages.page import Page
from acquis.reads import Key
from acquis.site.sitemap import Listed, listed


class Made(NamedTuple):
    """What was read for a job, the paths of the files that it wrote, its pages for the sitemap."""

    reads: frozenset[Key]
    paths: tuple[str, ...]
    listed: tuple[Listed, ...]


def looked_at(page: Page, languages: Sequence[str], site_url: str) -> list[Listed]:
    """What the sitemap says of a page; nothing where what it shows stands elsewhere.

    Raises PluginError for a page that cannot be at its address.
    """
    if page.language not in languages or not page.address.endswith("/"):
        raise PluginError(f"acquis: {page.address!r} is no address in {page.language!r}")
    return [] if page.canonical else [listed(page, site_url)]
