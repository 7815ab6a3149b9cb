"""An edition: the site in one language, which turns what a page shows into a finished page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from acquis.link import Links
from acquis.model.address import prefix
from acquis.model.corpus import Corpus
from acquis.pages.contents import Entry
from acquis.pages.environment import catalogue, environment
from acquis.pages.page import Page
from acquis.pages.view import View

_NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class Site:
    """What the pages are made from: the corpus, its links, and the folders with templates."""

    corpus: Corpus
    links: Links
    templates: Sequence[Path]


class Edition:
    """The site in one language: turns what a page shows into a finished page."""

    def __init__(self, site: Site, language: str) -> None:
        self.corpus = site.corpus
        self.links = site.links
        self.language = language
        self.prefix = prefix(language, site.corpus.languages)
        self.gettext = catalogue(language).gettext
        self._environment = environment(site.templates, language)

    def view(self, path: str) -> View:
        """A page in the making at an address without the language's prefix."""
        return View(self.corpus, self.links, self.language, f"{self.prefix}{path}")

    def render(self, template: str, **context: Any) -> Markup:
        """A template of this edition as HTML."""
        return Markup(self._environment.get_template(template).render(**context))

    def page(
        self,
        path: str,
        kind: str,
        title: str,
        description: str,
        context: dict[str, Any],
        contents: Sequence[Entry] = (),
        head: Markup = _NOTHING,
    ) -> Page:
        """The finished page of a kind: its template is named after it."""
        section = path.split("/")[0] + "/"
        toc = self.render("_contents.html.j2", entries=contents) if contents else _NOTHING
        return Page(
            address=f"{self.prefix}{path}",
            language=self.language,
            kind=kind,
            section=f"{self.prefix}{section}",
            title=title,
            description=description,
            head=head,
            content=self.render(f"{kind}.html.j2", **context),
            contents=toc,
        )


def data_file(path: str) -> str:
    """The file beside the page at `path` that has its text in all languages, from the root."""
    return f"{path}{path.rstrip('/').rpartition('/')[2]}.json"


def data_link(href: str) -> Markup:
    """The element that tells a page's data to programs."""
    return Markup('<link rel="alternate" type="application/json" href="{}">').format(href)
