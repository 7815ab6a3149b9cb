"""Checking: a corpus is held against the rules, and what an editor should know is found.

A rule is a `Rule` and a function beside it that yields its findings on one record. To add one,
write both in the module of their subject and enter them in the table here; its golden folder
tests/golden/rules/<rule-id>/ and its entry in the reference then are asked for by the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from acquis.check import (
    adoption,
    allow,
    brackets,
    cited,
    citing,
    equivalent,
    footnotes,
    former,
    items,
    languages,
    ledger,
    mirrors,
    named,
    numbers,
    periods,
    relating,
    symbols,
    texts,
    translations,
    urls,
)
from acquis.check.divided import Divide, Divided, Record
from acquis.finding import Finding, Level, Rule
from acquis.link import Links
from acquis.load import rules as form
from acquis.model.activity import Area, Service
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.model.institution import Body

__all__ = [
    "CHECKS",
    "LEDGER",
    "OF_SOURCES",
    "RULES",
    "Check",
    "check",
    "check_record",
    "check_share",
    "faults",
    "records",
]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule and the function that finds where a record breaks it.

    `allowable` is whether a record may accept its findings with `allow`: not where the site
    would be broken or unsafe.
    """

    rule: Rule
    find: Callable[[Record, Divided], Iterator[Finding]]
    allowable: bool = True


#: Every rule on a record, in the order of the reference.
CHECKS: tuple[Check, ...] = (
    Check(named.MEETING_UNKNOWN, named.meetings),
    Check(named.BODY_UNKNOWN, named.bodies),
    Check(named.ACTOR_UNKNOWN, named.actors),
    Check(named.CONVENTION_UNKNOWN, named.conventions),
    Check(named.TOPIC_UNKNOWN, named.topics),
    Check(named.AREA_UNKNOWN, named.areas),
    Check(cited.DECISION_UNKNOWN, cited.decisions),
    Check(cited.PARAGRAPH_UNKNOWN, cited.paragraphs),
    Check(cited.DOCUMENT_UNKNOWN, cited.documents),
    Check(citing.CITATION_UNKNOWN, citing.texts),
    Check(citing.CITATION_PART_UNKNOWN, citing.parts),
    Check(cited.RELATION_SELF, cited.itself),
    Check(relating.RELATION_CIRCULAR, relating.circles, allowable=False),
    Check(relating.RELATION_EARLY, relating.early),
    Check(relating.RELATION_CONTRADICTORY, relating.contradictory),
    Check(relating.CITATION_SUPERSEDED, relating.superseded),
    Check(mirrors.MIRROR_LIKELY, mirrors.likely),
    Check(symbols.SYMBOL_MISFIT, symbols.symbols),
    Check(symbols.BODY_MISFIT, symbols.bodies),
    Check(symbols.BODY_MISSING, symbols.missing),
    Check(footnotes.FOOTNOTE_MISSING, footnotes.missing),
    Check(footnotes.FOOTNOTE_UNUSED, footnotes.unused),
    Check(numbers.NUMBER_REPEATED, numbers.repeated),
    Check(numbers.NUMBER_JUMP, numbers.jumps),
    Check(items.ITEMS_WITHOUT_INTRODUCTION, items.without),
    Check(adoption.ADOPTED_MISSING, adoption.missing),
    Check(adoption.ADOPTED_OUTSIDE_MEETING, adoption.outside),
    Check(adoption.ADOPTED_EARLY, adoption.early),
    Check(adoption.DUE_EARLY, adoption.due),
    Check(adoption.SESSION_REVERSED, adoption.sessions),
    Check(brackets.BRACKETS_IN_ADOPTED, brackets.left),
    Check(texts.TITLE_MISSING, texts.titles),
    Check(texts.TEXT_MISSING, texts.missing),
    Check(texts.TEXT_LISTED, texts.listed),
    Check(texts.FIGURE_OUTSIDE, texts.figures, allowable=False),
    Check(texts.HASH_INVALID, texts.hashes),
    Check(urls.LINK_UNSAFE, urls.links, allowable=False),
    Check(urls.LINK_UNSAFE, urls.urls, allowable=False),
    Check(languages.LANGUAGE_UNKNOWN, languages.languages),
    Check(translations.TRANSLATION_DIFFERS, translations.differing),
    Check(equivalent.TRANSLATION_NUMBER, equivalent.numbers),
    Check(equivalent.TRANSLATION_CITATION, equivalent.citations),
    Check(equivalent.TRANSLATION_LANGUAGE, equivalent.languages),
    Check(periods.PERIOD_INVALID, periods.periods),
    Check(former.FORMERLY_TAKEN, former.taken, allowable=False),
    Check(former.FORMERLY_UNUSABLE, former.unusable, allowable=False),
)

