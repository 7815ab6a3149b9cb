"""Footnotes in text that was extracted from Word: `[footnoteRef:3]` and `[3:  Ibid., annex II.]`.

The extraction leaves a mark where the note was referred to, and the note itself in brackets
behind the paragraph; anchors of Word are left as `[bookmark: _Hlk1]`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from acquis import text as marks
from acquis.text import Run

_REFERENCE = re.compile(r"\[(?:footnote|endnote)Ref:(?P<label>[^\s\[\]\\^]{1,20})\]")
_BOOKMARK = re.compile(r"\[bookmark: [^\[\]]*\]")
_NOTE = re.compile(r"\[(?P<label>[^\s\[\]\\^:]{1,20}): ")


@dataclass(slots=True)
class Notes:
    """The footnotes of a file by label, each with its text and the line that it stands on.

    `labels` are those that the text refers to. `repeated` has notes whose label was taken.
    """

    labels: frozenset[str] = frozenset()
    texts: dict[str, tuple[str, int]] = field(default_factory=dict)
    repeated: list[tuple[str, int]] = field(default_factory=list)

    def without(self, words: str, line: int) -> str:
        """A line without anchors and without the notes in it, which are kept."""
        words = _BOOKMARK.sub("", words)
        if not self.labels:
            return words
        kept, start = [], 0
        for match in _NOTE.finditer(words):
            if match.start() < start or match["label"] not in self.labels:
                continue
            end = _closing(words, match.start())
            if end is None:
                break
            kept.append(words[start : match.start()].rstrip(" "))
            start = end + 1
            note = words[match.end() : end].strip()
            if match["label"] in self.texts:
                self.repeated.append((words[match.start() : start], line))
            else:
                self.texts[match["label"]] = (note, line)
        return "".join(kept) + words[start:]


def notes(text: str) -> Notes:
    """The notes of a file, none of them read yet."""
    return Notes(frozenset(match["label"] for match in _REFERENCE.finditer(text)))


def marked(words: str, known: Notes) -> str:
    """Words as marked text: what looks like a mark is literal, references become marks.

    A reference whose note is missing stays as it is.
    """
    words = words.replace("\t", " ")
    runs, start = [], 0
    for match in _REFERENCE.finditer(words):
        if match["label"] in known.texts:
            runs += [Run(words[start : match.start()]), Run("", note=match["label"])]
            start = match.end()
    return marks.format([*runs, Run(words[start:])]) if runs else marks.escape(words)


def _closing(words: str, start: int) -> int | None:
    """The place of the bracket that closes the one at `start`."""
    depth = 0
    for place in range(start, len(words)):
        depth += {"[": 1, "]": -1}.get(words[place], 0)
        if not depth:
            return place
    return None
