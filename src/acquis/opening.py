"""Opening words: the verbs with which paragraphs of decisions begin, in each language.

Where a source marks no emphasis, the words that it would mark are found by these vocabularies:
`opening_words/<language>.txt`, measured on real texts. Such a file has sections, one phrase a line:

    [before]       words that may stand before an opening and are not set off
    [participles]  phrases that open preambular paragraphs
    [verbs]        phrases that open operative paragraphs
    [first]        adverbs that may come before any of these, and are set off with it
    [last]         adverbs that may follow any of these, and are set off with it

The sources set off the first verb of a paragraph and no later one ("…, and requests").
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from acquis.text import Run, Style

_SET_OFF = int(Style.EMPHASIS | Style.STRONG)
_SECTIONS = ("before", "participles", "verbs", "first", "last")
#: What may stand before the first word: spaces, quotation marks, marks of direction.
_AHEAD = re.compile('[\\s“”"«„\u200e\u200f]*')
#: Languages that set no space between words: there a phrase ends anywhere.
_UNSPACED = frozenset({"zh", "ja"})


@dataclass(frozen=True)
class Vocabulary:
    """The opening words of one language, folded and ready to be looked for.

    `before` are words that may stand before them, `first` and `last` adverbs that may be part of
    them; `spaced` is whether spaces stand between words.
    """

    openings: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()
    spaced: bool = True

    def span(self, words: str) -> tuple[int, int] | None:
        """Where the opening words of a paragraph stand, None where it begins with others."""
        start = _start(words)
        end = self._opening(words, start)
        if end is None:
            ahead = self._longest(words, start, self.before)
            if ahead is None:
                return None
            start = _start(words, ahead)
            end = self._opening(words, start)
        return None if end is None else (start, end)

    def opens(self, words: str) -> bool:
        """Whether a paragraph begins with opening words, which is told sooner than where."""
        begun = self._longest(words, _start(words), self.openings)
        return begun is not None or self.span(words) is not None

    def _opening(self, words: str, start: int) -> int | None:
        """Where the opening ends that begins at a place, with the adverbs around its verb."""
        end = self._longest(words, start, self.openings)
        adverb = self._longest(words, start, self.first)
        if adverb is not None:
            further = self._longest(words, _start(words, adverb), self.openings)
            end = further if end is None else max(end, further or 0)
        adverb = end
        while adverb is not None:
            end = adverb
            adverb = self._longest(words, _start(words, end), self.last)
        return end

    def _longest(self, words: str, start: int, phrases: frozenset[str]) -> int | None:
        """Where the longest of the phrases ends that stands at a place, None where none does."""
        head = words[start : start + (_HEAD if self.spaced else _SHORT_HEAD)]
        lengths = _lengths(phrases, head)
        if not lengths:
            return None
        ahead = words[start : start + lengths[0]]
        folded = ahead.translate(_FOLDING) if _FOLDED.search(ahead) else ahead
        if len(folded) != len(ahead):
            return self._longest_with_marks(words, start, phrases)
        folded = folded[:1].lower() + folded[1:]
        if len(folded) != len(ahead):  # a capital whose small letter is two
            return self._longest_with_marks(words, start, phrases)
        for length in lengths:
            if folded[:length] in phrases and length <= len(folded):
                end = start + length
                if not self.spaced or _ends_word(words, end):
                    return _after_marks(words, end)
        return None

    def _longest_with_marks(self, words: str, start: int, phrases: frozenset[str]) -> int | None:
        """As `_longest`, where marks stand between the letters."""
        found, folded = None, ""
        longest = _by_head(phrases)[""][0]
        for place in range(start, len(words)):
            folded += _folded(words[place], first=place == start)
            if len(folded) > longest:
                break
            if folded in phrases and (not self.spaced or _ends_word(words, place + 1)):
                found = place + 1
        return None if found is None else _after_marks(words, found)


@cache
def vocabulary(language: str) -> Vocabulary:
    """The opening words of a language; one without a vocabulary finds nothing."""
    source = files("acquis") / "opening_words" / f"{language}.txt"
    if not source.is_file():
        return Vocabulary()
    phrases: dict[str, list[str]] = {name: [] for name in _SECTIONS}
    section: list[str] = []
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = phrases[line.strip("[]")]
        elif line and not line.startswith("#"):
            section.append(line)
    return Vocabulary(
        openings=frozenset(map(_fold, phrases["participles"] + phrases["verbs"])),
        before=frozenset(map(_fold, phrases["before"])),
        first=frozenset(map(_fold, phrases["first"])),
        last=frozenset(map(_fold, phrases["last"])),
        spaced=language not in _UNSPACED,
    )


def _start(words: str, at: int = 0) -> int:
    """Where the next word begins: mostly here, or behind a space."""
    if words[at : at + 1].isalpha():
        return at
    if words[at : at + 1] == " " and words[at + 1 : at + 2].isalpha():
        return at + 1
    match = _AHEAD.match(words, at) if not words.startswith(("،", "，", ","), at) else None
    if match is None:  # a comma after what stands before the opening
        match = _AHEAD.match(words, at + 1)
    assert match is not None
    return match.end()


#: So many letters tell which phrases can stand at a place; fewer of signs that are words.
_HEAD, _SHORT_HEAD = 8, 3


@lru_cache(maxsize=4096)
def _lengths(phrases: frozenset[str], head: str) -> tuple[int, ...]:
    """The lengths, from the longest to the shortest, of phrases that can begin with these letters.

    All of them where marks stand between the letters.
    """
    if not phrases:
        return ()
    known = _by_head(phrases)
    folded = head.translate(_FOLDING) if _FOLDED.search(head) else head
    folded = folded[:1].lower() + folded[1:]
    if len(folded) != len(head):
        return known[""]
    found = known.get(folded)
    if found is None:
        shorter = range(len(folded) - 1, 0, -1)
        found = tuple(length for length in shorter if folded[:length] in phrases)
    return found


@cache
def _by_head(phrases: frozenset[str]) -> dict[str, tuple[int, ...]]:
    """The lengths of phrases by their first letters, however many, and "" of all.

    Those of a phrase that is shorter are with those that begin as it does.
    """
    found: dict[str, set[int]] = {"": set()}
    for phrase in phrases:
        for letters in range(_HEAD + 1):
            found.setdefault(phrase[:letters], set()).add(len(phrase))
    for head, lengths in found.items():
        lengths.update(length for length in range(1, len(head)) if head[:length] in phrases)
    return {head: tuple(sorted(lengths, reverse=True)) for head, lengths in found.items()}


def _fold(phrase: str) -> str:
    return "".join(_folded(letter, first=not place) for place, letter in enumerate(phrase))


def _folded(letter: str, *, first: bool) -> str:
    """A letter as phrases are compared: vowel marks are gone, all spaces and apostrophes alike."""
    if letter.isspace():
        return " "
    if _is_mark(letter):
        return ""
    if letter in "'’ʼ":
        return "’"
    return letter.lower() if first else letter


#: What folding changes, and other things that are rare.
_FOLDED = re.compile(r"[^\w ,.;:()-]|[\u0640\u02bc]")


class _Folding(dict[int, str]):
    """What `_folded` makes of each letter but the first, found when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded(chr(code), first=False)
        return folded


