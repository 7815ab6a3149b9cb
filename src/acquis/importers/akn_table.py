"""Tables in Akoma Ntoso: rows of cells, heads, and cells that go over several columns or rows."""

from __future__ import annotations

from typing import Any

from lxml import etree

from acquis.importers.akn_text import Reader, marked, trimmed
from acquis.importers.akn_xml import attribute, children, local
from acquis.text import Run


def table(element: etree._Element, reader: Reader) -> dict[str, Any]:
    """A table's record: `head` and `rows`.

    Rows of the head without a word, which only draw a line, are left out with a notice.
    """
    reader.read.add(element)
    rows: list[list[Any]] = []
    head = 0
    for row in _rows(element, reader):
        reader.read.add(row)
        cells = children(row, "th", "td")
        texts = [_cell(cell, reader) for cell in cells]
        in_head = head == len(rows) and bool(cells) and all(local(cell) == "th" for cell in cells)
        if in_head and rows and not any(texts):
            reader.notice(row, "", "a row of the table's head without a word was left out")
            continue
        head += in_head
        rows.append([_spanning(cell, text) for cell, text in zip(cells, texts, strict=True)])
    record: dict[str, Any] = {"head": head} if head else {}
    return {**record, "rows": rows}


def _rows(element: etree._Element, reader: Reader) -> list[etree._Element]:
    found = []
    for child in children(element):
        if local(child) == "tr":
            found.append(child)
        elif local(child) in ("thead", "tbody", "tfoot"):
            reader.read.add(child)
            found += children(child, "tr")
    return found


def _cell(cell: etree._Element, reader: Reader) -> str:
    """A cell's text; its paragraphs are joined by a space."""
    if not children(cell):
        return reader.text(cell)
    reader.read.add(cell)
    runs: list[Run] = [Run((cell.text or "").strip(" \t\r\n"))]
    for child in children(cell):
        runs += [Run(" "), *reader.runs(child), Run((child.tail or "").strip(" \t\r\n"))]
    return marked(trimmed(runs))


def _spanning(cell: etree._Element, text: str) -> Any:
    spans = {"cols": _span(cell, "colspan"), "rows": _span(cell, "rowspan")}
    spans = {key: value for key, value in spans.items() if value > 1}
    if not spans:
        return text
    return {"text": text, **spans} if text else spans


def _span(cell: etree._Element, name: str) -> int:
    value = attribute(cell, name).strip()
    return min(int(value), 1000) if value.isascii() and value.isdigit() else 1
