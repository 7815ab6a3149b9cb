"""Running text in Akoma Ntoso: elements inside a line become marked text.

Italic and bold spans become emphasis, notes become marks and are collected, the links of the
source are left to the tool's own recognition of citations and keep only their words. White space
that only lays the XML out goes; tabs stay, as they set numbers off.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from acquis.importers.akn_xml import Paths, attribute, line_of, local
from acquis.importers.report import Remark
from acquis.importers.runs import emphasised as emphasised
from acquis.importers.runs import marked as marked
from acquis.importers.runs import split as split
from acquis.importers.runs import trimmed as trimmed
from acquis.importers.runs import unbold as unbold
from acquis.position import Position
from acquis.text import Run, Style

#: Elements that set their text in a style (akn-core, part 2: HTML elements inside a line).
_STYLES = {
    "i": Style.EMPHASIS,
    "em": Style.EMPHASIS,
    "b": Style.STRONG,
    "strong": Style.STRONG,
    "sup": Style.SUPERSCRIPT,
    "sub": Style.SUBSCRIPT,
}
_CLASSES = {"italic": Style.EMPHASIS, "bold": Style.STRONG}
#: The place of a note's own number before its text, as Arabic texts have it.
_NOTE_MARK = re.compile(r"\s*\(\s*\d*\s*[()]\s*\t\s*")
#: Where links to documents lead: the host, then the language, then the symbol.
_OFFICIAL = "://undocs.org/"
_NUMBER = re.compile(r"\d+")
#: A symbol, or its numbers alone, as it is cited: "A/78/302", "77/114".
_SYMBOL = re.compile(r"(?:[A-Z]+/)?(?:[A-Z.]+\d*/)*\d+/\d+")
_LAYOUT = re.compile(r"[ \t\r]*\n[ \t\r\n]*")


@dataclass(slots=True)
class Note:
    """A footnote as it stands in the text."""

    label: str
    text: str
    position: Position
    path: str


@dataclass(slots=True)
class Reader:
    """Reads the lines of one file, and knows what has been read.

    `notes` are the footnotes in the order of their marks. `lost` are pieces that cannot stand in a
    record, `read` has the elements whose own text
    was taken, so that what was not can be reported.
    """

    file: str
    language: str = "en"
    notes: list[Note] = field(default_factory=list)
    notices: list[Remark] = field(default_factory=list)
    lost: list[Remark] = field(default_factory=list)
    read: set[etree._Element] = field(default_factory=set)
    _labels: set[str] = field(default_factory=set)
    _paths: Paths = field(default_factory=Paths)

    def runs(self, element: etree._Element, *, bare: bool = False) -> list[Run]:
        """The text in an element as runs, trimmed; with `bare`, text in plain words only."""
        collected: list[Run] = []
        self._collect(element, 0, collected)
        if bare:
            collected = [run._replace(style=0) for run in collected]
        return trimmed(_unbracketed(self._with_repeated_notes(collected, element)))

    def text(self, element: etree._Element, *, bare: bool = False) -> str:
        """The text in an element as marked text."""
        return marked(self.runs(element, bare=bare))

    def position(self, element: etree._Element) -> Position:
        """Where an element starts."""
        return Position(self.file, line_of(element))

    def path(self, element: etree._Element) -> str:
        """An element's place in the tree."""
        return self._paths.of(element)

    def notice(self, element: etree._Element, words: str, reason: str) -> None:
        """Report something that was set right."""
        self.notices.append(Remark(self.position(element), self.path(element), words, reason))

    def lose(self, element: etree._Element, words: str, reason: str) -> None:
        """Report a piece that cannot stand in a record."""
        self.lost.append(Remark(self.position(element), self.path(element), words, reason))

    def _collect(self, element: etree._Element, style: int, runs: list[Run]) -> None:
        self.read.add(element)
        _append(runs, element.text, style)
        for child in element:
            name = local(child)
            if name == "authorialNote":
                self._note(child, runs)
            elif name in ("br", "eol"):
                self.read.add(child)
                runs.append(Run(" ", style))
            elif name:
                inner = style | _STYLES.get(name, 0)
                for token in attribute(child, "class").split() if name == "span" else ():
                    inner |= _CLASSES.get(token, 0)
                self._collect(child, inner, runs)
                if name == "a":
                    self._compare(child)
            _append(runs, child.tail, style)

    def _note(self, element: etree._Element, runs: list[Run]) -> None:
        self.read.add(element)
        label = attribute(element, "marker").strip() or str(len(self.notes) + 1)
        collected: list[Run] = []
        for place, child in enumerate(element):
            if place:
                collected.append(Run(" "))
            self._collect(child, 0, collected)
        if len(element) > 1:
            self.notice(element, label, "the paragraphs of this note were joined")
        words = marked(trimmed(_without_mark(collected)))
        self.notes.append(Note(label, words, self.position(element), self.path(element)))
        self._labels.add(label)
        runs.append(Run("", note=label))

    def _compare(self, element: etree._Element) -> None:
        """Report a link whose words are a symbol of other numbers than the one that it leads to."""
        printed = "".join(map(str, element.itertext()))
        _, official, place = unquote(attribute(element, "href")).partition(_OFFICIAL)
        symbol = place.partition("/")[2]
        named = _SYMBOL.findall(printed) if official else ()
        if len(named) != 1 or named[0] in symbol:  # a link may be cut into several
            return
        if not set(_NUMBER.findall(named[0])) <= set(_NUMBER.findall(symbol)):
            self.notice(element, printed, f"the words of a link that leads to {symbol}")

    def _with_repeated_notes(self, runs: list[Run], element: etree._Element) -> list[Run]:
        """A raised number behind a punctuation mark refers once more to the note of this number."""
        result: list[Run] = []
        for run in runs:
            before = result[-1].text[-1:] if result else ""
            raised = (
                run.style & Style.SUPERSCRIPT and run.text.isdecimal() and run.text in self._labels
            )
            if raised and before and not before.isalnum() and not before.isspace():
                self.notice(element, run.text, "a raised number taken as a mark of that note")
                result.append(Run("", note=run.text))
            else:
                result.append(run)
        return result


def _unbracketed(runs: list[Run]) -> list[Run]:
    """Without the raised brackets between which a note's mark stands in Arabic."""
    result = list(runs)
    for place in range(1, len(result) - 1):
        before, run, after = result[place - 1 : place + 2]
        raised = before.style & after.style & Style.SUPERSCRIPT
        if run.note is None or not raised:
            continue
        opened, closed = before.text.rstrip(), after.text.lstrip()
        if opened.endswith("(") and closed.startswith(")"):
            result[place - 1] = before._replace(text=opened[:-1])
            result[place + 1] = after._replace(text=closed[1:])
    return result


def _without_mark(runs: list[Run]) -> list[Run]:
    """A note's text without the brackets before it in which its number is printed."""
    head = "".join(run.text for run in runs[:4])
    match = _NOTE_MARK.match(head)
    return split(runs, match.end()) if match else runs


def _append(runs: list[Run], words: str | None, style: int) -> None:
    """Add a text node: layout between elements goes, a line break inside of text is a space."""
    if not words:
        return
    if "\n" in words:
        if not words.strip(" \t\r\n"):
            last = runs[-1].text[-1:] if runs else ""
            if last.isalnum():
                runs.append(Run("\n"))  # a space, should a word follow
            return
        words = _LAYOUT.sub(" ", words)
    if runs and runs[-1].text == "\n":
        apart = words[0].isalnum() and not style & Style.SUPERSCRIPT
        runs[-1] = Run(" " if apart else "")
    runs.append(Run(words, style))
