"""Addresses on the web: links in texts, and the addresses that records give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from acquis.check.divided import Divided, Passage, Record, spot
from acquis.finding import Finding, Level, Rule
from acquis.model.institution import Body, Convention, Topic
from acquis.position import Position
from acquis.text import parse

LINK_UNSAFE = Rule(
    "link-unsafe",
    Level.WARNING,
    "What looks like a link in a text is none, since only http, https and mailto make links: it "
    "is shown as the words that it is. The `url` of a source or a convention with another scheme "
    "is an error.",
    "write an address that begins with https://, http:// or mailto:, without spaces; if no link "
    "is meant, a backslash before the bracket says so",
)

#: `[words](target)` with nothing escaped. The words hold no bracket, so looking is linear.
_LINK = re.compile(r"(?<!\\)\[(?!\^)[^\[\]\\]*\]\(\s*(?P<target>[^\s()]+)")
#: What is meant as an address: a scheme, a path, an anchor, a host.
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S|//|/\S|\.{1,2}/|#\S|www\.", re.IGNORECASE)
_PARENTHESIS = re.compile(r"[()]")
_WEB = re.compile(r"https?://[^\s<>\"\\/]+[^\s<>\"\\]*")


def links(record: Record, divided: Divided) -> Iterator[Finding]:
    """Links in texts that stay words."""
    for text in divided.texts(record):
        for passage in text.passages:
            if "](" in passage.words:
                yield from _literal(passage)


def urls(record: Record, divided: Divided) -> Iterator[Finding]:
    """Addresses in records that are none of the web's."""
    for url, at in _urls(record):
        if not _WEB.fullmatch(url):
            message = f'"{url}" is no address that begins with https:// or http://'
            fix = "give the full address, such as https://example.org/decisions"
            yield LINK_UNSAFE.at(at, message, fix, Level.ERROR)


def _literal(passage: Passage) -> Iterator[Finding]:
    linked = {_PARENTHESIS.split(run.url)[0] for run in parse(passage.words) if run.url}
    for match in _LINK.finditer(passage.words):
        target = match["target"]
        if target in linked or not _ADDRESS.match(target):
            continue
        at = passage.at.inside(passage.words, match.start(), len(match[0]))
        yield LINK_UNSAFE.at(at, f'"{target}" makes no link')


def _urls(record: Record) -> Iterator[tuple[str, Position]]:
    if isinstance(record, Convention) and record.url:
        yield record.url, spot(record.spots, record.at, "url")
    if isinstance(record, Body):
        if record.address:
            yield record.address, spot(record.spots, record.at, "address")
    elif not isinstance(record, Topic) and record.source and record.source.url:
        yield record.source.url, spot(record.spots, record.at, "source.url")
