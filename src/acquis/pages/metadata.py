"""What a page says of itself to programs: Dublin Core, and schema.org's Legislation as JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.institution import Convention
from acquis.model.unit import Division
from acquis.pages.html import escaped
from acquis.text import plain

HUES = 6  # colours for conventions in tokens.css
_HARMFUL = [(one, f"\\u{ord(one):04x}") for one in "<>&\u2028\u2029"]
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def dublin_core(decision: Decision, corpus: Corpus, language: str) -> Markup:
    """The terms of Dublin Core that are known of a decision (DCMI Metadata Terms)."""
    version = decision.version(language)
    known = [
        ("DC.title", plain(version.title)),
        ("DC.identifier", decision.symbol),
        ("DC.type", decision.kind),
        ("DC.language", version.language),
        ("DC.date", decision.adopted.isoformat() if decision.adopted else ""),
        *(("DC.creator", body.name.form(language)) for body in bodies(decision, corpus)),
        *(("DC.subject", corpus.topics[id_].name.form(language)) for id_ in decision.topics
          if id_ in corpus.topics),
        ("DC.source", decision.source.url if decision.source else ""),
    ]  # fmt: skip
    elements = [
        f'<meta name="{name}" content="{escaped(value)}">\n' for name, value in known if value
    ]
    return Markup("".join(elements))  # noqa: S704  # it is HTML


def legislation(decision: Decision, corpus: Corpus, division: Division, language: str) -> Markup:
    """A decision and its paragraphs as schema.org/Legislation, without any claim about their force.

    Addresses are relative to the page (JSON-LD 1.1, section 4.1.3), so they hold wherever it lies.
    """
    version = decision.version(language)
    value: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": "",
        "name": plain(version.title) or decision.name,
        "legislationType": decision.kind,
        "inLanguage": version.language,
    }
    if decision.symbol:
        value["legislationIdentifier"] = decision.symbol
    if decision.adopted:
        value["legislationDate"] = decision.adopted.isoformat()
    passed = [body.name.form(language) for body in bodies(decision, corpus)]
    if passed:
        value["legislationPassedBy"] = [{"@type": "Organization", "name": name} for name in passed]
    around = {
        convention.id: convention.name.form(language)
        for convention in conventions(decision, corpus)
    }
    if around:
        value["isPartOf"] = [{"@type": "CreativeWork", "name": name} for name in around.values()]
    parts = _parts(division) if version is decision.original else []
    if parts:
        value["hasPart"] = parts
    html = f'<script type="application/ld+json">{harmless(value)}</script>\n'
    return Markup(html)  # noqa: S704  # it is HTML


def _parts(division: Division) -> list[dict[str, str]]:
    """The numbered paragraphs, told once: those of a translation have the same anchors."""
    return [
        {
            "@type": "Legislation",
            "@id": f"#{unit.anchor}",
            "legislationIdentifier": unit.number.rstrip("."),
        }
        for unit in division.walk()
        if unit.number and unit.kind == "paragraph" and unit.part == "operative" and not unit.depth
    ]


def harmless(value: object) -> Markup:
    """JSON that cannot end the script element in which it stands."""
    text = _ENCODER.encode(value)
    for character, written in _HARMFUL:
        text = text.replace(character, written)
    return Markup(text)  # noqa: S704  # every character that means something in HTML is gone


def bodies(decision: Decision, corpus: Corpus) -> list[Any]:
    """The bodies that adopted a decision, so far as they are known."""
    return [corpus.bodies[id_] for id_ in decision.bodies if id_ in corpus.bodies]


def conventions(decision: Decision, corpus: Corpus) -> list[Convention]:
    """The conventions whose bodies adopted a decision, each once."""
    ids = dict.fromkeys(body.convention for body in bodies(decision, corpus))
    return [corpus.conventions[id_] for id_ in ids]


def hue(decision: Decision, corpus: Corpus) -> int:
    """The number of its convention's colour, 0 where it has none."""
    order = list(corpus.conventions)
    first = next((order.index(one.id) for one in conventions(decision, corpus)), None)
    return 0 if first is None else first % HUES + 1
