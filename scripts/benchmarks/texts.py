"""What is measured on: the Assembly's resolutions in six languages, else made-up texts.

The real ones are imported once, and again where the tool has changed; they and the made-up ones
stand in .cache/bench, which git ignores and anyone may delete.
"""

import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from acquis.importers import akn
from acquis.importers.imported import Settings
from acquis.load import load
from acquis.load.write import write
from acquis.model.block import Paragraph
from acquis.model.decision import Decision
from acquis.model.divide import divide
from benchmarks.aside import set_aside
from benchmarks.multiplied import SEED, multiply

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "bench"
LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
MADE_UP = 300
"""So many texts are made up."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Data folders by language, each a corpus of its own with the same conventions."""

    folders: Mapping[str, Path]


def records(folder: Path) -> Iterator[Path]:
    """The files of the texts in a data folder, in order."""
    yield from sorted((folder / "decisions").glob("*.yaml"))


def has_real() -> bool:
    """Whether the real texts are on this machine."""
    return _resolutions().is_dir()


def _resolutions() -> Path:
    corpora = Path(os.environ.get("ACQUIS_CORPORA") or ROOT.parent / "shared" / "corpora")
    return corpora / "ga-78"


def real() -> Texts | None:
    """The Assembly's resolutions of its seventy-eighth session, None where they are missing."""
    source = _resolutions()
    if not source.is_dir():
        return None
    tool = ROOT / "src" / "acquis"
    made_by = (tool / "importers", tool / "model", tool / "load", Path(__file__))
    place = CACHE / f"ga-78-{_state(*made_by)}"
    _clear("ga-78-", place.name)
    if not place.is_dir():
        draft = place.with_suffix(".draft")
        set_aside(draft, CACHE)
        for language in LANGUAGES:
            _import(source / language, draft / language)
        draft.rename(place)
    return Texts({language: place / language for language in LANGUAGES})


def _import(source: Path, folder: Path) -> None:
    """Import a language's files, as they would stand in a project of that language."""
    example = ROOT / "examples" / "general-assembly" / "data" / "conventions.yaml"
    settings = Settings(tuple(load(_project(folder, example)).corpus.bodies.values()))
    for place, path in enumerate(sorted(source.glob("*.xml"))):
        root = etree.parse(path).getroot()
        etree.strip_tags(root, "{*}a")
        found = akn.read(etree.tostring(root, encoding="utf-8"), path.name, settings)
        _write(folder, f"{place:05}", found.record)


def project(count: int = 0) -> Path | None:
    """A project of the Assembly's resolutions in six languages, None where they are missing.

    It has `count` texts, 0 meaning all that there are: the first of them, or all and copies with
    other symbols and words (`benchmarks.multiplied`).
    """
    source = _resolutions()
    if not source.is_dir():
        return None
    tool = ROOT / "src" / "acquis"
    made_by = [tool / "importers", tool / "model", tool / "load", Path(__file__)]
    place = CACHE / f"project-{_state(*made_by)}"
    made_by.append(Path(__file__).with_name("multiplied.py"))
    copies = CACHE / f"project-{_state(*made_by)}"
    _clear("project-", place.name, copies.name)
    if not place.is_dir():
        print("  importing the texts (once) …", flush=True)
        draft = place.with_suffix(".draft")
        set_aside(draft, CACHE)
        shutil.copytree(ROOT / "examples" / "general-assembly" / "data", draft / "data")
        options = f"acquis: {{languages: [{', '.join(LANGUAGES)}], search: false}}"
        (draft / "mkdocs.yml").write_text(f"plugins:\n  - {options}\n", encoding="utf-8")
        files = [str(path) for language in LANGUAGES for path in (source / language).glob("*.xml")]
        command = [sys.executable, "-m", "acquis.cli", "import", *sorted(files)]
        # Some files are refused, since they are another's.
        subprocess.run(command, cwd=draft, check=False, capture_output=True)
        draft.rename(place)
    if not count or count == sum(1 for _ in texts_of(place)):
        return place
    other = copies.with_name(f"{copies.name}-{count}")
    if not other.is_dir():
        draft = other.with_suffix(".draft")
        set_aside(draft, CACHE)
        multiply(place, draft, count)
        draft.rename(other)
    return other


def texts_of(project: Path) -> Iterator[Path]:
    """The files of a project's texts, translations included."""
    yield from sorted((project / "data" / "decisions").glob("*.yaml"))
    yield from sorted((project / "data" / "translations").glob("*/*.yaml"))


def made_up(count: int = MADE_UP) -> Texts:
    """Texts made of the project's own words in English, with other symbols; always the same."""
    state = _state(ROOT / "data", Path(__file__))
    place = CACHE / f"made-up-{count}-{state}"
    _clear("made-up-", state)
    folder = place / "en"
    if not place.is_dir():
        draft = place.with_suffix(".draft")
        set_aside(draft, CACHE)
        conventions = ROOT / "data" / "conventions.yaml"
        _project(draft / "en", conventions)
        chance = random.Random(SEED)  # noqa: S311 - no secret is made of it
        words = [
            unit.text
            for record in load(ROOT / "data").corpus.records()
            for unit in divide(record.original, decision=isinstance(record, Decision)).walk()
            if isinstance(unit.block, Paragraph) and unit.text
        ]
        for number in range(count):
            record = _record(number, words, chance)
            # As its address has it.
            _write(draft / "en", record["symbol"].lower().replace("/", "-"), record)
        draft.rename(place)
    return Texts({"en": folder})


def made_up_project(count: int = 0) -> Path:
    """A project of so many made-up texts, in English alone; 0: MADE_UP."""
    texts = made_up(count or MADE_UP)
    place = CACHE / f"{texts.folders['en'].parent.name}-project"
    if not place.is_dir():
        shutil.copytree(texts.folders["en"], place / "data")
    return place


def _record(number: int, words: Sequence[str], chance: random.Random) -> dict[str, Any]:
    """A decision of about as many paragraphs as a real one, which cites others of its kind."""
    meeting, place = divmod(number, 30)

    def paragraphs(count: int) -> list[str]:
        return [
            re.sub(
                r"(?<=[CP]-)[0-9]+/[0-9]+",
                lambda _: f"{chance.randint(1, 10)}/{chance.randint(1, 30)}",
                re.sub(r"\[\^[^]]*\]", "", chance.choice(words)),
            )
            for _ in range(count)
        ]

    return {
        "symbol": f"MC-{meeting + 1}/{place + 1}",
        "title": f"Cooperation and coordination: {number + 1}",
        "preamble": paragraphs(8),
        "operative": paragraphs(20),
    }


def _project(folder: Path, conventions: Path) -> Path:
    """A data folder with these conventions and no text yet."""
    (folder / "decisions").mkdir(parents=True)
    shutil.copyfile(conventions, folder / "conventions.yaml")
    return folder


def _write(folder: Path, name: str, record: Mapping[str, Any]) -> None:
    path = folder / "decisions" / f"{name}.yaml"
    path.write_text(write({"decisions": [record]}), encoding="utf-8", newline="\n")


def _clear(begun: str, *right: str) -> None:
    """Set aside what was made before and is no longer right: its name has none of these in it."""
    for old in CACHE.glob(f"{begun}*"):
        if not any(name in old.name for name in right):
            set_aside(old, CACHE)


def _state(*places: Path) -> str:
    """What tells whether something made from these files is still right."""
    digest = hashlib.sha256()
    for place in places:
        files = sorted(place.rglob("*")) if place.is_dir() else [place]
        for path in files:
            if path.is_file() and path.suffix in (".py", ".yaml"):
                digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
