"""Items: a paragraph introduces them."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.check.divided import Divided, Record
from acquis.finding import Finding, Level, Rule
from acquis.model.block import Paragraph
from acquis.text import plain

ITEMS_WITHOUT_INTRODUCTION = Rule(
    "items-without-introduction",
    Level.NOTICE,
    "A paragraph with items does not end in a colon or a dash, so that the items may belong to "
    "another paragraph, or to another level.",
    "hang the items on the paragraph that introduces them; if the official text is so, accept it "
    "with `allow`",
)

#: Of 482 lists in English, Chinese and Spanish resolutions of the General Assembly (A/RES/78),
#: seven were introduced otherwise, each by a fault of typing or tagging.

#: What ends an introduction in the UN's languages; the dash stands in amendments and budgets.
_ENDS = (":", "：", "—", "–", "-")


def without(record: Record, divided: Divided) -> Iterator[Finding]:
    """Items that no introduction precedes; lines without any sign need none."""
    for text in divided.texts(record):
        for unit in text.units:
            block = unit.block
            if not isinstance(block, Paragraph) or not block.items or block.style == "none":
                continue
            words = plain(block.text).rstrip()
            if words.endswith(_ENDS):
                continue
            if not words:
                message = "the items have no introduction"
            else:
                message = f'the introduction of the items ends in "{words[-1]}"'
            yield ITEMS_WITHOUT_INTRODUCTION.at(
                block.at.inside(block.text, max(0, len(block.text) - 1), 1), message
            )
