"""The plain values that the JSON export is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

from acquis import text
from acquis.model.decision import Source
from acquis.model.institution import Forms

#: A value that JSON can say.
Value: TypeAlias = "str | int | bool | Sequence[Value] | Mapping[str, Value] | None"
Object: TypeAlias = dict[str, Value]


def known(words: str) -> str | None:
    """The words, or None where there are none."""
    return words or None


def day(value: date | None) -> str | None:
    """A date as ISO 8601 writes it: year, month, day."""
    return value.isoformat() if value else None


def worded(forms: Forms) -> Object | None:
    """Words by language, without marks; None where they are given in no language."""
    return {language: text.plain(words) for language, words in forms.by_language.items()} or None


def origin(source: Source | None) -> Object | None:
    """Where something was read."""
    if source is None:
        return None
    return {
        "document": known(source.document),
        "paragraph": known(source.paragraph),
        "url": known(source.url),
        "sha256": known(source.sha256),
        "note": known(text.plain(source.note)),
    }
