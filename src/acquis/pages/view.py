"""A page in the making: what templates may ask for, beside the record that they show."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import cache

from babel import Locale
from babel.lists import format_list
from markupsafe import Markup

from acquis.link import Links
from acquis.model import numbering
from acquis.model.address import Record, address, prefix
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.model.institution import Forms, Meeting
from acquis.model.unit import Division, Note
from acquis.pages.contents import shortened
from acquis.pages.dates import date, span, years
from acquis.pages.html import escaped
from acquis.pages.inline import Inline
from acquis.text import plain

_EXCERPT = 180  # characters
_SYMBOL = Markup('<span class="symbol">{}</span>')
_LANG, _DIR = Markup(' lang="{}"'), Markup(' dir="{}"')

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


class View:
    """Where a page stands and in which language: addresses, dates and texts as they look there.

    `path` is the page's address. Links are relative to it, so that the site may lie anywhere.
    """

    def __init__(self, corpus: Corpus, links: Links, language: str, path: str) -> None:
        self.corpus = corpus
        self.links = links
        self.language = language
        self.path = path
        self._above = _folders(path)
        self.prefix = prefix(language, corpus.languages)
        self._inline = Inline("{}")
        self._locale = _locale(language)

    # Addresses

    def href(self, path: str, anchor: str = "") -> str:
        """A relative link to an address of this language's site, and to an anchor there."""
        whole = f"{self.prefix}{path}"
        if anchor and whole == self.path:
            return f"#{anchor}"
        target = self.file(whole) or "./"
        return f"{target}#{anchor}" if anchor else target

    def link(self, record: Record, anchor: str = "") -> str:
        """A relative link to a record's page."""
        return self.href(address(record), anchor)

    def file(self, path: str) -> str:
        """A relative link to a file, by its path from the site's root."""
        for folder, up in self._above:
            if path.startswith(folder):
                return f"{up}{path[len(folder) :]}"
        raise AssertionError("every path lies in the site's root")

    # Words

    def words(self, forms: Forms) -> str:
        """Words in the page's language as HTML; in another they say which it is."""
        words = self.plain(forms)
        if not words or self.language in forms.by_language:
            return words
        language = next(iter(forms.by_language))
        direction = self.direction(language)
        html = f'<bdi lang="{escaped(language)}" dir="{direction}">{escaped(words)}</bdi>'
        return Markup(html)  # noqa: S704  # it is HTML

    def plain(self, forms: Forms) -> str:
        """Words in the page's language, or in the default's, where no HTML can stand."""
        return forms.form(self.language)

    def text(self, source: str) -> Markup:
        """Marked text without footnotes as HTML; what is HTML already stays as it is."""
        if isinstance(source, Markup):
            return source
        return Markup(self._inline.html(source, {}))  # noqa: S704  # it is HTML

    def excerpt(self, source: str, longest: int = _EXCERPT) -> str:
        """The first words of marked text, where a list has room for no more."""
        return shortened(plain(source), longest)

    def date(self, day: datetime.date) -> str:
        """A date in the language's own form."""
        return date(day, self.language)

    def dates(self, first: datetime.date | None, last: datetime.date | None) -> str:
        """A span of days in the language's own form; "" where nothing is known."""
        if first is None or last is None:
            day = first or last
            return self.date(day) if day else ""
        return span(first, last, self.language)

    def period(self, words: str) -> str:
        """A period in the language's own form."""
        return years(words, self.language)

    def listed(self, values: Iterable[object]) -> str:
        """Several words as a list in the language's own form."""
        return str(format_list([str(value) for value in values], locale=self._locale))

    def named(self, decisions: Iterable[Decision]) -> Markup:
        """The names of several as a list, no symbol broken at the end of a line."""
        names = (
            _SYMBOL.format(one.symbol) if one.symbol else escaped(one.name) for one in decisions
        )
        return Markup(self.listed(names))  # noqa: S704  # each name is HTML

    def lang(self, language: str) -> Markup:
        """The attributes of a passage in another language: its direction, where it differs."""
        direction = self.direction(language)
        turned = direction != self.direction(self.language)
        return _LANG.format(language) + (_DIR.format(direction) if turned else "")

    def language_name(self, language: str) -> str:
        """What a language calls itself."""
        return _name_of(language)

    @property
    def between(self) -> str:
        """What stands between links in a row: the language's comma."""
        comma = numbering.forms(self.language).comma
        return comma if comma == "，" else f"{comma} "

    def direction(self, language: str) -> str:
        """The direction in which a language is written."""
        return "rtl" if language in RIGHT_TO_LEFT else "ltr"

    # Records

    def title(self, record: Decision | Document) -> str:
        """The title of a text in the page's language, or in its own."""
        return record.version(self.language).title

    def decisions(self, slugs: Iterable[str]) -> list[Decision]:
        """The decisions with these slugs."""
        return [self.corpus.decisions[slug] for slug in slugs]

    def paragraph(self, document: Document, number: str) -> str:
        """The anchor of a document's paragraph, "" where its text is not held or has none such."""
        anchor = f"para-{number}"
        return anchor if anchor in self.links.paragraphs.get(document.slug, ()) else ""

    def meeting(self, id_: str) -> Meeting | None:
        """The meeting with this id."""
        return self.corpus.meetings.get(id_)

    def days(self, meeting: Meeting) -> str:
        """When a meeting sat."""
        spans = (self.dates(session.from_, session.to) for session in meeting.sessions)
        return self.listed(filter(None, spans))

    def places(self, meeting: Meeting) -> str:
        """Where a meeting sat."""
        return self.listed(dict.fromkeys(s.place for s in meeting.sessions if s.place))


def _folders(path: str) -> list[tuple[str, str]]:
    """The folders in which a page lies, the innermost first, each with the way up to it."""
    found = [(path, "")]
    while found[-1][0]:
        folder, up = found[-1]
        found.append((folder[: folder.rfind("/", 0, -1) + 1], f"../{up}"))
    return found


@cache
def _name_of(language: str) -> str:
    name = Locale.parse(language, sep="-").get_display_name() or language
    return name[:1].upper() + name[1:]


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


def notes_of(division: Division) -> dict[str, dict[str, Note]]:
    """For each division within a text, the footnotes that its marks refer to."""
    return {inner.anchor: division.notes_in(inner.anchor) for inner in division.divisions()}
