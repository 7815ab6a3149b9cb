"""The canonical form of the real texts: no value and no comment changes, and it stays as it is."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import pytest
import yaml
from imported_texts import imported
from mangling import Mangler

from acquis.finding import Finding
from acquis.importers.imported import Import
from acquis.load.format import canonical, formatted

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
Sample = Callable[[Sequence[Path]], Sequence[Path]]


def form(source: str) -> str:
    found: list[Finding] = []
    made = formatted(source.encode(), "x.yaml", found.append)
    assert made is not None, found[0]
    return made.decode()


def held_to(texts: Iterator[Import]) -> int:
    """Demand of each text what is promised of the form, and tell how many there were."""
    count = 0
    for count, text in enumerate(texts, 1):
        document = {text.kind: [text.record]}
        written = canonical(document)
        assert form(written) == written
        assert yaml.load(written, yaml.CSafeLoader).keys() == document.keys()
        quiet = Mangler(Random(count), comments=False).file(document)
        assert re.sub(r"\n+", "\n", form(quiet)) == re.sub(r"\n+", "\n", written)
        mangler = Mangler(Random(count), comments=True)
        made = form(mangler.file(document))
        kept = re.findall(r"^ *# (c\d+)$|  # (c\d+)$", made, re.MULTILINE)
        assert ["".join(one) for one in kept] == [f"c{n}" for n in range(mangler.comments)]
        assert form(made) == made
    return count


@pytest.mark.parametrize("language", LANGUAGES)
def test_general_assembly(corpora: Path, sample: Sample, language: str) -> None:
    files = sample(sorted((corpora / "ga-78" / language).glob("*.xml")))
    assert held_to(imported(files, "general-assembly")) >= len(files) - 3


def test_unfccc(corpora: Path, sample: Sample) -> None:
    files = sample(sorted((corpora / "unfccc").glob("*.txt")))
    assert held_to(imported(files, "unfccc")) >= len(files)


def test_word(corpora: Path) -> None:
    files = sorted((corpora / "docx").glob("*.docx"))
    assert held_to(imported(files, "general-assembly")) == len(files)
