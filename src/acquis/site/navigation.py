"""The navigation in each language, and where generated pages hang in it.

`nav` in mkdocs.yml names pages of the default language. In another language an entry leads to the
same address under the language's prefix: to a generated page, to a page that is written by hand in
`docs/<lang>/`, or, where there is none, to the page of the default language.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from acquis.site.addresses import GeneratedFile, SiteFiles

#: Gives a title that stands in `nav` in a language.
Translate = Callable[[str, str], str]


def language_of(address: str, languages: Sequence[str]) -> str:
    """The language of the page at an address: its first part, or the default language."""
    first = address.split("/", 1)[0]
    return first if first in languages[1:] else languages[0]


def keep_out_of_nav(files: SiteFiles, languages: Sequence[str]) -> None:
    """Pages written by hand in another language than the default are not missed in `nav`."""
    for file in files:
        if language_of(file.src_uri, languages) != languages[0]:
            file.inclusion = min(file.inclusion, InclusionLevel.NOT_IN_NAV, key=lambda it: it.value)


def unchain(nav: Navigation) -> None:
    """Generated pages are no steps in a sequence: they are nobody's previous or next page."""
    for page in nav.pages:
        alone = isinstance(page.file, GeneratedFile)
        if alone or (page.previous_page and isinstance(page.previous_page.file, GeneratedFile)):
            page.previous_page = None
        if alone or (page.next_page and isinstance(page.next_page.file, GeneratedFile)):
            page.next_page = None


@dataclass(frozen=True)
class Navigations:
    """The navigation in each language; `entries` has each language's pages by address,
    `written` the addresses of all pages that are written by hand."""

    languages: tuple[str, ...]
    by_language: dict[str, Navigation]
    entries: dict[str, dict[str, Page]]
    written: frozenset[str] = frozenset()

    def parent(self, section: str, language: str) -> Page | None:
        """The entry under which pages of a section hang; None where `nav` has no such entry.

        The section's address may be given with the language's prefix or without.
        """
        entries = self.entries[language]
        return entries.get(section) or entries.get(f"{language}/{section}")


def localize(
    nav: Navigation,
    files: SiteFiles,
    config: MkDocsConfig,
    languages: tuple[str, ...],
    translate: Translate,
) -> Navigations:
    """The navigation in each of the languages, whose first is that of `nav`."""
    navs = {languages[0]: nav}
    for language in languages[1:]:
        navs[language] = _Localized(language, files, config, translate).navigation(nav)
    entries = {language: {page.url: page for page in navs[language].pages} for language in navs}
    pages = (file for file in files.documentation_pages() if not isinstance(file, GeneratedFile))
    return Navigations(languages, navs, entries, frozenset(file.url for file in pages))


class _Localized:
    """The making of one language's navigation."""

    def __init__(
        self, language: str, files: SiteFiles, config: MkDocsConfig, translate: Translate
    ) -> None:
        self._language = language
        self._files = files
        self._config = config
        self._translate = translate
        self._written = {file.url: file.page for file in files.documentation_pages()}
        self._pages: list[Page] = []

    def navigation(self, nav: Navigation) -> Navigation:
        made = Navigation([self._item(item) for item in nav.items], self._pages)
        made.homepage = self._written.get(f"{self._language}/") or nav.homepage
        return made

    def _item(self, item: StructureItem) -> StructureItem:
        title = self._translate(self._language, item.title or "")
        if isinstance(item, Section):
            section = Section(title, [self._item(child) for child in item.children])
            for child in section.children:
                child.parent = section
            return section
        if isinstance(item, Link):
            return Link(title, item.url)
        assert isinstance(item, Page)
        page = self._page(item, title)
        if page is None or any(page is known for known in self._pages):
            return Link(title, item.url)
        self._pages.append(page)
        return page

    def _page(self, page: Page, title: str) -> Page | None:
        address = f"{self._language}/{page.url}"
        if not isinstance(page.file, GeneratedFile):
            return self._written.get(address)
        file = self._files.get_file_from_path(address)
        assert file is not None
        if file.page is None:
            return Page(title, file, self._config)
        file.page.title = title
        return file.page
