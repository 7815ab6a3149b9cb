"""How one text is written in YAML: plain, double quoted or folded.

A string is plain where every reader of YAML 1.1 and 1.2 takes it for the same string, else double
quoted; a long one, and one of several lines, is folded (`>-`) where folding loses nothing. A fold
comes after the end of a clause where one is near, so that a change of one word moves few lines.

The rules are those of YAML 1.2.2: 6.9.1 and 7.3.3 (plain scalars), 8.1.3 (folding), 5.7 (escapes);
the words that YAML 1.1 takes for other things are in its type repository (yaml.org/type).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

#: The longest string on a line of its own, and where longer ones are folded, in columns.
SHORT = 80
WIDTH = 90
#: A text is folded at least this wide, however deep it stands; a clause that ends a line fills a
#: third of it.
_NARROWEST = 40
_CLAUSE = 3

#: What is printable in YAML and no break (5.1, 5.4), without tab and byte order mark.
_PRINTABLE = r" -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
_FOLDABLE = re.compile(f"[{_PRINTABLE}]+")
#: A plain scalar begins here with a letter, a digit or one of these, which mean nothing in YAML.
PLAIN_SIGNS = r"(/$+=;^~.“”«‘’‹《（…–—_\\<"
_PLAIN = re.compile(rf"[\w{PLAIN_SIGNS}]")
#: Strings that YAML 1.1 or 1.2 takes for null, truth, a number, a date, base 60, or merging.
_TAKEN = re.compile(
    r"""
    ~ | null | true | false | yes | no | on | off | y | n | = | <<
  | [-+]? (?: \.inf | \.nan | \.[0-9_]* (?: e [-+]? [0-9]+ )? )
  | [-+.]? [0-9] [0-9_,.:eExXoObBa-fA-F+-]*          # numbers, base 60, clock times, ISO dates
  | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2} [Tt ] .*          # timestamps, and what looks like one
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_SPACE = re.compile(r"(?<=[^ ]) (?=[^ ])")
_IN_BRACKETS = re.compile(r"[,:?\[\]{}]")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_TO_ESCAPE = re.compile(rf'["\\]|[^{_PRINTABLE}]')
_CLAUSE_ENDS = tuple(",;:.،؛—–")


def key_text(key: str) -> str:
    """A key: plain, or double quoted; a simple key may have no more than 1024 characters."""
    if len(key) > 1000:
        raise ValueError("a key has more than 1000 characters")
    return key if _is_plain(key) else quoted(key)


def string_lines(value: str, indent: int) -> list[str]:
    """The lines of a string: the first goes on behind its key, the others have their margin."""
    if "\n" in value or len(value) > SHORT:
        paragraphs = value.split("\n")
        if all(map(_folds, filter(None, paragraphs))) and paragraphs[0] and paragraphs[-1]:
            return [">-", *_folded(paragraphs, indent)]
    return [value if _is_plain(value) else quoted(value)]


def inline(value: str) -> str:
    """A string between brackets, where commas and brackets have a meaning too."""
    return value if _is_plain(value) and not _IN_BRACKETS.search(value) else quoted(value)


def quoted(value: str) -> str:
    """A string in double quotes. Raises ValueError for half of a surrogate pair."""
    return f'"{_TO_ESCAPE.sub(_escape, value)}"'


def _is_plain(value: str) -> bool:
    return (
        bool(_PLAIN.match(value))
        and bool(_FOLDABLE.fullmatch(value))
        and not value.endswith((" ", ":"))
        and ": " not in value
        and " #" not in value
        and not _TAKEN.fullmatch(value)
    )


def _folds(line: str) -> bool:
    """Whether a line of a text can be folded, or stand between folded ones, and read the same."""
    return bool(_FOLDABLE.fullmatch(line)) and line[0] != " " and line[-1] != " "


def _folded(paragraphs: list[str], indent: int) -> Iterator[str]:
    """The lines of a folded scalar: a line break in the text is an empty line more."""
    margin = " " * indent
    for place, paragraph in enumerate(paragraphs):
        if place:
            yield ""
        if paragraph:
            yield from (margin + line for line in _wrapped(paragraph, WIDTH - indent))


def _wrapped(text: str, width: int) -> Iterator[str]:
    """Lines broken at single spaces between other characters, as long as the width allows.

    Of the places where a line may end, the last behind a clause is taken; where none fills a third
    of the line, the last of all.
    """
    width = max(width, _NARROWEST)
    least = width // _CLAUSE
    words: list[str] = []
    length, clause = -1, 0  # the line's, and how many of its words end with a clause
    for word in _SPACE.split(text):
        if words and length + 1 + len(word) > width:
            kept = clause or len(words)
            yield " ".join(words[:kept])
            words = words[kept:]
            length, clause = _measured(words, least)
        words.append(word)
        length += 1 + len(word)
        if length >= least and word.endswith(_CLAUSE_ENDS):
            clause = len(words)
    yield " ".join(words)


def _measured(words: list[str], least: int) -> tuple[int, int]:
    """How long a line of these words is, and how many of them end with a clause."""
    length, clause = -1, 0
    for count, word in enumerate(words, 1):
        length += 1 + len(word)
        if length >= least and word.endswith(_CLAUSE_ENDS):
            clause = count
    return length, clause


def _escape(match: re.Match[str]) -> str:
    sign = match.group()
    known = _ESCAPES.get(sign)
    if known:
        return known
    code = ord(sign)
    if 0xD800 <= code < 0xE000:
        raise ValueError(f"a string holds half of a surrogate pair, U+{code:04X}")
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
