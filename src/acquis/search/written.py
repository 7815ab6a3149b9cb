"""How words are written: for each folded form the way that is met most often, accents and all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from acquis.search.analysis import HAN, fold

#: Letters with the marks that stand above and below them.
_WORD = re.compile(rf"(?:(?![{HAN}])[^\W\d_]|[\u0300-\u036f\u064b-\u0655\u0670])+")


def written(texts: Iterable[Mapping[str, int]]) -> Mapping[str, str]:
    """For each folded form of some texts how it is written, in small letters.

    Of each text comes how often what stands between two spaces does.
    """
    stretches: dict[str, int] = {}
    for text in texts:
        for stretch, times in text.items():
            stretches[stretch] = stretches.get(stretch, 0) + times
    words: Counter[str] = Counter()
    for stretch, times in stretches.items():
        for word in _WORD.findall(stretch.lower()):
            words[word] += times
    best: dict[str, tuple[int, str]] = {}
    for word, times in words.items():
        form = fold(word)
        if form not in best or (times, word) > best[form]:
            best[form] = (times, word)
    return {form: word for form, (_, word) in best.items()}
