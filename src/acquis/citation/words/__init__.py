"""The words of citing, a module a language; see `declared` for what each of them is."""

from __future__ import annotations

from collections.abc import Mapping

from acquis.citation.words.arabic import ARABIC
from acquis.citation.words.chinese import CHINESE
from acquis.citation.words.declared import Unit, Words
from acquis.citation.words.english import ENGLISH
from acquis.citation.words.french import FRENCH
from acquis.citation.words.russian import RUSSIAN
from acquis.citation.words.spanish import SPANISH

__all__ = ["LANGUAGES", "Unit", "Words", "words"]

LANGUAGES: Mapping[str, Words] = {
    "en": ENGLISH,
    "fr": FRENCH,
    "es": SPANISH,
    "ru": RUSSIAN,
    "ar": ARABIC,
    "zh": CHINESE,
}


def words(language: str) -> Words:
    """The words of a language, English where none are known."""
    return LANGUAGES.get(language, ENGLISH)
