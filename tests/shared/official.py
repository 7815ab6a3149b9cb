"""The words of a text, once from its YAML and once from its page, for tests to compare.

Both are read without the project's own code: the YAML by PyYAML, its marks by a few patterns, the
page by lxml.
"""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

NOTE = re.compile(r"(?<!\\)\[\^[^\s\[\]\\^]{1,20}\]")
LINK = re.compile(
    r"(?<!\\)\[((?:[^\[\]\\]|\\.)*)\]\((?:https?://|mailto:)[^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)"
)
MARK = re.compile(r"(?<!\\)(\*{1,3}|\^|~)(?=\S)((?:[^*^~\\]|\\.)+?)(?<=\S)\1")
ESCAPE = re.compile(r"\\([\\*^~\[\]])")


def bare(text: str) -> str:
    """Marked text without its marks."""
    text = NOTE.sub("", str(text))
    text = LINK.sub(r"\1", text)
    for _ in range(4):  # marks stand within marks
        text = MARK.sub(r"\2", text)
    return ESCAPE.sub(r"\1", text)


def from_yaml(record: dict[str, Any], opening: str) -> Iterator[str]:
    """The words of a record in the order of its page, without computed numbers."""
    own = record.get("opening", opening)
    if "parts" not in record:
        yield _opening(own, record.get("preamble"))
    yield from _blocks(record.get("preamble", []))
    yield from _blocks(record.get("operative", record.get("blocks", [])))
    for part in record.get("parts", []):
        yield bare(part.get("title", ""))
        yield _opening(part.get("opening", own), part.get("preamble"))
        yield from _blocks(part.get("preamble", []))
        yield from _blocks(part.get("operative", []))
        yield from _annexes(part.get("annexes", []))
    notes = [bare(note) for note in record.get("footnotes", {}).values()]
    annexes = list(_annexes(record.get("annexes", [])))
    through = any(
        f"[^{label}]" in str(value)
        for label in record.get("footnotes", {})
        for value in values(record.get("annexes", []))
    )
    yield from (annexes + notes if through else notes + annexes)


def from_page(page: bytes) -> str:
    """The words in the element `data-official-text`, without numbers and footnote marks."""
    tree = html.document_fromstring(page.decode())
    (official,) = tree.xpath("//*[@data-official-text]")
    for element in official.xpath(".//sup[a/@role='doc-noteref'] | .//*[@class='number']"):
        element.drop_tree()
    return etree.tostring(official, method="text", encoding="unicode")


def _opening(opening: str | None, preamble: object) -> str:
    if not opening or opening == "none":
        return ""
    return f"{opening}," if preamble and opening[-1].isalnum() else opening


def _annexes(annexes: list[dict[str, Any]]) -> Iterator[str]:
    for annex in annexes:
        yield bare(annex.get("title", ""))
        yield bare(annex.get("note", ""))
        yield from _blocks(annex.get("blocks", []))
        yield from _annexes(annex.get("annexes", []))
        yield from (bare(note) for note in annex.get("footnotes", {}).values())


def _blocks(blocks: list[Any]) -> Iterator[str]:
    for block in blocks:
        if not isinstance(block, dict):
            yield bare(block)
        elif "heading" in block:
            yield bare(block["heading"])
            yield from _blocks(block.get("preamble", []))
            yield from _blocks(block.get("blocks", []))
        elif "quote" in block:
            yield from _blocks(block["quote"])
        elif "table" in block:
            yield from _table(block["table"])
        elif "text" in block:
            yield bare(block["text"])
            yield from _blocks(block.get("items", []))
            yield from _blocks(block.get("then", []))


def _table(table: dict[str, Any]) -> Iterator[str]:
    yield bare(table.get("label", ""))
    yield bare(table.get("title", ""))
    for row in table["rows"]:
        for cell in row:
            text = cell.get("text", "") if isinstance(cell, dict) else cell
            yield bare("" if text is None else text)
    yield from (bare(note) for note in table.get("notes", {}).values())


def values(value: Any) -> Iterator[Any]:
    """The single values of a record, however deep they stand."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from values(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from values(inner)
    else:
        yield value
