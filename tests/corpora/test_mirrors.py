"""Mirrors that nobody stated, in real decisions: those of two bodies that met together."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from acquis.check import check
from acquis.load import load
from acquis.model.corpus import Corpus

EXAMPLES = Path(__file__).parents[2] / "examples"
CONFIG = """
site_name: Texts
theme: {name: material}
plugins: [acquis]
"""

#: The decisions of the two bodies on one matter, read and found to be in mostly the same words.
#: Of the same matter, in other words, are 10/CMP.11 and 20/CP.21, and 7/CMP.12 and 22/CP.22.
TWINS = {
    ("3/CMP.14", "7/CP.24"),
    ("4/CMP.13", "17/CP.23"),
    ("5/CMP.13", "20/CP.23"),
    ("5/CMP.14", "18/CP.24"),
    ("6/CMP.12", "16/CP.22"),
    ("6/CMP.13", "21/CP.23"),
    ("8/CMP.10", "22/CP.20"),
    ("8/CMP.12", "23/CP.22"),
    ("9/CMP.11", "14/CP.21"),
    ("11/CMP.11", "21/CP.21"),
    ("12/CMP.11", "22/CP.21"),
}


def imported(folder: Path, example: str, *files: Path) -> Corpus:
    (folder / "data").mkdir()
    shutil.copy(EXAMPLES / example / "data" / "conventions.yaml", folder / "data")
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    command = [sys.executable, "-m", "acquis.cli", "import", *map(str, files)]
    subprocess.run(command, cwd=folder, capture_output=True, check=False)
    return load(folder / "data").corpus


def test_the_two_bodies_versions_of_one_decision(corpora: Path, tmp_path: Path) -> None:
    corpus = imported(tmp_path, "unfccc", corpora / "unfccc")
    assert len(corpus.decisions) > 150
    messages = [f.message for f in check(corpus) if f.rule == "mirror-likely"]
    found = {(message.split('"')[3], message.split('"')[1]) for message in messages}
    assert found == TWINS


@pytest.mark.parametrize("language", ["en", "ar"])
def test_one_body_mirrors_nobody(corpora: Path, tmp_path: Path, language: str) -> None:
    files = sorted((corpora / "ga-78" / language).glob("*.xml"))[:60]
    corpus = imported(tmp_path, "general-assembly", *files)
    assert len(corpus.decisions) > 50
    assert not [f for f in check(corpus) if f.rule == "mirror-likely"]
