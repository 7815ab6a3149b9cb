"""What an AKN4UN file holds, counted from its tags and text alone, without the importer's code.

`Counted` has the numbers, the preambular paragraphs, the footnotes and the words of a file in
reading order; the same of a text that was loaded is made of its units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from acquis import text as marks
from acquis.model.unit import Division, Unit

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
NOTE = f"{AKN}authorialNote"
INLINE = {f"{AKN}{name}" for name in ("span", "a", "sup", "sub", "decoration", "i", "b")}
#: Elements that hold a paragraph's or a heading's text.
BLOCKS = {
    f"{AKN}{name}"
    for name in ("p", "heading", "subheading", "crossHeading", "docTitle", "docNumber", "num")
}
HEADINGS = {f"{AKN}heading", f"{AKN}subheading"}

#: A number as any of the six languages prints that of a paragraph or an item.
NUMBER = re.compile(
    r"«?(?:\d{1,3}(?: (?:bis|ter|quater))?(?:[.,]| [-–])?"
    r"|\(?(?:[a-z]{1,5}|[а-яё])\)|’\d{1,2}‘|[㈠-㈩]|\([一二三四五六七八九十]{1,3}\)"
    r"|\((?:[\u0621-\u064a\u0640]{1,2}|[\u0621-\u064a] [\u0621-\u064a]|[\ufb50-\ufefc])\))"
)
#: Marks of direction are layout here, and white space is alike.
UNSEEN = re.compile("[\u200e\u200f]")


@dataclass(frozen=True)
class Counted:
    """What is in a text: the same fields, however it was counted."""

    preambular: int
    numbers: tuple[str, ...]
    footnotes: tuple[tuple[str, str], ...]
    words: tuple[str, ...]


def own_text(element: etree._Element) -> str:
    """The text of an element without its notes and marks of direction, as `plain` has it."""
    return UNSEEN.sub("", plain(element))


def plain(element: etree._Element) -> str:
    """The text of an element without its notes; blocks are set apart by spaces.

    White space with a line break lays the file out, and is dropped.
    """
    parts: list[str] = []

    def add(words: str | None) -> None:
        if words and (words.strip(" \t\n") or "\n" not in words):
            parts.append(words)

    def walk(current: etree._Element) -> None:
        block = current.tag not in INLINE
        parts.append(" " if block else "")
        add(current.text)
        for child in current:
            if isinstance(child.tag, str) and child.tag != NOTE:
                walk(child)
            add(child.tail)
        parts.append(" " if block else "")

    walk(element)
    return "".join(parts)


def unbracketed(root: etree._Element) -> None:
    """Take the raised brackets out between which Arabic prints the marks of its notes."""
    for note in root.iter(NOTE):
        before, after = note.getprevious(), note.getnext()
        if before is None or after is None:
            continue
        raised = before.tag == after.tag == f"{AKN}sup"
        if (
            raised
            and (before.text or "").strip()[-1:] == "("
            and (after.text or "").strip()[:1] == ")"
        ):
            before.text = before.text.rstrip()[:-1]
            after.text = after.text.lstrip()[1:]


def is_bold(element: etree._Element) -> bool:
    """Whether all words of an element are bold, or it is styled as a heading."""
    if element.get("class", "")[:1] == "H":
        return True
    words = "".join(own_text(element).split())
    bold = "".join(
        "".join(own_text(span).split())
        for span in element.iter(f"{AKN}span")
        if "bold" in (span.get("class") or "").split()
    )
    return bool(words) and words == bold


def inside(element: etree._Element, tags: set[str]) -> bool:
    return any(ancestor.tag in tags for ancestor in element.iterancestors())


def numbers_of(region: etree._Element) -> Iterator[str]:
    """The numbers of paragraphs and items: tagged, or typed and set off by a tab."""
    for element in region.iter(f"{AKN}num", f"{AKN}p"):
        if inside(element, {NOTE, f"{AKN}table", f"{AKN}formula", *HEADINGS}):
            continue
        words = own_text(element)
        if element.tag == f"{AKN}num":
            holder = element.getparent()
            if holder.tag == f"{AKN}p":  # a heading's number
                continue
            if NUMBER.fullmatch(words.strip()) and not is_bold(holder):
                yield words.strip()
            continue
        if "FootnoteText" in style(element):
            continue
        head, tab, _ = words.strip().partition("\t")
        spaced = re.match(r"(\(?(?:[a-z]{1,5}|[一二三四五六七八九十]{1,3})\))\s", words.strip())
        if tab and NUMBER.fullmatch(head):
            yield head
        elif spaced:
            yield spaced[1]


def style(element: etree._Element) -> str:
    return "".join(holder.get("class", "") for holder in list(element.iterancestors())[:2])


def preambular_of(root: etree._Element) -> Iterator[etree._Element]:
    """The preambular paragraphs, read leniently where the tags are wrong.

    A container without a name is a heading; a formula without a comma opens no preamble; what is
    no preamble of a section ends in no comma; and the last preambular paragraph is often tagged as
    the first operative one, without a number.
    """
    for preamble in root.iter(f"{AKN}preamble"):
        formula = preamble.find(f"{AKN}formula")
        opened = formula is None or ends_in_comma(formula)
        containers = [found for found in preamble.findall(f"{AKN}container") if found.get("name")]
        if opened or any(ends_in_comma(found) for found in containers):
            yield from containers
    yield from (found for found in root.iter(f"{AKN}crossHeading") if ends_in_comma(found))
    for body in root.iter(f"{AKN}mainBody"):
        first = body[0] if len(body) else None
        if first is not None and first.find(f".//{AKN}num") is None and ends_in_comma(first):
            yield first


def ends_in_comma(element: etree._Element) -> bool:
    return own_text(element).rstrip().endswith((",", "،", "，"))


def of_file(root: etree._Element) -> Counted:
    """Count what a file holds."""
    footnotes = []
    for note in root.iter(NOTE):
        words = " ".join(own_text(note).split())
        footnotes.append((note.get("marker", ""), re.sub(r"^\( ?[()] ?", "", words)))
    unbracketed(root)
    regions = list(root.iter(*(f"{AKN}{name}" for name in ("preface", "preamble", "mainBody"))))
    return Counted(
        preambular=sum(not is_bold(found) for found in preambular_of(root)),
        numbers=tuple(number for region in regions for number in numbers_of(region)),
        footnotes=tuple(footnotes),
        words=tuple(word for region in regions for word in own_text(region).split()),
    )


def of_text(division: Division, symbol: str) -> Counted:
    """Count what was loaded; `symbol` is what the number before the title comes from."""
    top = [unit for unit in division.walk() if unit.kind == "paragraph" and not unit.depth]
    named = {unit.anchor for unit in division.walk() if unit.kind == "heading"} | {""}
    return Counted(
        preambular=sum(unit.part == "preamble" and unit.parent in named for unit in top),
        numbers=tuple(
            unit.number for unit in division.walk() if unit.kind == "paragraph" and unit.number
        ),
        footnotes=tuple(
            (note.label, UNSEEN.sub("", " ".join(marks.plain(note.text).split())))
            for note in division.footnotes
        ),
        words=tuple(filter(None, (UNSEEN.sub("", word) for word in words_of(division, symbol)))),
    )


def words_of(division: Division, symbol: str) -> list[str]:
    """All words of a text as printed, numbers included."""
    found = [symbol] if division.kind == "text" else []
    found += [division.label, marks.plain(division.title), marks.plain(division.note)]
    if not division.parts:  # each part prints its own
        found.append(division.opening)
    for unit in (*division.preamble, *division.operative):
        found += words_of_unit(unit)
    words = " ".join(found).split()
    for inner in (*division.parts, *division.annexes):
        words += words_of(inner, symbol)
    return words


def words_of_unit(unit: Unit) -> Iterator[str]:
    block = unit.block
    yield unit.number
    if unit.kind == "table":
        yield f"{block.label} {marks.plain(block.title)}"  # type: ignore[union-attr]
        for row in block.rows:  # type: ignore[union-attr]
            yield from (marks.plain(cell.text) for cell in row)
        for label, note in block.notes.items():  # type: ignore[union-attr]
            yield f"{label} {marks.plain(note)}"
    else:
        yield "* * *" if unit.kind == "rule" else marks.plain(unit.text)
    for inner in (*unit.preamble, *unit.items, *unit.then):
        yield from words_of_unit(inner)