#: Every rule, those on the form of the data first.
RULES: tuple[Rule, ...] = (
    *form.RULES,
    *dict.fromkeys(entry.rule for entry in CHECKS),
    ledger.ADDRESS_DROPPED,
    allow.ALLOW_UNKNOWN,
    allow.ALLOW_UNUSED,
)

_ALLOWABLE = frozenset(entry.rule.id for entry in CHECKS if entry.allowable)
_KNOWN = frozenset(rule.id for rule in RULES)

#: Rules on the words and numbers of a text as it is printed, which an official text may break.
OF_SOURCES = frozenset(
    rule.id
    for rule in (
        footnotes.FOOTNOTE_MISSING,
        footnotes.FOOTNOTE_UNUSED,
        numbers.NUMBER_REPEATED,
        numbers.NUMBER_JUMP,
        brackets.BRACKETS_IN_ADOPTED,
        translations.TRANSLATION_DIFFERS,
        equivalent.TRANSLATION_NUMBER,
        equivalent.TRANSLATION_CITATION,
        equivalent.TRANSLATION_LANGUAGE,
    )
)

#: The ledger of published addresses, as findings name it.
LEDGER = "data/addresses.txt"


def check(
    corpus: Corpus,
    divided: Divide | None = None,
    ledger_file: str = LEDGER,
    links: Links | None = None,
) -> Iterator[Finding]:
    """Yield what is wrong with a corpus; nothing is raised for what stands in the data.

    `divided` divides a text, for a caller that keeps the divisions; default: the model's
    `divide`. `ledger_file` is the name of the ledger in findings. `links` are those of the corpus,
    for a caller that has them.
    """
    made: list[str] = []
    texts_divided = Divided(corpus, divided, links)
    for record in records(corpus):
        yield from check_record(record, texts_divided, made)
    yield from ledger.dropped(corpus, made, ledger_file)


def check_record(record: Record, divided: Divided, made: list[str]) -> Iterator[Finding]:
    """What is wrong with one record.

    Its addresses go to `made`, where the corpus has a ledger: `dropped` of `acquis.check.ledger`
    judges those of all records together.
    """
    found = (finding for entry in CHECKS for finding in entry.find(record, divided))
    yield from allow.allowed(record, found, _ALLOWABLE, _KNOWN)
    if divided.corpus.published is not None and not isinstance(record, Body | Area | Service):
        made.extend(ledger.of(record, divided))


def faults(
    among: Iterable[Decision | Document], corpus: Corpus, links: Links
) -> Iterator[tuple[Decision | Document, list[Finding]]]:
    """What is wrong with the words and numbers of texts, beyond what they accept.

    In the official text of a record, these are the source's own faults. Notices are left out.
    """
    divided = Divided(corpus, links=links)
    entries = [entry for entry in CHECKS if entry.rule.id in OF_SOURCES]
    for record in among:
        accepted = {entry.rule for entry in record.allow}
        found = [
            finding
            for entry in entries
            if entry.rule.id not in accepted
            for finding in entry.find(record, divided)
            if finding.level is not Level.NOTICE
        ]
        if found:
            yield record, found


def records(corpus: Corpus) -> Iterator[Record]:
    """Everything that the data hold."""
    yield from corpus.records()
    for convention in corpus.conventions.values():
        yield convention
        yield from convention.bodies
    yield from corpus.meetings.values()
    yield from corpus.actors.values()
    yield from corpus.topics.values()
    yield from corpus.areas.values()
    yield from corpus.activities.values()
    yield from corpus.services.values()
