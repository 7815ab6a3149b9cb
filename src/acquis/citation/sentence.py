"""The sentence around a citation, as plain words: where it begins and ends, and how it is cut.

A sentence ends at a full stop, a question or exclamation mark, or at the semicolon that ends a
clause, in the signs of the six languages; not at the point of an abbreviation, and never inside
the citation itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: Points that end no sentence: after one or two letters, and after the abbreviations of citing.
_SHORT = (
    r"(?<!\b[^\W\d_]\.)(?<!\b[^\W\d_][^\W\d_A-Z]\.)(?<!\bpara\.)(?<!\bparas\.)(?<!\bsect\.)"
    r"(?<!\bsects\.)(?<!\bart\.)(?<!\barts\.)"
    r"(?<!\bchap\.)(?<!\bvol\.)(?<!\bIbid\.)(?<!\bibid\.)(?<!\bpárr\.)(?<!\bpar\.)(?<!\bsecc\.)(?<!\bcap\.)"
    r"(?<!\bразд\.)(?<!\bдоп\.)(?<!\bсм\.)"
)
_CLOSED = r"[”’»\"')\]]*(?:[ \u00a0\u202f]»)?"
_END = re.compile(
    rf"(?:\.{_SHORT}|[?!…;؟؛]){_CLOSED}\s+(?=[^\W_]|[“‘«(\[\"])|[。！？；][”’》」）]*\s*|\n+"
)
_SPACE = re.compile(r"[ \t\r\n]+")
#: Characters before and after the citation that are shown of a long sentence.
_BEFORE, _AFTER = 140, 120
_JOINED = re.compile(r"[\u3000-\u9fff]")  # written without spaces: cut anywhere


class Excerpt(NamedTuple):
    """A citation's words with those before and after it in its sentence, on one line."""

    before: str
    words: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}{self.words}{self.after}"


def excerpt(words: str, start: int, end: int) -> Excerpt:
    """The sentence around `start` to `end` of plain words; long ones are cut, with an ellipsis."""
    first, last = sentence(words, start, end)
    before = _line(words[first:start]).lstrip()
    after = _line(words[end:last]).rstrip()
    if len(before) > _BEFORE:
        before = f"… {_cut(before[-_BEFORE:], ' ', last=False)}"
    if len(after) > _AFTER:
        after = f"{_cut(after[:_AFTER], ' ', last=True)} …"
    return Excerpt(before, _line(words[start:end]), after)


def boundaries(words: str) -> Iterator[int]:
    """Where sentences begin, but for the first."""
    return (match.end() for match in _END.finditer(words))


def sentence(words: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around `start` to `end` begins and ends."""
    first, last = 0, len(words)
    for match in _END.finditer(words):
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            last = match.end()
            break
    return first, last


def _line(words: str) -> str:
    """Words on one line; no-break spaces stay what they are."""
    return _SPACE.sub(" ", words)


def _cut(words: str, space: str, *, last: bool) -> str:
    """Whole words only: the broken one at the end, or at the beginning, is left out."""
    if _JOINED.search(words):
        return words
    if last:
        return words.rpartition(space)[0] or words
    return words.partition(space)[2] or words
