"""Addresses of generated pages as MkDocs sees them: as files that stand nowhere.

`nav` and hand-written pages name a generated page by its address ("decisions/mc-5-19/"). While
MkDocs reads them, that page is not made yet; so every such link is believed, noted, and looked at
when the site is whole.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import is_markdown_file

from acquis.pages.page import Page
from acquis.site.paths import unsafe


class GeneratedFile(File):
    """The file that MkDocs would have read a generated page from.

    `made` is the page where MkDocs is to render it in the ordinary way; without, MkDocs only knows
    its address.
    """

    def __init__(self, address: str, config: MkDocsConfig, made: Page | None = None) -> None:
        is_page = "." not in address.rsplit("/", 1)[-1]
        path = address.rstrip("/")
        super().__init__(
            path,
            src_dir=None,
            dest_dir=config.site_dir,
            use_directory_urls=True,
            dest_uri=f"{path}/index.html" if is_page else path,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.generated_by = "acquis"
        self.content_string = ""
        self.made = made

    def is_documentation_page(self) -> bool:
        """Whether MkDocs renders it."""
        return self.made is not None


class Asked(NamedTuple):
    """A link to what is not in the documentation folder: from which page, and whereto."""

    source: str
    file: GeneratedFile


class SiteFiles(Files):
    """MkDocs' files, and whatever may be generated at the address that somebody asks for."""

    def __init__(self, files: Files, config: MkDocsConfig) -> None:
        super().__init__(files)
        self._config = config
        self.asked: list[Asked] = []

    def get_file_from_path(self, path: str) -> File | None:
        """The file with this path, or one that stands for a generated page or file."""
        found = super().get_file_from_path(path)
        if found is not None or is_markdown_file(path) or unsafe(path.rstrip("/")):
            return found
        reader = self._config._current_page  # None while MkDocs reads the navigation
        asked = Asked(reader.file.src_uri if reader else "nav", GeneratedFile(path, self._config))
        self.asked.append(asked)
        return asked.file


def dead_links(files: SiteFiles, site: Path) -> Iterator[str]:
    """A message for each link to a generated page or anchor that is not in the finished site."""
    for source, file in files.asked:
        if not (site / file.dest_uri).is_file():
            yield f'{source}: there is nothing at the address "{file.url}"'
    for page in (file.page for file in files.documentation_pages()):
        for target, anchors in ((page and page.links_to_anchors) or {}).items():
            path = site / target.dest_uri
            if isinstance(target, GeneratedFile) and path.is_file():
                text = path.read_text(encoding="utf-8")
                for anchor in anchors:
                    if f'id="{html.escape(anchor)}"' not in text:
                        source = page.file.src_uri if page else ""
                        yield f'{source}: there is no "#{anchor}" on the page "{target.url}"'
