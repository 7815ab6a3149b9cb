"""The shape of what stands around the texts: conventions, meetings, actors, topics, activities."""

from __future__ import annotations

from acquis.load.shape import (
    Choice,
    Day,
    Field,
    Fields,
    Id,
    InLanguages,
    Line,
    Many,
    Number,
    Record,
    SymbolPattern,
    Truth,
    Worded,
)
from acquis.model import activity
from acquis.model.decision import Source
from acquis.model.institution import Session

_ID = Field(Id(), "its id: a–z, 0–9 and hyphens", required=True, example="cop-6")

SOURCE = Record(
    {
        "document": Field(
            Line(), "the document's id or symbol", names=("documents",), example="MC/COP.6/25"
        ),
        "paragraph": Field(
            Line(number=True), "the paragraph in it, such as 4 or 4 (c)", example="4 (c)"
        ),
        "url": Field(
            Line(), "the address at which it was read", example="https://example.org/cop-6/25"
        ),
        "sha256": Field(
            Line(),
            "the hash of the file it was taken from",
            example="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        ),
        "note": Field(
            Line(),
            "what else there is to say of the source",
            example="Read in the English version.",
        ),
    },
    Source,
)

SOURCED = Field(SOURCE, "where it was read", example={"document": "MC/COP.6/25", "paragraph": "4"})

BODY: Fields = {
    "id": _ID,
    "name": Field(
        Worded(), "its official name", required=True, example="Conference of the Parties"
    ),
    "short": Field(Worded(), "its name where only a few words fit", example="COP"),
    "opening": Field(
        Worded(),
        "how its texts open: The Conference of the Parties",
        example="The Conference of the Parties",
    ),
    "kind": Field(Line(), "what its texts are: decision, resolution …", example="decision"),
    "symbols": Field(
        Many(SymbolPattern()),
        "how the symbols of its texts are written",
        example=["MC-{meeting}/{number}"],
    ),
    "cited_as": Field(
        InLanguages(SymbolPattern()),
        "how running text cites them; by language where it differs",
        example=["decision MC-{meeting}/{number}"],
    ),
    "called": Field(
        InLanguages(Line()),
        "what running text calls the body where it cites a text as the body's",
        example=["Conference of the Parties"],
    ),
    "first_meeting": Field(
        Number(),
        "the first meeting whose symbols have its number as {meeting}; default: 1",
        example=1,
    ),
    "document_symbols": Field(
        Many(SymbolPattern()),
        "how those of its documents are written",
        example=["MC/COP.{meeting}/{number}"],
    ),
    "meeting_id": Field(
        SymbolPattern(),
        "the id of a meeting, from a symbol's placeholders",
        example="cop-{meeting}",
    ),
    "address": Field(
        Line(),
        "how an official address of a text is made",
        example="https://example.org/decisions/{symbol}",
    ),
    "document_address": Field(
        Line(),
        "how an official address of a document is made",
        example="https://example.org/documents/{symbol}",
    ),
    "titles": Field(Truth(), "whether its texts have titles; default: true", example=True),
}

CONVENTION: Fields = {
    "id": _ID,
    "name": Field(Worded(), "its official name", required=True, example="Convention on Mercury"),
    "short": Field(Worded(), "its name where only a few words fit", example="Mercury Convention"),
    "description": Field(
        Worded(),
        "what it is, in a sentence",
        example="A treaty to protect health and the environment.",
    ),
    "url": Field(Line(), "its official site", example="https://example.org/"),
    "bodies": Field(
        Many(Record(BODY, lambda **values: values)),
        "its bodies",
        example=[{"id": "cop", "name": "Conference of the Parties"}],
    ),
    "source": SOURCED,
}

MEETING: Fields = {
    "id": _ID,
    "name": Field(
        Worded(),
        "its name",
        required=True,
        example="Sixth meeting of the Conference of the Parties",
    ),
    "bodies": Field(
        Many(Line()), "the bodies that met", required=True, names=("bodies",), example=["cop"]
    ),
    "sessions": Field(
        Many(
            Record(
                {
                    "from": Field(Day(), "its first day", example="2025-11-03"),
                    "to": Field(Day(), "its last day", example="2025-11-07"),
                    "place": Field(Line(), "where it was held", example="Geneva"),
                },
                Session,
            )
        ),
        "when and where it sat",
        example=[{"from": "2025-11-03", "to": "2025-11-07", "place": "Geneva"}],
    ),
    "complete": Field(Truth(), "whether all its decisions are held here", example=True),
    "report": Field(
        Line(), "the symbol of its report", names=("documents",), example="MC/COP.6/25"
    ),
    "description": Field(Worded(), "what else there is to say", example="Resumed in Bali in 2022."),
    "source": SOURCED,
}

ACTOR: Fields = {
    "id": _ID,
    "name": Field(Worded(), "its name", required=True, example="Executive Secretary"),
    "of": Field(
        Many(Line(), single=True),
        "the conventions or actors that it belongs to",
        names=("conventions", "actors"),
        example="secretariat",
    ),
    "kind": Field(Line(), "what it is: secretariat, group …", example="secretariat"),
    "description": Field(Worded(), "what it does", example="Heads the secretariat."),
    "source": SOURCED,
}

TOPIC: Fields = {
    "id": _ID,
    "name": Field(Worded(), "its name", required=True, example="Cooperation"),
    "description": Field(Worded(), "what it takes in", example="Cooperation between conventions."),
}

AREA: Fields = {
    "id": _ID,
    "title": Field(Worded(), "its title", required=True, example="Technical assistance"),
    "description": Field(
        Worded(), "what it takes in", example="Assistance through regional centres."
    ),
    "source": SOURCED,
}

ACTIVITY: Fields = {
    "id": _ID,
    "title": Field(Worded(), "its title", required=True, example="Training of negotiators"),
    "area": Field(
        Many(Line(), single=True),
        "the id of its area",
        names=("areas",),
        example="technical-assistance",
    ),
    "period": Field(Line(), "a year or years, such as 2026-2027", example="2026-2027"),
    "status": Field(Choice(activity.STATUSES), "planned, ongoing or completed", example="planned"),
    "lead": Field(
        Many(Line(), single=True),
        "the ids of those who lead it",
        names=("actors",),
        example="secretariat",
    ),
    "partners": Field(
        Many(Line(), single=True),
        "the ids of those who take part",
        names=("actors",),
        example=["secretariat"],
    ),
    "mandates": Field(
        Many(Line(), single=True),
        "what asks for it, such as MC-5/19 para 2",
        names=("mandates",),
        example="MC-5/19 para 2",
    ),
    "description": Field(Worded(), "what it is", example="Workshops before each meeting."),
    "outputs": Field(
        Many(Worded(), single=True), "what came of it", example=["A handbook for chairs"]
    ),
    "source": SOURCED,
}

SERVICE: Fields = {
    "id": _ID,
    "provider": Field(
        Line(),
        "the id of the actor that provides it",
        required=True,
        names=("actors",),
        example="secretariat",
    ),
    "recipient": Field(
        Line(),
        "the id of the actor that receives it",
        required=True,
        names=("actors",),
        example="secretariat",
    ),
    "what": Field(
        Many(Worded(), single=True), "what is provided", required=True, example=["registration"]
    ),
    "period": ACTIVITY["period"],
    "status": Field(
        Choice(activity.SERVICE_STATUSES), "requested or provided", example="requested"
    ),
    "cost_recovery": Field(Truth(), "whether on a cost recovery basis", example=True),
    "for": Field(
        Many(Line(), single=True),
        "the ids of the meetings it is for",
        names=("meetings",),
        example="cop-6",
    ),
    "mandates": ACTIVITY["mandates"],
    "description": ACTIVITY["description"],
    "source": SOURCED,
}
