"""Facets: by what passages are chosen, and which of them each choice keeps.

Some belong to a text (convention, meeting, year, status, kind, topic), others to a passage (its
part, its opening words, whom it addresses).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from acquis.link import Links
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.opening_family import begun, families
from acquis.search.passage import Passage
from acquis.search.shard import gaps, number, numbers, packed, rows, words

#: The facets of texts, in the order in which they are offered.
OF_TEXTS = ("convention", "meeting", "year", "status", "kind", "topic")


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen: its id in addresses, its name ("" for a word of the interface), and the
    numbers of the passages that it keeps."""

    id: str
    name: str
    passages: tuple[int, ...]


def status(record: Decision | Document, links: Links) -> str:
    """The status of a text as it is searched by; "superseded" follows from relations."""
    if isinstance(record, Document):
        return "adopted" if not record.listed else "listed"
    return "superseded" if record.slug in links.superseded else record.status


def of_texts(
    records: Sequence[Decision | Document], corpus: Corpus, links: Links, language: str
) -> bytes:
    """The facets of texts: for each its values as [id, name], and the values of each text."""
    made = {}
    for facet in OF_TEXTS:
        chosen = [_values(facet, record, corpus, links) for record in records]
        names = _names(facet, corpus, language)
        found = dict.fromkeys(value for values in chosen for value in values)
        order = {id_: place for place, id_ in enumerate(names)}
        ids = sorted(found, key=lambda id_: (order.get(id_, len(order)), id_))
        if facet == "year":
            ids.reverse()
        place = {id_: at for at, id_ in enumerate(ids)}
        made[facet] = {
            "values": [[id_, names.get(id_, "")] for id_ in ids],
            "texts": [[place[value] for value in values] for values in chosen],
        }
    return packed(rows(made))


def _values(
    facet: str, record: Decision | Document, corpus: Corpus, links: Links
) -> tuple[str, ...]:
    meetings = record.meetings if isinstance(record, Document) else (record.meeting,)
    known = tuple(id_ for id_ in meetings if id_ in corpus.meetings)
    match facet:
        case "convention":
            bodies = (
                record.bodies
                if isinstance(record, Decision)
                else tuple(body for id_ in known for body in corpus.meetings[id_].bodies)
            )
            found = (corpus.bodies[id_].convention for id_ in bodies if id_ in corpus.bodies)
            return tuple(dict.fromkeys(found))
        case "meeting":
            return known
        case "year":
            return _year(record, known, corpus)
        case "status":
            return (status(record, links),)
        case "kind":
            return (record.kind,)
        case _:
            return tuple(id_ for id_ in record.topics if id_ in corpus.topics)


def _year(
    record: Decision | Document, meetings: tuple[str, ...], corpus: Corpus
) -> tuple[str, ...]:
    """The year of adoption; where that is not known, of the meeting's end."""
    if isinstance(record, Decision) and record.adopted:
        return (str(record.adopted.year),)
    days = (corpus.meetings[id_].last_day for id_ in meetings)
    return tuple(dict.fromkeys(str(day.year) for day in days if day))


def _names(facet: str, corpus: Corpus, language: str) -> Mapping[str, str]:
    match facet:
        case "convention":
            return {id_: one.title.form(language) for id_, one in corpus.conventions.items()}
        case "meeting":
            return {id_: one.name.form(language) for id_, one in corpus.meetings.items()}
        case "topic":
            return {id_: one.name.form(language) for id_, one in corpus.topics.items()}
        case _:
            return {}


def of_openings(passages: Sequence[Passage]) -> list[Choice]:
    """The families of opening words, the commonest first."""
    family = families(phrase for passage in passages for phrase in passage.openings)
    found: dict[str, list[int]] = {}
    for place, passage in enumerate(passages):
        for name in dict.fromkeys(family[begun(phrase)] for phrase in passage.openings):
            found.setdefault(name, []).append(place)
    return _ordered((name, name, places) for name, places in found.items())


def of_actors(addressed: Iterable[Sequence[str]], corpus: Corpus, language: str) -> list[Choice]:
    """The actors that passages address; `addressed` has the ids for each passage."""
    found: dict[str, list[int]] = {}
    for place, ids in enumerate(addressed):
        for id_ in ids:
            if id_ in corpus.actors:
                found.setdefault(id_, []).append(place)
    return _ordered(
        (id_, corpus.actors[id_].name.form(language), places) for id_, places in found.items()
    )


def _ordered(found: Iterable[tuple[str, str, list[int]]]) -> list[Choice]:
    choices = [Choice(id_, name, tuple(places)) for id_, name, places in found]
    return sorted(choices, key=lambda one: (-len(one.passages), one.id))


def written(choices: Sequence[Choice], passages: Sequence[Passage]) -> bytes:
    """Choices as a file: how many, then each with its id, its name and how many passages it keeps;
    for each passage that can have one the place of its first from 1, 0 for none; then how many
    have a further one, and for each of those gaps of the passages, and the place from 0."""
    made = bytearray()
    number(len(choices), made)
    held: dict[int, list[int]] = {}
    for place, choice in enumerate(choices):
        words(choice.id, made)
        words("" if choice.name == choice.id else choice.name, made)
        number(len(choice.passages), made)
        for passage in choice.passages:
            held.setdefault(passage, []).append(place)
    further: list[tuple[int, int]] = []
    for at, one in enumerate(passages):
        if one.narrowed:
            first, *others = held.pop(at, [-1])
            number(first + 1, made)
            further += [(at, place) for place in others]
    further += [(at, place) for at, places in held.items() for place in places]
    further.sort()
    number(len(further), made)
    made += numbers(gaps(at for at, _ in further))
    made += numbers(place for _, place in further)
    return packed(bytes(made))
