"""The index of one language: from the corpus to the files that the browser reads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from acquis.collector import without_collector
from acquis.link import Links
from acquis.model.address import address
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.search import facet
from acquis.search.addressee import Addressees
from acquis.search.analysis import Analyst
from acquis.search.dictionary import Group, dictionary, order
from acquis.search.passage import PARTS
from acquis.search.posting import Postings, joined
from acquis.search.reading import Reader, Reading
from acquis.search.shard import filled, gaps, packed, rows
from acquis.search.stem import Stems, function_words
from acquis.search.written import written
from acquis.text import plain

#: Bytes of texts in one file before compression.
TEXTS = 3500
#: How a text counts among equals: in force first.
STANDING = ("adopted", "listed", "draft", "superseded", "withdrawn")


@dataclass(frozen=True, slots=True)
class IndexFile:
    """A file of the index: its path below the index' folder, and its bytes."""

    path: str
    content: bytes


def index(corpus: Corpus, links: Links, language: str) -> Iterator[IndexFile]:
    """The files of the index of one language: `index.bin`, and those in the folder that it names.

    The folder's name follows from what the files hold, so that a reader who has an older
    `index.bin` never meets files that do not belong to it.
    """
    reader = Reader(language)
    with without_collector():
        readings = [reader.read(record) for record in corpus.records()]
    yield from merged(readings, corpus, links, language)


def merged(
    readings: Sequence[Reading], corpus: Corpus, links: Links, language: str
) -> Iterator[IndexFile]:
    """The same from the readings of the corpus' records in that language, in their order."""
    with without_collector():
        files = dict(_files(readings, corpus, links, language))
    head = files.pop("index")
    digest = hashlib.sha256()
    for path, content in sorted(files.items()):
        digest.update(path.encode() + b"\0" + hashlib.sha256(content).digest())
    digest.update(head)
    folder = digest.hexdigest()[:12]
    for path, content in files.items():
        yield IndexFile(f"{folder}/{path}.bin", content)
    yield IndexFile("index.bin", packed(rows({"folder": folder}) + b"\n" + head))


def _files(
    readings: Sequence[Reading], corpus: Corpus, links: Links, language: str
) -> Iterator[tuple[str, bytes]]:
    records = list(corpus.records())
    starts = _starts(readings)
    all_passages = [passage for one in readings for passage in one.passages]
    postings = joined([(start, one.postings) for start, one in zip(starts, readings, strict=True)])
    stems = _stems(readings, postings, language)
    words = dictionary(_groups(postings, stems), postings)
    yield from words.files.items()
    texts = list(_texts(readings, records))
    for place, (_, content) in enumerate(texts):
        yield f"t/{place}", content
    yield "f/texts", facet.of_texts(records, corpus, links, language)
    yield "f/opening", facet.written(facet.of_openings(all_passages), all_passages)
    analyst = Analyst()
    finders = {name: Addressees(corpus, one, analyst) for name, one in stems.items()}
    addressed = [finders[one.language].of(passage) for one in readings for passage in one.passages]
    actors = facet.of_actors(addressed, corpus, language)
    yield "f/addressee", facet.written(actors, all_passages)
    widths = [width for one in readings for width in one.widths if width]
    head = {
        "language": language,
        "passages": len(all_passages),
        "starts": list(gaps(starts)),
        "standing": "".join(str(STANDING.index(facet.status(one, links))) for one in records),
        "texts": list(gaps(first for first, _ in texts)),
        "forms": list(words.first),
        "lengths": list(words.lengths),
        "mean": round(sum(widths) / len(widths), 1) if widths else 1.0,
    }
    parts = bytes(PARTS.index(passage.part) | (passage.heading << 3) for passage in all_passages)
    yield "index", rows(head) + b"\n" + parts


def _starts(readings: Sequence[Reading]) -> list[int]:
    """The number of each text's first passage."""
    starts = []
    at = 0
    for one in readings:
        starts.append(at)
        at += len(one.passages)
    return starts


def _stems(
    readings: Sequence[Reading], postings: Mapping[str, Postings], language: str
) -> dict[str, Stems]:
    """The stems of each language in which there are texts."""
    frequency = {form: one.count for form, one in postings.items()}
    languages = dict.fromkeys([language, *(one.language for one in readings)])
    return {
        name: Stems(
            name, written(one.stretches for one in readings if one.language == name), frequency
        )
        for name in languages
    }


def _groups(postings: Mapping[str, Postings], stems: Mapping[str, Stems]) -> list[Group]:
    """Forms by stem; a form that stands in texts of several languages is the first one's, and so
    is one that is written in none, such as a compound without its hyphens."""
    found: dict[tuple[str, str], list[str]] = {}
    first = next(iter(stems))
    for form in postings:
        language = next((name for name, one in stems.items() if one.knows(form)), first)
        found.setdefault((stems[language].stem(form), language), []).append(form)
    groups = []
    for (stem, language), forms in sorted(found.items()):
        common = function_words(language)
        idle = [form for form in forms if form in common]
        rest = [form for form in forms if form not in common]
        if idle:
            groups.append(Group(stem, tuple(sorted(idle, key=order)), function=True))
        if rest:
            groups.append(Group(stem, tuple(sorted(rest, key=order)), function=False))
    return groups


def _texts(
    readings: Sequence[Reading], records: Sequence[Decision | Document]
) -> Iterator[tuple[int, bytes]]:
    """The texts to be shown, some passages a file: the number of the first, and the file.

    A row has the text's address, language, symbol and title, and its passages.
    """
    pieces = [
        ((place, passage), _size(passage.text))
        for place, one in enumerate(readings)
        for passage in one.passages
    ]
    first = 0
    for group in filled(pieces, TEXTS):
        shown: dict[int, list[list[str]]] = {}
        for place, passage in group:
            row = [passage.anchor, passage.number, passage.text]
            shown.setdefault(place, []).append(row)
        named = ((_named(records[place], readings[place]), row) for place, row in shown.items())
        yield first, packed(rows([[*name, row] for name, row in named]))
        first += len(group)


def _size(text: str) -> int:
    """About what a text takes, before compression, which does better with two bytes a letter."""
    return (len(text) + len(text.encode())) // 2 + 40


def _named(record: Decision | Document, one: Reading) -> list[str]:
    title = plain(record.version(one.language).title)
    return [address(record), one.language, record.symbol, title or record.name]
