"""Scripts and stylesheets as they are served: whole, with what they import written into them.

Written in small modules, they would be fetched one after the other. Each module that a script
imports becomes a function that gives what it exports, so that names of one never meet another's:

    const $notes = (() => { …; return { setNotesAside }; })();
    const { setNotesAside } = $notes;

That takes a strict form, in which a script works as it is written too: an import a line
(`import { a, b } from "./notes.js";`), exported functions, classes and constants, no imports that
go round. What a call imports (`import("./notes.js")`) is fetched when it is wanted, and whole by
itself. Into a stylesheet those of its folder are written that it imports (`@import "notes.css";`)
and that import nothing.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from mkdocs.structure.files import Files

_IMPORT = re.compile(
    r'import \{ (?P<names>\w+(?:, \w+)*) \} from "(?P<path>\.{1,2}/[\w./-]+\.js)";'
)
_EXPORT = re.compile(
    r"^export (?=(?:async )?(?:function\*?|class|const) (?P<name>\w+))", re.MULTILINE
)
#: How an import or export begins that has another form; a call of `import` may begin a line.
_OTHER = re.compile(r"import\b(?![(.])|export\b")
#: What depends on where a module stands.
_PLACED = re.compile(r"\bimport(?:\(|\.meta\b)")
_SHEET = re.compile(r'^@import "(?P<name>[\w.-]+\.css)";$', re.MULTILINE)


class WholeError(Exception):
    """A script or stylesheet cannot be made whole; says which, and why."""


def make_whole(files: Files, folders: Sequence[str]) -> None:
    """Make the scripts and stylesheets whole that come from these folders.

    Raises WholeError for one that is not in the form that this takes.
    """
    found = {
        file.src_uri: file
        for file in files
        if file.src_uri.endswith((".js", ".css"))
        and file.abs_src_path
        and any(Path(file.abs_src_path).is_relative_to(folder) for folder in folders)
    }
    texts = {path: file.content_string for path, file in found.items()}
    for path, file in found.items():
        text = script(path, texts) if path.endswith(".js") else stylesheet(path, texts)
        if text != texts[path]:
            file.content_string = text


def script(path: str, texts: Mapping[str, str]) -> str:
    """A script with the modules that it imports, directly or through others, written in.

    `texts` has the text of each file by its path. Raises WholeError.
    """
    functions: dict[str, str] = {}
    own = _body(path, texts, functions, ())
    for inner in functions:
        if posixpath.dirname(inner) != posixpath.dirname(path) and _PLACED.search(texts[inner]):
            raise WholeError(f"{path}: {inner} depends on its folder, and cannot be written in")
    return "".join([*functions.values(), own])


def _body(
    path: str, texts: Mapping[str, str], functions: dict[str, str], above: tuple[str, ...]
) -> str:
    """A module's text that takes what it imports from `functions`, to which that is added first.

    `above` are the modules on the way from the script to this one.
    """
    if path in above:
        raise WholeError(f"{path}: imports go round: {', '.join(above)}")
    lines = []
    for number, line in enumerate(texts[path].removesuffix("\n").split("\n"), 1):
        if found := _IMPORT.fullmatch(line):
            inner = posixpath.normpath(posixpath.join(posixpath.dirname(path), found["path"]))
            if inner not in texts:
                raise WholeError(f"{path}:{number}: there is no {inner}")
            if inner not in functions:
                functions[inner] = _function(inner, _body(inner, texts, functions, (*above, path)))
            if missing := {*found["names"].split(", ")} - {*_exported(texts[inner])}:
                raise WholeError(f"{path}:{number}: {inner} has no {', '.join(sorted(missing))}")
            line = f"const {{ {found['names']} }} = {_name(inner)};"  # noqa: PLW2901
        elif _OTHER.match(line) and not _EXPORT.match(line):
            raise WholeError(f"{path}:{number}: this form cannot be written in: {line}")
        lines.append(line)
    return "\n".join([*lines, ""])


def _function(path: str, body: str) -> str:
    """A module as a function that gives what it exports."""
    given = ", ".join(_exported(body))
    return (
        f"const {_name(path)} = (() => {{\n{_EXPORT.sub('', body)}return {{ {given} }};\n}})();\n"
    )


def _exported(text: str) -> list[str]:
    return [found["name"] for found in _EXPORT.finditer(text)]


def _name(path: str) -> str:
    return "$" + re.sub(r"\W", "_", path.removeprefix("assets/javascripts/").removesuffix(".js"))


def stylesheet(path: str, texts: Mapping[str, str]) -> str:
    """A stylesheet with those that it imports written in, as `script`."""

    def imported(found: re.Match[str]) -> str:
        inner = posixpath.join(posixpath.dirname(path), found["name"])
        text = texts.get(inner)
        if text is None or _SHEET.search(text):
            why = "there is no" if text is None else "nothing may be imported by"
            raise WholeError(f"{path}: {why} {inner}")
        return text.rstrip("\n")

    return _SHEET.sub(imported, texts[path])
