"""The shape of every record: which keys it has, what they mean, and what must be there.

These tables are the reference of the YAML format: the loader reads by them, and the published
schema is made from them.
"""

from __future__ import annotations

from collections.abc import Mapping

from acquis.load.blocks import ANNEX_FIELDS, PART_FIELDS, AnnexShape, Blocks, Footnotes, PartShape
from acquis.load.institution import (
    ACTIVITY,
    ACTOR,
    AREA,
    BODY,
    CONVENTION,
    MEETING,
    SERVICE,
    SOURCE,
    SOURCED,
    TOPIC,
)
from acquis.load.shape import (
    Choice,
    Day,
    Field,
    Fields,
    Id,
    Keyed,
    Line,
    Many,
    Number,
    Record,
)
from acquis.model import decision, document

#: The texts of a decision, which a translation repeats.
TEXTS: Fields = {
    "title": Field(Line(), "its title", example="Effectiveness evaluation"),
    "subtitle": Field(Line(), "its subtitle", example="Note by the secretariat"),
    "opening": Field(
        Line(),
        "its opening; default: the bodies'; none for none",
        example="The Conference of the Parties",
    ),
    "preamble": Field(
        Blocks(), "its preambular paragraphs", example=["*Recalling* its decision MC-5/19,"]
    ),
    "operative": Field(
        Blocks(), "its operative paragraphs", example=["*Decides* to establish a working group;"]
    ),
    "footnotes": Field(
        Footnotes(),
        "its footnotes, by label as printed",
        example={"1": "MC/COP.6/INF/29, annex I."},
    ),
    "annexes": Field(
        Many(AnnexShape()),
        "its annexes",
        example=[{"title": "Terms of reference", "blocks": ["The group shall meet once a year."]}],
    ),
    "parts": Field(
        Many(PartShape()),
        "its parts A, B …, in place of preamble and operative",
        example=[{"number": "A", "title": "Budget", "operative": ["Approves the budget."]}],
    ),
}

IDENTITY: Fields = {
    "symbol": Field(Line(), "its symbol, unique together with its kind", example="MC-6/5"),
    "id": Field(
        Id(),
        "the last part of its address, where that is not to follow from the symbol",
        example="mc-6-draft-cooperation",
    ),
    "kind": Field(
        Line(), "decision, resolution, recommendation …; default: the body's", example="decision"
    ),
}

