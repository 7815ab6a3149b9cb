"""Reads an index as docs/reference/search.md describes it, without the project's own code."""

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Posting:
    """A passage with the positions of a form in it."""

    passage: int
    positions: tuple[int, ...]
    length: int


@dataclass(frozen=True)
class Index:
    head: dict[str, Any]
    parts: bytes
    groups: list[list[str]]
    """The forms that stand together."""
    postings: dict[str, list[Posting]]
    function: set[str]
    passages: list[dict[str, Any]]
    facets: dict[str, Any]


def numbers(content: bytes) -> Iterator[int]:
    value = shift = 0
    for byte in content:
        value |= (byte & 0x7F) << shift
        shift += 7
        if not byte & 0x80:
            yield value
            value = shift = 0


class Bytes:
    def __init__(self, content: bytes, at: int = 0) -> None:
        self.content = content
        self.at = at

    def number(self) -> int:
        value = shift = 0
        while True:
            byte = self.content[self.at]
            self.at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                return value

    def take(self, size: int) -> bytes:
        self.at += size
        return self.content[self.at - size : self.at]

    def words(self) -> str:
        return self.take(self.number()).decode()


def read(files: Mapping[str, bytes]) -> Index:
    """The whole index from its files by path."""
    named, told, parts = gzip.decompress(files["index.bin"]).split(b"\n", 2)
    folder = json.loads(named)["folder"]
    head = json.loads(told)

    def file(path: str) -> bytes:
        return gzip.decompress(files[f"{folder}/{path}.bin"])

    groups: list[list[str]] = []
    postings: dict[str, list[Posting]] = {}
    function: set[str] = set()
    held: dict[int, list[list[str]]] = {}
    for shard, first in enumerate(head["forms"]):
        content = Bytes(file(f"d/{shard}"))
        form, group = "", 0
        while content.at < len(content.content):
            form = form[: content.number()] + content.words()
            if not content.at or form == first:
                assert form >= first
            step = content.number()
            group += -(step + 1) // 2 if step & 1 else step // 2
            count = content.number()
            if count & 1:
                function.add(form)
            if group not in held:
                held[group] = list(_groups(Bytes(file(f"p/{group}")), file, postings))
                groups += held[group]
            assert any(form in forms for forms in held[group])
            assert len(postings[form]) == count >> 1
    passages = list(_passages(head, file))
    facets = json.loads(file("f/texts"))
    for facet in ("opening", "addressee"):
        facets[facet] = _choices(Bytes(file(f"f/{facet}")), parts)
    return Index(head, parts, groups, postings, function, passages, facets)


def _groups(content: Bytes, file: Any, postings: dict[str, list[Posting]]) -> Iterator[list[str]]:
    while content.at < len(content.content):
        yield list(_group(content, file, postings))


def _group(content: Bytes, file: Any, postings: dict[str, list[Posting]]) -> Iterator[str]:
    for _ in range(content.number()):
        form = content.words()
        count = content.number()
        held = list(numbers(content.take(content.number())))
        size = content.number()
        places = file(f"q/{size >> 1}") if size & 1 else content.take(size >> 1)
        gaps = numbers(places)
        rows = []
        passage = 0
        assert len(held) == 2 * count
        for distance, told in zip(held[::2], held[1::2], strict=True):
            passage += distance
            at = 0
            positions = []
            for _ in range((told >> 3) + 1):
                at += next(gaps)
                positions.append(at)
            rows.append(Posting(passage, tuple(positions), told & 7))
        assert next(gaps, None) is None
        postings[form] = rows
        yield form


def _passages(head: dict[str, Any], file: Any) -> Iterator[dict[str, Any]]:
    total = 0
    for shard, gap in enumerate(head["texts"]):
        total += gap
        at = total
        for address, language, symbol, title, rows in json.loads(file(f"t/{shard}")):
            for anchor, number, text in rows:
                yield {
                    "passage": at,
                    "address": address,
                    "language": language,
                    "symbol": symbol,
                    "title": title,
                    "anchor": anchor,
                    "number": number,
                    "text": text,
                }
                at += 1


def _choices(content: Bytes, parts: bytes) -> list[dict[str, Any]]:
    choices: list[dict[str, Any]] = []
    counts = []
    for _ in range(content.number()):
        id_ = content.words()
        choices.append({"id": id_, "name": content.words() or id_, "passages": []})
        counts.append(content.number())
    for passage, part in enumerate(parts):
        if part in (1, 2):
            place = content.number()
            if place:
                choices[place - 1]["passages"].append(passage)
    passage = 0
    further = []
    for _ in range(content.number()):
        passage += content.number()
        further.append(passage)
    for passage in further:
        choices[content.number()]["passages"].append(passage)
    for choice, count in zip(choices, counts, strict=True):
        choice["passages"].sort()
        assert len(choice["passages"]) == count
    return choices
