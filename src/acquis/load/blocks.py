"""Reading blocks: paragraphs, headings, quotes, tables and their kin, annexes and parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from acquis.load import rules, tree
from acquis.load.shape import (
    Choice,
    Day,
    Field,
    Keyed,
    Line,
    Many,
    Number,
    Reader,
    Record,
    Truth,
    attributes,
    keys,
    unknown_key,
    words,
)
from acquis.load.tree import Node, Scalar, Sequence
from acquis.model.block import (
    PROGRESS,
    STYLES,
    Block,
    Cell,
    Figure,
    Heading,
    Paragraph,
    Progress,
    Quote,
    Reproduced,
    Rule,
    Table,
)
from acquis.model.decision import Annex, Footnote, Part
from acquis.position import Position


class Blocks:
    """A list of blocks, each a text or a mapping of exactly one kind."""

    def read(self, node: Node, reader: Reader, path: str) -> tuple[Block, ...] | None:
        if not isinstance(node, Sequence):
            reader.wrong(node, path, "a list of paragraphs")
            return None
        blocks = []
        for item in node.items:
            block = _block(item, reader, path)
            if block is not None:
                blocks.append(block)
        return tuple(blocks)


def _block(node: Node, reader: Reader, path: str) -> Block | None:
    if isinstance(node, Scalar):
        text = words(node, reader, path)
        if text is None:
            return None
        if not text.strip():
            reader.fault(rules.FIELD_MISSING, node, f'a paragraph in "{path}" is empty')
            return None
        return Paragraph(text, at=reader.at(node))
    if not isinstance(node, tree.Mapping):
        reader.wrong(node, path, "a paragraph or a mapping")
        return None
    kinds = [key for key, _ in node.pairs if key.value in _KINDS]
    if len(kinds) != 1:
        allowed = ", ".join(_KINDS)
        if kinds:
            found = " and ".join(f'"{key.value}"' for key in kinds)
            message = f'a block in "{path}" has {found}: it must be of one kind'
            reader.fault(rules.TYPE_WRONG, kinds[1], message, "make two blocks of it")
            return None
        if not node.pairs:
            reader.fault(rules.FIELD_MISSING, node, f'a block in "{path}" is empty')
            return None
        unknown_key(node.pairs[0][0], tuple(_KINDS) + tuple(FIELDS["text"]), reader, path)
        reader.fault(
            rules.FIELD_MISSING,
            node,
            f'a block in "{path}" has no kind',
            f"give it one of the keys {allowed}",
        )
        return None
    return _KINDS[kinds[0].value](node, reader, path)


def _spotted(
    node: Node, kind: str, reader: Reader, path: str
) -> tuple[dict[str, Any], dict[str, Position]] | None:
    """The values of a block with the places of those that are not texts themselves."""
    outer, reader.spots = reader.spots, {}
    values = keys(node, FIELDS[kind], reader, "")
    spots, reader.spots = reader.spots, outer
    return None if values is None else (values, spots)


def _paragraph(node: Node, reader: Reader, path: str) -> Paragraph | None:
    read = _spotted(node, "text", reader, path)
    if read is None:
        return None
    values, spots = read
    if not values["text"].strip() and not values.get("items"):
        # Real texts number items that nothing introduces; a paragraph without both is a slip.
        reader.report(rules.FIELD_MISSING.at(spots["text"], '"text" is empty'))
        return None
    return Paragraph(**values, at=spots["text"], spots=spots)


def _heading(node: Node, reader: Reader, path: str) -> Heading | None:
    read = _spotted(node, "heading", reader, path)
    if read is None:
        return None
    values, spots = read
    return Heading(values.pop("heading"), **values, at=spots["heading"], spots=spots)


def _quote(node: Node, reader: Reader, path: str) -> Quote | None:
    read = _spotted(node, "quote", reader, path)
    return None if read is None else Quote(read[0]["quote"], at=reader.at(node))


def _table(node: Node, reader: Reader, path: str) -> Table | None:
    read = _spotted(node, "table", reader, path)
    if read is None:
        return None
    values, spots = read
    return Table(**values["table"], at=reader.at(node), spots=spots)


def _figure(node: Node, reader: Reader, path: str) -> Figure | None:
    read = _spotted(node, "figure", reader, path)
    if read is None:
        return None
    values, spots = read
    return Figure(**values["figure"], at=spots["figure.file"])


def _rule(node: Node, reader: Reader, path: str) -> Rule | None:
    read = _spotted(node, "rule", reader, path)
    return Rule(at=reader.at(node)) if read and read[0]["rule"] else None


def _reproduced(node: Node, reader: Reader, path: str) -> Reproduced | None:
    read = _spotted(node, "decision", reader, path)
    if read is None:
        return None
    values, spots = read
    return Reproduced(values["decision"], at=spots["decision"])


CELL_FIELDS: Mapping[str, Field] = {
    "text": Field(Line(number=True, empty=True), "what stands in the cell", example="Total"),
    "cols": Field(Number(), "over how many columns it goes", example=2),
    "rows": Field(Number(), "over how many rows it goes", example=2),
}


class CellShape:
    """A cell: its text, or a mapping with the columns and rows that it goes over."""

    def read(self, node: Node, reader: Reader, path: str) -> Cell:
        if isinstance(node, Scalar):
            if not node.value:  # an empty cell, however it is written
                return Cell("", at=reader.at(node))
            return Cell(words(node, reader, path, number=True) or "", at=reader.at(node))
        values = keys(node, CELL_FIELDS, reader, path) or {}
        return Cell(**{"text": "", **values}, at=reader.at(node))


class Footnotes:
    """The footnotes of a text, by label as printed, in their order."""

    def read(self, node: Node, reader: Reader, path: str) -> tuple[Footnote, ...] | None:
        if not isinstance(node, tree.Mapping):
            reader.wrong(node, path, "a mapping of labels to texts")
            return None
        notes = []
        for key, value in node.pairs:
            text = Line().read(value, reader, f"{path}.{key.value}")
            if text is not None:
                notes.append(Footnote(key.value, text, reader.at(value)))
        return tuple(notes)


class AnnexShape:
    """An annex, with appendices of the same shape."""

    def read(self, node: Node, reader: Reader, path: str) -> Annex | None:
        outer, reader.spots = reader.spots, {}
        values = keys(node, ANNEX_FIELDS, reader, "")
        spots, reader.spots = reader.spots, outer
        return None if values is None else Annex(**values, at=reader.at(node), spots=spots)


class PartShape:
    """One of the parts A, B … of a text."""

    def read(self, node: Node, reader: Reader, path: str) -> Part | None:
        outer, reader.spots = reader.spots, {}
        values = keys(node, PART_FIELDS, reader, "")
        spots, reader.spots = reader.spots, outer
        return None if values is None else Part(**values, at=reader.at(node), spots=spots)


_PROGRESS = Record(
    {
        "status": Field(
            Choice(PROGRESS), "how far it is implemented", required=True, example="in progress"
        ),
        "date": Field(Day(), "since when", example="2026-03-01"),
        "source": Field(Line(), "who says so, and where", example="MC/COP.7/3, paragraph 12"),
    },
    Progress,
)

_TABLE = Record(
    {
        "rows": Field(
            Many(Many(CellShape())),
            "the rows, each a list of cells",
            required=True,
            example=[["Party", "Share"], ["Total", "100"]],
        ),
        "label": Field(Line(), "what it is called, such as Table 1", example="Table 1"),
        "title": Field(Line(), "its title", example="Scale of contributions"),
        "head": Field(Number(), "how many of the rows are the head", example=1),
        "notes": Field(
            Keyed(Line()), "notes under the table, by label", example={"a": "Provisional."}
        ),
    },
    lambda **values: attributes(values),
)

FIELDS: Mapping[str, Mapping[str, Field]] = {
    "text": {
        "text": Field(
            Line(empty=True),
            "the words of the paragraph, with marks",
            required=True,
            example="*Requests* the secretariat:",
        ),
        "number": Field(
            Line(number=True), "the number as printed, or none; default: computed", example="2 bis"
        ),
        "items": Field(
            Blocks(),
            "the items that it introduces",
            example=["To report;", "To publish the report."],
        ),
        "style": Field(Choice(STYLES), "how the items are numbered", example="roman"),
        "then": Field(
            Blocks(),
            "what goes on with the same paragraph after the items",
            example=["taking into account its means;"],
        ),
        "actors": Field(
            Many(Line(), single=True),
            "whom it addresses",
            names=("actors",),
            example=["secretariat"],
        ),
        "due": Field(Day(), "by when", example="2027-06-30"),
        "action": Field(
            Line(), "what is to be done, in a few words", example="report to the next meeting"
        ),
        "progress": Field(
            _PROGRESS, "how far it is implemented", example={"status": "in progress"}
        ),
    },
    "heading": {
        "heading": Field(
            Line(), "the words of the heading", required=True, example="Institutional arrangements"
        ),
        "number": Field(Line(number=True), "its number as printed, or none", example="2 bis"),
        "restart": Field(
            Truth(), "whether the numbers of paragraphs begin at 1 again", example=True
        ),
        "preamble": Field(
            Blocks(), "preambular paragraphs of the section", example=["*Noting* the report,"]
        ),
        "blocks": Field(
            Blocks(), "what stands under the heading", example=["*Decides* to meet annually;"]
        ),
    },
    "quote": {
        "quote": Field(
            Blocks(), "what is quoted", required=True, example=["The group shall meet annually."]
        )
    },
    "table": {
        "table": Field(
            _TABLE,
            "a table",
            required=True,
            example={"head": 1, "rows": [["Party", "Share"], ["Total", "100"]]},
        )
    },
    "figure": {
        "figure": Field(
            Record(
                {
                    "file": Field(
                        Line(), "the picture's file", required=True, example="figures/map.png"
                    ),
                    "alt": Field(
                        Line(),
                        "what it shows, in words",
                        required=True,
                        example="Map of the centres",
                    ),
                },
                lambda **values: values,
            ),
            "a picture",
            required=True,
            example={"file": "figures/map.png", "alt": "Map of the centres"},
        )
    },
    "rule": {"rule": Field(Truth(), "a line of asterisks", required=True, example=True)},
    "decision": {
        "decision": Field(
            Line(),
            "the draft decision reproduced here",
            required=True,
            names=("decisions",),
            example="mc-6-draft-cooperation",
        )
    },
}

_KINDS = {
    "text": _paragraph,
    "heading": _heading,
    "quote": _quote,
    "table": _table,
    "figure": _figure,
    "rule": _rule,
    "decision": _reproduced,
}

ANNEX_FIELDS: Mapping[str, Field] = {
    "label": Field(
        Line(), "Annex, Annex II, Appendix, Enclosure; default: computed", example="Annex II"
    ),
    "title": Field(Line(), "its title", example="Terms of reference"),
    "note": Field(
        Line(), "a note under the title, such as [English only]", example="[English only]"
    ),
    "blocks": Field(
        Blocks(), "its text; numbers begin at 1", example=["The group shall meet once a year."]
    ),
    "footnotes": Field(Footnotes(), "its own footnotes", example={"1": "See annex I."}),
    "annexes": Field(
        Many(AnnexShape()),
        "its appendices",
        example=[{"title": "Calendar", "blocks": ["January: first meeting."]}],
    ),
}

PART_FIELDS: Mapping[str, Field] = {
    "number": Field(Line(number=True), "A, B, C", required=True, example="A"),
    "title": Field(Line(), "its title", example="Budget"),
    "opening": Field(Line(), "its opening; none for none", example="The Conference of the Parties"),
    "preamble": Field(Blocks(), "its preambular paragraphs", example=["*Noting* the report,"]),
    "operative": Field(Blocks(), "its operative paragraphs", example=["*Approves* the budget;"]),
    "annexes": Field(
        Many(AnnexShape()),
        "its annexes",
        example=[{"title": "Table of posts", "blocks": ["Two posts."]}],
    ),
}
