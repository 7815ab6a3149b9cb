"""A text as its page shows it: divisions and units, with the words for those who listen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from acquis.model.block import Table
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.model.unit import Division, Note, Unit
from acquis.pages.html import NOTHING, Html, escaped
from acquis.pages.inline import Inline
from acquis.pages.table import Row, rows
from acquis.pages.targets import Cited
from acquis.pages.units import Units
from acquis.pages.view import View, notes_of

Gettext = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the templates of the official text are given.

    `notes` are the footnotes that marks in the division at hand refer to. Opening words are set
    off in decisions only (`decision`); `reproduce` makes the HTML of a draft decision that a
    document reproduces. A text that is reproduced has its anchors at `inline.home` and none here.
    `cited` has the citations of each passage, `counts` how often each unit is cited.
    """

    view: View
    division: Division
    language: str
    gettext: Gettext
    inline: Inline
    setter: Units
    decision: bool = True
    reproduce: Callable[[Unit], Markup] | None = None
    notes: dict[str, Note] = field(default_factory=dict)
    around: dict[str, dict[str, Note]] = field(default_factory=dict)
    cited: Cited = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def direction(self) -> str:
        """The direction in which the text is written."""
        return self.view.direction(self.language)

    @property
    def annexes_with_notes(self) -> bool:
        """Whether the text's own footnotes run on through its annexes: then they follow those."""
        return any(note.part == "annex" for note in self.division.footnotes)

    def within(self, division: Division) -> Reading:
        """The same for what stands in one of its divisions."""
        around = self.around or notes_of(self.division)
        # A part has no footnotes of its own: its marks lead to those of the text.
        return replace(self, notes=around.get(division.anchor, around[""]), around=around)

    def units(self, units: Iterable[Unit], level: int) -> Markup:
        """Units of the division at hand, all that is within them too; headings are of the level."""
        return Markup(self.setter.html(units, self, level))  # noqa: S704  # it is HTML

    def footnotes(self, division: Division) -> Markup:
        """The footnotes of a division, after the marks that lead to them."""
        return Markup(self.setter.footnotes(division.footnotes, self))  # noqa: S704  # it is HTML

    def id(self, anchor: str) -> Markup:
        """The attribute that makes an anchor, where the text has its anchors."""
        return Markup(self.identity(anchor))  # noqa: S704  # it is HTML

    def identity(self, anchor: str) -> Html:
        """As `id`, as a string."""
        return NOTHING if self.inline.home else Html(f' id="{escaped(anchor)}"')

    def href(self, anchor: str) -> str:
        """A link to an anchor of the text."""
        return f"{self.inline.home}#{anchor}"

    def html(self, unit: Unit) -> Markup:
        """The words of a unit."""
        return Markup(self.set(unit))  # noqa: S704  # it is HTML

    def set(self, unit: Unit) -> Html:
        """As `html`, as a string."""
        openers = self.decision and unit.kind == "paragraph" and unit.depth == 0
        language = self.language if openers and unit.part != "annex" else ""
        cited = self.cited.get((unit.anchor, unit.text), ())
        return self.inline.html(unit.text, self.notes, language, cited)

    def words(self, source: str, anchor: str = "") -> Markup:
        """Other words of the text: titles, cells, footnotes; `anchor` is that of their place."""
        return Markup(self.said(source, anchor))  # noqa: S704  # it is HTML

    def said(self, source: str, anchor: str = "") -> Html:
        """As `words`, as a string."""
        return self.inline.html(source, self.notes, cited=self.cited.get((anchor, source), ()))

    def opening(self, division: Division) -> Markup:
        """The opening, its words set off, its comma not."""
        words = division.opening
        bare = words.rstrip(",،，")
        html = f"<em>{escaped(bare)}</em>{escaped(words[len(bare) :])}"
        return Markup(html)  # noqa: S704  # it is HTML

    def mark(self, anchor: str) -> Markup:
        """The mark in the margin of what is cited, which leads to where; it holds no words."""
        return Markup(self.margin(anchor))  # noqa: S704  # it is HTML

    def margin(self, anchor: str) -> Html:
        """As `mark`, as a string."""
        count = self.counts.get(anchor)
        if not count or self.inline.home:
            return NOTHING
        named = escaped(self.gettext("Cited by: {count}").format(count=count))
        href = escaped(f"#cited-{anchor}")
        return Html(
            f'<a class="cited" href="{href}" data-count="{count}" aria-label="{named}"></a>'
        )

    def named(self, unit: Unit) -> str:
        """What a unit is called where it has no number, for the link to itself."""
        if unit.kind == "table":
            return self.gettext("Table")
        if unit.kind == "heading":
            return self.gettext("Link to this heading")
        return self.gettext("Link to this paragraph")

    @property
    def footnotes_named(self) -> str:
        """What the footnotes are called, for those who listen."""
        return self.gettext("Footnotes")

    def back(self, note: Note, time: int = 1) -> str:
        """What the link from a footnote to its mark is called."""
        if time == 1:
            return self.gettext("{label}: back to the text").format(label=note.label)
        return self.gettext("{label}: back to its mark {time}").format(label=note.label, time=time)

    def rows(self, unit: Unit) -> list[Row]:
        """The rows of a table, each cell with whether it belongs to a column of figures."""
        return rows(unit.block) if isinstance(unit.block, Table) else []

    def table_note(self, unit: Unit, label: str) -> str:
        """The anchor of a note under a table."""
        return f"{unit.anchor}-fn-{label}"

    def reproduced(self, unit: Unit) -> Markup:
        """A draft decision that is reproduced here."""
        return self.reproduce(unit) if self.reproduce else Markup("")


def language_shown(record: Decision | Document, language: str) -> str:
    """The language in which a record's text is shown to readers of another."""
    return record.version(language).language
