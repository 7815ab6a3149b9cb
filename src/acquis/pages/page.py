"""What the pages layer hands to the site: finished pages and the files beside them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page, finished but for the theme's frame around it.

    `address` is counted from the site's root, carries the language's prefix and ends in a slash
    ("fr/decisions/mc-5-19/"); links in `content` are relative to it, so that the site works under
    any sub-path. `section` is the address of the index page under which the page hangs. `title`
    and `description` are plain text; `head` (elements for the head), `content` (the main column)
    and `contents` (the table of contents, empty where there is none) are finished HTML. `changed`
    is the day on which what it shows last changed, where that is known. `canonical` is the address
    of the page whose text it shows, where that is another: a text that is not held in the page's
    language stands there in its own. `alternates` has the language and address of each page that
    has the same text in a language in which it is held.
    """

    address: str
    language: str
    kind: str
    section: str
    title: str
    description: str
    head: Markup
    content: Markup
    contents: Markup
    changed: datetime.date | None = None
    canonical: str = ""
    alternates: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class File:
    """A file beside the pages: its `path` from the site's root, and its bytes."""

    path: str
    content: bytes
