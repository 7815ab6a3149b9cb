"""How words are written: for each folded form the way that is met most often, accents and all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from acquis.search.analysis import HAN, fold

#: Letters with the marks that stand above and below them.
_WORD = re.compile(rf"(?:(?![{HAN}])[^\W\d_]|[\u0300-\u036f\u064b-\u0655\u0670])+")


class Written:
    """Counts the words of texts by language, as they are written in small letters."""

    def __init__(self) -> None:
        self._counted: dict[str, Counter[str]] = {}

    def see(self, texts: Iterable[str], language: str) -> None:
        """Count the words of some texts."""
        counted = self._counted.setdefault(language, Counter())
        for text in texts:
            counted.update(text.split())

    def forms(self, language: str) -> Mapping[str, str]:
        """For each folded form how it is written."""
        best: dict[str, tuple[int, str]] = {}
        words: Counter[str] = Counter()
        for stretch, times in self._counted.get(language, Counter()).items():
            for word in _WORD.findall(stretch.lower()):
                words[word] += times
        for word, times in words.items():
            form = fold(word)
            if form not in best or (times, word) > best[form]:
                best[form] = (times, word)
        return {form: word for form, (_, word) in best.items()}
