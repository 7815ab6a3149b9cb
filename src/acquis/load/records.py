"""The shape of every record: which keys it has, what they mean, and what must be there.

These tables are the reference of the YAML format: the loader reads by them, and the published
schema is made from them.
"""

from __future__ import annotations

from collections.abc import Mapping

from acquis.load.blocks import ANNEX_FIELDS, PART_FIELDS, AnnexShape, Blocks, Footnotes, PartShape
from acquis.load.shape import (
    Choice,
    Day,
    Field,
    InLanguages,
    Keyed,
    Line,
    Many,
    Number,
    Record,
    SymbolPattern,
    Truth,
    Worded,
)
from acquis.model import activity, decision, document
from acquis.model.institution import Session

Fields = Mapping[str, Field]

_ID = Field(Line(), "its id: a–z, 0–9 and hyphens", required=True)

SOURCE = Record(
    {
        "document": Field(Line(), "the document's id or symbol"),
        "paragraph": Field(Line(number=True), "the paragraph in it, such as 4 or 4 (c)"),
        "url": Field(Line(), "the address at which it was read"),
        "sha256": Field(Line(), "the hash of the file it was taken from"),
        "note": Field(Line(), "what else there is to say of the source"),
    },
    decision.Source,
)

_SOURCE = Field(SOURCE, "where it was read")

#: The texts of a decision, which a translation repeats.
TEXTS: Fields = {
    "title": Field(Line(), "its title"),
    "subtitle": Field(Line(), "its subtitle"),
    "opening": Field(Line(), "its opening; default: the bodies'; none for none"),
    "preamble": Field(Blocks(), "its preambular paragraphs"),
    "operative": Field(Blocks(), "its operative paragraphs"),
    "footnotes": Field(Footnotes(), "its footnotes, by label as printed"),
    "annexes": Field(Many(AnnexShape()), "its annexes"),
    "parts": Field(Many(PartShape()), "its parts A, B …, in place of preamble and operative"),
}

IDENTITY: Fields = {
    "symbol": Field(Line(), "its symbol, unique together with its kind"),
    "id": Field(
        Line(), "the last part of its address, where that is not to follow from the symbol"
    ),
    "kind": Field(Line(), "decision, resolution, recommendation …; default: the body's"),
}

DECISION: Fields = {
    **IDENTITY,
    "formerly": Field(Many(Line()), "former ids, whose addresses lead here"),
    "language": Field(Line(), "the language of the text; default: the site's first"),
    "meeting": Field(Line(), "the id of the meeting that adopted it"),
    "bodies": Field(Many(Line()), "the bodies that adopted it; default: the meeting's"),
    "status": Field(Choice(decision.STATUSES), "draft, adopted, withdrawn or listed"),
    "adopted": Field(Day(), "the day of its adoption"),
    "adopted_at": Field(Line(), "the sitting that adopted it, such as 5th plenary meeting"),
    "agenda_item": Field(Many(Line(number=True), single=True), "the agenda item or items"),
    "draft": Field(
        Record(
            {
                "symbol": Field(Line(), "the symbol of the proposal"),
                "submitted_by": Field(Line(), "who submitted it"),
            },
            decision.Draft,
        ),
        "the proposal that it goes back to",
    ),
    "steps": Field(
        Many(
            Record(
                {
                    "outcome": Field(Line(), "what happened", required=True),
                    "date": Field(Day(), "when"),
                    "document": Field(Line(), "the symbol of the document"),
                    "by": Field(Line(), "by whom"),
                },
                decision.Step,
            )
        ),
        "the steps on the way to its adoption",
    ),
    "vote": Field(
        Record(
            {
                "for": Field(Number(), "votes in favour", required=True),
                "against": Field(Number(), "votes against", required=True),
                "abstaining": Field(Number(), "abstentions", required=True),
            },
            decision.Vote,
        ),
        "the recorded vote",
    ),
    "source": _SOURCE,
    "verified": Field(
        Record(
            {
                "by": Field(Line(), "who proofread it", required=True),
                "on": Field(Day(), "when", required=True),
                "against": Field(Line(), "against which document", required=True),
                "sha256": Field(Line(), "the hash of that document's file"),
            },
            decision.Verified,
        ),
        "who proofread it against what",
    ),
    "corrections": Field(
        Many(
            Record(
                {
                    "date": Field(Day(), "when it was issued"),
                    "source": Field(Line(), "the document that corrects"),
                    "note": Field(Line(), "what it corrects", required=True),
                },
                decision.Correction,
            )
        ),
        "official corrections that the text carries",
    ),
    "topics": Field(Many(Line()), "the ids of its topics"),
    "relations": Field(
        Keyed(Many(Line(), single=True), tuple(decision.RELATIONS)),
        "how it stands to other decisions; the reverse is computed",
    ),
    "description": Field(Line(), "what a source says of it, where its text is not held"),
    "allow": Field(
        Many(
            Record(
                {
                    "rule": Field(Line(), "the rule's id", required=True),
                    "reason": Field(Line(), "why it is accepted", required=True),
                },
                decision.Allowed,
            )
        ),
        "findings that are accepted knowingly",
    ),
    **TEXTS,
}