_FOLDING = _Folding()


#: No mark stands before this in Unicode.
_MARKS = "\u00ad"


def _is_mark(letter: str) -> bool:
    """Whether a character is a mark on the one before, or the line that stretches a word."""
    return letter == "\u0640" or unicodedata.category(letter) in ("Mn", "Cf")


def _after_marks(words: str, place: int) -> int:
    if words[place : place + 1] < _MARKS:
        return place
    while place < len(words) and _is_mark(words[place]):
        place += 1
    return place


def _ends_word(words: str, place: int) -> bool:
    place = _after_marks(words, place)
    return place == len(words) or not (words[place].isalnum() or words[place] == "_")


def opened(runs: tuple[Run, ...], language: str) -> tuple[Run, ...]:
    """Runs with their opening words emphasised, where the text has no emphasis of its own."""
    for run in runs:
        if run[1] & _SET_OFF:
            return runs
    words = "".join(run.text for run in runs)
    span = vocabulary(language).span(words)
    if span is None:
        return runs
    result: list[Run] = []
    start = 0
    for run in runs:
        end = start + len(run.text)
        first, last = max(span[0], start), min(span[1], end)
        if run.note is not None or first >= last:
            result.append(run)
        else:
            emphasised = run.style | int(Style.EMPHASIS)
            pieces = ((start, first, run.style), (first, last, emphasised), (last, end, run.style))
            result += [Run(words[a:b], s, run.url) for a, b, s in pieces if a < b]
        start = end
    return tuple(result)
