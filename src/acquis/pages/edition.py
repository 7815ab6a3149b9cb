"""An edition: the site in one language, which turns what a page shows into a finished page."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from acquis.link import Links
from acquis.model.address import prefix
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.pages.contents import Contents, Entry
from acquis.pages.environment import catalogue, environment
from acquis.pages.form import Forms
from acquis.pages.mirrored import Mirrored
from acquis.pages.page import File, Page
from acquis.pages.repository import Repository
from acquis.pages.targets import Targets
from acquis.pages.units import Units
from acquis.pages.view import View

_NOTHING = Markup("")
_OWN_LETTERS = frozenset({"ar", "zh"})
"""Languages whose pages are read without Latin letters, so that the frame does not ask for them."""


@dataclass(frozen=True, slots=True)
class Site:
    """What the pages are made from: the corpus, its links, and the folders with templates.

    `changed` has the day on which each data file last changed. `repository` is the address of
    the repository that readers are led to for an edit or a report, "" for none. `search` is
    whether the site has one.
    """

    corpus: Corpus
    links: Links
    templates: Sequence[Path]
    changed: Mapping[str, datetime.date] = field(default_factory=dict)
    repository: Repository | None = None
    search: bool = True


class Edition:
    """The site in one language: turns what a page shows into a finished page."""

    def __init__(self, site: Site, language: str, like: Edition | None = None) -> None:
        """With the templates as they were read for the edition that it is `like`, if any."""
        self.site = site
        self.corpus = site.corpus
        self.links = site.links
        self.language = language
        self.changed = site.changed
        self.repository = site.repository
        self.prefix = prefix(language, site.corpus.languages)
        self.gettext = cache(catalogue(language).gettext)
        self.targets = Targets(site.corpus, site.links, language)
        self.mirrored = Mirrored(site.corpus, site.links, language)
        self._environment: Environment = (
            like._environment if like else environment(site.templates, language)
        )
        self.forms: Forms = like.forms if like else Forms(self._environment)
        self.units: Units = like.units if like else Units(self.forms)
        self.contents: Contents = like.contents if like else Contents(self.forms)

    def view(self, path: str) -> View:
        """A page in the making at an address without the language's prefix."""
        return View(self.corpus, self.links, self.language, f"{self.prefix}{path}")

    def render(self, template: str, **context: Any) -> Markup:
        """A template of this edition as HTML."""
        html = self._environment.get_template(template).render(**context)
        return Markup(html)  # noqa: S704  # the environment escapes everything

    def page(
        self,
        path: str,
        kind: str,
        title: str,
        description: str,
        context: dict[str, Any],
        contents: Sequence[Entry] = (),
        head: Markup = _NOTHING,
        file: str = "",
        record: Decision | Document | None = None,
        canonical: str = "",
    ) -> Page:
        """The finished page of a kind: its template is named after it.

        `file` is the data file with what it shows, where that is one; `record` the text,
        and `canonical` the address of the page whose text it repeats.
        """
        section = path.split("/")[0] + "/"
        toc = _NOTHING
        if contents:
            own = record is not None and self.language in record.versions
            toc = Markup(self.contents.html(contents, own=own))  # noqa: S704  # it is HTML
        return Page(
            address=f"{self.prefix}{path}",
            language=self.language,
            kind=kind,
            section=f"{self.prefix}{section}",
            title=title,
            description=description,
            head=self._fonts(path, record) + head,
            content=self.render(f"{kind}.html.j2", **context),
            contents=toc,
            changed=self.changed.get(file),
            canonical=canonical or self._canonical(path, record),
            alternates=self._alternates(path, record),
        )

    @property
    def unit_words(self) -> Markup:
        """The words of the menu that a script opens at a unit, for the page of a text."""
        html = self.forms.form("_unit_words.html.j2", "unit_words").fill()
        return Markup(html)  # noqa: S704  # it is HTML

    def redirection(self, old: str, path: str, name: str = "") -> File:
        """The file that leads from an address that nothing stands at to another.

        `name` is what the other shows; default: the link to it.
        """
        target = self.view(old).href(path)
        html = self.render("redirect.html.j2", target=target, name=name or target)
        return File(f"{self.prefix}{old}index.html", f"{html}\n".encode())

    def _fonts(self, path: str, record: Decision | Document | None) -> Markup:
        """The elements for the letters of a text that is not held in the page's language, where
        that language does without them: the frame asks for those of the language."""
        if record is None or record.listed or self.language not in _OWN_LETTERS:
            return _NOTHING
        if record.version(self.language).language in _OWN_LETTERS:
            return _NOTHING
        view = self.view(path)
        return Markup("").join(
            Markup('<link rel="preload" href="{}" as="font" crossorigin>\n').format(
                view.file(f"assets/fonts/source-serif-4-latin-400-{style}.woff2")
            )
            for style in ("normal", "italic")
        )

    def _canonical(self, path: str, record: Decision | Document | None) -> str:
        """The address of the original, where a text is not held in this language."""
        if record is None or self.language in record.versions:
            return ""
        languages = self.corpus.languages
        original = record.language if record.language in languages else languages[0]
        address = f"{prefix(original, languages)}{path}"
        return "" if address == f"{self.prefix}{path}" else address

    def _alternates(
        self, path: str, record: Decision | Document | None
    ) -> tuple[tuple[str, str], ...]:
        """The pages in all languages in which a text is held, if it is in this one."""
        if record is None or self.language not in record.versions:
            return ()
        languages = self.corpus.languages
        held = [language for language in languages if language in record.versions]
        if len(held) < 2:
            return ()
        return tuple((language, f"{prefix(language, languages)}{path}") for language in held)


def data_file(path: str) -> str:
    """The file beside the page at `path` that has its text in all languages, from the root."""
    return f"{path}{path.rstrip('/').rpartition('/')[2]}.json"


def data_link(href: str) -> Markup:
    """The element that tells a page's data to programs."""
    return Markup('<link rel="alternate" type="application/json" href="{}">').format(href)


def stylesheet(view: View, name: str) -> Markup:
    """The element for the styles that only some kinds of pages need."""
    href = view.file(f"assets/stylesheets/{name}.css")
    return Markup('<link rel="stylesheet" href="{}">').format(href)
