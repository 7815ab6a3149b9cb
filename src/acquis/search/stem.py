"""Stems: which forms are forms of one word.

Snowball's algorithms (snowballstem.org), for words as they are written, accents included. What they
join too widely for these texts is kept apart here; what they leave of Arabic prefixes is taken off.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import snowballstemmer  # type: ignore[import-untyped]  # it has no types

from acquis.search.analysis import HAN, fold

_ALGORITHMS = {
    "ar": "arabic",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "ru": "russian",
}
#: Words that Snowball takes for forms of another: "international" of "internal", "national" of
#: "nations". A form that begins so has its own stem.
_APART: Mapping[str, tuple[str, ...]] = {
    "en": ("internation", "national", "universit", "universal"),
}
_STEMLESS = re.compile(rf"[\d{HAN}]|/")
_ARABIC_PREFIX = re.compile("^[وف]?(?:[بك]?ال|لل)(?=..)")
_ARABIC_LETTER = re.compile("^[وفبلك](?=...)")


@cache
def function_words(language: str) -> frozenset[str]:
    """The folded words of a language that say little by themselves: articles, prepositions."""
    source = files("acquis.search") / "function_words" / f"{language}.txt"
    if not source.is_file():
        return frozenset()
    return frozenset(fold(word) for word in source.read_text(encoding="utf-8").split())


class Stems:
    """The stems of one language's forms.

    `written` gives for a folded form the way in which it is written most often; `frequency` says
    in how many records a form stands.
    """

    def __init__(
        self, language: str, written: Mapping[str, str], frequency: Mapping[str, int]
    ) -> None:
        self.language = language
        self._written = written
        self._frequency = frequency
        algorithm = _ALGORITHMS.get(language)
        self._stem = snowballstemmer.stemmer(algorithm).stemWord if algorithm else None
        self._apart = _APART.get(language, ())
        self._known: dict[str, str] = {}

    def knows(self, form: str) -> bool:
        """Whether a form is written in texts of this language."""
        return form in self._written

    def stem(self, form: str) -> str:
        """What a form has in common with the other forms of its word."""
        stem = self._known.get(form)
        if stem is None:
            stem = self._known[form] = self._found(form)
        return stem

    def _found(self, form: str) -> str:
        if self._stem is None or _STEMLESS.search(form):
            return form
        for begin in self._apart:
            if form.startswith(begin):
                return f"{begin}:{self._snowball(form)}"
        return self._arabic(form) if self.language == "ar" else self._snowball(form)

    def _snowball(self, form: str) -> str:
        assert self._stem is not None
        return fold(self._stem(self._written.get(form, form))) or form

    def _arabic(self, form: str) -> str:
        """Prefixes are written together with the word: the article, "and", "in", "for", "as"."""
        word = _ARABIC_PREFIX.sub("", form)
        if word == form and _ARABIC_LETTER.match(form):
            rest = form[1:]
            # A first letter is a prefix where the rest is a word of these texts, and no rarer one.
            often = max(self._frequency.get(rest, 0), self._frequency.get(f"ال{rest}", 0))
            if often >= self._frequency.get(form, 0):
                word = rest
        assert self._stem is not None
        return fold(self._stem(word)) or form