DECISION: Fields = {
    **IDENTITY,
    "formerly": Field(
        Many(Line()), "former ids, whose addresses lead here", example=["mc-6-draft-cooperation"]
    ),
    "language": Field(Line(), "the language of the text; default: the site's first", example="en"),
    "meeting": Field(
        Line(), "the id of the meeting that adopted it", names=("meetings",), example="cop-6"
    ),
    "bodies": Field(
        Many(Line()),
        "the bodies that adopted it; default: the meeting's",
        names=("bodies",),
        example=["cop"],
    ),
    "status": Field(
        Choice(decision.STATUSES), "draft, adopted, withdrawn or listed", example="draft"
    ),
    "adopted": Field(Day(), "the day of its adoption", example="2025-11-07"),
    "adopted_at": Field(
        Line(),
        "the sitting that adopted it, such as 5th plenary meeting",
        example="5th plenary meeting",
    ),
    "agenda_item": Field(
        Many(Line(number=True), single=True), "the agenda item or items", example="5 (b)"
    ),
    "draft": Field(
        Record(
            {
                "symbol": Field(
                    Line(),
                    "the symbol of the proposal",
                    names=("documents", "decisions"),
                    example="MC/COP.6/CRP.2",
                ),
                "submitted_by": Field(Line(), "who submitted it", example="the Chair"),
            },
            decision.Draft,
        ),
        "the proposal that it goes back to",
        example={"symbol": "MC/COP.6/CRP.2", "submitted_by": "the Chair"},
    ),
    "steps": Field(
        Many(
            Record(
                {
                    "outcome": Field(
                        Line(), "what happened", required=True, example="adopted without a vote"
                    ),
                    "date": Field(Day(), "when", example="2025-11-07"),
                    "document": Field(
                        Line(),
                        "the symbol of the document",
                        names=("documents",),
                        example="MC/COP.6/L.1",
                    ),
                    "by": Field(Line(), "by whom", example="the Chair"),
                },
                decision.Step,
            )
        ),
        "the steps on the way to its adoption",
        example=[{"outcome": "adopted without a vote", "date": "2025-11-07"}],
    ),
    "vote": Field(
        Record(
            {
                "for": Field(Number(), "votes in favour", required=True, example=135),
                "against": Field(Number(), "votes against", required=True, example=22),
                "abstaining": Field(Number(), "abstentions", required=True, example=10),
            },
            decision.Vote,
        ),
        "the recorded vote",
        example={"for": 135, "against": 22, "abstaining": 10},
    ),
    "source": SOURCED,
    "verified": Field(
        Record(
            {
                "by": Field(Line(), "who proofread it", required=True, example="A. Editor"),
                "on": Field(Day(), "when", required=True, example="2026-01-15"),
                "against": Field(
                    Line(),
                    "against which document",
                    required=True,
                    names=("documents",),
                    example="MC/COP.6/25",
                ),
                "sha256": Field(
                    Line(),
                    "the hash of that document's file",
                    example="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                ),
            },
            decision.Verified,
        ),
        "who proofread it against what",
        example={"by": "A. Editor", "on": "2026-01-15", "against": "MC/COP.6/25"},
    ),
    "corrections": Field(
        Many(
            Record(
                {
                    "date": Field(Day(), "when it was issued", example="2025-11-07"),
                    "source": Field(
                        Line(),
                        "the document that corrects",
                        names=("documents",),
                        example="MC/COP.6/25/Corr.1",
                    ),
                    "note": Field(
                        Line(),
                        "what it corrects",
                        required=True,
                        example="Paragraph 3: “shall” for “should”.",
                    ),
                },
                decision.Correction,
            )
        ),
        "official corrections that the text carries",
        example=[
            {
                "date": "2026-02-01",
                "source": "MC/COP.6/25/Corr.1",
                "note": "Paragraph 3: “shall” for “should”.",
            }
        ],
    ),
    "topics": Field(
        Many(Line()), "the ids of its topics", names=("topics",), example=["cooperation"]
    ),
    "relations": Field(
        Keyed(Many(Line(), single=True), tuple(decision.RELATIONS)),
        "how it stands to other decisions; the reverse is computed",
        names=("decisions",),
        example={"recalls": ["MC-5/19"], "supersedes": "MC-4/9"},
    ),
    "description": Field(
        Line(),
        "what a source says of it, where its text is not held",
        example="According to the report of the meeting, it extends the mandate of the group.",
    ),
    "allow": Field(
        Many(
            Record(
                {
                    "rule": Field(Line(), "the rule's id", required=True, example="number-jump"),
                    "reason": Field(
                        Line(),
                        "why it is accepted",
                        required=True,
                        example="The official text leaves out paragraph 4.",
                    ),
                },
                decision.Allowed,
            )
        ),
        "findings that are accepted knowingly",
        example=[{"rule": "number-jump", "reason": "The official text leaves out paragraph 4."}],
    ),
    **TEXTS,
}

DOCUMENT: Fields = {
    "symbol": IDENTITY["symbol"],
    "id": IDENTITY["id"],
    "kind": Field(Choice(document.KINDS), "what sort of document it is", example="note"),
    "formerly": DECISION["formerly"],
    "language": DECISION["language"],
    "title": TEXTS["title"],
    "subtitle": TEXTS["subtitle"],
    "meeting": Field(
        Many(Line(), single=True), "the id of its meeting", names=("meetings",), example="cop-6"
    ),
    "meetings": Field(
        Many(Line()),
        "the ids of its meetings, where there are several",
        names=("meetings",),
        example=["cop-6", "cop-7"],
    ),
    "status": Field(
        Choice(document.STATUSES), "listed, where its text is not held", example="listed"
    ),
    "description": DECISION["description"],
    "blocks": Field(
        Blocks(),
        "its headings and paragraphs, numbers running on",
        example=["The present note has been prepared by the secretariat."],
    ),
    "footnotes": TEXTS["footnotes"],
    "annexes": TEXTS["annexes"],
    "proposes": Field(
        Many(Line(), single=True),
        "the ids of the decisions that it proposes",
        names=("decisions",),
        example=["mc-6-draft-cooperation"],
    ),
    "topics": DECISION["topics"],
    "source": SOURCED,
    "allow": DECISION["allow"],
}

DOCUMENT_TEXTS: Fields = {
    key: DOCUMENT[key] for key in ("title", "subtitle", "blocks", "footnotes", "annexes")
}

#: The lists that a file may hold, by its top-level key.
LISTS: Mapping[str, Fields] = {
    "decisions": DECISION,
    "activities": ACTIVITY,
    "areas": AREA,
    "services": SERVICE,
    "documents": DOCUMENT,
    "conventions": CONVENTION,
    "meetings": MEETING,
    "actors": ACTOR,
    "topics": TOPIC,
}

#: The same for a file under translations/<language>/.
TRANSLATION_LISTS: Mapping[str, Fields] = {
    "decisions": {**IDENTITY, **TEXTS},
    "documents": {"symbol": IDENTITY["symbol"], "id": IDENTITY["id"], **DOCUMENT_TEXTS},
}

__all__ = [
    "ANNEX_FIELDS",
    "BODY",
    "LISTS",
    "PART_FIELDS",
    "SOURCE",
    "TRANSLATION_LISTS",
    "Fields",
]
