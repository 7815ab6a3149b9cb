"""Bring the catalogues of the interface's words in step with what templates and modules say.

python3 scripts/catalogues.py [--check]

Words are taken from the templates, the modules and the `nav` of mkdocs.yml. New ones are added to
`src/acquis/locale/<language>/LC_MESSAGES/acquis.po` without a translation, those that nobody says
any more are removed. --check writes nothing, tells what is missing, and ends with 1 if anything is.
"""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from _environment import ROOT, prepare
from _tool import main

LOCALES = ROOT / "src" / "acquis" / "locale"
#: In modules and templates; a template of the theme's frame asks with `words`.
_KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}
_JINJA = {"extensions": "jinja2.ext.i18n", "trim_blocks": "true", "lstrip_blocks": "true",
          "silent": "false"}  # fmt: skip

#: What Babel puts into the head beside what is needed, the clock's time among it.
_NOISE = tuple(
    f'"{name}:'
    for name in ("Project-Id-Version", "Report-Msgid-Bugs-To", "POT-Creation-Date",
                 "PO-Revision-Date", "Last-Translator", "Language-Team", "Generated-By")
)  # fmt: skip

Message = str | tuple[str, str]


def messages() -> Iterator[tuple[Message, str]]:
    """Each message with the file that says it; a pair is a singular and its plural."""
    from babel.messages.extract import extract_from_file

    for folder, endings, method in (
        (ROOT / "src" / "acquis", {".py"}, "python"),
        (ROOT / "templates", {".j2", ".html"}, "jinja2"),
    ):
        keywords = _KEYWORDS | ({"words": None} if method == "jinja2" else {})
        options = _JINJA if method == "jinja2" else {}
        for path in sorted(folder.rglob("*")):
            if path.suffix not in endings:
                continue
            name = path.relative_to(ROOT).as_posix()
            for _, found, _, _ in extract_from_file(method, path, keywords, options=options):
                yield (found if isinstance(found, str) else (found[0], found[1])), name
    for title in _titles():
        yield title, "mkdocs.yml"


def gathered() -> dict[Message, list[str]]:
    """Each message once, with the files that say it; a plural has its singular's words too."""
    said: dict[Message, list[str]] = {}
    for message, name in messages():
        said.setdefault(message, []).append(name)
    for message in [message for message in said if isinstance(message, tuple)]:
        said[message] += said.pop(message[0], [])
    return said


def _titles() -> Iterator[str]:
    """The titles in `nav`."""
    import yaml

    root = yaml.compose((ROOT / "mkdocs.yml").read_bytes(), Loader=yaml.SafeLoader)
    assert isinstance(root, yaml.MappingNode)
    nav = next(value for key, value in root.value if key.value == "nav")
    for entry in nav.value:
        if isinstance(entry, yaml.MappingNode):
            yield from (str(key.value) for key, _ in entry.value)


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(path.name for path in LOCALES.iterdir() if path.is_dir())


def catalogues(arguments: Sequence[str]) -> int:
    """Renew the catalogues, or tell what they lack."""
    if sys.prefix == sys.base_prefix:  # not in the environment yet
        return subprocess.call([str(prepare("test")), str(Path(__file__).resolve()), *arguments])
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po, write_po

    said = gathered()
    lacking = 0
    for language in languages():
        path = LOCALES / language / "LC_MESSAGES" / "acquis.po"
        with path.open("rb") as file:
            held = read_po(file, locale=language)
        made = Catalog(locale=language, project="acquis", charset="utf-8", fuzzy=False)
        made.header_comment = held.header_comment
        for message, names in said.items():
            singular = message if isinstance(message, str) else message[0]
            known = held.get(singular)
            same = known is not None and isinstance(known.id, tuple) == isinstance(message, tuple)
            words = known.string if known is not None and same else None
            made.add(message, words, locations=[(name, 0) for name in sorted(set(names))])
            if not words or not all([words] if isinstance(words, str) else words):
                lacking += 1
                print(f"{language}: no translation of {singular!r} ({names[0]})")
        if "--check" not in arguments:
            written = BytesIO()
            write_po(written, made, width=98, sort_output=True, include_lineno=False)
            lines = written.getvalue().decode().splitlines(keepends=True)
            kept = (line for line in lines if not line.startswith(_NOISE))
            path.write_text("".join(kept), encoding="utf-8", newline="\n")
    print(f"{len(said)} messages, {lacking} translations missing")
    return 1 if lacking else 0


if __name__ == "__main__":
    main(catalogues)
