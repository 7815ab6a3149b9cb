"""Words: how two wordings of one provision differ, word by word.

What both begin and end with is set aside; the words that each has once and both share divide the
rest (Bram Cohen's patience diff); between them the longest common row is kept. A few words that
are the same between larger differences are no help to a reader, and go with them.

All steps are plain and decide ties in one way, so that the browser can take the same ones.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from acquis import text as marks

Kind: TypeAlias = Literal["same", "gone", "new"]

#: Rows whose lengths' product is larger are not looked through for common words.
_LARGEST = 400_000
_IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_COMBINING = "\u0300-\u036f\u0640\u064b-\u065f\u0670"
_LETTERS = rf"(?:[^\W_{_IDEOGRAPHS}]|[{_COMBINING}])"
#: A footnote's mark, an ideograph, a word with its hyphens and apostrophes, one other character.
_TOKEN = re.compile(
    rf"\[\^[^\s\[\]\\^]{{1,20}}\]|[{_IDEOGRAPHS}]"
    rf"|{_LETTERS}+(?:[-\u2010\u2011’'.,/]{_LETTERS}+)*|.",
    re.DOTALL,
)


class Piece(NamedTuple):
    """A stretch of two wordings: in both, only in the first ("gone"), or only in the second."""

    kind: Kind
    text: str


def readable(source: str) -> str:
    """Marked text as it is compared: its words, with footnote marks as `[^3]`."""
    return "".join(
        run.text if run.note is None else f"[^{run.note}]" for run in marks.parse(source)
    )


def tokens(words: str) -> list[str]:
    """Words, punctuation, spaces and footnote marks in order; joined they are `words` again."""
    return _TOKEN.findall(words)


def differences(one: str, other: str) -> tuple[Piece, ...]:
    """The pieces of two readable wordings in reading order.

    The pieces that are not new, joined, are `one`; those that are not gone, `other`.
    """
    if one == other:
        return (Piece("same", one),) if one else ()
    return tuple(_clean(_pieces(tokens(one), tokens(other))))


def _pieces(one: Sequence[str], other: Sequence[str]) -> list[Piece]:
    found: list[Piece] = []
    start_one = start_other = 0
    for left, right in [*_common(one, other), (len(one), len(other))]:
        if start_one < left:
            found.append(Piece("gone", "".join(one[start_one:left])))
        if start_other < right:
            found.append(Piece("new", "".join(other[start_other:right])))
        if left < len(one):
            found.append(Piece("same", one[left]))
        start_one, start_other = left + 1, right + 1
    return found


def _common(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """The places of what both rows have in common, in order."""
    found: list[tuple[int, int]] = []
    waiting = [(0, len(one), 0, len(other))]
    while waiting:
        low, high, first, last = waiting.pop()
        while low < high and first < last and one[low] == other[first]:
            found.append((low, first))
            low, first = low + 1, first + 1
        while low < high and first < last and one[high - 1] == other[last - 1]:
            high, last = high - 1, last - 1
            found.append((high, last))
        if low == high or first == last:
            continue
        shared = _once(one[low:high], other[first:last])
        if shared:
            edges = [(low - 1, first - 1)]
            edges += [(low + left, first + right) for left, right in shared]
            edges.append((high, last))
            found += edges[1:-1]
            waiting += [
                (before[0] + 1, after[0], before[1] + 1, after[1])
                for before, after in pairwise(edges)
            ]
        elif (high - low) * (last - first) <= _LARGEST:
            found += [
                (low + left, first + right)
                for left, right in _longest(one[low:high], other[first:last])
            ]
    return sorted(found)


def _once(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """The words that each row has once and both share: the longest row of them in order."""
    count_one, count_other = Counter(one), Counter(other)
    places = {token: place for place, token in enumerate(other) if count_other[token] == 1}
    pairs = [
        (left, places[token])
        for left, token in enumerate(one)
        if count_one[token] == 1 and token in places and not token.isspace()
    ]
    return increasing(pairs)


def increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of pairs that rise in their first members the longest row that rises in the second too."""
    ends: list[int] = []  # the smallest last member of a row of each length
    last: list[int] = []  # which pair that is
    before: list[int] = []
    for place, (_, right) in enumerate(pairs):
        length = bisect_left(ends, right)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [right]
        last[length : length + 1] = [place]
    found: list[tuple[int, int]] = []
    place = last[-1] if last else -1
    while place >= 0:
        found.append(pairs[place])
        place = before[place]
    return found[::-1]


def _longest(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """The longest common row of two short rows; of equally long ones the earliest in `one`."""
    best = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]  # of the rests from here on
    for row in range(len(one) - 1, -1, -1):
        token, here, below = one[row], best[row], best[row + 1]
        for column in range(len(other) - 1, -1, -1):
            if token == other[column]:
                here[column] = below[column + 1] + 1
            else:
                here[column] = max(below[column], here[column + 1])
    found: list[tuple[int, int]] = []
    row = column = 0
    while row < len(one) and column < len(other):
        if one[row] == other[column]:
            found.append((row, column))
            row, column = row + 1, column + 1
        elif best[row][column + 1] >= best[row + 1][column]:
            column += 1
        else:
            row += 1
    return found


def _clean(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces joined, what is gone before what is new, short common ones between them given up.

    The rule is that of diff-match-patch ("semantic cleanup"): a common piece goes that is no
    longer than what differs before it, nor than what differs after it.
    """
    spans = _spans(pieces)
    place = 1
    while place < len(spans) - 1:
        before, (same, _, _), after = spans[place - 1 : place + 2]
        lengths = (max(len(span[1]), len(span[2])) for span in (before, after))
        if same and all(len(same) <= length for length in lengths):
            gone = f"{before[1]}{same}{after[1]}"
            new = f"{before[2]}{same}{after[2]}"
            spans[place - 1 : place + 2] = [("", gone, new)]
            place = max(1, place - 2)
        else:
            place += 1
    found = []
    for same, gone, new in spans:
        for kind, words in (("same", same), ("gone", gone), ("new", new)):
            if words:
                found.append(Piece(kind, words))  # type: ignore[arg-type]
    return found


def _spans(pieces: Iterable[Piece]) -> list[tuple[str, str, str]]:
    """What is the same, or what is gone and what is new, in turn."""
    spans: list[tuple[str, str, str]] = []
    for kind, words in pieces:
        same, gone, new = spans[-1] if spans else ("", "", "")
        if spans and (kind == "same") == bool(same):
            spans.pop()
        else:
            same = gone = new = ""
        if kind == "same":
            spans.append((same + words, "", ""))
        elif kind == "gone":
            spans.append(("", gone + words, new))
        else:
            spans.append(("", gone, new + words))
    return spans
