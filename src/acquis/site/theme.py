"""The theme around the pages: its templates, and what they are told about a page.

Filled or rendered one by one, generated pages go through the same few functions here; that is why
both ways give the same bytes. What a template of the theme, or one that overrides it, may use:

    generated     of a generated page its `kind`, `section`, `head`, `contents`, `path`; else none
    fragment      a function: the piece of that name that the data give to a hand-written page
    preview       whether this is the preview
    theme_stylesheet  the theme's own styles, for hand-written pages
    search        whether the site has one
    language      of the page; `words("…")` gives the interface's words in it
    editions      each language, its name in itself, and the page's address in it
    page          MkDocs' page; of a generated one, title and description are escaped already
    url, policy   filters: an address as a link from this page; the Content-Security-Policy
    theme/…       a template of the theme itself, where one of the same name overrides it
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

import jinja2
from babel import Locale
from jinja2.runtime import Context
from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

from acquis.pages.page import Page
from acquis.reads import Key, reading
from acquis.settings import packaged_templates
from acquis.site.addresses import GeneratedFile
from acquis.site.filling import Slots
from acquis.site.navigation import Navigations, language_of
from acquis.site.policy import policy

if TYPE_CHECKING:
    from acquis.site.content import Content

#: The `id` of the article, to which the link leads that skips the navigation.
ARTICLE = "content"


@dataclass(frozen=True, slots=True)
class Generated:
    """What templates are told about a generated page besides MkDocs' own `page`."""

    kind: str
    section: str
    head: Markup
    contents: Markup
    path: Markup


class Fragment(NamedTuple):
    """A piece of a hand-written page: the page's file, what was asked for, given and read."""

    file: str
    name: str
    language: str
    path: str
    html: Markup
    reads: frozenset[Key]


def override_folders(templates: Path) -> list[str]:
    """The folders that stand before the theme's: the project's, then the packaged one."""
    folders = [templates / "overrides", packaged_templates() / "overrides"]
    return list(dict.fromkeys(str(folder) for folder in folders if folder.is_dir()))


class Theme:
    """Renders generated pages in the frame of the theme, and tells its templates what they need."""

    def __init__(
        self,
        env: jinja2.Environment,
        config: MkDocsConfig,
        navs: Navigations,
        content: Content | None,
    ) -> None:
        """`content` gives fragments.

        Raises PluginError for a language that the theme has no words for.
        """
        self._env = env
        self._config = config
        self._navs = navs
        self.content = content
        #: What hand-written pages took in, in the order in which they asked for it.
        self.fragments: list[Fragment] = []
        self._stylesheet = stylesheet(config)
        assert env.loader is not None
        for language in navs.languages:
            try:
                env.loader.get_source(env, f"partials/languages/{language}.html")
            except jinja2.TemplateNotFound:
                raise PluginError(f'acquis: the theme has no words in "{language}"') from None

    def render(self, page: Page, shown: Slots) -> str:
        """The whole page, with `shown` in the place of what the page itself would show."""
        target = self._navs.entries[page.language].get(page.address)
        if target is None:
            file = GeneratedFile(page.address, self._config, page)
            target = MkDocsPage(None, file, self._config)
            self.hang(target, page)
        dress(target, shown)
        target.active = True
        try:
            nav = self._navs.by_language[page.language]
            context = get_context(nav, Files([]), self._config, target)
            self.tell(context, target, generated(page, shown))
            return self._env.get_template("main.html").render(context)
        finally:
            target.active = False
            target.content, target.meta = None, {}

    def hang(self, target: MkDocsPage, page: Page) -> None:
        """Hang a page below its section's entry, which then shows as the current one."""
        above = self._navs.parent(page.section, page.language)
        if target.file.page is not above:
            target.parent = above  # type: ignore[assignment]  # to MkDocs, only a section has pages

    def tell(
        self,
        context: TemplateContext,
        page: MkDocsPage | None,
        generated: Generated | None = None,
    ) -> None:
        """Give templates what they need for a page, or for the error page (None)."""
        languages = self._navs.languages
        language = language_of(page.url, languages) if page else languages[0]
        # The theme reads its language here, and nowhere else.
        self._config.theme["language"] = language
        told: Mapping[str, Any] = {
            "nav": self._navs.by_language[language],
            "generated": generated,
            "fragment": partial(self._fragment, language, page),
            "language": language,
            "search": bool(self.content and self.content.search),
            "theme_stylesheet": self._stylesheet,
            "words": partial(self._words, language),
            "editions": self._editions(page, generated),
        }
        context.update(told)  # type: ignore[typeddict-item]  # more than MkDocs knows of

    def _editions(
        self, page: MkDocsPage | None, generated: Generated | None
    ) -> list[tuple[str, str, str]]:
        """Each language with its name in itself and the address of this page in it.

        A hand-written page that a language lacks leads to that language's home, and where there is
        none, to the first page of its navigation.
        """
        languages = self._navs.languages
        found: list[tuple[str, str, str]] = []
        if self.content is not None and self.content.unchanged:
            return found  # the page is not put in its place
        for language in languages:
            home = "" if language == languages[0] else f"{language}/"
            entries = self._navs.entries[language]
            path: str = ""
            if generated is not None:
                path = generated.path
            elif page is not None:
                own = page.url.removeprefix(f"{language_of(page.url, languages)}/").lstrip("./")
                path = own if f"{home}{own}" in self._navs.written else ""
            name = _name(language)
            address = f"{home}{path}"
            if home and address == home and home not in self._navs.written:
                address = next(iter(entries), "")
            found.append((language, name[:1].upper() + name[1:], address))
        return found

    def _words(self, language: str, words: str) -> str:
        return self.content.translate(language, words) if self.content else words

    def _fragment(self, language: str, page: MkDocsPage | None, name: str) -> Markup:
        if self.content is None:
            return Markup("")
        path = (page.url if page else "").removeprefix(f"{language}/")
        with reading() as noted:
            html = self.content.fragment(name, language, path)
        file = page.file.dest_uri if page else ""
        self.fragments.append(Fragment(file, name, language, path, html, frozenset(noted)))
        return html


