"""The ledger of published addresses: none of them may die.

`data/addresses.txt` has one address a line, from the site's root and without a language, such as
`decisions/mc-5-19/`, or an address with an anchor, such as `decisions/mc-5-19/#para-4`. The lines
are sorted. Empty lines and lines that begin with `;` say nothing. Of a mirror group there is one
line for each member (`mirrors/mc-5-19/`): whoever joins, all of them lead to the group.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from acquis.check.divided import Divide, Divided, anchors
from acquis.finding import Finding, Level, Rule
from acquis.model.address import Record as Addressed
from acquis.model.address import address, former, mirrors_address
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.position import Position

ADDRESS_DROPPED = Rule(
    "address-dropped",
    Level.ERROR,
    "An address that was published would lead nowhere: people have cited it and linked to it. The "
    "ledger data/addresses.txt holds all of them. `formerly` lets an old address lead to the new "
    "one, and an old anchor too, where the new text has it.",
    "restore the record or the paragraph; or, where it has another address now, name the old one "
    "under `formerly` there",
)


def lines(corpus: Corpus, divided: Divide | None = None) -> list[str]:
    """The lines of a ledger that holds every address and anchor of a corpus, sorted."""
    texts = Divided(corpus, divided)
    return sorted(line for record in addressed(corpus) for line in of(record, texts))


def addressed(corpus: Corpus) -> Iterator[Addressed]:
    """Every record that has a page."""
    yield from corpus.decisions.values()
    yield from corpus.documents.values()
    yield from corpus.meetings.values()
    yield from corpus.conventions.values()
    yield from corpus.activities.values()
    yield from corpus.topics.values()
    yield from corpus.actors.values()


def of(record: Addressed, divided: Divided) -> Iterator[str]:
    """The lines of one record: its address, and one for each anchor, of any of its languages."""
    page = address(record)
    yield page
    if isinstance(record, Decision) and record.slug in divided.links.mirrors:
        yield mirrors_address(record.slug)
    found = {anchor: None for text in divided.texts(record) for anchor in anchors(text.division)}
    yield from (f"{page}#{anchor}" for anchor in found)


def read(published: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The entries of a ledger, each with its line, counted from 1."""
    for number, line in enumerate(published, 1):
        entry = line.strip()
        if entry and not entry.startswith(";"):
            yield number, entry


def dropped(corpus: Corpus, made: Iterable[str], file: str) -> Iterator[Finding]:
    """Entries of the ledger that neither the lines `made` of the corpus have, nor `formerly`."""
    if corpus.published is None:
        return
    alive = set(made)
    # A decision that left its mirror group is found where the group was.
    alive.update(mirrors_address(slug) for slug in corpus.decisions)
    moved = _moved(corpus)
    for number, entry in read(corpus.published):
        page, hash_sign, anchor = entry.partition("#")
        now = moved.get(page, page)
        if entry in alive or now + hash_sign + anchor in alive:
            continue
        at = Position(file, number, 1, len(entry))
        if now in alive and anchor:
            place = f'"{now}"' if now == page else f'"{now}", where it leads now,'
            yield ADDRESS_DROPPED.at(at, f'{place} has nothing at "{anchor}" any more')
        else:
            yield ADDRESS_DROPPED.at(at, f'no record has the address "{page}" any more')


def _moved(corpus: Corpus) -> Mapping[str, str]:
    moved = {old: address(record) for record in corpus.records() for old in former(record)}
    for decision in corpus.decisions.values():
        for old in decision.formerly:
            moved[mirrors_address(old)] = mirrors_address(decision.slug)
    return moved
