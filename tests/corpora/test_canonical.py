"""The fast reader takes every real text as it is imported, and reads in it what is there."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from imported_texts import imported
from taken import taken

from acquis.load.format import canonical

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
Sample = Callable[[Sequence[Path]], Sequence[Path]]


def taken_of(files: Sequence[Path], example: str) -> int:
    """How many texts these files have; each must be taken."""
    texts = list(imported(files, example))
    left = [
        text.record.get("symbol")
        for text in texts
        if not taken(canonical({text.kind: [text.record]}))
    ]
    assert left == []
    return len(texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_general_assembly(corpora: Path, sample: Sample, language: str) -> None:
    files = sample(sorted((corpora / "ga-78" / language).glob("*.xml")))
    assert taken_of(files, "general-assembly") >= len(files) - 3


def test_unfccc(corpora: Path, sample: Sample) -> None:
    files = sample(sorted((corpora / "unfccc").glob("*.txt")))
    assert taken_of(files, "unfccc") >= len(files)


def test_word(corpora: Path) -> None:
    files = sorted((corpora / "docx").glob("*.docx"))
    assert taken_of(files, "general-assembly") == len(files)
