"""Running text as HTML: the one place that decides how the words of a text are escaped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from markupsafe import Markup

from acquis import text
from acquis.model.unit import Note
from acquis.opening import opened
from acquis.pages.html import Html, escaped
from acquis.pages.overlay import Span, Stretch, laid
from acquis.text import Run, Style

_TAGS = (
    (int(Style.STRONG), "<strong>", "</strong>"),
    (int(Style.EMPHASIS), "<em>", "</em>"),
    (int(Style.SUPERSCRIPT), "<sup>", "</sup>"),
    (int(Style.SUBSCRIPT), "<sub>", "</sub>"),
)


def _around(style: int) -> tuple[str, str]:
    start = end = ""
    for one, before, after in _TAGS:
        if style & one:
            start, end = f"{before}{start}", f"{end}{after}"
    return start, end


#: What stands before and after a run, by its styles.
_AROUND = [_around(style) for style in range(sum(style for style, _, _ in _TAGS) + 1)]
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
#: What all of that holds, and most texts do not; quickly looked for.
_TURNING = re.compile(r"\d(?:[ \u00a0]\d{3}|-\d\d-)")
_TURNED = re.compile(
    r"(?<![\w/.-])(?:\d{4}-\d\d-\d\d(?![\w/-])"
    r"|(?<!\d )\d{1,2}(?:[ \u00a0]\d{3})+(?![ \u00a0]?\d))"
)
HYPHEN = "\u2011"
"""The unbreakable hyphen, drawn as a hyphen: the fonts have no glyph for it.

The character itself stays, of no size, and is what is copied.
"""
_HYPHEN = '<span class="hyphen"><span>\u2011</span></span>'


class Inline:
    """Sets the running texts of one page; it counts the marks that lead to each footnote.

    `footnote` is the words by which a footnote mark announces itself, with `{}` for its label.
    A text that is reproduced on another page has no anchors there: its marks lead to `home`, the
    link to its own page, or to `notes` where its footnotes stand elsewhere ("": on this page).
    """

    def __init__(self, footnote: str, home: str = "", notes: str | None = None) -> None:
        self.footnote = footnote
        self.home = home
        self.notes = home if notes is None else notes
        self.marks: Counter[str] = Counter()

    def html(
        self,
        source: str,
        notes: Mapping[str, Note],
        emphasised: str = "",
        cited: Sequence[Span[str]] = (),
    ) -> Html:
        """Marked text as HTML.

        `notes` are the footnotes that can be referred to here. With `emphasised`, a language, the
        opening words of a text without any emphasis are set off by that language's vocabulary.
        `cited` are the citations in it, in order, by their places in its plain words, each with the
        link to where it leads.
        """
        if cited:
            runs = _read(source, emphasised)
            return Html("".join([self._stretch(one, notes) for one in laid(runs, cited)]))
        if "[^" in source:
            return self._runs(_read(source, emphasised), notes)
        return _alike(source, emphasised)

    def _stretch(self, stretch: Stretch[str], notes: Mapping[str, Note]) -> str:
        html = self._runs(stretch.runs, notes)
        if stretch.what is None:
            return html
        return f'<a class="citation" href="{escaped(stretch.what)}">{html}</a>'

    def set(self, runs: Iterable[Run], notes: Mapping[str, Note]) -> Markup:
        """Runs as HTML, for who has cut or coloured them."""
        return Markup(self._runs(runs, notes))  # noqa: S704  # it is HTML

    def _runs(self, runs: Iterable[Run], notes: Mapping[str, Note]) -> Html:
        return Html(
            "".join(
                [
                    _run(run, odd=True) if run[3] is None else self._mark(run[3], notes)
                    for run in runs
                ]
            )
        )

    def _mark(self, label: str, notes: Mapping[str, Note]) -> str:
        note = notes.get(label)
        if note is None:
            return escaped(f"[^{label}]")
        self.marks[note.anchor] += 1
        identity = ""
        if not self.home:
            identity = f' id="{escaped(reference(note.anchor, self.marks[note.anchor]))}"'
        named, shown = escaped(self.footnote.format(label)), escaped(label)
        href = escaped(f"{self.notes}#{note.anchor}")
        return (
            f'<sup{identity}><a href="{href}" role="doc-noteref"'
            f' aria-label="{named}">{shown}</a></sup>'
        )

    def returns(self, note: Note) -> list[str]:
        """The links from a footnote back to the marks that were set for it so far."""
        times = range(1, self.marks[note.anchor] + 1)
        return [f"{self.home}#{reference(note.anchor, time)}" for time in times]


def _read(source: str, emphasised: str) -> tuple[Run, ...]:
    runs = text.parse(source)
    return opened(runs, emphasised) if emphasised else runs


#: So many passages are kept: some hundred of a text in all its languages, beside one another too.
_KEPT = 4096


@lru_cache(_KEPT)
def _alike(source: str, emphasised: str) -> Html:
    """A text without footnotes and citations: it looks the same wherever it stands."""
    odd = not source.isascii() and (HYPHEN in source or _RIGHT_TO_LEFT.search(source) is not None)
    return Html("".join([_run(run, odd=odd) for run in _read(source, emphasised)]))


def _run(run: Run, *, odd: bool) -> str:
    """A run of words; `odd` is whether it may have characters that are not set as they are."""
    words, style, url, _ = run
    html: str = escaped(words)
    if odd and not words.isascii():
        if HYPHEN in words:
            html = html.replace(HYPHEN, _HYPHEN)
        if _RIGHT_TO_LEFT.search(words) and _TURNING.search(words):
            html = _isolated(html)
    if style:
        start, end = _AROUND[style]
        html = f"{start}{html}{end}"
    return f'<a href="{escaped(url)}" rel="external">{html}</a>' if url else html


def _isolated(html: str) -> str:
    """What would be turned around between letters that are read from right to left.

    A date ("2023-12-22") and a number in groups ("12 345"). Official Arabic files have the groups
    of a number in the order of sight ("345 12"): those are right as they are.
    """
    return _TURNED.sub(r"<bdi>\g<0></bdi>", html)


def reference(anchor: str, time: int = 1) -> str:
    """The anchor of the mark that leads to a footnote for the first, second … time."""
    head, _, tail = anchor.rpartition("fn-")
    return f"{head}fnref-{tail}" if time == 1 else f"{head}fnref-{tail}-{time}"
