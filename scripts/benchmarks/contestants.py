"""Who is compared: each in a folder of its own, with its commands, and what it keeps.

Acquis has the data. The ordinary way has the same data, what it is told, and a script that turns
both into Markdown for MkDocs and Material. Zensical has that Markdown; Hugo has it with links to
addresses, since it takes them as they are, and small layouts of its own.
"""

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from _environment import LOCKS, explain_pip
from _tool import program
from benchmarks.aside import set_aside
from benchmarks.edit import Edit
from benchmarks.markdown import SITE, write_markdown
from benchmarks.process import Cost, run
from benchmarks.texts import CACHE

ACQUIS, ORDINARY, HUGO, ZENSICAL = "Acquis", "MkDocs with Material", "Hugo", "Zensical"
FLOOR = "an empty site"

_CONFIG = """\
site_name: Texts
site_url: https://example.org/texts/
theme: {{name: material, font: false}}
plugins:{plugins}
nav:
  - Home: index.md
"""
_MARKDOWN = """\
markdown_extensions: [attr_list, footnotes, tables]
extra_css: [text.css]
"""
#: Material's notice about MkDocs 2 has no bearing here.
_QUIET = {"NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True, slots=True)
class Contestant:
    """One that builds a site: its `commands`, one after the other, make `site` in `folder`.

    `made` is all that they leave behind, `edited` the folders in which an editor's change is made.
    `texts` says where the page of a text is, by language and slug; `{prefix}` is the language's
    with a slash, nothing for the first one. One that `deletes` takes its old site away itself
    before it makes a new one.
    """

    name: str
    folder: Path
    commands: Sequence[Sequence[str]]
    made: Sequence[str]
    edited: Sequence[str]
    site: str
    texts: str = "{language}/{slug}/index.html"
    deletes: bool = False

    def build(self) -> Cost:
        """Build the site with whatever is left of the one before."""
        cost = Cost(0, 0, 0)
        for command in self.commands:
            cost += run(command, self.folder, _QUIET)
        return cost

    def clean(self) -> None:
        """Move the site and everything that was kept aside, to beside the folder."""
        for name in self.made:
            set_aside(self.folder / name, self.folder.parent)

    def change(self, edit: Edit) -> None:
        """Change a word in the file of a text. Raises SystemExit where it does not stand there."""
        done = [edit.make(self.folder / name) for name in self.edited]
        if not any(done):
            raise SystemExit(f"{self.name} has no text {edit.slug} with the word {edit.word!r}")

    @property
    def pages(self) -> int:
        """How many pages the site has."""
        return sum(1 for _ in (self.folder / self.site).rglob("index.html"))

    @property
    def files(self) -> int:
        """How many files the site has."""
        return sum(path.is_file() for path in (self.folder / self.site).rglob("*"))

    @property
    def megabytes(self) -> float:
        """How large the files of the site are together."""
        paths = (self.folder / self.site).rglob("*")
        return sum(path.stat().st_size for path in paths if path.is_file()) / 1e6


def contestants(
    names: Sequence[str],
    source: Path,
    root: Path,
    languages: Sequence[str],
    programs: Mapping[str, Path],
) -> list[Contestant]:
    """Those of these names, each with its folder made in `root` from a project that is told.

    `programs` has those of Hugo and Zensical, where they are installed.
    """
    makers: dict[str, Callable[[Path], Contestant]] = {
        ACQUIS: lambda folder: _acquis(source, folder, languages),
        ORDINARY: lambda folder: _ordinary(source, folder),
        HUGO: lambda folder: _hugo(source, folder, programs[HUGO]),
        ZENSICAL: lambda folder: _zensical(source, folder, programs[ZENSICAL]),
    }
    return [makers[name](root / name.split()[0].lower()) for name in names]


def empty(root: Path) -> Contestant:
    """What MkDocs and Material take for a site of one page."""
    folder = root / "empty"
    _mkdocs(folder, " []")
    return Contestant(FLOOR, folder, [_build(folder)], ["site"], [], "site")


def _acquis(source: Path, folder: Path, languages: Sequence[str]) -> Contestant:
    options = f"languages: [{', '.join(languages)}], search: false"
    _mkdocs(folder, f"\n  - acquis: {{{options}}}")
    shutil.copytree(source / "data", folder / "data")
    return Contestant(
        ACQUIS,
        folder,
        [_build(folder)],
        ["site", ".cache"],
        ["data"],
        "site",
        "{prefix}decisions/{slug}/index.html",
    )


def _ordinary(source: Path, folder: Path) -> Contestant:
    _mkdocs(folder, " []", _MARKDOWN)
    shutil.copytree(source / "data", folder / "data")
    shutil.copyfile(source / "told.json", folder / "told.json")
    script = [sys.executable, str(SITE.with_name("markdown.py")), str(folder), str(folder / "docs")]
    made = ["site", *(f"docs/{language}" for language in _told(source))]
    commands = [script, _build(folder)]
    return Contestant(ORDINARY, folder, commands, made, ["data"], "site", deletes=True)


def _zensical(source: Path, folder: Path, command: Path) -> Contestant:
    _mkdocs(folder, "\n  - search: {enabled: false}", _MARKDOWN)
    write_markdown(source, folder / "docs")
    build = [str(command), "build", "-f", "mkdocs.yml"]
    made = ["site", ".cache"]
    return Contestant(ZENSICAL, folder, [build], made, ["docs"], "site", deletes=True)


def _hugo(source: Path, folder: Path, command: Path) -> Contestant:
    folder.mkdir(parents=True)
    for name in ("layouts", "static"):
        shutil.copytree(SITE / name, folder / name)
    shutil.copyfile(SITE / "hugo.toml", folder / "hugo.toml")
    write_markdown(source, folder / "content", addresses=True)
    (folder / "content" / "_index.md").write_text("---\ntitle: Texts\n---\n", encoding="utf-8")
    # Its cache stands in its own folder too, so that a cold build has none.
    build = [str(command), "--quiet", "--cacheDir", str(folder / "cache")]
    return Contestant(
        HUGO, folder, [build], ["public", "resources", "cache"], ["content"], "public"
    )


def _mkdocs(folder: Path, plugins: str, more: str = "") -> None:
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Texts\n", encoding="utf-8")
    if more:
        shutil.copy(SITE / "static" / "text.css", folder / "docs")
    config = _CONFIG.format(plugins=plugins) + more
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")


def _build(project: Path) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(project / "mkdocs.yml")]


