"""The reference of keys: the tables by which records are read, told in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.load import blocks
from acquis.load.records import BODY, LISTS, SOURCE, TRANSLATION_LISTS, Fields

_HEAD = """\
# The keys of the data

Every record refuses a key that is not listed here, and names the nearest that is. How texts,
numbers and addresses work is told in [the format of the data](format.md).
"""

_INTRODUCED = {
    "decisions": "Decisions, resolutions and recommendations, in `data/decisions.yaml` or in "
    "`data/decisions/*.yaml`. One of `symbol` and `id` must be there.",
    "activities": "What is done about decisions.",
    "areas": "Areas of cooperation.",
    "services": "Services that one actor provides to another.",
    "documents": "Meeting documents and reports. One of `symbol` and `id` must be there.",
    "conventions": "Conventions, with their bodies.",
    "meetings": "Meetings of bodies, one or several jointly.",
    "actors": "Those who decide, are addressed and act.",
    "topics": "What texts are about.",
}


def markdown() -> str:
    """The whole page."""
    return "\n".join(_parts())


def _parts() -> Iterator[str]:
    yield _HEAD
    for name, fields in LISTS.items():
        yield from _table(name, _INTRODUCED[name], fields)
    yield from _table("a body", "In the `bodies` of a convention.", BODY)
    yield from _table("a source", "Under the key `source` of any record.", SOURCE.fields)
    for kind, fields in blocks.FIELDS.items():
        about = f"A block with the key `{kind}`."
        yield from _table(f"block: {kind}", about, fields)
    yield from _table("an annex", "In the `annexes` of a text.", blocks.ANNEX_FIELDS)
    yield from _table("a part", "In the `parts` of a text.", blocks.PART_FIELDS)
    for name, fields in TRANSLATION_LISTS.items():
        about = "Files below `data/translations/<language>/` repeat the identity and the texts."
        yield from _table(f"translated {name}", about, fields)


def _table(name: str, about: str, fields: Fields) -> Iterator[str]:
    yield f"## {name}\n"
    yield f"{about}\n"
    yield "| key | what it says |"
    yield "|---|---|"
    for key, known in fields.items():
        required = " **Needed.**" if known.required else ""
        yield f"| `{key}` | {known.about}.{required} |"
    yield ""
