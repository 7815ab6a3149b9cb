"""Real texts that are multiplied for the benchmarks: they pass the checks, and cite as before."""

import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from acquis.citation import register
from acquis.load import load
from benchmarks.multiplied import multiply
from benchmarks.texts import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
TEXTS = (10, 11, 78, 119, 134, 162)
"""A sample; the number of one is that of the session."""


@pytest.fixture(scope="module")
def project(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some resolutions in six languages, three times."""
    source = tmp_path_factory.mktemp("multiplied") / "source"
    shutil.copytree(ROOT / "examples" / "general-assembly" / "data", source / "data")
    options = f"acquis: {{languages: [{', '.join(LANGUAGES)}]}}"
    (source / "mkdocs.yml").write_text(f"plugins:\n  - {options}\n", encoding="utf-8")
    files = [
        str(path)
        for language in LANGUAGES
        for number in TEXTS
        for path in sorted((corpora / "ga-78" / language).glob(f"A_RES_78_{number}-*.xml"))
    ]
    command = [sys.executable, "-m", "acquis.cli", "import", *files]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    count = sum(1 for _ in (source / "data").glob("[dt]*/**/*.yaml"))
    assert count == len(files) > 30
    multiply(source, source.with_name("more"), 3 * count)
    return source.with_name("more")


def test_they_pass_the_checks(project: Path) -> None:
    command = [sys.executable, "-m", "acquis.cli", "check"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


def test_they_cite_as_before_and_within_their_copy(project: Path) -> None:
    corpus = load(project / "data", LANGUAGES).corpus
    found: Counter[tuple[str, str]] = Counter()
    for source, by_language in register(corpus).by_record.items():
        session = source.split("-")[2]
        for language, citations in by_language.items():
            found[session, language] += len(citations)
            for one in citations:
                assert one.target.split("-")[2:3] in ([], [session]) or "://" in one.target
    for language in LANGUAGES:
        first = found["78", language]
        assert first > 50
        for session in ("79", "80"):
            told = f"{language}, {session}: {found[session, language]} of {first}"
            assert 0.9 * first <= found[session, language] <= 1.02 * first, told


def test_their_words_are_others_in_every_language(project: Path) -> None:
    for language in LANGUAGES:
        folder = "decisions" if language == "en" else f"translations/{language}"
        words, copied = (
            (project / "data" / folder / f"a-res-{session}-134.yaml").read_text(encoding="utf-8")
            for session in (78, 79)
        )
        pairs = list(zip(words.split(), copied.split(), strict=True))
        assert sum(one != other for one, other in pairs) > 0.2 * len(pairs)
