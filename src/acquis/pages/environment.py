"""The templates' environment: where they are found, that they escape, how they speak languages."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def environment(folders: Sequence[Path], language: str) -> Environment:
    """An environment for one language; of templates of one name, the first folder's counts.

    Everything that is not marked as HTML is escaped, and a name that is not given is an error.
    """
    made = Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=True,
    )
    made.install_gettext_translations(catalogue(language), newstyle=True)  # type: ignore[attr-defined]
    return made


def catalogue(language: str) -> NullTranslations:
    """The interface's words in a language; English stands in the templates themselves."""
    source = files("acquis") / "locale" / language / "LC_MESSAGES" / "acquis.mo"
    if not source.is_file():
        return NullTranslations()
    with source.open("rb") as file:
        return GNUTranslations(file)
