"""The interface's words: each is marked, and stands in the catalogue of each language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import catalogues

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("ar", "es", "fr", "ru", "zh")
TEMPLATES = sorted((ROOT / "templates").rglob("*.j2")) + sorted(
    (ROOT / "templates" / "overrides").rglob("*.html")
)
MODULES = sorted((ROOT / "templates" / "overrides" / "assets" / "javascripts").rglob("*.js"))
#: How many forms the plural has.
FORMS = {"ar": 6, "es": 2, "fr": 2, "ru": 3, "zh": 1}

PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w*\}")
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
TRANSLATED = re.compile(r"\{%-?\s*trans\b.*?\bendtrans\s*-?%\}", re.DOTALL)
CODE = re.compile(r"<(script|style|svg)\b.*?</\1>", re.DOTALL)
#: Names of formats, the same in every language.
NAMES = {"JSON"}
TAG = re.compile(r"<[^<>]*>")
SPOKEN = re.compile(r"""\b(?:aria-label|title|alt|placeholder|aria-description)="([^"]*)\"""")
WORD = re.compile(r"[^\W\d_]{2,}")
#: Words of an interface in a module: a string that begins like a sentence, or names an element.
SAID = re.compile(r"""(?<![\w$])["'`]([A-Z][a-z]+(?: [a-z]+)+[^"'`]*|[A-Z][a-z]{3,})["'`]""")


def test_the_languages_are_those_of_the_united_nations() -> None:
    assert catalogues.languages() == sorted(LANGUAGES)


@pytest.fixture(scope="module")
def messages() -> dict[str | tuple[str, str], list[str]]:
    return catalogues.gathered()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(
    language: str, messages: dict[str | tuple[str, str], list[str]]
) -> None:
    assert len(messages) > 200
    with (catalogues.LOCALES / language / "LC_MESSAGES" / "acquis.po").open("rb") as file:
        catalogue: Catalog = read_po(file, locale=language, abort_invalid=True)
    assert not catalogue.fuzzy
    for message, (name, *_) in messages.items():
        singular = message if isinstance(message, str) else message[0]
        held = catalogue.get(singular)
        assert held is not None, (
            f"{name}: {singular!r} is not in the catalogue: scripts/catalogues.py"
        )
        assert not held.fuzzy
        words = [held.string] if isinstance(held.string, str) else list(held.string)
        assert all(words), f"{name}: {singular!r} has no translation in {language!r}"
        if isinstance(message, tuple):
            assert len(words) == FORMS[language], singular
        allowed = set(PLACEHOLDER.findall(singular)) | (
            set() if isinstance(message, str) else set(PLACEHOLDER.findall(message[1]))
        )
        for one in words:
            # A singular may say "one" in words.
            found = set(PLACEHOLDER.findall(one))
            assert found <= allowed if isinstance(message, tuple) else found == allowed, one
    said = {one if isinstance(one, str) else one[0] for one in messages}
    extra = {m.id if isinstance(m.id, str) else m.id[0] for m in catalogue if m.id} - said
    assert not extra, "nobody says it any more: scripts/catalogues.py"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_say_nothing_that_is_not_marked(path: Path) -> None:
    source = CODE.sub("", JINJA.sub("", TRANSLATED.sub("", path.read_text(encoding="utf-8"))))
    spoken = [words for words in SPOKEN.findall(source) if WORD.search(words)]
    left = [line.strip() for line in TAG.sub("\n", source).splitlines() if WORD.search(line)]
    assert not spoken
    assert [words for words in left if words not in NAMES] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_modules_say_nothing_of_their_own(path: Path) -> None:
    """Their words come from the page: from data attributes, or from JSON."""
    lines = path.read_text(encoding="utf-8").splitlines()
    code = [line for line in lines if not line.strip().startswith(("//", "*", "/*"))]
    names = {
        "Escape",
        "Enter",
        "Home",
        "ArrowUp",
        "ArrowDown",
        "ArrowLeft",
        "ArrowRight",
        "Unicode",
    }
    found = [said for line in code for said in SAID.findall(line) if said not in names]
    assert not found
