"""Citations and relations in the JSON export: what a text cites, what cites it, how they relate.

`start` and `end` count the characters of the plain words of the unit, footnote or part at
`anchor` (of a table, of the cell). Addresses are those of the site's default language.
"""

from __future__ import annotations

from acquis import text
from acquis.citation import Naming
from acquis.citation.sentence import excerpt
from acquis.exporters.values import Object, known
from acquis.link import Links, Relation
from acquis.model.address import address
from acquis.model.corpus import Corpus
from acquis.model.decision import RELATIONS, Decision
from acquis.model.document import Document


def citations_json(record: Decision | Document, language: str, links: Links) -> list[Object]:
    """What a text cites in one language, in reading order."""
    return [
        {
            "anchor": one.anchor,
            "start": one.start,
            "end": one.end,
            "text": one.text,
            **({"symbol": one.symbol} if one.symbol else {}),
            **({"part": one.part} if one.part else {}),
            **({"target": one.target} if one.target else {}),
        }
        for one in links.citations.of(record).get(language, ())
    ]


def cited_by_json(record: Decision | Document, language: str, links: Links) -> list[Object]:
    """Where a text is cited in texts of one language, in the corpus' order."""
    namings = links.citations.naming(record)
    return [_naming(one) for one in namings if one.citation.language == language]


def _naming(naming: Naming) -> Object:
    one = naming.citation
    sentence = excerpt(text.plain(one.passage.words), one.start, one.end)
    return {
        **({"part": naming.anchor} if naming.anchor else {}),
        "url": f"{naming.source}#{one.anchor}",
        "sentence": str(sentence),
    }


def related_json(record: Decision, corpus: Corpus, links: Links) -> list[Object]:
    """The relations of a decision, its own and then those of others to it."""
    own = [
        _relation(one, one.kind, one.name, one.target, corpus)
        for one in links.outgoing.get(record.slug, ())
    ]
    mirrors = [
        _relation(
            Relation("mirrors", record.slug, corpus.decisions[slug].name, slug),
            *("mirrors", corpus.decisions[slug].name, slug, corpus),
        )
        for slug in links.mirrors.get(record.slug, ())
    ]
    others = [
        _relation(one, RELATIONS[one.kind], corpus.decisions[one.source].name, one.source, corpus)
        for one in links.incoming.get(record.slug, ())
    ]
    return [*own, *mirrors, *others]


def _relation(one: Relation, kind: str, name: str, slug: str, corpus: Corpus) -> Object:
    return {
        "kind": kind,
        "name": text.plain(name),
        "url": address(corpus.decisions[slug]) if slug else None,
        "inferred": one.inferred,
        "anchor": known(one.anchor),
    }
