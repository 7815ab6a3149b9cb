"""Whether the pages of two sites hold the same text: who leaves something out is not compared.

What counts is the official text: its words in their order, its footnotes, its anchors, where its
citations lead, and who cites it. What stands around the text is each tool's own.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import urldefrag

from lxml import html

from benchmarks.contestants import ACQUIS, Contestant

#: What stands in a text without being of it: marks of footnotes, ways back, links to a heading.
_ASIDE = (
    "sup[@id and a]",
    "sup[contains(@class, 'note')]",
    "a[contains(@class, 'backref') or contains(@class, 'headerlink') or @class='self']",
    "a[@role='doc-backlink']",
)
_NOTES = "div[@class='footnote' or contains(@class, 'footnotes')]"


class UnlikeError(Exception):
    """A page lacks something that another site's has."""


@dataclass(frozen=True)
class Held:
    """Which texts there are, each as "<language>/<slug>", and their languages in order."""

    texts: tuple[str, ...]
    languages: tuple[str, ...]

    def some(self, count: int) -> tuple[str, ...]:
        """Some of the texts, from the first to the last."""
        return self.texts[:: max(1, len(self.texts) // count)]

    def target(self, href: str, place: str) -> str:
        """Where a link leads: to another site, to `<language>/<slug>#<anchor>`, or "/" for others.

        Acquis has a page in every language, on which an original is shown where there is no more.
        """
        if "://" in href:
            return href
        address, anchor = urldefrag(href)
        steps = normpath(join("/", place, address or ".")).strip("/").split("/")
        language = steps.pop(0) if steps[0] in self.languages else self.languages[0]
        slug = steps[-1]
        if steps not in (["decisions", slug], [slug]):
            return "/"
        for one in (language, self.languages[0]):
            if f"{one}/{slug}" in self._known:
                return f"{one}/{slug}#{anchor}"
        return "/"

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.texts)


def held(told: Path) -> Held:
    """The texts of a project that is told."""
    read = json.loads(told.read_text(encoding="utf-8"))
    texts = (f"{name}/{one['slug']}" for name, texts in read.items() for one in texts.values())
    return Held(tuple(texts), tuple(read))


@dataclass(frozen=True)
class Shown:
    """A page of a text as a site has it, `place` being its folder from the site's root."""

    place: str
    text: html.HtmlElement
    cited: frozenset[str]
    held: Held
    ours: bool = False

    @cached_property
    def words(self) -> str:
        """The words of the text without its footnotes, one after the other without a space."""
        return _words(part for part in [_without(self.text, _NOTES)])

    @cached_property
    def notes(self) -> Counter[str]:
        """The words of each footnote."""
        found = _found(self.text, f".//{_NOTES}//p")
        return Counter(_words([one]) for one in found)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What can be linked to in the text."""
        return frozenset(one.get("id", "") for one in _found(self.text, ".//*[@id]"))

    @cached_property
    def links(self) -> Counter[str]:
        """Where the citations lead: to other sites, and to places here by language and text."""
        found: Counter[str] = Counter()
        for link in self.text.iterfind(".//a[@href]"):
            if link.get("class") == "citation" if self.ours else not _is_aside(link):
                found[self.held.target(link.get("href", ""), self.place)] += 1
        return found


def compare(ours: Contestant, theirs: Contestant, texts: Sequence[str], held: Held) -> None:
    """Compare the pages of some texts, each named as in `held`. Raises UnlikeError."""
    for text in texts:
        for problem in missing(shown(ours, text, held), shown(theirs, text, held)):
            raise UnlikeError(f"{theirs.name}, {text}: {problem}")


def missing(ours: Shown, theirs: Shown) -> Iterator[str]:
    """What the first page has and the second lacks."""
    if ours.words not in theirs.words:
        yield f"the words are others: {_first_difference(ours.words, theirs.words)}"
    for name in ("notes", "links"):
        lacking = getattr(ours, name) - getattr(theirs, name)
        if lacking:
            yield f"{name} are missing: {list(lacking.items())[:3]}"
    for name in ("anchors", "cited"):
        less = getattr(ours, name) - getattr(theirs, name)
        # Marks have other names there; titles are named for assistive technology alone.
        less = {one for one in less if "fnref-" not in one and not one.endswith("-title")}
        if less:
            yield f"{name} are missing: {sorted(less)[:3]}"


def shown(site: Contestant, text: str, held: Held) -> Shown:
    """The page of a text in a site."""
    language, slug = text.split("/")
    prefix = "" if language == held.languages[0] else f"{language}/"
    path = site.texts.format(language=language, prefix=prefix, slug=slug)
    root = html.fromstring((site.folder / site.site / path).read_bytes())
    return read(root, path.removesuffix("index.html"), held, ours=site.name == ACQUIS)


def read(root: html.HtmlElement, place: str, held: Held, *, ours: bool = False) -> Shown:
    """What a page shows, from its HTML."""
    text = _found(root, "//*[@data-official-text]" if ours else "//article")[0]
    listed = "//aside[@id='cited-by']//li/a"
    citing = _found(root, listed if ours else "//h2[@id='cited-by']/following-sibling::ul[1]/li/a")
    cited = frozenset(held.target(one.get("href", ""), place) for one in citing)
    for one in _found(text, ".//h1 | .//h2[@id='cited-by']/following-sibling::ul[1]"):
        one.drop_tree()
    return Shown(place, text, cited, held, ours)


def _found(element: html.HtmlElement, path: str) -> list[html.HtmlElement]:
    found = element.xpath(path)
    assert isinstance(found, list)
    return [one for one in found if isinstance(one, html.HtmlElement)]


def _is_aside(link: html.HtmlElement) -> bool:
    """Whether a link belongs to a number, a footnote's mark or a heading, and is no citation."""
    aside = ("number", "self", "footnote-ref", "footnote-backref", "headerlink")
    around = link.getparent()
    if link.get("class") in aside or around is None or around.tag == "sup":
        return True
    begins = link.getprevious() is None and not (around.text or "").strip()
    return begins and link.get("href") == f"#{around.get('id')}"


def _without(element: html.HtmlElement, path: str) -> html.HtmlElement:
    copy = html.fromstring(html.tostring(element, encoding="unicode"))
    for one in _found(copy, f".//{path}"):
        one.drop_tree()
    return copy


def _words(elements: Iterator[html.HtmlElement] | Sequence[html.HtmlElement]) -> str:
    words = []
    for element in elements:
        copy = _without(element, "*[self::script or self::style]")
        for path in _ASIDE:
            for one in _found(copy, f".//{path}"):
                one.drop_tree()
        words.append("".join("".join(copy.itertext()).split()).replace("*", ""))
    return "".join(words)


def _first_difference(ours: str, theirs: str) -> str:
    """The first words of ours from which theirs go another way."""
    low, high = 0, len(ours)
    while low < high:
        half = (low + high + 1) // 2
        low, high = (half, high) if ours[:half] in theirs else (low, half - 1)
    return repr(ours[max(0, low - 20) : low + 40])