DOCUMENT: Fields = {
    "symbol": IDENTITY["symbol"],
    "id": IDENTITY["id"],
    "kind": Field(Choice(document.KINDS), "what sort of document it is"),
    "formerly": DECISION["formerly"],
    "language": DECISION["language"],
    "title": TEXTS["title"],
    "subtitle": TEXTS["subtitle"],
    "meeting": Field(Many(Line(), single=True), "the id of its meeting"),
    "meetings": Field(Many(Line()), "the ids of its meetings, where there are several"),
    "status": Field(Choice(document.STATUSES), "listed, where its text is not held"),
    "description": DECISION["description"],
    "blocks": Field(Blocks(), "its headings and paragraphs, numbers running on"),
    "footnotes": TEXTS["footnotes"],
    "annexes": TEXTS["annexes"],
    "proposes": Field(Many(Line(), single=True), "the ids of the decisions that it proposes"),
    "topics": DECISION["topics"],
    "source": _SOURCE,
    "allow": DECISION["allow"],
}

DOCUMENT_TEXTS: Fields = {
    key: DOCUMENT[key] for key in ("title", "subtitle", "blocks", "footnotes", "annexes")
}

BODY: Fields = {
    "id": _ID,
    "name": Field(Worded(), "its official name", required=True),
    "short": Field(Worded(), "its name where only a few words fit"),
    "opening": Field(Worded(), "how its texts open: The Conference of the Parties"),
    "kind": Field(Line(), "what its texts are: decision, resolution …"),
    "symbols": Field(Many(SymbolPattern()), "how the symbols of its texts are written"),
    "cited_as": Field(
        InLanguages(SymbolPattern()), "how running text cites them; by language where it differs"
    ),
    "called": Field(
        InLanguages(Line()), "what running text calls the body where it cites a text as the body's"
    ),
    "first_meeting": Field(
        Number(), "the first meeting whose symbols have its number as {meeting}; default: 1"
    ),
    "document_symbols": Field(Many(SymbolPattern()), "how those of its documents are written"),
    "meeting_id": Field(SymbolPattern(), "the id of a meeting, from a symbol's placeholders"),
    "address": Field(Line(), "how an official address of a text is made"),
    "document_address": Field(Line(), "how an official address of a document is made"),
    "titles": Field(Truth(), "whether its texts have titles; default: true"),
}

CONVENTION: Fields = {
    "id": _ID,
    "name": Field(Worded(), "its official name", required=True),
    "short": Field(Worded(), "its name where only a few words fit"),
    "description": Field(Worded(), "what it is, in a sentence"),
    "url": Field(Line(), "its official site"),
    "bodies": Field(Many(Record(BODY, lambda **values: values)), "its bodies"),
    "source": _SOURCE,
}

MEETING: Fields = {
    "id": _ID,
    "name": Field(Worded(), "its name", required=True),
    "bodies": Field(Many(Line()), "the bodies that met", required=True),
    "sessions": Field(
        Many(
            Record(
                {
                    "from": Field(Day(), "its first day"),
                    "to": Field(Day(), "its last day"),
                    "place": Field(Line(), "where it was held"),
                },
                Session,
            )
        ),
        "when and where it sat",
    ),
    "complete": Field(Truth(), "whether all its decisions are held here"),
    "report": Field(Line(), "the symbol of its report"),
    "description": Field(Worded(), "what else there is to say"),
    "source": _SOURCE,
}

ACTOR: Fields = {
    "id": _ID,
    "name": Field(Worded(), "its name", required=True),
    "of": Field(Many(Line(), single=True), "the conventions or actors that it belongs to"),
    "kind": Field(Line(), "what it is: secretariat, group …"),
    "description": Field(Worded(), "what it does"),
    "source": _SOURCE,
}

TOPIC: Fields = {
    "id": _ID,
    "name": Field(Worded(), "its name", required=True),
    "description": Field(Worded(), "what it takes in"),
}

AREA: Fields = {
    "id": _ID,
    "title": Field(Worded(), "its title", required=True),
    "description": Field(Worded(), "what it takes in"),
    "source": _SOURCE,
}

ACTIVITY: Fields = {
    "id": _ID,
    "title": Field(Worded(), "its title", required=True),
    "area": Field(Many(Line(), single=True), "the id of its area"),
    "period": Field(Line(), "a year or years, such as 2026-2027"),
    "status": Field(Choice(activity.STATUSES), "planned, ongoing or completed"),
    "lead": Field(Many(Line(), single=True), "the ids of those who lead it"),
    "partners": Field(Many(Line(), single=True), "the ids of those who take part"),
    "mandates": Field(Many(Line(), single=True), "what asks for it, such as MC-5/19 para 2"),
    "description": Field(Worded(), "what it is"),
    "outputs": Field(Many(Worded(), single=True), "what came of it"),
    "source": _SOURCE,
}

SERVICE: Fields = {
    "id": _ID,
    "provider": Field(Line(), "the id of the actor that provides it", required=True),
    "recipient": Field(Line(), "the id of the actor that receives it", required=True),
    "what": Field(Many(Worded(), single=True), "what is provided", required=True),
    "period": ACTIVITY["period"],
    "status": Field(Choice(activity.SERVICE_STATUSES), "requested or provided"),
    "cost_recovery": Field(Truth(), "whether on a cost recovery basis"),
    "for": Field(Many(Line(), single=True), "the ids of the meetings it is for"),
    "mandates": ACTIVITY["mandates"],
    "description": ACTIVITY["description"],
    "source": _SOURCE,
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

__all__ = ["ANNEX_FIELDS", "LISTS", "PART_FIELDS", "TRANSLATION_LISTS", "Fields"]
