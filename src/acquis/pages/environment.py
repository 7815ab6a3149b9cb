"""The templates' environment: where they are found, that they escape, how they speak languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from types import FunctionType, MethodType
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context
from markupsafe import Markup

from acquis.pages.compiled import Compiled, pycache


class _Context(Context):
    """A context that calls most functions at once.

    Jinja looks at each four times, lest it should want the context itself.
    """

    def call(self, obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """What a template's function or method gives."""
        if type(obj) in _PLAIN and not hasattr(obj, "jinja_pass_arg"):
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return obj(*args, **kwargs)
        return super().call(obj, *args, **kwargs)


_PLAIN = (MethodType, FunctionType)

#: What decides what a template is compiled to; filters and tests are Jinja's own.
_SYNTAX: Mapping[str, Any] = {
    "extensions": ["jinja2.ext.i18n"],
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": False,
}
_COMPILED = Compiled(f"{_SYNTAX} newstyle", pycache())


class _Environment(Environment):
    """An environment whose templates have all the same globals, none of its own.

    Jinja puts a chain of two mappings there, and compares it whenever a template takes something
    from another.
    """

    context_class = _Context

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What a template knows without being given it."""
        return super().make_globals(d) if d else self.globals


def environment(folders: Sequence[Path], language: str) -> Environment:
    """An environment for one language; of templates of one name, the first folder's counts.

    Everything that is not marked as HTML is escaped, and a name that is not given is an error.
    """
    made = _Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        **_SYNTAX,
        undefined=StrictUndefined,
        auto_reload=False,  # an environment is made for one build
        cache_size=-1,  # all templates: the count of the last used takes longer than to find one
        bytecode_cache=_COMPILED,
    )
    # As few bytes as JSON in a page can have; the keys keep their order.
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    made.install_gettext_translations(catalogue(language), newstyle=True)  # type: ignore[attr-defined]
    made.globals["_"] = made.globals["gettext"] = _words(catalogue(language))
    return made


def _words(translations: NullTranslations) -> Callable[..., Markup]:
    """As Jinja's own `gettext`, which looks the same words up again for every page.

    As there, `%(name)s` stands for a value, which is escaped, and `%%` for a percent sign.
    """
    forms: dict[str, Markup] = {}
    finished: dict[str, Markup] = {}

    def words(source: str, **values: Any) -> Markup:
        known = None if values else finished.get(source)
        if known is not None:
            return known
        if source not in forms:
            forms[source] = Markup(translations.gettext(source))  # noqa: S704  # of the catalogue
        if values:
            return forms[source] % values
        known = finished[source] = forms[source] % {}
        return known

    return words


@cache
def catalogue(language: str) -> NullTranslations:
    """The interface's words in a language; English stands in the templates themselves.

    The catalogue is read as it is written (`locale/<language>/LC_MESSAGES/acquis.po`), once in a
    build: there is no compiled file that could be older, and an edit is seen at once. Raises
    ValueError where it is no catalogue.
    """
    source = files("acquis") / "locale" / language / "LC_MESSAGES" / "acquis.po"
    if not source.is_file():
        return NullTranslations()
    compiled = BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language, abort_invalid=True))
    compiled.seek(0)
    return GNUTranslations(compiled)
