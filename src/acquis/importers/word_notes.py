"""Footnotes and endnotes: which label each mark has, and what the notes say.

Word counts the marks by itself, in the order of the text, unless an editor typed a mark such as
an asterisk (ECMA-376, part 1, 17.11). The label is what is printed; where two notes of a file
bear the same, the second gets a label of its own, which `word_record` takes back where it can.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from acquis.importers.word_numbering import written
from acquis.importers.word_xml import children, descendants, first, number, value

#: What is put between a label that is taken and a number, to tell two notes apart.
APART = "·"
_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}
#: What a label may hold (see `acquis.text`).
_ALLOWED = re.compile(r"[^\s\[\]\\^]{1,16}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A note that the text refers to: its label, its printed mark, its element."""

    label: str
    printed: str
    kind: str
    element: etree._Element
    custom: bool


@dataclass(slots=True)
class Notes:
    """The notes of a file, in the order of their marks."""

    settings: etree._Element | None
    sections: list[etree._Element]
    elements: Mapping[tuple[str, str], etree._Element]
    marks: list[Mark] = field(default_factory=list)
    labels: dict[str, Mark] = field(default_factory=dict)
    _by_id: dict[tuple[str, str], Mark] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)
    _times: dict[str, int] = field(default_factory=dict)
    _section: int = 0

    def refer(self, kind: str, id_: str, custom: str) -> str:
        """The label of the note that a mark refers to; "" where there is no such note."""
        known = self._by_id.get((kind, id_))
        if known is not None:
            return known.label
        element = self.elements.get((kind, id_))
        if element is None:
            return ""
        printed = custom if _ALLOWED.fullmatch(custom) else ""
        typed = bool(printed)
        if not printed:
            printed = self._counted(kind)
        label = printed
        while label in self.labels:
            self._times[printed] = self._times.get(printed, 1) + 1
            label = f"{printed}{APART}{self._times[printed]}"
        mark = Mark(label, printed, kind, element, typed)
        self.marks.append(mark)
        self.labels[label] = self._by_id[(kind, id_)] = mark
        return label

    def unread(self) -> Iterator[tuple[str, str, etree._Element]]:
        """The notes that nothing refers to: kind, id, element."""
        for (kind, id_), element in self.elements.items():
            if (kind, id_) not in self._by_id:
                yield kind, id_, element

    def next_section(self) -> None:
        """A section of the document ends, and with it, perhaps, the count."""
        self._section += 1
        for kind in _FORMATS:
            if value(self._said(kind, "numRestart")) == "eachSect":
                self._counts.pop(kind, None)

    def _counted(self, kind: str) -> str:
        start = number(self._said(kind, "numStart"))
        count = self._counts.get(kind, (1 if start is None else start) - 1) + 1
        self._counts[kind] = count
        printed = written(count, value(self._said(kind, "numFmt")) or _FORMATS[kind])
        return printed if _ALLOWED.fullmatch(printed) else str(count)

    def _said(self, kind: str, name: str) -> etree._Element | None:
        """What the section, or else the file, says of its notes."""
        section = self.sections[self._section] if self._section < len(self.sections) else None
        for holder in (section, self.settings):
            found = first(holder, f"{kind}Pr", name)
            if found is not None:
                return found
        return None


def elements(
    footnotes: etree._Element | None, endnotes: etree._Element | None
) -> dict[tuple[str, str], etree._Element]:
    """The notes by kind and id, without the lines that separate them from the text."""
    return {
        (kind, value(note, "id")): note
        for kind, root in (("footnote", footnotes), ("endnote", endnotes))
        for note in children(root, kind)
        if value(note, "type") in ("", "normal")
    }


def comments(root: etree._Element | None) -> dict[str, str]:
    """The words of the comments by id, with who wrote them."""
    found = {}
    for comment in children(root, "comment"):
        words = " ".join(
            "".join(text.text or "" for text in descendants(paragraph, "t"))
            for paragraph in descendants(comment, "p")
        )
        author = value(comment, "author")
        found[value(comment, "id")] = f"{author}: {words}" if author else words
    return found
