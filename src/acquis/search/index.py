"""The index of one language: from the corpus to the files that the browser reads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from acquis.link import Links
from acquis.model.address import address
from acquis.model.corpus import Corpus
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.search import facet
from acquis.search.addressee import Addressees
from acquis.search.analysis import Analyst
from acquis.search.dictionary import Group, dictionary, order
from acquis.search.passage import PARTS, Passage, passages
from acquis.search.posting import Postings, joined, of_texts
from acquis.search.shard import filled, gaps, packed, rows
from acquis.search.stem import Stems, function_words
from acquis.search.written import Written
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


@dataclass(frozen=True, slots=True)
class Read:
    """One text as it was read: its passages and their postings. It depends on nothing else."""

    record: Decision | Document
    language: str
    passages: tuple[Passage, ...]
    postings: Mapping[str, Postings]


class Reader:
    """Reads texts one by one, and remembers how their words are written."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.analyst = Analyst()
        self.written = Written()

    def read(self, record: Decision | Document) -> Read:
        """A text in the index' language, or in its own where it is not held in that."""
        found = tuple(passages(record, self.language))
        language = record.version(self.language).language
        texts = [passage.text for passage in found]
        self.written.see(texts, language)
        return Read(record, language, found, of_texts(texts, self.analyst))


def index(corpus: Corpus, links: Links, language: str) -> Iterator[IndexFile]:
    """The files of the index of one language: `index.bin`, and those in the folder that it names.

    The folder's name follows from what the files hold, so that a reader who has an older
    `index.bin` never meets files that do not belong to it.
    """
    reader = Reader(language)
    read = [reader.read(record) for record in corpus.records()]
    files = dict(_files(read, corpus, links, reader))
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
    read: Sequence[Read], corpus: Corpus, links: Links, reader: Reader
) -> Iterator[tuple[str, bytes]]:
    starts = _starts(read)
    all_passages = [passage for one in read for passage in one.passages]
    postings = joined([(start, one.postings) for start, one in zip(starts, read, strict=True)])
    stems = _stems(read, postings, reader)
    groups = _groups(postings, stems)
    words = dictionary(groups, postings)
    yield from words.files.items()
    texts = list(_texts(read))
    for place, (_, content) in enumerate(texts):
        yield f"t/{place}", content
    records = [one.record for one in read]
    yield "f/texts", facet.of_texts(records, corpus, links, reader.language)
    yield "f/opening", facet.written(facet.of_openings(all_passages), all_passages)
    finders = {language: Addressees(corpus, one, reader.analyst) for language, one in stems.items()}
    addressed = [finders[one.language].of(passage) for one in read for passage in one.passages]
    actors = facet.of_actors(addressed, corpus, reader.language)
    yield "f/addressee", facet.written(actors, all_passages)
    head = {
        "language": reader.language,
        "passages": len(all_passages),
        "starts": list(gaps(starts)),
        "standing": "".join(str(STANDING.index(facet.status(one, links))) for one in records),
        "texts": list(gaps(first for first, _ in texts)),
        "forms": list(words.first),
        "lengths": list(words.lengths),
        "mean": round(_mean(all_passages, reader.analyst), 1),
    }
    parts = bytes(PARTS.index(passage.part) | (passage.heading << 3) for passage in all_passages)
    yield "index", rows(head) + b"\n" + parts


def _starts(read: Sequence[Read]) -> list[int]:
    """The number of each text's first passage."""
    starts = []
    at = 0
    for one in read:
        starts.append(at)
        at += len(one.passages)
    return starts


def _mean(all_passages: Sequence[Passage], analyst: Analyst) -> float:
    """How many words a passage has in the mean."""
    widths = (analyst.words(passage.text).width for passage in all_passages[::7])
    counted = [width for width in widths if width]
    return sum(counted) / len(counted) if counted else 1.0


def _stems(
    read: Sequence[Read], postings: Mapping[str, Postings], reader: Reader
) -> dict[str, Stems]:
    """The stems of each language in which there are texts."""
    frequency = {form: one.count for form, one in postings.items()}
    languages = dict.fromkeys([reader.language, *(one.language for one in read)])
    return {
        language: Stems(language, reader.written.forms(language), frequency)
        for language in languages
    }


def _groups(postings: Mapping[str, Postings], stems: Mapping[str, Stems]) -> list[Group]:
    """Forms by stem; a form that stands in texts of several languages is the first one's."""
    found: dict[tuple[str, str], list[str]] = {}
    for form in postings:
        language = next((name for name, one in stems.items() if one.knows(form)), "")
        stem = stems[language].stem(form) if language else form
        found.setdefault((stem, language), []).append(form)
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


def _texts(read: Sequence[Read]) -> Iterator[tuple[int, bytes]]:
    """The texts to be shown, some passages a file: the number of the first, and the file.

    A row has the text's place among texts, address, language, symbol and title, and its passages.
    """
    pieces = [
        ((place, passage), _size(passage.text))
        for place, one in enumerate(read)
        for passage in one.passages
    ]
    first = 0
    for group in filled(pieces, TEXTS):
        shown: dict[int, list[list[str]]] = {}
        for place, passage in group:
            row = [passage.anchor, passage.number, passage.text]
            shown.setdefault(place, []).append(row)
        yield first, packed(rows([[*_named(read[place]), row] for place, row in shown.items()]))
        first += len(group)


def _size(text: str) -> int:
    """About what a text takes, before compression, which does better with two bytes a letter."""
    return (len(text) + len(text.encode())) // 2 + 40


def _named(one: Read) -> list[str]:
    record = one.record
    version = record.version(one.language)
    return [address(record), one.language, record.symbol, plain(version.title) or record.name]
