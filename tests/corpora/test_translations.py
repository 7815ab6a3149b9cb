"""Faults that real translations have: each is found, and by the rule that is made for it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from acquis.check import check
from acquis.finding import Finding
from acquis.importers import akn
from acquis.importers.imported import Settings
from acquis.load import load

EXAMPLE = Path(__file__).parents[2] / "examples" / "general-assembly"
LANGUAGES = ("en", "ar", "zh", "fr", "ru", "es")
CONFIG = """\
site_name: Resolutions
theme: {name: material, font: false}
plugins: [acquis: {languages: [en, ar, zh, fr, ru, es]}]
"""
NUMBERS = [("es", "76"), ("es", "99"), ("fr", "173")]
#: Language, number of the resolution, rule, and words of its finding.
FAULTS = [
    ("ar", "231", "translation-number", "other numbers in"),  # holds the text of 78/232
    ("ar", "138", "translation-differs", "lacks preamble-9, preamble-10"),
    ("fr", "150", "translation-differs", "lacks preamble-4"),
    ("ar", "274", "translation-differs", "lacks the opening"),
    ("fr", "225", "translation-differs", "has an opening, which the original lacks"),
    ("zh", "187", "translation-number", "prints the number 22."),
    ("es", "190", "translation-number", "prints the number 34."),
    ("ar", "69", "translation-number", "prints the number 232"),
    ("ru", "188", "translation-differs", "para-53-then-1"),
    ("fr", "315", "translation-differs", "para-2-then-1"),
    ("ar", "43", "translation-differs", "lacks preamble-6"),
    ("ar", "179", "translation-differs", "lacks preamble-12"),
    ("es", "59", "translation-differs", "lacks footnote 1"),
    ("ar", "68", "translation-differs", "lacks footnote 1"),
    ("fr", "262", "translation-differs", "has footnote 1, which the original lacks"),
    # Not known before: figures and citations.
    ("fr", "233", "translation-citation", "cites A/78/538 where the original has A/78/528"),
    ("es", "155", "translation-citation", "cites A/RES/77/231"),
    ("ru", "206", "translation-number", "has 2020 where the original has 2022"),
    ("ar", "94", "translation-number", "has 1541 where the original has 1514"),
    ("ar", "26", "translation-number", "has 78 in words where the original has 79"),
    ("ru", "40", "translation-number", "has 44 in words where the original has 54"),
    ("zh", "42", "translation-number", "has 25 in words where the original has 27"),
    ("es", "180", "translation-number", "has 78 in words where the original has 80"),
    ("fr", "146", "translation-number", "has month 12 where the original has month 9"),
]


#: What the import sets right, or keeps though it looks wrong, and tells: words of its note.
TOLD = [
    *((language, "127", "taken as preambular") for language in ("en", "es", "zh")),
    *(("ar", number, "taken as preambular") for number in ("16", "42")),
    *(("zh", number, "taken as preambular") for number in ("45", "53")),
    ("fr", "49", "taken as preambular"),
    ("fr", "240", "stands in the next block"),
    ("en", "116", "the words of a link that leads to A/RES/76/122"),
    ("ru", "283", "the words of a link that leads to A/RES/76/267"),
    *((language, number, "lacks its sign") for language, number in NUMBERS),
    ("en", "225", "no opening formula"),
    ("en", "262", "do not run from 1"),
]


@pytest.fixture(scope="module")
def findings(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    project = tmp_path_factory.mktemp("assembly")
    (project / "data").mkdir()
    shutil.copy(EXAMPLE / "data" / "conventions.yaml", project / "data")
    (project / "mkdocs.yml").write_text(CONFIG)
    numbers = sorted({number for _, number, _, _ in FAULTS})
    files = [
        file
        for language in LANGUAGES
        for number in numbers
        if language == "en" or any((language, number) == fault[:2] for fault in FAULTS)
        for file in (corpora / "ga-78" / language).glob(f"A_RES_78_{number}-*.xml")
    ]
    assert len(files) == len(numbers) + len({fault[:2] for fault in FAULTS})
    subprocess.run(
        [sys.executable, "-m", "acquis.cli", "import", "--no-allow", *map(str, files)],
        cwd=project, capture_output=True, check=True, timeout=300,
    )  # fmt: skip
    return list(check(load(project / "data", LANGUAGES).corpus))


@pytest.mark.parametrize(("language", "number", "rule", "words"), FAULTS)
def test_a_fault_is_found(
    findings: list[Finding], language: str, number: str, rule: str, words: str
) -> None:
    place = f"translations/{language}/a-res-78-{number}.yaml"
    found = [
        finding.message
        for finding in findings
        if finding.rule == rule and finding.position.file.endswith(place)
    ]
    assert any(words in message for message in found), found


@pytest.mark.parametrize(("language", "number", "words"), TOLD)
def test_what_is_set_right_is_told(corpora: Path, language: str, number: str, words: str) -> None:
    (file,) = (corpora / "ga-78" / language).glob(f"A_RES_78_{number}-*.xml")
    settings = Settings(tuple(load(EXAMPLE / "data").corpus.bodies.values()))
    report = akn.read(file.read_bytes(), file.name, settings).report
    assert any(words in notice.reason for notice in report.notices), report.notices


def test_files_that_are_not_what_they_are_named_are_told(corpora: Path, tmp_path: Path) -> None:
    """A symbol that another file has, and French files in the folder of Russian ones."""
    (tmp_path / "data").mkdir()
    shutil.copy(EXAMPLE / "data" / "conventions.yaml", tmp_path / "data")
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    names = [("en", "13-"), ("fr", "13-"), ("fr", "130-"), ("en", "68-"), ("fr", "68-")]
    files = [
        next((corpora / "ga-78" / language).glob(f"A_RES_78_{name}*.xml"))
        for language, name in [*names, ("ru", "68-")]
    ]
    told = subprocess.run(
        [sys.executable, "-m", "acquis.cli", "import", *map(str, files)],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert told.returncode == 1
    lines = told.stdout.splitlines()
    (refused,) = (line for line in lines if "A_RES_78_130-" in line)
    assert 'error: "A/RES/78/13" was just read from' in refused
    (repeated,) = (line for line in lines if "/ru/" in line)
    assert "repeated: A/RES/78/68" in repeated
