"""From Word's paragraphs and tables to lines.

A style helps where it says that a paragraph stands in the outline; most paragraphs have none that
tells anything. Then the number, the look of all words and the punctuation say what a line is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from acquis.importers.label import Label
from acquis.importers.line import Kind, Line
from acquis.importers.report import Remark
from acquis.importers.runs import marked, split, trimmed
from acquis.importers.word_label import automatic, typed
from acquis.importers.word_numbering import Numbering
from acquis.importers.word_table import table
from acquis.importers.word_text import Reader
from acquis.importers.word_xml import descendants, first, local
from acquis.position import Position
from acquis.text import Run, Style

#: The longest heading, and the longest of those that only their look tells, in characters.
_LONGEST = 600
_LONGEST_LOOK = 200
_SENTENCE = tuple(".;:,…。；：，、،؛")
_RULE = re.compile(r"\*(?:\s*\*){2,}")
_DRAWN = re.compile(r"[_–—\-\s]{3,}")
_CONTENTS = re.compile(r"toc \d|table of figures|toc heading")
_PARTS = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
_OUTER = (*_PARTS, "mc:AlternateContent", "mc:Choice")


@dataclass(frozen=True, slots=True, eq=False)
class Printed:
    """A line, and how it is set: its runs, its size in half-points, the names of its styles.

    `contents` says that it belongs to a table of contents.
    """

    line: Line
    runs: tuple[Run, ...] = ()
    size: int = 0
    styles: tuple[str, ...] = ()
    contents: bool = False

    @property
    def words(self) -> str:
        """Its words as they are printed, number included, a tab between them."""
        label = self.line.label
        return f"{label.printed}\t{self.line.words}" if label else self.line.words


@dataclass(slots=True)
class Body:
    """Walks through a document's body.

    `alone` tells words that make a line of their own before a break inside of a paragraph, and
    that are no heading for being set in italic or bold: the opening of a text.
    """

    reader: Reader
    numbering: Numbering
    alone: Callable[[str], bool]
    leftover: list[Remark] = field(default_factory=list)
    _carried: list[Run] = field(default_factory=list)

    def lines(self, element: etree._Element, path: str) -> Iterator[Printed]:
        """The lines in a body, a text box or a control, in the order of the source."""
        counts: dict[str, int] = {}
        for child in element:
            name = local(child)
            counts[name] = counts.get(name, 0) + 1
            here = f"{path}/{name}[{counts[name]}]"
            if name == "p":
                yield from self._paragraph(child, here)
            elif name == "tbl":
                yield self._table(child, here)
            elif name in _OUTER:
                yield from self.lines(child, here)
            elif name == "altChunk":
                self.reader.notice("", "a document within the document, which is not read", here)
            elif name == "sectPr":
                self.reader.notes.next_section()

    # Paragraphs

    def _paragraph(self, element: etree._Element, path: str) -> Iterator[Printed]:
        found = self.reader.text(element, path)
        runs, self._carried = [*self._carried, *found.runs], []
        if found.joined:
            self._carried = runs
        else:
            printed = self._number(element)
            for part in self._divided(runs):
                yield from self._line(element, part, printed, path, contents=found.contents)
                printed = ""
        for box in found.boxes:
            self.reader.notice("", "a text box: its words stand behind its paragraph", path)
            yield from self.lines(box, f"{path}/box")
        if first(element, "pPr", "sectPr") is not None:
            self.reader.notes.next_section()

    def _number(self, element: etree._Element) -> str:
        """The number that Word sets before a paragraph."""
        found = self.reader.styles.numbering(element)
        if found is None:
            return ""
        id_, level, style = found
        if level is None:
            level = self.numbering.level_of(id_, style)
        return self.numbering.printed(id_, level)

    def _divided(self, runs: list[Run]) -> Iterator[list[Run]]:
        """A paragraph at its breaks, where a line that stands alone is before or behind one."""
        parts: list[list[Run]] = [[]]
        for run in runs:
            pieces = run.text.split("\n")
            parts[-1].append(run._replace(text=pieces[0]))
            parts += [[run._replace(text=piece)] for piece in pieces[1:]]
        words = ["".join(run.text for run in part).strip() for part in parts]
        if len(parts) > 1 and any(self.alone(piece) for piece in words):
            yield from parts
            return
        yield unbroken(runs)

    def _line(
        self, element: etree._Element, runs: list[Run], printed: str, path: str, *, contents: bool
    ) -> Iterator[Printed]:
        at = self.reader.position
        runs = trimmed(runs)
        words = "".join(run.text for run in runs).strip()
        if not runs:
            if printed:
                self.reader.notice(printed, "a number that stands before no text", path)
            return
        style = self.reader.styles.of(element)
        names = tuple(self.reader.styles.names(style))
        size = self.reader.styles.look(first(element, "r"), style).size
        contents = contents or any(_CONTENTS.match(name) for name in names)
        if _RULE.fullmatch(words):
            yield Printed(Line(Kind.RULE, at, path, words))
            return
        if _DRAWN.fullmatch(words):
            self.leftover.append(Remark(at, path, words, "a drawn line"))
            return
        label, rest = self._label(element, runs, printed)
        line = self._made(element, label, rest, at, path)
        yield Printed(line, tuple(runs), size, names, contents)

    def _label(
        self, element: etree._Element, runs: list[Run], printed: str
    ) -> tuple[Label | None, list[Run]]:
        label = automatic(printed)
        if label is not None:
            return label, runs
        heading = self.reader.styles.outline(element) is not None or bool(_common(runs))
        found = typed(runs, heading=heading)
        return (found[0], split(runs, found[1])) if found else (None, runs)

    def _made(
        self,
        element: etree._Element,
        label: Label | None,
        runs: list[Run],
        at: Position,
        path: str,
    ) -> Line:
        level = self.reader.styles.outline(element)
        words = "".join(run.text for run in runs).strip()
        if not self.alone(words) and is_heading(label, words, _common(runs), level):
            bare = [run._replace(style=run.style & ~_common(runs)) for run in runs]
            return Line(Kind.HEADING, at, path, marked(bare), label, level=level)
        return Line(Kind.TEXT, at, path, marked(runs), label)

    # Tables

    def _table(self, element: etree._Element, path: str) -> Printed:
        at = Position(self.reader.file, self.reader.paragraphs + 1)
        found = table(element, path, self._cell)
        if found.wordless:
            reason = "rows without a word were left out of a table"
            self.reader.notices.append(Remark(at, path, str(found.wordless), reason))
        if found.deleted:
            for row in descendants(element, "tr"):
                if first(row, "trPr", "del") is not None:
                    self.reader.read.update(descendants(row, "t"))
            reason = "tracked changes: rows that are deleted were left out of a table"
            self.reader.notices.append(Remark(at, path, str(found.deleted), reason))
        return Printed(Line(Kind.TABLE, at, path, table=found.record))

    def _cell(self, cell: etree._Element, path: str) -> list[list[Run]]:
        """The paragraphs of a cell; those of a table within it follow, and are reported."""
        found: list[list[Run]] = []
        self._cell_parts(cell, path, found)
        return found

    def _cell_parts(self, holder: etree._Element, path: str, found: list[list[Run]]) -> None:
        counts: dict[str, int] = {}
        for child in holder:
            name = local(child)
            counts[name] = counts.get(name, 0) + 1
            here = f"{path}/{name}[{counts[name]}]"
            if name == "p":
                text = self.reader.text(child, here)
                printed = self._number(child)
                number = [Run(f"{printed} ")] if printed and text.runs else []
                found.append([*number, *unbroken(text.runs)])
                for box in text.boxes:
                    self._cell_parts(box, f"{here}/box", found)
            elif name == "tbl":
                self.reader.notice("", "a table within a cell: its words stand in the cell", here)
                self._cell_parts(child, here, found)
            elif name in (*_OUTER, "tr", "tc"):
                self._cell_parts(child, here, found)


def is_heading(label: Label | None, words: str, common: int, level: int | None) -> bool:
    """Whether a line is a heading, by its place in the outline, its number, or its look.

    `common` is the style that all of its words have, `level` that in the outline, None for none.
    """
    if not words or len(words) > _LONGEST:
        return False
    sentence = words.endswith(_SENTENCE)
    is_item = label is not None and label.number is None and label.form in ("({})", "{})")
    if level is not None:
        return not (sentence and label is not None and (is_item or label.number is not None))
    if sentence or is_item or len(words) > _LONGEST_LOOK:
        return False
    if label is not None and label.readings and label.readings[0].style.isupper():
        return True
    if words[0] in "([" or not any(sign.isalpha() for sign in words):
        return False
    return bool(common & Style.STRONG) or (label is None and bool(common & Style.EMPHASIS))


def unbroken(runs: list[Run]) -> list[Run]:
    """Runs with a space for each break, or nothing where a space is already."""
    found: list[Run] = []
    for run in runs:
        text = re.sub(r"\s*\n\s*", " ", run.text)
        if text[:1] == " " and "\n" in run.text and found and found[-1].text[-1:].isspace():
            text = text[1:]
        found.append(run._replace(text=text))
    return found


def _common(runs: list[Run]) -> int:
    """The emphasis that all words have; raised letters do not count."""
    styles = [run.style for run in runs if run.text.strip() and not run.style & Style.SUPERSCRIPT]
    common = int(Style.STRONG | Style.EMPHASIS) if styles else 0
    for style in styles:
        common &= style
    return common