@cache
def _name(language: str) -> str:
    """A language's name in itself."""
    return Locale.parse(language, sep="-").get_display_name() or language


def spare(files: Files, config: MkDocsConfig) -> list[File]:
    """The files of the theme that no page asks for: source maps, and what its own search reads."""
    searched = any(name.rpartition("/")[2] == "search" for name in config.plugins)
    ours = {str(Path(folder)) for folder in config.theme.dirs}
    return [
        file
        for file in files
        if file.src_dir is not None
        and str(Path(file.src_dir)) in ours
        and (
            file.src_uri.endswith(".map")
            or (not searched and file.src_uri.startswith("assets/javascripts/lunr/"))
        )
    ]


def stylesheet(config: MkDocsConfig) -> str:
    """The theme's own styles, whose name changes with each of its versions."""
    for folder in config.theme.dirs:
        for path in sorted(Path(folder, "assets", "stylesheets").glob("main.*.min.css")):
            return f"assets/stylesheets/{path.name}"
    raise PluginError("acquis: the theme has no stylesheet")


def generated(page: Page, shown: Slots) -> Generated:
    """What templates are told of a page that shows these slots."""
    return Generated(page.kind, page.section, shown.head, shown.contents, shown.path)


def dress(target: MkDocsPage, shown: Slots) -> None:
    """Give MkDocs' page what its template prints of a generated one."""
    target.meta = {"title": shown.title}
    if shown.description:
        target.meta["description"] = shown.description
    if not shown.contents:
        target.meta["hide"] = ["toc"]
    target.content = shown.content
    target.canonical_url = shown.canonical or None
    # What the theme's link to the text leads to: of `toc` it needs the first entry alone.
    target.toc = TableOfContents([AnchorLink("", ARTICLE, level=1)])
    # None tells MkDocs not to judge links to anchors of this page: see `dead_links`.
    target.present_anchor_ids = None


def prepare(
    env: jinja2.Environment, config: MkDocsConfig, overrides: int, *, preview: bool
) -> None:
    """Give MkDocs' environment the filters and the loader that the overriding templates use.

    The last `overrides` folders before the theme's own are those that override it.
    """
    own = jinja2.FileSystemLoader(config.theme.dirs[overrides:])
    assert env.loader is not None
    env.loader = jinja2.ChoiceLoader([env.loader, jinja2.PrefixLoader({"theme": own})])
    env.filters["url"] = _url
    env.filters["policy"] = partial(policy, preview=preview)
    env.globals["preview"] = preview


@jinja2.pass_context
def _url(context: Context, address: str) -> str:
    """An address, counted from the site's root, as a link from the page that is rendered.

    MkDocs' own filter makes the shortest link ("../mc-5-19/"), which depends on the page's whole
    address. These depend on its depth alone ("../../decisions/mc-5-19/"), so that pages can share
    a frame.
    """
    address = str(address)
    if urlsplit(address).scheme or address.startswith(("/", "#")):
        return address
    return posixpath.join(context["base_url"], "" if address in (".", "./") else address)
