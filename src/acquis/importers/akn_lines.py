"""The body of an Akoma Ntoso text as lines.

The United Nations' files (AKN4UN) tag the same thing in several ways: an item is a point of a
list, a paragraph, or a number and a tab inside of a paragraph; a heading is a subheading, a
heading, or a paragraph in bold; the preamble of a section is made of crossHeadings. Here all of
them become lines, and the lines tell by their numbers what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from acquis.importers import label as labels
from acquis.importers.akn_table import table
from acquis.importers.akn_text import Reader, emphasised, marked, split, unbold
from acquis.importers.akn_xml import attribute, children, local, words
from acquis.importers.label import Label
from acquis.importers.line import Kind, Line
from acquis.text import Run

#: Containers that number what stands in them (akn-core, part 2; those that AKN4UN uses first).
_ITEMS = ("point", "item", "indent", "alinea")
_HEADINGS = ("heading", "subheading")
#: Their styles: H1, H23, HCh (a chapter's), HM (a main heading's).
_HEADING_STYLE = re.compile(r"H(?:\d{1,3}|Ch|M)")
#: What ends a clause, and no heading.
_COMMAS = (",", "，", "،")
_CLAUSES = (":", "：", ";", "；", "؛", ",", "，", "،", "。")
#: An item's sign behind which a space stands instead of a tab.
_SPACED = re.compile(r"\(?[^\W\d_]{1,5}\)(?=[ \u00a0\u2002\u2003\u2009]+\S)")
#: What a paragraph's number is followed by where its full stop is missing or mistyped.
_UNSIGNED = ("{}", "{},")
_TEXTS = ("p", "listIntroduction", "listWrapUp", "wrapUp", "block")


def lines(element: etree._Element, reader: Reader) -> list[Line]:
    """The lines of a preamble, a body or an annex, in the order of the source."""
    body = _Body(reader)
    found = list(body.inside(element))
    if body.parted:
        printed = ", ".join(printed for _, printed in body.parted)
        reason = "the text of what has this number stands in the next block"
        reader.notice(body.parted[0][0], printed, reason)
    return found


class _Body:
    """Walks through a body.

    `number` is a number whose text is still to come, `apart` whether its own block is behind it
    already; `parted` are all numbers whose text came in the next block.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.number: etree._Element | None = None
        self.apart = False
        self.parted: list[tuple[etree._Element, str]] = []

    def inside(self, element: etree._Element, *, item: bool = False) -> Iterator[Line]:
        """The lines in an element."""
        for child in children(element):
            name = local(child)
            if name == "num":
                yield from self._flushed()
                self.number, self.apart = child, False
            elif name in _HEADINGS:
                yield self._line(child, Kind.HEADING)
            elif name in _TEXTS:
                yield from self._text(child, item=item)
            elif name == "crossHeading":
                preamble = attribute(child, "refersTo").endswith("preamble")
                line = self._line(child, Kind.TEXT if preamble else Kind.HEADING)
                yield line.but(preambular=preamble and line.words.endswith(_COMMAS))
            elif name == "table":
                yield from self._flushed()
                yield self._made(child, Kind.TABLE).but(table=table(child, self.reader))
            elif name != "formula":
                yield from self.inside(child, item=item or name in _ITEMS)
        if item or local(element) == "mainBody":
            yield from self._flushed()

    def _text(self, element: etree._Element, *, item: bool) -> Iterator[Line]:
        only = children(element)
        if len(only) == 1 and not (element.text or "").strip() and not (only[0].tail or "").strip():
            if local(only[0]) == "num":  # a heading's number, wrapped in a paragraph
                self.reader.read.add(element)
                yield from self._flushed()
                self.number, self.apart = only[0], False
                return
            if local(only[0]) == "decoration":
                self.reader.read.update((element, only[0]))
                yield self._made(only[0], Kind.RULE).but(text=words(only[0]))
                return
        if self.number is not None and not words(element):  # its text stands in the next block
            self.reader.read.update(element.iter())
            self.apart = True
            return
        note = _is_note(element) or _is_raised(element)
        line = self._line(element, Kind.NOTE if note else Kind.TEXT, item=item)
        if line.text or line.label:
            yield line

    def _line(self, element: etree._Element, kind: Kind, *, item: bool = False) -> Line:
        """The line of an element, with the number that stood before it or is typed at its start."""
        runs = self.reader.runs(element)
        label = self._pending_label()
        if label is None:
            runs, label = _headed(runs) if kind is Kind.HEADING else (runs, None)
        if label is None:
            runs, label = _typed(runs, kind)
            if label and label.number and label.form in _UNSIGNED:
                reason = "a number that lacks its sign was taken as the paragraph's"
                self.reader.notice(element, label.printed, reason)
        line = self._made(element, kind)
        bold = unbold(runs)
        if not bold and not (label and label.number) and _is_styled(element):
            bold = runs
        said = "".join(run.text for run in runs).rstrip()
        if bold and label and label.number and said.endswith(_CLAUSES):
            bold = None  # in Chinese and Arabic opening words are bold, and may be all
        if kind is Kind.HEADING:
            return line.but(text=marked(bold or runs), label=label)
        return line.but(
            text=marked(emphasised(runs, self.reader.language)),
            label=label,
            item=item,
            unbold=marked(bold) if bold and kind is Kind.TEXT else "",
        )

    def _pending_label(self) -> Label | None:
        if self.number is None:
            return None
        printed = self.reader.text(self.number, bare=True)
        if self.apart and printed:
            self.parted.append((self.number, printed))
        self.number, self.apart = None, False
        return labels.read(printed) or Label(printed, printed, "{}", ()) if printed else None

    def _flushed(self) -> Iterator[Line]:
        """A number to which no text came: a heading that has nothing else, or a paragraph lost."""
        if self.number is not None and words(self.number):
            element = self.number
            self.number = None
            label = labels.read(words(element))
            if label is None or label.number is None:
                yield self._made(element, Kind.HEADING).but(text=self.reader.text(element))
                return
            self.reader.read.add(element)
            self.reader.lose(element, words(element), "a number to which the file has no text")

    def _made(self, element: etree._Element, kind: Kind) -> Line:
        return Line(kind, self.reader.position(element), self.reader.path(element))


