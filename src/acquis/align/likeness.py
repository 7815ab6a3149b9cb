"""Likeness: how much two provisions of one language have in common.

It is the share of their words and pairs of neighbouring words that both have (Dice, 1945), so
that two paragraphs of the same everyday words in another order are not alike. Only those that
share a pair of words which is not everywhere are compared at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from acquis.align.provision import Provision
from acquis.align.words import readable, tokens

#: Less alike than this, two provisions have nothing to do with one another.
ALIKE = 0.35
#: What stands in more provisions than this share of a text, and than this many, tells nothing.
_EVERYWHERE = 0.03
_OFTEN = 8
#: So alike the parts together must be to the whole, and so much of each must be in what the others
#: leave of it.
_WHOLE = 0.8
_PART = 0.7


def features(words: str) -> Counter[str]:
    """The words of a readable wording, and each two that are neighbours, with their numbers."""
    known = [token for token in tokens(words.lower()) if token[0].isalnum() or len(token) > 1]
    found = Counter(token for token in known if len(token) > 1 or not token.isalpha())
    found.update(f"{one} {other}" for one, other in pairwise(known))
    if len(known) == 1:
        found[known[0]] += 1
    return found


def dice(one: Counter[str], other: Counter[str]) -> float:
    """The share of what two collections have in common, from 0 to 1; 0 where one is empty."""
    if not one or not other:
        return 0.0
    shared = sum(min(one[word], other[word]) for word in one.keys() & other.keys())
    return 2 * shared / (one.total() + other.total())


class Likeness:
    """How alike any two provisions of two texts are; found when asked for, and kept.

    `one` and `other` have the features of the texts' provisions; `candidates` the pairs of places
    at which the words can be alike.
    """

    def __init__(self, one: Sequence[Provision], other: Sequence[Provision]) -> None:
        self._rows = (one, other)
        self.one = [features(readable(provision.words)) for provision in one]
        self.other = [features(readable(provision.words)) for provision in other]
        self.candidates = _candidates(self.one, self.other)
        self._known: dict[tuple[int, int], float] = {}

    def __call__(self, left: int, right: int) -> float:
        """From 0, for two that are never to be paired, to 1; by their places in the texts."""
        known = self._known.get((left, right))
        if known is None:
            known = self._known[left, right] = self._likeness(left, right)
        return known

    def _likeness(self, left: int, right: int) -> float:
        one, other = self._rows[0][left], self._rows[1][right]
        if one.family != other.family:
            return 0.0
        found = 0.0
        if (left, right) in self.candidates:
            found = dice(self.one[left], self.other[right])
        if found < ALIKE and _has_one_place(one) and _place(one) == _place(other):
            return ALIKE
        if one.words == other.words == "":
            found = 1.0 if one.kind == other.kind else 0.0
        return found if found >= ALIKE else 0.0


def _candidates(one: Sequence[Counter[str]], other: Sequence[Counter[str]]) -> set[tuple[int, int]]:
    """Pairs of places at which something is shared that does not stand everywhere."""
    where: dict[str, list[int]] = {}
    for place, found in enumerate(other):
        for word in found:
            where.setdefault(word, []).append(place)
    often = max(_OFTEN, _EVERYWHERE * len(other))
    return {
        (left, right)
        for left, found in enumerate(one)
        for word in found
        if len(where.get(word, ())) <= often
        for right in where.get(word, ())
    }


def _has_one_place(provision: Provision) -> bool:
    """Whether its place says what it is, however it is worded: a title, an opening, a footnote."""
    return provision.family in ("title", "note") or provision.kind in ("opening", "annex", "part")


def _place(provision: Provision) -> tuple[str, str, str]:
    return provision.kind, provision.anchor, provision.number


def made_of(whole: Counter[str], parts: Sequence[Counter[str]]) -> bool:
    """Whether a provision consists of these parts: alike together, and each of them needed."""
    total = _together(parts)
    if dice(whole, total) < _WHOLE:
        return False
    for part in parts:
        rest = whole - (total - part)
        if (rest & part).total() < _PART * part.total():
            return False
    return True


def _together(found: Iterable[Counter[str]]) -> Counter[str]:
    """The features of several provisions read as one, but for what is at their edges."""
    total: Counter[str] = Counter()
    for one in found:
        total.update(one)
    return total
