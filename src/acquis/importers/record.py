"""From an outline to a record in the shape of the YAML format: the least that says all.

A paragraph with nothing but its text is a string; a number is given only where the computed one
(see `acquis.model.numbering`) is not what the source prints.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from acquis.importers.line import Kind, Line
from acquis.importers.nodes import Heading, Node, Paragraph, Quote
from acquis.model import numbering
from acquis.model.block import STYLES, UNNUMBERED


def blocks(nodes: Sequence[Node], language: str) -> list[Any]:
    """The blocks of a row of nodes."""
    return [_block(node, language) for node in nodes]


def _block(node: Node, language: str) -> Any:
    if isinstance(node, Paragraph):
        return paragraph(node, language)
    if isinstance(node, Quote):
        return {"quote": [paragraph(quoted, language) for quoted in node.blocks]}
    if isinstance(node, Heading):
        return _heading(node, language)
    if node.kind is Kind.REPRODUCED:
        return {"decision": node.text}
    return {"rule": True} if node.kind is Kind.RULE else {"table": node.table}


def _heading(node: Heading, language: str) -> dict[str, Any]:
    record: dict[str, Any] = {"heading": node.line.text}
    if node.line.label is not None:
        record["number"] = node.line.label.printed
    if node.restart:
        record["restart"] = True
    if node.preamble:
        record["preamble"] = [paragraph(inner, language) for inner in node.preamble]
    if node.blocks:
        record["blocks"] = blocks(node.blocks, language)
    return record


def paragraph(node: Paragraph, language: str, depth: int = 0) -> Any:
    """A paragraph (depth 0) or an item (depth from 1): a string where nothing but text is known."""
    record: dict[str, Any] = {"text": node.line.text if isinstance(node.line, Line) else ""}
    number = node.number if depth or node.number is not None else _otherwise(node, language)
    if number is not None:
        record["number"] = number
    if node.items:
        style = _style(node.items)
        _number_items(node.items, style, depth + 1, language)
        record["items"] = [paragraph(item, language, depth + 1) for item in node.items]
        if style != numbering.style_at(depth + 1, None):
            record["style"] = style
    if node.then:
        record["then"] = blocks(node.then, language)
    return record["text"] if len(record) == 1 else record


def _otherwise(node: Paragraph, language: str) -> str | None:
    """The number of a paragraph that counts on, where the source prints it in another form."""
    label = node.line.label if node.line else None
    if label is None or not node.value or label.printed[-1:].isalnum():
        return None
    return None if label.printed == numbering.paragraph(node.value, language) else label.printed


def _style(items: Sequence[Paragraph]) -> str:
    style = items[0].style.lower()
    return style if style in STYLES else "none"


def _number_items(items: Sequence[Paragraph], style: str, depth: int, language: str) -> None:
    """Give a number to each item whose printed one is not what is computed for its place."""
    value = 0
    for item in items:
        label = item.line.label if item.line else None
        if label is None:
            if style != "none":
                item.number = UNNUMBERED
            continue
        value += 1
        if numbering.item(value, depth, style, language) != label.printed:
            item.number = label.printed
            value = item.value or value
