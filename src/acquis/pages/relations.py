"""How a decision stands to others, in both directions, as its page tells."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from acquis.model.decision import RELATIONS, Decision
from acquis.pages.edition import Edition

#: So many decisions are named in a row that follows from the texts; the list of citations has all.
SHOWN = 8


class Row(NamedTuple):
    """A relation by its name, and with whom: decisions known here, and names of those that are not.

    `inferred` is for what the data do not state but the texts tell; `more` is how many are left
    out. `passive` is for what others do to the decision.
    """

    name: str
    known: list[Decision]
    unknown: list[str]
    inferred: bool = False
    more: int = 0
    passive: bool = False


def relations(decision: Decision, edition: Edition) -> list[Row]:
    """A decision's relations in both directions; what is stated stands before what is inferred."""
    names = relation_names(edition)
    found: dict[tuple[bool, str], tuple[list[Decision], list[str]]] = {}
    links, corpus = edition.links, edition.corpus
    for relation in links.outgoing.get(decision.slug, ()):
        if relation.inferred and not relation.target:
            continue  # it is a link in the text itself
        known, unknown = found.setdefault((relation.inferred, relation.kind), ([], []))
        if relation.target:
            known.append(corpus.decisions[relation.target])
        else:
            unknown.append(relation.name)
    mirrored = links.mirrors.get(decision.slug, ())
    if mirrored:
        found[False, "mirrors"] = ([corpus.decisions[slug] for slug in mirrored], [])
    for relation in links.incoming.get(decision.slug, ()):
        known, _ = found.setdefault((relation.inferred, RELATIONS[relation.kind]), ([], []))
        known.append(corpus.decisions[relation.source])
    rows = []
    for (inferred, kind), (known, unknown) in sorted(found.items(), key=lambda row: row[0][0]):
        if inferred:
            known.sort(key=lambda one: one.adopted or datetime.date.min, reverse=True)
        kept = known[:SHOWN] if inferred else known
        passive = kind not in RELATIONS
        rows.append(Row(names[kind], kept, unknown, inferred, len(known) - len(kept), passive))
    return rows


def relation_names(edition: Edition) -> dict[str, str]:
    """What each relation and its reverse are called."""
    _ = edition.gettext
    return {
        "recalls": _("Recalls"),
        "recalled by": _("Recalled by"),
        "reaffirms": _("Reaffirms"),
        "reaffirmed by": _("Reaffirmed by"),
        "mirrors": _("Mirrors, in other conventions"),
        "amends": _("Amends"),
        "amended by": _("Amended by"),
        "supersedes": _("Supersedes"),
        "superseded by": _("Superseded by"),
        "implements": _("Implements"),
        "implemented by": _("Implemented by"),
        "adopts": _("Adopts the draft"),
        "adopted as": _("Adopted as"),
        "proposes": _("Proposes"),
        "proposed by": _("Proposed by"),
    }
