"""Copies of texts have other symbols and other words, and cite within their copy."""

import re
from pathlib import Path

import pytest
import yaml

from benchmarks.multiplied import Changed, multiply, other_session

TEXT = """\
decisions:
  - symbol: A/RES/78/{number}
    title: Cooperation of many
    meeting: general-assembly-78
    operative:
      - >-
        *Recalling* its resolution 78/{other} of 1 December 2023,
        and considering cooperation,
      - text: "Fifteenth meeting, resolution 12, resolution 13, resolution 14:"
        style: decimal
        items:
          - Something important;
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Three texts, two of them with a translation."""
    for number in (1, 2, 78):
        words = TEXT.format(number=number, other=number + 1)
        for folder in ("decisions", "translations/fr")[: 1 if number == 78 else 2]:
            path = tmp_path / "source" / "data" / folder / f"a-res-78-{number}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words, encoding="utf-8")
    (tmp_path / "source" / "data" / "meetings").mkdir()
    meeting = tmp_path / "source" / "data" / "meetings" / "general-assembly-78.yaml"
    meeting.write_text("meetings:\n  - id: general-assembly-78\n", encoding="utf-8")
    return tmp_path / "source"


@pytest.mark.parametrize(
    ("words", "copied"),
    [
        ("A/RES/78/134", "A/RES/80/134"),
        ("A/RES/78/78", "A/RES/80/78"),
        ("A/C.2/78/L.5/Rev.1", "A/C.2/80/L.5/Rev.1"),
        ("第78/3号决议", "第80/3号决议"),
        ("القرار 78/3", "القرار 80/3"),
        ("general-assembly-78", "general-assembly-80"),
        ("resolution 70/178, 178/1 and 78 others", "resolution 70/178, 178/1 and 78 others"),
    ],
)
def test_the_session_has_another_number(words: str, copied: str) -> None:
    assert other_session(words, 80) == copied


def test_there_are_as_many_as_asked_for(source: Path, tmp_path: Path) -> None:
    for count in (1, 4, 5, 13):
        multiply(source, tmp_path / str(count), count)
        files = sorted((tmp_path / str(count)).glob("data/[dt]*/**/*.yaml"))
        records = [yaml.safe_load(path.read_text("utf-8"))["decisions"][0] for path in files]
        assert len(files) == count
        assert (
            len({(path.parent, one["symbol"]) for path, one in zip(files, records, strict=True)})
            == count
        )
        for path, record in zip(files, records, strict=True):
            assert path.stem == record["symbol"].lower().replace("/", "-")


def test_a_copy_cites_within_itself_and_says_something_else(source: Path, tmp_path: Path) -> None:
    multiply(source, tmp_path / "more", 10)
    first = (tmp_path / "more/data/decisions/a-res-78-1.yaml").read_text(encoding="utf-8")
    copy = (tmp_path / "more/data/decisions/a-res-79-1.yaml").read_text(encoding="utf-8")
    assert first == TEXT.format(number=1, other=2)
    assert "resolution 79/2 of 1 December" in copy
    assert "78" not in copy
    # Emphasis, numbers and what stands before one are as they were; keys and values are too.
    for kept in ("*Recalling*", "Fifteenth", "resolution 14", "style: decimal", "operative:"):
        assert kept in copy
    for changed in ("cooperation,", "considering", "important"):
        assert changed in first
        assert changed not in copy
    assert [len(word) for word in re.findall(r"\w+", first)] == [
        len(word) for word in re.findall(r"\w+", copy)
    ]


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar", "zh"])
def test_words_change_in_every_language(language: str, tmp_path: Path) -> None:
    words = {
        "en": "considering cooperation",
        "fr": "considérant coopération",
        "es": "considerando cooperación",
        "ru": "рассматривая сотрудничество",
        "ar": "التعاون المستمر",
        "zh": "考虑合作的重要性",
    }[language]
    text = f"decisions:\n  - symbol: X\n    operative:\n      - {words}\n"
    path = tmp_path / "text.yaml"
    path.write_text(text * 3, encoding="utf-8")
    found = Changed(language, [path])
    changed = found.lines(text, 79)
    assert changed != text
    assert len(changed) == len(text)
    assert changed == found.lines(text, 79)
    assert changed.partition("operative:")[0] == text.partition("operative:")[0]
