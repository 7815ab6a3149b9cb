"""Findings that an editor accepts knowingly: `allow` on a decision or document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from acquis.check.divided import Record, spot
from acquis.finding import Finding, Level, Rule, suggest
from acquis.model.decision import Decision
from acquis.model.document import Document

ALLOW_UNKNOWN = Rule(
    "allow-unknown",
    Level.ERROR,
    "`allow` names a rule that does not exist, or one that cannot be accepted because the site "
    "would be broken.",
    "name the rule that stands in brackets in the finding, or mend what it finds",
)
ALLOW_UNUSED = Rule(
    "allow-unused",
    Level.WARNING,
    "`allow` accepts a finding that there is not, and would hide one that comes later.",
    "remove the entry",
)


def allowed(
    record: Record, found: Iterable[Finding], allowable: Collection[str], known: Collection[str]
) -> Iterator[Finding]:
    """The findings on a record that it does not accept, and what is wrong with its `allow`.

    `allowable` are the ids of rules that may be accepted, `known` those of all rules.
    """
    entries = record.allow if isinstance(record, Decision | Document) else ()
    accepted = {entry.rule for entry in entries} & set(allowable)
    fired = set()
    for finding in found:
        if finding.rule in accepted:
            fired.add(finding.rule)
        else:
            yield finding
    for place, entry in enumerate(entries):
        at = spot(record.spots, record.at, f"allow.{place}.rule")
        if entry.rule not in allowable:
            if entry.rule in known:
                message = f'"{entry.rule}" cannot be accepted'
                yield ALLOW_UNKNOWN.at(at, message, "mend what it finds, and remove the entry")
            else:
                message = f'there is no rule "{entry.rule}"'
                yield ALLOW_UNKNOWN.at(at, message, suggest(entry.rule, allowable))
        elif entry.rule not in fired:
            yield ALLOW_UNUSED.at(at, f'"{entry.rule}" finds nothing in this record')
