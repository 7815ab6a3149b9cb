"""The language of a Word document: by its letters, and by what the file says of its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from acquis.importers.word_lines import Printed

#: Letters that only one of the official languages uses; the first that has half of them wins.
_LETTERS = {"ar": r"[\u0600-\u06ff]", "zh": r"[\u4e00-\u9fff]", "ru": r"[\u0400-\u04ff]"}
_SAMPLE = 400
_CODE = re.compile(r"(?P<code>[a-z]{2})(?:-[A-Za-z]+)*")


def of(printed: Sequence[Printed], said: Mapping[str, int]) -> str:
    """A two-letter code; `said` counts the signs that the file marks with each language."""
    words = " ".join(part.line.words for part in printed[:_SAMPLE])
    letters = sum(sign.isalpha() for sign in words)
    for language, pattern in _LETTERS.items():
        if letters and len(re.findall(pattern, words)) * 2 > letters:
            return language
    counts: Counter[str] = Counter()
    for tag, length in said.items():
        match = _CODE.fullmatch(tag)
        if match and match["code"] not in _LETTERS:
            counts[match["code"]] += length
    return counts.most_common(1)[0][0] if counts else "en"