def _is_raised(element: etree._Element) -> bool:
    """Whether a raised letter and a tab stand before a text, as under a table."""
    only = children(element)
    raised = bool(only) and local(only[0]) == "sup" and not (element.text or "").strip()
    return raised and words(only[0]).isalpha() and (only[0].tail or "").startswith("\t")


def _is_styled(element: etree._Element) -> bool:
    """Whether the paragraph around a text has one of the styles of headings."""
    holder = element.getparent()
    while holder is not None and local(holder) == "content":
        holder = holder.getparent()
    return holder is not None and _HEADING_STYLE.fullmatch(attribute(holder, "class")) is not None


def _typed(runs: list[Run], kind: Kind) -> tuple[list[Run], Label | None]:
    """Split a number typed at the start of a text from it.

    A number may lack its full stop; a letter without any sign is one only in a note.
    """
    head = "".join(run.text for run in runs[:4] if run.note is None)
    spaced = _SPACED.match(head)
    found = labels.typed(head, bare=True)
    if found is None and spaced and (label := labels.read(spaced.group())):
        found = label, spaced.end()
    if found is None:
        return runs, None
    label, length = found
    if label.form == "{}" and label.sign.isalpha() and kind is not Kind.NOTE:
        return runs, None
    return split(runs, length), label


def _headed(runs: list[Run]) -> tuple[list[Run], Label | None]:
    """Split the number of a heading, where its title stands on the same line, from it."""
    head = "".join(run.text for run in runs[:4] if run.note is None)
    found = labels.headed(head)
    if found is None:
        return runs, None
    label, length = found
    return split(runs, length), label


def _is_note(element: etree._Element) -> bool:
    """Whether a paragraph is styled as a note under a table."""
    holder = element.getparent()
    while holder is not None and local(holder) == "content":
        holder = holder.getparent()
    return holder is not None and "Footnote" in attribute(holder, "class")
