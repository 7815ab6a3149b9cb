"""Languages: codes that browsers know, and languages that the site has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from acquis.check.divided import Divided, Record, spot
from acquis.finding import Finding, Level, Rule, suggest
from acquis.model.decision import Decision
from acquis.model.document import Document
from acquis.model.institution import Forms
from acquis.position import Position

LANGUAGE_UNKNOWN = Rule(
    "language-unknown",
    Level.ERROR,
    "A language is no code such as fr or zh-Hans (BCP 47), or a text stands in a language that "
    "the site does not have, which is a warning, since nobody would see it.",
    "correct the code, or add the language to `languages` in mkdocs.yml",
)

#: As in BCP 47, section 2.1, without what is grandfathered or for private use.
_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-[a-z0-9]{5,8})*")


def languages(record: Record, divided: Divided) -> Iterator[Finding]:
    """The languages of texts, and of the words in other records."""
    known = divided.corpus.languages
    if isinstance(record, Decision | Document):
        for version in record.versions.values():
            original = version.language == record.language
            at = spot(record.spots, record.at, "language") if original else version.at
            if not _CODE.fullmatch(version.language):
                yield _invalid(version.language, at, known)
            elif version.language not in known:
                message = f'a text stands in "{version.language}", which the site does not have'
                near = suggest(version.language, known)
                yield LANGUAGE_UNKNOWN.at(at, message, near, Level.WARNING)
        return
    for name in type(record).__slots__:
        forms = getattr(record, name)
        if isinstance(forms, Forms):
            for language in forms.by_language:
                if not _CODE.fullmatch(language):
                    at = spot(record.spots, record.at, f"{name}.{language}")
                    yield _invalid(language, at, known)


def _invalid(language: str, at: Position, known: tuple[str, ...]) -> Finding:
    message = f'"{language}" is no code of a language'
    return LANGUAGE_UNKNOWN.at(at, message, suggest(language, known))