def _told(source: Path) -> list[str]:
    return list(json.loads((source / "told.json").read_text(encoding="utf-8")))


def installed() -> dict[str, Path]:
    """The programs of Hugo and Zensical, from an environment of their own; says what is missing.

    It is made once, as requirements/bench.lock has it, and again where that has changed.
    """
    lock = LOCKS["bench"]
    told = f"{sys.version} {platform.machine()}".encode() + lock.read_bytes()
    folder = CACHE / f"peers-{hashlib.sha256(told).hexdigest()[:12]}"
    if not folder.is_dir():
        print("  installing Hugo and Zensical (once; this needs the network) …", flush=True)
        problem = _install(folder, lock)
        if problem:
            shutil.rmtree(folder, ignore_errors=True)
            print(f"  Hugo and Zensical cannot be installed here: {problem}", flush=True)
            return {}
    hugo = next(folder.glob(f"**/hugo/binaries/hugo*{'.exe' if os.name == 'nt' else ''}"), None)
    found = {HUGO: hugo or folder / "missing", ZENSICAL: program(folder, "zensical")}
    for name, path in found.items():
        if not path.is_file():
            print(f"  {name} is not installed here, and is left out", flush=True)
    return {name: path for name, path in found.items() if path.is_file()}


def _install(folder: Path, lock: Path) -> str:
    """Make the environment; what went wrong, or nothing."""
    for command in (
        [sys.executable, "-m", "venv", str(folder)],
        [
            *(str(program(folder, "python")), "-I", "-m", "pip", "--disable-pip-version-check"),
            *("install", "--quiet", "--require-hashes", "--no-deps", "-r", str(lock)),
        ],
    ):
        done = subprocess.run(
            command, check=False, capture_output=True, text=True, errors="replace"
        )
        if done.returncode:
            return explain_pip(done.stdout + done.stderr)[0]
    return ""
